"""The toy encoder: the same everywhere, and alike for texts that look alike."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.toy import ToyEncoder

KNOWN = [0, 1 / 3, -1 / 3, -1 / 3, 2 / 3, 0, -1 / 3, 1 / 3]


def test_known_vector() -> None:
    """A text has these numbers in every process and on every platform."""
    row = ToyEncoder(8).encode(["river"])[0]
    np.testing.assert_allclose(row, KNOWN, atol=1e-7)


def test_alike() -> None:
    """Texts that share letters lie nearer than those that do not."""
    rows = ToyEncoder().encode(["guessing", "guesses", "plumbum"])
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.2


@given(st.lists(st.text(max_size=30), max_size=5))
def test_any_text(texts: list[str]) -> None:
    """Any text at all becomes a unit row."""
    rows = ToyEncoder(5).encode(texts)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), np.ones(len(texts)), atol=1e-6)


def test_no_dimension() -> None:
    """A toy without dimensions cannot be made."""
    with pytest.raises(ValueError, match="dimension"):
        ToyEncoder(0)
