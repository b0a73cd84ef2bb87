"""The words nearest to a word: as a player sees them, or by similarity alone."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embedding.words.table import WordTable

FAMILIARITY = 0.06
"""What a unit of Zipf frequency adds in lists, for people think of common words first."""


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
    if raw:
        chosen = order[1 : limit + 1].tolist()
    else:
        liking = similarity + FAMILIARITY * table.zipf
        liking[~table.listable] = -np.inf
        chosen = _one_a_family(table, row, np.argsort(-liking, kind="stable"), liking, limit)
    return [Neighbor(at, int(rank[at]), float(similarity[at])) for at in chosen]


def _one_a_family(
    table: WordTable,
    row: int,
    order: NDArray[np.int64],
    liking: NDArray[np.float64],
    limit: int,
) -> list[int]:
    chosen: list[int] = []
    seen = {int(table.families[row])}
    for at in order.tolist():
        if len(chosen) >= limit or liking[at] == -np.inf:
            break
        family = int(table.families[at])
        if family not in seen:
            seen.add(family)
            chosen.append(at)
    return chosen


def rank_of(table: WordTable, target: int, row: int) -> int:
    """The rank of a row among all neighbours of the target; 0 for the target itself."""
    return int(np.flatnonzero(neighbor_order(table, target) == row)[0])
