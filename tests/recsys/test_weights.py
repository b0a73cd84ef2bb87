"""What opinions weigh is the same one by one and all at once."""

import numpy as np
import pytest

from recsys.nouns import HIGHEST, LIKED, LOWEST, STEP
from recsys.weights import felt, liked, weight, weights

LOW = 0.4
STARS = [*np.arange(LOWEST, HIGHEST + STEP, STEP).tolist(), None]


def test_one_by_one_as_all_at_once() -> None:
    """A model that follows single opinions gives them the weights of one made anew."""
    for like in (True, False):
        one_by_one = [weight(like, stars, low=LOW) for stars in STARS]
        given = np.array([np.nan if stars is None else stars for stars in STARS], np.float32)
        together = weights(np.full(len(STARS), like), given, LOW)
        assert together.tolist() == one_by_one
        assert np.isfinite(together).all()
        assert together.dtype == np.float64


def test_likes_are_told_from_lows() -> None:
    """Whatever the stars, the weight of a like passes for a like, and that of a low does not."""
    given = np.array([np.nan if stars is None else stars for stars in STARS], np.float32)
    high = given >= LIKED
    assert liked(weights(high, given, LOW)).tolist() == high.tolist()
    assert weights(np.array([], bool), np.array([], np.float32), LOW).tolist() == []


def test_more_stars_weigh_more_on_either_side() -> None:
    """Among likes and among low ratings; a thumb up is the middle like, one down is one star."""
    likes = [weight(liked=True, stars=stars, low=LOW) for stars in (4.0, 4.5, 5.0)]
    lows = [weight(liked=False, stars=stars, low=LOW) for stars in (0.5, 1.0, 2.0, 3.5)]
    assert likes == sorted(set(likes))
    assert lows == sorted(set(lows))
    assert weight(liked=True, stars=None, low=LOW) == likes[1] == 1.0
    assert weight(liked=False, stars=None, low=LOW) == lows[1]
    assert lows[2] == LOW


def test_a_very_low_rating_speaks_against_features() -> None:
    """The lower the more, the lowest as much as the dial says; a like speaks as it weighs."""
    stars = (0.5, 1.0, 2.0, 2.5, 3.5)
    given = np.array([weight(liked=False, stars=x, low=LOW) for x in stars])
    said = felt(given, LOW, dislike=0.8)
    assert said == pytest.approx([-0.8, -0.6, -0.2, 0, 0])
    assert felt(given, LOW, dislike=0.0).tolist() == [0] * 5
    likes = np.array([weight(liked=True, stars=x, low=LOW) for x in (4.0, 5.0)])
    assert felt(likes, LOW, dislike=0.8).tolist() == likes.tolist()
