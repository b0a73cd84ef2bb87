"""Scores for items with few or no opinions, from what the scores of the others say of features.

An item's own score s is large because it suits the member, and because many rated it. The second
is taken out and put back: p = (1 + n)^⅓ stands for being known by n raters. For one member the
warm s/p are regressed on item features F, each item weighing d p with d = n / (n + κ), the
evidence for it,

    β = (Fᵀ DP F + μ I)⁻¹ Fᵀ D s,   η = (Fᵀ DP F + μ I)⁻¹ Fᵀ DP log p,

and what both leave unexplained is taken from the items nearest in content, N of them weighing w:

    affinity a = Fβ + N(s/p - Fβ),   log p̂ = Fη + N(log p - Fη),   imputed = p̂ a.

N's rows are w d over 1 + Σ w d. All is linear in s, and so in the member's opinions. After the
attribute-to-factor maps of Gantner et al., "Learning Attribute-to-Feature Mappings for Cold-Start
Recommendations", ICDM 2010, but per member; smoothing the residuals is one step of kriging.

As s = Xᵀt + F t', the right side is (X D F)ᵀ t + FᵀDF t'. Both products are kept up to date, so
that one member's regression costs nothing that grows with the catalogue.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import diags_array

from recsys.features import ItemFeatures
from recsys.opinions import Floats, Ints, OpinionMatrix

_KNOWN = 0.35
"""How an item's score grows with its raters; .2 to .5 serve alike."""
_GROWN = 200.0
"""With this many rated items what is imputed counts half, beside the ridge's own guess."""


class Imputer:
    """Keeps FᵀDF, FᵀDPF, FᵀDP log p and X D F up to date; F has a constant before its columns.

    `evidence` is κ, `ridge` μ.
    """

    def __init__(
        self, opinions: OpinionMatrix, features: ItemFeatures, *, evidence: float, ridge: float
    ) -> None:
        self._opinions, self.features = opinions, features
        self._evidence, self._ridge = evidence, ridge
        self._rich = np.concatenate([[1.0], features.rich])
        self.refresh()

    def refresh(self) -> None:
        """Compute everything afresh, which drops what rounding has added up."""
        self.counts = self._opinions.counts()
        known = self.known(self.counts)
        self.trust, self.log_known = known.trust, known.log_known
        self.gram, self.heavy = self.features.gram(known.trust), self.features.gram(known.heavy)
        pull = known.heavy * known.log_known
        self.pull = np.concatenate([[pull.sum()], self.features.back(pull)])
        trusted = self._opinions.sparse() @ diags_array(self.trust)
        shared = np.asarray(trusted @ self.features.values, dtype=np.float64)
        self.across = np.column_stack([trusted.sum(axis=1), shared])

    def add_rater(self) -> None:
        """Make room for one more rater."""
        self.across = np.vstack([self.across, np.zeros(len(self._rich))])

    def leave(self, item: int) -> None:
        """Take out what an item's column gave, before the column changes."""
        self._move(item, -1.0)

    def enter(self, item: int) -> None:
        """Take in an item's column after it has changed."""
        self.counts[item] = len(self._opinions.column(item)[0])
        known = self.known(self.counts[[item]])
        self.trust[item], self.log_known[item] = known.trust[0], known.log_known[0]
        self._move(item, 1.0)

    def without(self, items: Ints) -> "Regression":
        """The regression as if these items had one rater less each."""
        before, after = self.known(self.counts[items]), self.known(self.counts[items] - 1)
        trust, log_known = self.trust.copy(), self.log_known.copy()
        trust[items], log_known[items] = after.trust, after.log_known
        rows = self._rows(items)
        change = after.trust - before.trust
        heavier = after.heavy - before.heavy
        ridged = (self.heavy + (rows * heavier[:, None]).T @ rows) * np.outer(
            self._rich, self._rich
        )
        ridged[np.diag_indices_from(ridged)] += self._ridge
        factor = cho_factor(ridged, lower=True, check_finite=False)
        pull = self.pull + (after.heavy * after.log_known - before.heavy * before.log_known) @ rows
        return Regression(
            self, trust, log_known, items, change, rows, factor, self.solve(factor, pull)
        )

    def solve(self, factor: tuple[Floats, bool], right: Floats) -> Floats:
        """The regression's solution in terms of unweighted columns."""
        return np.asarray(self._rich * cho_solve(factor, self._rich * right, check_finite=False))

    def row(self, item: int) -> Floats:
        """An item's features behind the constant."""
        return np.asarray(self._rows(np.array([item]))[0])

    def by_rater(self, item_values: Floats) -> Floats:
        """X v."""
        return self._opinions.by_rater(item_values)

    def known(self, counts: Floats) -> "Known":
        """What numbers of raters mean."""
        return Known(counts / (counts + self._evidence), _KNOWN * np.log1p(counts))

    def _rows(self, items: Ints) -> Floats:
        return np.column_stack([np.ones(len(items)), self.features.rows(items)])

    def _move(self, item: int, sign: float) -> None:
        row = self.row(item)
        known = self.known(self.counts[[item]])
        trust, heavy = sign * known.trust[0], sign * known.heavy[0]
        raters, weights = self._opinions.column(item)
        self.across[raters] += np.outer(trust * weights, row)
        self.gram += np.outer(trust * row, row)
        self.heavy += np.outer(heavy * row, row)
        self.pull += heavy * known.log_known[0] * row


