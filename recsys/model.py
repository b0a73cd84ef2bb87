"""The model of taste: scores, what adds up to them, and exact learning of every change."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from recsys.dials import Dials
from recsys.features import WIDE, ItemFeatures
from recsys.imputer import Imputer, Regression
from recsys.kernel import DualRidge, Products
from recsys.metrics import mixed, rank, top
from recsys.opinions import Floats, Ints, OpinionMatrix
from recsys.sources import UNTRUSTED, Asked, Sources, shares
from recsys.weights import felt

REFRESH_AFTER = 5000
"""After so many changes everything is computed afresh: rounding has added up to some 1e-11."""
_MIXED = 1e-4
"""What a row's place in no order counts beside a single like: it decides between equals."""
_SPARE = 100
"""So many more are scored exactly than are wanted, as rough scores may err in the order."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one of a member's opinions adds to a score; the score without it is lower by that."""

    item: int
    amount: float


class TasteModel:
    """Knows raters' opinions and items' features; rows of items and raters are numbers from 0.

    A member who is a rater is served as if their own row were not in the model (it would only
    tell them what they said). So removing one of their opinions lowers each score by exactly what
    `contributions` says of it, also after the model has learned of the removal. `newness`, shape
    (items,), says of each item how likely it is unrated for being new; without it, all are.
    """

    def __init__(
        self,
        opinions: OpinionMatrix,
        features: ItemFeatures,
        dials: Dials | None = None,
        products: Products | None = None,
        newness: Floats | None = None,
    ) -> None:
        self.dials = dials or Dials()
        self.newness = np.ones(len(features)) if newness is None else newness
        self._features = features
        self._kernel = DualRidge(
            opinions, features, self.dials.regularisation, self.dials.features, products
        )
        self._imputer = Imputer(
            opinions, features, evidence=self.dials.evidence, ridge=self.dials.ridge
        )
        self._updates = 0
        _, items, given = opinions.triples
        esteem = np.bincount(items, self._felt(given), len(features)).astype(np.float64)
        self._popularity = self._popular(esteem, np.arange(len(features)))

    @property
    def features(self) -> ItemFeatures:
        """What is known of the items beside opinions."""
        return self._features

    @property
    def opinions(self) -> OpinionMatrix:
        """All that is known; change it by `set` and `forget` only."""
        return self._kernel.opinions

    @property
    def counts(self) -> Floats:
        """How many raters each item has, shape (items,)."""
        return self._imputer.counts

    def add_rater(self) -> int:
        """Make room for a rater without opinions and return their number."""
        self._imputer.add_rater()
        return self._kernel.add_rater()

    def set(self, rater: int, item: int, weight: float) -> None:
        """Learn, change or (weight 0) unlearn one opinion."""
        self._imputer.leave(item)
        self._kernel.set(rater, item, weight)
        self._enter(item)
        self._changed()

    def forget(self, rater: int) -> None:
        """Unlearn a rater: the model is then one that never saw them."""
        items = self.opinions.row(rater)[0].copy()
        for item in items:
            self._imputer.leave(int(item))
        self._kernel.forget(rater)
        for item in items:
            self._enter(int(item))
        self._changed()

    def refresh(self) -> None:
        """Drop what rounding has added up over many changes."""
        self._kernel.refresh()
        self._imputer.refresh()
        self._updates = 0

    def _enter(self, item: int) -> None:
        self._imputer.enter(item)
        esteem = self._felt(self.opinions.column(item)[1]).sum()
        self._popularity[item] = self._popular(esteem, np.array([item]))[0]

    def _changed(self) -> None:
        self._updates += 1
        if self._updates >= REFRESH_AFTER:
            self.refresh()

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:
        """The scores of all items for a member's opinions, shape (items,).

        `rater` is the member's number where they are one.
        """
        return self.sources(items, weights, rater).mixed(self.dials) + self._popularity

    def best(
        self, items: Ints, weights: Floats, rater: int | None, banned: Ints, length: int
    ) -> tuple[Ints, Floats]:
        """The items with the highest scores, best first, and those scores; never a banned one.

        Of a large catalogue only the foremost by rough scores are scored exactly.
        """
        if len(self._features) < WIDE:
            scores = rank(self.scores(items, weights, rater), banned)
            found = top(scores, length)
            return found, scores[found]
        asked, features = self._asked(items, weights, rater), self._features
        rough = asked.answered(features.roughly_times(asked.columns), features.lengths)
        scores = rank(rough.mixed(self.dials) + self._popularity, banned)
        near = top(scores, 2 * length + _SPARE)
        scores = asked.exactly(near, features).mixed(self.dials) + self._popularity[near]
        order = np.argsort(-scores, kind="stable")[:length]
        return near[order], scores[order]

    def sources(self, items: Ints, weights: Floats, rater: int | None = None) -> Sources:
        """What `scores` mixes: kept apart for whoever compares mixtures."""
        return self.sources_of([(items, weights, rater)])[0]

    def sources_of(self, members: Sequence[tuple[Ints, Floats, int | None]]) -> list[Sources]:
        """`sources` of many members, each by items, weights and number, in one multiplication."""
        those = [self._asked(*member) for member in members]
        products = self._features.times(np.hstack([asked.columns for asked in those]))
        parts = np.split(products, len(those), axis=1)
        lengths = self._features.lengths
        return [asked.answered(part, lengths) for asked, part in zip(those, parts, strict=True)]

    def contributions(
        self, items: Ints, weights: Floats, target: int, rater: int | None = None
    ) -> list[Contribution]:
        """What each opinion adds to the score of an item they do not hold, in their order.

        Together with `base(target)` they are the score.
        """
        regression = self._regression(rater)
        trust = regression.trust[target]
        own, doubt = shares(trust, regression.grown, self.dials.lift, self.newness[target])
        of_features, of_raters = (doubt * part for part in regression.back(target))
        of_features += own * self._features.rows(np.array([target]))[0]
        raters, given = self.opinions.column(target)
        of_raters[raters] += own * given
        right = np.concatenate([self._kernel.weights * of_features, of_raters])
        speaks = self._felt(weights)
        amounts = self._kernel.parts(items, weights, speaks, self._kernel.solve(right, rater))
        content = self.dials.content * (trust + UNTRUSTED)
        cosines = self._features.unit(items) @ self._features.unit(np.array([target]))[0]
        amounts += content * speaks * cosines
        pairs = zip(items, amounts, strict=True)
        return [Contribution(int(item), float(amount)) for item, amount in pairs]

    def base(self, target: int) -> float:
        """What an item's score is without any opinion of the member's."""
        return float(self._popularity[target])

    def alike(self, item: int) -> Floats:
        """How alike each item is to one: what liking only that one would score, shape (items,)."""
        return self.scores(np.array([item]), np.ones(1))

    def raters_alike(self, rater: int, shrink: float = 5.0) -> Floats:
        """The cosine of every rater's opinions with one rater's, shrunk by shared items.

        A low rating counts against a like. Shape (raters,); n shared items count
        n / (n + `shrink`).
        """
        raters, items, weights = self.opinions.triples
        signed = felt(weights, self.dials.low, dislike=1.0)
        own, shared = np.zeros(self.opinions.items), np.zeros(self.opinions.items)
        mine = raters == rater
        own[items[mine]], shared[items[mine]] = signed[mine], 1.0
        size = self.opinions.raters
        norms = np.sqrt(np.bincount(raters, signed**2, size))
        product, common = (
            np.bincount(raters, values, size) for values in (signed * own[items], shared[items])
        )
        cosine = product / np.maximum(norms * norms[rater], 1e-12)
        return np.asarray(cosine * common / (common + shrink))

    def _asked(self, items: Ints, weights: Floats, rater: int | None) -> Asked:
        """All that costs nothing that grows with features times items."""
        speaks = self._felt(weights)
        solved = self._kernel.solve(self._kernel.gather(items, weights, speaks), rater)
        of_features, of_raters = self._kernel.split(solved)
        by_item = self.opinions.by_item(of_raters)
        regression = self._regression(rater)
        affine, popular = regression.fit(by_item, of_features, of_raters), regression.popular
        alike = self._features.cosine * (speaks @ self._features.unit(items))
        columns = np.column_stack([of_features, affine[1:], popular[1:], alike])
        return Asked(
            regression, self.newness, by_item, (float(affine[0]), float(popular[0])), columns
        )

    def _felt(self, weights: Floats) -> Floats:
        return felt(weights, self.dials.low, self.dials.dislike)

    def _regression(self, rater: int | None) -> Regression:
        own = np.empty(0, np.intp) if rater is None else self.opinions.row(rater)[0]
        return self._imputer.without(own)

    def _popular(self, esteem: Floats, rows: Ints) -> Floats:
        """What orders items for whoever has no taste yet; those nobody knows are well mixed."""
        worth = np.sign(esteem) * np.log1p(np.abs(esteem))
        return np.asarray(self.dials.popular * (worth + _MIXED * mixed(rows)))
