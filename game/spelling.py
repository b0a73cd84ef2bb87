"""Suggests known words for an unknown one."""

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from embedding.words.table import WordTable

_CANDIDATES = 30


class Speller:
    """Finds words of the table, or forms of them, that are spelled like what was typed."""

    def __init__(self, table: WordTable) -> None:
        self._table = table
        rows = [*enumerate(table.words), *((row, form) for form, row in table.forms.items())]
        self._spellings = [spelling for row, spelling in rows if table.listable[row]]

    def suggest(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """At most `limit` words within a typing slip or two, the likeliest first.

        Only words that may be listed, and of each family the likeliest spelling alone.
        """
        slips = 1 if len(word) < 5 else 2
        found = process.extract(
            word,
            self._spellings,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=slips,
            limit=_CANDIDATES,
        )
        ranked = sorted(found, key=lambda hit: (hit[1], hit[0][0] != word[0], -self._zipf(hit[0])))
        likeliest: dict[int, str] = {}
        for spelling, _, _ in ranked:
            likeliest.setdefault(self._family(spelling), spelling)
        return tuple(likeliest.values())[:limit]

    def _family(self, spelling: str) -> int:
        row = self._table.row(spelling)
        return -1 if row is None else int(self._table.families[row])

    def _zipf(self, spelling: str) -> float:
        row = self._table.row(spelling)
        return 0.0 if row is None else float(self._table.zipf[row])
