"""Picks the words that hints show, from what has been guessed."""

from collections.abc import Iterable, Sequence
from itertools import combinations, islice

import numpy as np
from numpy.typing import NDArray

from embedding.words.neighbors import FAMILIARITY
from embedding.words.table import WordTable
from game.errors import NoHintLeft, NoWordBetween
from game.model import Board, Entry, Puzzle
from game.rules import FIRST_HINT_RANK, HintKind, gives_away, hint_ranks, rank_to_beat
from game.scoring import Scores

# How common a hint should be: a word most people know (Zipf, van Heuven et al. 2014).
FAMILIAR_ZIPF = 3.0
# From here on everybody knows a word, and it being commoner still is no merit.
_COMMON_ZIPF = 5.0
# So many words around the wanted rank are searched for a familiar one.
_NEARBY = 40
# On a cold board a direction and a word between start from these ranks, not from the best one.
_DIRECTION_FROM, _BETWEEN_FROM = 4 * FIRST_HINT_RANK, 2 * FIRST_HINT_RANK
# Nouns, verbs and adjectives show where to look; adverbs and the like hardly do.
_TELLING = "nva"
# So many of the nearest words on a board are tried as ends of a pair.
_ENDS = 12

Pair = tuple[str, str]


class Hinter:
    """Picks hints for one board, whose entries are given.

    Every word it picks is nearer than the best entry, may be listed, and is of no family that the
    secret or an entry is of; it spells no part of the secret. Each pick raises AlreadyFinished, or
    NoHintLeft where there is no such word.
    """

    def __init__(
        self,
        table: WordTable,
        scores: Scores,
        puzzle: Puzzle,
        board: Board,
        entries: Sequence[Entry],
    ) -> None:
        self._table = table
        self._scores = scores
        self._puzzle = puzzle
        self._board = board
        self._rows = rows_of(table, entries)
        self._taken = {int(table.families[row]) for row in (scores.secret, *self._rows)}

    def pick(self, kind: HintKind) -> int:
        """The row of the word that a hint of that kind shows; not for SPELLING, which shows none.

        Raises NoWordBetween, too.
        """
        best = rank_to_beat(self._puzzle.face, self._board)
        if kind is HintKind.DIRECTION:
            return self._direction(best)
        return self._between(best) if kind is HintKind.BETWEEN else self._halfway()

    def _halfway(self) -> int:
        """The familiar word whose rank is next to half the best one."""
        ranks = (r for r in hint_ranks(self._puzzle.face, self._board) if r < len(self._table))
        rows = (int(self._scores.order[rank]) for rank in ranks)
        usable = list(islice(filter(self._fits, rows), _NEARBY))
        if not usable:
            raise NoHintLeft(self._board)
        return self._familiar(usable)[0]

    def _direction(self, best: int) -> int:
        """A known word unlike anything on the board, of those a little nearer than the best."""
        start = min(best, _DIRECTION_FROM)
        rows = self._window(start - start // 2, start, best)
        if not self._rows:
            return max(rows, key=lambda row: float(self._table.zipf[row]))
        tried = _cosines(self._table, rows, self._rows).max(axis=1)
        # An odd word is unlike everything, which is no direction: so common ones are preferred.
        known = np.minimum(self._table.zipf[rows], _COMMON_ZIPF)
        return rows[int((tried - FAMILIARITY * known).argmin())]

    def _between(self, best: int) -> int:
        """The word that lies most clearly between two words on the board."""
        start = min(best, _BETWEEN_FROM)
        for window in ((start - 2 * start // 3, start), (1, best)):
            rows = self._window(*window, best)
            depth = _depth(self._table, rows, self._rows)[0]
            if depth.max(initial=-np.inf) > -np.inf:
                return rows[int(depth.argmax())]
        raise NoWordBetween(self._board)

    def _window(self, low: int, high: int, best: int) -> list[int]:
        """Rows that fit with ranks from low up to high, else any nearer than the best."""
        for first, end in ((low, high), (1, best)):
            rows = self._scores.order[max(1, first) : end].tolist()
            usable = [row for row in rows if self._fits(row)]
            if usable:
                return self._familiar(usable)
        raise NoHintLeft(self._board)

    def _familiar(self, rows: list[int]) -> list[int]:
        zipf, parts = self._table.zipf, self._table.parts
        known = [row for row in rows if zipf[row] >= FAMILIAR_ZIPF and parts[row] in _TELLING]
        return known or rows

    def _fits(self, row: int) -> bool:
        table = self._table
        return (
            bool(table.listable[row])
            and int(table.families[row]) not in self._taken
            and not gives_away(table.words[row], self._puzzle.secret)
        )


def rows_of(table: WordTable, entries: Iterable[Entry]) -> list[int]:
    """The rows of the nearest entries first, without those that the table does not hold."""
    rows = (table.row(entry.word) for entry in sorted(entries, key=lambda entry: entry.rank))
    return [row for row in rows if row is not None]


def pair_around(table: WordTable, row: int, entries: Iterable[Entry]) -> Pair | None:
    """The two entries that the row lies most clearly between; None where it is between none."""
    rows = rows_of(table, entries)
    depth, pairs = _depth(table, [row], rows)
    if depth.max(initial=-np.inf) == -np.inf:
        return None
    one, other = pairs[0]
    return table.words[rows[one]], table.words[rows[other]]


def _depth(
    table: WordTable, rows: Sequence[int], ends: Sequence[int]
) -> tuple[NDArray[np.float64], list[tuple[int, int]]]:
    """For each row how clearly it is between two ends, shape (r,), and which pair of them.

    It is between them if it is more like both than they are like each other (the lune of
    Toussaint's relative neighbourhood graph, 1980): the more like the farther one, the clearer.
    -inf and (0, 0) where it is between none.
    """
    near = ends[:_ENDS]
    best = np.full(len(rows), -np.inf)
    pairs = [(0, 0)] * len(rows)
    if len(near) < 2 or not rows:
        return best, pairs
    to_ends, apart = _cosines(table, rows, near), _cosines(table, near, near)
    for one, other in combinations(range(len(near)), 2):
        lower = np.minimum(to_ends[:, one], to_ends[:, other])
        better = (lower > apart[one, other]) & (lower > best)
        best[better] = lower[better]
        for at in np.flatnonzero(better).tolist():
            pairs[at] = (one, other)
    return best, pairs


def _cosines(table: WordTable, rows: Sequence[int], others: Sequence[int]) -> NDArray[np.float64]:
    """The cosine of each row with each other one, shape (r, o), rounded: the same everywhere."""
    products = table.unit_vectors(rows) @ table.unit_vectors(others).T
    rounded: NDArray[np.float64] = products.astype(np.float64).round(5)
    return rounded
