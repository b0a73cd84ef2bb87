"""Shows boards as their players may see them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from embedding.words.neighbors import nearest_rows
from embedding.words.table import WordTable
from game.errors import HurtfulWord, SecretGone, UnknownWord
from game.model import Board, Entry, Mode, Puzzle
from game.pool import Pool
from game.ports import GameReader
from game.puzzles import Place
from game.results import BoardView, Neighbour
from game.scoring import ScoreBook, Scores

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

    def of_entry(self, reader: GameReader, place: Place, done: Entry) -> BoardView:
        """The board of an entry that a former delivery of the turn brought.

        It need not be the turn's own board: where that delivery ended a practice round, the
        member's focus has gone back to the day's puzzle since.
        """
        return self.on(reader, place, reader.board_of(done.board_id) or Board(place.key))

    def on(self, reader: GameReader, place: Place, board: Board) -> BoardView:
        """A board that need not be that of the place."""
        puzzle = reader.puzzle(board.key.puzzle_id) or place.puzzle
        return self.view(reader, replace(place, puzzle=puzzle, key=board.key), board)

    def view(
        self, reader: GameReader, place: Place, board: Board, limit: int = CLOSEST
    ) -> BoardView:
        """The place's board, with so many of its words at most."""
        entries = [x for x in reader.closest(board.id, limit) if not self._hidden(x.word)]
        secret = place.puzzle.secret if board.finished else None
        nearest = self._nearest(place.puzzle) if board.finished else ()
        size = len(self._words.table)
        face = self._words.pool.rated(place.puzzle.face, place.puzzle.secret)
        return BoardView(face, board, entries, size, place.today, secret, nearest)

    def for_member(
        self, reader: GameReader, place: Place, board: Board, member_id: int, limit: int = CLOSEST
    ) -> BoardView:
        """The place's board for one member: who has not played on it does not see how it ended."""
        view = self.view(reader, place, board, limit)
        if _may_know(reader, board, member_id):
            return view
        left = tuple(entry for entry in view.entries if entry.rank > 0)
        return replace(view, entries=left, secret=None, nearest=())

    def _hidden(self, word: str) -> bool:
        """Whether a word was found hurtful since it was put on the board."""
        row = self._words.table.row(word)
        return row is not None and bool(self._words.table.hidden[row])

    def _nearest(self, puzzle: Puzzle) -> tuple[Neighbour, ...]:
        table = self._words.table
        row = table.row(puzzle.secret)
        if row is None:  # an old day, played with other words
            return ()
        scores = self._words.scores.scores(row)
        return tuple(
            Neighbour(table.words[at], int(scores.rank[at]), float(scores.similarity[at]))
            for at in nearest_rows(table, scores.similarity, NEAREST, (row,))
        )


def _may_know(reader: GameReader, board: Board, member_id: int) -> bool:
    if not board.finished or board.key.mode is Mode.SOLO:
        return True
    played = any(entry.member_id == member_id for entry in reader.entries(board.id))
    return played or reader.knows(board.key.puzzle_id, member_id, board.key)
