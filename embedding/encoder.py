"""The contract of everything that turns texts into vectors."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Progress = Callable[[int, int], None]
"""Told how many texts are done, of how many."""


class Encoder(Protocol):
    """Turns texts into unit vectors of one model; safe to call from several threads."""

    @property
    def model_id(self) -> str:
        """A stable name: the same id means vectors that may be compared with each other."""

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row a text in their order, shape (n, d); (0, d) for none.

        Raises EncoderError where the model or endpoint cannot answer, MissingDependency where its
        library is not installed and DimensionMismatch where vectors of another size come.
        """


def in_batches(
    texts: Sequence[str], size: int, progress: Progress | None = None
) -> Iterator[Sequence[str]]:
    """The texts by `size` at a time; `progress` is told after each batch was dealt with."""
    for start in range(0, len(texts), size):
        batch = texts[start : start + size]
        yield batch
        if progress is not None:
            progress(start + len(batch), len(texts))


def stacked(blocks: Sequence[NDArray[np.float32]], dimension: int) -> NDArray[np.float32]:
    """The blocks below each other, shape (n, d); (0, d) for no blocks."""
    return np.concatenate(blocks) if blocks else np.zeros((0, dimension), np.float32)


def unit_rows(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """The rows scaled to length one, as float32; a row of zeros stays one."""
    wide = vectors.astype(np.float64)
    # By the largest entry first, so that squaring neither overflows nor vanishes.
    wide /= np.maximum(np.abs(wide).max(axis=1, keepdims=True, initial=0.0), np.finfo(float).tiny)
    norms = np.linalg.norm(wide, axis=1, keepdims=True)
    return (wide / np.where(norms > 0, norms, 1.0)).astype(np.float32)
