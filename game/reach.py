"""How often a word is near others: hubs are near everything, anti-hubs near nothing."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from embedding.words.table import WordTable

NEAREST = 100
# What people guess: every so manieth word of this frequency, evenly over the alphabet.
_COMMON_ZIPF = 3.5
_SAMPLE = 2000
_BLOCK = 256


class Reach:
    """Counts, over a sample of common words, who is among their nearest 100 (k-occurrence).

    Radovanović et al. (2010), "Hubs in Space". Counted when first asked for.
    """

    def __init__(self, table: WordTable) -> None:
        self._table = table

    def of(self, row: int) -> float:
        """The count of that row as a multiple of what chance would bring."""
        return float(self._relative[row])

    @cached_property
    def _relative(self) -> NDArray[np.float64]:
        table = self._table
        common = np.flatnonzero((table.zipf >= _COMMON_ZIPF) & table.listable)
        asked = common[:: -(-len(common) // _SAMPLE) or 1]
        nearest = min(NEAREST, max(1, len(table) // 10))
        counts = np.zeros(len(table))
        if len(asked):
            units = table.unit_vectors(np.arange(len(table), dtype=np.int32))
            for start in range(0, len(asked), _BLOCK):
                block = asked[start : start + _BLOCK]
                cosines = units[block] @ units.T
                cosines[np.arange(len(block)), block] = -np.inf  # none is its own neighbour
                best = np.argpartition(-cosines, nearest - 1, axis=1)[:, :nearest]
                counts += np.bincount(best.ravel(), minlength=len(table))
        chances: NDArray[np.float64] = counts / max(len(asked) * nearest / len(table), 1e-12)
        return chances
