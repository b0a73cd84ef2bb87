"""The little world behind local Discord: servers, channels, people and messages."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.local.errors import UnknownTarget
from bot.local.exchange import EPHEMERAL, Attachment, Person, SentMessage
from bot.local.snowflakes import Snowflakes

Json = dict[str, Any]
Listener = Callable[[SentMessage], None]

TEXT, DIRECT, GROUP, THREAD = 0, 1, 3, 11
LOADING = 1 << 7
KEPT_MESSAGES, KEPT_UPLOADS = 10_000, 10


@dataclass(slots=True)
class Channel:
    """A text channel, direct message (`recipient_id`), group chat or thread (`parent_id`).

    `denied` are the permission bits that the bot lacks there.
    """

    id: int
    name: str
    kind: int = TEXT
    guild_id: int | None = None
    parent_id: int | None = None
    recipient_id: int | None = None
    denied: int = 0
    archived: bool = False
    locked: bool = False
    message_ids: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Role:
    """A role of a server; `permissions` are added to those that everyone has."""

    id: int
    name: str
    mentionable: bool = True
    permissions: int = 0


@dataclass(slots=True)
class Guild:
    """A server; `members` maps a person's id to the ids of their roles.

    Unless `joined` the bot is not there: only people who installed it for themselves use it.
    """

    id: int
    name: str
    owner_id: int
    joined: bool = True
    locale: str = "en-US"
    system_channel_id: int | None = None
    roles: dict[int, Role] = field(default_factory=dict)
    channel_ids: list[int] = field(default_factory=list)
    members: dict[int, set[int]] = field(default_factory=dict)


@dataclass(slots=True)
class StoredMessage:
    """A message as the server keeps it; `sent` gives the person's view of it."""

    id: int
    channel_id: int
    created: float
    content: str = ""
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    flags: int = 0
    edits: int = 0
    edited: float | None = None
    deleted: bool = False
    allowed_mentions: Json | None = None
    pings: tuple[int, ...] = ()
    viewer_id: int | None = None
    interaction_id: int | None = None
    interaction: Json | None = None
    nonce: str | None = None
    replied_to: int | None = None
    kind: int = 0

    @property
    def loading(self) -> bool:
        """Whether it still says "thinking…"."""
        return bool(self.flags & LOADING)

    @property
    def ephemeral(self) -> bool:
        """Whether only `viewer_id` can see it."""
        return bool(self.flags & EPHEMERAL)

    def sent(self) -> SentMessage:
        """Return an immutable copy."""
        return SentMessage(
            id=self.id,
            channel_id=self.channel_id,
            content=self.content,
            embeds=tuple(self.embeds),
            components=tuple(self.components),
            attachments=tuple(self.attachments),
            flags=self.flags,
            edits=self.edits,
            deleted=self.deleted,
            allowed_mentions=self.allowed_mentions,
            pings=self.pings,
            viewer_id=self.viewer_id if self.ephemeral else None,
            interaction_id=self.interaction_id,
        )


