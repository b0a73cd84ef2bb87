"""Which items keep company: counted for one item at a time, as a shelf's pairs are too many.

All pairs of 10,000 films that 600 members like are millions, and seconds of work; those of one film
are some thousand. So only baskets by items are kept, and what is asked is counted when it is asked.
"""

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from recsys.opinions import Floats, Ints

_BLOCK = 16
"""So many items' counts are held at a time."""
_EPSILON = 1e-9


class Company:
    """Baskets by items, sparse; `held` has shape (baskets, items), 1 where an item is in a basket.

    `doubt` is κ of the lifts: log((c + κ) / (e + κ)), with c baskets that hold both items and e by
    chance. Everything here is about places of items, which are numbers from 0.
    """

    def __init__(self, held: csr_array, doubt: float, *, busy: bool) -> None:
        self._held, self._holders = held, csr_array(held.T)
        self._doubt = doubt
        self.baskets, self.items = held.shape
        self.counts: Floats = np.diff(self._holders.indptr).astype(np.float64)
        """How many baskets each item is in, shape (items,)."""
        self._busy = _busy(held, self.counts) if busy else 1.0

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        parts = [(x.data, x.indices, x.indptr) for x in (self._held, self._holders)]
        return int(sum(array.nbytes for part in parts for array in part) + self.counts.nbytes)

    def together(self, places: Ints) -> NDArray[np.float32]:
        """How many baskets hold both, shape (places, items); 0 for an item with itself."""
        found = (self._holders[places, :] @ self._held).toarray()
        found[np.arange(len(places)), places] = 0
        return np.asarray(found)

    def expected(self, place: int) -> Floats:
        """How many baskets would hold both by chance, shape (items,)."""
        return np.asarray(self.counts * self.counts[place] / max(self.baskets, 1))

    def lifts(self, place: int, together: Floats) -> Floats:
        """The logarithms of one item's shrunk lifts, shape (items,); negative ones too."""
        expected = self.expected(place)
        return np.asarray(np.log((together + self._doubt) / (expected + self._doubt)))

    def nearness(self, contexts: Floats) -> Floats:
        """About how alike each item's contexts are to these: 1 for the likest, shape (items,).

        The mean, over its baskets, of the share of a basket that these contexts make: two sparse
        products, to tell which items' contexts are worth comparing exactly.
        """
        shares = (self._held @ contexts) / np.maximum(np.diff(self._held.indptr), 1)
        found = (self._holders @ shares) / (self.counts + self._doubt)
        return np.asarray(found / max(float(found.max(initial=0)), _EPSILON))

    def contexts(self, place: int) -> Floats:
        """One item's positive lifts, beyond what is due to busy baskets, shape (items,)."""
        places = np.array([place])
        _, others, lifts = self._positive(places, self.together(places))
        found = np.zeros(self.items)
        found[others] = lifts
        return found

    def alike(self, contexts: Floats, others: Ints) -> Floats:
        """The cosine of one item's contexts with those of others, shape (others,).

        Shrunk where few baskets tell. Their own pair is left out of it: an item has no lift with
        itself, so it is in no product, only in the lengths.
        """
        products, squares = np.zeros(len(others)), np.zeros(len(others))
        for at in range(0, len(others), _BLOCK):
            part = others[at : at + _BLOCK]
            rows, columns, lifts = self._positive(part, self.together(part))
            products[at : at + _BLOCK] = np.bincount(rows, lifts * contexts[columns], len(part))
            squares[at : at + _BLOCK] = np.bincount(rows, lifts**2, len(part))
        own = contexts[others] ** 2
        mine = np.maximum((contexts**2).sum() - own, 0)
        lengths = np.sqrt(mine * np.maximum(squares - own, 0))
        trust = self.counts[others] / (self.counts[others] + self._doubt)
        cosines = products / np.maximum(lengths, _EPSILON)
        return np.asarray(np.where(lengths > _EPSILON, cosines * trust, 0))

    def _positive(self, places: Ints, together: NDArray[np.float32]) -> tuple[Ints, Ints, Floats]:
        """The pairs used together more often than expected: row, place of the other, and lift."""
        rows, columns = np.divmod(np.flatnonzero(together.ravel() > 0), self.items)
        share = self._busy / max(self.baskets, 1)
        found, expected = together[rows, columns], share * self.counts[places][rows]
        expected *= self.counts[columns]
        beyond = found > expected + _EPSILON
        rows, columns, found, expected = (x[beyond] for x in (rows, columns, found, expected))
        lifts = np.log((found + self._doubt) / (expected + self._doubt))
        return rows, columns, lifts


def incidence(baskets: Iterable[Iterable[int]], places: Mapping[int, int], items: int) -> csr_array:
    """Baskets by items, 1 where an item is in a basket; without those that hold none."""
    known = ({places[item] for item in basket if item in places} for basket in baskets)
    kept = [sorted(basket) for basket in known if basket]
    columns = np.array([place for basket in kept for place in basket], dtype=np.int32)
    rows = np.repeat(np.arange(len(kept), dtype=np.int32), [len(basket) for basket in kept])
    ones = np.ones(len(columns), np.float32)
    return csr_array((ones, (rows, columns)), shape=(len(kept), items))


def _busy(held: csr_array, counts: Floats) -> float:
    """How much more often than by chance any two items stand together as baskets differ in size.

    Who likes a thousand films likes any two of them, which tells nothing of these two. The number
    of pairs there are, over those there would be with all baskets alike; 1 at least.
    """
    sizes = np.diff(held.indptr).astype(np.float64)
    pairs, chance = (sizes * (sizes - 1)).sum(), counts.sum() ** 2 - (counts**2).sum()
    return max(1.0, float(len(sizes) * pairs / max(chance, 1)))
