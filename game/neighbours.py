"""Lists of near words as players see them: each family once, nothing unfit, the familiar first."""

from collections.abc import Collection, Iterator

import numpy as np
from numpy.typing import NDArray

from embedding.words.table import WordTable

# People think of common words first. Measured on human associates, so much per unit of Zipf
# frequency makes the best list; as heat it misleads, so no rank is touched by it.
FAMILIARITY = 0.06


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
