"""An encoder whose long work can be given up."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from embedding.alike import alike
from embedding.encoder import Encoder

_AT_ONCE, _LETTERS = 256, 8192
"""Encoding so much takes half a second, and more at once is no faster."""


class Interruptible:
    """Asks `check` before every few texts; what that raises ends the encoding."""

    def __init__(
        self, encoder: Encoder, check: Callable[[], object], letters: int = _LETTERS
    ) -> None:
        self._encoder, self._check, self._letters = encoder, check, letters
        self.model_id, self.dimension = encoder.model_id, encoder.dimension

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One unit row a text, shape (n, d)."""
        rows = np.empty((len(texts), self.dimension), np.float32)
        for places in alike([len(text) for text in texts], _AT_ONCE, self._letters):
            self._check()
            rows[places] = self._encoder.encode([texts[place] for place in places])
        return rows
