"""Points, places, and the promises that docs/leaderboard.md makes."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.leaderboard import (
    LEAST,
    MOST,
    UNSOLVED,
    Period,
    Result,
    points,
    rank,
    span,
    still_playing,
)

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
ANNE, BEN, CLEO = 1, 2, 3
MEANS = [Period.WEEK, Period.ALL]


def result(member: int, puzzle: int = 1, strokes: int | None = 75, **changes: Any) -> Result:
    """A board that one member had for themselves, of par 75, finished at noon."""
    return Result(member, puzzle, strokes, 75, 1, NOON)._replace(**changes)


def places(results: Sequence[Result], period: Period = Period.DAY) -> list[int]:
    """The members by their places."""
    return [standing.member_id for standing in rank(results, period)]


def row(
    member: int, puzzle: int, strokes: int | None, players: int, minute: int | None, settled: bool
) -> Result:
    """Some board as it can be: the par is the puzzle's, and what is solved has ended."""
    par = None if puzzle == 1 else 20 * puzzle
    ended = minute is not None or strokes is not None
    moment = NOON + timedelta(minutes=minute or 0) if ended else None
    settled = settled or strokes is not None
    return Result(member, puzzle, strokes, par, players, moment, settled)


def _points(x: Result) -> int:
    return UNSOLVED if x.strokes is None else points(x.strokes, x.par)


strokes_of = st.integers(1, 600)
rows = st.builds(
    row,
    st.integers(1, 5),
    st.integers(1, 6),
    st.none() | strokes_of,
    st.integers(1, 4),
    st.none() | st.integers(0, 3),
    st.booleans(),
)
histories = st.lists(rows, max_size=24)


@pytest.mark.parametrize(
    ("strokes", "par", "expected"),
    [
        (75, 75, 100),
        (38, 76, 150),
        (152, 76, 50),
        (1, 75, MOST),
        (10**6, 75, LEAST),
        (75, None, 100),
        (19, 76, 200),
    ],
)
def test_points(strokes: int, par: int | None, expected: int) -> None:
    """Par is 100, each halving 50 more and each doubling 50 less, within two ends."""
    assert points(strokes, par) == expected


@given(strokes_of, strokes_of, st.none() | st.integers(10, 200))
def test_fewer_strokes_bring_no_fewer_points(one: int, other: int, par: int | None) -> None:
    """Points never grow with strokes, and every solve beats none."""
    fewer, more = sorted((one, other))
    assert points(fewer, par) >= points(more, par) >= LEAST > UNSOLVED


@given(histories, st.sampled_from(Period), st.integers(0, 99), st.data())
def test_fewer_strokes_are_never_worse(
    history: list[Result], period: Period, seed: int, data: st.DataObject
) -> None:
    """Whoever had needed fewer strokes for one of their puzzles would have no lower place."""
    solved = [x for x in history if x.strokes is not None]
    if not solved:
        return
    chosen = Random(seed).choice(solved)
    fewer = data.draw(st.integers(1, chosen.strokes or 1))
    better = [x._replace(strokes=fewer) if x is chosen else x for x in history]
    before, after = (places(x, period) for x in (history, better))
    assert after.index(chosen.member_id) <= before.index(chosen.member_id)


@given(histories, st.sampled_from(MEANS), st.integers(1, 4))
def test_one_more_good_solve_never_costs_a_place(
    history: list[Result], period: Period, players: int
) -> None:
    """Another puzzle solved no worse than a member's mean leads to no lower place."""
    mine = {x.puzzle_id: x._replace(settled=True) for x in history if x.member_id == ANNE}
    mine = mine or {1: result(ANNE)}
    weight = sum(1 / x.players for x in mine.values())
    mean = sum(_points(x) / x.players for x in mine.values()) / weight
    good = max(n for n in range(1, 601) if points(n, 75) >= min(mean, MOST))
    before = [*(x for x in history if x.member_id != ANNE), *mine.values()]
    after = [*before, result(ANNE, 99, good, players=players)]
    assert places(after, period).index(ANNE) <= places(before, period).index(ANNE)


@given(histories, st.sampled_from(Period), st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(history: list[Result], period: Period, rng: Random) -> None:
    """The same rows in any order give the same places and the same points."""
    shuffled = history[:]
    rng.shuffle(shuffled)
    assert rank(shuffled, period) == rank(history, period)
    assert still_playing(shuffled) == still_playing(history)


@given(histories, st.sampled_from(Period))
def test_places_are_whole(history: list[Result], period: Period) -> None:
    """Every member with something settled has one place, and points fall from place to place."""
    standings = rank(history, period)
    assert [x.place for x in standings] == list(range(1, len(standings) + 1))
    assert len({x.member_id for x in standings}) == len(standings)
    scores = [x.points for x in standings]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= x.solved <= x.played for x in standings)


