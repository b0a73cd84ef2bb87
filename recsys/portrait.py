"""Draws a member's taste: where it lies on the map of a shelf, and what is telling about it."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from recsys.learned import Learned
from recsys.nouns import Opinion, Verdict
from recsys.opinions import Ints
from recsys.picks import Portrait, TagTaste
from recsys.tastemap import layout, regions, telling_tags
from recsys.weights import liked as is_like

_MOST_PLACES = 3000


def portrait(learned: Learned, said: Sequence[Opinion]) -> Portrait:
    """The portrait of whoever said that; their lock is held by the caller."""
    placed = [(x.verdict, learned.rows[x.item_id]) for x in said if x.item_id in learned.rows]
    rows = {
        kind: [row for verdict, row in placed if verdict is kind]
        for kind in (Verdict.LIKE, Verdict.LOW)
    }
    shown = _shown(learned, [*rows[Verdict.LIKE], *rows[Verdict.LOW]])
    if learned.places is None:
        learned.places = layout(learned.features.visible)
    spots = learned.places[shown]
    places = {
        learned.items[row].id: (float(x), float(y))
        for row, (x, y) in zip(shown.tolist(), spots, strict=True)
    }
    liked, low = (tuple(learned.items[row] for row in held) for held in rows.values())
    homes = tuple(regions(spots, [learned.items[row].tags for row in shown]))
    telling = _telling(learned, rows[Verdict.LIKE])
    return Portrait(learned.shelf, places, liked, low, telling, homes)


def _shown(learned: Learned, held: Sequence[int]) -> Ints:
    """The rows on the map: all, or on a large shelf as many, evenly drawn, and what is held."""
    step = max(1, -(-len(learned.items) // _MOST_PLACES))
    return np.union1d(np.arange(0, len(learned.items), step), np.array(held, int))


def _telling(learned: Learned, liked: Sequence[int]) -> tuple[TagTaste, ...]:
    """The tags that set the member's likes apart from those of the others, with both shares."""
    _, items, weights = learned.model.opinions.triples
    others = Counter(items[is_like(weights)].tolist()) - Counter(liked)
    mine, theirs = (
        [learned.items[row].tags for row in held] for held in (liked, others.elements())
    )
    return tuple(
        TagTaste(found.tag, found.mine / len(mine), found.theirs / max(len(theirs), 1))
        for found in telling_tags(mine, theirs)
    )
