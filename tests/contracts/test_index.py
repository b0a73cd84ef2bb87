"""The contract of `embedding.index.VectorIndex`: what a search finds and what a change changes.

The adapters are listed in this folder's conftest.
"""

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.errors import (
    BadVectors,
    DuplicateIds,
    IndexFault,
    UnknownIds,
)
from embedding.index import Only, VectorIndex, Without
from embedding.metric import Metric

DIMENSION = 8


def naive(index: VectorIndex, query: NDArray[np.float32]) -> list[int]:
    """All ids, best first, as anybody would sort them who had the time."""
    ids = index.ids
    stored, q = index.vectors(ids).astype(float), query.astype(float)
    scores = {
        Metric.COSINE: lambda: stored @ q / np.linalg.norm(q),
        Metric.INNER_PRODUCT: lambda: stored @ q,
        Metric.L2: lambda: -np.linalg.norm(stored - q, axis=1),
        Metric.L1: lambda: -np.abs(stored - q).sum(axis=1),
    }[index.spec.metric]()
    return ids[np.lexsort((ids, -scores))].tolist()


def test_finds_the_nearest(index: VectorIndex, points: NDArray[np.float32]) -> None:
    """A search gives the nearest, best first, with scores as the metric defines them."""
    query = points[7] + 0.1
    hits = index.search(query, 5)
    assert hits.ids.tolist() == naive(index, query)[:5]
    assert (np.diff(hits.scores) <= 0).all()
    stored = index.vectors(hits.ids[:1])[0].astype(float)
    wanted = {
        Metric.COSINE: stored @ query / np.linalg.norm(query),
        Metric.INNER_PRODUCT: stored @ query,
        Metric.L2: -np.linalg.norm(stored - query),
        Metric.L1: -np.abs(stored - query).sum(),
    }[index.spec.metric]
    assert hits.scores[0] == pytest.approx(wanted, rel=1e-5)
    assert (hits.ids.dtype, hits.scores.dtype) == (np.int64, np.float32)


def test_many_is_one_by_one(index: VectorIndex, points: NDArray[np.float32]) -> None:
    """Searching for many queries at once gives what each gives alone, to the last bit."""
    together = index.search_many(points[:20], 7)
    for query, hits in zip(points[:20], together, strict=True):
        alone = index.search(query, 7)
        assert hits.ids.tolist() == alone.ids.tolist()
        assert hits.scores.tolist() == alone.scores.tolist()
    assert index.search_many(points[:0], 7) == []


def test_more_than_there_are(index: VectorIndex, points: NDArray[np.float32]) -> None:
    """Asking for more than the index holds gives all it holds."""
    assert index.search(points[0], 1000).ids.tolist() == naive(index, points[0])


def test_empty(empty: VectorIndex, points: NDArray[np.float32]) -> None:
    """An empty index finds nothing, and may be changed by nothing."""
    assert len(empty.search(points[0], 3)) == 0
    assert len(empty) == 0
    empty.add([], np.zeros((0, DIMENSION)))
    empty.remove([])
    assert empty.ids.tolist() == []


def test_only(index: VectorIndex, points: NDArray[np.float32]) -> None:
    """A filter of ids lets nothing else through; fewer than k come only where fewer survive."""
    some = index.ids[::10]
    wanted = [x for x in naive(index, points[3]) if x in some]
    assert index.search(points[3], 5, Only(some)).ids.tolist() == wanted[:5]
    assert index.search(points[3], 500, Only([*some, 7])).ids.tolist() == wanted
    assert len(index.search(points[3], 5, Only([]))) == 0
    assert len(index.search(points[3], 5, Only([7, 8]))) == 0


def test_without(index: VectorIndex, points: NDArray[np.float32]) -> None:
    """A filter of unwanted ids hides just those, be they the very nearest."""
    order = naive(index, points[3])
    hidden = order[:20]
    assert index.search(points[3], 10, Without([*hidden, 7])).ids.tolist() == order[20:30]
    assert len(index.search(points[3], 5, Without(order))) == 0
    assert index.search(points[3], 5, Without([])).ids.tolist() == order[:5]


