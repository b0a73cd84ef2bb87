"""Leaderboards and achievements of games that were played, on every kind of database."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from game.achievements import Achievement, Achievements
from game.leaderboard import Period
from game.model import Mode
from game.panels import Panel
from game.pool import Pool, Rating
from game.proposals import Proposal
from game.setup import Setup, Style
from game.standings import Leaderboard, Ledger, Standings
from store.engine import Database
from store.members import SqlMembers
from store.panels import SqlPanels
from store.proposals import SqlProposals
from store.purging import SqlPurging
from store.schema import METADATA
from store.setups import SqlSetups
from store.standings import SqlStandings
from store.work import SqlGameStore

ANNE, BEN, CLEO = 1, 2, 3
SERVER, CHANNEL = 900, 800
MONDAY = date(2026, 5, 4)
PAR = 4


@dataclass
class Club:
    """A game on the small table, all of whose words have the same par, and what looks back."""

    play: Any
    database: Database

    def __post_init__(self) -> None:
        book, pool = SqlStandings(self.database), Pool("", dict.fromkeys(_words(self), RATING))
        store, puzzles = self.play.store, self.play.puzzles
        self.standings = Standings(book, puzzles, pool, self.play.clock)
        self.achievements = Achievements(book, store, puzzles, pool)

    def table(self, period: Period = Period.DAY, day: date | None = None) -> Leaderboard:
        """The leaderboard of the server."""
        return self.standings.leaderboard(SERVER, period, day)

    def places(self, period: Period = Period.DAY, day: date | None = None) -> list[int]:
        """The members by their places."""
        return [standing.member_id for standing in self.table(period, day).standings]

    def together(self, *members: int, misses: int = 0) -> None:
        """Let members find the day's word on the channel's board, by turns."""
        turn = self.play.turn(members[0], mode=Mode.TOGETHER)
        words = [self.play.wrong(turn, n) for n in range(max(misses, len(members) - 1))]
        for number, word in enumerate([*words, self.play.secret(turn)]):
            member = members[number % len(members)]
            self.play.game.guess(self.play.turn(member, mode=Mode.TOGETHER), word)

    def earned(self, member: int) -> set[Achievement]:
        """What a member has achieved."""
        return {x.achievement for x in self.achievements.of(SERVER, member) if x.earned}


RATING = Rating(PAR, 3)


def _words(club: Club) -> list[str]:
    return list(club.play.words.words)


@pytest.fixture
def club(make_play: Callable[..., Any], database: Database) -> Club:
    """A club that has not played yet, at noon on a Monday."""
    return Club(make_play(store=SqlGameStore(database)), database)


def test_new_server(club: Club) -> None:
    """A server that nobody has played on has nobody on any board."""
    for period in Period:
        board = club.table(period)
        assert (list(board.standings), board.playing, board.of(ANNE)) == ([], 0, None)
    assert club.achievements.of(SERVER, ANNE) != []
    assert club.earned(ANNE) == set()


def test_day(club: Club) -> None:
    """The day's board has strokes against par, and counts those who have only begun."""
    club.play.solve(ANNE, misses=4)
    club.play.solve(BEN, misses=1)
    club.play.game.guess(club.play.turn(CLEO), club.play.wrong(club.play.turn(CLEO)))
    board = club.table()
    assert [(x.member_id, x.strokes, x.over_par) for x in board.standings] == [
        (BEN, 2, -2), (ANNE, 5, 1),
    ]  # fmt: skip
    assert [x.points for x in board.standings] == [150, 84]
    assert (board.playing, board.of(CLEO)) == (1, None)
    assert board.puzzle is not None
    assert (board.puzzle.par, board.first, board.last) == (PAR, MONDAY, MONDAY)


def test_hints_are_strokes(club: Club) -> None:
    """What a hint costs stands in the strokes."""
    club.play.game.guess(club.play.turn(ANNE), club.play.wrong(club.play.turn(ANNE)))
    club.play.game.hint(club.play.turn(ANNE))
    club.play.game.guess(club.play.turn(ANNE), club.play.secret(club.play.turn(ANNE)))
    [standing] = club.table().standings
    assert (standing.strokes, standing.over_par) == (5, 1)


def test_giving_up_counts_once_the_day_is_over(club: Club) -> None:
    """Whoever gave up has no place before, and a low one with few points after."""
    club.play.solve(ANNE)
    club.play.game.guess(club.play.turn(BEN), club.play.wrong(club.play.turn(BEN)))
    club.play.game.give_up(club.play.turn(BEN))
    assert (club.places(), club.places(Period.WEEK)) == ([ANNE], [ANNE])
    club.play.clock.advance(days=1)
    assert club.places(day=MONDAY) == [ANNE, BEN]
    own = club.table(Period.WEEK).of(BEN)
    assert own is not None
    assert (own.solved, own.played, own.over_par) == (0, 1, None)


