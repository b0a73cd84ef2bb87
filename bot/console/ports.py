"""What the console asks of its surroundings: the human side of local Discord."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from bot.local.exchange import Choice, Person, Reply, SentMessage

Listener = Callable[[SentMessage], None]


class Discord(Protocol):
    """The human side of a running local Discord; its methods raise LocalError."""

    on_message: list[Listener]
    on_edit: list[Listener]

    @property
    def commands(self) -> Sequence[Mapping[str, Any]]:
        """The registered commands, in Discord's JSON."""

    def add_person(self, name: str, *, admin: bool = False) -> Person:
        """Let a new member join."""

    def name_of(self, entity_id: int) -> str | None:
        """Return the name of a member, channel or role."""

    def messages(self, channel_id: int, viewer: Person) -> Sequence[SentMessage]:
        """Return what a person sees in a channel, oldest first."""

    async def slash(
        self, person: Person, name: str, options: Mapping[str, Any], *, channel_id: int
    ) -> Reply:
        """Send a slash command."""

    async def complete(
        self,
        person: Person,
        name: str,
        options: Mapping[str, Any],
        focused: str,
        *,
        channel_id: int,
    ) -> list[Choice]:
        """Ask for an option's suggestions."""

    async def click(self, person: Person, message_id: int, custom_id: str) -> Reply:
        """Press a button."""

    async def select(
        self, person: Person, message_id: int, custom_id: str, values: Sequence[str]
    ) -> Reply:
        """Choose from a menu."""

    async def submit(self, person: Person, custom_id: str, values: Mapping[str, Any]) -> Reply:
        """Send a form."""