@pytest.mark.parametrize("period", MEANS)
def test_one_lucky_game_does_not_lead(period: Period) -> None:
    """Who solved once in a stroke comes after who plays at par again and again."""
    often = 6 if period is Period.WEEK else 20
    history = [result(ANNE, 1, 1), *(result(BEN, puzzle) for puzzle in range(often))]
    assert places(history, period) == [BEN, ANNE]


@pytest.mark.parametrize("period", MEANS)
def test_attendance_alone_does_not_lead(period: Period) -> None:
    """Who plays every day, and badly, comes after who plays on half of the days, and well."""
    badly = [result(ANNE, puzzle, 300) for puzzle in range(30)]
    well = [result(BEN, puzzle, 60) for puzzle in range(15)]
    assert places([*badly, *well], period) == [BEN, ANNE]


@pytest.mark.parametrize("period", MEANS)
def test_presence_decides_between_equals(period: Period) -> None:
    """Of two who play equally well the one who plays more often is before the other."""
    history = [result(ANNE, puzzle) for puzzle in range(3)]
    history += [result(BEN, puzzle) for puzzle in range(4)]
    assert places(history, period) == [BEN, ANNE]


def test_shared_solves_share() -> None:
    """Four who solve together get a quarter of the points each, in more days a quarter's weight."""
    together = [result(n, 1, 40, players=4) for n in (10, 11, 12, 13)]
    alone = result(ANNE, 1, 100)
    assert places([*together, alone])[0] == ANNE
    quarter = next(x for x in rank(together, Period.DAY) if x.member_id == 10)
    assert quarter.points == pytest.approx(points(40, 75) / 4)
    week = rank([*together, result(ANNE, 1, 40)], Period.WEEK)
    assert week[0].member_id == ANNE


def test_playing_together_costs_no_mean() -> None:
    """A good solve on a shared board lifts a member, though less than one of their own."""
    before = [result(ANNE, n, 75) for n in range(3)]
    one, shared, own = (
        rank([*before, *more], Period.WEEK)[0].points
        for more in ([], [result(ANNE, 9, 75, players=5)], [result(ANNE, 9, 75)])
    )
    assert one < shared < own


def test_first_end_counts() -> None:
    """Of two boards of a puzzle that one counts on which the member learned the word first."""
    gave_up = result(ANNE, strokes=None, finished_at=NOON)
    shared = result(ANNE, strokes=5, players=2, finished_at=NOON + timedelta(hours=1))
    [standing] = rank([shared, gave_up], Period.DAY)
    assert (standing.solved, standing.points) == (0, UNSOLVED)
    begun = result(ANNE, strokes=None, finished_at=None)
    [standing] = rank([begun, shared], Period.DAY)
    assert (standing.solved, standing.played, standing.strokes) == (1, 1, 5)


def test_ties() -> None:
    """Equal points: fewer strokes, then the earlier finish, then the older account."""
    later = NOON + timedelta(minutes=1)
    assert points(2, 75) == points(3, 75)
    assert places([result(ANNE, strokes=3), result(BEN, strokes=2)]) == [BEN, ANNE]
    assert places([result(ANNE, finished_at=later), result(BEN)]) == [BEN, ANNE]
    assert places([result(BEN), result(ANNE)]) == [ANNE, BEN]


def test_what_runs_is_not_counted_yet() -> None:
    """A board of today that is not solved has no place; its member looks, unless they gave up."""
    running = [result(n, strokes=None, finished_at=None, settled=False) for n in (BEN, CLEO)]
    running.append(result(4, strokes=None, settled=False))
    assert places([result(ANNE), *running], Period.WEEK) == [ANNE]
    assert still_playing([result(ANNE), *running, result(BEN)]) == 1


def test_strokes_against_par() -> None:
    """They are those of solved and rated puzzles together; without any there is no number."""
    history = [result(ANNE, 1, 70), result(ANNE, 2, 76), result(ANNE, 3, None)]
    history += [result(ANNE, 4, 9, par=None), result(BEN, 1, 9, par=None)]
    over = {x.member_id: (x.over_par, x.strokes, x.solved) for x in rank(history, Period.WEEK)}
    assert over == {ANNE: (-4, 155, 3), BEN: (None, 9, 1)}


def test_nobody() -> None:
    """Where nothing was played there are no places."""
    assert [rank([], period) for period in Period] == [[], [], []]
    assert still_playing([]) == 0


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_weeks_begin_on_monday(day: date) -> None:
    """A week is the seven days from Monday on that hold the day."""
    first, last = span(Period.WEEK, day, date(2000, 1, 1))
    assert first.weekday() == 0
    assert first <= day <= last == first + timedelta(6)


def test_spans() -> None:
    """A day is itself, all time goes from the server's first day to the day."""
    day, first = date(2026, 5, 7), date(2026, 1, 2)
    assert span(Period.DAY, day, first) == (day, day)
    assert span(Period.ALL, day, first) == (first, day)
