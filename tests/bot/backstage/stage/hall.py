"""What a stand-in for Discord must do for a scene."""

from collections.abc import Awaitable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol

from stage.said import Said

from bot.client import WarmerClient

GENERAL = "general"
DIRECT = "direct"
"""The member's own channel with the bot."""
GROUP = "group"
"""A group chat of people, into which a member brought the bot they had installed for themselves."""
ELSEWHERE = "elsewhere"
"""A channel of a server that has not invited the bot; the member brought it all the same."""
Where = str | int
"""A channel by name (made at first sight), as `server/channel`, or by its id."""


class Hall(Protocol):
    """A stand-in for Discord which the bot plays before. Members and channels go by name."""

    # Who and what is there.

    @property
    def server_id(self) -> int:
        """The id of its first server."""

    def member(self, name: str) -> Any:
        """A member of every server as an option's value; made at first sight; has an `id`."""

    def role(self, name: str) -> Any:
        """A role of the first server as an option's value; made at first sight; has an `id`."""

    def channel(self, name: str) -> Any:
        """A channel of the first server as an option's value; made at first sight."""

    def channel_id(self, where: Where, member: str) -> int:
        """The id of a channel."""

    def give(self, member: str, role: str) -> None:
        """Give a member a role."""

    def appoint(self, member: str) -> None:
        """Let a member manage the first server."""

    def speaks(self, member: str, locale: str) -> None:
        """Set the language of a member's Discord, such as "de"."""

    def server_speaks(self, locale: str) -> None:
        """Set the language of the first server."""

    def leave(self, member: str) -> None:
        """Let a member leave every server."""

    def join_server(self, name: str) -> int:
        """Let another server invite the bot, and return its id."""

    def leave_server(self, name: str) -> None:
        """Let another server throw the bot out."""

    def forbid(self, where: Where) -> None:
        """Take the bot's access to a channel away."""

    def remove_channel(self, where: Where) -> None:
        """Delete a channel."""

    # What members do.

    async def slash(self, member: str, where: Where, command: str, options: dict[str, Any]) -> Said:
        """Use a command."""

    async def complete(
        self,
        member: str,
        command: str,
        option: str,
        typed: str,
        given: Mapping[str, Any] = MappingProxyType({}),
    ) -> list[str]:
        """The values suggested for an option, beside the other options given."""

    async def press(self, member: str, said: Said, custom_id: str) -> Said:
        """Press a button."""

    async def choose(self, member: str, said: Said, custom_id: str, values: Sequence[Any]) -> Said:
        """Choose in a select menu: values, members, roles or channels."""

    async def submit(self, member: str, said: Said, values: Mapping[str, Any]) -> Said:
        """Send a form in, with its fields by custom id."""

    async def redeliver(self, client: WarmerClient) -> None:
        """Deliver the last interaction once more, and wait until the bot is done with it."""

    # What is to be seen.

    def messages(self, where: Where, member: str | None = None) -> list[Said]:
        """The messages of a channel as they now stand, oldest first; private ones of a member."""

    def direct_messages(self, member: str) -> list[Said]:
        """What the bot wrote to a member directly."""

    def threads(self, where: Where) -> dict[str, int]:
        """The threads of a channel: their names and ids."""

    # The play.

    def be_patient(self) -> None:
        """Wait longer for further messages before an answer counts as whole."""

    async def outside(self, waiting: Awaitable[Any]) -> Any:
        """Await, in the bot's place, something that comes from outside."""

    async def settled(self, client: WarmerClient) -> None:
        """Wait until the bot has done what it does by itself."""

    async def restart(self, client: WarmerClient) -> None:
        """Stop the bot that plays, if any, and let another one play."""

    async def close(self) -> None:
        """End the play."""
