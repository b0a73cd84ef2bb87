"""The news of a day, on every database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from game.dailies import Dailies
from game.model import Mode, Server
from game.pool import Pool, Rating, fingerprint
from game.setup import Setup
from game.views import Words
from store.days import SqlDays
from store.engine import Database
from store.setups import SqlSetups
from store.work import SqlGameStore

ANNE, BEN, EVE = 1, 2, 3
SERVER = 900
PAR = 3


@pytest.fixture
def day(database: Database, make_play: Callable[..., Any]) -> Any:
    """A game on a real database, with the news of its days in `news`."""
    play = make_play(store=SqlGameStore(database))
    rated = Pool(
        fingerprint(play.words), {play.words.words[r]: Rating(PAR, 3) for r in play.words.secrets}
    )
    words = Words(play.words, play.book, lambda _: (), rated)
    play.dailies = Dailies(play.store, play.puzzles, words, SqlDays(database))
    play.news = lambda: play.dailies.daily_news(SERVER, play.clock().date())
    return play


def together(play: Any, member: int, word: str) -> None:
    """Let a member guess on the channel's board."""
    play.game.guess(play.turn(member, mode=Mode.TOGETHER), word)


def test_first_day(day: Any) -> None:
    """The first day has a puzzle, which is made, and nothing to look back on."""
    news = day.news()
    assert (news.puzzle.number, news.puzzle.day) == (1, date(2026, 5, 4))
    assert (news.puzzle.par, news.puzzle.difficulty) == (PAR, 3)
    assert news.first
    assert news.yesterday is None
    assert news.streak.days == 0
    assert day.news() == news


def test_who_found_yesterdays_word(day: Any) -> None:
    """Solo and shared boards, the fewest strokes first, the earlier of two equals before."""
    day.solve(ANNE, misses=4)
    day.solve(BEN, misses=1)
    secret = day.secret(day.turn())
    wrong = day.wrong(day.turn())
    together(day, EVE, wrong)
    together(day, 4, secret)
    day.game.guess(day.turn(5), wrong)
    day.clock.advance(days=1)
    yesterday = day.news().yesterday
    assert yesterday.secret == secret
    found = [(x.member_id, x.mode, x.strokes, x.over_par, x.players) for x in yesterday.solves]
    assert found == [
        (BEN, Mode.SOLO, 2, -1, 1), (4, Mode.TOGETHER, 2, -1, 2), (ANNE, Mode.SOLO, 5, 2, 1),
    ]  # fmt: skip
    assert yesterday.players == 5


def test_what_came_after_the_day_is_no_news(day: Any) -> None:
    """Who found the word later, from the archive, is not told, nor counted as having tried."""
    day.game.guess(day.turn(ANNE), day.wrong(day.turn()))
    monday = day.clock().date()
    day.clock.advance(days=1)
    day.solve(ANNE, monday)
    day.solve(BEN, monday)
    yesterday = day.news().yesterday
    assert (yesterday.solves, yesterday.players) == ((), 1)


def test_players_of_a_shared_board_are_counted_each(day: Any) -> None:
    """Three members on one board are three who tried; one on two boards is one."""
    for number, member in enumerate((ANNE, BEN, EVE)):
        together(day, member, day.wrong(day.turn(), number))
    day.game.guess(day.turn(ANNE, mode=Mode.SOLO), day.wrong(day.turn()))
    day.clock.advance(days=1)
    assert day.news().yesterday.players == 3


def test_hints_count_as_strokes(day: Any) -> None:
    """What a hint costs is in the score."""
    day.game.guess(day.turn(ANNE), day.wrong(day.turn()))
    hint = day.game.hint(day.turn(ANNE))
    day.solve(ANNE)
    day.clock.advance(days=1)
    [solve] = day.news().yesterday.solves
    assert solve.strokes == 2 + hint.price


def test_nearest_words_are_the_secrets_neighbours(day: Any) -> None:
    """Ten words, nearest first; on the circle they lie right beside the secret."""
    day.solve(ANNE)
    secret = day.secret(day.turn())
    at = day.words.words.index(secret)
    day.clock.advance(days=1)
    nearest = [near.word for near in day.news().yesterday.nearest]
    assert len(nearest) == 10
    assert secret not in nearest
    assert {abs(day.words.words.index(word) - at) for word in nearest[:2]} <= {1, 2}


def test_day_that_nobody_opened_has_no_news(day: Any) -> None:
    """A day without a puzzle, because the bot was down, is passed over."""
    day.news()
    day.clock.advance(days=2)
    news = day.news()
    assert news.yesterday is None
    assert not news.first
    assert news.puzzle.number == 3


def test_day_that_nobody_played(day: Any) -> None:
    """The word of a day that was posted and not played is told all the same."""
    day.news()
    day.clock.advance(days=1)
    yesterday = day.news().yesterday
    assert (yesterday.players, yesterday.solves) == (0, ())
    assert yesterday.secret


def test_streak_counts_days_solved_on_their_day(day: Any) -> None:
    """A day solved later from the archive does not count, and a week earns a freeze."""
    for _ in range(7):
        day.solve(ANNE)
        day.clock.advance(days=1)
    assert (day.news().streak.days, day.news().streak.freezes) == (7, 1)
    missed = day.clock().date()
    day.clock.advance(days=1)
    day.solve(BEN, missed)
    streak = day.news().streak
    assert (streak.days, streak.freezes, streak.froze) == (7, 0, True)
    day.clock.advance(days=1)
    assert day.news().streak.days == 0


def test_words_that_changed_since(day: Any, database: Database) -> None:
    """A secret that is no longer among the words is told without neighbours."""
    store = SqlGameStore(database)
    puzzle = day.puzzles.daily(SERVER, day.clock().date())[1]
    with store.working() as work:
        work.add_server(Server(901, "UTC", 3, date(2026, 5, 4)))
        work.add_puzzle(replace(puzzle, server_id=901, secret="gone", id=0))
        work.commit()
    news = day.dailies.daily_news(901, day.clock().date() + timedelta(days=1))
    assert (news.yesterday.secret, news.yesterday.nearest) == ("gone", ())


def test_solved_late_in_the_evening_counts_for_the_local_day(
    database: Database, make_play: Callable[..., Any]
) -> None:
    """A day is the server's own: an evening in Los Angeles is the next morning in UTC."""
    play = make_play(store=SqlGameStore(database), zone="America/Los_Angeles")
    play.clock.now = datetime(2026, 5, 5, 6, tzinfo=UTC)  # 23:00 on the 4th
    words = Words(play.words, play.book, lambda _: ())
    dailies = Dailies(play.store, play.puzzles, words, SqlDays(database))
    play.solve(ANNE)
    assert dailies.daily_news(SERVER, date(2026, 5, 5)).streak.days == 1


def test_another_zone_keeps_the_streak(database: Database, make_play: Callable[..., Any]) -> None:
    """Days solved on their evenings stay solved on them when the server moves to another zone."""
    play = make_play(store=SqlGameStore(database), zone="America/Los_Angeles")
    play.clock.now = datetime(2026, 5, 5, 6, tzinfo=UTC)  # 23:00 on the 4th
    words = Words(play.words, play.book, lambda _: ())
    dailies = Dailies(play.store, play.puzzles, words, SqlDays(database))
    for _ in range(3):
        play.solve(ANNE)
        play.clock.advance(days=1)
    SqlSetups(database).set_up(Setup(SERVER, "Asia/Tokyo"), ANNE, play.clock())
    assert dailies.daily_news(SERVER, date(2026, 5, 7)).streak.days == 3