def test_equals_by_id(empty: VectorIndex) -> None:
    """Equal vectors come in the order of their ids, whatever the order they were added in."""
    ids = np.random.default_rng(1).permutation(50)
    row = np.random.default_rng(2).normal(size=DIMENSION)
    empty.add(ids, np.tile(row, (50, 1)))
    assert empty.search(row, 50).ids.tolist() == list(range(50))
    assert [empty.rank(row, n) for n in (0, 17, 49)] == [1, 18, 50]


def test_rank_is_the_place(index: VectorIndex, points: NDArray[np.float32]) -> None:
    """The rank of every id is its place in the full order, first is 1."""
    query = points[11] + 0.3
    for place, item_id in enumerate(naive(index, query), start=1):
        assert index.rank(query, item_id) == place


def test_update_moves(index: VectorIndex, points: NDArray[np.float32]) -> None:
    """An updated id is found at its new place and no longer at the old."""
    index.update([1000, 1003], 10 * points[[90, 91]])
    assert len(index) == 200
    np.testing.assert_array_equal(index.search(points[90], 200).ids, naive(index, points[90]))
    if index.spec.metric is Metric.COSINE:
        assert 1000 in index.search(points[90], 2).ids


def test_remove_forgets(index: VectorIndex, points: NDArray[np.float32]) -> None:
    """A removed id is found no more, and may be added again with another vector."""
    index.remove([1000, 1003])
    assert 1000 not in index
    assert len(index) == 198
    assert not {1000, 1003} & set(index.search(points[0], 198).ids.tolist())
    with pytest.raises(UnknownIds):
        index.rank(points[0], 1000)
    index.add([1003, 5], points[:2])
    assert index.search(points[0], 200).ids.tolist() == naive(index, points[0])


def test_grows(empty: VectorIndex) -> None:
    """Thousands of vectors fit without saying so before, and rows that became free are used."""
    rng = np.random.default_rng(3)
    for start in range(0, 1500, 300):
        empty.add(np.arange(start, start + 300), rng.normal(size=(300, DIMENSION)))
        empty.remove(np.arange(start, start + 300, 2))
    query = rng.normal(size=DIMENSION).astype(np.float32)
    assert len(empty) == 750
    assert empty.search(query, 10).ids.tolist() == naive(empty, query)[:10]


def test_any_int64(empty: VectorIndex, points: NDArray[np.float32]) -> None:
    """Ids may be any 64-bit integers, negative ones and Discord's too."""
    ids = [-(2**63), -1, 0, 2**63 - 1]
    empty.add(ids, points[:4])
    assert empty.ids.tolist() == ids
    assert set(empty.search(points[0], 4).ids.tolist()) == set(ids)


def changed(row: int, value: float) -> NDArray[np.float64]:
    """Three rows of ones with one number changed."""
    rows = np.ones((3, DIMENSION))
    rows[row, 2] = value
    return rows


BAD_CALLS = [
    ([1, 2, 3], np.ones((3, DIMENSION - 1)), BadVectors(IndexFault.SHAPE)),
    ([1], np.ones(DIMENSION), BadVectors(IndexFault.SHAPE)),
    ([1, 2], [[1.0] * DIMENSION, [1.0]], BadVectors(IndexFault.SHAPE)),
    ([1], [["x"] * DIMENSION], BadVectors(IndexFault.SHAPE)),
    ([1, 2], np.ones((3, DIMENSION)), BadVectors(IndexFault.COUNT)),
    ([1, 2, 3], changed(2, np.nan), BadVectors(IndexFault.NOT_FINITE)),
    ([1, 2, 3], changed(2, np.inf), BadVectors(IndexFault.NOT_FINITE)),
    ([1, 2, 3], changed(2, 1e30), BadVectors(IndexFault.TOO_LARGE)),
    ([1.0, 2.5, 3], np.ones((3, DIMENSION)), BadVectors(IndexFault.ID_TYPE)),
    ([1, 2, 2**63], np.ones((3, DIMENSION)), BadVectors(IndexFault.ID_TYPE)),
    ([True, False, True], np.ones((3, DIMENSION)), BadVectors(IndexFault.ID_TYPE)),
    (7, np.ones((1, DIMENSION)), BadVectors(IndexFault.ID_TYPE)),
    ([1, 2, 1], np.ones((3, DIMENSION)), DuplicateIds((1,))),
    ([1, 2, 1000], np.ones((3, DIMENSION)), DuplicateIds((1000,))),
]