@dataclass(frozen=True, slots=True)
class Known:
    """What items' raters mean: how far they are trusted, d, and how known they are, log p."""

    trust: Floats
    log_known: Floats

    @property
    def heavy(self) -> Floats:
        """What items weigh in the regression, d p."""
        return np.asarray(self.trust * np.exp(self.log_known))


@dataclass(frozen=True, slots=True)
class Regression:
    """The regression for one member, whose `items` have one rater less than they seem to.

    `popular` is η, shape (1 + width,).
    """

    imputer: Imputer
    trust: Floats
    log_known: Floats
    items: Ints
    change: Floats
    rows: Floats
    factor: tuple[Floats, bool]
    popular: Floats

    @property
    def grown(self) -> float:
        """How far all the evidence there is makes a regression, from 0 to 1.

        On a few items of other people's kind it would say that all is of that kind.
        """
        evidence = float(self.trust.sum())
        return evidence / (evidence + _GROWN)

    def fit(self, by_item: Floats, of_features: Floats, of_raters: Floats) -> Floats:
        """β, shape (1 + width,), from t, t' and Xᵀt."""
        right = of_raters @ self.imputer.across + self.imputer.gram[:, 1:] @ of_features
        own = by_item[self.items] + self.rows[:, 1:] @ of_features
        right += (self.change * own) @ self.rows
        return self.imputer.solve(self.factor, right)

    def imputed(
        self, own: Floats, affinity: Floats, log_popular: Floats, those: Ints | None = None
    ) -> Floats:
        """What is imputed to all items (or those), from s, Fβ and Fη of all items.

        Of the last three only those items' and their neighbours' values matter.
        """
        left = own * np.exp(-self.log_known) - affinity
        unknown = self.log_known - log_popular
        told = np.column_stack([self.trust, self.trust * left, self.trust * unknown])
        evidence, more, known = self.imputer.features.neighbours.summed(told, those).T
        picked = slice(None) if those is None else those
        affine = affinity[picked] + more / (1 + evidence)
        return np.asarray(np.exp(log_popular[picked] + known / (1 + evidence)) * affine)

    def back(self, item: int) -> tuple[Floats, Floats]:
        """The vectors v', v with which what is imputed to an item is v'·t' + v·t."""
        imputer = self.imputer
        neighbours = imputer.features.neighbours
        near = neighbours.items[item]
        weights = neighbours.weights[item] * self.trust[near]
        weights = weights / (1 + weights.sum())
        behind = imputer.features.rows(near)
        rows = np.column_stack([np.ones(len(near)), behind])
        row = imputer.row(item)
        popular = row @ self.popular + weights @ (self.log_known[near] - rows @ self.popular)
        solved = imputer.solve(self.factor, row - weights @ rows)
        dense = np.zeros(len(self.trust))
        dense[self.items] = self.change * (self.rows @ solved)
        own = weights * np.exp(-self.log_known[near])
        np.add.at(dense, near, own)
        of_raters = imputer.across @ solved + imputer.by_rater(dense)
        of_features = imputer.gram[1:] @ solved + own @ behind
        of_features += (self.change * (self.rows @ solved)) @ self.rows[:, 1:]
        return np.exp(popular) * of_features, np.exp(popular) * of_raters
