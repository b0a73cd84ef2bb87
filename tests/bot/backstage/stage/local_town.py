"""The members, roles, channels and servers on our local Discord."""

from typing import Any

from stage.hall import DIRECT, ELSEWHERE, GENERAL, GROUP, Where

from bot.local.exchange import Person
from bot.local.server import LocalDiscord

MANAGE_SERVER = 1 << 5


class LocalTown:
    """Who and what is there, made at first sight."""

    def __init__(self, local: LocalDiscord) -> None:
        self.local = local
        self._people: dict[str, Person] = {}
        self._roles: dict[str, int] = {}
        self._servers: dict[str, int] = {}
        self._channels = {GENERAL: local.channel_id}

    @property
    def server_id(self) -> int:
        """The id of its first server."""
        return self.local.guild_id

    def member(self, name: str) -> Person:
        """A member, made at first sight."""
        if name not in self._people:
            self._people[name] = self.local.add_person(name)
        return self._people[name]

    def role(self, name: str) -> Any:
        """A role, made at first sight."""
        return self._role(name, 0)

    def _role(self, name: str, permissions: int) -> Any:
        if name not in self._roles:
            self._roles[name] = self.local.add_role(name, permissions=permissions)
        return Named(self._roles[name])

    def channel(self, name: str) -> Any:
        """A channel, made at first sight."""
        return Named(self.channel_id(name, ""))

    def channel_id(self, where: Where, member: str) -> int:
        """The id of a channel, made at first sight."""
        if isinstance(where, int):
            return where
        if where == DIRECT:
            return self.local.direct_channel(self.member(member))
        if where == GROUP:
            return self.local.group_channel(GROUP)
        if where not in self._channels:
            self._channels[where] = self._make_channel(where)
        return self._channels[where]

    def _make_channel(self, where: str) -> int:
        if where == ELSEWHERE:
            return self.local.channels(self.local.add_guild(ELSEWHERE, joined=False))[0].id
        server, slash, name = where.rpartition("/")
        if slash and name == GENERAL:
            return self.local.channels(self._servers[server])[0].id
        return self.local.add_channel(name, guild_id=self._servers[server] if slash else None)

    def give(self, member: str, role: str) -> None:
        """Give a member a role."""
        self.local.give_role(self.member(member), self.role(role).id)

    def appoint(self, member: str) -> None:
        """Let a member manage the server."""
        self.local.give_role(self.member(member), self._role("managers", MANAGE_SERVER).id)

    def speaks(self, member: str, locale: str) -> None:
        """Set a member's language."""
        self.local.set_locale(self.member(member), locale)

    def server_speaks(self, locale: str) -> None:
        """Set the server's language."""
        self.local.set_guild_locale(locale)

    def leave(self, member: str) -> None:
        """Let a member leave."""
        self.local.remove_person(self.member(member))

    def join_server(self, name: str) -> int:
        """Let another server invite the bot."""
        self._servers[name] = self.local.add_guild(name)
        return self._servers[name]

    def leave_server(self, name: str) -> None:
        """Let another server throw the bot out."""
        self.local.remove_guild(self._servers.pop(name))

    def forbid(self, where: Where) -> None:
        """Take the bot's access to a channel away."""
        self.local.forbid_channel(self.channel_id(where, ""))

    def remove_channel(self, where: Where) -> None:
        """Delete a channel."""
        self.local.remove_channel(self.channel_id(where, ""))
        if isinstance(where, str):
            del self._channels[where]


class Named:
    """A role or channel as an option's value."""

    def __init__(self, some_id: int) -> None:
        self.id = some_id


def plain(value: Any) -> Any:
    """What local Discord takes for a value: the id of what goes by name here."""
    return value.id if isinstance(value, Named) else value
