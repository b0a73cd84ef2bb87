"""What the human side of local Discord sees: messages, choices and replies as plain data."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

EPHEMERAL = 1 << 6


class Kind(StrEnum):
    """How an interaction was made."""

    COMMAND = "command"
    COMPONENT = "component"
    MODAL = "modal"


@dataclass(frozen=True, slots=True)
class Person:
    """A member of the local server."""

    id: int
    name: str
    admin: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that was uploaded, with its bytes."""

    id: int
    filename: str
    content: bytes
    description: str | None = None


@dataclass(frozen=True, slots=True)
class SentMessage:
    """A message as the bot sent it; embeds and components are Discord's own JSON.

    `pings` are the ids of members and roles that Discord would have notified (the server's own id
    stands for @everyone). `viewer_id` is the one person who can see an ephemeral message;
    `interaction_id` is the interaction it answers, None for a message that arrives on its own.
    """

    id: int
    channel_id: int
    content: str = ""
    embeds: tuple[dict[str, Any], ...] = ()
    components: tuple[dict[str, Any], ...] = ()
    attachments: tuple[Attachment, ...] = ()
    flags: int = 0
    edits: int = 0
    deleted: bool = False
    allowed_mentions: dict[str, Any] | None = None
    pings: tuple[int, ...] = ()
    viewer_id: int | None = None
    interaction_id: int | None = None

    @property
    def ephemeral(self) -> bool:
        """Whether only the person who acted can see it."""
        return bool(self.flags & EPHEMERAL)


@dataclass(frozen=True, slots=True)
class Choice:
    """One suggestion of an option's autocomplete."""

    name: str
    value: str | int | float


@dataclass(frozen=True, slots=True)
class Modal:
    """A form the bot opened."""

    custom_id: str
    title: str
    components: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """All that the bot answered to one interaction, up to the moment it settled.

    `acknowledged_ms` is the time from dispatch to acknowledgement, None where none came in time:
    the person then sees "The application did not respond".
    """

    interaction_id: int
    kind: Kind
    person: Person
    acknowledged_ms: float | None = None
    deferred: bool = False
    messages: tuple[SentMessage, ...] = field(default=())
    modal: Modal | None = None
