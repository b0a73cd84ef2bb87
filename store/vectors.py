"""Vectors kept in SQL, so that no text is ever encoded twice under one model."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import bindparam, select

from store.columns import table_of
from store.conflicts import InsertOnce
from store.engine import Database
from store.errors import BadVector, DatabaseDamaged
from store.schema import VectorRow

# Below the fewest parameters that any SQLite of the last years takes (999).
_BATCH = 500

_vectors = table_of(VectorRow)
_ADD = InsertOnce(_vectors)
_FIND = select(_vectors.c.content_hash, _vectors.c.dimension, _vectors.c.vector).where(
    _vectors.c.model_id == bindparam("of_model"),
    _vectors.c.content_hash.in_(bindparam("of_hashes", expanding=True)),
)

Vector = NDArray[np.float32]


class SqlVectorStore:
    """`embedding.ports.VectorStore` over an open database; `now` tells when a vector was made."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    def get(self, model_id: str, hashes: Collection[str]) -> dict[str, Vector]:
        """The vectors that are kept of those asked for, each of shape (d,).

        Raises DatabaseDamaged where one is not as long as it says, or another StoreError.
        """
        found: dict[str, Vector] = {}
        wanted = iter(dict.fromkeys(hashes))
        with self._database.reading() as connection:
            while batch := list(islice(wanted, _BATCH)):
                values = {"of_model": model_id, "of_hashes": batch}
                for content_hash, dimension, raw in connection.execute(_FIND, values):
                    found[content_hash] = self._decoded(content_hash, dimension, raw)
        return found

    def put(self, model_id: str, vectors: Mapping[str, Vector]) -> None:
        """Keeps all of them or, on an error, none; what is kept already stays as it is.

        Raises BadVector for one that is not a row of finite numbers, or another StoreError.
        """
        moment = self._now()
        # In one order everywhere, so that two who keep the same vectors never wait for each other.
        rows = [_row(model_id, key, vectors[key], moment) for key in sorted(vectors)]
        if not rows:
            return
        with self._database.writing() as connection:
            for start in range(0, len(rows), _BATCH):
                _ADD.run(connection, rows[start : start + _BATCH])
            connection.commit()

    def _decoded(self, content_hash: str, dimension: int, raw: bytes) -> Vector:
        if len(raw) != 4 * dimension:
            raise DatabaseDamaged(self._database.name, f"vector {content_hash}")
        return np.frombuffer(raw, dtype="<f4").astype(np.float32)


def _row(model_id: str, content_hash: str, vector: Vector, moment: datetime) -> dict[str, Any]:
    if vector.ndim != 1 or vector.size == 0 or not np.isfinite(vector).all():
        raise BadVector(model_id, content_hash)
    return {
        "model_id": model_id,
        "content_hash": content_hash,
        "dimension": vector.size,
        "vector": vector.astype("<f4").tobytes(),
        "created_at": moment,
    }
