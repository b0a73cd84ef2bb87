"""The use case behind `/leaderboard`: what was played in a period, and who did best."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from threading import Lock
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from game.leaderboard import Period, Result, Standing, rank, span, still_playing
from game.model import Puzzle, PuzzleFace, Server
from game.pool import Pool
from game.puzzles import Clock, Puzzles
from game.schedule import ends

KEPT = timedelta(seconds=20)
"""So long a leaderboard of all time is handed out again: pages are turned in a row."""


class Part(NamedTuple):
    """A member's part in one board: their own, or a shared one that they made a guess on.

    `begun_at` is when the board's first word, or on a shared one their own first guess, was given;
    it may be None where the board has ended.
    """

    puzzle_id: int
    member_id: int
    strokes: int
    solved: bool
    finished_at: datetime | None
    begun_at: datetime | None
    players: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was played on a server's daily puzzles of some days, as it was at one moment.

    `insiders` are pairs of a puzzle's id and a member who knew its secret before it came.
    """

    puzzles: Sequence[Puzzle]
    parts: Sequence[Part]
    insiders: frozenset[tuple[int, int]]


class StandingBook(Protocol):
    """Knows what was played."""

    def ledger(self, server_id: int, first: date, last: date) -> Ledger:
        """What was played on the server's daily puzzles from `first` to `last`.

        Forgotten members have no part.
        """


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """The places in a period, the best first; `day` names the period.

    `puzzle` is that of a single day, None where there is none yet. `playing` members have begun a
    puzzle of today and not solved it.
    """

    period: Period
    day: date
    first: date
    last: date
    today: date
    standings: Sequence[Standing]
    puzzle: PuzzleFace | None = None
    playing: int = 0

    def of(self, member_id: int) -> Standing | None:
        """A member's own place; None where they have none."""
        return next((x for x in self.standings if x.member_id == member_id), None)


class Standings:
    """Answers who did best; changes nothing."""

    def __init__(self, book: StandingBook, puzzles: Puzzles, pool: Pool, clock: Clock) -> None:
        self._book = book
        self._puzzles = puzzles
        self._pool = pool
        self._clock = clock
        self._kept: dict[tuple[int, date], tuple[datetime, Future[Leaderboard]]] = {}
        self._lock = Lock()

    def leaderboard(self, server_id: int, period: Period, day: date | None = None) -> Leaderboard:
        """The leaderboard of the day, the week of the day, or all time up to it; today's if None.

        A day that is not there (yet) is taken as the nearest one that is. That of all time may be
        as old as `KEPT`.
        """
        server = self._puzzles.server(server_id)
        today = self._puzzles.today(server)
        named = min(max(day or today, server.first_day), today)
        if period is not Period.ALL:
            return self._made(server, period, named, today)
        return self._all_time(server, named, today)

    def _all_time(self, server: Server, named: date, today: date) -> Leaderboard:
        """The leaderboard of all time, made anew where it is older than `KEPT`.

        One that is being made is waited for, not made again; those of other servers are not.
        """
        now, key = self._clock(), (server.id, named)
        with self._lock:
            self._kept = {x: y for x, y in self._kept.items() if timedelta() <= now - y[0] < KEPT}
            kept = self._kept.get(key)
            mine = Future[Leaderboard]()
            if kept is None:
                self._kept[key] = now, mine
        if kept is not None:
            return kept[1].result()
        try:
            mine.set_result(self._made(server, Period.ALL, named, today))
        except BaseException as error:
            with self._lock:
                if self._kept.get(key) == (now, mine):
                    del self._kept[key]
            mine.set_exception(error)
            raise
        return mine.result()

    def _made(self, server: Server, period: Period, named: date, today: date) -> Leaderboard:
        first, last = span(period, named, min(server.first_day, today))
        ledger = self._book.ledger(server.id, first, last)
        faces = {x.id: self._pool.rated(x.face, x.secret) for x in ledger.puzzles}
        found = results(ledger, faces, server, self._clock())
        alone = next(iter(faces.values()), None) if period is Period.DAY else None
        return Leaderboard(
            period, named, first, last, today, rank(found, period), alone, still_playing(found)
        )


def results(
    ledger: Ledger, faces: Mapping[int, PuzzleFace], server: Server, now: datetime
) -> list[Result]:
    """What the parts came to; without those that insiders had, and what came after the day.

    That is a board which was begun, or ended, when the puzzle's day was over.
    """
    zone = ZoneInfo(server.time_zone)
    days = {
        puzzle.id: (faces[puzzle.id].par, end, end <= now)
        for puzzle in ledger.puzzles
        for end in [puzzle.ends_at or ends(puzzle.day, zone)]
    }
    found = []
    for part in ledger.parts:
        par, end, over = days[part.puzzle_id]
        moment = part.finished_at or part.begun_at
        if moment is None or moment >= end or (part.puzzle_id, part.member_id) in ledger.insiders:
            continue
        strokes = part.strokes if part.solved else None
        found.append(
            Result(
                part.member_id, part.puzzle_id, strokes, par, part.players, part.finished_at,
                over or part.solved,
            )
        )  # fmt: skip
    return found
