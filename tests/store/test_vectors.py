"""Vectors in SQL, beyond what the contract of every vector store says."""

from collections.abc import Callable
from datetime import datetime

import numpy as np
import pytest
from sqlalchemy import text

from store.engine import Database
from store.errors import BadVector, DatabaseDamaged
from store.vectors import SqlVectorStore

Together = Callable[[int, Callable[[int], None]], list[None]]


@pytest.fixture
def vectors(database: Database, noon: datetime) -> SqlVectorStore:
    """An empty store of vectors."""
    return SqlVectorStore(database, lambda: noon)


def test_more_than_one_batch(vectors: SqlVectorStore) -> None:
    """Thousands at once go in and out, beyond what one statement takes."""
    kept = {f"h{n}": np.array([n, 0.5], np.float32) for n in range(2501)}
    vectors.put("m", kept)
    found = vectors.get("m", kept)
    assert len(found) == 2501
    assert all(found[f"h{n}"][0] == n for n in range(2501))


def test_bad_vector_is_named(vectors: SqlVectorStore) -> None:
    """The error tells which vector of many was refused."""
    good, bad = np.array([1, 2], np.float32), np.array([np.nan], np.float32)
    with pytest.raises(BadVector) as caught:
        vectors.put("m", {"good": good, "bad": bad})
    assert (caught.value.model_id, caught.value.content_hash) == ("m", "bad")


def test_cut_vector_is_damage(vectors: SqlVectorStore, database: Database) -> None:
    """A stored vector that is not as long as it says is never handed out."""
    vectors.put("m", {"h": np.array([1, 2], np.float32)})
    with database.writing() as connection:
        connection.execute(text("UPDATE vectors SET dimension = 3"))
        connection.commit()
    with pytest.raises(DatabaseDamaged):
        vectors.get("m", ["h"])


def test_same_vectors_at_once(
    lasting_database: Database, noon: datetime, at_once: Together
) -> None:
    """Threads that keep the same vectors at once all succeed, in whatever order they have them."""
    store = SqlVectorStore(lasting_database, lambda: noon)
    kept = {f"h{n}": np.array([n], np.float32) for n in range(50)}

    def put(n: int) -> None:
        store.put("m", dict(sorted(kept.items(), reverse=bool(n % 2))))

    at_once(6, put)
    assert len(store.get("m", kept)) == 50
