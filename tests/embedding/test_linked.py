"""The nearest of every row are found without comparing every two."""

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.graph import GraphSettings
from embedding.linked import nearest_rows


@pytest.fixture
def unit() -> NDArray[np.float32]:
    """Three thousand rows of length 1 around fifty centres, the last two alike."""
    rng = np.random.default_rng(3)
    rows = rng.normal(size=(50, 16))[rng.integers(50, size=3000)] + 0.5 * rng.normal(
        size=(3000, 16)
    )
    rows[-1] = rows[-2]
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_most_of_the_nearest_are_found(unit: NDArray[np.float32]) -> None:
    """At least 95 of 100, each with its cosine, best first, and no row is its own neighbour."""
    items, cosines = nearest_rows(unit, 5)
    exact = unit @ unit.T
    np.fill_diagonal(exact, -1)
    right = np.argsort(-exact, axis=1)[:, :5]
    shared = [len({*a} & {*b}) for a, b in zip(items.tolist(), right.tolist(), strict=True)]
    assert np.mean(shared) > 4.75
    assert np.abs(cosines - np.take_along_axis(exact, items.astype(int), 1)).max() < 1e-5
    assert (np.diff(cosines, axis=1) <= 0).all()
    assert (items != np.arange(len(unit))[:, None]).all()


def test_twins_find_each_other(unit: NDArray[np.float32]) -> None:
    """A row equal to another one is not mistaken for it."""
    items, _ = nearest_rows(unit, 3)
    assert (items[-1, 0], items[-2, 0]) == (len(unit) - 2, len(unit) - 1)


def test_what_is_not_reached_counts_for_nothing(unit: NDArray[np.float32]) -> None:
    """Where the graph reaches fewer rows than asked, the rest is marked as infinitely far."""
    items, cosines = nearest_rows(unit[:4], 6, GraphSettings(links=2))
    assert items.shape == cosines.shape == (4, 6)
    assert (cosines == -np.inf).all()
