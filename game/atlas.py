"""The map of a board: distance from the secret by rank, direction by meaning."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embedding.words.table import WordTable
from game.heat import LIMITS, Band
from game.scoring import Scores

NEAR, FAR = 200, 400
"""How many neighbours of the secret, and how many words from there on, span the plane."""
_FAMILIAR = 3.5
_ROOM = 0.8
# Words at the same spot are moved apart until they are so far from each other, in radii.
_APART, _ROUNDS = 0.045, 24


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a word lies: `angle` in radians, `distance` from 0 (the secret) to 1 (the last word).

    Words of similar meaning lie in similar directions.
    """

    row: int
    rank: int
    angle: float
    distance: float

    @property
    def x(self) -> float:
        """To the right of the secret, in radii."""
        return self.distance * math.cos(self.angle)

    @property
    def y(self) -> float:
        """Above the secret, in radii."""
        return self.distance * math.sin(self.angle)


def distance(rank: int, size: int) -> float:
    """How far from the middle a rank lies: 0 for the secret, 1 for the last word.

    By the logarithm of rank + 1, to a power that leaves more room to the few nearest words.
    """
    return float((math.log(rank + 1) / math.log(size)) ** _ROOM) if size > 1 else 0.0


def rings(size: int) -> list[tuple[Band, float]]:
    """Each band with its outer edge, the coldest first; a small table has fewer."""
    edges = [(band, distance(limit, size)) for band, limit in LIMITS[:0:-1] if limit < size - 1]
    return [(Band.FREEZING, 1.0), *edges]


class Compass:
    """Tells in which direction from a secret each word lies.

    The plane is that of the first two principal components of the directions in which words lie
    from the secret (their unit vectors, less the part along the secret's, of length 1), over its
    nearest neighbours and familiar words from there to the last. It depends on the secret alone:
    a word's direction never changes as guesses come. Angles are spread so that those words fill
    the circle evenly.
    """

    def __init__(self, table: WordTable, scores: Scores) -> None:
        self._table = table
        self._scores = scores
        rows, near = self._sample()
        points = self._tangents(rows)
        self._middles = points[:near].mean(axis=0), points[near:].mean(axis=0)
        self._reach = math.log(max(near, 2) / 2), math.log(max(len(table), 8) / 2)
        centred = points - self._middle(rows)
        _, axes = np.linalg.eigh(centred.T @ centred)
        self._axes = _signed(axes[:, :-3:-1])
        self._marks = np.sort(_angles(centred @ self._axes))

    def angles(self, rows: Sequence[int]) -> NDArray[np.float64]:
        """The direction of each row, in radians from -pi to pi, shape (len(rows),)."""
        at = np.asarray(rows, np.int32)
        raw = _angles((self._tangents(at) - self._middle(at)) @ self._axes)
        marks, count = self._marks, len(self._marks)
        around = np.concatenate([[marks[-1] - math.tau], marks, [marks[0] + math.tau]])
        even = np.interp(raw, around, np.arange(-1, count + 1) * math.tau / count)
        turned: NDArray[np.float64] = np.remainder(even, math.tau) - math.pi
        return turned

    def _sample(self) -> tuple[NDArray[np.int32], int]:
        """The rows that span the plane, and how many of them are neighbours of the secret."""
        order = self._scores.order[1:]
        near = min(NEAR, len(order) // 2)
        far = order[near:]
        known = far[(self._table.listable & (self._table.zipf > _FAMILIAR))[far]]
        far = known if len(known) >= 2 else far
        picked = np.unique(np.linspace(0, len(far) - 1, min(FAR, len(far))).astype(int))
        return np.concatenate([order[:near], far[picked]]), near

    def _tangents(self, rows: NDArray[np.int32]) -> NDArray[np.float64]:
        secret = self._table.unit_vectors([self._scores.secret])[0].astype(np.float64)
        units = self._table.unit_vectors(rows).astype(np.float64)
        sideways = units - np.outer(units @ secret, secret)
        lengths = np.linalg.norm(sideways, axis=1, keepdims=True)
        tangents: NDArray[np.float64] = sideways / np.maximum(lengths, 1e-9)
        return tangents

    def _middle(self, rows: NDArray[np.int32]) -> NDArray[np.float64]:
        """What words of such ranks have in common, which says nothing about their direction."""
        low, high = self._reach
        logs = np.log(self._scores.rank[rows] + 1.0)
        share = np.clip((logs - low) / max(high - low, 1e-9), 0, 1)[:, None]
        near, far = self._middles
        middle: NDArray[np.float64] = (1 - share) * near + share * far
        return middle


def atlas(table: WordTable, scores: Scores, rows: Sequence[int]) -> tuple[Spot, ...]:
    """Where those words lie around the secret, in their order; near-overlaps are spread apart.

    Nothing but the words given is on it, and the secret only if it is among them.
    """
    if not rows:
        return ()
    size = len(table)
    ranks = [int(scores.rank[row]) for row in rows]
    distances = np.array([distance(rank, size) for rank in ranks])
    angles = _spread(Compass(table, scores).angles(rows), distances, np.argsort(ranks))
    return tuple(
        Spot(row, rank, float(angle), float(far))
        for row, rank, angle, far in zip(rows, ranks, angles, distances, strict=True)
    )


def _angles(points: NDArray[np.float64]) -> NDArray[np.float64]:
    angles: NDArray[np.float64] = np.arctan2(points[:, 1], points[:, 0])
    return angles


def _signed(axes: NDArray[np.float64]) -> NDArray[np.float64]:
    """The axes, each pointing to where its largest part is positive: their sign is arbitrary."""
    largest = axes[np.abs(axes).argmax(axis=0), range(axes.shape[1])]
    return axes * np.where(largest < 0, -1.0, 1.0)


def _spread(
    angles: NDArray[np.float64], distances: NDArray[np.float64], order: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Angles at which no word lies on one that is nearer to the secret; distances stay."""
    placed: list[int] = []
    spread = angles.copy()
    for at in order.tolist():
        spread[at] = _free(spread, distances, placed, at)
        placed.append(at)
    return spread


def _free(
    angles: NDArray[np.float64], distances: NDArray[np.float64], placed: list[int], at: int
) -> float:
    """The angle nearest to a word's own at which it is clear of the placed ones, if any is."""
    own, far = float(angles[at]), float(distances[at])
    others = angles[placed], distances[placed]
    step = _APART / max(far, _APART) / 2
    for turn in range(2 * _ROUNDS):
        tried = own + step * ((turn + 1) // 2) * (1 if turn % 2 else -1)
        if not placed or _clearance(tried, far, *others) >= _APART:
            return tried
    return own


def _clearance(
    angle: float, far: float, angles: NDArray[np.float64], distances: NDArray[np.float64]
) -> float:
    squares = far * far + distances**2 - 2 * far * distances * np.cos(angles - angle)
    return float(np.sqrt(np.maximum(squares, 0)).min())
