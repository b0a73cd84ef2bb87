"""Vectors of texts, none of them encoded twice."""

import unicodedata
from collections.abc import Mapping, Sequence
from hashlib import sha256
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from embedding.encoder import Encoder, Progress, in_batches
from embedding.errors import DimensionMismatch
from embedding.ports import VectorStore

Found = dict[str, NDArray[np.float32]]


class EmbeddingService:
    """Looks texts up in the store and encodes what is missing; safe to call from several threads.

    Each batch is stored as soon as it is encoded: an interrupt loses at most one. One lock guards
    the encoder for a batch at a time, so that a long job does not hold up a single live text.
    """

    def __init__(self, encoder: Encoder, store: VectorStore, *, batch_size: int = 256) -> None:
        self._encoder = encoder
        self._store = store
        self._batch_size = batch_size
        self._lock = Lock()

    @property
    def model_id(self) -> str:
        """The id of the encoder's model."""
        return self._encoder.model_id

    @property
    def dimension(self) -> int:
        """The size of a vector."""
        return self._encoder.dimension

    def vectors(
        self, texts: Sequence[str], progress: Progress | None = None
    ) -> NDArray[np.float32]:
        """One unit row a text in their order, shape (n, d).

        `progress` counts the distinct texts that were not in the store. Raises what the encoder
        and the store raise, and DimensionMismatch where the store holds vectors of another size.
        """
        keys = [content_hash(text) for text in texts]
        wanted = dict(zip(keys, texts, strict=True))
        found = self._stored(wanted)
        missing = [key for key in wanted if key not in found]
        for batch in in_batches(missing, self._batch_size, progress):
            found |= self._encoded({key: wanted[key] for key in batch})
        rows = np.empty((len(texts), self.dimension), np.float32)
        for row, key in enumerate(keys):
            rows[row] = found[key]
        return rows

    def _encoded(self, batch: Mapping[str, str]) -> Found:
        with self._lock:
            found = self._stored(batch)  # another thread may have been faster
            missing = [key for key in batch if key not in found]
            if missing:
                rows = self._encoder.encode([normalise(batch[key]) for key in missing])
                fresh = self._checked(dict(zip(missing, rows, strict=True)))
                self._store.put(self.model_id, fresh)
                found |= fresh
        return found

    def _stored(self, keys: Mapping[str, str]) -> Found:
        return self._checked(self._store.get(self.model_id, keys.keys()) if keys else {})

    def _checked(self, found: Found) -> Found:
        for vector in found.values():
            if vector.shape != (self.dimension,):
                raise DimensionMismatch(self.dimension, vector.size)
        return found


def normalise(text: str) -> str:
    """The text in Unicode NFC, with "?" for surrogates that no encoding can write."""
    return unicodedata.normalize("NFC", text).encode(errors="replace").decode()


def content_hash(text: str) -> str:
    """The SHA-256 of the normalised text in UTF-8, in hexadecimal digits."""
    return sha256(normalise(text).encode()).hexdigest()
