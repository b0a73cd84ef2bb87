"""How likely it is that an unrated item is new, and not just unloved: only new ones are lifted."""

import numpy as np
from numpy.typing import NDArray

from recsys.opinions import Floats

NEW_SHARE = 0.1
"""Where new items are known only by nobody having rated them, so many of all are thought to be."""


def newness(added: Floats, given: Floats) -> Floats:
    """From 1 for an item just added towards 0 as opinions come in without it, shape (items,).

    `added` is when each item came, `given` when each opinion was given, both in seconds; NaN in
    `added` is before all. With as many opinions since as there are items, each could have had one:
    then it is ½.
    """
    moments = np.sort(given)
    since = len(moments) - np.searchsorted(moments, np.nan_to_num(added, nan=-np.inf))
    return np.asarray(len(added) / np.maximum(len(added) + since, 1))


def presumed(unseen: NDArray[np.bool_], opinions: int) -> Floats:
    """The same for files without dates: what is unseen there may be new, the rest is from before.

    Where more is unseen than could well be new, each of it is so much less likely to be.
    """
    items = len(unseen)
    old = items / max(items + opinions, 1)
    new = min(1.0, NEW_SHARE * items / max(int(unseen.sum()), 1))
    return np.where(unseen, max(new, old), old)
