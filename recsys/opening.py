"""Chooses what to ask a newcomer about: things that many know, unlike each other."""

from collections.abc import Collection

import numpy as np

from recsys.learned import Learned
from recsys.metrics import mixed, rank, top
from recsys.opinions import Floats, Ints

_POOL = 300
"""So many candidates are compared: the best known ones, and others evenly drawn."""
_SPREAD = 0.5
"""What being unlike the others counts beside being known."""
_TIE = 1e-6
"""What a place in no order counts, where all are equally known and unlike: nobody rated any."""


def opening(learned: Learned, seen: Collection[int]) -> int | None:
    """The id of an item to be asked about next; None where nothing is left.

    That is the one known to most raters that is least like what is `seen`: the ids of all that was
    asked about, or that the member has said anything about (an item counts as known by the
    logarithm of its raters beside the most; being alike by the largest cosine of contents). So a
    few answers tell most of a taste (Rashid et al., "Getting to Know You", 2002: popularity and
    entropy together). Whoever asks holds the lock of the model.
    """
    rows = np.array([learned.rows[one] for one in seen if one in learned.rows], int)
    counts = rank(learned.model.counts.astype(np.float64), [*learned.gone, *rows])
    pool = _pool(counts)
    if not len(pool):
        return None
    known = np.log1p(counts[pool]) / max(float(np.log1p(counts[pool]).max()), 1e-12)
    worth = (1 - _SPREAD) * known - _SPREAD * _nearness(learned, pool, rows) + _TIE * mixed(pool)
    return learned.items[int(pool[worth.argmax()])].id


def _pool(counts: Floats) -> Ints:
    """The rows of candidates, the best known first."""
    known = top(np.where(counts > 0, counts, -np.inf), _POOL)
    if len(known) == _POOL:
        return known
    others = np.flatnonzero(counts == 0)
    drawn = np.linspace(0, len(others) - 1, min(_POOL - len(known), len(others)))
    return np.concatenate([known, others[drawn.round().astype(int)]])


def _nearness(learned: Learned, pool: Ints, rows: Ints) -> Floats:
    """For each candidate, the largest cosine to any of some rows; 0 without them."""
    if not len(rows):
        return np.zeros(len(pool))
    cosines = learned.features.unit(pool) @ learned.features.unit(rows).T
    return np.asarray(np.maximum(cosines.max(axis=1), 0.0))
