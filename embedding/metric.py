"""How near two vectors are: fast keys that order many, and exact scores for those that matter.

Keys come from float32 matrix products, whose last digits depend on where a row lies in memory.
Scores are added up in float64 and rounded once, so that equal vectors score equally everywhere.
`slack` bounds how far a key may be off; whoever chooses by keys keeps that much in reserve.
"""

from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

from embedding.encoder import unit_rows
from embedding.errors import BadVectors, IndexFault

Floats = NDArray[np.float32]

_ROUNDING = 2.0**-24
# The square of a sum of two such lengths stays below float32's largest number.
_LARGEST = 1e18
_BLOCK = 1 << 20  # numbers in a block of differences
_ROWS = 4096


class Metric(StrEnum):
    """What "near" means. A score is larger the nearer: for L2 and L1 it is minus the distance."""

    COSINE = "cosine"
    INNER_PRODUCT = "inner product"
    L2 = "l2"
    L1 = "l1"


def prepared(metric: Metric, vectors: ArrayLike | list[ArrayLike], dimension: int) -> Floats:
    """The vectors as an index keeps them, shape (n, dimension): float32, unit rows for cosine.

    Raises BadVectors: another shape, numbers that are not finite or beyond 1e18, and for cosine a
    vector of zeros, which points nowhere.
    """
    given = _numbers(vectors)
    if given.ndim != 2 or given.shape[1] != dimension:
        raise BadVectors(IndexFault.SHAPE)
    kept = np.empty(given.shape, np.float32)
    for start in range(0, len(given), _ROWS):  # in blocks: float64 copies of it all would be large
        block = given[start : start + _ROWS].astype(np.float64)
        _check(metric, block)
        kept[start : start + _ROWS] = unit_rows(block) if metric is Metric.COSINE else block
    return kept


def _numbers(vectors: ArrayLike | list[ArrayLike]) -> NDArray[np.generic]:
    try:
        given = np.asarray(vectors)
    except (ValueError, TypeError) as error:
        raise BadVectors(IndexFault.SHAPE) from error
    if given.dtype.kind not in "fiu":
        raise BadVectors(IndexFault.SHAPE)
    return given


def _check(metric: Metric, block: NDArray[np.float64]) -> None:
    if not np.isfinite(block).all():
        raise BadVectors(IndexFault.NOT_FINITE)
    if np.abs(block).max(initial=0.0) * np.sqrt(block.shape[1]) > _LARGEST:
        raise BadVectors(IndexFault.TOO_LARGE)
    if metric is Metric.COSINE and not block.any(axis=1).all():
        raise BadVectors(IndexFault.ZERO)


def squares(vectors: Floats) -> Floats:
    """The squared length of each row, shape (n,)."""
    return _float32(np.einsum("nd,nd->n", vectors, vectors, dtype=np.float64))


def keys(metric: Metric, queries: Floats, vectors: Floats, squared: Floats) -> Floats:
    """Numbers that order the vectors for each query, nearest largest, shape (q, n)."""
    if metric is Metric.L1:
        return _manhattan_keys(queries, vectors)
    products: Floats = queries @ vectors.T
    if metric is Metric.L2:  # minus the squared distance, but for the query's own square
        products *= 2
        products -= squared
    return products


def slack(metric: Metric, query: Floats, largest_square: float) -> float:
    """How far a key of this query may lie from what exact arithmetic gives (Higham 2002, 3.1)."""
    dimension = len(query)
    query_length = float(np.linalg.norm(query.astype(np.float64)))
    length = float(np.sqrt(largest_square))
    scale = {
        Metric.L2: (query_length + length) ** 2,
        Metric.L1: np.sqrt(dimension) * (query_length + length),
    }.get(metric, query_length * length)
    return float((dimension + 8) * _ROUNDING * scale)


def scores(metric: Metric, query: Floats, vectors: Floats) -> Floats:
    """The score of each row, shape (n,): cosine, product, minus Euclidean or minus city-block."""
    wide, target = vectors.astype(np.float64), query.astype(np.float64)
    if metric is Metric.L2:
        return _float32(-np.sqrt(((wide - target) ** 2).sum(axis=1)))
    if metric is Metric.L1:
        return _float32(-np.abs(wide - target).sum(axis=1))
    return _float32((wide * target).sum(axis=1))


def _float32(values: NDArray[np.float64]) -> Floats:
    return values.astype(np.float32)


def _manhattan_keys(queries: Floats, vectors: Floats) -> Floats:
    found = np.empty((len(queries), len(vectors)), np.float32)
    step = max(1, _BLOCK // vectors.shape[1])
    for start in range(0, len(vectors), step):
        block = vectors[start : start + step]
        for row, query in enumerate(queries):
            found[row, start : start + step] = -np.abs(block - query).sum(axis=1)
    return found