@pytest.mark.parametrize(("ids", "vectors", "error"), BAD_CALLS)
def test_refused_add(
    index: VectorIndex,
    points: NDArray[np.float32],
    ids: object,
    vectors: object,
    error: Exception,
) -> None:
    """A bad id or vector anywhere in a call is named, and nothing of the call is kept."""
    before = index.search(points[0], 300)
    with pytest.raises(type(error)) as caught:
        index.add(ids, vectors)
    assert vars(caught.value) == vars(error)
    after = index.search(points[0], 300)
    assert (after.ids.tolist(), after.scores.tolist()) == (
        before.ids.tolist(),
        before.scores.tolist(),
    )
    index.add([1, 2], points[:2] + 1)
    assert len(index) == 202


def test_zero_vector(index: VectorIndex, points: NDArray[np.float32]) -> None:
    """A vector of zeros has no cosine with anything; other metrics take it."""
    if index.spec.metric is Metric.COSINE:
        with pytest.raises(BadVectors):
            index.add([1, 2], [points[0], 0 * points[0]])
        with pytest.raises(BadVectors):
            index.search(0 * points[0], 3)
        assert len(index) == 200
    else:
        index.add([1], [0 * points[0]])
        assert len(index.search(0 * points[0], 300)) == 201


def test_refused_change(index: VectorIndex, points: NDArray[np.float32]) -> None:
    """Updating or removing with one unknown or repeated id changes nothing at all."""
    before = index.vectors(index.ids)
    for ids in ([1000, 7], [1000, 1000]):
        with pytest.raises((UnknownIds, DuplicateIds)):
            index.update(ids, points[50:52])
        with pytest.raises((UnknownIds, DuplicateIds)):
            index.remove(ids)
    np.testing.assert_array_equal(index.vectors(index.ids), before)
    with pytest.raises(UnknownIds) as caught:
        index.vectors([7, 1000, 8])
    assert caught.value.ids == (7, 8)


@pytest.mark.parametrize("k", [0, -1])
def test_refused_k(index: VectorIndex, points: NDArray[np.float32], k: int) -> None:
    """Asking for less than one neighbour is refused."""
    with pytest.raises(BadVectors) as caught:
        index.search(points[0], k)
    assert caught.value.fault is IndexFault.K


def test_refused_query(index: VectorIndex) -> None:
    """A query of another size is refused."""
    for query in (np.ones(DIMENSION + 1), np.ones((2, DIMENSION)), 1.0, [[1.0], [1.0, 2.0]]):
        with pytest.raises(BadVectors):
            index.search(query, 3)
        with pytest.raises(BadVectors):
            index.rank(query, 1000)


def test_keeps_its_own_copy(empty: VectorIndex, points: NDArray[np.float32]) -> None:
    """Neither what goes in nor what comes out lets a caller change the index."""
    mine = points.copy()
    empty.add(np.arange(200), mine)
    before = empty.search(points[0], 200).ids.tolist()
    mine[:] = 1
    empty.vectors([0, 1])[:] = 1
    empty.search(points[0], 3).ids[:] = 0
    assert empty.search(points[0], 200).ids.tolist() == before


def test_interrupted_add(
    index: VectorIndex, points: NDArray[np.float32], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupt in the middle of a long change leaves the index as it was."""
    before, rows = index.search(points[0], 300), index._rows
    put, calls = rows.put, []

    def interrupted(*arguments: object) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        put(*arguments)

    for change, ids in ((index.add, np.arange(200)), (index.update, index.ids)):
        calls.clear()
        with monkeypatch.context() as patch:
            patch.setattr(rows, "put", interrupted)
            with pytest.raises(KeyboardInterrupt):
                change(ids, points[::-1])
        after = index.search(points[0], 300)
        assert after.ids.tolist() == before.ids.tolist()
        assert after.scores.tolist() == before.scores.tolist()
    index.add(np.arange(200), points)
    assert index.search(points[5] + 0.1, 400).ids.tolist() == naive(index, points[5] + 0.1)
