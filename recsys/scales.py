"""What ratings on a scale of any kind weigh: what is a like is read off the ratings themselves."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

import numpy as np

from recsys.opinions import Floats
from recsys.weights import like_weights, low_weights

_UPPER, _CHOSEN = 0.8, 0.6
_HIGHEST, _FEW = 100.0, 0.01


def liked_from(values: Collection[float]) -> float:
    """The least rating that is a like: four fifths of the highest; `values` are all ratings.

    Where all ratings are in the upper part of the scale they have been chosen before, and where
    hardly any is or the highest is above 100 they are no scale but counts, of hours or of plays:
    all are likes.
    """
    highest, lowest = max(values, default=0.0), min(values, default=0.0)
    likes = sum(value >= _UPPER * highest for value in values)
    counted = highest > _HIGHEST or likes < _FEW * len(values)
    return lowest if counted or lowest >= _CHOSEN * highest else _UPPER * highest


@dataclass(frozen=True, slots=True)
class Scale:
    """Likes reach from `liked` to `highest`, low ratings from `lowest` to `below`."""

    lowest: float
    below: float
    liked: float
    highest: float

    @classmethod
    def of(cls, values: Collection[float]) -> Self:
        """The scale of these ratings."""
        liked = liked_from(values)
        below = max((value for value in values if value < liked), default=liked)
        return cls(min(values, default=0.0), below, liked, max(values, default=0.0))

    def weight(self, value: float, low: float) -> float:
        """What one rating weighs; a low one as a share of `low`."""
        if value >= self.liked:
            return float(like_weights(_place(value, self.liked, self.highest))[0])
        return low * float(low_weights(_place(value, self.lowest, self.below))[0])


def _place(value: float, lowest: float, highest: float) -> Floats:
    """From 0 to 1, shape (1,); NaN where the scale has one step only."""
    if highest <= lowest:
        return np.array([np.nan])
    return np.asarray(np.clip([(value - lowest) / (highest - lowest)], 0, 1))
