"""Suggests known words for an unknown one."""

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from embedding.words.table import WordTable

_CANDIDATES = 30


class Speller:
    """Finds words of the table, or forms of them, that are spelled like what was typed."""

    def __init__(self, table: WordTable) -> None:
        self._table = table
        self._spellings = [*table.words, *table.forms]

    def suggest(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """At most `limit` words within a typing slip or two, the likeliest first."""
        slips = 1 if len(word) < 5 else 2
        found = process.extract(
            word,
            self._spellings,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=slips,
            limit=_CANDIDATES,
        )
        ranked = sorted(found, key=lambda hit: (hit[1], hit[0][0] != word[0], -self._zipf(hit[0])))
        return tuple(dict.fromkeys(spelling for spelling, _, _ in ranked))[:limit]

    def _zipf(self, spelling: str) -> float:
        row = self._table.row(spelling)
        return 0.0 if row is None else float(self._table.zipf[row])
