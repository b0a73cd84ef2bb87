"""Days in a row."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from game.runs import longest_run, present_run

TODAY = date(2026, 5, 4)
numbers = st.sets(st.integers(0, 30))


def days(*ago: int) -> set[date]:
    """The days so many days ago."""
    return {TODAY - timedelta(days=number) for number in ago}


def test_run_lasts_until_a_day_has_passed_without() -> None:
    """What was kept up yesterday goes on today, and has ended the day after."""
    assert present_run(days(0, 1, 2, 4), TODAY) == 3
    assert present_run(days(1, 2, 4), TODAY) == 2
    assert present_run(days(2, 3), TODAY) == 0
    assert present_run(days(), TODAY) == longest_run(days()) == 0


@given(numbers)
def test_longest_run_is_the_longest_that_ever_was(ago: set[int]) -> None:
    """No day sees a longer run than the longest, and some day sees that one."""
    held = days(*ago)
    seen = [present_run({day for day in held if day <= last}, last) for last in held]
    assert longest_run(held) == max(seen, default=0)
