"""Makes lists of scores: diverse ones, ones with a surprise, ones for several members."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recsys.opinions import Floats

FLOOR = 0.5
"""What lies in the lower half of one's own list does not suit one."""


def unit_range(scores: Floats, equal: float = 0.0) -> Floats:
    """Finite scores moved to [0, 1]; all at `equal` where they are equal; -inf stays."""
    finite = scores[np.isfinite(scores)]
    if not len(finite):
        return scores.copy()
    low, high = finite.min(), finite.max()
    if high <= low:
        return np.where(np.isfinite(scores), equal, scores)
    return np.asarray((scores - low) / (high - low))


def diversify(relevance: Floats, content: Floats, number: int, dial: float) -> list[int]:
    """The first places of a list by maximal marginal relevance (Carbonell and Goldstein, 1998).

    `relevance` has shape (candidates,), in [0, 1]; `content` their unit rows. The next is the one
    with the highest (1 - dial) · relevance - dial · (the largest cosine to those before), the
    first the most relevant. With dial 0 that is the plain order, ties by place.
    """
    near = np.full(len(relevance), -1.0 if len(content) else 0.0)
    open_, chosen = relevance > -np.inf, list[int]()
    while len(chosen) < number and open_.any():
        kept = np.where(open_, relevance, 0)
        worth = (1 - dial) * kept - dial * np.maximum(near, 0.0) if chosen else kept
        best = int(np.where(open_, worth, -np.inf).argmax())
        chosen.append(best)
        open_[best] = False
        near = np.maximum(near, content @ content[best])
    return chosen


def explore(
    chosen: Sequence[int], relevance: Floats, reach: int, rng: np.random.Generator
) -> tuple[list[int], int | None]:
    """A list whose last place goes by chance to one of the next best `reach` candidates.

    Also answers which candidate that is; None where there is no other one, or only one place.
    """
    taken = relevance.copy()
    taken[list(chosen)] = -np.inf
    order = [int(one) for one in np.argsort(-taken, kind="stable")[:reach] if taken[one] > -np.inf]
    if len(chosen) < 2 or not order:
        return list(chosen), None
    found = int(rng.choice(order))
    return [*chosen[:-1], found], found


def group(scores: Floats) -> Floats:
    """One score an item for several members, from shape (members, items); -inf stays.

    It is the sum of `halves`: least misery, Masthoff 2004. A group of one is ranked as the member.
    """
    return np.asarray(np.sum(halves(scores), axis=0))


def halves(scores: Floats) -> tuple[Floats, Floats]:
    """Half the members' average, and half the lowest of theirs, each moved to [0, 1] before.

    What any of them may not get is -inf; where all is the same to one, all is the best.
    """
    barred = np.asarray(~np.isfinite(scores).all(axis=0))
    own = np.array([unit_range(np.where(barred, -np.inf, row), equal=1.0) for row in scores])
    own[:, barred] = -np.inf
    return np.asarray(own.mean(axis=0) / 2), np.asarray(own.min(axis=0) / 2)


def suits_all(scores: Floats, floor: float = FLOOR) -> NDArray[np.bool_]:
    """Which items lie below the floor of nobody's own list; what any may not get does not suit.

    `scores` has shape (members, items).
    """
    barred = np.asarray(~np.isfinite(scores).all(axis=0))
    worst = np.min([places(row, barred) for row in scores], axis=0)
    return np.asarray(~barred & (worst >= floor))


def places(scores: Floats, barred: NDArray[np.bool_]) -> Floats:
    """The share of the others that each score is not below, in (0, 1]; equals share the best."""
    order = np.sort(scores[~barred])
    return np.asarray(np.searchsorted(order, scores, side="right") / max(len(order), 1))
