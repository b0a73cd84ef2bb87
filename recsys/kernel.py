"""Ridge regression from a member's opinions to all items, solved over raters instead of items.

Below the raters' rows X stand rows of item features F, as raters that have an opinion on every
item: Z = [X; Fᵀ]. With a member's opinions a, the scores of all items are

    s = Zᵀ (Z Zᵀ + λ I)⁻¹ Z a,

where in Fᵀa a low rating may speak against features that in Xa it shares with those who like them.

That is the ridge solution of X ≈ X B (Steck, "Embarrassingly Shallow Autoencoders", WWW 2019,
there with B's diagonal held at zero, and side information as further rows after Jeunen, Van Balen
and Goethals, "Closed-form models for collaborative filtering with side-information", RecSys 2020)
by the identity (XᵀX + λI)⁻¹XᵀX = Xᵀ(XXᵀ + λI)⁻¹X. Its matrix has a row for a rater, not for an
item, so that a catalogue may be large; and as the diagonal is left free, an opinion changes one
column of Z, which changes the inverse by a matrix of rank two.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import blas, lapack

from recsys.features import ItemFeatures
from recsys.opinions import Floats, Ints, OpinionMatrix


@dataclass(frozen=True, slots=True)
class Products:
    """X Xᵀ, X F and Fᵀ F with F unweighted: what fits with other weights have in common."""

    raters: Floats
    across: Floats
    features: Floats

    @classmethod
    def of(cls, opinions: OpinionMatrix, features: ItemFeatures) -> "Products":
        """The products of opinions and features."""
        rows = opinions.sparse()
        return cls(
            (rows @ rows.T).toarray(),
            np.asarray(rows @ features.values),
            features.gram(np.ones(len(features)))[1:, 1:],
        )


class DualRidge:
    """The inverse M of Z Zᵀ + λI, kept exact while opinions come, change and go.

    `scale` times the features' own weights is what they weigh beside raters. Rows 0 to d-1 of M
    belong to the features, row d + u to rater u. A member who is a rater is scored without their
    own row, exactly as if they had never been in the matrix.
    """

    def __init__(
        self,
        opinions: OpinionMatrix,
        features: ItemFeatures,
        regularisation: float,
        scale: float = 1.0,
        products: Products | None = None,
    ) -> None:
        self.opinions = opinions
        self.features = features
        self.weights = scale * features.kernel
        self.regularisation = regularisation
        self.width = features.width
        self._inverse = self._solved(products)

    @property
    def size(self) -> int:
        """The number of rows: features and raters."""
        return len(self._inverse)

    def refresh(self) -> None:
        """Compute the inverse afresh, which drops what rounding has added up."""
        self._inverse = self._solved(None)

    def add_rater(self) -> int:
        """Make room for one more rater, who has no opinions yet, and return their number."""
        rater = self.opinions.raters
        self.opinions.widen(rater + 1, 0)
        grown = np.zeros((self.size + 1, self.size + 1), order="F")
        grown[:-1, :-1] = self._inverse
        grown[-1, -1] = 1 / self.regularisation
        self._inverse = grown
        return rater

    def set(self, rater: int, item: int, weight: float) -> float:
        """Store an opinion, weight 0 for none; answer how much it differs from the one before."""
        before = self._column(item)
        change = self.opinions.set(rater, item, weight)
        if change:
            self._update(before, self.width + rater, change)
        return change

    def forget(self, rater: int) -> Ints:
        """Take a rater's opinions out, as if they had never been; the items they were about."""
        items, _ = self.opinions.row(rater)
        for item in items:
            self.opinions.set(rater, int(item), 0.0)
        at = self.width + rater
        column = self._symmetric_column(at)
        corner = column[at]
        # Block inversion: the inverse of the rest, then a row by itself.
        self._inverse = blas.dsyr(-1 / corner, column, a=self._inverse, lower=1, overwrite_a=1)
        self._inverse[at, :] = self._inverse[:, at] = 0.0
        self._inverse[at, at] = 1 / self.regularisation
        return items

    def gather(self, items: Ints, weights: Floats, felt: Floats) -> Floats:
        """Z a: what raters and features have in common with a member's items, shape (size,).

        `weights` are their opinions as raters hold them, `felt` as they speak for features.
        """
        dense = np.zeros(self.opinions.items)
        dense[items] = weights
        shared = self.weights * (felt @ self.features.rows(items))
        return np.concatenate([shared, self.opinions.by_rater(dense)])

    def solve(self, right: Floats, without: int | None = None) -> Floats:
        """M times a right side of shape (size,), where wanted as if a rater were not there."""
        if without is None:
            return np.asarray(blas.dsymv(1.0, self._inverse, right, lower=1))
        at = self.width + without
        right = right.copy()
        right[at] = 0.0
        solved = np.asarray(blas.dsymv(1.0, self._inverse, right, lower=1))
        column = self._symmetric_column(at)
        solved -= column * (solved[at] / column[at])
        solved[at] = 0.0
        return solved

    def split(self, solved: Floats) -> tuple[Floats, Floats]:
        """Rows taken apart: what the features' values are multiplied by, and what raters are."""
        return self.weights * solved[: self.width], solved[self.width :]

    def parts(self, items: Ints, weights: Floats, felt: Floats, solved: Floats) -> Floats:
        """What each of the member's opinions adds to (M z) · (Z a), for a solved M z."""
        of_features, of_raters = self.split(solved)
        by_features = felt * (self.features.rows(items) @ of_features)
        return np.asarray(by_features + weights * self.opinions.by_item(of_raters)[items])

    def _update(self, column: Floats, at: int, change: float) -> None:
        """Follow Z's column gaining `change` in row `at`, by the Woodbury identity."""
        one = np.asarray(blas.dsymv(1.0, self._inverse, column, lower=1))
        other = self._symmetric_column(at)
        middle = np.array(
            [[-1 + column @ one, 1 / change + column @ other],
             [1 / change + one[at], other[at]]]
        )  # fmt: skip
        # The middle matrix has one eigenvalue of each sign, as the update keeps K positive
        # definite; so both of its rank-one parts go into a single symmetric rank-two update.
        (low, high), axes = np.linalg.eigh(np.linalg.inv(middle))
        plus = np.sqrt(high) * (axes[0, 1] * one + axes[1, 1] * other)
        minus = np.sqrt(-low) * (axes[0, 0] * one + axes[1, 0] * other)
        self._inverse = blas.dsyr2(
            -0.5, plus + minus, plus - minus, a=self._inverse, lower=1, overwrite_a=1
        )

    def _column(self, item: int) -> Floats:
        column = np.zeros(self.size)
        column[: self.width] = self.weights * self.features.values[item]
        raters, weights = self.opinions.column(item)
        column[self.width + raters] = weights
        return column

    def _symmetric_column(self, at: int) -> Floats:
        """A column of the inverse, of which only the lower triangle is kept up."""
        return np.concatenate([self._inverse[at, :at], self._inverse[at:, at]])

    def _solved(self, products: Products | None) -> Floats:
        found = products or Products.of(self.opinions, self.features)
        across = found.across * self.weights
        own = found.features * np.outer(self.weights, self.weights)
        return _inverse(np.block([[own, across.T], [across, found.raters]]), self.regularisation)


def _inverse(gram: Floats, regularisation: float) -> Floats:
    """The lower triangle of (gram + λI)⁻¹ by Cholesky's factors, in Fortran's order."""
    gram[np.diag_indices_from(gram)] += regularisation
    factor, _ = lapack.dpotrf(np.asfortranarray(gram), lower=1, overwrite_a=1)
    inverse, _ = lapack.dpotri(factor, lower=1, overwrite_c=1)
    return np.asarray(inverse)
