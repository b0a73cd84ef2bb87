"""Exact nearest neighbours and exact ranks over rows of vectors."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from embedding.index import Hits
from embedding.metric import Floats, Metric, keys, scores, slack
from embedding.rows import Rows, VectorRows

_BLOCK = 1 << 22  # numbers in a block of keys
# Below this share of survivors it is quicker to gather their vectors than to scan them all.
_SPARSE = 0.25


def exact_hits(
    metric: Metric, rows: VectorRows, queries: Floats, k: int, mask: NDArray[np.bool_]
) -> list[Hits]:
    """The k nearest rows of the mask to each query, shape (q, d), best first and equals by id."""
    chosen = np.flatnonzero(mask)
    if not len(chosen):
        return [Hits(np.zeros(0, np.int64), np.zeros(0, np.float32)) for _ in queries]
    sparse = len(chosen) < _SPARSE * len(mask)
    where = chosen if sparse else slice(0, len(mask))
    largest = float(rows.squares[chosen].max())
    hits = []
    for query, found in _key_rows(metric, rows, queries, where):
        if not sparse and len(chosen) < len(mask):
            found[~mask] = -np.inf
        reserve = 2 * slack(metric, query, largest)
        near = np.flatnonzero(found >= _kth_largest(found, min(k, len(chosen))) - reserve)
        near = chosen[near] if sparse else near[mask[near]]
        hits.append(best_of(metric, rows, query, near, k))
    return hits


def best_of(metric: Metric, rows: VectorRows, query: Floats, candidates: Rows, k: int) -> Hits:
    """The k best of the candidate rows by exact score, best first and equals by id."""
    found = scores(metric, query, rows.vectors[candidates])
    ids = rows.ids[candidates]
    order = np.lexsort((ids, -found))[:k]
    return Hits(ids[order], found[order])


def exact_rank(metric: Metric, rows: VectorRows, query: Floats, row: int) -> int:
    """The place of that row among all in use, in the order in which `exact_hits` puts them."""
    live = rows.live[: rows.used]
    ((_, found),) = _key_rows(metric, rows, query[None], slice(0, rows.used))
    found[~live] = -np.inf
    reserve = 2 * slack(metric, query, float(rows.squares[: rows.used][live].max()))
    certain = int((found > found[row] + reserve).sum())
    close = np.flatnonzero(np.abs(found - found[row]) <= reserve)  # keys cannot tell these apart
    order = best_of(metric, rows, query, close, len(close)).ids
    return certain + int(np.flatnonzero(order == rows.ids[row])[0]) + 1


def _key_rows(
    metric: Metric, rows: VectorRows, queries: Floats, where: slice | Rows
) -> Iterator[tuple[Floats, Floats]]:
    vectors, squared = rows.vectors[where], rows.squares[where]
    step = max(1, _BLOCK // len(vectors))
    for start in range(0, len(queries), step):
        block = queries[start : start + step]
        yield from zip(block, keys(metric, block, vectors, squared), strict=True)


def _kth_largest(values: Floats, k: int) -> float:
    place = len(values) - k
    return float(np.partition(values, place)[place])
