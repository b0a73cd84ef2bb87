"""The outbox of daily posts: what is planned, what is under way, and what storage it asks for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

from game.schedule import due_days, release
from game.setup import Setup

LEASE = timedelta(minutes=2)
"""For so long a post belongs to whoever took it; then somebody else may finish it."""


class PostState(StrEnum):
    """Where a day's post stands. The last two are final."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    SKIPPED = "skipped"


class Skip(StrEnum):
    """Why a due day has no post."""

    LATE = "late"
    """Nobody could post it before the next one was due."""
    NO_CHANNEL = "no-channel"
    CHANNEL_GONE = "channel-gone"
    FORBIDDEN = "forbidden"
    LEFT = "left"
    """The bot is not on the server any more."""
    DELETED = "deleted"
    """It was sent, and deleted before it could be noted."""
    REFUSED = "refused"
    """Discord found fault with the message itself."""


TROUBLES = frozenset({Skip.CHANNEL_GONE, Skip.FORBIDDEN})
"""The reasons that an admin can do something about, and is told of."""


@dataclass(frozen=True, slots=True)
class Post:
    """A row of the outbox; one a server and local date.

    `attempts` counts how often it was taken, and names the holder of the lease: whoever took it
    last. `leased_until` is the end of the lease, or while pending the earliest next attempt.
    `channel_id` is where the latest attempt went.
    """

    id: int
    server_id: int
    day: date
    state: PostState
    due_at: datetime
    attempts: int = 0
    reason: str | None = None
    leased_until: datetime | None = None
    channel_id: int | None = None
    message_id: int | None = None
    thread_id: int | None = None
    sent_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """A server that has a channel: its setup, when that was made, and its last day in the outbox.

    Days that only a wrong clock could have made due do not count as the last one.
    """

    setup: Setup
    since: datetime
    last: date | None


@dataclass(frozen=True, slots=True)
class Due:
    """A due day to be put into the outbox, to be posted or as skipped."""

    server_id: int
    day: date
    due_at: datetime
    skip: Skip | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """A post that is ours for the time of the lease, with the setup as it is now.

    `set_by` is the member who arranged it. `skip` says why it cannot be sent at all, and `latest`
    that no later day of the server is in the outbox.
    """

    post: Post
    setup: Setup
    set_by: int
    latest: bool
    skip: Skip | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many posts are waiting and under way, and since when the oldest of them is due."""

    pending: int
    sending: int
    oldest: datetime | None


class PostStore(Protocol):
    """Keeps the outbox. What a `Taken` is changed by fails where it is not ours any more."""

    def agenda(self, horizon: date) -> Sequence[Agenda]:
        """All servers that have a channel and are not gone; no day after `horizon` counts."""

    def plan(self, dues: Sequence[Due]) -> int:
        """Put days into the outbox, except those that are in it; how many were new."""

    def take(self, now: datetime, limit: int) -> Sequence[Taken]:
        """Take at most so many posts that wait or whose lease has run out, the oldest first."""

    def hold(self, taken: Taken, channel_id: int, now: datetime) -> bool:
        """Begin the lease anew, to send to that channel; False where the post is not ours."""

    def note_message(self, taken: Taken, channel_id: int, message_id: int) -> bool:
        """Store which message it is; False where the post is not ours."""

    def finish(self, taken: Taken, thread_id: int | None, now: datetime) -> bool:
        """Store that it is sent; False where the post is not ours."""

    def skip(self, taken: Taken, reason: str) -> bool:
        """Store that it is not sent, and why; False where the post is not ours."""

    def put_back(self, taken: Taken, until: datetime) -> bool:
        """Let it wait until then for another attempt; False where the post is not ours."""

    def posts(self, server_id: int, first: date) -> Sequence[Post]:
        """The posts of a server from that day on, oldest first."""

    def unsettled(self) -> Sequence[Post]:
        """Every post that is neither sent nor skipped, oldest first."""

    def tally(self) -> Tally:
        """How much is unsettled."""


def dues(agenda: Iterable[Agenda], now: datetime) -> list[Due]:
    """What must be put into the outbox by now: the latest due day of each server is to be posted.

    Older ones come too late, and are skipped; so are all of them where the channel is gone for
    good. Another trouble may have passed since, so that one attempt a day finds out.
    """
    found: list[Due] = []
    for item in agenda:
        setup, zone = item.setup, ZoneInfo(item.setup.time_zone)
        gone = Skip.CHANNEL_GONE if setup.trouble == Skip.CHANNEL_GONE else None
        days = due_days(zone, setup.minute, now, item.since, item.last)
        for day in days:
            skip = gone or (None if day == days[-1] else Skip.LATE)
            found.append(Due(setup.server_id, day, release(day, zone, setup.minute), skip))
    return found


def horizon(now: datetime) -> date:
    """The latest date that it may be anywhere."""
    return (now + timedelta(hours=14)).date()


def nonce(post: Post) -> str:
    """What Discord knows a second sending of the same post by: at most 25 characters.

    It says nothing but whose and which day's it is, so that it survives the loss of the database.
    """
    return f"{post.server_id}{post.day:%y%m%d}"


_FIRST_PAUSE_S, _LONGEST_PAUSE_S, _QUICK_ATTEMPTS = 20.0, 900.0, 5


def pause(attempts: int) -> timedelta:
    """How long to wait after so many attempts; the first few follow within Discord's memory."""
    doubled = max(0, min(attempts, 20) - _QUICK_ATTEMPTS)
    return timedelta(seconds=min(_FIRST_PAUSE_S * 2.0**doubled, _LONGEST_PAUSE_S))
