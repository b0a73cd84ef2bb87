"""Makes lists of scores: diverse ones, ones with a surprise, ones for several members."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from recsys.opinions import Floats

FLOOR = 0.5
"""Nobody in a group gets anything from the lower half of their own list, if it can be helped."""


def unit_range(scores: Floats) -> Floats:
    """Finite scores moved to [0, 1]; all 0 where they are equal; -inf stays."""
    finite = scores[np.isfinite(scores)]
    if not len(finite):
        return scores.copy()
    low, high = finite.min(), finite.max()
    return np.asarray((scores - low) / (high - low if high > low else 1.0))


def diversify(relevance: Floats, content: Floats, number: int, dial: float) -> list[int]:
    """The first places of a list by maximal marginal relevance (Carbonell and Goldstein, 1998).

    `relevance` has shape (candidates,), in [0, 1]; `content` their unit rows. The next is the one
    with the highest (1 - dial) · relevance - dial · (the largest cosine to those before). With
    dial 0 that is the plain order, ties by place.
    """
    near = np.full(len(relevance), -1.0 if len(content) else 0.0)
    open_, chosen = relevance > -np.inf, list[int]()
    while len(chosen) < number and open_.any():
        nearness = np.maximum(near, 0.0) if chosen else np.zeros(len(relevance))
        worth = np.where(
            open_, (1 - dial) * np.where(open_, relevance, 0) - dial * nearness, -np.inf
        )
        best = int(worth.argmax())
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


def group(scores: Floats, number: int, floor: float = FLOOR) -> Floats:
    """One score an item for several members, from shape (members, items); -inf stays.

    Each member's scores are moved to [0, 1]; an item counts half by its average, half by its
    lowest (least misery, Masthoff 2004). What is below the floor of any of them is left out, as
    long as `number` items stay. A group of one is ranked as the member.
    """
    barred = np.asarray(~np.isfinite(scores).all(axis=0))
    own = np.array([unit_range(np.where(barred, -np.inf, row)) for row in scores])
    own[:, barred] = 0.0
    joint = np.where(barred, -np.inf, (own.mean(axis=0) + own.min(axis=0)) / 2)
    if len(scores) < 2:
        return np.asarray(joint)
    worst = np.min([places(row, barred) for row in scores], axis=0)
    spared = np.where(worst < floor, -np.inf, joint)
    return np.asarray(spared if np.isfinite(spared).sum() >= number else joint)


def places(scores: Floats, barred: NDArray[np.bool_]) -> Floats:
    """The share of the others that each score is not below, in (0, 1]; equals share the best."""
    order = np.sort(scores[~barred])
    return np.asarray(np.searchsorted(order, scores, side="right") / max(len(order), 1))
