"""The schedule of one server as an operator sees it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from game.model import Server
from game.posts import Agenda, Post, PostState, Skip
from game.preview import preview
from game.schedule import Occurrence
from game.setup import Setup

BEIRUT = Server(1, "Asia/Beirut", 7, date(2026, 3, 1))
SETUP = Setup(1, "Asia/Beirut", 5, 30)
SINCE = datetime(2026, 3, 1, tzinfo=UTC)
NOW = datetime(2026, 3, 27, 12, tzinfo=UTC)


def lines(posts: list[Post], setup: Setup = SETUP, now: datetime = NOW, ahead: int = 3) -> Any:
    """The lines of the server in Beirut."""
    last = max((post.day for post in posts), default=None)
    return preview(BEIRUT, Agenda(setup, SINCE, last), posts, now, ahead)


def post(day: int, state: PostState, reason: str | None = None) -> Post:
    """A row of the outbox for a day in March, due at 00:30 in Beirut."""
    due = datetime(2026, 3, day, 22, 30, tzinfo=UTC) - timedelta(days=1)
    return Post(day, 1, date(2026, 3, day), state, due, reason=reason)


def test_days_across_a_change_of_clocks() -> None:
    """Beirut skips 00:30 on the 29th: that post comes when clocks show 01:00."""
    found = lines([post(26, PostState.SKIPPED, "late"), post(27, PostState.SENT)])
    assert [(f"{x.local:%d %H:%M}", f"{x.due_at:%d %H:%M}", x.state) for x in found] == [
        ("26 00:30", "25 22:30", "skipped"), ("27 00:30", "26 22:30", "sent"),
        ("28 00:30", "27 22:30", "planned"), ("29 01:00", "28 22:00", "planned"),
        ("30 00:30", "29 21:30", "planned"),
    ]  # fmt: skip
    assert [x.clocks for x in found[3:]] == [Occurrence.NEVER, Occurrence.ONCE]
    assert [x.number for x in found] == [26, 27, 28, 29, 30]
    assert found[0].reason == "late"


def test_days_that_nobody_has_looked_at_are_due() -> None:
    """What is due and not in the outbox, because no bot runs, is told apart from what comes."""
    found = lines([post(25, PostState.SENT)], ahead=1)
    assert [(x.day.day, x.state) for x in found] == [
        (25, "sent"), (26, "due"), (27, "due"), (28, "planned"),
    ]  # fmt: skip


def test_new_server_begins_with_its_next_hour() -> None:
    """Set up after the hour, the first post is the day after."""
    agenda = Agenda(SETUP, NOW, None)
    assert [x.day.day for x in preview(BEIRUT, agenda, [], NOW, 2)] == [28, 29]
    early = Agenda(replace(SETUP, minute=1439), NOW, None)
    assert [x.day.day for x in preview(BEIRUT, early, [], NOW, 2)] == [27, 28]


def test_channel_that_is_gone_gets_nothing() -> None:
    """Where the channel is gone the days to come are skipped, and the reason is told."""
    gone = replace(SETUP, trouble=Skip.CHANNEL_GONE)
    found = lines([post(27, PostState.SENT)], gone)
    assert {(x.state, x.reason) for x in found[1:]} == {("skipped", "channel-gone")}
