"""An encoder whose long work can be given up."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from embedding.encoder import Encoder

_AT_ONCE = 32
"""Encoding so many texts takes a second at most, and more at once are hardly faster."""


class Interruptible:
    """Asks `check` before every few texts; what that raises ends the encoding."""

    def __init__(self, encoder: Encoder, check: Callable[[], object]) -> None:
        self._encoder, self._check = encoder, check
        self.model_id, self.dimension = encoder.model_id, encoder.dimension

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row a text, shape (n, d)."""
        parts = [np.empty((0, self.dimension), np.float32)]
        for start in range(0, len(texts), _AT_ONCE):
            self._check()
            parts.append(self._encoder.encode(texts[start : start + _AT_ONCE]))
        return np.concatenate(parts)
