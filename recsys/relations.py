"""Two relations between items, learned from baskets: *goes with* and *instead of*.

*Goes with* is first order: used together more often than chance has it. With c baskets that hold
both, and e that would if items fell into baskets independently, the score is the logarithm of
(c + κ) / (e + κ): the lift, shrunk towards 1 as long as there is little evidence (the mean of a
Gamma-Poisson model, DuMouchel, "Bayesian Data Mining in Large Frequency Tables", 1999). It is
symmetric, and what is in every basket gains nothing by that.

*Instead of* is second order: used with the same others, and, where baskets are of things used at
one time, seldom with each other. It is the cosine of both items' positive *goes with* rows (PPMI
vectors, Levy and Goldberg, "Neural Word Embedding as Implicit Matrix Factorization", 2014), divided
by the lift of the two where that is above 1, and a share of how alike the items are by content, if
that is known.

What members like is a basket of another kind, with dials of its own (`LIKES`): to like two films
says nothing against one standing for the other, so there is no division; members differ in how much
they like at all, and what that adds to every pair is taken off the contexts; and content weighs
more.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from recsys.company import Company, incidence
from recsys.opinions import Floats, Ints

Alike = Callable[[int], Floats]
"""The cosines of content of all items, by place, with the one at a place."""
SHORTLIST = 150
"""Of so many items contexts are compared; those are the first by content and a rough count."""


@dataclass(frozen=True, slots=True)
class RelationDials:
    """`doubt` is κ, in baskets; `content` weighs the cosine of contents beside that of contexts.

    `apart`: what is used together beyond chance is no substitute. `busy`: baskets differ in size by
    whose they are, which is taken off the contexts.
    """

    doubt: float = 1.0
    content: float = 0.5
    apart: bool = True
    busy: bool = False


LIKES = RelationDials(doubt=4.0, content=1.0, apart=False, busy=True)
"""For baskets that are what a member likes."""


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
    """What baskets say of items, counted when it is asked; for a changed basket, make it anew.

    `items` are the ids that baskets hold, each once; what is none of them is passed over, and so is
    an id's second time in a basket. `content` has a row of unit length (or of zeros) for each, or
    is a function that tells cosines. Contexts are compared of the `shortlist` items that are
    foremost by content and by a rough count; of all, where there are no more.
    """

    def __init__(
        self,
        baskets: Iterable[Iterable[int]] | csr_array,
        items: Sequence[int],
        content: Floats | Alike | None = None,
        dials: RelationDials | None = None,
        *,
        places: Mapping[int, int] | None = None,
        shortlist: int = SHORTLIST,
    ) -> None:
        self.items = items
        self.dials = dials or RelationDials()
        self._place = places or {item: place for place, item in enumerate(items)}
        self._content = content
        self._shortlist = shortlist
        known = isinstance(baskets, csr_array)
        held = baskets if known else incidence(baskets, self._place, len(items))
        self._company = Company(held, self.dials.doubt, busy=self.dials.busy)
        self._counts = self._company.counts

    @property
    def baskets(self) -> int:
        """How many baskets hold any of the items."""
        return int(self._company.baskets)

    @property
    def size(self) -> int:
        """How many bytes it takes beside what it was given."""
        return self._company.size

    def count(self, item: int) -> int:
        """How many baskets hold an item; 0 for one that is not known."""
        place = self._place.get(item)
        return 0 if place is None else int(self._counts[place])

    def goes_with(self, item: int, limit: int = 10) -> list[Companion]:
        """What is used with an item more often than chance has it, the clearest first."""
        place = self._place.get(item)
        if place is None:
            return []
        together = self._together(place)
        lifts = np.where(together > 0, self._company.lifts(place, together), 0)
        expected = self._company.expected(place)
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
        together, own = self._together(place), self._company.contexts(place)
        content, apart = self._alike(place), self._apart(place, together)
        others = self._foremost(place, own, content)
        contexts = np.zeros(len(self.items))
        contexts[others] = self._company.alike(own, others)
        scores = np.zeros(len(self.items))
        scores[others] = (contexts * apart + self.dials.content * content)[others]
        return [
            Substitute(
                self.items[other],
                float(scores[other]),
                float(contexts[other]),
                float(apart[other]),
                float(content[other]),
                int(together[other]),
                self._shared(own, other, reasons) if reasons else (),
            )
            for other in _best(scores, limit)
        ]

    def completing(self, basket: Iterable[int], limit: int = 10) -> list[int]:
        """What a basket lacks most probably: items by naive Bayes over the shrunk lifts."""
        held = sorted({self._place[item] for item in basket if item in self._place})
        scores = np.log(self._counts + 0.5)
        for place in held:
            scores += self._company.lifts(place, self._together(place))
        scores -= scores.min(initial=0) - 1  # only those in the basket stay at 0
        scores[held] = 0.0
        return [self.items[place] for place in _best(scores, limit)]

    def _together(self, place: int) -> Floats:
        return np.asarray(self._company.together(np.array([place]))[0], np.float64)

    def _apart(self, place: int, together: Floats) -> Floats:
        if not self.dials.apart:
            return np.ones(len(self.items))
        return np.asarray(np.exp(-np.maximum(self._company.lifts(place, together), 0)))

    def _alike(self, place: int) -> Floats:
        if self._content is None:
            return np.zeros(len(self.items))
        if callable(self._content):
            return np.clip(self._content(place), 0, None)
        return np.asarray(np.clip(self._content @ self._content[place], 0, None))

    def _foremost(self, place: int, contexts: Floats, content: Floats) -> Ints:
        """The places of what may fill an item's role: all others, or those that look likeliest."""
        if len(self.items) <= self._shortlist:
            return np.delete(np.arange(len(self.items)), place)
        rough = self._company.nearness(contexts) + self.dials.content * content
        rough[place] = -np.inf
        return np.sort(np.argpartition(-rough, self._shortlist)[: self._shortlist])

    def _shared(self, contexts: Floats, other: int, limit: int) -> tuple[int, ...]:
        products = contexts * self._company.contexts(other)
        return tuple(self.items[place] for place in _best(products, limit))


def _best(scores: Floats, limit: int) -> list[int]:
    """The places of the highest scores above 0, the best first; of equals the earlier first."""
    places = np.flatnonzero(scores > 0)
    order = np.argsort(-scores[places], kind="stable")[: max(limit, 0)]
    return [int(place) for place in places[order]]
