"""A member's record and the archive of days."""

from datetime import date, timedelta
from typing import Any

from game.model import Mode

ANNE, BEN = 1, 2
DAY = date(2026, 5, 4)


def test_record_of_a_week(play: Any) -> None:
    """What was played day by day comes out as figures, with the streak that still runs."""
    for misses in (4, 0, 2):
        play.solve(ANNE, misses=misses)
        play.clock.advance(days=1)
    record = play.records.record(900, ANNE)
    figures = record.statistics
    assert (figures.played, figures.solved, figures.best, figures.median) == (3, 3, 1, 3)
    assert (figures.streak, figures.longest_streak) == (3, 3)
    assert (record.member_id, record.today) == (ANNE, DAY + timedelta(3))
    assert record.modes == {Mode.SOLO}
    play.clock.advance(days=1)
    assert play.records.record(900, ANNE).statistics.streak == 0


def test_practice_does_not_count(play: Any) -> None:
    """A practice round is in no record."""
    play.game.practise(play.turn())
    play.game.guess(play.turn(), play.secret(play.turn()))
    assert play.records.record(900, ANNE).statistics.played == 0


def test_records_are_kept_by_server(play: Any) -> None:
    """What was played on one server does not count on another."""
    play.solve(ANNE)
    assert play.records.record(901, ANNE).statistics.played == 0
    assert play.records.record(900, BEN).statistics.played == 0


def test_modes_tell_how_it_was_played(play: Any) -> None:
    """A record names the modes played in."""
    play.game.guess(play.turn(), play.wrong(play.turn()))
    play.game.guess(play.turn(mode=Mode.TOGETHER), play.wrong(play.turn()))
    assert play.records.record(900, ANNE).modes == set(Mode)


def test_archive_lists_every_day_latest_first(play: Any) -> None:
    """Each day since the first has a line: never played, open, given up, or solved."""
    play.solve(ANNE, misses=2)
    play.clock.advance(days=1)
    play.game.guess(play.turn(), play.wrong(play.turn()))
    play.clock.advance(days=1)
    lines = play.records.archive(play.turn())
    assert [(line.number, line.day) for line in lines] == [
        (3, DAY + timedelta(2)),
        (2, DAY + timedelta(1)),
        (1, DAY),
    ]
    assert [(line.solved, line.attempts) for line in lines] == [(None, 0), (False, 1), (True, 3)]


def test_archive_shows_the_better_of_two_boards(play: Any) -> None:
    """A day solved on one board counts as solved though the other is open."""
    play.game.guess(play.turn(mode=Mode.TOGETHER), play.wrong(play.turn()))
    play.game.look(play.turn(mode=Mode.SOLO))
    play.solve(ANNE, misses=1)
    [line] = play.records.archive(play.turn())
    assert (line.solved, line.attempts) == (True, 2)


def test_archive_of_a_new_server(play: Any) -> None:
    """A server that was never seen has its first day, unplayed."""
    [line] = play.records.archive(play.turn())
    assert (line.day, line.number, line.solved) == (DAY, 1, None)
