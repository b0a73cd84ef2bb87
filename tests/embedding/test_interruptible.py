"""Encoding that can be given up."""

import numpy as np
import pytest

from embedding.interruptible import Interruptible
from embedding.toy import ToyEncoder

TEXTS = [f"text {n}" * (n % 7) for n in range(1000)]


def test_vectors_are_the_encoders() -> None:
    """The same as all at once, also for none."""
    toy = ToyEncoder()
    asked = Interruptible(toy, lambda: None)
    assert (asked.model_id, asked.dimension) == (toy.model_id, toy.dimension)
    assert np.array_equal(asked.encode(TEXTS), toy.encode(TEXTS))
    assert asked.encode([]).shape == (0, toy.dimension)


def test_given_up_in_between() -> None:
    """What the check raises ends it before the next few texts."""
    left = [1, 2]

    def check() -> None:
        left.pop()

    with pytest.raises(IndexError):
        Interruptible(ToyEncoder(), check).encode(TEXTS)
