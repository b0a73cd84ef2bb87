"""Shows boards as their players may see them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from embedding.words.neighbors import nearest_rows
from embedding.words.table import WordTable
from game.errors import EndedForOthers, HurtfulWord, SecretGone, UnknownWord
from game.model import Board, Entry, Mode, Puzzle
from game.places import Place
from game.pool import Pool
from game.ports import GameReader
from game.results import BoardView, Neighbour
from game.scoring import ScoreBook, Scores
from game.veil import Veil

Suggest = Callable[[str], Sequence[str]]
"""Known words spelled like an unknown one, the likeliest first."""
NEAREST = 10
"""How many of the secret's neighbours a finished board shows."""
CLOSEST = 5
"""How many of a board's nearest words come with the answer to a guess."""


class Words(NamedTuple):
    """The word table, the scores kept of it, the speller and the ratings that go with it."""

    table: WordTable
    scores: ScoreBook
    suggest: Suggest
    pool: Pool = Pool.unrated()


class Views:
    """Looks words up and puts together what may be seen of a board."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def row(self, word: str) -> int:
        """The row of a word that may be said. Raises UnknownWord or HurtfulWord."""
        table = self._words.table
        row = table.row(word)
        if row is None:
            raise UnknownWord(word, tuple(self._words.suggest(word)))
        if table.hidden[row]:
            raise HurtfulWord
        return row

    def scores(self, puzzle: Puzzle) -> Scores:
        """Every word's rank for the puzzle's secret. Raises SecretGone."""
        row = self._words.table.row(puzzle.secret)
        if row is None:
            raise SecretGone(puzzle.face)
        return self._words.scores.scores(row)

    def of_entry(
        self, reader: GameReader, place: Place, done: Entry, limit: int = CLOSEST
    ) -> BoardView:
        """The board of an entry that a former delivery of the turn brought.

        It need not be the turn's own board: where that delivery ended a practice round, the
        member's focus has gone back to the day's puzzle since.
        """
        board = reader.board_of(done.board_id) or Board(place.key)
        return self.on(reader, place, board, done.member_id, limit)

    def on(
        self,
        reader: GameReader,
        place: Place,
        board: Board,
        member_id: int,
        limit: int = CLOSEST,
    ) -> BoardView:
        """A board that need not be that of the place."""
        puzzle = reader.puzzle(board.key.puzzle_id) or place.puzzle
        there = replace(place, puzzle=puzzle, key=board.key)
        return self.view(reader, there, board, member_id, limit)

    def view(
        self,
        reader: GameReader,
        place: Place,
        board: Board,
        member_id: int,
        limit: int = CLOSEST,
        *,
        lifted: bool = False,
    ) -> BoardView:
        """The place's board for one member, with so many of its words at most.

        Who has not played on it does not see how it ended. Of a shared board nobody reads a word
        nearer than they have come, unless it has ended or they asked (`lifted`).
        """
        told = board.finished and _may_know(reader, board, member_id)
        near = reader.closest(board.id, limit)
        # A word may have been found hurtful since it was put on the board.
        kind = (x for x in near if not self._words.table.hides(x.word))
        fit = [x for x in kind if _may_see(x, board, told)]
        entries, veiled = veil_of(reader, board, member_id, lifted=lifted or told).part(fit)
        return BoardView(
            puzzle=self._words.pool.rated(place.puzzle.face, place.puzzle.secret),
            board=board,
            entries=entries,
            size=len(self._words.table),
            today=place.today,
            secret=place.puzzle.secret if told else None,
            nearest=self.nearest(place.puzzle) if told else (),
            veiled=veiled,
        )

    def nearest(self, puzzle: Puzzle, count: int = NEAREST) -> tuple[Neighbour, ...]:
        """So many words near a puzzle's secret that people know, none that hurts; nearest first."""
        table = self._words.table
        row = table.row(puzzle.secret)
        if row is None:  # an old day, played with other words
            return ()
        scores = self._words.scores.scores(row)
        found = (
            Neighbour(table.words[at], int(scores.rank[at]), float(scores.similarity[at]))
            for at in nearest_rows(table, scores.similarity, count, (row,))
        )
        return tuple(sorted(found, key=lambda near: near.rank))


def veil_of(reader: GameReader, board: Board, member_id: int, *, lifted: bool = False) -> Veil:
    """The veil before a member on a board; on one of their own there is none."""
    if lifted or board.key.mode is Mode.SOLO:
        return Veil(member_id, lifted=True)
    return Veil(member_id, reader.reach(board.id, member_id))


def check_end(reader: GameReader, place: Place, board: Board, member_id: int) -> None:
    """Raise EndedForOthers on a board that has ended, and how is not the member's to know."""
    if board.finished and not _may_know(reader, board, member_id):
        raise EndedForOthers(place.puzzle.face, board)


def _may_know(reader: GameReader, board: Board, member_id: int) -> bool:
    """Whether the member may know how the finished board ended."""
    if board.key.mode is Mode.SOLO:
        return True
    took_part = reader.took_part(board.id, member_id)
    return took_part or reader.knows(board.key.puzzle_id, member_id, board.key)


def _may_see(entry: Entry, board: Board, told: bool) -> bool:
    """The secret itself stands only before those who may know it."""
    return told or not board.finished or entry.rank > 0
