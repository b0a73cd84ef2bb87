"""The items nearest to each in content: they tell what features alone cannot, as of a sequel."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from recsys.opinions import Floats, Ints

NEAREST = 5
_SHARPNESS = 8.0
"""An item at cosine c weighs exp(8 (c - 1)): little unless it is very near."""
_BLOCK = 1024

Singles = NDArray[np.float32]
Nearest = Callable[[Singles, int], tuple[NDArray[np.int32], Singles]]
"""The k nearest others of each row of length 1, and their cosines: both of shape (rows, k)."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """For every item at most `NEAREST` others and what they weigh, both of shape (items, k)."""

    items: NDArray[np.int32]
    weights: Floats

    @classmethod
    def of(cls, unit: Singles, nearest: Nearest) -> Self:
        """The neighbours by cosine of rows of length 1 (or 0), shape (items, width)."""
        k = min(NEAREST, len(unit) - 1)
        if k < 1 or not unit.shape[1]:
            return cls(np.zeros((len(unit), 0), np.int32), np.zeros((len(unit), 0)))
        items, cosines = nearest(unit, k)
        return cls(items, np.exp(_SHARPNESS * (cosines.astype(np.float64) - 1)))

    def summed(self, values: Floats, those: Ints | None = None) -> Floats:
        """The weighted sums over the neighbours of all items, or of those, of some columns."""
        items, weights = self.items, self.weights
        if those is not None:
            items, weights = items[those], weights[those]
        count, k = items.shape
        starts = np.arange(0, count * k + 1, k) if k else np.zeros(count + 1, int)
        shape = (count, len(self.items))
        # The same as (weights[:, :, None] * values[items]).sum(axis=1), several times as fast.
        return np.asarray(csr_array((weights.ravel(), items.ravel(), starts), shape) @ values)


def all_pairs(unit: Singles, k: int) -> tuple[NDArray[np.int32], Singles]:
    """Compares every two rows: seconds for ten thousands, minutes for a hundred thousand."""
    items, cosines = np.empty((len(unit), k), np.int32), np.empty((len(unit), k), np.float32)
    for at in range(0, len(unit), _BLOCK):
        block = unit[at : at + _BLOCK] @ unit.T
        rows = np.arange(len(block))
        block[rows, at + rows] = -np.inf
        near = np.argpartition(-block, k - 1, axis=1)[:, :k]
        items[at : at + _BLOCK] = near
        cosines[at : at + _BLOCK] = np.take_along_axis(block, near, axis=1)
    return items, cosines
