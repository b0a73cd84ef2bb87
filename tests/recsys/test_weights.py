"""What opinions weigh is the same one by one and all at once."""

import numpy as np

from recsys.nouns import HIGHEST, LIKED, LOWEST, STEP
from recsys.weights import liked, weight, weights

LOW = 0.4
STARS = [*np.arange(LOWEST, HIGHEST + STEP, STEP).tolist(), None]


def test_one_by_one_as_all_at_once() -> None:
    """A model that follows single opinions gives them the weights of one made anew."""
    for like in (True, False):
        one_by_one = [weight(like, stars, LOW) for stars in STARS]
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