def test_archive_does_not_count(club: Club) -> None:
    """A board that was begun, or ended, after its day is on no board."""
    club.play.solve(CLEO)
    club.play.game.guess(club.play.turn(BEN), club.play.wrong(club.play.turn(BEN)))
    club.play.clock.advance(days=1)
    club.play.solve(ANNE, MONDAY)
    later = club.play.turn(4, MONDAY)
    club.play.game.guess(later, club.play.wrong(later))
    assert club.places(day=MONDAY) == [CLEO, BEN]
    club.play.game.guess(club.play.turn(BEN, MONDAY), club.play.secret(later))
    assert club.places(Period.ALL) == [CLEO]
    assert club.earned(ANNE) == set()


def test_practice_does_not_count(club: Club) -> None:
    """A practice round is on no board, and achieves nothing."""
    view = club.play.game.practise(club.play.turn(ANNE))
    club.play.game.guess(club.play.turn(ANNE), club.play.secret(club.play.turn(ANNE)))
    assert [club.places(period) for period in Period] == [[], [], []]
    assert club.achievements.news(ANNE, view.puzzle.id) == []


def test_shared_board(club: Club) -> None:
    """Everybody who guessed on it shares its points; who only looked has none."""
    club.play.game.look(club.play.turn(CLEO, mode=Mode.TOGETHER))
    club.together(ANNE, BEN, misses=3)
    board = club.table()
    assert [(x.member_id, x.points, x.strokes) for x in board.standings] == [
        (ANNE, 50, 4), (BEN, 50, 4),
    ]  # fmt: skip


def test_own_board_beside_a_shared_one(club: Club) -> None:
    """A puzzle counts once, by the board on which it was solved."""
    club.play.game.guess(club.play.turn(ANNE), club.play.wrong(club.play.turn(ANNE)))
    club.together(ANNE, BEN, misses=1)
    board = club.table()
    assert [(x.member_id, x.played, x.points) for x in board.standings] == [
        (ANNE, 1, 75), (BEN, 1, 75),
    ]  # fmt: skip
    assert board.playing == 0


def test_forgotten_members(club: Club) -> None:
    """Who is forgotten is on no board; those who played with them keep their share."""
    club.together(ANNE, BEN, misses=3)
    club.play.clock.advance(days=1)
    club.play.solve(ANNE)
    SqlMembers(club.database).forget(ANNE, None, club.play.clock())
    board = club.table(Period.ALL)
    assert [(x.member_id, x.solved) for x in board.standings] == [(BEN, 1)]
    assert club.table(day=MONDAY).standings[0].points == 50
    assert club.earned(ANNE) == set()


def test_forgetting_makes_nobody_the_first(club: Club) -> None:
    """Who had begun a puzzle and was forgotten since has no place with it, now or later."""
    club.play.solve(BEN, misses=2)
    club.play.solve(ANNE, misses=9)
    members, purging = SqlMembers(club.database), SqlPurging(club.database)
    members.forget(ANNE, [SERVER], club.play.clock())
    members.forget(CLEO, [SERVER], club.play.clock())
    puzzle = club.play.puzzles.find(club.play.turn(BEN)).puzzle
    SqlPanels(club.database).open(Panel(puzzle.id, CHANNEL, SERVER, Style.RACE))
    club.play.solve(ANNE)
    club.play.solve(CLEO, misses=1)
    panel = SqlPanels(club.database).panel(puzzle.id, CHANNEL)
    assert panel is not None
    runners = {x.member_id for x in SqlPanels(club.database).racers(panel)}
    assert (CLEO in runners, ANNE in runners) == (True, False)
    assert SqlProposals(club.database).insiders(puzzle.id) == {ANNE}
    assert (club.places(), club.earned(ANNE)) == ([CLEO, BEN], set())
    club.play.clock.advance(days=2)
    purging.begin_day(club.play.clock().date())
    assert club.places(day=MONDAY) == [CLEO, BEN]
    members.forget(ANNE, [SERVER], club.play.clock())
    purging.begin_day(club.play.clock().date())
    with club.database.reading() as connection:
        assert connection.execute(select(METADATA.tables["knowers"])).all() == []


