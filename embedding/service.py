"""Vectors of texts, none of them encoded twice."""

import unicodedata
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from embedding.alike import alike
from embedding.encoder import Encoder, Progress
from embedding.errors import DimensionMismatch
from embedding.ports import VectorStore
from embedding.turns import Turns

MOST_LIVE = 256
"""So many live texts' vectors stay in memory: a list in a mood is looked at more than once."""
LETTERS = 8192
"""Texts of so many letters together are encoded at once, in about half a second."""
_TRIES = 3
"""How often a batch is tried to be stored: encoding it anew would cost far more."""

Found = dict[str, NDArray[np.float32]]


class EmbeddingService:
    """Looks texts up in the store and encodes what is missing; safe to call from several threads.

    Texts of like length are encoded together, and stored as soon as they are: an interrupt loses
    at most one batch. The encoder is each caller's for a batch at a time and in turns, so that a
    long job does not hold up a single live text.
    """

    def __init__(
        self, encoder: Encoder, store: VectorStore, *, batch_size: int = 256, letters: int = LETTERS
    ) -> None:
        self._encoder = encoder
        self._store = store
        self._batch_size, self._letters = batch_size, letters
        self._turns = Turns()
        self._live: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._guard = Lock()
        self._unstored: Found = {}

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
        lengths, done = [len(wanted[key]) for key in missing], 0
        for places in alike(lengths, self._batch_size, self._letters):
            found |= self._encoded({missing[place]: wanted[missing[place]] for place in places})
            done += len(places)
            if progress is not None:
                progress(done, len(missing))
        rows = np.empty((len(texts), self.dimension), np.float32)
        for row, key in enumerate(keys):
            rows[row] = found[key]
        return rows

    def live(self, text: str) -> NDArray[np.float32]:
        """The unit vector of a text that somebody types, shape (d,).

        Nothing of it is stored: it is theirs, and would be one of ever more. Raises what the
        encoder raises.
        """
        plain = normalise(text)
        with self._guard:
            if plain in self._live:
                self._live.move_to_end(plain)
                return self._live[plain]
        with self._turns:
            (row,) = self._checked({plain: self._encoder.encode([plain])[0]}).values()
        with self._guard:
            self._live[plain] = row
            if len(self._live) > MOST_LIVE:
                self._live.popitem(last=False)
        return row

    def stored(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """The rows of texts that are stored, shape (n, d), and which those are; zeros for others.

        Nothing is encoded. Raises as `vectors` does.
        """
        keys = [content_hash(text) for text in texts]
        found = self._stored(dict.fromkeys(keys, ""))
        rows = np.zeros((len(texts), self.dimension), np.float32)
        there = np.array([key in found for key in keys], bool)
        for row in np.flatnonzero(there):
            rows[row] = found[keys[row]]
        return rows, there

    def _encoded(self, batch: Mapping[str, str]) -> Found:
        with self._turns:
            found, fresh = self._found(batch), {}  # another thread may have been faster
            missing = [key for key in batch if key not in found]
            if missing:
                rows = self._encoder.encode([normalise(batch[key]) for key in missing])
                fresh = self._checked(dict(zip(missing, rows, strict=True)))
                with self._guard:
                    self._unstored |= fresh
        # The store may have to wait for other writers, and nobody's turn should with it.
        self._keep(fresh)
        return found | fresh

    def _found(self, batch: Mapping[str, str]) -> Found:
        with self._guard:  # and then the store: what is stored meanwhile is in one of them
            waiting = {key: self._unstored[key] for key in batch if key in self._unstored}
        return self._stored(batch) | waiting

    def _keep(self, fresh: Found) -> None:
        if not fresh:
            return
        try:
            for _ in range(_TRIES - 1):
                with suppress(Exception):  # busy, perhaps; the last time it is raised
                    self._store.put(self.model_id, fresh)
                    return
            self._store.put(self.model_id, fresh)
        finally:
            with self._guard:
                for key in fresh:
                    self._unstored.pop(key, None)

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
