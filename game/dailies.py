"""The use case behind the daily post: what there is to tell on a day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from embedding.words.neighbors import nearest_rows
from game.model import Mode, Puzzle, PuzzleFace, Server
from game.ports import GameStore
from game.puzzles import Puzzles
from game.results import Neighbour
from game.schedule import day_before, days, ends, in_time
from game.streaks import ServerStreak, server_streak
from game.views import Words

NEAREST = 10
"""How many neighbours of yesterday's word are told."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one board of a puzzle stands. `member_id` and `attempts` are the solver's, or None.

    `players` have guessed on it, which is more than one on a shared board only.
    """

    mode: Mode
    member_id: int | None
    players: int
    attempts: int | None
    hints: int
    finished_at: datetime | None


class DayBook(Protocol):
    """Knows what became of the daily puzzles."""

    def outcomes(self, puzzle_id: int) -> Sequence[Outcome]:
        """How each board of a puzzle stands that somebody has played on."""

    def players(self, puzzle_id: int, until: datetime) -> Sequence[int]:
        """Whoever had put a word on a board of a puzzle by then, each once.

        The forgotten are numbers below zero, counted on each board anew.
        """

    def first_solved(self, server_id: int) -> Sequence[tuple[date, datetime, datetime | None]]:
        """The days of a server whose puzzle was solved, the first moment of that, and their ends.

        None where nobody noted when the day was over.
        """


@dataclass(frozen=True, slots=True)
class Solve:
    """Somebody found a word. `over_par` is negative below par and None where there is no par.

    `players` have taken part, the solver among them; `member_id` is None where they are forgotten.
    """

    member_id: int | None
    mode: Mode
    strokes: int
    over_par: int | None
    players: int = 1


@dataclass(frozen=True, slots=True)
class Yesterday:
    """What became of the day before: its word, its nearest words, and who found it, best first.

    What came after the day is left out. `players` tried, found or not. `nearest` is empty where
    the words have changed since.
    """

    puzzle: PuzzleFace
    secret: str
    nearest: tuple[Neighbour, ...]
    solves: tuple[Solve, ...]
    players: int


@dataclass(frozen=True, slots=True)
class DailyNews:
    """A day's puzzle, and the news of the day before; None where that had no puzzle.

    `streak` is that of the server over all days before this one. `first` says that the server has
    no earlier day.
    """

    puzzle: PuzzleFace
    yesterday: Yesterday | None
    streak: ServerStreak
    first: bool


class Dailies:
    """Opens days and tells what there is to tell."""

    def __init__(
        self,
        store: GameStore,
        puzzles: Puzzles,
        words: Words,
        book: DayBook,
        insiders: Callable[[int], frozenset[int]] = lambda _: frozenset(),
    ) -> None:
        self._store = store
        self._puzzles = puzzles
        self._words = words
        self._book = book
        self._insiders = insiders  # who knew a puzzle's word before it came

    def daily_news(self, server_id: int, day: date) -> DailyNews:
        """The news of a server's day, whose puzzle is made if there is none yet."""
        server, puzzle = self._puzzles.daily(server_id, day)
        zone = ZoneInfo(server.time_zone)
        with self._store.reading() as reader:
            before = reader.daily(server_id, day_before(day, zone))
        return DailyNews(
            puzzle=self._words.pool.rated(puzzle.face, puzzle.secret),
            yesterday=None if before is None else self._yesterday(before, zone),
            streak=self._streak(server, zone, day),
            first=day <= server.first_day,
        )

    def _streak(self, server: Server, zone: ZoneInfo, day: date) -> ServerStreak:
        kept = {
            on
            for on, first, over in self._book.first_solved(server.id)
            if in_time(first, on, over, zone)  # later ones are from the archive
        }
        if not kept:
            return ServerStreak()
        over = days(min(kept), day_before(day, zone), zone)
        return server_streak(over, kept)

    def _yesterday(self, puzzle: Puzzle, zone: ZoneInfo) -> Yesterday:
        face = self._words.pool.rated(puzzle.face, puzzle.secret)
        knew = self._insiders(puzzle.id)
        over = puzzle.ends_at or ends(puzzle.day, zone)
        tried = [x for x in self._book.players(puzzle.id, over) if x not in knew]
        solves = [
            _solve(x, face.par)
            for x in self._book.outcomes(puzzle.id)
            if x.member_id not in knew and x.finished_at is not None and x.finished_at < over
            if x.attempts is not None
        ]
        solves.sort(key=lambda solve: solve.strokes)  # the earlier of two equal ones stays first
        return Yesterday(face, puzzle.secret, self._nearest(puzzle), tuple(solves), len(tried))

    def _nearest(self, puzzle: Puzzle) -> tuple[Neighbour, ...]:
        table = self._words.table
        row = table.row(puzzle.secret)
        if row is None:
            return ()
        scores = self._words.scores.scores(row)
        return tuple(
            Neighbour(table.words[at], int(scores.rank[at]), float(scores.similarity[at]))
            for at in nearest_rows(table, scores.similarity, NEAREST, (row,))
        )


def _solve(outcome: Outcome, par: int | None) -> Solve:
    strokes = (outcome.attempts or 0) + outcome.hints
    over = None if par is None else strokes - par
    return Solve(outcome.member_id, outcome.mode, strokes, over, outcome.players)
