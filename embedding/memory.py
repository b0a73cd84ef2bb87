"""A vector store that lasts as long as the process, for tests and small jobs."""

from collections.abc import Collection, Mapping
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from embedding.errors import BadVectors, IndexFault


class MemoryVectorStore:
    """Keeps vectors in a dictionary."""

    def __init__(self) -> None:
        self._vectors: dict[tuple[str, str], NDArray[np.float32]] = {}
        self._lock = Lock()

    def get(self, model_id: str, hashes: Collection[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors that are kept of those asked for, as read-only arrays of shape (d,)."""
        with self._lock:
            return {x: self._vectors[model_id, x] for x in hashes if (model_id, x) in self._vectors}

    def put(self, model_id: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keeps copies; what is kept already stays as it is.

        Raises BadVectors, and keeps none, where one is no row of finite numbers.
        """
        copies = {(model_id, x): _frozen(vector) for x, vector in vectors.items()}
        with self._lock:
            for key, vector in copies.items():
                self._vectors.setdefault(key, vector)


def _frozen(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    copy = np.array(vector, np.float32)
    if copy.ndim != 1 or copy.size == 0:
        raise BadVectors(IndexFault.SHAPE)
    if not np.isfinite(copy).all():
        raise BadVectors(IndexFault.NOT_FINITE)
    copy.setflags(write=False)
    return copy
