"""Achievements from planted histories."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.achievements import (
    CLEAN_DAYS,
    STREAKS,
    UNDER_PAR,
    Achievement,
    Deed,
    progress,
    upcoming,
)

FIRST = date(2026, 3, 1)
PARS = dict.fromkeys(range(200), 40)


def deed(offset: int = 0, attempts: int = 50, **changes: Any) -> Deed:
    """A puzzle of par 40 solved at noon on a member's own board, so many days after the first."""
    day = FIRST + timedelta(offset)
    noon = datetime.combine(day, time(12), UTC)
    plain = Deed(offset, day, attempts, 0, noon, 1, won_race=False, in_relay=False, shared=False)
    return plain._replace(**changes)


def earned(*deeds: Deed, today: int = 0) -> set[str]:
    """The names of what these deeds earn."""
    found = progress(deeds, PARS, FIRST + timedelta(today))
    return {x.achievement.value for x in found if x.earned}


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({}, set()),
        ({"attempts": 40}, set()),
        ({"attempts": 39}, {"under"}),
        ({"attempts": 38, "hints": 3}, set()),
        ({"attempts": 5}, {"under", "few"}),
        ({"attempts": 3, "hints": 3}, {"under"}),
        ({"attempts": 100}, {"brave"}),
        ({"attempts": 97, "hints": 3}, {"brave"}),
        ({"warm_at": 20}, set()),
        ({"warm_at": 21}, {"comeback"}),
        ({"warm_at": None}, set()),
        ({"won_race": True}, {"race"}),
        ({"in_relay": True, "shared": True}, {"relay"}),
        ({"attempts": 3, "shared": True}, set()),
        ({"attempts": 200, "shared": True}, set()),
    ],
)
def test_single_deeds(changes: dict[str, Any], more: set[str]) -> None:
    """What one puzzle can earn; on a shared board only what everybody there did."""
    assert earned(deed(**changes)) == {"first", *more}


def test_nothing_solved() -> None:
    """Who solved nothing has nothing, and everything that is counted lies whole before them."""
    found = progress([], PARS, FIRST)
    assert [x.achievement for x in found] == list(Achievement)
    assert not any(x.earned for x in found)
    left = {x.achievement: x.left for x in found if x.left is not None}
    assert left == {**STREAKS, Achievement.CLEAN: CLEAN_DAYS, Achievement.SHARP: UNDER_PAR}


def test_unrated_puzzles_are_not_under_par() -> None:
    """Where there is no par nobody is below it."""
    found = progress([deed(500, 1)], PARS, FIRST)
    assert not any(x.earned for x in found if x.achievement is Achievement.UNDER)


@pytest.mark.parametrize(("kind", "days"), STREAKS.items())
def test_streaks(kind: Achievement, days: int) -> None:
    """So many days in a row earn it, one less does not, and a gap begins anew."""
    whole = [deed(n, hints=3) for n in range(days)]
    assert kind in earned(*whole)
    assert kind not in earned(*whole[1:])
    assert kind not in earned(*whole[: days // 2], *whole[days // 2 + 1 :])
    assert kind in earned(*whole, today=days + 50)


def test_a_week_without_hints() -> None:
    """One hint within the week, or a day on a shared board, and it is none."""
    week = [deed(n) for n in range(7)]
    assert earned(*week) == {"first", "week", "clean"}
    assert "clean" not in earned(*week[:3], deed(3, hints=1), *week[4:])
    assert "clean" not in earned(*week[:3], deed(3, shared=True), *week[4:])


def test_what_is_next() -> None:
    """The nearest comes first, of the streaks the next one only, and nothing that is earned."""
    deeds = [deed(n, 39, hints=int(n == 3)) for n in range(5)]
    coming = upcoming(progress(deeds, PARS, FIRST + timedelta(4)))
    assert [(x.achievement, x.left) for x in coming] == [
        (Achievement.WEEK, 2),
        (Achievement.CLEAN, 6),
        (Achievement.SHARP, 6),
    ]
    coming = upcoming(progress([deed(n) for n in range(8)], PARS, FIRST + timedelta(8)))
    assert (Achievement.MONTH, 22) in [(x.achievement, x.left) for x in coming]
    assert Achievement.HUNDRED not in [x.achievement for x in coming]


def test_a_broken_streak_begins_anew() -> None:
    """What is left is counted from the streak that goes on today, or went on yesterday."""
    deeds = [deed(n) for n in (0, 1, 2, 5, 6)]
    for today, left in ((6, 5), (7, 5), (8, 7)):
        found = progress(deeds, PARS, FIRST + timedelta(today))
        assert [x.left for x in found if x.achievement is Achievement.WEEK] == [left]


@given(
    st.lists(
        st.builds(
            deed,
            st.integers(0, 40),
            st.integers(1, 150),
            hints=st.sampled_from([0, 0, 0, 3]),
            shared=st.booleans(),
            warm_at=st.none() | st.integers(1, 40),
        ),
        max_size=60,
    ),
    st.randoms(use_true_random=False),
)
def test_nothing_earned_is_lost(deeds: list[Deed], rng: Any) -> None:
    """One more deed takes nothing away, and the order does not matter."""
    assert earned(*deeds[1:]) <= earned(*deeds)
    shuffled = deeds[:]
    rng.shuffle(shuffled)
    today = FIRST + timedelta(40)
    assert progress(shuffled, PARS, today) == progress(deeds, PARS, today)
