"""The server's streak and its freeze days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from game.streaks import EARNED_EVERY, MOST_FREEZES, ServerStreak, server_streak

FIRST = date(2026, 1, 1)
CALENDARS = st.lists(st.booleans(), max_size=200)


def after(pattern: str | list[bool]) -> ServerStreak:
    """The streak after days that were kept (`x`) or missed."""
    marks = [mark == "x" for mark in pattern] if isinstance(pattern, str) else pattern
    days = [FIRST + timedelta(number) for number in range(len(marks))]
    return server_streak(days, {day for day, kept in zip(days, marks, strict=True) if kept})


def test_nothing_yet() -> None:
    """A new server has no streak."""
    assert after("") == after("..") == ServerStreak()


def test_kept_days_add_up() -> None:
    """Every kept day adds one; a missed day without a freeze ends it."""
    assert after("xxx").days == 3
    assert after("xxx.").days == 0
    assert after("xxx.xx") == ServerStreak(days=2, row=2, longest=3)


def test_week_earns_a_freeze_that_saves_the_streak() -> None:
    """Seven days in a row earn a freeze, and the next missed day uses it up."""
    assert after("xxxxxx").to_next_freeze == 1
    assert after("xxxxxxx") == ServerStreak(days=7, freezes=1, row=7, longest=7)
    saved = after("xxxxxxx.")
    assert (saved.days, saved.freezes, saved.froze) == (7, 0, True)
    assert after("xxxxxxx.x") == ServerStreak(days=8, row=1, longest=8)
    assert after("xxxxxxx..").days == 0


def test_at_most_two_freezes() -> None:
    """Three weeks in a row leave two freezes in hand, which bridge two missed days, not three."""
    assert after("x" * 21).freezes == 2
    assert after("x" * 21).to_next_freeze is None
    assert after("x" * 21 + "..").days == 21
    assert after("x" * 21 + "...").days == 0


def test_row_begins_anew_after_a_frozen_day() -> None:
    """The seven days that earn a freeze must follow each other without a frozen one."""
    assert after("x" * 7 + "." + "x" * 6).freezes == 0
    assert after("x" * 7 + "." + "x" * 7).freezes == 1


@given(CALENDARS)
def test_bounds(marks: list[bool]) -> None:
    """No more days than were kept, never more than two freezes, none without a streak."""
    streak = after(marks)
    assert 0 <= streak.row <= streak.days <= streak.longest <= sum(marks)
    assert 0 <= streak.freezes <= min(MOST_FREEZES, streak.days // EARNED_EVERY)
    if marks:
        assert (streak.days > 0) or not marks[-1]


@given(CALENDARS, CALENDARS)
def test_two_missed_weeks_forget_everything_but_the_record(
    before: list[bool], marks: list[bool]
) -> None:
    """After more missed days than freezes can bridge, history matters for the record only."""
    streak, fresh = after([*before, False, False, False, *marks]), after(marks)
    assert (streak.days, streak.freezes, streak.row) == (fresh.days, fresh.freezes, fresh.row)
    assert streak.longest == max(after(before).longest, fresh.longest)


@given(CALENDARS, st.integers(0, 199))
def test_keeping_one_more_day_never_hurts(marks: list[bool], place: int) -> None:
    """A streak is never shorter for a day that was kept instead of missed."""
    better = list(marks)
    if better:
        better[place % len(better)] = True
    assert after(better).days >= after(marks).days
    assert after(better).longest >= after(marks).longest
