"""A member's record, from what they played."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from statistics import median
from types import MappingProxyType

from game.model import Mode, Played
from game.runs import longest_run, present_run
from game.schedule import in_time

BUCKETS = (10, 25, 50, 100, 200)
"""Upper ends of the distribution's columns; one more column holds everything above."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """`best` and `median` count strokes of solved puzzles and are None where none is solved.

    Strokes are guesses, and what hints have cost. `streak` is the run of days, each solved on its
    own local date, that ends today or yesterday. `distribution` counts solved puzzles by strokes,
    one number a bucket and one above the last. `over_par` is the median of strokes against par
    (negative below it) and `under_par` how many were below, of the solved puzzles that are rated;
    None where none is.
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
    over_par: float | None = None
    under_par: int = 0


def statistics(
    played: Iterable[Played],
    today: date,
    zone: tzinfo,
    pars: Mapping[int, int] = MappingProxyType({}),
) -> Statistics:
    """The record over those puzzles; one played on two boards counts once, the better of them.

    `pars` has the par of the rated puzzles by their ids.
    """
    rows = _once(played)
    solved = [row for row in rows if row.solved]
    strokes = [_strokes(row) for row in solved]
    over = [_strokes(row) - pars[row.puzzle_id] for row in solved if row.puzzle_id in pars]
    days = {row.day for row in solved if _in_time(row, zone)}
    return Statistics(
        played=len(rows),
        solved=len(solved),
        gave_up=sum(row.gave_up for row in rows),
        found=sum(row.found for row in rows),
        best=min(strokes, default=None),
        median=median(strokes) if strokes else None,
        streak=present_run(days, today),
        longest_streak=longest_run(days),
        distribution=_columns(strokes),
        over_par=median(over) if over else None,
        under_par=sum(x < 0 for x in over),
    )


def _strokes(row: Played) -> int:
    return row.attempts + row.hints


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
    return row.finished_at is not None and in_time(row.finished_at, row.day, row.ends_at, zone)


def _columns(strokes: Sequence[int]) -> tuple[int, ...]:
    columns = [0] * (len(BUCKETS) + 1)
    for number in strokes:
        columns[sum(number > end for end in BUCKETS)] += 1
    return tuple(columns)
