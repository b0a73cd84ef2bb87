"""Draws a member's taste: where it lies on the map of a shelf, and what is telling about it."""

from collections.abc import Collection, Sequence

import numpy as np

from recsys.learned import Learned
from recsys.maps import Maps
from recsys.nouns import Item, Opinion, Verdict
from recsys.opinions import Ints
from recsys.picks import Portrait, TagTaste
from recsys.regions import regions
from recsys.tastemap import telling_tags
from recsys.weights import liked as is_like

_MOST_PLACES = 3000
_FEWEST_OTHERS = 5
"""What fewer others like, taken together, tells what one of them does."""

Tagged = Sequence[Collection[str]]


def portrait(learned: Learned, member_id: int, said: Sequence[Opinion], maps: Maps) -> Portrait:
    """The portrait of a member who said that.

    Compared with what the others like; where those are too few, with what stands on the shelf.
    """
    rows = {kind: _rows(learned, said, kind) for kind in (Verdict.LIKE, Verdict.LOW)}
    laid_out = maps.places(learned)
    shown = _shown(learned, [*rows[Verdict.LIKE], *rows[Verdict.LOW]])
    spots = laid_out[shown]
    places = {
        learned.items[row].id: (float(x), float(y))
        for row, (x, y) in zip(shown.tolist(), spots, strict=True)
    }
    liked, low = (tuple(learned.items[row] for row in held) for held in rows.values())
    homes = tuple(regions(spots, [learned.items[row].tags for row in shown]))
    others = _others(learned, member_id)
    theirs = _tags_on(learned) if others is None else [x.tags for x in others]
    telling = _telling([item.tags for item in liked], theirs)
    return Portrait(learned.shelf, places, liked, low, telling, homes, others is None)


def _rows(learned: Learned, said: Sequence[Opinion], kind: Verdict) -> list[int]:
    return [
        learned.rows[x.item_id] for x in said if x.verdict is kind and x.item_id in learned.rows
    ]


def _shown(learned: Learned, held: Sequence[int]) -> Ints:
    """The rows on the map: all, or on a large shelf as many, evenly drawn, and what is held."""
    step = max(1, -(-len(learned.items) // _MOST_PLACES))
    return np.union1d(np.arange(0, len(learned.items), step), np.array(held, int))


def _others(learned: Learned, member_id: int) -> list[Item] | None:
    """What others like, as often as they do; None where too few do for that to be told."""
    own = learned.raters.get((learned.shelf.id, member_id), -1)
    with learned.lock:
        raters, items, weights = learned.model.opinions.triples
        theirs = is_like(weights) & (raters != own)
        raters, items = raters[theirs], items[theirs]
    if len(np.unique(raters)) < _FEWEST_OTHERS:
        return None
    return [learned.items[row] for row in items.tolist()]


def _tags_on(learned: Learned) -> Tagged:
    """The tags of everything that may be recommended."""
    gone = set(learned.gone.tolist())
    return [item.tags for row, item in enumerate(learned.items) if row not in gone]


def _telling(mine: Tagged, theirs: Tagged) -> tuple[TagTaste, ...]:
    """The tags that set the member's likes apart, with both shares."""
    return tuple(
        TagTaste(found.tag, found.mine / len(mine), found.theirs / max(len(theirs), 1))
        for found in telling_tags(mine, theirs)
    )
