"""The members, roles, channels and servers on SimCord's simulated Discord."""

from typing import Any

import discord
import simcord
from simcord.builders import ChannelHandle, RoleHandle, UserHandle
from stage.hall import DIRECT, ELSEWHERE, GROUP, Where
from stage.sim_payload import Payloads

MANAGE_SERVER = discord.Permissions(manage_guild=True)
SEES = discord.Permissions(view_channel=True).value


class SimTown:
    """Who and what is there, made at first sight."""

    def __init__(self) -> None:
        self._env: simcord.Env | None = None
        self._users: dict[str, UserHandle] = {}
        self._actors: dict[tuple[str, int], Any] = {}
        self._roles: dict[str, RoleHandle] = {}
        self._servers: dict[str, Any] = {}
        self._channels: dict[str, ChannelHandle] = {}
        self._payloads = Payloads()

    @property
    def server_id(self) -> int:
        """The id of its first server."""
        return int(self._env.guild.id)

    def member(self, name: str) -> Any:
        """A member, made at first sight."""
        return self._actor(name, self._env.guild)

    def _user(self, name: str) -> UserHandle:
        if name not in self._users:
            self._users[name] = self._env.create_user(name)
        return self._users[name]

    def _actor(self, name: str, guild: Any) -> Any:
        key = (name, guild.id)
        if key not in self._actors:
            self._actors[key] = guild.add_member(self._user(name))
        return self._actors[key]

    def role(self, name: str) -> RoleHandle:
        """A role, made at first sight."""
        return self._role(name, None)

    def _role(self, name: str, permissions: discord.Permissions | None) -> RoleHandle:
        if name not in self._roles:
            self._roles[name] = self._env.guild.create_role(
                name, permissions=permissions, mentionable=True
            )
        return self._roles[name]

    def channel(self, name: str) -> ChannelHandle:
        """A channel, made at first sight."""
        return self._channel(name, "")

    def channel_id(self, where: Where, member: str) -> int:
        """The id of a channel, made at first sight."""
        return int(self._channel(where, member).id)

    def _channel(self, where: Where, member: str) -> ChannelHandle:
        if isinstance(where, int):
            return self._channel_of(where)
        if where in (DIRECT, GROUP, ELSEWHERE):
            self.member(member)
            return self._user(member).dm_channel
        if where not in self._channels:
            server, slash, name = where.rpartition("/")
            guild = self._servers[server] if slash else self._env.guild
            self._channels[where] = guild.create_text_channel(name)
        return self._channels[where]

    def _channel_of(self, channel_id: int) -> ChannelHandle:
        channel = self._env.backend.get_channel(channel_id)
        return ChannelHandle(self._env, self._guild_of(channel.guild_id), channel)

    def _guild_of(self, guild_id: int | None) -> Any:
        guilds = [self._env.guild, *self._servers.values()]
        return next((guild for guild in guilds if guild.id == guild_id), None)

    def give(self, member: str, role: str) -> None:
        """Give a member a role."""
        self._give(member, self.role(role))

    def _give(self, member: str, role: RoleHandle) -> None:
        self._env.backend.add_member_role(self.server_id, self.member(member).id, role.id)

    def appoint(self, member: str) -> None:
        """Let a member manage the server."""
        self._give(member, self._role("managers", MANAGE_SERVER))

    def speaks(self, member: str, locale: str) -> None:
        """Set a member's language."""
        self._payloads.locales[self.member(member).id] = locale

    def server_speaks(self, locale: str) -> None:
        """Set the server's language."""
        self._payloads.guild_locales[self.server_id] = locale
        self._env.backend.edit_guild(self.server_id, {"preferred_locale": locale})

    def leave(self, member: str) -> None:
        """Let a member leave."""
        self._env.guild.remove_member(self.member(member))

    def join_server(self, name: str) -> int:
        """Let another server invite the bot."""
        self._servers[name] = self._env.create_guild(name)
        return int(self._servers[name].id)

    def leave_server(self, name: str) -> None:
        """Let another server throw the bot out."""
        self._env.backend.remove_guild(self._servers.pop(name).id)

    def forbid(self, where: Where) -> None:
        """Take the bot's access to a channel away."""
        denied = simcord.backend.models.Overwrite(
            self._env.backend.bot_user.id, simcord.enums.OverwriteType.MEMBER, deny=SEES
        )
        self._channel(where, "")._channel.overwrites.append(denied)

    def remove_channel(self, where: Where) -> None:
        """Delete a channel."""
        self._env.backend.delete_channel(self.channel_id(where, ""))
        self._channels.pop(str(where), None)
