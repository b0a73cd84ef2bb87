"""Finds items by what a text means, or by its words where there is no encoder."""

from dataclasses import dataclass

import numpy as np

from embedding.index import Without
from recsys.fitting import OpenEncoder
from recsys.learned import Learned
from recsys.metrics import rank, top
from recsys.opinions import Floats
from recsys.picks import Found

_NEAR = 500
"""So many items near a text are told apart; all others are equally far."""


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """How near each item is to a text, in [0, 1], shape (items,)."""

    nearness: Floats
    by_meaning: bool


def meaning(learned: Learned, encoder: OpenEncoder, text: str) -> Wish:
    """How near all items are to a text."""
    opened = encoder() if learned.index is not None and len(learned.items) else None
    if learned.index is None or opened is None:
        return Wish(_by_words(learned, text), by_meaning=False)
    hits = learned.index.search(opened.vectors([text])[0], _NEAR)
    values = np.zeros(len(learned.items))
    values[[learned.rows[item_id] for item_id in hits.ids.tolist()]] = np.clip(hits.scores, 0, 1)
    return Wish(values, by_meaning=True)


def nearest(learned: Learned, encoder: OpenEncoder, text: str, number: int) -> Found:
    """The live items nearest to a text."""
    opened = encoder() if learned.index is not None and len(learned.items) else None
    if learned.index is None or opened is None:
        scores = rank(_by_words(learned, text), learned.gone)
        found = [(learned.items[row], float(scores[row])) for row in top(scores, number)]
        return Found(tuple(pair for pair in found if pair[1] > 0), by_meaning=False)
    gone = Without([learned.items[row].id for row in learned.gone.tolist()])
    hits = learned.index.search(opened.vectors([text])[0], number, gone)
    pairs = zip(hits.ids.tolist(), hits.scores.tolist(), strict=True)
    return Found(tuple((learned.items[learned.rows[item_id]], score) for item_id, score in pairs))


def _by_words(learned: Learned, text: str) -> Floats:
    lexicon = learned.lexicon
    return np.zeros(len(learned.items)) if lexicon is None else lexicon.shares(text)
