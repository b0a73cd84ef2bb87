"""What members have achieved: a small set of feats, told from their history alone."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from game.pool import Pool
from game.ports import GameStore
from game.puzzles import Puzzles
from game.runs import longest_run, present_run
from game.schedule import in_time

FEW, MANY, LONG_COLD = 5, 100, 20
"""Strokes of a quick solve, strokes that a long one takes at least, words without a warm one."""
UNDER_PAR, CLEAN_DAYS = 10, 7
"""How many solves under par, and how many days in a row without a hint, are a feat."""


class Achievement(StrEnum):
    """The feats, roughly in the order in which members come by them."""

    FIRST = "first"
    UNDER = "under"
    FEW = "few"
    WEEK = "week"
    MONTH = "month"
    HUNDRED = "hundred"
    CLEAN = "clean"
    SHARP = "sharp"
    COMEBACK = "comeback"
    BRAVE = "brave"
    RACE = "race"
    RELAY = "relay"


STREAKS = {Achievement.WEEK: 7, Achievement.MONTH: 30, Achievement.HUNDRED: 100}
"""How many days in a row these take."""


class Deed(NamedTuple):
    """A solved board of a daily puzzle: the member's own, or a `shared` one they guessed on.

    `warm_at` is the position of its first word among the nearest 1000, told of own boards only.
    `won_race` says that they were the first of several, `in_relay` that others took turns.
    """

    puzzle_id: int
    day: date
    attempts: int
    hints: int
    finished_at: datetime
    warm_at: int | None
    won_race: bool
    in_relay: bool
    shared: bool

    @property
    def strokes(self) -> int:
        """The score: guesses, and what hints have cost."""
        return self.attempts + self.hints


class DeedBook(Protocol):
    """Knows what members solved."""

    def deeds(self, server_id: int, member_id: int) -> Sequence[Deed]:
        """Every daily board that the member solved or helped to solve, without known words.

        A word is known where the member had seen it as a proposal.
        """


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a member is. `left` more days or solves are missing; None where it is no count."""

    achievement: Achievement
    earned: bool
    left: int | None = None


def progress(deeds: Iterable[Deed], pars: Mapping[int, int], today: date) -> list[Progress]:
    """How far each achievement is, from what was solved on its own day; `pars` by puzzle."""
    every = list(deeds)
    own = [deed for deed in every if not deed.shared]
    days = {deed.day for deed in every}
    clean = {deed.day for deed in own if not deed.hints}
    under = len({x.puzzle_id for x in own if x.strokes < pars.get(x.puzzle_id, 0)})
    done = {kind for kind, test in _SINGLE.items() if any(map(test, own))}
    found = [_once(Achievement.FIRST, earned=bool(every)), _once(Achievement.UNDER, under > 0)]
    found += [_row(kind, days, need, today) for kind, need in STREAKS.items()]
    found.append(_row(Achievement.CLEAN, clean, CLEAN_DAYS, today))
    found.append(Progress(Achievement.SHARP, under >= UNDER_PAR, max(0, UNDER_PAR - under)))
    found += [_once(kind, kind in done) for kind in _SINGLE]
    found.append(_once(Achievement.RELAY, any(deed.in_relay for deed in every)))
    order = list(Achievement)
    return sorted(found, key=lambda x: order.index(x.achievement))


def upcoming(found: Iterable[Progress]) -> list[Progress]:
    """What can be counted down to, the nearest first; of the streaks only the next one."""
    left = sorted((x for x in found if not x.earned and x.left), key=lambda x: x.left or 0)
    streaks = [x for x in left if x.achievement in STREAKS]
    return [x for x in left if x not in streaks[1:]]


_SINGLE: dict[Achievement, Callable[[Deed], bool]] = {
    Achievement.FEW: lambda deed: deed.strokes <= FEW,
    Achievement.COMEBACK: lambda deed: deed.warm_at is not None and deed.warm_at > LONG_COLD,
    Achievement.BRAVE: lambda deed: deed.strokes >= MANY,
    Achievement.RACE: lambda deed: deed.won_race,
}


def _once(achievement: Achievement, earned: bool) -> Progress:
    return Progress(achievement, earned)


def _row(achievement: Achievement, days: set[date], need: int, today: date) -> Progress:
    """A run of days: earned by the longest there was, counted down from the one that goes on."""
    left = max(0, need - present_run(days, today))
    return Progress(achievement, longest_run(days) >= need, left)


class Achievements:
    """Answers what members have achieved; changes nothing."""

    def __init__(self, book: DeedBook, store: GameStore, puzzles: Puzzles, pool: Pool) -> None:
        self._book = book
        self._store = store
        self._puzzles = puzzles
        self._pool = pool

    def of(self, server_id: int, member_id: int) -> list[Progress]:
        """How far a member of a server is with every achievement."""
        return progress(*self._history(server_id, member_id))

    def news(self, member_id: int, puzzle_id: int) -> list[Achievement]:
        """What a member has achieved by solving that puzzle, and had not before."""
        with self._store.reading() as reader:
            puzzle = reader.puzzle(puzzle_id)
        if puzzle is None or puzzle.owner_id is not None:
            return []
        deeds, pars, today = self._history(puzzle.server_id, member_id)
        before = progress([x for x in deeds if x.puzzle_id != puzzle_id], pars, today)
        had = {x.achievement for x in before if x.earned}
        now = progress(deeds, pars, today)
        return [x.achievement for x in now if x.earned and x.achievement not in had]

    def _history(self, server_id: int, member_id: int) -> tuple[list[Deed], dict[int, int], date]:
        server = self._puzzles.server(server_id)
        zone = ZoneInfo(server.time_zone)
        deeds = self._book.deeds(server.id, member_id)
        with self._store.reading() as reader:
            dailies = reader.dailies(server.id) if deeds else ()
        ends_at = {puzzle.id: puzzle.ends_at for puzzle in dailies}
        faces = [self._pool.rated(puzzle.face, puzzle.secret) for puzzle in dailies]
        kept = [x for x in deeds if in_time(x.finished_at, x.day, ends_at.get(x.puzzle_id), zone)]
        pars = {face.id: face.par for face in faces if face.par is not None}
        return kept, pars, self._puzzles.today(server)
