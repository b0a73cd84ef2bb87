"""Every item knows what lies nearest to it in content."""

import numpy as np
import pytest
from numpy.typing import NDArray

from recsys.neighbours import NEAREST, Neighbours, all_pairs


def rows_of_one(count: int, width: int = 8) -> NDArray[np.float32]:
    """Rows of length 1 in random directions."""
    rows = np.random.default_rng(0).normal(size=(count, width))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def test_the_nearest_are_found_across_blocks() -> None:
    """More rows than are compared at a time: each has the nearest others, and never itself."""
    unit = rows_of_one(1500)
    items, cosines = all_pairs(unit, 4)
    exact = unit @ unit.T
    np.fill_diagonal(exact, -np.inf)
    for row in range(0, 1500, 97):
        assert {*items[row].tolist()} == {*np.argsort(-exact[row])[:4].tolist()}
        assert cosines[row] == pytest.approx(exact[row, items[row]], abs=1e-6)


def test_nearer_ones_weigh_more() -> None:
    """An equal weighs 1, what lies at right angles next to nothing."""
    unit = np.array([[1, 0], [1, 0], [0, 1]], np.float32)
    found = Neighbours.of(unit, all_pairs)
    weights = dict(zip(found.items[0].tolist(), found.weights[0].tolist(), strict=True))
    assert weights[1] == pytest.approx(1)
    assert weights[2] < 0.001


@pytest.mark.parametrize("count", [0, 1, 2, NEAREST, NEAREST + 1])
def test_few_items_have_fewer_neighbours(count: int) -> None:
    """Each item has all the others, where those are few."""
    found = Neighbours.of(rows_of_one(count), all_pairs)
    assert found.items.shape == found.weights.shape == (count, min(NEAREST, max(count - 1, 0)))
    assert found.summed(np.ones((count, 2))).shape == (count, 2)


def test_without_features_nothing_is_near() -> None:
    """Items of which nothing is known have no neighbours."""
    assert Neighbours.of(np.zeros((9, 0), np.float32), all_pairs).items.shape == (9, 0)


def test_sums_of_some_are_those_of_all() -> None:
    """Summing over the neighbours of some items gives what summing over all gives them."""
    found = Neighbours.of(rows_of_one(60), all_pairs)
    values = np.random.default_rng(1).normal(size=(60, 3))
    expected = (found.weights[:, :, None] * values[found.items]).sum(axis=1)
    those = np.array([5, 3, 59])
    assert np.abs(found.summed(values) - expected).max() < 1e-12
    assert np.abs(found.summed(values, those) - expected[those]).max() < 1e-12
