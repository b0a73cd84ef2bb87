"""SimCord's simulated Discord as a stand-in, in process: an opinion that is not ours."""

from collections import Counter
from collections.abc import Awaitable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

import simcord
import simcord.interactions
from simcord.results import ResponseMessage
from stage.checked import check_form, check_said
from stage.hall import DIRECT, ELSEWHERE, GENERAL, GROUP, Where
from stage.parts import form_of, parts_of
from stage.said import Picture, Said
from stage.sim_town import SimTown

from bot.client import WarmerClient
from bot.i18n import tongue
from bot.text import error_words

ACKNOWLEDGED = 40060
# A message, a reply, and what answers a command: the rest is said by Discord itself.
WRITTEN = {0, 19, 20, 23}


class SimHall(SimTown):
    """SimCord's simulated Discord."""

    def __init__(self, expected: list[type[BaseException]]) -> None:
        super().__init__()
        self._expected = expected
        self._edits: Counter[int] = Counter()
        self._pinged: dict[int, tuple[int, ...]] = {}
        self._redelivered = False
        self._patched = patch.object(simcord.interactions, "base_payload", self._payloads.base)

    # What members do.

    @contextmanager
    def _acting(self, member: str, where: Where) -> Iterator[Any]:
        guild = self._channel(where, member).guild
        self._payloads.private = where if where in (GROUP, ELSEWHERE) else None
        try:
            yield self._user(member) if guild is None else self._actor(member, guild)
        finally:
            self._payloads.private = None

    async def slash(self, member: str, where: Where, command: str, options: dict[str, Any]) -> Said:
        """Use a command."""
        channel = self._channel(where, member)
        with self._acting(member, where) as actor:
            if channel.guild is None:
                return self._told(await actor.slash(command, **options), where)
            return self._told(await actor.slash(channel, command, **options), where)

    async def complete(
        self,
        member: str,
        command: str,
        option: str,
        typed: str,
        given: Mapping[str, Any] = MappingProxyType({}),
    ) -> list[str]:
        """The values suggested for an option."""
        where = self._channel(GENERAL, member)
        choices = await self.member(member).autocomplete(where, command, option, typed, **given)
        return [str(choice["value"]) for choice in choices]

    async def press(self, member: str, said: Said, custom_id: str) -> Said:
        """Press a button."""
        message, where = self._message(said), said.handle[1]
        with self._acting(member, where) as actor:
            return self._told(await actor.click(message, custom_id=custom_id), where, said)

    async def choose(self, member: str, said: Said, custom_id: str, values: Sequence[Any]) -> Said:
        """Choose in a select menu."""
        message, where = self._message(said), said.handle[1]
        with self._acting(member, where) as actor:
            result = await actor.select(message, values, custom_id=custom_id)
            return self._told(result, where, said)

    async def submit(self, member: str, said: Said, values: Mapping[str, Any]) -> Said:
        """Send a form in."""
        shown, where = said.handle
        with self._acting(member, where) as actor:
            return self._told(await actor.submit_modal(shown, dict(values)), where, said)

    async def redeliver(self, client: WarmerClient) -> None:
        """Deliver the last interaction once more."""
        backend = self._env.backend
        events = (data for _, event, data in backend.transcript if event == "INTERACTION_CREATE")
        *_, last = events
        self._redelivered = True
        backend.emit("INTERACTION_CREATE", last)
        await self._env.settle()

    # What is to be seen.

    def messages(self, where: Where, member: str | None = None) -> list[Said]:
        """The messages of a channel."""
        channel = self._channel(where, member or "")
        viewer = None if member is None else self._user(member).id
        there = self._env.backend.messages.get(channel.id, {}).values()
        return [
            self._said(m, where if where in (GROUP, ELSEWHERE) else channel.id)
            for m in sorted(there, key=lambda m: m.id)
            if m.visible_to(viewer) and m.type in WRITTEN
        ]

    def direct_messages(self, member: str) -> list[Said]:
        """What the bot wrote to a member directly."""
        channel_id = self.channel_id(DIRECT, member)
        there = self._env.backend.messages.get(channel_id, {}).values()
        return [self._said(m, channel_id) for m in there if m.interaction_metadata is None]

    def threads(self, where: Where) -> dict[str, int]:
        """The threads of a channel."""
        return {str(t.name): t.id for t in self._channel(where, "").threads}

    # The play.

    def be_patient(self) -> None:
        """SimCord sees by itself when the bot is done."""

    async def outside(self, waiting: Awaitable[Any]) -> Any:
        """Await something that comes from outside: SimCord wants to be told of it."""
        return await self._env.external_wait(waiting, reason="the test holds a use case")

    async def settled(self, client: WarmerClient) -> None:
        """Wait until the bot has done what it does by itself."""
        await self._env.settle()

    async def restart(self, client: WarmerClient) -> None:
        """Let another client play."""
        if self._env is not None:
            await self._env.restart_bot(client)
            return
        self._env = simcord.Env(client, shard_count=1)
        self._patched.start()
        self._count_edits(self._env.backend)
        await self._env.start()
        self._env.create_guild()

    def _count_edits(self, backend: Any) -> None:
        edit = backend.edit_message

        def counting(channel_id: int, message_id: int, fields: Any) -> Any:
            # Nobody is notified by an edit: who was is who was at first.
            self._pinged.setdefault(message_id, _pings(backend.get_message(channel_id, message_id)))
            self._edits[message_id] += 1
            return edit(channel_id, message_id, fields)

        backend.edit_message = counting

    async def close(self) -> None:
        """End the play; whatever the bot raised must be what it has words for, or expected."""
        self._patched.stop()
        await self._env.shutdown()
        # SimCord takes an error that a command raised for a failure even where the bot answered
        # it; reading `errors` is its way to take them over.
        for error in self._env.errors:
            cause = getattr(error, "original", None) or error.__cause__ or error
            if not self._foreseen(cause):
                raise error

    def _foreseen(self, cause: BaseException) -> bool:
        # What is delivered twice is answered twice, and Discord takes only the first answer.
        twice = self._redelivered and getattr(cause, "code", 0) == ACKNOWLEDGED
        known = error_words(cause, tongue("en")) is not None
        return twice or known or isinstance(cause, tuple(self._expected))

    # From SimCord's records.

    def _message(self, said: Said) -> ResponseMessage:
        return ResponseMessage(self._env, self._env.backend.get_message(said.channel_id, said.id))

    def _told(self, result: Any, where: Where, asked: Said | None = None) -> Said:
        assert result.acknowledged, "the bot did not answer"
        if result.modal is not None:
            check_form(result.modal)
            form = form_of(result.modal)
            return Said("", None, ephemeral=True, pings=(), form=form, handle=(result, where))
        there = [m for m in (result.response, *result.followups) if m]
        if not there and asked is not None:
            there = [self._message(asked)]
        assert there, "the bot acknowledged and said nothing"
        stored = [self._env.backend.get_message(m.channel_id, m.id) for m in there]
        *before, last = stored
        return self._said(last, where, before=tuple(self._said(m, where) for m in before))

    def _said(self, stored: Any, where: Where, **more: Any) -> Said:
        thread = self._env.backend.channels.get(stored.id)
        files = tuple(map(self._picture, stored.attachments))
        check_said(stored.content, stored.embeds, stored.components, files, stored.flags)
        return Said(
            stored.content,
            stored.embeds[0] if stored.embeds else None,
            stored.is_ephemeral,
            self._pinged.get(stored.id, _pings(stored)),
            embeds=tuple(stored.embeds),
            parts=parts_of(stored.components),
            files=files,
            id=stored.id,
            channel_id=stored.channel_id,
            edits=self._edits[stored.id],
            thread=thread.name if thread else None,
            handle=(None, where),
            **more,
        )

    def _picture(self, item: Mapping[str, Any]) -> Picture:
        content = self._env.backend.cdn.get(item["url"])
        return Picture(item["filename"], content or b"", item.get("description"))


def _pings(stored: Any) -> tuple[int, ...]:
    return (*stored.ping_user_ids, *stored.ping_role_ids, *[0] * stored.mention_everyone)
