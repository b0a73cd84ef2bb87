"""What is deleted without anybody asking, and when."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


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
