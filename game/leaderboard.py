"""Who plays well: points against par, and places that attendance alone does not lead to.

See docs/leaderboard.md. Pure: what was played in, places out.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

AT_PAR, AN_OCTAVE = 100, 50
"""Points of a puzzle solved at par, and how many more each halving of the strokes brings."""
MOST, LEAST = 200, 20
"""No solved puzzle brings more or less."""
UNSOLVED = 10
"""What a puzzle brings that was begun on its day and not solved on it."""
UNRATED = 75
"""The par of a puzzle that nobody has rated: about the middle of the pool."""
PRESENCE = 10
"""What playing often can add to a mean at most."""
_NEVER = datetime.max.replace(tzinfo=UTC)


class Period(StrEnum):
    """What a leaderboard looks back on."""

    DAY = "day"
    WEEK = "week"
    ALL = "all"


SHRINKAGE = {Period.WEEK: 3, Period.ALL: 15}
"""So many puzzles of the fewest points a solve can have are thrown in before a mean is taken."""


class Result(NamedTuple):
    """What one board came to for one of its players by the end of the puzzle's day.

    `strokes` is None where it was not solved by then, `finished_at` where it had not ended, and
    `par` where nobody has rated the puzzle. `players` have guessed on it. `settled` says that the
    puzzle's day is over, or that the board is solved.
    """

    member_id: int
    puzzle_id: int
    strokes: int | None
    par: int | None
    players: int = 1
    finished_at: datetime | None = None
    settled: bool = True


@dataclass(frozen=True, slots=True)
class Standing:
    """A member's place. `strokes` and `over_par` are those of the solved puzzles together.

    `over_par` is negative below par, and None where no solved puzzle has one.
    """

    place: int
    member_id: int
    points: float
    solved: int
    played: int
    strokes: int
    over_par: int | None


def span(period: Period, day: date, first_day: date) -> tuple[date, date]:
    """The first and the last day of a period: of the week of `day`, which begins on Monday.

    All time ends with `day`.
    """
    if period is Period.DAY:
        return day, day
    if period is Period.ALL:
        return min(first_day, day), day
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def points(strokes: int, par: int | None) -> int:
    """What a solved puzzle brings: by the ratio of par to strokes, each halving the same."""
    octaves = math.log2((UNRATED if par is None else par) / strokes)
    return min(MOST, max(LEAST, round(AT_PAR + AN_OCTAVE * octaves)))


def rank(results: Iterable[Result], period: Period) -> list[Standing]:
    """The places of all members, the best first, whatever the order of the results.

    Of a puzzle's boards the one counts on which the member learned the word first. What is not
    settled counts for nothing yet.
    """
    rows: dict[int, list[Result]] = {}
    for result in _first_each(results):
        if result.settled:
            rows.setdefault(result.member_id, []).append(result)
    listed = sorted(((_merit(x, period), member, x) for member, x in rows.items()), key=_order)
    return [
        _standing(place, member, merit[0], own)
        for place, (merit, member, own) in enumerate(listed, start=1)
    ]


def still_playing(results: Iterable[Result]) -> int:
    """How many members still look for the word of a day that is not over, having begun it."""
    every = list(results)
    running = {result.puzzle_id for result in every if not result.settled}
    first = _first_each(result for result in every if result.puzzle_id in running)
    return len({x.member_id for x in first if not x.settled and x.finished_at is None})


_Merit = tuple[float, int, int, datetime]


def _order(listed: tuple[_Merit, int, Sequence[Result]]) -> tuple[float, int, int, datetime, int]:
    (score, solved, strokes, finished), member, _ = listed
    return -score, -solved, strokes, finished, member


def _first_each(results: Iterable[Result]) -> Iterable[Result]:
    """One result a member and puzzle: where they learned the word first, else their own board."""
    first: dict[tuple[int, int], Result] = {}
    for result in results:
        key = result.member_id, result.puzzle_id
        other = first.get(key)
        if other is None or _when(result) < _when(other):
            first[key] = result
    return first.values()


def _when(result: Result) -> tuple[datetime, float, int, bool]:
    strokes = math.inf if result.strokes is None else result.strokes
    return result.finished_at or _NEVER, strokes, result.players, not result.settled


def _merit(own: Sequence[Result], period: Period) -> _Merit:
    """The score, and what settles ties: more solved, fewer strokes, the earlier finish."""
    solved = [x for x in own if x.strokes is not None]
    strokes = sum(x.strokes or 0 for x in solved)
    last = max((x.finished_at or _NEVER for x in solved), default=_NEVER)
    return _score(own, len(solved), period), len(solved), strokes, last


def _score(own: Sequence[Result], solved: int, period: Period) -> float:
    """A day's points; of more days their mean, drawn towards the least, and a little for presence.

    A board that several share counts as that part of a puzzle for each. `math.fsum` is exact, so
    that no order of the results gives another score.
    """
    if period is Period.DAY:
        return math.fsum(_points(x) / x.players for x in own)
    extra = SHRINKAGE[period]
    weight = math.fsum([extra, *(1 / x.players for x in own)])
    above = math.fsum((_points(x) - LEAST) / x.players for x in own)
    return LEAST + above / weight + PRESENCE * solved / (solved + extra)


def _points(result: Result) -> int:
    return UNSOLVED if result.strokes is None else points(result.strokes, result.par)


def _standing(place: int, member_id: int, score: float, own: Sequence[Result]) -> Standing:
    over = [x.strokes - x.par for x in own if x.strokes is not None and x.par is not None]
    return Standing(
        place=place,
        member_id=member_id,
        points=score,
        solved=sum(x.strokes is not None for x in own),
        played=len(own),
        strokes=sum(x.strokes or 0 for x in own),
        over_par=sum(over) if over else None,
    )
