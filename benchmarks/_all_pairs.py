"""Pairs and swaps as they were first made: everything counted for all pairs, one rule for all.

Kept to compare with; `benchmarks/pairs.py` says with what.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

_DOUBT, _CONTENT = 1.0, 0.5
Floats = NDArray[np.float64]


class AllPairs:
    """Both relations of every item, from baskets by items (0 or 1) and rows of content."""

    def __init__(self, held: csr_array, content: Floats | None) -> None:
        self._content, self._baskets = content, held.shape[0]
        self.counts = np.asarray(held.sum(axis=0)).reshape(-1)
        self._together = csr_array(held.T @ held)
        self._together.sort_indices()
        rows = np.repeat(np.arange(held.shape[1]), np.diff(self._together.indptr))
        self._together.data[rows == self._together.indices] = 0
        self._together.eliminate_zeros()
        self._lifts = self._positive()
        self._squares = np.asarray((self._lifts * self._lifts).sum(axis=1)).reshape(-1)

    def pairs(self, place: int, number: int) -> list[int]:
        """The places of what goes with an item."""
        scores, together = self._row(self._lifts, place), self._row(self._together, place)
        return _best(np.where(together >= 2, scores, 0), number)

    def swaps(self, place: int, number: int) -> list[int]:
        """The places of what may stand for an item."""
        row = self._row(self._lifts, place)
        mine = np.maximum(self._squares[place] - row**2, 0)
        lengths = np.sqrt(mine * np.maximum(self._squares - row**2, 0))
        cosines = np.where(lengths > 1e-12, (self._lifts @ row) / np.maximum(lengths, 1e-12), 0)
        scores = cosines * self.counts / (self.counts + _DOUBT) * np.exp(-row)
        if self._content is not None:
            scores += _CONTENT * np.clip(self._content @ self._content[place], 0, None)
        scores[place] = 0
        return _best(scores, number)

    def _positive(self) -> csr_array:
        pairs = self._together
        rows = np.repeat(self.counts, np.diff(pairs.indptr))
        expected = rows * self.counts[pairs.indices] / max(self._baskets, 1)
        lifts = np.maximum(np.log((pairs.data + _DOUBT) / (expected + _DOUBT)), 0)
        made = csr_array((lifts, pairs.indices.copy(), pairs.indptr.copy()), shape=pairs.shape)
        made.eliminate_zeros()
        return made

    @staticmethod
    def _row(matrix: csr_array, place: int) -> Floats:
        return np.asarray(matrix[[place], :].toarray()[0])


def _best(scores: Floats, number: int) -> list[int]:
    order = np.argsort(-scores, kind="stable")[:number]
    return [int(place) for place in order if scores[place] > 0]
