"""The model of taste: scores, what adds up to them, and exact learning of every change."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recsys.features import ItemFeatures
from recsys.imputer import Imputation, Imputer
from recsys.kernel import DualRidge
from recsys.opinions import Floats, Ints, OpinionMatrix


@dataclass(frozen=True, slots=True)
class Dials:
    """What is set once for all data: see docs/recommender.md for how each was found.

    `regularisation` is the kernel's λ; `content` weighs the cosine of contents; `low` is what a
    low rating weighs beside a like's 1; `evidence`, `ridge` and `lift` are the imputer's.
    `popular` weighs the number of raters, so little that it only orders what is equal otherwise.
    """

    regularisation: float = 200.0
    content: float = 0.003
    low: float = 0.5
    evidence: float = 0.5
    ridge: float = 10.0
    lift: float = 2.0
    popular: float = 1e-6


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one of a member's opinions adds to a score; the score without it is lower by that."""

    item: int
    amount: float


class TasteModel:
    """Knows raters' opinions and items' features; rows of items and raters are numbers from 0.

    A member who is a rater is served as if their own row were not in the model (it would only
    tell them what they said). So removing one of their opinions lowers each score by exactly what
    `contributions` says of it, also after the model has learned of the removal.
    """

    def __init__(
        self, opinions: OpinionMatrix, features: ItemFeatures, dials: Dials | None = None
    ) -> None:
        self.dials = dials or Dials()
        self._features = features
        self._kernel = DualRidge(opinions, features.kernel, self.dials.regularisation)
        self._counts = opinions.counts()
        self._imputer = Imputer(
            features.rich,
            self._counts,
            evidence=self.dials.evidence,
            ridge=self.dials.ridge,
            lift=self.dials.lift,
        )

    @property
    def opinions(self) -> OpinionMatrix:
        """All that is known; change it by `set` and `forget` only."""
        return self._kernel.opinions

    @property
    def counts(self) -> Floats:
        """How many raters each item has, shape (items,)."""
        return self._counts

    def add_rater(self) -> int:
        """Make room for a rater without opinions and return their number."""
        return self._kernel.add_rater()

    def set(self, rater: int, item: int, weight: float) -> None:
        """Learn, change or (weight 0) unlearn one opinion."""
        had = self._kernel.opinions.has(rater, item)
        self._kernel.set(rater, item, weight)
        self._recount(item, int(bool(weight)) - int(had))

    def forget(self, rater: int) -> None:
        """Unlearn a rater: the model is then one that never saw them."""
        for item in self._kernel.forget(rater):
            self._recount(int(item), -1)

    def refresh(self) -> None:
        """Drop what rounding has added up over many changes."""
        self._kernel.refresh()

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:
        """The scores of all items for a member's opinions, shape (items,).

        `rater` is the member's number where they are one.
        """
        solved = self._kernel.solve(self._kernel.gather(items, weights), rater)
        warm = self._imputation(items, rater).apply(self._kernel.spread(solved))
        content = self._features.content
        alike = content @ (weights @ content[items])
        return np.asarray(warm + self.dials.content * alike + self._popular())

    def contributions(
        self, items: Ints, weights: Floats, target: int, rater: int | None = None
    ) -> list[Contribution]:
        """What each opinion adds to the score of an item they do not hold, in their order.

        Together with `base(target)` they are the score.
        """
        back = self._imputation(items, rater).back(target)
        everything = np.arange(len(back))
        solved = self._kernel.solve(self._kernel.gather(everything, back), rater)
        amounts = self._kernel.parts(items, weights, solved)
        content = self._features.content
        amounts = amounts + self.dials.content * weights * (content[items] @ content[target])
        pairs = zip(items, amounts, strict=True)
        return [Contribution(int(item), float(amount)) for item, amount in pairs]

    def base(self, target: int) -> float:
        """What an item's score is without any opinion of the member's."""
        return float(self._popular()[target])

    def alike(self, item: int) -> Floats:
        """How alike each item is to one: what liking only that one would score, shape (items,)."""
        return self.scores(np.array([item]), np.ones(1))

    def raters_alike(self, rater: int, shrink: float = 5.0) -> Floats:
        """The cosine of every rater's opinions with one rater's, shrunk by shared items.

        Shape (raters,); n shared items count n / (n + `shrink`).
        """
        items, weights = self.opinions.row(rater)
        dense, shared = np.zeros(self.opinions.items), np.zeros(self.opinions.items)
        dense[items], shared[items] = weights, 1.0
        raters, _, values = self.opinions.triples
        norms = np.sqrt(np.bincount(raters, values**2, self.opinions.raters))
        product = self.opinions.by_rater(dense)
        common = np.bincount(raters, shared[self.opinions.triples[1]], self.opinions.raters)
        cosine = product / np.maximum(norms * norms[rater], 1e-12)
        return np.asarray(cosine * common / (common + shrink))

    def _imputation(self, items: Ints, rater: int | None) -> Imputation:
        return self._imputer.without(items if rater is not None else items[:0])

    def _popular(self) -> Floats:
        return self.dials.popular * np.log1p(self._counts)

    def _recount(self, item: int, change: int) -> None:
        if change:
            self._counts[item] += change
            self._imputer.recount(item, float(self._counts[item]))


def rank(scores: Floats, banned: Sequence[int] | Ints) -> Floats:
    """The scores with what may not be recommended at -inf."""
    ranked = scores.copy()
    ranked[np.asarray(banned, dtype=np.intp)] = -np.inf
    return ranked
