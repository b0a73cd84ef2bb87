"""How near items are to texts: by an encoder's vectors of texts and tags, or by words."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embedding.index import VectorIndex
from recsys.learned import Learned, TagVectors
from recsys.negation import head
from recsys.opinions import Floats
from recsys.ports import TextEncoder
from recsys.wording import search_key

Flags = NDArray[np.bool_]

_NEAR = 500
"""So many items near a text are told apart; all others are equally far."""
_TAGS, _TAG = 300, 0.5
"""So many of a shelf's commonest tags tell of a text, too, and what they count beside it."""
_ALIKE = 0.6
"""A tag that is so near to a text means it; opposites come near, too, though not as near."""
_FEWEST, _MOST, _PART, _THIRD = 24, 100, 20, 3
IDLE = (
    "qwertz uiop", "xxxxxx", "12345", "???", "zzzz", "wglmpf", "asdkjh", "brrrrt flumph",
)  # fmt: skip
"""Texts about nothing: what is no nearer than they come is near by chance, in any encoder."""
_QUARTILES, _BEYOND = (0.25, 0.75), 1.0
"""One of them may look like a title, so not the nearest counts but their quartiles."""


class Nearness(Protocol):
    """Compares a shelf's items with a text, given in one or more wordings."""

    @property
    def by_meaning(self) -> bool:
        """Whether it is by meaning, and not by words only."""

    def near(self, wordings: Sequence[str]) -> Floats:
        """How near each item is, in [0, 1], by its text and tags; 0 for what is not near."""

    def texts(self, wordings: Sequence[str]) -> Floats:
        """The same by its text alone."""

    def about(self, wordings: Sequence[str]) -> Flags:
        """Which items clearly are about it."""

    def faint(self, wordings: Sequence[str], *, by_tags: bool = False) -> bool:
        """Whether nothing is nearer than to a text about nothing, nor by its tags if they count."""


