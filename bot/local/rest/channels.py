"""Routes of channels, their messages and threads."""

from collections.abc import Callable

from bot.local import message_payloads, payloads, posting
from bot.local.apierror import ApiError, refuse, unknown
from bot.local.gateway import DIRECT_MESSAGES, GUILD_MESSAGES, GUILDS, Gateway
from bot.local.permissions import CREATE_THREADS, require, to_send
from bot.local.rest.call import Call, Route
from bot.local.state import DIRECT, THREAD, Channel, Json, StoredMessage, World
from bot.local.validation.problems import Problems

CHANNEL, MESSAGES = "/channels/{channel_id}", "/channels/{channel_id}/messages"
MESSAGE = "/channels/{channel_id}/messages/{message_id}"
NONCE_LIFE_S = 300


class ChannelRoutes:
    """Messages the bot posts on its own, and the channels it posts them to."""

    def __init__(self, world: World, gateway: Gateway, cdn: Callable[[], str]) -> None:
        self._world = world
        self._gateway = gateway
        self._cdn = cdn

    def routes(self) -> list[Route]:
        """Return the routes."""
        return [
            Route("POST", MESSAGES, self.post),
            Route("GET", MESSAGES, self.history),
            Route("GET", MESSAGE, self.get_message),
            Route("PATCH", MESSAGE, self.edit_message),
            Route("DELETE", MESSAGE, self.delete_message),
            Route("POST", f"{MESSAGE}/threads", self.thread_on_message),
            Route("POST", f"{CHANNEL}/threads", self.thread),
            Route("POST", f"{CHANNEL}/typing", self.typing),
            Route("GET", CHANNEL, self.get),
            Route("PATCH", CHANNEL, self.edit),
            Route("DELETE", CHANNEL, self.delete),
        ]

    def post(self, call: Call) -> Json:
        """Post a message; an enforced nonce that was used lately returns the first message."""
        channel = self._channel(call)
        embeds, files = bool(call.json.get("embeds")), bool(call.files)
        require(self._world, channel, to_send(channel, embeds=embeds, files=files))
        nonce = call.json.get("nonce")
        if call.json.get("enforce_nonce") and (twin := self._twin(channel, str(nonce))):
            return self._json(twin)
        reference = call.json.get("message_reference") or {}
        replied = int(reference["message_id"]) if reference.get("message_id") else None
        message = posting.create(
            self._world,
            channel,
            call.draft,
            nonce=nonce,
            replied_to=replied,
            kind=19 if replied else 0,
        )
        if nonce is not None:
            self._world.nonces[channel.id, str(nonce)] = message.id
        self._tell("MESSAGE_CREATE", channel, lambda: self._json(message))
        return self._json(message)

    def history(self, call: Call) -> list[Json]:
        """Return public messages, newest first."""
        kept = self._world.history(self._channel(call).id, None)[::-1]
        before, after = int(call.query.get("before", 0)), int(call.query.get("after", 0))
        kept = [m for m in kept if m.id > after and (not before or m.id < before)]
        limit = int(call.query.get("limit", 50))
        return [self._json(m) for m in (kept[-limit:] if after else kept[:limit])]

    def get_message(self, call: Call) -> Json:
        """Return one public message."""
        return self._json(self._message(call))

    def edit_message(self, call: Call) -> Json:
        """Edit a message."""
        message = self._message(call)
        posting.edit(self._world, message, call.draft)
        channel = self._world.channels[message.channel_id]
        self._tell("MESSAGE_UPDATE", channel, lambda: self._json(message))
        return self._json(message)

    def delete_message(self, call: Call) -> None:
        """Delete a message."""
        message = self._message(call)
        posting.delete(self._world, message)
        channel = self._world.channels[message.channel_id]
        gone = {"id": str(message.id), "channel_id": str(message.channel_id)}
        self._tell("MESSAGE_DELETE", channel, lambda: gone)

    def thread_on_message(self, call: Call) -> Json:
        """Start the thread of a message, which has the message's id."""
        message = self._message(call)
        if message.id in self._world.channels:
            raise ApiError(400, 160004, "A thread has already been created for this message")
        return self._start_thread(self._channel(call), call, message.id)

    def thread(self, call: Call) -> Json:
        """Start a public thread."""
        return self._start_thread(self._channel(call), call, None)

    def typing(self, call: Call) -> None:
        """Say that the bot is typing."""
        self._channel(call)

    def get(self, call: Call) -> Json:
        """Return a channel."""
        return payloads.channel(self._channel(call), self._world)

    def edit(self, call: Call) -> Json:
        """Rename, archive or lock."""
        channel = self._channel(call)
        channel.name = call.json.get("name", channel.name)
        channel.archived = call.json.get("archived", channel.archived)
        channel.locked = call.json.get("locked", channel.locked)
        data = payloads.channel(channel, self._world)
        event = "THREAD_UPDATE" if channel.kind == THREAD else "CHANNEL_UPDATE"
        self._gateway.dispatch(event, data, guild_id=channel.guild_id, intent=GUILDS)
        return data

    def delete(self, call: Call) -> Json:
        """Delete a channel or thread."""
        channel = self._channel(call)
        data = payloads.channel(channel, self._world)
        if channel.kind != DIRECT:
            self._world.remove_channel(channel.id)
            event = "THREAD_DELETE" if channel.kind == THREAD else "CHANNEL_DELETE"
            self._gateway.dispatch(event, data, guild_id=channel.guild_id, intent=GUILDS)
        return data

    def _channel(self, call: Call) -> Channel:
        channel = self._world.channels.get(call.id("channel_id"))
        if channel is None:
            raise unknown("Channel")
        require(self._world, channel)
        return channel

    def _message(self, call: Call) -> StoredMessage:
        return posting.find(self._world, self._channel(call).id, call.id("message_id"))

    def _twin(self, channel: Channel, nonce: str) -> StoredMessage | None:
        message = self._world.messages.get(self._world.nonces.get((channel.id, nonce), 0))
        if message is None or self._world.clock() - message.created > NONCE_LIFE_S:
            return None
        return message

    def _start_thread(self, parent: Channel, call: Call, thread_id: int | None) -> Json:
        require(self._world, parent, CREATE_THREADS)
        name = str(call.json.get("name") or "")
        problems = Problems()
        problems.length(("name",), name, 1, 100)
        refuse(problems)
        thread = self._world.add_thread(parent, name, thread_id)
        data = payloads.channel(thread, self._world)
        event = data | {"newly_created": True}
        self._gateway.dispatch("THREAD_CREATE", event, guild_id=thread.guild_id, intent=GUILDS)
        return data

    def _tell(self, event: str, channel: Channel, data: Callable[[], Json]) -> None:
        intent = GUILD_MESSAGES if channel.guild_id else DIRECT_MESSAGES
        if self._gateway.wanted(channel.guild_id, intent):
            where = {"guild_id": str(channel.guild_id)} if channel.guild_id else {}
            self._gateway.dispatch(event, data() | where, guild_id=channel.guild_id, intent=intent)

    def _json(self, message: StoredMessage) -> Json:
        return message_payloads.message(message, self._world, self._cdn())
