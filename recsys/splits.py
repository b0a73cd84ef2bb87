"""Divides opinions into what is learned from, what is told of a member, and what must be found.

Strong generalisation after Liang et al., "Variational Autoencoders for Collaborative Filtering",
WWW 2018: the members of a fold are unknown to the model until most of their likes are folded in.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from recsys.opinions import Floats, Ints, OpinionMatrix

FOLDS = 5
FOLDED_IN = 0.8
FEWEST_LIKES = 5
COLD_SHARE = 0.1


class Split(StrEnum):
    """What is kept from the model: whole members, likes of known members, or whole items."""

    STRONG = "strong"
    WEAK = "weak"
    COLD = "cold"


@dataclass(frozen=True, slots=True)
class Case:
    """One member to be served: what is known of them, and what they turned out to like.

    `items` and `weights` are what the model is told; `held_out` are likes; `banned` may not be
    ranked. `rater` is the member's number where the model has learned from them.
    """

    items: Ints
    weights: Floats
    held_out: Ints
    banned: Ints
    rater: int | None = None


@dataclass(frozen=True, slots=True)
class Fold:
    """What to learn from and whom to serve. `cold` are the items that nothing was learned about.

    `unseen` are those that may be new; `members` are the numbers of those who are served, where the
    split knows them.
    """

    training: OpinionMatrix
    cases: tuple[Case, ...]
    cold: NDArray[np.bool_]
    unseen: NDArray[np.bool_]
    members: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Opinions:
    """All opinions of a data set: what likes weigh, and low ratings as shares of `low`."""

    likes: OpinionMatrix
    lows: OpinionMatrix


def folds(
    data: Opinions, split: Split, rng: np.random.Generator, low_weight: float
) -> Iterator[Fold]:
    """The folds of a split. With `low_weight` 0 low ratings are unknown, and may be ranked."""
    order = rng.permutation(data.likes.raters)
    cold = np.zeros(data.likes.items, bool)
    if split is Split.COLD:
        cold[rng.permutation(data.likes.items)[: round(COLD_SHARE * data.likes.items)]] = True
    for number in range(FOLDS):
        served = order[number::FOLDS]
        yield _fold(data, split, rng, low_weight, np.sort(served), cold)


def fewer(fold: Fold, raters: int, rng: np.random.Generator) -> Fold:
    """The same members to serve, learned from at most so many raters, drawn by chance."""
    whose, items, weights = fold.training.triples
    drawn = rng.permutation(np.unique(whose))[:raters]
    kept = np.isin(whose, drawn)
    shape = (fold.training.raters, fold.training.items)
    training = OpinionMatrix.of(whose[kept], items[kept], weights[kept], shape)
    return replace(fold, training=training)


def _fold(
    data: Opinions,
    split: Split,
    rng: np.random.Generator,
    low_weight: float,
    served: Ints,
    cold: NDArray[np.bool_],
) -> Fold:
    cases = []
    for member in served:
        likes, lows = (_row(matrix, int(member)) for matrix in (data.likes, data.lows))
        known, held_out = _halves(likes[0], split, rng, cold)
        if not len(known) or not len(held_out):
            continue
        low = lows[0] if low_weight else lows[0][:0]
        told = low[~cold[low]]
        weights = [_of(likes, known), low_weight * _of(lows, told)]
        cases.append(
            Case(
                items=np.concatenate([known, told]),
                weights=np.concatenate(weights),
                held_out=held_out,
                banned=np.concatenate([known, low]),
                rater=int(member) if split is Split.WEAK else None,
            )
        )
    training = _training(data, split, low_weight, served, cases, cold)
    return Fold(training, tuple(cases), cold, cold, frozenset(int(member) for member in served))


def _row(opinions: OpinionMatrix, member: int) -> tuple[Ints, Floats]:
    """A member's items in order, and what they were given."""
    items, weights = opinions.row(member)
    order = np.argsort(items)
    return items[order], weights[order]


def _of(row: tuple[Ints, Floats], items: Ints) -> Floats:
    """What some items of a row were given."""
    return np.asarray(row[1][np.searchsorted(row[0], items)])


def _halves(
    likes: Ints, split: Split, rng: np.random.Generator, cold: NDArray[np.bool_]
) -> tuple[Ints, Ints]:
    """What is told of a member's likes and what is held out."""
    if split is Split.COLD:
        return likes[~cold[likes]], likes[cold[likes]]
    shuffled = rng.permutation(likes)
    told = min(len(likes) - 1, round(FOLDED_IN * len(likes)))
    return shuffled[:told], shuffled[told:]


def _training(
    data: Opinions,
    split: Split,
    low_weight: float,
    served: Ints,
    cases: list[Case],
    cold: NDArray[np.bool_],
) -> OpinionMatrix:
    raters, items, weights = (np.concatenate(both) for both in zip(
        data.likes.triples, _weighted(data.lows, low_weight), strict=True
    ))  # fmt: skip
    keep = ~cold[items]
    if split is Split.WEAK:
        left_out = {(case.rater, int(item)) for case in cases for item in case.held_out}
        pairs = zip(raters.tolist(), items.tolist(), strict=True)
        keep &= np.fromiter((pair not in left_out for pair in pairs), bool, len(raters))
    else:
        keep &= ~np.isin(raters, served)
    shape = (data.likes.raters, data.likes.items)
    return OpinionMatrix.of(raters[keep], items[keep], weights[keep], shape)


def _weighted(lows: OpinionMatrix, weight: float) -> tuple[Ints, Ints, Floats]:
    raters, items, shares = lows.triples
    size = len(raters) if weight else 0
    return raters[:size], items[:size], weight * shares[:size]
