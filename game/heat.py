"""How near a guess is, on a scale that means the same every day."""

import math
from enum import StrEnum


class Band(StrEnum):
    """Named steps of heat, by rank."""

    FOUND = "found"
    BURNING = "burning"
    HOT = "hot"
    WARM = "warm"
    MILD = "mild"
    COOL = "cool"
    COLD = "cold"


# The highest rank of each band. Ranks, not cosines: a puzzle's best neighbour may be at .4 or .8.
LIMITS = (
    (Band.FOUND, 0),
    (Band.BURNING, 10),
    (Band.HOT, 100),
    (Band.WARM, 500),
    (Band.MILD, 2000),
    (Band.COOL, 8000),
)


def heat(rank: int, size: int) -> float:
    """Heat from 100 (the secret, rank 0) down to 0 (the last of `size` words), by the log of rank.

    Halving `rank + 1` always warms by the same amount. Raises ValueError for a rank outside.
    """
    if not 0 <= rank < size:
        raise ValueError(f"rank {rank} of {size}")
    return 100.0 if size == 1 else 100 * (1 - math.log(rank + 1) / math.log(size))


def band(rank: int) -> Band:
    """The band a rank falls in."""
    return next((name for name, limit in LIMITS if rank <= limit), Band.COLD)
