"""The methods that ours is held against, each scoring all items from a member's likes."""

from typing import Protocol

import numpy as np
from scipy.sparse import csr_array

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
    """EASE (Steck, WWW 2019), solved over raters: the ridge with no item explaining itself."""

    def __init__(self, opinions: OpinionMatrix, regularisation: float = 200.0) -> None:
        self._opinions = opinions
        matrix = opinions.sparse()
        gram = (matrix @ matrix.T).toarray()
        gram[np.diag_indices_from(gram)] += regularisation
        self._inverse = np.linalg.inv(gram)
        self._leverage = self._diagonal(matrix.tocsc())

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:  # noqa: ARG002 - EASE knows no leaving out
        """The row x B for a member's opinions x; what they have rated means nothing here."""
        known = np.zeros(self._opinions.items)
        known[items] = weights
        solved = self._inverse @ self._opinions.by_rater(known)
        return np.asarray(self._opinions.by_item(solved) / (1 - self._leverage))

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
        return np.asarray(self._unit @ (weights @ self._unit[items] / weights.sum()))


class Blend:
    """Two methods added, the second times a factor."""

    def __init__(self, one: Recommender, other: Recommender, factor: float) -> None:
        self._one, self._other, self._factor = one, other, factor

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:
        """The weighted sum of both."""
        mine = self._one.scores(items, weights, rater)
        return mine + self._factor * self._other.scores(items, weights, rater)


def _strongest(near: csr_array, k: int) -> csr_array:
    """Each row with its k highest values only."""
    for row in range(near.shape[0]):
        start, end = near.indptr[row], near.indptr[row + 1]
        if end - start > k:
            values = near.data[start:end]
            values[values < np.partition(values, len(values) - k)[len(values) - k]] = 0
    near.eliminate_zeros()
    return near
