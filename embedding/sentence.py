"""The reference encoder: sentence-transformers on a model from a local folder or the hub."""

from collections.abc import Sequence
from functools import cached_property
from importlib.util import find_spec
from threading import RLock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embedding.encoder import Progress, in_batches, stacked, unit_rows
from embedding.errors import DimensionMismatch, MissingDependency, ModelMissing
from embedding.source import HubModel, ModelFolder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_AT_ONCE = 32
"""The library sorts a batch by length: cut so small, hardly any of it is padding."""


class SentenceEncoder:
    """Encodes with sentence-transformers on the CPU; the model is loaded at the first text.

    A `ModelFolder` is checked against its SHA-256 on load and never touches the network; its id
    and dimension are known before. `threads` is torch's number of threads, a setting of the whole
    process: two under load made the slowest twentieth of calls fifty times slower.
    """

    def __init__(
        self, source: ModelFolder | HubModel, *, threads: int = 1, batch_size: int = 256
    ) -> None:
        self._source = source
        self._threads = threads
        self._batch_size = batch_size
        self._lock = RLock()

    @property
    def model_id(self) -> str:
        """Name and the first digits of the weights' SHA-256, or the hub's name and revision."""
        return self._source.model_id

    @property
    def dimension(self) -> int:
        """The size of a vector; a hub model must be loaded to know it."""
        if isinstance(self._source, ModelFolder):
            return self._source.dimension
        return _dimension(self.model)

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> NDArray[np.float32]:
        """One unit row a text, shape (n, d).

        Raises MissingDependency, ModelMissing, ModelDamaged or DimensionMismatch.
        """
        batches = in_batches(texts, self._batch_size, progress)
        return stacked([self._encode(batch) for batch in batches], self.dimension)

    def _encode(self, batch: Sequence[str]) -> NDArray[np.float32]:
        # Concurrent calls on one shared torch model are reported to crash the process.
        with self._lock:
            rows = self.model.encode(list(batch), batch_size=_AT_ONCE, show_progress_bar=False)
        return unit_rows(rows)

    @property
    def model(self) -> "SentenceTransformer":
        """The loaded model. Raises what `encode` raises."""
        with self._lock:
            return self._model

    @cached_property
    def _model(self) -> "SentenceTransformer":
        if find_spec("sentence_transformers") is None:
            raise MissingDependency("sentence_transformers", "encode")
        if isinstance(self._source, ModelFolder):
            self._source.verify()
        model = _load(self._source, self._threads)
        if isinstance(self._source, ModelFolder) and _dimension(model) != self._source.dimension:
            raise DimensionMismatch(self._source.dimension, _dimension(model))
        return model


def _load(source: ModelFolder | HubModel, threads: int) -> "SentenceTransformer":
    # Here and not above: torch takes seconds and half a gigabyte, and most commands encode nothing.
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    torch.set_num_threads(threads)
    # What the terminal shows is the caller's to decide. (transformers leaves this one untyped.)
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        if isinstance(source, ModelFolder):
            return SentenceTransformer(str(source.path), device="cpu", local_files_only=True)
        return SentenceTransformer(
            source.name,
            device="cpu",
            revision=source.revision,
            local_files_only=not source.allow_network,
        )
    except (OSError, ValueError) as error:
        raise ModelMissing(source.model_id) from error


def _dimension(model: "SentenceTransformer") -> int:
    return int(model.get_embedding_dimension() or 0)
