"""Made-up items of real-like length: words follow each other as they do in our own shelves."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

from recsys.parsing import COLUMNS
from recsys.shipped import shelf_items

_SHELVES = ("films", "books", "recipes")
_LONGEST = 60
Row = tuple[str, str, str, str, str, str, str]


class Chains:
    """Says sentences: each word follows the two before it as it does somewhere in our shelves."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._next: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        items = [item.text for shelf in _SHELVES for item in shelf_items(shelf)]
        for item in items:
            before = ("", "")
            for word in [*item.description.split(), ""]:
                self._next[before].append(word)
                before = (before[1], word)
        self._words = sorted({word for item in items for word in item.title.split()})
        self._tags = sorted({tag for item in items for tag in item.tags})

    def sentence(self) -> str:
        """A sentence, of sixty words at most."""
        said, before = [], ("", "")
        while len(said) < _LONGEST and (word := self._rng.choice(self._next[before])):
            said.append(word)
            # Often by the last word alone, or all sentences would be those of our shelves.
            before = (before[1], word)
            if len(said) > 1 and self._rng.random() < 0.2:
                before = self._rng.choice(self._pairs(word))
        return " ".join(said)

    def rows(self, number: int) -> Iterator[Row]:
        """Items: a title, one sentence or two, tags and a year."""
        rng = self._rng
        for n in range(number):
            title = " ".join(rng.choices(self._words, k=rng.choice((1, 2, 2, 3, 4))))
            text = " ".join(self.sentence() for _ in range(rng.choice((1, 1, 2))))
            tags = "|".join(rng.sample(self._tags, rng.randrange(2, 6)))
            yield f"m{n}", title, text, tags, str(rng.randrange(1930, 2027)), "", ""

    def _pairs(self, word: str) -> list[tuple[str, str]]:
        if not hasattr(self, "_ending"):
            self._ending: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
            for pair in self._next:
                self._ending[pair[1]].append(pair)
        return self._ending[word]


def write(path: Path, rows: int, broken: int = 0, seed: int = 0) -> None:
    """Write a table of so many rows; the broken ones, spread evenly, each are wrong otherwise."""
    places = {(one + 1) * rows // (broken + 1): one % 3 for one in range(broken)}
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(COLUMNS)
        for n, row in enumerate(Chains(Random(seed)).rows(rows)):
            name, title, text, tags, year, url, image = row
            wrong = places.get(n)
            title, year = ("" if wrong == 0 else title), ("soon" if wrong == 1 else year)
            table.writerow((name, title, text, tags, year, "no link" if wrong == 2 else url, image))
