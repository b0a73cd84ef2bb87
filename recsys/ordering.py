"""What a list goes by: taste, of one or of several, or a mood with taste beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recsys.meaning import Wish
from recsys.nearness import near_ones
from recsys.opinions import Floats, Ints
from recsys.picks import Side
from recsys.rank import group, halves

_MOOD = 0.6
"""What being near to a mood counts beside taste, among what is about as near."""


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """The highest relevance goes first; but all of a tier, 0 the first, before all of the next.

    `relevance` and `tiers` have shape (items,), and so have `sides`, which add up to it, each with
    the most it can be. `fair` is what lies in nobody's lower half.
    """

    relevance: Floats
    tiers: Ints
    fair: NDArray[np.bool_]
    sides: Sequence[tuple[Side, Floats, float]]


def by_taste(allowed: Floats, fair: NDArray[np.bool_]) -> Order:
    """By the scores of all who have a say, shape (members, items); -inf is barred.

    What is not fair to one of them comes after all that is.
    """
    average, least = halves(allowed)
    sides = ((Side.AVERAGE, average, 0.5), (Side.LEAST, least, 0.5))
    return Order(np.asarray(average + least), np.asarray(~fair, int), fair, sides)


def by_mood(allowed: Floats, fair: NDArray[np.bool_], wish: Wish) -> Order:
    """By how near a mood is: in tiers of about as near things, and in each with taste beside it.

    It goes before what is fair: who wishes for something wants to find it.
    """
    joint = group(allowed)
    barred = ~np.isfinite(joint)
    tiers, near = _tiers(np.where(barred, -np.inf, _nearness(wish)))
    if wish.against is not None:
        tiers = np.where(wish.against, tiers.max(initial=0) + 1, tiers)
    mood = np.where(barred, -np.inf, _MOOD * near)
    taste = np.where(barred, -np.inf, (1 - _MOOD) * within(joint, tiers))
    sides = ((Side.MOOD, mood, _MOOD), (Side.TASTE, taste, 1 - _MOOD))
    return Order(np.asarray(mood + taste), tiers, fair, sides)


def within(scores: Floats, tiers: Ints) -> Floats:
    """Where each finite score stands among those of its tier: the best 1, the worst 0."""
    places = np.zeros(len(scores))
    finite = np.isfinite(scores)
    for tier in np.unique(tiers[finite]):
        rows = np.flatnonzero(finite & (tiers == tier))
        own = scores[rows]
        after = np.searchsorted(np.sort(own), own, side="right") - 1
        places[rows] = after / (len(own) - 1) if len(own) > 1 else 1.0
    return places


def _nearness(wish: Wish) -> Floats:
    """How near each item is; all that is not ruled out alike where nothing is wished for."""
    if wish.against is None:
        return wish.nearness
    return np.asarray(np.where(wish.against, 0.0, 1.0 if wish.open else wish.nearness))


def _tiers(nearness: Floats) -> tuple[Ints, NDArray[np.float64]]:
    """The tier of each item, and how near it is, from 0 at the edge of the first to 1."""
    order = np.sort(nearness[np.isfinite(nearness)])[::-1]
    if not len(order) or order[0] <= 0:
        return np.zeros(len(nearness), int), np.zeros(len(nearness))
    size = near_ones(len(order))
    tiers = np.searchsorted(-order, -nearness, side="left") // size
    tiers[nearness <= 0] = len(order)
    edge = float(order[size]) if len(order) > size else 0.0
    if order[0] <= edge:
        return tiers, np.asarray(nearness >= order[0], float)
    return tiers, np.clip((nearness - edge) / (order[0] - edge), 0, 1)
