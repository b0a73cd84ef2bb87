"""How near a guess is, on a scale that means the same every day."""

import math
from enum import StrEnum


class Band(StrEnum):
    """Named steps of heat, by rank."""

    FOUND = "found"
    BOILING = "boiling"
    HOT = "hot"
    WARM = "warm"
    MILD = "mild"
    COLD = "cold"
    FREEZING = "freezing"


NEAR = 1000
"""Up to this rank a word counts as near, and players are told its exact rank."""
NEAR_HEAT = 40.0
"""The heat of rank `NEAR`, whatever the secret and however many words there are."""
# The highest rank of each band. Ranks, not cosines: a puzzle's best neighbour may be at .4 or .8.
LIMITS = (
    (Band.FOUND, 0),
    (Band.BOILING, 10),
    (Band.HOT, 100),
    (Band.WARM, NEAR),
    (Band.MILD, 4000),
    (Band.COLD, 12000),
)
# With this power the median word has 40 / 2**4.3, about 2: nearly all of them are just cold.
_FADE = 4.3


def heat(rank: int, size: int) -> float:
    """Heat from 100 (the secret, rank 0) to 0 (the last of `size` words): the hotter, the nearer.

    Down to rank 1000 each halving of rank + 1 warms by the same 6 degrees, as near words are told
    apart by ratio; from there heat fades by the share of words still farther. See docs/heat.md.
    Raises ValueError for a rank outside.
    """
    if not 0 <= rank < size:
        raise ValueError(f"rank {rank} of {size}")
    if size - 1 <= NEAR:  # so few words are all near: the same curve, from 100 down to 0
        return 100.0 if size == 1 else 100 * (1 - math.log(rank + 1) / math.log(size))
    if rank <= NEAR:
        return 100 - (100 - NEAR_HEAT) * math.log(rank + 1) / math.log(NEAR + 1)
    farther = (size - 1 - rank) / (size - 1 - NEAR)
    return float(NEAR_HEAT * farther**_FADE)


def band(rank: int) -> Band:
    """The band a rank falls in."""
    return next((name for name, limit in LIMITS if rank <= limit), Band.FREEZING)
