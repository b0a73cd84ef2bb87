"""Our local Discord as a stand-in, over real sockets."""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from discord.webhook.async_ import AsyncWebhookAdapter, async_context
from stage.checked import check_form, check_said
from stage.hall import DIRECT, Where
from stage.local_town import LocalTown, plain
from stage.parts import form_of, parts_of
from stage.said import Picture, Said

from bot.client import WarmerClient
from bot.local import payloads
from bot.local.exchange import Reply, SentMessage
from bot.local.pairing import running
from bot.local.server import LocalDiscord
from bot.local.state import Channel

# discord.py's tasks that answer an interaction begin so; the bot's own may too.
HANDLERS = ("CommandTree-invoker", "discord")


class LocalHall(LocalTown):
    """Our local Discord, over real sockets."""

    def __init__(self, local: LocalDiscord) -> None:
        super().__init__(local)
        self._playing = AsyncExitStack()

    async def slash(self, member: str, where: Where, command: str, options: dict[str, Any]) -> Said:
        """Use a command."""
        here = self.channel_id(where, member)
        given = {name: plain(value) for name, value in options.items()}
        return self._told(
            await self.local.slash(self.member(member), command, given, channel_id=here)
        )

    async def complete(
        self,
        member: str,
        command: str,
        option: str,
        typed: str,
        given: Mapping[str, Any] = MappingProxyType({}),
    ) -> list[str]:
        """The values suggested for an option."""
        filled = {**given, option: typed}
        choices = await self.local.complete(self.member(member), command, filled, option)
        return [str(choice.value) for choice in choices]

    async def press(self, member: str, said: Said, custom_id: str) -> Said:
        """Press a button."""
        reply = await self.local.click(self.member(member), said.id, custom_id)
        return self._told(reply, said)

    async def choose(self, member: str, said: Said, custom_id: str, values: Sequence[Any]) -> Said:
        """Choose in a select menu."""
        chosen = [plain(value) for value in values]
        reply = await self.local.select(self.member(member), said.id, custom_id, chosen)
        return self._told(reply, said)

    async def submit(self, member: str, said: Said, values: Mapping[str, Any]) -> Said:
        """Send a form in."""
        assert said.form is not None, "the bot opened no form"
        reply = await self.local.submit(self.member(member), said.form.custom_id, values)
        return self._told(reply, said)

    async def redeliver(self, client: WarmerClient) -> None:
        """Deliver the last interaction once more."""
        before = asyncio.all_tasks()
        self.local.redeliver()
        await self._heard(client)
        while fresh := [
            t for t in asyncio.all_tasks() - before if t.get_name().startswith(HANDLERS)
        ]:
            await asyncio.wait(fresh)
        await client.flights.landed(30)
        await self.local.wait_idle()

    async def _heard(self, client: WarmerClient) -> None:
        # Events come in order: when this one has arrived, all before it have.
        server = self.local._world.guild(self.server_id)
        role = payloads.role(server.roles[server.id], server)
        heard = asyncio.ensure_future(client.wait_for("guild_role_update", timeout=30))
        data = {"guild_id": str(server.id), "role": role}
        self.local.gateway.dispatch("GUILD_ROLE_UPDATE", data, guild_id=server.id)
        await heard

    def messages(self, where: Where, member: str | None = None) -> list[Said]:
        """The messages of a channel."""
        viewer = None if member is None else self.member(member)
        there = self.local.messages(self.channel_id(where, member or ""), viewer)
        return [self._said(message) for message in there]

    def direct_messages(self, member: str) -> list[Said]:
        """What the bot wrote to a member directly."""
        there = self.local.messages(self.channel_id(DIRECT, member))
        return [self._said(message) for message in there if message.interaction_id is None]

    def threads(self, where: Where) -> dict[str, int]:
        """The threads of a channel."""
        return {t.name: t.id for t in self.local.threads(self.channel_id(where, ""))}

    def be_patient(self) -> None:
        """Wait half a second."""
        self.local.patience(settle_s=0.5)

    async def outside(self, waiting: Awaitable[Any]) -> Any:
        """Await something that comes from outside."""
        return await waiting

    async def settled(self, client: WarmerClient) -> None:
        """Wait until the bot has heard and done everything so far."""
        await self._heard(client)
        await client.flights.landed(30)
        await self.local.wait_idle()

    async def restart(self, client: WarmerClient) -> None:
        """Let another client play."""
        await self._playing.aclose()
        # A scene of SimCord's that ended badly leaves its own way of answering behind.
        async_context.set(AsyncWebhookAdapter())
        await self._playing.enter_async_context(running(client, self.local))

    async def close(self) -> None:
        """End the play."""
        await self._playing.aclose()

    def _told(self, reply: Reply, asked: Said | None = None) -> Said:
        assert reply.acknowledged_ms is not None, "the bot did not answer in time"
        took = {"acknowledged_ms": reply.acknowledged_ms}
        if reply.modal is not None:
            modal = asdict(reply.modal) | {"components": list(reply.modal.components)}
            check_form(modal)
            return Said("", None, ephemeral=True, pings=(), form=form_of(modal), **took)
        there = [message for message in reply.messages if not message.deleted]
        if not there and asked is not None:
            there = [m.sent() for m in (self.local._world.messages[asked.id],) if not m.deleted]
        assert there, "the bot acknowledged and said nothing"
        *before, last = there
        return self._said(last, before=tuple(map(self._said, before)), **took)

    def _said(self, message: SentMessage, **more: Any) -> Said:
        thread: Channel | None = self.local._world.channels.get(message.id)
        files = tuple(Picture(f.filename, f.content, f.description) for f in message.attachments)
        check_said(message.content, message.embeds, message.components, files, message.flags)
        return Said(
            message.content,
            message.embeds[0] if message.embeds else None,
            message.ephemeral,
            message.pings,
            embeds=message.embeds,
            parts=parts_of(message.components),
            files=files,
            id=message.id,
            channel_id=message.channel_id,
            edits=message.edits,
            thread=thread.name if thread else None,
            **more,
        )
