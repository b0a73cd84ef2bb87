"""What is there on local Discord, to look at and to change: people, places, messages."""

import re
from collections.abc import Callable

from bot.local import payloads
from bot.local.errors import UnknownTarget
from bot.local.exchange import Attachment, Person, SentMessage
from bot.local.gateway import GUILDS, Gateway
from bot.local.permissions import NAMES
from bot.local.state import Channel, Guild, Listener, Role, World


class Town:
    """The servers, channels, roles, members and messages; changes are told to the bot."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self.gateway = gateway
        self.guild_id = world.add_guild("Warmer local").id
        self.channel_id = world.add_channel(self.guild_id, "general").id

    @property
    def application_id(self) -> int:
        """The id of the bot and its application."""
        return self._world.application_id

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone, in the order they came."""
        return tuple(self._world.people.values())

    def channels(self, guild_id: int | None = None) -> tuple[Channel, ...]:
        """Return a server's text channels. Raises UnknownTarget."""
        ids = self._world.guild(guild_id or self.guild_id).channel_ids
        return tuple(self._world.channels[i] for i in ids)

    def add_person(self, name: str, *, admin: bool = False) -> Person:
        """Add a member of every server."""
        return self._world.add_person(name, admin=admin)

    def remove_person(self, person: Person) -> None:
        """Let a person leave every server."""
        for guild in self._world.guilds.values():
            guild.members.pop(person.id, None)

    def add_guild(self, name: str, *, joined: bool = True, greets: bool = False) -> int:
        """Add a server with a #general channel, and return its id.

        The bot is told, unless it has not `joined`: then only people who installed it for
        themselves can use it there. One that `greets` does so in #general, its system channel.
        """
        guild = self._world.add_guild(name, joined=joined)
        general = self._world.add_channel(guild.id, "general")
        guild.system_channel_id = general.id if greets else None
        if not joined:
            return guild.id
        # Discord says `unavailable: false` only of servers it announced in READY.
        data = payloads.guild_create(guild, self._world)
        del data["unavailable"]
        self.gateway.dispatch("GUILD_CREATE", data, guild_id=guild.id, intent=GUILDS)
        return guild.id

    def remove_guild(self, guild_id: int) -> None:
        """Throw the bot out of a server. Raises UnknownTarget."""
        guild = self._world.guild(guild_id)
        for channel_id in tuple(guild.channel_ids):
            self._world.remove_channel(channel_id)
        del self._world.guilds[guild_id]
        gone = {"id": str(guild_id)}
        self.gateway.dispatch("GUILD_DELETE", gone, guild_id=guild_id, intent=GUILDS)

    def add_channel(self, name: str, *, guild_id: int | None = None) -> int:
        """Add a text channel, tell the bot, and return its id. Raises UnknownTarget."""
        channel = self._world.add_channel(guild_id or self.guild_id, name)
        self._tell_channel("CHANNEL_CREATE", channel)
        return channel.id

    def remove_channel(self, channel_id: int) -> None:
        """Delete a channel and tell the bot. Raises UnknownTarget."""
        self._tell_channel("CHANNEL_DELETE", self._world.remove_channel(channel_id))

    def forbid_channel(self, channel_id: int, *, forbidden: bool = True) -> None:
        """Take away (or give back) the bot's access: requests get 403 "Missing Access"."""
        self.deny(channel_id, *(["view"] if forbidden else []))

    def deny(self, channel_id: int, *permissions: str) -> None:
        """Take exactly these from the bot in a channel (names as in permissions.NAMES).

        In a direct message channel without "send" the person has closed their messages.
        """
        channel = self._world.channel(channel_id)
        channel.denied = sum(NAMES[name] for name in permissions)
        if channel.guild_id is not None:
            self._tell_channel("CHANNEL_UPDATE", channel)

    def set_guild_locale(self, locale: str, *, guild_id: int | None = None) -> None:
        """Set the language of a server, such as "fr", and tell the bot; it is "en-US" at first."""
        guild: Guild = self._world.guild(guild_id or self.guild_id)
        guild.locale = locale
        data = payloads.guild(guild)
        self.gateway.dispatch("GUILD_UPDATE", data, guild_id=guild.id, intent=GUILDS)

    def add_role(self, name: str, *, guild_id: int | None = None, permissions: int = 0) -> int:
        """Add a role to a server, tell the bot, and return its id. Raises UnknownTarget."""
        guild: Guild = self._world.guild(guild_id or self.guild_id)
        role = Role(self._world.ids.next(), name, permissions=permissions)
        guild.roles[role.id] = role
        data = {"guild_id": str(guild.id), "role": payloads.role(role, guild)}
        self.gateway.dispatch("GUILD_ROLE_CREATE", data, guild_id=guild.id, intent=GUILDS)
        return role.id

    def give_role(self, person: Person, role_id: int, *, guild_id: int | None = None) -> None:
        """Give a member a role. Raises UnknownTarget."""
        guild = self._world.guild(guild_id or self.guild_id)
        if role_id not in guild.roles or person.id not in guild.members:
            raise UnknownTarget(str(role_id))
        guild.members[person.id].add(role_id)

    def roles(self, guild_id: int | None = None) -> tuple[Role, ...]:
        """Return a server's roles, @everyone first. Raises UnknownTarget."""
        return tuple(self._world.guild(guild_id or self.guild_id).roles.values())

    def threads(self, channel_id: int | None = None) -> tuple[Channel, ...]:
        """Return the threads below a channel, the oldest first."""
        return tuple(self._world.threads(channel_id or self.channel_id))

    def group_channel(self, name: str) -> int:
        """Return the id of a group chat with everyone in it; the bot itself is not."""
        return self._world.group_channel(name).id

    def direct_channel(self, person: Person) -> int:
        """Return the id of the direct message channel with a person."""
        return self._world.direct_channel(person.id).id

    def name_of(self, some_id: int) -> str | None:
        """Return the name of a person, the bot, a channel, a role or a server, None if unknown."""
        world = self._world
        if some_id == world.application_id:
            return world.bot_name
        for shelf in (world.people, world.channels, world.guilds):
            if some_id in shelf:
                return shelf[some_id].name
        roles = (guild.roles.get(some_id) for guild in world.guilds.values())
        return next((role.name for role in roles if role is not None), None)

    def upload(self, filename: str, content: bytes) -> Attachment:
        """Return a file to give with an option, under the name that Discord makes of its own.

        Only then is it kept, and its address answered.
        """
        plain = re.sub(r"[^\w.-]", "", re.sub(r"\s+", "_", filename))
        return Attachment(self._world.ids.next(), plain or "file", content)

    def messages(
        self, channel_id: int | None = None, viewer: Person | None = None
    ) -> list[SentMessage]:
        """Return what a person sees in a channel, oldest first; ephemeral ones only their own."""
        kept = self._world.history(channel_id or self.channel_id, viewer.id if viewer else None)
        return [m.sent() for m in kept]

    def on_message(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` for each message that appears; call the result to stop."""
        return _subscribe(self._world.on_message, listener)

    def on_edit(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` for each message edited or deleted; call the result to stop."""
        return _subscribe(self._world.on_edit, listener)

    def _tell_channel(self, event: str, channel: Channel) -> None:
        data = payloads.channel(channel, self._world)
        self.gateway.dispatch(event, data, guild_id=channel.guild_id, intent=GUILDS)


def _subscribe(listeners: list[Listener], listener: Listener) -> Callable[[], None]:
    listeners.append(listener)
    return lambda: listeners.remove(listener)
