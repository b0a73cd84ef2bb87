"""Measures of a ranking against what a member turned out to like."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recsys.opinions import Floats, Ints

DEPTH = 100
_DISCOUNT = 1 / np.log2(np.arange(2, DEPTH + 2))
_GOLDEN = (5**0.5 - 1) / 2
_IDEAL = np.cumsum(_DISCOUNT)


def ndcg(hits: Floats, wanted: int, cutoff: int) -> float:
    """Normalised discounted cumulative gain of binary hits, best first (Järvelin and Kekäläinen).

    `hits` has shape (at least `cutoff` or all items); `wanted` is the number of items held out.
    """
    found = hits[:cutoff]
    return float(found @ _DISCOUNT[: len(found)] / _IDEAL[min(wanted, cutoff) - 1])


def recall(hits: Floats, wanted: int, cutoff: int) -> float:
    """The share of what was held out that is among the first, of what could be there."""
    return float(hits[:cutoff].sum() / min(wanted, cutoff))


def rank(scores: Floats, banned: Sequence[int] | Ints) -> Floats:
    """The scores with what may not be recommended at -inf."""
    ranked = scores.copy()
    ranked[np.asarray(banned, dtype=np.intp)] = -np.inf
    return ranked


def mixed(rows: Ints) -> Floats:
    """A number in [0, 1) for each row, by which they lie in no order that they had before.

    Rows are often in the order of years or names. Multiples of the golden ratio spread evenly.
    """
    return np.asarray(rows * _GOLDEN % 1)


def top(scores: Floats, length: int) -> NDArray[np.intp]:
    """The places of the highest scores, best first, ties by place; -inf is left out."""
    length = min(length, int((scores > -np.inf).sum()))
    if not length:
        return np.empty(0, np.intp)
    bar = np.partition(scores, len(scores) - length)[len(scores) - length]
    above = np.flatnonzero(scores >= bar)
    return above[np.argsort(-scores[above], kind="stable")][:length]


@dataclass(frozen=True, slots=True)
class Ranking:
    """How good one list was: NDCG at 10 and 100, recall at 20 and 100, and its first ten items."""

    ndcg10: float
    ndcg100: float
    recall20: float
    recall100: float
    shown: tuple[int, ...]


def judge(scores: Floats, held_out: NDArray[np.integer]) -> Ranking:
    """Rank all items by score (-inf: not to be ranked) and compare with what was held out."""
    order = top(scores, DEPTH)
    hits = np.isin(order, held_out).astype(np.float64)
    wanted = len(held_out)
    return Ranking(
        ndcg(hits, wanted, 10),
        ndcg(hits, wanted, 100),
        recall(hits, wanted, 20),
        recall(hits, wanted, 100),
        tuple(int(item) for item in order[:10]),
    )
