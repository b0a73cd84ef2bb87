"""What an opinion weighs in the model: the one place where verdicts and stars become numbers."""

import numpy as np
from numpy.typing import NDArray

from recsys.opinions import Floats

Flags = NDArray[np.bool_]
Stars = NDArray[np.float32]
"""Stars, NaN where none were given."""
_LIKE = 1.0


def weights(likes: Flags, stars: Stars, low: float) -> Floats:  # noqa: ARG001  # not yet weighed
    """What rated opinions weigh, all of one shape; an opinion of weight 0 teaches nothing.

    `likes` tells likes from low ratings; `low` is the dial of that name.
    """
    return np.where(likes, _LIKE, low).astype(np.float64)


def weight(liked: bool, stars: float | None, low: float) -> float:
    """What one rated opinion weighs: `weights` of one; `stars` is None where none were given."""
    given = np.array([np.nan if stars is None else stars], np.float32)
    return float(weights(np.array([liked]), given, low)[0])


def liked(given: Floats) -> Flags:
    """Which of these weights are of likes."""
    return np.asarray(given >= _LIKE)
