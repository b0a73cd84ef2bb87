"""Finds items by what a text means, or by its words where there is no encoder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from recsys.fitting import OpenEncoder
from recsys.glossary import in_english
from recsys.learned import Learned
from recsys.metrics import rank, top
from recsys.nearness import ByVectors, ByWords, Nearness, near_ones
from recsys.negation import Asked, asked
from recsys.opinions import Floats
from recsys.picks import Found

_AGAINST = 0.5
"""What being near to what is not wanted counts against being near to what is."""
_LEAST = 0.1
"""What is left of a nearness at least: what is near at all goes before what is not."""


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """How near each item is to a text, in [0, 1], shape (items,); `faint` if by chance only.

    `against` are the items that are what the text says no to, if it does. `open` if it does
    nothing else: then the nearness is how far each is from that.
    """

    nearness: Floats
    by_meaning: bool
    faint: bool = False
    against: NDArray[np.bool_] | None = None
    open: bool = False


def asked_of(shelves: Iterable[Learned], text: str) -> Asked:
    """What a text asks for; a title on one of these shelves is just that, with a no in it, too."""
    return asked(text, (item.title for one in shelves for item in one.items))


def meaning(learned: Learned, encoder: OpenEncoder, told: Asked) -> Wish:
    """How near all items are to what a text wishes for, and how far from what it says no to."""
    nearness = _nearness(learned, encoder)
    wished = _wordings(told.wished)
    if not told.unwanted:
        near, faint = nearness.near(wished), nearness.faint(wished, by_tags=True)
        return Wish(near, nearness.by_meaning, faint)
    unwanted = [_wordings(phrase) for phrase in told.unwanted]
    off = np.max([nearness.near(phrase) for phrase in unwanted], axis=0)
    against = np.any([nearness.about(phrase) for phrase in unwanted], axis=0)
    if not told.wished:
        if not against.any():  # a no is heard, though nothing clearly is what it is about
            against[top(rank(off, np.flatnonzero(off <= 0)), near_ones(len(off)))] = True
        return Wish(1 - off, nearness.by_meaning, against=against, open=True)
    near = nearness.near(wished)
    left = np.maximum(near - _AGAINST * off, _LEAST * near)
    faint = nearness.faint(wished, by_tags=True)
    return Wish(left, nearness.by_meaning, faint, against)


def nearest(learned: Learned, encoder: OpenEncoder, told: Asked, number: int) -> Found:
    """The live items nearest to a text in meaning, though perhaps by chance; by words without.

    What the text says no to is left out. On an empty shelf nothing is found by any means.
    """
    if not learned.items:
        return Found(())
    nearness = _nearness(learned, encoder)
    if told.unwanted:
        wish = meaning(learned, encoder, told)
        against = False if wish.against is None else wish.against
        scores, faint = np.where(against, -np.inf, wish.nearness), wish.faint
    else:
        wished = _wordings(told.wished)
        scores, faint = nearness.texts(wished), nearness.faint(wished)
    scores = rank(scores, learned.gone)
    found = ((learned.items[row], float(scores[row])) for row in top(scores, number))
    kept = tuple(x for x in found if nearness.by_meaning or x[1] > 0)
    return Found(kept, nearness.by_meaning, faint)


def _nearness(learned: Learned, encoder: OpenEncoder) -> Nearness:
    opened = encoder() if learned.index is not None and len(learned.items) else None
    if learned.index is None or opened is None:
        return ByWords(learned)
    return ByVectors(learned, learned.index, opened)


def _wordings(text: str) -> Sequence[str]:
    """A text as it is, and with its German or French words in English where it has such."""
    return list(dict.fromkeys([text, in_english(text)]))