class World:
    """Everything that exists on this local Discord, by id."""

    def __init__(self, clock: Callable[[], float], ids: Snowflakes, bot_name: str) -> None:
        self.clock = clock
        self.ids = ids
        self.bot_name = bot_name
        self.application_id = ids.of("application")
        self.owner_id = ids.of("owner")
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.people: dict[int, Person] = {}
        self.messages: dict[int, StoredMessage] = {}
        self.nonces: dict[tuple[int, str], int] = {}
        self.uploads: dict[int, Attachment] = {}
        self.on_message: list[Listener] = []
        self.on_edit: list[Listener] = []

    def guild(self, guild_id: int) -> Guild:
        """Return a server. Raises UnknownTarget."""
        try:
            return self.guilds[guild_id]
        except KeyError:
            raise UnknownTarget(str(guild_id)) from None

    def channel(self, channel_id: int) -> Channel:
        """Return a channel, thread or direct message. Raises UnknownTarget."""
        try:
            return self.channels[channel_id]
        except KeyError:
            raise UnknownTarget(str(channel_id)) from None

    def add_guild(self, name: str, *, joined: bool = True) -> Guild:
        """Make a server that everyone is in, with its @everyone role and no channels."""
        guild = Guild(self.ids.of(f"server {name}"), name, self.owner_id, joined)
        guild.roles[guild.id] = Role(guild.id, "@everyone")
        guild.members = {person_id: set() for person_id in self.people}
        self.guilds[guild.id] = guild
        return guild

    def add_channel(self, guild_id: int, name: str) -> Channel:
        """Make a text channel in a server."""
        channel = Channel(self.ids.of(f"channel {guild_id} {name}"), name, guild_id=guild_id)
        self.guild(guild_id).channel_ids.append(channel.id)
        self.channels[channel.id] = channel
        return channel

    def add_thread(self, parent: Channel, name: str, thread_id: int | None = None) -> Channel:
        """Make a public thread below a channel; a message's thread has the message's id."""
        thread = Channel(
            thread_id or self.ids.next(),
            name,
            kind=THREAD,
            guild_id=parent.guild_id,
            parent_id=parent.id,
        )
        self.channels[thread.id] = thread
        return thread

    def direct_channel(self, person_id: int) -> Channel:
        """Return the direct message channel with a person, made on first use."""
        for channel in self.channels.values():
            if channel.recipient_id == person_id:
                return channel
        channel_id = self.ids.of(f"direct {person_id}")
        channel = Channel(channel_id, "", kind=DIRECT, recipient_id=person_id)
        self.channels[channel.id] = channel
        return channel

    def group_channel(self, name: str) -> Channel:
        """Return the group chat of that name, which everyone is in, made on first use."""
        for channel in self.channels.values():
            if channel.kind == GROUP and channel.name == name:
                return channel
        channel = Channel(self.ids.of(f"group {name}"), name, kind=GROUP)
        self.channels[channel.id] = channel
        return channel

    def threads(self, channel_id: int) -> list[Channel]:
        """Return the threads below a channel, the oldest first."""
        return [c for c in self.channels.values() if c.parent_id == channel_id]

    def add_person(self, name: str, *, admin: bool) -> Person:
        """Make a person who is a member of every server."""
        person = Person(self.ids.of(f"person {name}"), name, admin)
        self.people[person.id] = person
        for guild in self.guilds.values():
            guild.members[person.id] = set()
        return person

    def remove_channel(self, channel_id: int) -> Channel:
        """Take a channel away with its messages. Raises UnknownTarget."""
        channel = self.channel(channel_id)
        del self.channels[channel_id]
        for message_id in channel.message_ids:
            self.messages.pop(message_id, None)
        if channel.guild_id is not None and channel.kind == TEXT:
            self.guild(channel.guild_id).channel_ids.remove(channel_id)
        return channel

    def store(self, message: StoredMessage) -> None:
        """Keep a new message and tell the listeners, unless it is still loading.

        A channel keeps its last 10,000 messages.
        """
        self.messages[message.id] = message
        history = self.channels[message.channel_id].message_ids
        history.append(message.id)
        if len(history) > KEPT_MESSAGES:
            del self.messages[history.pop(0)]
        if not message.loading:
            self.announce(message)

    def keep_upload(self, file: Attachment) -> None:
        """Keep a file that came with a command, for the bot to fetch; the last ten are kept."""
        self.uploads[file.id] = file
        for old in list(self.uploads)[:-KEPT_UPLOADS]:
            del self.uploads[old]

    def announce(self, message: StoredMessage) -> None:
        """Tell the listeners of a message that has appeared."""
        if self.on_message:
            self._tell(self.on_message, message)

    def announce_edit(self, message: StoredMessage) -> None:
        """Tell the listeners of a message that was edited or deleted."""
        if self.on_edit:
            self._tell(self.on_edit, message)

    def history(self, channel_id: int, viewer_id: int | None) -> list[StoredMessage]:
        """Return what a person sees in a channel, oldest first; None sees the public messages."""
        kept = (self.messages[i] for i in self.channel(channel_id).message_ids)
        return [m for m in kept if visible(m, viewer_id)]

    @staticmethod
    def _tell(listeners: list[Listener], message: StoredMessage) -> None:
        sent = message.sent()
        for listener in tuple(listeners):
            listener(sent)


def visible(message: StoredMessage, viewer_id: int | None) -> bool:
    """Whether a person sees the message (ephemeral ones only their owner, loading ones nobody)."""
    if message.deleted or message.loading:
        return False
    return not message.ephemeral or (viewer_id is not None and message.viewer_id == viewer_id)
