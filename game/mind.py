"""What a word brings to mind: for simulated players, from sources other than the game's heat."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from embedding.players.artifact import NOBODY, Associates
from embedding.words.relations import Kind
from embedding.words.table import FIELDS, NO_FIELD, WordTable

Thoughts = Sequence[tuple[int, float]]
"""Rows with the strength, up to 1, at which they come to mind; the strongest first."""

# How readily one thinks along each of WordNet's links. Synonyms and opposites come first in human
# association norms, then kinds and parts (de Deyne and Storms 2008).
_STRENGTH = {
    Kind.SYNONYM: 0.9,
    Kind.ANTONYM: 0.8,
    Kind.KIND_OF: 0.8,
    Kind.PART_OF: 0.7,
    Kind.SIMILAR: 0.7,
    Kind.DERIVED: 0.8,
    Kind.ENTAILS: 0.6,
    Kind.IN_TOPIC: 0.6,
}
# A link of a rarer sense comes to mind later.
_SENSE_FADE = 0.6
# GloVe's neighbours, from the first to the 24th.
_GLOVE = (0.95, 0.35)
# Rarer words than this come to nobody's mind as an answer.
_KNOWN_ZIPF = 2.5
_OPENINGS = 12


class Mind:
    """Associations between the rows of a word table. Safe to share; fills itself as it is asked."""

    def __init__(self, table: WordTable, associates: Associates) -> None:
        self._table = table
        self._associates = associates.rows
        self._kept: dict[int, Thoughts] = {}

    def thoughts(self, row: int) -> Thoughts:
        """What the word of that row brings to mind, the strongest first."""
        if row not in self._kept:
            self._kept[row] = self._think(row)
        return self._kept[row]

    @cached_property
    def openings(self) -> Sequence[Sequence[int]]:
        """Common words to begin with: for each category of WordNet its commonest few."""
        table = self._table
        fit = table.listable & (table.families == np.arange(len(table)))
        known = [_commonest(table, np.flatnonzero(fit & (table.fields == number)))
                 for number in range(len(FIELDS))]  # fmt: skip
        if not any(known):  # a table without categories
            return [_commonest(table, np.flatnonzero(fit & (table.fields == NO_FIELD)))]
        return [rows for rows in known if rows]

    def _think(self, row: int) -> Thoughts:
        table = self._table
        found: dict[int, float] = {}
        links = table.relations
        for link in links.of(row):
            _raise(found, link.target, _STRENGTH[link.kind] * _faded(link.sense))
        for link in links.to(row):
            _raise(found, link.source, _STRENGTH[link.kind] * _faded(link.sense))
        row_of = self._associates[row].tolist()
        for place, other in enumerate(row_of):
            if other != NOBODY:
                first, last = _GLOVE
                strength = first + (last - first) * place / len(row_of)
                # Known by both ways, a word comes to mind the more readily.
                found[other] = min(
                    1.0, max(found.get(other, 0.0), strength) + 0.1 * (other in found)
                )
        fit = [
            (other, strength * _familiar(float(table.zipf[other])))
            for other, strength in found.items()
            if table.listable[other] and table.zipf[other] >= _KNOWN_ZIPF and other != row
        ]
        return sorted(fit, key=lambda thought: (-thought[1], thought[0]))


def _raise(found: dict[int, float], row: int, strength: float) -> None:
    found[row] = max(found.get(row, 0.0), strength)


def _faded(sense: int) -> float:
    return _SENSE_FADE ** min(sense, 3)


def _familiar(zipf: float) -> float:
    """Common words come to mind first: 1 from Zipf 4.5, a third at 2.5."""
    return min(1.0, max(1 / 3, 1 - (4.5 - zipf) / 3))


def _commonest(table: WordTable, rows: NDArray[np.int64]) -> list[int]:
    order = np.argsort(-table.zipf[rows], kind="stable")[:_OPENINGS]
    return [int(row) for row in rows[order]]
