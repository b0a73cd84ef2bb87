"""The methods that ours is held against, each scoring all items from a member's likes."""

from typing import Protocol

import numpy as np
from scipy.sparse import csr_array, csr_matrix

from recsys.opinions import Floats, Ints, OpinionMatrix


class Recommender(Protocol):
    """Scores all items for a member."""

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:
        """A score for every item, shape (items,), from a member's opinions.

        `rater` is their number where they are among those learned from.
        """


class Popularity:
    """What most people like."""

    def __init__(self, opinions: OpinionMatrix) -> None:
        self._likes = opinions.by_item(np.ones(opinions.raters))

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:  # noqa: ARG002 - the same for all
        """The summed weights of each item."""
        return self._likes


class ItemNeighbours:
    """Item-kNN: the summed cosines between raters' columns, of each item's `k` nearest others."""

    def __init__(self, opinions: OpinionMatrix, k: int = 100) -> None:
        columns = opinions.sparse().tocsc()
        norms = np.sqrt(columns.power(2).sum(axis=0))
        unit = columns.multiply(1 / np.maximum(norms, 1e-12)).tocsc()
        near = (unit.T @ unit).tocsr()
        near.setdiag(0)
        near.eliminate_zeros()
        self._near = _strongest(near, k)

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:  # noqa: ARG002 - needs only the opinions
        """The weighted sum of the rows of what is liked."""
        return np.asarray(weights @ self._near[items])


class Ease:
    """EASE (Steck, WWW 2019): the ridge with no item explaining itself.

    Solved over raters or over items, whichever are fewer.
    """

    def __init__(self, opinions: OpinionMatrix, regularisation: float = 200.0) -> None:
        self._opinions = opinions
        matrix = opinions.sparse()
        self._over_raters = opinions.raters <= opinions.items
        gram = (matrix @ matrix.T if self._over_raters else matrix.T @ matrix).toarray()
        gram[np.diag_indices_from(gram)] += regularisation
        self._inverse = np.linalg.inv(gram)
        if self._over_raters:
            self._free = 1 - self._diagonal(matrix.tocsc())
        else:
            self._free = regularisation * np.diag(self._inverse)

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:  # noqa: ARG002 - EASE knows no leaving out
        """The row x B for a member's opinions x; what they have rated means nothing here."""
        if not self._over_raters:
            return np.asarray(-(weights @ self._inverse[items]) / np.diag(self._inverse))
        known = np.zeros(self._opinions.items)
        known[items] = weights
        solved = self._inverse @ self._opinions.by_rater(known)
        return np.asarray(self._opinions.by_item(solved) / self._free)

    def _diagonal(self, columns: csr_array) -> Floats:
        """x_jᵀ K⁻¹ x_j of every item, a block at a time: all at once would be gigabytes."""
        parts = []
        for start in range(0, columns.shape[1], 2048):
            block = columns[:, start : start + 2048].toarray()
            parts.append(np.einsum("ij,ij->j", block, self._inverse @ block))
        return np.concatenate(parts)


class ContentMean:
    """The mean cosine between an item's content and that of what is liked."""

    def __init__(self, content: Floats) -> None:
        centred = content - content.mean(axis=0)
        self._unit = centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-12)

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:  # noqa: ARG002 - needs only the opinions
        """The mean cosine to what is liked, by weight."""
        return np.asarray(self._unit @ (weights @ self._unit[items] / max(weights.sum(), 1e-12)))


class Blend:
    """Two methods added, the second times a factor."""

    def __init__(self, one: Recommender, other: Recommender, factor: float) -> None:
        self._one, self._other, self._factor = one, other, factor

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:
        """The weighted sum of both."""
        mine = self._one.scores(items, weights, rater)
        return mine + self._factor * self._other.scores(items, weights, rater)


class Ials:
    """Implicit ALS (Hu, Koren and Volinsky, ICDM 2008) as the library `implicit` has it.

    A peer for measuring only: raises ImportError without the library.
    """

    def __init__(
        self,
        opinions: OpinionMatrix,
        factors: int = 64,
        regularisation: float = 3.0,
        alpha: float = 4.0,
    ) -> None:
        # No dependency of Warmer's.
        from implicit.cpu.als import AlternatingLeastSquares

        matrix = opinions.sparse().astype(np.float32)
        self._items = opinions.items
        self._model = AlternatingLeastSquares(
            factors=factors, regularization=regularisation, alpha=alpha, iterations=15,
            num_threads=1, random_state=0,
        )  # fmt: skip
        self._model.fit(csr_matrix(matrix), show_progress=False)

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:  # noqa: ARG002 - everybody is folded in
        """The products of the member's solved factors with those of all items."""
        row = csr_matrix(
            (weights.astype(np.float32), (np.zeros(len(items), int), items)), (1, self._items)
        )
        factors = self._model.recalculate_user(0, row)
        return np.asarray(self._model.item_factors @ np.ravel(factors), dtype=np.float64)


def _strongest(near: csr_array, k: int) -> csr_array:
    """Each row with its k highest values only."""
    for row in range(near.shape[0]):
        start, end = near.indptr[row], near.indptr[row + 1]
        if end - start > k:
            values = near.data[start:end]
            values[values < np.partition(values, len(values) - k)[len(values) - k]] = 0
    near.eliminate_zeros()
    return near
