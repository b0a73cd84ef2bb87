"""Small worlds of taste."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from recsys.features import Described, FeatureBasis, ItemFeatures
from recsys.model import TasteModel
from recsys.opinions import OpinionMatrix

RATERS, ITEMS = 30, 60


def matrix_of(dense: NDArray[np.float64]) -> OpinionMatrix:
    """The opinions that are not 0."""
    raters, items = np.nonzero(dense)
    return OpinionMatrix.of(raters, items, dense[raters, items], dense.shape)


@pytest.fixture
def matrix() -> Callable[[NDArray[np.float64]], OpinionMatrix]:
    """Makes a sparse matrix of a dense one."""
    return matrix_of


@pytest.fixture
def dense() -> NDArray[np.float64]:
    """Thirty raters' likes and low ratings of sixty items, of which the last ten have none."""
    rng = np.random.default_rng(4)
    made = rng.choice([0, 0, 0, 0.5, 1], size=(RATERS, ITEMS))
    made[:, 50:] = 0
    return made


@pytest.fixture
def features() -> ItemFeatures:
    """Features of sixty items: a text vector, tags, and years of most."""
    rng = np.random.default_rng(5)
    vectors = rng.normal(size=(ITEMS, 12))
    items = [
        Described(
            [f"tag{tag}" for tag in rng.integers(6, size=2)],
            None if row % 7 == 0 else int(rng.integers(1930, 2030)),
        )
        for row in range(ITEMS)
    ]
    return FeatureBasis.of(vectors, items).features(vectors, items)


@pytest.fixture
def make(features: ItemFeatures) -> Callable[[NDArray[np.float64]], TasteModel]:
    """A model fitted at once to dense opinions."""
    return lambda dense: TasteModel(matrix_of(dense.copy()), features)
