"""Scores for items with few or no opinions, from what the scores of the others say of features.

For one member the warm scores s are regressed on item features, each item weighing as much as
there is evidence for it, n / (n + κ) with n its number of raters:

    β = (Fᵀ D F + μ I)⁻¹ Fᵀ D s.

The score of an item then slides from Fβ to its own s as its evidence grows. It stays linear in s,
and so in the member's opinions. After the attribute-to-factor maps of Gantner et al., "Learning
Attribute-to-Feature Mappings for Cold-Start Recommendations", ICDM 2010, but per member.
"""

import numpy as np
from scipy.linalg import cho_factor, cho_solve

from recsys.opinions import Floats, Ints


class Imputer:
    """Keeps Fᵀ D F up to date with the numbers of raters.

    `features` has shape (items, d); a constant is added to it. `evidence` is κ, `ridge` μ.
    `lift` scales what is imputed, which regression shrinks, to the level of the warm scores.
    """

    def __init__(
        self, features: Floats, counts: Floats, *, evidence: float, ridge: float, lift: float
    ) -> None:
        self._features = np.column_stack([np.ones(len(features)), features])
        self._counts = counts.copy()
        self._evidence, self._ridge, self._lift = evidence, ridge, lift
        weighted = self._features * self._trust(self._counts)[:, None]
        self._gram = weighted.T @ self._features

    def recount(self, item: int, raters: float) -> None:
        """Take note of an item's number of raters."""
        before, after = self._trust(np.array([self._counts[item], raters]))
        row = self._features[item]
        self._gram += (after - before) * np.outer(row, row)
        self._counts[item] = raters

    def without(self, items: Ints) -> "Imputation":
        """The regression as if these items had one rater less each."""
        fewer = self._counts.copy()
        fewer[items] -= 1
        change = self._trust(fewer[items]) - self._trust(self._counts[items])
        rows = self._features[items]
        gram = self._gram + (rows * change[:, None]).T @ rows
        gram[np.diag_indices_from(gram)] += self._ridge
        return Imputation(self._features, gram, self._trust(fewer), self._lift)

    def _trust(self, counts: Floats) -> Floats:
        return np.asarray(counts / (counts + self._evidence))


class Imputation:
    """The regression for one member, ready to be applied."""

    def __init__(self, features: Floats, gram: Floats, trust: Floats, lift: float) -> None:
        self._features, self._trust = features, trust
        # What regression shrinks is lifted, but hardly where something is known already.
        self._doubt = (1 - trust) * (1 + (lift - 1) * (1 - trust) ** 2)
        self._factor = cho_factor(gram, lower=True)

    def apply(self, scores: Floats) -> Floats:
        """The scores of all items, each as much its own as there is evidence for it."""
        right = self._features.T @ (self._trust * scores)
        imputed = self._features @ cho_solve(self._factor, right)
        return np.asarray(self._trust * scores + self._doubt * imputed)

    def back(self, item: int) -> Floats:
        """The weights w with which `apply(scores)[item]` is w · scores, shape (items,)."""
        solved = cho_solve(self._factor, self._features[item])
        weights = self._doubt[item] * self._trust * (self._features @ solved)
        weights[item] += self._trust[item]
        return np.asarray(weights)
