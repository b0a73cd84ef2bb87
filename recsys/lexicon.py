"""Finds items by the words of their texts, for whoever has no encoder."""

from array import array
from collections.abc import Sequence

import numpy as np

from recsys.nouns import Item
from recsys.opinions import Floats, Ints
from recsys.wording import search_key

_WORD = 150
"""About how many bytes a word takes beside the rows it leads to."""


class Lexicon:
    """Which words stand in which item: made once, as reading all texts anew takes seconds."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = len(items)
        self._numbers: dict[str, int] = {}
        words, rows = array("i"), array("i")
        for row, item in enumerate(items):
            for text in (item.text, item.title):  # so a title's words count twice
                found = [self._number(word) for word in set(search_key(text).split())]
                words.extend(found)
                rows.extend([row] * len(found))
        numbers = np.frombuffer(words, np.int32) if words else np.empty(0, np.int32)
        order = np.argsort(numbers, kind="stable")
        self._rows = np.frombuffer(rows, np.int32)[order] if rows else numbers
        self._ends = np.cumsum(np.bincount(numbers, minlength=len(self._numbers)))

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        return int(self._rows.nbytes + self._ends.nbytes) + _WORD * len(self._numbers)

    def shares(self, text: str) -> Floats:
        """The share of a text's words that stand in each item's, shape (items,).

        A word of the title counts in full, any other by half.
        """
        words = set(search_key(text).split())
        counts = np.zeros(self._items)
        for word in words & self._numbers.keys():
            counts += np.bincount(self._of(self._numbers[word]), minlength=self._items)
        return np.asarray(counts / max(2 * len(words), 1))

    def _number(self, word: str) -> int:
        return self._numbers.setdefault(word, len(self._numbers))

    def _of(self, number: int) -> Ints:
        start = self._ends[number - 1] if number else 0
        return self._rows[start : self._ends[number]]
