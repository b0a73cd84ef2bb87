"""What raters gave items, as growing arrays that are summed over fast."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

Floats = NDArray[np.float64]
Ints = NDArray[np.signedinteger[Any]]


class OpinionMatrix:
    """A sparse matrix of weights, raters by items; what is not set is 0.

    Kept as triples, so that a change costs one pass over them and a product one `bincount`:
    at a million opinions each takes some milliseconds, and no index has to be rebuilt.
    """

    def __init__(self, raters: int, items: int) -> None:
        self.raters = raters
        self.items = items
        self._size = 0
        self._rater = np.empty(16, np.int32)
        self._item = np.empty(16, np.int32)
        self._weight = np.empty(16)

    @classmethod
    def of(
        cls, raters: Ints, items: Ints, weights: Floats, shape: tuple[int, int]
    ) -> "OpinionMatrix":
        """The matrix of those triples, no pair of rater and item twice."""
        made = cls(*shape)
        made._size = len(weights)
        made._rater, made._item = raters.astype(np.int32), items.astype(np.int32)
        made._weight = weights.astype(np.float64)
        return made

    def __len__(self) -> int:
        return self._size

    @property
    def triples(self) -> tuple[Ints, Ints, Floats]:
        """Rater, item and weight of every opinion, in no order."""
        size = self._size
        return self._rater[:size], self._item[:size], self._weight[:size]

    def widen(self, raters: int, items: int) -> None:
        """Make room for more raters or items; never for fewer."""
        self.raters, self.items = max(self.raters, raters), max(self.items, items)

    def set(self, rater: int, item: int, weight: float) -> float:
        """Store a weight, 0 for none, and answer how much it differs from the one before."""
        raters, items, weights = self.triples
        found = np.flatnonzero((raters == rater) & (items == item))
        if not found.size:
            if weight:
                self._append(rater, item, weight)
            return weight
        at = int(found[0])
        change = weight - float(weights[at])
        if weight:
            weights[at] = weight
        else:
            self._drop(at)
        return change

    def has(self, rater: int, item: int) -> bool:
        """Whether the rater has an opinion on the item."""
        raters, items, _ = self.triples
        return bool(((raters == rater) & (items == item)).any())

    def column(self, item: int) -> tuple[Ints, Floats]:
        """The raters of an item, and what they gave it."""
        raters, items, weights = self.triples
        found = np.flatnonzero(items == item)
        return raters[found], weights[found]

    def row(self, rater: int) -> tuple[Ints, Floats]:
        """The items of a rater, and what they were given."""
        raters, items, weights = self.triples
        found = np.flatnonzero(raters == rater)
        return items[found], weights[found]

    def counts(self) -> Floats:
        """How many raters every item has, shape (items,)."""
        return np.bincount(self.triples[1], minlength=self.items).astype(np.float64)

    def by_item(self, rater_values: Floats) -> Floats:
        """The sum over raters of weight times value for every item: Xᵀ v, shape (items,)."""
        raters, items, weights = self.triples
        summed = np.bincount(items, weights * rater_values[raters], self.items)
        return summed.astype(np.float64, copy=False)

    def by_rater(self, item_values: Floats) -> Floats:
        """The sum over items of weight times value for every rater: X v, shape (raters,)."""
        raters, items, weights = self.triples
        summed = np.bincount(raters, weights * item_values[items], self.raters)
        return summed.astype(np.float64, copy=False)

    def sparse(self) -> csr_array:
        """The same matrix in SciPy's rows."""
        raters, items, weights = self.triples
        return csr_array((weights, (raters, items)), shape=(self.raters, self.items))

    def copy(self) -> "OpinionMatrix":
        """An equal matrix that changes by itself."""
        raters, items, weights = self.triples
        return self.of(raters, items, weights.copy(), (self.raters, self.items))

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        for rater, item, weight in zip(*self.triples, strict=True):
            yield int(rater), int(item), float(weight)

    def _append(self, rater: int, item: int, weight: float) -> None:
        at = self._size
        if at == len(self._weight):
            room = 2 * at + 16
            self._rater = np.resize(self._rater, room)
            self._item = np.resize(self._item, room)
            self._weight = np.resize(self._weight, room)
        self._rater[at], self._item[at], self._weight[at] = rater, item, weight
        self._size += 1

    def _drop(self, at: int) -> None:
        last = self._size - 1
        for array in (self._rater, self._item, self._weight):
            array[at] = array[last]
        self._size = last
