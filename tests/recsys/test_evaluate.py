"""Measured side by side, taste that was planted is found."""

import numpy as np
import pytest

from recsys.evaluate import Report, compare
from recsys.features import ItemFeatures
from recsys.opinions import OpinionMatrix
from recsys.peers import OURS, fits
from recsys.splits import Opinions, Split, folds

RATERS, ITEMS, KINDS = 60, 150, 5


@pytest.fixture(scope="module")
def reports() -> dict[Split, Report]:
    """Two splits of a world in which each member likes items of one kind of five."""
    rng = np.random.default_rng(0)
    kinds = rng.integers(KINDS, size=ITEMS)
    liked = (rng.integers(KINDS, size=RATERS)[:, None] == kinds) & (
        rng.random((RATERS, ITEMS)) < 0.5
    )
    raters, items = np.nonzero(liked)
    likes = OpinionMatrix.of(raters, items, np.ones(len(raters)), liked.shape)
    empty = np.empty(0, int)
    data = Opinions(likes, OpinionMatrix.of(empty, empty, np.empty(0), liked.shape))
    content = np.eye(KINDS)[kinds]
    features = ItemFeatures(content - content.mean(axis=0), 0, KINDS)
    return {
        split: compare(
            folds(data, split, np.random.default_rng(1), 0.0),
            lambda fold: fits(features, content, 1, fold.unseen),
        )
        for split in (Split.STRONG, Split.COLD)
    }


def test_planted_taste_beats_popularity(reports: dict[Split, Report]) -> None:
    """The model is above popularity by far more than chance."""
    found = reports[Split.STRONG].everything
    gain, error = found[OURS].above(found["popularity"], "ndcg100")
    assert gain > 5 * error > 0


def test_every_peer_is_measured(reports: dict[Split, Report]) -> None:
    """All methods serve the same members, within bounds, and none ranks what is known."""
    found = reports[Split.STRONG].everything
    assert {"popularity", "item-kNN", "EASE", "content mean", "EASE + content"} < found.keys()
    for outcome in found.values():
        assert len(outcome.values["ndcg10"]) == len(found[OURS].values["ndcg10"])
        assert all(((x >= 0) & (x <= 1)).all() for x in outcome.values.values())
        assert 0 < outcome.coverage <= 1
        assert outcome.fit_s >= 0


def test_cold_items_are_found_by_their_kind(reports: dict[Split, Report]) -> None:
    """Among items nobody rated, those of the member's kind come first."""
    cold = reports[Split.COLD].cold
    assert cold[OURS].mean("ndcg10")[0] > 2 * cold["popularity"].mean("ndcg10")[0]
    assert cold[OURS].mean("ndcg10")[0] > 0.8


def test_nothing_is_cold_among_known_items(reports: dict[Split, Report]) -> None:
    """Where no cold item is to be found there are no figures about them."""
    assert reports[Split.STRONG].cold == {}
