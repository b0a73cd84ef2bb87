"""The word table: every word people may guess, with its vector, its inflections and its gloss."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

# int8 products of so many dimensions add up below 2**24, so that float32 arithmetic on them is
# exact in any order: ranks do not depend on the machine or its BLAS.
MAX_DIMENSION = 2**24 // 128**2


@dataclass(frozen=True)
class WordTable:
    """Words with vectors of integers, shape (n, d), that stand for unit vectors.

    `words`, `glosses`, `parts` (n, v, a, r) and `zipf` go row by row. `forms` leads from an
    inflected form to a row. `secrets` are the rows a puzzle may hide. Raises ValueError where the
    shapes do not fit.
    """

    version: str
    words: Sequence[str]
    vectors: NDArray[np.int8]
    forms: Mapping[str, int]
    secrets: NDArray[np.int32]
    parts: str
    zipf: NDArray[np.float32]
    glosses: Sequence[str]
    sources: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        rows, dimension = self.vectors.shape
        columns = (self.words, self.parts, self.zipf, self.glosses)
        if any(len(column) != rows for column in columns) or dimension > MAX_DIMENSION:
            raise ValueError("the columns of a word table do not fit together")

    def __len__(self) -> int:
        return len(self.words)

    def row(self, word: str) -> int | None:
        """The row of a word or of the word it is a form of; None where it is unknown."""
        found = self._rows.get(word)
        return self.forms.get(word) if found is None else found

    def similarities(self, row: int) -> NDArray[np.float64]:
        """The cosine of every word with the word of that row, shape (n,); the same everywhere."""
        target = self.vectors[row].astype(np.float32)
        products = np.empty(len(self), np.float64)
        for start in range(0, len(self), 4096):  # a float copy of all is big
            block = slice(start, start + 4096)
            products[block] = self.vectors[block].astype(np.float32) @ target
        # Squares of cosines, for they are quotients of integers: rounded so little that equal
        # cosines come out equal and none passes another.
        squares = products * products / self._squares / self._squares[row]
        cosines: NDArray[np.float64] = np.copysign(np.sqrt(squares), products)
        return cosines

    def unit_vectors(self, rows: Sequence[int] | NDArray[np.int32]) -> NDArray[np.float32]:
        """The unit vectors of those rows, shape (len(rows), d)."""
        picked = self.vectors[rows].astype(np.float32)
        units: NDArray[np.float32] = picked / np.linalg.norm(picked, axis=1, keepdims=True)
        return units

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {word: row for row, word in enumerate(self.words)}

    @cached_property
    def _squares(self) -> NDArray[np.float64]:
        """The squared length of every vector: exact, for it is a sum of integers."""
        sums = np.einsum("nd,nd->n", self.vectors, self.vectors, dtype=np.int64)
        squares: NDArray[np.float64] = np.maximum(sums, 1).astype(np.float64)
        return squares