def test_insiders_do_not_count(club: Club) -> None:
    """Who had seen the word as a proposal has no place with it, and achieves nothing."""
    club.play.puzzles.server(SERVER)
    proposals = SqlProposals(club.database)
    proposed = Proposal(SERVER, "uncle", BEN, club.play.clock(), PAR, 3)
    stored = proposals.propose(proposed, 10)
    proposals.show(SERVER, [stored.id], CLEO)
    proposals.queue(SERVER, stored.id, MONDAY)
    assert club.play.secret(club.play.turn(ANNE)) == "uncle"
    for member in (ANNE, BEN, CLEO):
        club.play.solve(member)
    assert club.places() == [ANNE]
    assert [club.earned(member) for member in (BEN, CLEO)] == [set(), set()]
    assert Achievement.FEW in club.earned(ANNE)
    club.play.clock.advance(days=1)
    club.play.solve(BEN)
    assert club.places(Period.WEEK) == [ANNE, BEN]


def test_servers_apart(club: Club) -> None:
    """What was played on one server is on no board of another."""
    club.play.solve(ANNE)
    assert list(club.standings.leaderboard(901, Period.ALL).standings) == []


def test_weeks_and_all_time(club: Club) -> None:
    """On Monday a new week begins; an old one can still be looked at, and all time holds both."""
    club.play.solve(ANNE)
    club.play.clock.advance(days=7)
    club.play.solve(BEN, misses=2)
    assert club.places(Period.WEEK) == [BEN]
    assert club.places(Period.WEEK, MONDAY + timedelta(6)) == [ANNE]
    assert club.places(Period.ALL) == [ANNE, BEN]
    assert club.places(Period.ALL, MONDAY) == [ANNE]


def test_all_time_is_kept_for_a_moment(club: Club) -> None:
    """Pages of all time are turned without counting all anew; soon after, it is up to date."""
    club.play.solve(ANNE)
    first = club.table(Period.ALL)
    club.play.solve(BEN)
    assert club.table(Period.ALL) is first
    assert len(club.places()) == len(club.places(Period.WEEK)) == 2
    club.play.clock.advance(seconds=20)
    assert club.places(Period.ALL) == [ANNE, BEN]


def test_all_time_is_made_once_and_holds_up_nobody_else(club: Club) -> None:
    """While one server's is being made, others get theirs, and those who ask for it share it."""
    book, entered, go_on = club.standings._book, threading.Event(), threading.Event()
    asked: list[int] = []

    class Slow:
        def ledger(self, server_id: int, first: date, last: date) -> Ledger:
            asked.append(server_id)
            if server_id == SERVER:
                entered.set()
                assert go_on.wait(30)
            return book.ledger(server_id, first, last)

    club.standings._book = Slow()
    for server in (SERVER, 901):
        club.play.puzzles.server(server)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(club.table, Period.ALL)
        assert entered.wait(30)
        second = pool.submit(club.table, Period.ALL)
        club.standings.leaderboard(901, Period.ALL)
        go_on.set()
        assert first.result() is second.result()
    assert asked == [SERVER, 901]


def test_failed_board_of_all_time_is_made_anew(club: Club) -> None:
    """Where making it fails, whoever asks next has it made again."""
    book = club.standings._book
    club.standings._book = None  # type: ignore[assignment]  # whatever fails
    with pytest.raises(AttributeError):
        club.table(Period.ALL)
    club.standings._book = book
    assert club.places(Period.ALL) == []


@pytest.mark.parametrize("day", [date(1, 1, 1), date(2026, 5, 3), date(9999, 12, 31)])
def test_days_that_are_not_there(club: Club, day: date) -> None:
    """A day before the first or after today, as in a forged button, is the nearest one."""
    club.play.solve(ANNE)
    assert [club.places(period, day) for period in Period] == [[ANNE]] * 3


@pytest.mark.parametrize(
    ("zone", "moment", "counts"),
    [
        ("Europe/Berlin", datetime(2026, 5, 4, 21, 59, 59, tzinfo=UTC), True),
        ("Europe/Berlin", datetime(2026, 5, 4, 22, 0, tzinfo=UTC), False),
        ("Pacific/Kiritimati", datetime(2026, 5, 4, 9, 59, 59, tzinfo=UTC), True),
        ("Pacific/Kiritimati", datetime(2026, 5, 4, 10, 0, tzinfo=UTC), False),
    ],
)
def test_day_ends_at_the_servers_midnight(
    make_play: Callable[..., Any], memory_database: Database, zone: str, moment: Any, counts: bool
) -> None:
    """Whether a solve was in time is told by the server's clock."""
    club = Club(make_play(store=SqlGameStore(memory_database), zone=zone), memory_database)
    club.play.clock.now = moment - timedelta(hours=2)
    club.play.puzzles.find(club.play.turn(ANNE, MONDAY))
    club.play.clock.now = moment
    club.play.solve(ANNE, MONDAY)
    assert club.places(day=MONDAY) == ([ANNE] if counts else [])


