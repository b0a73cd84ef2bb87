"""Two relations between items, learned from baskets: *goes with* and *instead of*.

*Goes with* is first order: used together more often than chance has it. With c baskets that hold
both, and e that would if items fell into baskets independently, the score is the logarithm of
(c + κ) / (e + κ): the lift, shrunk towards 1 as long as there is little evidence (the mean of a
Gamma-Poisson model, DuMouchel, "Bayesian Data Mining in Large Frequency Tables", 1999). It is
symmetric, and what is in every basket gains nothing by that.

*Instead of* is second order: used with the same others, and seldom with each other. It is the
cosine of both items' positive *goes with* rows (PPMI vectors, Levy and Goldberg, "Neural Word
Embedding as Implicit Matrix Factorization", 2014), divided by the lift of the two where that is
above 1, and a share of how alike the items are by content, if that is known.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from recsys.opinions import Floats

_EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class RelationDials:
    """`doubt` is κ, in baskets; `content` weighs the cosine of contents beside that of contexts."""

    doubt: float = 1.0
    content: float = 0.5


@dataclass(frozen=True, slots=True)
class Companion:
    """An item that goes with another. `expected`: baskets with both, were it for chance alone."""

    item: int
    score: float
    together: int
    expected: float
    baskets: int
    """How many baskets the companion is in at all."""


@dataclass(frozen=True, slots=True)
class Substitute:
    """An item that may stand instead of another, and the parts its score is made of.

    `score` = `contexts` * `apart` + the content's share of `content`. `shared` are the items that
    both go with, those first that make them most alike.
    """

    item: int
    score: float
    contexts: float
    apart: float
    """1 where the two are not used together beyond chance, towards 0 the more they are."""
    content: float
    together: int
    shared: tuple[int, ...]


class Relations:
    """What baskets say of items; to learn of a changed basket, count anew: it takes milliseconds.

    `items` are the ids that baskets hold, each once; what is none of them is passed over, and so is
    an id's second time in a basket. `content` has a row of unit length (or of zeros) for each.
    """

    def __init__(
        self,
        baskets: Iterable[Iterable[int]],
        items: Sequence[int],
        content: Floats | None = None,
        dials: RelationDials | None = None,
    ) -> None:
        self.items = tuple(items)
        self.dials = dials or RelationDials()
        self._place = {item: place for place, item in enumerate(self.items)}
        self._content = content
        held = _incidence(baskets, self._place)
        self.baskets = held.shape[0]
        """How many baskets hold any of the items."""
        self._counts = np.asarray(held.sum(axis=0)).reshape(-1)
        self._together = _together(held)
        self._lifts = self._positive_lifts()
        self._squares = np.asarray((self._lifts * self._lifts).sum(axis=1)).reshape(-1)

    def count(self, item: int) -> int:
        """How many baskets hold an item; 0 for one that is not known."""
        place = self._place.get(item)
        return 0 if place is None else int(self._counts[place])

    def goes_with(self, item: int, limit: int = 10) -> list[Companion]:
        """What is used with an item more often than chance has it, the clearest first."""
        place = self._place.get(item)
        if place is None:
            return []
        lifts, together = self._row(self._lifts, place), self._row(self._together, place)
        expected = self._expected(place)
        return [
            Companion(
                self.items[other],
                float(lifts[other]),
                int(together[other]),
                float(expected[other]),
                int(self._counts[other]),
            )
            for other in _best(lifts, limit)
        ]

    def instead_of(self, item: int, limit: int = 10, reasons: int = 4) -> list[Substitute]:
        """What fills an item's role, the best first, each with at most `reasons` shared contexts.

        An item that is in no basket is compared by content alone.
        """
        place = self._place.get(item)
        if place is None:
            return []
        row, contexts = self._row(self._lifts, place), self._contexts(place)
        apart, content = np.exp(-row), self._alike(place)
        scores = contexts * apart + self.dials.content * content
        scores[place] = 0.0
        together = self._row(self._together, place)
        return [
            Substitute(
                self.items[other],
                float(scores[other]),
                float(contexts[other]),
                float(apart[other]),
                float(content[other]),
                int(together[other]),
                self._shared(row, other, reasons),
            )
            for other in _best(scores, limit)
        ]

    def completing(self, basket: Iterable[int], limit: int = 10) -> list[int]:
        """What a basket lacks most probably: items by naive Bayes over the shrunk lifts."""
        held = sorted({self._place[item] for item in basket if item in self._place})
        scores = np.log(self._counts + 0.5)
        for place in held:
            scores += self._log_lifts(place)
        scores -= scores.min(initial=0) - 1  # only those in the basket stay at 0
        scores[held] = 0.0
        return [self.items[place] for place in _best(scores, limit)]

    def _expected(self, place: int) -> Floats:
        return np.asarray(self._counts * self._counts[place] / max(self.baskets, 1))

    def _log_lifts(self, place: int) -> Floats:
        doubt = self.dials.doubt
        together = self._row(self._together, place)
        return np.asarray(np.log((together + doubt) / (self._expected(place) + doubt)))

    def _positive_lifts(self) -> csr_array:
        """The scores of all pairs that are used together beyond chance."""
        pairs, doubt = self._together, self.dials.doubt
        rows = np.repeat(self._counts, np.diff(pairs.indptr))
        expected = rows * self._counts[pairs.indices] / max(self.baskets, 1)
        lifts = np.maximum(np.log((pairs.data + doubt) / (expected + doubt)), 0)
        made = csr_array((lifts, pairs.indices.copy(), pairs.indptr.copy()), shape=pairs.shape)
        made.eliminate_zeros()
        return made

    def _contexts(self, place: int) -> Floats:
        """The cosine of every item's row of lifts with one item's, shrunk where few baskets tell.

        Their own pair is left out of it: an item has no lift with itself, so it is in no product,
        only in the lengths.
        """
        row = self._row(self._lifts, place)
        mine = np.maximum(self._squares[place] - row**2, 0)
        theirs = np.maximum(self._squares - row**2, 0)
        lengths = np.sqrt(mine * theirs)
        cosines = (self._lifts @ row) / np.maximum(lengths, _EPSILON)
        trust = self._counts / (self._counts + self.dials.doubt)
        return np.asarray(np.where(lengths > _EPSILON, cosines * trust, 0))

    def _alike(self, place: int) -> Floats:
        if self._content is None:
            return np.zeros(len(self.items))
        return np.asarray(np.clip(self._content @ self._content[place], 0, None))

    def _shared(self, row: Floats, other: int, limit: int) -> tuple[int, ...]:
        products = row * self._row(self._lifts, other)
        return tuple(self.items[place] for place in _best(products, limit))

    @staticmethod
    def _row(matrix: csr_array, place: int) -> Floats:
        return np.asarray(matrix[[place], :].toarray()[0])


def _incidence(baskets: Iterable[Iterable[int]], places: dict[int, int]) -> csr_array:
    """Baskets by items, 1 where an item is in a basket; without those that hold none."""
    known = ({places[item] for item in basket if item in places} for basket in baskets)
    kept = [sorted(basket) for basket in known if basket]
    columns = np.array([place for basket in kept for place in basket], dtype=np.int64)
    rows = np.repeat(np.arange(len(kept)), [len(basket) for basket in kept])
    shape = (len(kept), len(places))
    return csr_array((np.ones(len(columns)), (rows, columns)), shape=shape)


def _together(held: csr_array) -> csr_array:
    """How many baskets hold both of two items; 0 for an item with itself."""
    pairs = csr_array(held.T @ held)
    pairs.sort_indices()  # sums are then taken in one order, whatever that of the baskets
    rows = np.repeat(np.arange(pairs.shape[0]), np.diff(pairs.indptr))
    pairs.data[rows == pairs.indices] = 0
    pairs.eliminate_zeros()
    return pairs


def _best(scores: Floats, limit: int) -> list[int]:
    """The places of the highest scores above 0, the best first; of equals the earlier first."""
    order = np.argsort(-scores, kind="stable")[: max(limit, 0)]
    return [int(place) for place in order if scores[place] > 0]
