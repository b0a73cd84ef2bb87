"""Scores for items with few or no opinions, from what the scores of the others say of features.

For one member the warm scores s are regressed on item features, each item weighing as much as
there is evidence for it, d = n / (n + κ) with n its number of raters:

    β = (Fᵀ D F + μ I)⁻¹ Fᵀ D s.

The score of an item then slides from Fβ to its own s as its evidence grows. It stays linear in s,
and so in the member's opinions. After the attribute-to-factor maps of Gantner et al., "Learning
Attribute-to-Feature Mappings for Cold-Start Recommendations", ICDM 2010, but per member.

As s = Xᵀt + F t', the right side is (X D F)ᵀ t + FᵀDF t'. Both products are kept up to date, so
that one member's regression costs nothing that grows with the catalogue.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import diags_array

from recsys.features import ItemFeatures
from recsys.opinions import Floats, Ints, OpinionMatrix


class Imputer:
    """Keeps Fᵀ D F and X D F up to date; F has a constant before the features' own columns.

    `evidence` is κ, `ridge` μ.
    """

    def __init__(
        self, opinions: OpinionMatrix, features: ItemFeatures, *, evidence: float, ridge: float
    ) -> None:
        self._opinions, self._features = opinions, features
        self._evidence, self._ridge = evidence, ridge
        self._rich = np.concatenate([[1.0], features.rich])
        self.refresh()

    def refresh(self) -> None:
        """Compute everything afresh, which drops what rounding has added up."""
        self.counts = self._opinions.counts()
        self.trust = self._trusted(self.counts)
        self.gram = self._features.gram(self.trust)
        trusted = self._opinions.sparse() @ diags_array(self.trust)
        shared = np.asarray(trusted @ self._features.values, dtype=np.float64)
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
        self.trust[item] = self._trusted(self.counts[item])
        self._move(item, 1.0)

    def without(self, items: Ints) -> "Regression":
        """The regression as if these items had one rater less each."""
        trust = self.trust.copy()
        trust[items] = self._trusted(self.counts[items] - 1)
        change = trust[items] - self.trust[items]
        rows = self._rows(items)
        gram = self.gram + (rows * change[:, None]).T @ rows
        ridged = gram * np.outer(self._rich, self._rich)
        ridged[np.diag_indices_from(ridged)] += self._ridge
        factor = cho_factor(ridged, lower=True, check_finite=False)
        return Regression(self, trust, gram, items, change, rows, factor)

    def solve(self, factor: tuple[Floats, bool], right: Floats) -> Floats:
        """The regression's solution in terms of unweighted columns."""
        return np.asarray(self._rich * cho_solve(factor, self._rich * right, check_finite=False))

    def row(self, item: int) -> Floats:
        """An item's features behind the constant."""
        return np.asarray(self._rows(np.array([item]))[0])

    def by_rater(self, item_values: Floats) -> Floats:
        """X v."""
        return self._opinions.by_rater(item_values)

    def _rows(self, items: Ints) -> Floats:
        return np.column_stack([np.ones(len(items)), self._features.rows(items)])

    def _trusted(self, counts: Floats) -> Floats:
        return np.asarray(counts / (counts + self._evidence))

    def _move(self, item: int, sign: float) -> None:
        row, trust = self.row(item), sign * self.trust[item]
        raters, weights = self._opinions.column(item)
        self.across[raters] += np.outer(trust * weights, row)
        self.gram += np.outer(trust * row, row)


@dataclass(frozen=True, slots=True)
class Regression:
    """The regression for one member, whose `items` have one rater less than they seem to."""

    imputer: Imputer
    trust: Floats
    gram: Floats
    items: Ints
    change: Floats
    rows: Floats
    factor: tuple[Floats, bool]

    def fit(self, by_item: Floats, of_features: Floats, of_raters: Floats) -> Floats:
        """β, shape (1 + width,), from t, t' and Xᵀt."""
        right = of_raters @ self.imputer.across + self.gram[:, 1:] @ of_features
        right += (self.change * by_item[self.items]) @ self.rows
        return self.imputer.solve(self.factor, right)

    def back(self, item: int) -> tuple[Floats, Floats]:
        """The vectors v', v with which what is imputed to an item is v'·t' + v·t."""
        solved = self.imputer.solve(self.factor, self.imputer.row(item))
        dense = np.zeros(len(self.trust))
        dense[self.items] = self.change * (self.rows @ solved)
        of_raters = self.imputer.across @ solved + self.imputer.by_rater(dense)
        return self.gram[1:] @ solved, of_raters
