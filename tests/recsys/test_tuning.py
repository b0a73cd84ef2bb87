"""Dials are found the same way every time, and fit the data."""

import numpy as np
import pytest

from recsys.dials import Dials
from recsys.features import ItemFeatures
from recsys.opinions import OpinionMatrix
from recsys.tuning import among, choose_raters, tune

RATERS, ITEMS, KINDS = 80, 120, 6


def world(rng: np.random.Generator, share: float = 0.3) -> tuple[OpinionMatrix, np.ndarray]:
    """Raters who each like items of two of six kinds, and each item's kind."""
    kinds = rng.integers(KINDS, size=ITEMS)
    tastes = np.array([rng.permutation(KINDS)[:2] for _ in range(RATERS)])
    liked = (kinds[None, :, None] == tastes[:, None, :]).any(axis=2)
    raters, items = np.nonzero(liked & (rng.random(liked.shape) < share))
    return OpinionMatrix.of(raters, items, np.ones(len(raters)), (RATERS, ITEMS)), kinds


def telling(kinds: np.ndarray) -> ItemFeatures:
    """Features that name each item's kind."""
    return ItemFeatures(np.eye(KINDS)[kinds] - 1 / KINDS, 0, KINDS)


def noise(rng: np.random.Generator) -> ItemFeatures:
    """Strong features that mean nothing."""
    return ItemFeatures(rng.normal(size=(ITEMS, 20)), 0, 20)


def test_the_same_seed_finds_the_same_dials() -> None:
    """Tuning is a function of the data and the generator."""
    opinions, kinds = world(np.random.default_rng(0))
    one, other = (tune(opinions, telling(kinds), np.random.default_rng(1)) for _ in range(2))
    assert one == other


def test_features_that_tell_keep_their_weight() -> None:
    """Where raters like few items, features that name what they go by are not turned down."""
    opinions, kinds = world(np.random.default_rng(0), share=0.17)
    found = tune(opinions, telling(kinds), np.random.default_rng(1))
    assert found.features >= Dials().features


def test_features_that_mean_nothing_are_turned_down() -> None:
    """Strong features without any meaning lose their weight."""
    opinions, _ = world(np.random.default_rng(0))
    found = tune(opinions, noise(np.random.default_rng(2)), np.random.default_rng(1))
    assert found.features < Dials().features


def test_few_raters_keep_the_defaults() -> None:
    """From a handful of raters nothing is concluded."""
    opinions, kinds = world(np.random.default_rng(0))
    few = among(opinions, np.arange(10))
    assert tune(few, telling(kinds), np.random.default_rng(1)) == Dials()


def test_without_features() -> None:
    """A catalogue of which nothing is known is tuned too."""
    opinions, _ = world(np.random.default_rng(0))
    found = tune(opinions, ItemFeatures(np.zeros((ITEMS, 0)), 0, 0), np.random.default_rng(1))
    assert found.regularisation > 0


@pytest.mark.parametrize("most", [10, 80, 500])
def test_chosen_raters(most: int) -> None:
    """As many as wanted are chosen, in order, always the same, none without an opinion."""
    opinions, _ = world(np.random.default_rng(0))
    opinions.widen(RATERS + 5, 0)
    chosen = choose_raters(opinions, most)
    assert len(chosen) == min(most, RATERS)
    assert (np.diff(chosen) > 0).all()
    assert (chosen == choose_raters(opinions, most)).all()
    assert chosen.max() < RATERS


def test_the_chosen_are_numbered_anew() -> None:
    """Their opinions stay theirs."""
    opinions, _ = world(np.random.default_rng(0))
    fewer = among(opinions, np.array([7, 3]))
    assert set(fewer.row(0)[0].tolist()) == set(opinions.row(7)[0].tolist())
    assert set(fewer.row(1)[0].tolist()) == set(opinions.row(3)[0].tolist())


def sparse_world(raters: int) -> tuple[OpinionMatrix, ItemFeatures]:
    """Raters with tastes mixed of six kinds; few items are popular, many hardly liked, some new."""
    rng = np.random.default_rng(3)
    kinds, chance = rng.integers(KINDS, size=600), 0.6 * rng.random(600) ** 3
    tastes = rng.dirichlet(np.full(KINDS, 0.5), size=raters)
    liked = rng.random((raters, 600)) < 2 * chance * tastes[:, kinds]
    liked[:, :60] = False
    rows, items = np.nonzero(liked)
    opinions = OpinionMatrix.of(rows, items, np.ones(len(rows)), liked.shape)
    return opinions, ItemFeatures(np.eye(KINDS)[kinds] - 1 / KINDS, 0, KINDS)


def test_new_items_are_lifted_where_most_items_are_rated() -> None:
    """Many raters allow more lift than a few, among whom most items are unrated anyway."""
    few, many = (tune(*sparse_world(raters), np.random.default_rng(1)).lift for raters in (30, 300))
    assert few <= 1.25 < many
