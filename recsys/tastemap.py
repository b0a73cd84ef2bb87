"""A shelf as a map on which alike items lie together, and the tags that tell a member's taste."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from recsys.opinions import Floats, Ints

LANDMARKS = 400
"""So many items are laid out among each other; all others go to where their nearest lie."""
_NEIGHBOURS = 12.0
_STEPS, _CALM, _PULL = 260, 80, 6.0
_NEAREST = 4
_PRIOR = 8.0
"""The prior of a tag's share weighs as much as so many likes."""
_PATTERN = 2
_APART, _WIDEST = 0.075, 0.35
"""Equal items stand so far apart around their place, and so far out at most."""
_TURN = np.pi * (3 - np.sqrt(5))
"""The golden angle."""


@dataclass(frozen=True, slots=True)
class TellingTag:
    """A tag that a member's likes have more often than those of others.

    It is on `mine` of `of_mine` likes of the member's, and on `theirs` of `of_theirs` of the
    others'. `z` is the log-odds ratio in units of its own uncertainty.
    """

    tag: str
    mine: int
    of_mine: int
    theirs: int
    of_theirs: int
    log_odds: float
    z: float


def layout(features: Floats) -> Floats:
    """Places of items in [-1, 1]², shape (items, 2), from features of shape (items, d).

    Neighbours by cosine stay neighbours (t-SNE, van der Maaten and Hinton, 2008, begun at the
    principal components and without chance, so that a shelf always looks the same). Items that
    features do not tell apart stand around one place, like a sunflower's seeds.
    """
    if len(features) < 2:
        return np.zeros((len(features), 2))
    units = _units(features)
    chosen = _landmarks(units)
    places = np.empty((len(units), 2))
    places[chosen] = _spread(_embedded(units[chosen]))
    rest = np.setdiff1d(np.arange(len(units)), chosen)
    if len(rest):
        places[rest] = _beside(units[rest], units[chosen], places[chosen])
    return _spread(_scattered(places, units))


def beside(features: Floats, known: Floats, places: Floats) -> Floats:
    """Places of later items on a map, shape (items, 2), by those of what is nearest to them.

    `known` are the features of what lies on it, of the same columns, and `places` where it lies.
    """
    some = _evenly(len(known), 4 * LANDMARKS)
    both = _units(np.concatenate([features, known[some]]))
    units, landmarks = both[: len(features)], both[len(features) :]
    return np.clip(_scattered(_beside(units, landmarks, places[some]), units), -1, 1)


def telling_tags(
    mine: Sequence[Collection[str]], theirs: Sequence[Collection[str]], limit: int = 6
) -> list[TellingTag]:
    """The tags that set a member's liked items apart from those of the others, the clearest first.

    Every element has the tags of one like; an item that several liked stands there several times.
    The log-odds ratio has a prior of both together (Monroe, Colaresi and Quinn, "Fightin' Words",
    2008), so that few likes tell little, and one nothing. With both lists swapped it tells what a
    member likes less than others.
    """
    own, others = _counts(mine), _counts(theirs)
    found = [
        _telling(tag, (own[tag], len(mine)), (others[tag], len(theirs)))
        for tag in sorted(own)
        if own[tag] >= _PATTERN
    ]
    return sorted((tag for tag in found if tag.z > 0), key=lambda tag: -tag.z)[:limit]


def _units(features: Floats) -> Floats:
    centred = features - features.mean(axis=0)
    return np.asarray(centred / np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-12))


def _landmarks(units: Floats) -> Ints:
    """All items, or so many of them evenly along the first principal axis."""
    if len(units) <= LANDMARKS:
        return np.arange(len(units))
    order = np.argsort(_components(units)[:, 0], kind="stable")
    return np.sort(order[_evenly(len(units), LANDMARKS)])


def _evenly(number: int, most: int) -> Ints:
    """So many of these numbers at most, evenly drawn."""
    return np.unique(np.linspace(0, number - 1, min(most, number)).round().astype(int))


def _components(units: Floats) -> Floats:
    """The first two principal components, with a sign that does not depend on the machine."""
    _, axes = np.linalg.eigh(units.T @ units)
    found = units @ axes[:, ::-1][:, :2]
    found = np.pad(found, ((0, 0), (0, 2 - found.shape[1])))
    strongest = np.abs(found).argmax(axis=0)
    return np.asarray(found * np.where(found[strongest, [0, 1]] < 0, -1, 1))


