"""The contract of `embedding.ports.VectorStore`, held by everything that implements it.

Another implementation joins by a fixture that returns a fresh store, or a database for the one in
SQL, named in `STORES`.
"""

import threading
from datetime import datetime

import numpy as np
import pytest

from embedding.errors import EmbeddingError
from embedding.memory import MemoryVectorStore
from embedding.ports import VectorStore
from store.errors import StoreError
from store.vectors import SqlVectorStore

STORES = ("memory_store", "sqlite_database", "memory_database", "postgres_database")


@pytest.fixture
def memory_store() -> MemoryVectorStore:
    """The store without a database."""
    return MemoryVectorStore()


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, noon: datetime) -> VectorStore:
    """Every implementation, empty."""
    found = request.getfixturevalue(request.param)
    return found if hasattr(found, "put") else SqlVectorStore(found, lambda: noon)


def vector(*numbers: float) -> np.ndarray:
    """A vector of those numbers."""
    return np.array(numbers, np.float32)


def test_keeps_bit_by_bit(store: VectorStore) -> None:
    """What was put is got as float32 to the last bit, and only what was asked for."""
    kept = {f"h{n}": np.random.default_rng(n).normal(size=7).astype(np.float32) for n in range(3)}
    store.put("model", kept)
    found = store.get("model", ["h0", "h2", "absent"])
    assert set(found) == {"h0", "h2"}
    for key, got in found.items():
        assert got.dtype == np.float32
        np.testing.assert_array_equal(got, kept[key])


def test_models_stay_apart(store: VectorStore) -> None:
    """The same text has another vector under another model."""
    store.put("a", {"h": vector(1, 2)})
    store.put("b", {"h": vector(3, 4, 5)})
    assert store.get("a", ["h"])["h"].tolist() == [1, 2]
    assert store.get("b", ["h"])["h"].tolist() == [3, 4, 5]
    assert store.get("c", ["h"]) == {}


def test_first_vector_stays(store: VectorStore) -> None:
    """Putting again changes nothing and is no error."""
    store.put("model", {"h": vector(1, 2)})
    store.put("model", {"h": vector(8, 9), "i": vector(3, 4)})
    found = store.get("model", ["h", "i"])
    assert found["h"].tolist() == [1, 2]
    assert found["i"].tolist() == [3, 4]


def test_nothing_asked_nothing_put(store: VectorStore) -> None:
    """Empty questions and empty mappings are no errors."""
    store.put("model", {})
    assert store.get("model", []) == {}


def test_keeps_its_own_copy(store: VectorStore) -> None:
    """What the caller does to an array afterwards does not reach the store."""
    given = vector(1, 2)
    store.put("model", {"h": given})
    given[:] = 9
    assert store.get("model", ["h"])["h"].tolist() == [1, 2]


@pytest.mark.parametrize("bad", [[], [[1.0, 2.0]], [1.0, np.nan], [np.inf]])
def test_bad_vector_keeps_all_out(store: VectorStore, bad: list[object]) -> None:
    """A vector that is no row of finite numbers is refused, and the others with it."""
    with pytest.raises((EmbeddingError, StoreError)):
        store.put("model", {"good": vector(1, 2), "bad": np.array(bad, np.float32)})
    assert store.get("model", ["good", "bad"]) == {}


def test_threads_agree(store: VectorStore) -> None:
    """Threads that put different vectors for the same text at once all see one winner."""
    barrier = threading.Barrier(4)
    seen: list[list[float]] = []

    def put(number: int) -> None:
        barrier.wait()
        store.put("model", {"h": vector(number)})
        seen.append(store.get("model", ["h"])["h"].tolist())

    threads = [threading.Thread(target=put, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 4
    assert len({tuple(one) for one in seen}) == 1
