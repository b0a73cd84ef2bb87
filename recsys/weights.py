"""What an opinion weighs in the model: the one place where verdicts and stars become numbers.

A like weighs about 1, a low rating about as much as the dial `low` says: whoever rates a film low
has seen it, as have those who like it. More stars weigh a little more on either side.
"""

import numpy as np
from numpy.typing import NDArray

from recsys.nouns import HIGHEST, LIKED, LOWEST, STEP
from recsys.opinions import Floats

Flags = NDArray[np.bool_]
Stars = NDArray[np.floating]
"""Stars, NaN where none were given."""
_LIKE_SPREAD, _LOW_SPREAD = 0.2, 2 / 3
"""How much the highest of a side weighs more than the lowest, as shares of the middle."""
_THUMB_DOWN = 1.0
"""A thumb down speaks like one star: whoever gives it means it."""
_SPEAKS_UP_TO = 2 / 3
"""From there on, which is two and a half stars, a low rating says nothing against features."""
_LEAST_LIKE = 0.75
"""Between the heaviest low rating (at any `low` up to .5) and the lightest like."""


def weights(likes: Flags, stars: Stars, low: float) -> Floats:
    """What rated opinions weigh, all of one shape; an opinion of weight 0 teaches nothing.

    `likes` tells likes from low ratings; `low` is the dial of that name, at most .5.
    """
    high = _between(stars, LIKED, HIGHEST)
    lows = low_weights(lowness(np.where(np.isnan(stars), _THUMB_DOWN, stars)))
    return np.where(likes, like_weights(high), low * lows)


def weight(liked: bool, stars: float | None, low: float) -> float:
    """What one rated opinion weighs: `weights` of one; `stars` is None where none were given."""
    given = np.array([np.nan if stars is None else stars], np.float32)
    return float(weights(np.array([liked]), given, low)[0])


def lowness(stars: Stars) -> Floats:
    """Where low ratings stand between the lowest, 0, and the highest that is no like, 1."""
    return _between(stars, LOWEST, LIKED - STEP)


def like_weights(heights: Floats) -> Floats:
    """What likes weigh by their place from 0 to 1 among likes: .9 to 1.1, NaN for the middle."""
    return np.asarray(1 + _LIKE_SPREAD * (_known(heights) - 0.5))


def low_weights(heights: Floats) -> Floats:
    """The same for low ratings, as shares of the dial `low`: ⅔ to 4/3."""
    return np.asarray(1 + _LOW_SPREAD * (_known(heights) - 0.5))


def felt(given: Floats, low: float, dislike: float) -> Floats:
    """What opinions of these weights say of features: a very low rating speaks against them.

    The lowest counts `dislike` against what it is like, one of two and a half stars nothing.
    """
    heights = (given / max(low, 1e-12) - 1) / _LOW_SPREAD + 0.5
    against = -dislike * np.clip(1 - heights / _SPEAKS_UP_TO, 0, 1)
    return np.where(liked(given), given, against)


def liked(given: Floats) -> Flags:
    """Which of these weights are of likes."""
    return np.asarray(given >= _LEAST_LIKE)


def _between(stars: Stars, lowest: float, highest: float) -> Floats:
    return np.clip((np.asarray(stars, np.float64) - lowest) / (highest - lowest), 0, 1)


def _known(heights: Floats) -> Floats:
    return np.where(np.isnan(heights), 0.5, heights)
