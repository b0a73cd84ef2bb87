"""What is deleted without anybody asking, and when: the nouns, and what that asks of storage."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol


class Reason(StrEnum):
    """Why something is purged."""

    LEFT = "left"
    """The server removed the bot, or the member left the server."""
    IDLE = "idle"
    """The member has not played there for long."""
    ASKED = "asked"
    """The operator wants it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """For how long things are kept: what is departed, and those who do not play any more."""

    keep: timedelta = timedelta(days=30)
    idle: timedelta = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be purged: a member on a server, or the whole server where `member_id` is 0.

    A `server_id` of 0 means the member everywhere. `since` is when they left or last played; None
    where that does not matter.
    """

    server_id: int
    member_id: int
    reason: Reason
    since: datetime | None = None


class PurgeStore(Protocol):
    """Keeps who has gone, and purges."""

    def leave(self, server_id: int, member_id: int, now: datetime) -> bool:
        """Note that a server (member 0) or a member has gone; False where nothing is known of it.

        What was noted before stands.
        """

    def come_back(self, server_id: int) -> bool:
        """Note that a server is there again; False where it was not gone."""

    def known(self) -> Sequence[int]:
        """The stored servers that may be Discord's: not a member's own place, nor a group."""

    def settle(self, absent: Collection[int], present: Collection[int], now: datetime) -> int:
        """Note which servers have gone and which are there; how many of these are news."""

    def due(self, now: datetime, terms: Terms) -> Sequence[Due]:
        """All that is to be purged by now."""

    def doubtful(self, now: datetime, every: timedelta) -> Sequence[tuple[int, int]]:
        """Servers with members who should be looked for today: every so often while they are idle.

        Whoever has left or is on a server that has gone is not among them.
        """

    def purge(self, due: Due, now: datetime, terms: Terms) -> Mapping[str, int] | None:
        """Purge it in one transaction, and tell how many rows of what that were.

        None, and nothing purged, where they came back or played meanwhile.
        """

    def count(self, due: Due, now: datetime, terms: Terms) -> Mapping[str, int] | None:
        """What `purge` would tell; nothing changes."""

    def begin_day(self, day: date) -> bool:
        """Whether nobody has begun that day's purge yet: the caller has begun it now."""