@pytest.mark.parametrize(
    ("before", "after"), [("America/Los_Angeles", "Asia/Tokyo"), ("Asia/Tokyo", "UTC")]
)
def test_another_zone_rewrites_nothing(
    make_play: Callable[..., Any], memory_database: Database, before: str, after: str
) -> None:
    """What was in time stays so when the server's clock is set to another zone, and nothing else.

    That goes for places, streaks and achievements alike.
    """
    club = Club(make_play(store=SqlGameStore(memory_database), zone=before), memory_database)
    club.play.clock.now = datetime(2026, 5, 4, 20, tzinfo=ZoneInfo(before)).astimezone(UTC)
    for _ in range(3):
        club.play.solve(ANNE, misses=1)
        club.play.clock.advance(days=1)
    club.play.clock.now = datetime(2026, 5, 7, 1, tzinfo=ZoneInfo(before)).astimezone(UTC)
    club.play.solve(BEN, date(2026, 5, 6))

    def told() -> tuple[Any, ...]:
        standings = [(x.member_id, x.solved, x.points) for x in club.table(Period.ALL).standings]
        streak = club.play.records.record(SERVER, ANNE).statistics.longest_streak
        return standings, streak, club.earned(ANNE), club.earned(BEN)

    was = told()
    SqlSetups(memory_database).set_up(Setup(SERVER, after), ANNE, club.play.clock())
    club.play.clock.advance(minutes=5)
    assert told() == was
    assert was[1] == 3


def test_running_day_goes_on_in_another_zone(
    make_play: Callable[..., Any], memory_database: Database
) -> None:
    """A day that lasts longer by a new zone counts to its new end."""
    club = Club(make_play(store=SqlGameStore(memory_database)), memory_database)
    club.play.solve(BEN)
    zone = "America/Los_Angeles"
    SqlSetups(memory_database).set_up(Setup(SERVER, zone), ANNE, club.play.clock())
    club.play.clock.now = datetime(2026, 5, 4, 23, 30, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    club.play.solve(ANNE, misses=1)
    assert club.places() == [BEN, ANNE]
    club.play.clock.advance(hours=1)
    club.play.solve(CLEO, MONDAY)
    assert club.places(day=MONDAY) == [BEN, ANNE]


def test_news_of_a_streak(club: Club) -> None:
    """What a solve brings is told at that solve, and not at the next one."""
    told = []
    for _ in range(8):
        turn = club.play.turn(ANNE)
        club.play.solve(ANNE, misses=1)
        told.append(club.achievements.news(ANNE, club.play.puzzles.find(turn).puzzle.id))
        club.play.clock.advance(days=1)
    assert told[0] == [Achievement.FIRST, Achievement.UNDER, Achievement.FEW]
    assert told[1:6] == [[]] * 5
    assert told[6] == [Achievement.WEEK, Achievement.CLEAN]
    assert told[7] == []


def test_race(club: Club) -> None:
    """The first of several in a race has won it; running alone is no race."""
    for members in ((ANNE,), (BEN, CLEO)):
        puzzle = club.play.puzzles.find(club.play.turn(members[0])).puzzle
        SqlPanels(club.database).open(Panel(puzzle.id, CHANNEL, SERVER, Style.RACE))
        for member in members:
            club.play.game.guess(club.play.turn(member), club.play.wrong(club.play.turn(member)))
        for member in members:
            club.play.solve(member)
        club.play.clock.advance(days=1)
    won = [Achievement.RACE in club.earned(member) for member in (ANNE, BEN, CLEO)]
    assert won == [False, True, False]


def test_relay(club: Club) -> None:
    """Who found a word by turns with others has passed the baton; one alone has not."""
    for members in ((ANNE,), (BEN, CLEO)):
        puzzle = club.play.puzzles.find(club.play.turn(members[0])).puzzle
        SqlPanels(club.database).open(Panel(puzzle.id, CHANNEL, SERVER, Style.RELAY))
        club.together(*members, misses=1)
        club.play.clock.advance(days=1)
    passed = [Achievement.RELAY in club.earned(member) for member in (ANNE, BEN, CLEO)]
    assert passed == [False, True, True]


def test_comeback(
    make_play: Callable[..., Any], real_words: Any, memory_database: Database
) -> None:
    """Twenty far words and then the find: out of the ice. A warm one among them, and it is not."""
    table = type(make_play())
    club = Club(table(real_words, store=SqlGameStore(memory_database)), memory_database)
    order = [club.play.wrong(club.play.turn(ANNE), number) for number in range(21)]
    for member, words in ((ANNE, order[:20]), (BEN, order[:19])):
        for word in words:
            club.play.game.guess(club.play.turn(member), word)
        club.play.game.guess(club.play.turn(member), club.play.secret(club.play.turn(member)))
    came = [Achievement.COMEBACK in club.earned(member) for member in (ANNE, BEN)]
    assert came == [True, False]
