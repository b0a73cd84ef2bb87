"""A deterministic encoder for tests and examples: texts that share letters lie near each other."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from embedding.encoder import unit_rows


class ToyEncoder:
    """Hashes character n-grams into buckets with signs (Weinberger et al. 2009, feature hashing).

    The vectors are the same in every process and on every platform. Raises ValueError where
    `dimension` is no positive number.
    """

    def __init__(self, dimension: int = 64) -> None:
        if dimension < 1:
            raise ValueError("dimension")
        self.dimension = dimension
        self.model_id = f"toy-ngram-{dimension}"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row a text, shape (n, d); equal texts give equal rows."""
        # float64 sums of small integers are exact in any order, and one division follows: no
        # platform can round them otherwise.
        totals = np.zeros((len(texts), self.dimension), np.float64)
        for row, text in enumerate(texts):
            for gram in _grams(text):
                bucket, sign = self._place(gram)
                totals[row, bucket] += sign
            if not totals[row].any():  # signs may cancel out, and a unit vector is promised
                totals[row, self._place(text)[0]] = 1.0
        return unit_rows(totals)

    def _place(self, gram: str) -> tuple[int, float]:
        number = int.from_bytes(
            blake2b(gram.encode(errors="surrogatepass"), digest_size=8).digest()
        )
        return (number >> 1) % self.dimension, 1.0 if number & 1 else -1.0


def _grams(text: str) -> Iterator[str]:
    padded = f"^{text}$"
    for length in (2, 3, 4):
        for start in range(len(padded) - length + 1):
            yield padded[start : start + length]
