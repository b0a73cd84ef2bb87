"""The words nearest to a word: as a player sees them, or by similarity alone."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embedding.words.table import WordTable

# People think of common words first. Measured on human associates, so much per unit of Zipf
# frequency makes the best list; as heat it misleads, so no rank is touched by it.
FAMILIARITY = 0.06


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A word near another one: its row, its exact rank (nearest: 1) and its cosine."""

    row: int
    rank: int
    similarity: float


def neighbor_order(table: WordTable, row: int) -> NDArray[np.int32]:
    """All rows by similarity to that row, itself first; equal cosines in the table's order."""
    keys = table.similarities(row)
    keys[row] = np.inf
    order: NDArray[np.int32] = np.argsort(-keys, kind="stable").astype(np.int32)
    return order


def neighbors(table: WordTable, row: int, limit: int, *, raw: bool = False) -> list[Neighbor]:
    """At most `limit` neighbours, the nearest first.

    Raw means every row by similarity. Else the list is what a player sees: the familiar first,
    each family once and not the word's own, no hidden words, no names.
    """
    similarity = table.similarities(row)
    order = neighbor_order(table, row)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order), dtype=np.int32)
    chosen = (
        order[1 : limit + 1].tolist() if raw else nearest_rows(table, similarity, limit, (row,))
    )
    return [Neighbor(at, int(rank[at]), float(similarity[at])) for at in chosen]


def nearest_rows(
    table: WordTable,
    similarity: NDArray[np.float64],
    limit: int,
    avoid: Collection[int] = (),
    familiarity: float = FAMILIARITY,
) -> list[int]:
    """At most `limit` rows with the highest similarity, shape (n,), and familiarity, best first.

    Only words that may be listed, one of a family, and none of the families of `avoid` (rows).
    """
    order = np.argsort(-(similarity + familiarity * table.zipf), kind="stable")
    found: list[int] = []
    for row in one_of_a_family(table, order, avoid):
        if len(found) == limit:
            break
        found.append(row)
    return found


def one_of_a_family(
    table: WordTable, rows: NDArray[np.int64], avoid: Collection[int] = ()
) -> Iterator[int]:
    """The rows that may be listed, the first of each family, none of the families of `avoid`."""
    seen = {int(table.families[row]) for row in avoid}
    for row in rows.tolist():
        family = int(table.families[row])
        if table.listable[row] and family not in seen:
            seen.add(family)
            yield row
