"""Draws a member's taste: where it lies on the map of a shelf, and what is telling about it."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from recsys.features import ItemFeatures
from recsys.learned import Learned
from recsys.nouns import Opinion, Verdict
from recsys.opinions import Floats, Ints
from recsys.picks import Portrait, TagTaste

_MOST_PLACES = 3000
_TAGS = 6
_FEWEST = 2
"""A tag must stand on so many liked items to tell anything."""


def portrait(learned: Learned, said: Sequence[Opinion]) -> Portrait:
    """The portrait of whoever said that; their lock is held by the caller."""
    placed = [(x.verdict, learned.rows[x.item_id]) for x in said if x.item_id in learned.rows]
    rows = {
        kind: [row for verdict, row in placed if verdict is kind]
        for kind in (Verdict.LIKE, Verdict.LOW)
    }
    shown = _shown(learned, [*rows[Verdict.LIKE], *rows[Verdict.LOW]])
    spots = chart(learned.features, shown)
    places = {
        learned.items[row].id: (float(x), float(y))
        for row, (x, y) in zip(shown.tolist(), spots, strict=True)
    }
    liked, low = (tuple(learned.items[row] for row in held) for held in rows.values())
    return Portrait(learned.shelf, places, liked, low, _telling(learned, rows[Verdict.LIKE]))


def chart(features: ItemFeatures, rows: Ints) -> Floats:
    """Items by the two principal axes of their content, shape (rows, 2), each in [-1, 1]."""
    content = features.unit(rows)
    centred = content - content.mean(axis=0) if len(rows) else content
    if centred.shape[1] < 2:
        return np.zeros((len(rows), 2))
    _, axes = np.linalg.eigh(centred.T @ centred)
    first_two = axes[:, :-3:-1]
    spots = centred @ (first_two * np.sign(first_two.sum(axis=0) + 1e-300))
    return np.asarray(spots / np.maximum(np.abs(spots).max(axis=0, initial=0.0), 1e-12))


def _shown(learned: Learned, held: Sequence[int]) -> Ints:
    """The rows on the map: all, or on a large shelf as many, evenly drawn, and what is held."""
    step = max(1, -(-len(learned.items) // _MOST_PLACES))
    return np.union1d(np.arange(0, len(learned.items), step), np.array(held, int))


def _telling(learned: Learned, liked: Sequence[int]) -> tuple[TagTaste, ...]:
    """The tags whose share among the member's likes most exceeds that among everybody's."""
    mine = Counter(tag for row in liked for tag in learned.items[row].tags)
    _, items, weights = learned.model.opinions.triples
    counts = np.bincount(items[weights >= 1], minlength=len(learned.items))
    everybody: Counter[str] = Counter()
    for row in np.flatnonzero(counts).tolist():
        everybody.update(dict.fromkeys(learned.items[row].tags, int(counts[row])))
    tastes = [
        TagTaste(tag, number / len(liked), everybody[tag] / max(int(counts.sum()), 1))
        for tag, number in mine.items()
        if number >= _FEWEST
    ]
    apart = sorted((x for x in tastes if x.mine > x.all), key=lambda x: (x.all - x.mine, x.tag))
    return tuple(apart[:_TAGS])