def near_ones(items: int) -> int:
    """How many of so many items are about as near to a text as each other, the nearest of all.

    A twentieth of a shelf, from 24 to 100, and of a small one no more than a third.
    """
    return min(_MOST, max(min(_FEWEST, -(-items // _THIRD)), items // _PART))


class ByVectors:
    """By meaning."""

    by_meaning = True

    def __init__(self, learned: Learned, index: VectorIndex, encoder: TextEncoder) -> None:
        self._learned, self._index, self._encoder = learned, index, encoder
        self._found: dict[tuple[str, ...], Floats] = {}

    def near(self, wordings: Sequence[str]) -> Floats:
        """By the nearest of the wordings: the item's text, and the tag of it that is nearest."""
        texts, kinds = self.texts(wordings), self._kinds(wordings)
        tags = _tag_vectors(self._learned, self._encoder)
        values = np.zeros(len(texts))
        for row in np.flatnonzero(texts):
            own = [kinds[tags.places[tag]] for tag in self._tags(int(row)) if tag in tags.places]
            values[row] = texts[row] + _TAG * max(own, default=0.0)
        return values / (1 + _TAG)

    def about(self, wordings: Sequence[str]) -> Flags:
        """Those with a tag that says so, and those whose texts are near beyond chance."""
        texts, kinds = self.texts(wordings), self._kinds(wordings)
        tags = _tag_vectors(self._learned, self._encoder)
        meant = {tag for tag, place in tags.places.items() if kinds[place] >= _ALIKE}
        bar = (self._chance() + float(texts.max(initial=0.0))) / 2
        clear = (texts >= bar) & (texts > self._chance())
        return clear | _tagged(self._learned, wordings, meant)

    def faint(self, wordings: Sequence[str], *, by_tags: bool = False) -> bool:
        """Measured on four shelves: 71 of 80 other texts about nothing, and 3 of 62 real ones."""
        texts = self.texts(wordings)
        if not len(texts) or float(texts.max()) > self._chance():
            return False
        if not by_tags:
            return True
        tags = _tag_vectors(self._learned, self._encoder)
        return float(self._kinds(wordings).max(initial=0.0)) <= tags.chance

    def texts(self, wordings: Sequence[str]) -> Floats:
        """By the nearest of the wordings."""
        found = self._found.get(tuple(wordings))
        if found is None:
            found = self._found[tuple(wordings)] = np.zeros(len(self._learned.items))
            for vector in map(self._encoder.live, wordings):
                hits = self._index.search(vector, _NEAR)
                rows = [self._learned.rows[item_id] for item_id in hits.ids.tolist()]
                found[rows] = np.maximum(found[rows], np.clip(hits.scores, 0, 1))
        return found

    def _kinds(self, wordings: Sequence[str]) -> Floats:
        """How near each tag is."""
        tags = _tag_vectors(self._learned, self._encoder)
        if not tags.places:
            return np.zeros(0)
        said = np.array([self._encoder.live(text) for text in wordings])
        return np.asarray((tags.vectors @ said.T).max(axis=1), float)

    def _tags(self, row: int) -> Sequence[str]:
        return self._learned.items[row].tags

    def _chance(self) -> float:
        if self._learned.idle is None:
            idle = self._encoder.vectors(IDLE)
            self._learned.idle = _beyond(
                [float(self._index.search(one, 1).scores.max()) for one in idle]
            )
        return self._learned.idle


class ByWords:
    """By the words of texts, where there is no encoder."""

    by_meaning = False

    def __init__(self, learned: Learned) -> None:
        self._learned = learned

    def near(self, wordings: Sequence[str]) -> Floats:
        """By the text, in which the tags are."""
        return self.texts(wordings)

    def texts(self, wordings: Sequence[str]) -> Floats:
        """By the first wording: others may be in no language of the shelf."""
        lexicon = self._learned.lexicon
        empty = np.zeros(len(self._learned.items))
        return empty if lexicon is None else lexicon.shares(wordings[0])

    def about(self, wordings: Sequence[str]) -> Flags:
        """Those that have the words of what it is about, and those with a tag that says so."""
        clear = self.texts([head(text) for text in wordings]) > 0
        return clear | _tagged(self._learned, wordings, ())

    def faint(self, _wordings: Sequence[str], *, by_tags: bool = False) -> bool:  # noqa: ARG002 - the port's
        """Never: what has none of the words is not found at all."""
        return False


def _tag_vectors(learned: Learned, encoder: TextEncoder) -> TagVectors:
    """The vectors of a shelf's commonest tags, made once, and the row each tag has there."""
    if learned.tags is None:
        counts = Counter(tag for item in learned.items for tag in item.tags)
        tags = [tag for tag, number in counts.most_common(_TAGS) if number > 1]
        vectors = encoder.vectors(tags) if tags else np.zeros((0, encoder.dimension), np.float32)
        nearest = (vectors @ encoder.vectors(IDLE).T).max(axis=0, initial=0.0)
        places = {tag: place for place, tag in enumerate(tags)}
        learned.tags = TagVectors(places, vectors, _beyond(nearest))
    return learned.tags


def _beyond(nearest: Sequence[float] | NDArray[np.float32]) -> float:
    """How near something may be by chance, from how near texts about nothing come."""
    low, high = np.quantile(nearest, _QUARTILES)
    return float(high + _BEYOND * (high - low))


def _tagged(learned: Learned, wordings: Sequence[str], meant: Collection[str]) -> Flags:
    """The items with one of these tags, or one whose words all begin a wording."""
    said = [_words(head(text)) for text in wordings]
    held = {tag for item in learned.items for tag in item.tags}
    named = {tag for tag in held if (own := _words(tag)) and any(own <= one for one in said)}
    found = named.union(meant)
    return np.array([not found.isdisjoint(item.tags) for item in learned.items], bool)


def _words(tag: str) -> frozenset[str]:
    return frozenset(map(_singular, search_key(tag).split()))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word