def _embedded(units: Floats) -> Floats:
    """t-SNE by gradient descent with momentum, from the principal components on."""
    wanted = _affinities(_squares(units))
    places = 1e-2 * _components(units) / max(float(_components(units).std()), 1e-12)
    velocity, gains = np.zeros_like(places), np.ones_like(places)
    for step in range(_STEPS):
        gradient = _gradient(places, wanted * (_PULL if step < _CALM else 1.0))
        agrees = np.sign(gradient) == np.sign(velocity)
        gains = np.maximum(np.where(agrees, gains * 0.8, gains + 0.2), 0.01)
        rate = max(len(units) / _PULL, 20.0)
        velocity = (0.5 if step < _CALM else 0.8) * velocity - rate * gains * gradient
        places = places + velocity
    return np.asarray(places - places.mean(axis=0))


def _gradient(places: Floats, wanted: Floats) -> Floats:
    kernel = 1 / (1 + _squares(places))
    np.fill_diagonal(kernel, 0)
    force = (wanted - kernel / max(kernel.sum(), 1e-12)) * kernel
    return np.asarray(4 * (force.sum(axis=1)[:, None] * places - force @ places))


def _squares(points: Floats) -> Floats:
    """The squared distances of all points to each other."""
    lengths = (points**2).sum(axis=1)
    return np.asarray(np.maximum(lengths[:, None] + lengths - 2 * points @ points.T, 0))


def _affinities(distances: Floats) -> Floats:
    """Symmetric neighbour probabilities, each row's width found so that it has some neighbours."""
    entropy = np.log(min(_NEIGHBOURS, max((len(distances) - 1) / 2, 1.01)))
    np.fill_diagonal(distances, np.inf)
    low, high = np.full(len(distances), 1e-4), np.full(len(distances), 1e6)
    nearest = distances.min(axis=1, keepdims=True)
    rows = np.zeros_like(distances)
    for _ in range(40):
        sharp = np.sqrt(low * high)
        rows = np.exp(-(distances - nearest) * sharp[:, None])
        rows /= rows.sum(axis=1, keepdims=True)
        flat = -(rows * np.log(np.maximum(rows, 1e-300))).sum(axis=1) > entropy
        low, high = np.where(flat, sharp, low), np.where(flat, high, sharp)
    return np.asarray((rows + rows.T) / (2 * len(rows)))


def _spread(places: Floats) -> Floats:
    """Places moved into [-1, 1]², the outermost at its edge."""
    centred = places - (places.max(axis=0) + places.min(axis=0)) / 2
    return np.asarray(centred / np.maximum(np.abs(centred).max(axis=0), 1e-12))


def _scattered(places: Floats, units: Floats) -> Floats:
    """The places with items of equal features set apart around their middle."""
    # One number a row is enough to find those that are equal but for rounding.
    keys = (units @ np.cos(np.arange(1.0, 1 + units.shape[1]))).round(9)
    _, kind, counts = np.unique(keys, return_inverse=True, return_counts=True)
    middles = np.column_stack([np.bincount(kind, part) for part in places.T]) / counts[:, None]
    order = np.argsort(kind, kind="stable")
    rank = np.empty(len(places))
    rank[order] = np.arange(len(places)) - np.repeat(np.cumsum(counts) - counts, counts)
    far = np.sqrt(rank) * np.minimum(_APART, _WIDEST / np.sqrt(counts))[kind]
    around = np.column_stack([np.cos(rank * _TURN), np.sin(rank * _TURN)])
    return np.asarray(middles[kind] + far[:, None] * around)


def _beside(units: Floats, landmarks: Floats, places: Floats) -> Floats:
    """The mean place of the nearest landmarks, each weighing as much as it is near."""
    found = np.empty((len(units), 2))
    for start in range(0, len(units), 4096):
        cosines = units[start : start + 4096] @ landmarks.T
        count = min(_NEAREST, cosines.shape[1])
        nearest = np.argpartition(-cosines, count - 1, axis=1)[:, :count]
        weights = np.exp(12 * np.take_along_axis(cosines, nearest, axis=1))
        weights /= weights.sum(axis=1, keepdims=True)
        found[start : start + 4096] = (weights[:, :, None] * places[nearest]).sum(axis=1)
    return found


def _counts(likes: Sequence[Collection[str]]) -> Mapping[str, int]:
    return Counter(tag for held in likes for tag in set(held))


def _telling(tag: str, mine: tuple[int, int], theirs: tuple[int, int]) -> TellingTag:
    share = (mine[0] + theirs[0] + 0.5) / (mine[1] + theirs[1] + 1)
    odds, spread = 0.0, 0.0
    for sign, (with_tag, likes) in ((1, mine), (-1, theirs)):
        has, lacks = with_tag + _PRIOR * share, likes - with_tag + _PRIOR * (1 - share)
        odds += sign * float(np.log(has / lacks))
        spread += 1 / has + 1 / lacks
    return TellingTag(tag, *mine, *theirs, odds, odds / float(np.sqrt(spread)))
