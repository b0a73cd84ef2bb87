"""A member's figures from planted histories."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.model import Mode, Played
from game.stats import BUCKETS, statistics

FIRST = date(2026, 3, 1)
TODAY = FIRST + timedelta(30)
BERLIN = ZoneInfo("Europe/Berlin")
NO_COLUMNS = (0,) * (len(BUCKETS) + 1)


def part(offset: int, attempts: int = 5, *, late: int = 0, **changes: Any) -> Played:
    """A daily puzzle solved at noon in Berlin of its own day, or so many days late."""
    day = FIRST + timedelta(offset)
    noon = datetime.combine(day + timedelta(late), time(12), BERLIN).astimezone(UTC)
    fields: dict[str, Any] = {
        "puzzle_id": offset + 1,
        "number": offset + 1,
        "day": day,
        "mode": Mode.SOLO,
        "attempts": attempts,
        "hints": 0,
        "solved": True,
        "gave_up": False,
        "found": True,
        "finished_at": noon,
    }
    return Played(**fields | changes)


def unsolved(offset: int, attempts: int = 3, **changes: Any) -> Played:
    """A daily puzzle that was begun."""
    open_still = {"solved": False, "found": False, "finished_at": None}
    return part(offset, attempts, **open_still | changes)


def test_nothing_played() -> None:
    """Who played nothing has zeros, and no best or median."""
    figures = statistics([], TODAY, UTC)
    assert (figures.played, figures.solved, figures.streak, figures.longest_streak) == (0, 0, 0, 0)
    assert figures.best is None
    assert figures.median is None
    assert figures.distribution == NO_COLUMNS


def test_figures_of_a_planted_history() -> None:
    """Best, median and distribution count solved puzzles only."""
    history = [
        part(0, 10),
        part(1, 11),
        part(2, 300, found=False),
        part(3, 40),
        unsolved(4, 2),
        unsolved(5, 1, gave_up=True, finished_at=datetime(2026, 3, 6, 12, tzinfo=UTC)),
    ]
    figures = statistics(history, TODAY, BERLIN)
    assert (figures.played, figures.solved, figures.gave_up, figures.found) == (6, 4, 1, 3)
    assert (figures.best, figures.median) == (10, 25.5)
    assert figures.distribution == (1, 1, 1, 0, 0, 1)


@given(st.lists(st.integers(1, 1000), max_size=40))
def test_distribution_counts_every_solved_puzzle_once(attempts: list[int]) -> None:
    """Columns add up to the solved puzzles, and each holds those up to its own end."""
    figures = statistics([part(n, x) for n, x in enumerate(attempts)], TODAY, BERLIN)
    assert sum(figures.distribution) == len(attempts)
    for column, end in enumerate(BUCKETS):
        assert sum(figures.distribution[: column + 1]) == sum(x <= end for x in attempts)


@pytest.mark.parametrize(
    ("solved", "today", "streak", "longest"),
    [
        ([28, 29, 30], 30, 3, 3),
        ([28, 29], 30, 2, 2),
        ([27, 28], 30, 0, 2),
        ([30], 30, 1, 1),
        ([1, 2, 3, 4, 29, 30], 30, 2, 4),
        ([28, 30], 30, 1, 1),
        ([], 30, 0, 0),
    ],
)
def test_streak_ends_today_or_yesterday(
    solved: list[int], today: int, streak: int, longest: int
) -> None:
    """Today's puzzle may still be open; a day missed breaks the run."""
    figures = statistics([part(n) for n in solved], FIRST + timedelta(today), BERLIN)
    assert (figures.streak, figures.longest_streak) == (streak, longest)


@given(st.sets(st.integers(0, 40)))
def test_longest_streak_is_the_longest_run(offsets: set[int]) -> None:
    """The longest streak is the longest run of neighbouring days."""
    row = "".join("x" if n in offsets else " " for n in range(41))
    figures = statistics([part(n) for n in offsets], FIRST + timedelta(40), BERLIN)
    assert figures.longest_streak == max(map(len, row.split()), default=0)
    assert figures.streak <= figures.longest_streak


def test_late_solves_from_the_archive_count_but_carry_no_streak() -> None:
    """A day solved later is solved, but does not mend a run that broke on that day."""
    history = [part(28), part(29, late=1), part(30)]
    figures = statistics(history, TODAY, BERLIN)
    assert figures.solved == 3
    assert (figures.streak, figures.longest_streak) == (1, 1)


@pytest.mark.parametrize(
    ("zone", "moment", "in_time"),
    [
        ("Europe/Berlin", datetime(2026, 3, 31, 21, 59, 59, tzinfo=UTC), True),
        ("Europe/Berlin", datetime(2026, 3, 31, 22, 0, tzinfo=UTC), False),
        ("Pacific/Kiritimati", datetime(2026, 3, 30, 10, 0, tzinfo=UTC), True),
        ("Pacific/Kiritimati", datetime(2026, 3, 31, 9, 59, 59, tzinfo=UTC), True),
        ("Pacific/Kiritimati", datetime(2026, 3, 31, 10, 0, tzinfo=UTC), False),
        ("America/Los_Angeles", datetime(2026, 4, 1, 6, 59, 59, tzinfo=UTC), True),
        ("America/Los_Angeles", datetime(2026, 4, 1, 7, 0, tzinfo=UTC), False),
    ],
)
def test_day_ends_at_the_servers_midnight(zone: str, moment: datetime, in_time: bool) -> None:
    """Whether the last day counts for the streak is told by the server's clock, not by UTC."""
    figures = statistics([part(30, finished_at=moment)], TODAY, ZoneInfo(zone))
    assert figures.streak == int(in_time)


def test_day_with_a_clock_change_is_one_day() -> None:
    """The night the clocks go forward (29 March in Berlin) breaks no streak."""
    moments = [datetime(2026, 3, 28 + n, 0, 30, tzinfo=BERLIN) for n in range(3)]
    history = [part(27 + n, finished_at=moment) for n, moment in enumerate(moments)]
    assert statistics(history, date(2026, 3, 30), BERLIN).streak == 3


def test_puzzle_on_two_boards_counts_once() -> None:
    """Of one's own board and the shared one the solved counts, and of two solved one's own."""
    shared = {"mode": Mode.TOGETHER, "found": False}
    history = [
        part(0, 9, **shared),
        part(0, 4),
        unsolved(1, 2),
        part(1, 7, **shared),
    ]
    for order in (history, history[::-1]):
        figures = statistics(order, TODAY, BERLIN)
        assert (figures.played, figures.solved, figures.found) == (2, 2, 1)
        assert (figures.best, figures.median) == (4, 5.5)


def test_hints_are_strokes() -> None:
    """Best, median, distribution and par count what hints have cost as well as guesses."""
    history = [part(0, 8, hints=3), part(1, 10), part(2, 20, hints=5), unsolved(3, 1, hints=5)]
    figures = statistics(history, TODAY, BERLIN, {1: 12, 2: 10, 3: 20, 4: 50})
    assert (figures.best, figures.median) == (10, 11)
    assert figures.distribution[:2] == (1, 2)
    assert (figures.over_par, figures.under_par) == (0, 1)


def test_unrated_puzzles_have_no_par() -> None:
    """Only rated puzzles are compared with par; without any there is no median."""
    history = [part(0, 8), part(1, 10)]
    assert statistics(history, TODAY, BERLIN).over_par is None
    figures = statistics(history, TODAY, BERLIN, {2: 7})
    assert (figures.over_par, figures.under_par) == (3, 0)
