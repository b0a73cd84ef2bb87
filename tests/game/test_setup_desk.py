"""Setting a server up: times are read, two changes both hold, and no day is lost or doubled."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from game.posts import PostState, dues, horizon
from game.puzzles import Puzzles
from game.schedule import latest_due
from game.setup import Mix, Setup, Style
from game.setup_desk import BadTime, SetupDesk, read_time
from store.engine import Database
from store.errors import UnknownServer
from store.posts import SqlPosts
from store.setups import SqlSetups
from store.work import SqlGameStore

START = datetime(2026, 11, 20, 12, tzinfo=UTC)
GUILD, ADMIN = 5, 1


class Town:
    """A server whose clock can be moved, and which is posted to as the scheduler would."""

    def __init__(self, database: Database, words: Any) -> None:
        self.now = START
        store, self.setups, self.posts = SqlGameStore(database), SqlSetups(database), None
        self.outbox = SqlPosts(database)
        puzzles = Puzzles(store, words, lambda: self.now, Random(1), "UTC")
        self.desk = SetupDesk(
            store, self.setups, self.outbox, puzzles, lambda: self.now, "Europe/Paris"
        )

    def set(self, **changes: Any) -> Any:
        """Change the setup."""
        return self.desk.change(GUILD, ADMIN, lambda setup: replace(setup, **changes))

    def go_on(self, hours: float) -> None:
        """Let time pass, with a tick every half hour."""
        until = self.now + timedelta(hours=hours)
        while self.now < until:
            self.now += timedelta(minutes=30)
            self.tick()

    def tick(self) -> None:
        """What the scheduler does: plan what is due, and send it."""
        self.outbox.plan(dues(self.outbox.agenda(horizon(self.now)), self.now))
        for taken in self.outbox.take(self.now, 9):
            self.outbox.finish(taken, None, self.now)

    def sent(self) -> list[int]:
        """The days of the month that were posted."""
        kept = self.outbox.posts(GUILD, date.min)
        assert {post.state for post in kept} <= {PostState.SENT}
        return [post.day.day for post in kept]


@pytest.fixture
def town(sqlite_database: Database, circle: Any) -> Town:
    """A server that nobody has seen, at noon on the 20th."""
    return Town(sqlite_database, circle)


def test_unknown_server_is_looked_at_and_not_stored(town: Town) -> None:
    """Before anything is chosen the plain default is shown, and nothing is stored."""
    shown = town.desk.look(GUILD)
    assert (shown.setup, shown.next) == (Setup(GUILD, "Europe/Paris"), None)
    assert not town.desk.met(GUILD)
    town.set(style=Style.RACE)
    assert town.desk.met(GUILD)


def test_next_post_is_told(town: Town) -> None:
    """The preview says when the next post comes, and it comes exactly then."""
    shown = town.set(channel_id=7, minute=18 * 60)
    assert shown.next is not None
    assert shown.next.due_at == datetime(2026, 11, 20, 18, tzinfo=UTC)
    town.go_on(6)
    assert town.sent() == [20]
    again = town.desk.look(GUILD).next
    assert again is not None
    assert again.due_at == datetime(2026, 11, 21, 18, tzinfo=UTC)
    assert town.set(channel_id=None).next is None


def test_set_up_after_the_hour_begins_tomorrow(town: Town) -> None:
    """Nothing is posted for an hour that was over before anybody asked for it."""
    shown = town.set(channel_id=7, minute=9 * 60)
    assert shown.next is not None
    assert shown.next.day == date(2026, 11, 21)
    town.go_on(12)
    assert town.sent() == []


def test_earlier_hour_loses_no_day(town: Town) -> None:
    """An hour moved before the present, on a day without a post: it comes at once, once."""
    town.set(channel_id=7, minute=10 * 60)
    town.go_on(24)
    assert town.sent() == [21]
    town.now = datetime(2026, 11, 22, 9, tzinfo=UTC)
    town.tick()
    shown = town.set(minute=8 * 60)
    assert shown.next is not None
    assert shown.next.state == "due"
    assert town.desk.look(GUILD).next == shown.next
    town.go_on(30)
    assert town.sent() == [21, 22, 23]


def test_later_hour_doubles_no_day(town: Town) -> None:
    """An hour moved behind the present, after the day's post: the next one is tomorrow's."""
    town.set(channel_id=7, minute=13 * 60)
    town.go_on(2)
    shown = town.set(minute=20 * 60)
    assert shown.next is not None
    assert shown.next.day == date(2026, 11, 21)
    town.go_on(40)
    assert town.sent() == [20, 21]


@pytest.mark.parametrize("hours", range(0, 48, 5))
@pytest.mark.parametrize(
    "zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Tokyo", "America/New_York"]
)
def test_moving_the_zone(town: Town, zone: str, hours: int) -> None:
    """Whenever the zone is moved, each local date is posted once, unless it was over by then."""
    town.set(channel_id=7, minute=13 * 60)
    town.go_on(2 + hours)
    before = town.sent()
    moved = town.now.astimezone(ZoneInfo(zone)).date().day
    town.set(time_zone=zone)
    town.go_on(72)
    sent = town.sent()
    assert len(sent) == len(set(sent))
    assert sent[: len(before)] == before
    lost = set(range(sent[0], sent[-1])) - set(sent)
    assert all(day < moved for day in lost)
    assert sent[-1] == latest_due(ZoneInfo(zone), 13 * 60, town.now).day


def test_change_ends_the_trouble(town: Town) -> None:
    """While there is trouble no post is promised; any change begins anew."""
    town.set(channel_id=7, minute=13 * 60)
    town.setups.note_trouble(GUILD, "channel-gone")
    assert town.desk.look(GUILD).next is None
    shown = town.set(channel_id=8)
    assert shown.setup.trouble is None
    assert shown.next is not None
    town.go_on(2)
    assert town.sent() == [20]


def test_two_changes_at_once_both_hold(lasting_database: Database, circle: Any) -> None:
    """Eight admins who change eight things at the same instant: every change holds."""
    town = Town(lasting_database, circle)
    changes: list[dict[str, Any]] = [
        {"channel_id": 7}, {"minute": 60}, {"style": Style.RELAY}, {"mix": Mix.HARD},
        {"language": "de"}, {"thread": True}, {"role_id": 9}, {"time_zone": "Asia/Tokyo"},
    ]  # fmt: skip
    barrier = threading.Barrier(len(changes))

    def change(number: int) -> None:
        barrier.wait()
        town.set(**changes[number])

    with ThreadPoolExecutor(len(changes)) as threads:
        list(threads.map(change, range(len(changes))))
    expected = Setup(
        GUILD, "Asia/Tokyo", 7, 60, thread=True, role_id=9, style=Style.RELAY, mix=Mix.HARD,
        language="de",
    )  # fmt: skip
    assert town.desk.look(GUILD).setup == expected
    assert town.setups.languages() == {GUILD: "de"}


def test_change_of_an_unknown_server(database: Database) -> None:
    """The store changes no setup of a server that is not stored."""
    setups = SqlSetups(database)
    with pytest.raises(UnknownServer):
        setups.change(GUILD, lambda setup: setup, ADMIN, START)
    assert setups.languages() == {}


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("18:30", 1110), ("18.30", 1110), ("18h30", 1110), ("18h", 1080), ("18", 1080),
        ("6:30 pm", 1110), ("6 PM", 1080), ("6p.m.", 1080), ("12am", 0), ("12:05 pm", 725),
        (" 0:00 ", 0), ("23:59", 1439),
    ],
)  # fmt: skip
def test_times_are_read(typed: str, minute: int) -> None:
    """Times as people write them."""
    assert read_time(typed) == minute


@pytest.mark.parametrize(
    "typed", ["", "24:00", "18:60", "6:3", "13 pm", "0 am", "noon", "18:30:00", "-1", "1830"]
)
def test_no_times_are_refused(typed: str) -> None:
    """What is no time of day is refused."""
    with pytest.raises(BadTime):
        read_time(typed)
