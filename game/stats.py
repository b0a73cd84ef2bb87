"""A member's record, from what they played."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from statistics import median

from game.model import Mode, Played

BUCKETS = (10, 25, 50, 100, 200)
"""Upper ends of the distribution's columns; one more column holds everything above."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Statistics:
    """`best` and `median` count attempts of solved puzzles and are None where none is solved.

    `streak` is the run of days, each solved on its own local date, that ends today or yesterday.
    `distribution` counts solved puzzles by attempts, one number a bucket and one above the last.
    """

    played: int
    solved: int
    gave_up: int
    found: int
    best: int | None
    median: float | None
    streak: int
    longest_streak: int
    distribution: tuple[int, ...]


def statistics(played: Iterable[Played], today: date, zone: tzinfo) -> Statistics:
    """The record over those puzzles; one played on two boards counts once, the better of them."""
    rows = _once(played)
    solved = [row for row in rows if row.solved]
    attempts = [row.attempts for row in solved]
    days = {row.day for row in solved if _in_time(row, zone)}
    return Statistics(
        played=len(rows),
        solved=len(solved),
        gave_up=sum(row.gave_up for row in rows),
        found=sum(row.found for row in rows),
        best=min(attempts, default=None),
        median=median(attempts) if attempts else None,
        streak=_run(days, today) or _run(days, today - _DAY),
        longest_streak=max((_run(days, day) for day in days if day + _DAY not in days), default=0),
        distribution=_columns(attempts),
    )


def _once(played: Iterable[Played]) -> list[Played]:
    best: dict[int, Played] = {}
    for row in played:
        other = best.get(row.puzzle_id)
        if other is None or _merit(row) > _merit(other):
            best[row.puzzle_id] = row
    return list(best.values())


def _merit(row: Played) -> tuple[bool, bool, bool]:
    return row.solved, row.mode is Mode.SOLO, row.found


def _in_time(row: Played, zone: tzinfo) -> bool:
    """Whether it was solved on its own day, not later from the archive."""
    return row.finished_at is not None and row.finished_at.astimezone(zone).date() == row.day


def _run(days: set[date], last: date) -> int:
    length = 0
    while last - length * _DAY in days:
        length += 1
    return length


def _columns(attempts: Sequence[int]) -> tuple[int, ...]:
    columns = [0] * (len(BUCKETS) + 1)
    for number in attempts:
        columns[sum(number > end for end in BUCKETS)] += 1
    return tuple(columns)
