"""The connection breaks in every way it can: no guess is lost or doubled."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest

from bot.client import WarmerClient
from bot.workers import Workers

RESUMED = {
    **{str(code): lambda g, code=code: g.drop(code) for code in (1000, 4000, 4001, 4002, 4003)},
    **{str(code): lambda g, code=code: g.drop(code) for code in (4005, 4008)},
    "reset": lambda gateway: gateway.reset(),
    "op 7": lambda gateway: gateway.ask_reconnect(),
    "op 9 true": lambda gateway: gateway.invalidate(resumable=True),
}
ENDED = {
    "4007": lambda gateway: gateway.drop(4007),
    "4009": lambda gateway: gateway.drop(4009),
    "op 9 false": lambda gateway: gateway.invalidate(resumable=False),
}


def at_once(client: WarmerClient) -> None:
    """Identify without the five seconds that discord.py waits before it does so again."""

    async def hook(shard_id: int | None, *, initial: bool = False) -> None: ...

    client.before_identify_hook = hook  # type: ignore[method-assign]  # as one overrides it


@pytest.fixture
async def stage(local_stage: Any) -> AsyncIterator[Any]:
    """A stage on which the bot connects again at once."""
    local_stage.prepare.append(at_once)
    await local_stage.restart()
    local_stage.hall.local.gateway.identified = 0
    local_stage.hall.local.gateway.resumed = 0
    return local_stage


def after(stage: Any, event: str) -> "asyncio.Future[Any]":
    """Wait for an event of the client, from now on."""
    return asyncio.ensure_future(stage.client.wait_for(event, timeout=30))


def guesses(stage: Any, names: str) -> list["asyncio.Task[Any]"]:
    """Let members guess all at once."""
    return [asyncio.create_task(stage.guess(name, "river")) for name in names]


@pytest.mark.parametrize("cut", RESUMED.values(), ids=RESUMED)
async def test_resumed(stage: Any, cut: Any) -> None:
    """Guesses made around a break that can be resumed are each answered in time, and count once."""
    gateway = stage.hall.local.gateway
    for name in "abcdefgh":
        stage.hall.member(name)
    resumed = after(stage, "shard_resumed")
    early = guesses(stage, "abcd")
    await asyncio.sleep(0)
    cut(gateway)
    said = await asyncio.gather(*early, *guesses(stage, "efgh"))
    await resumed
    assert all("river" in one.title and one.acknowledged_ms < 3000 for one in said)
    assert stage.entries() == 8
    assert (gateway.identified, gateway.resumed) == (0, 1)


@pytest.mark.parametrize("cut", ENDED.values(), ids=ENDED)
async def test_session_ended(stage: Any, cut: Any) -> None:
    """After a break that ends the session the bot begins another, and boards are as they were."""
    gateway = stage.hall.local.gateway
    await stage.guess("ann", "river")
    ready = after(stage, "shard_ready")
    cut(gateway)
    await ready
    assert "2 guesses" in (await stage.guess("ann", stage.secret("ann"))).everything
    assert (gateway.identified, gateway.resumed) == (1, 0)
    assert stage.entries() == 2


async def test_cut_between_guess_and_answer(stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A guess that was taken before the break is answered although the gateway is gone."""
    call = Workers.call

    async def taken(self: Workers, *args: Any, **options: Any) -> Any:
        result = await call(self, *args, **options)
        stage.hall.local.gateway.drop(4000)
        return result

    resumed = after(stage, "shard_resumed")
    monkeypatch.setattr(Workers, "call", taken)
    said = await stage.guess("ann", "river")
    await resumed
    assert "river" in said.title
    assert stage.entries() == 1


async def test_replayed_events(stage: Any) -> None:
    """What Discord replays although the bot had it already is not counted again."""
    await stage.guess("ann", "river")
    resumed = after(stage, "shard_resumed")
    stage.hall.local.gateway.drop(4000)
    stage.hall.local.redeliver()
    await resumed
    await stage.redeliver()
    assert stage.entries() == 1
    assert len(stage.channel_messages("general", "ann")) == 1


async def test_unanswered_heartbeats(stage: Any) -> None:
    """A connection on which Discord has fallen silent is given up and resumed, with its guesses."""
    local = stage.hall.local
    gateway = local.gateway
    gateway._heartbeat_s = 0.05
    stage.prepare.append(lambda client: setattr(client._connection, "heartbeat_timeout", 0.3))
    await stage.restart()
    for name in "ab":
        stage.hall.member(name)
    resumed = after(stage, "shard_resumed")
    local.faults.heartbeats_unanswered = True
    early = guesses(stage, "a")
    await resumed
    local.faults.heartbeats_unanswered = False
    said = await asyncio.gather(*early, *guesses(stage, "b"))
    assert all("river" in one.title for one in said)
    assert stage.entries() == 2


async def test_gateway_down_at_the_resume(stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the gateway is down when the bot comes back, it comes back later; all counts once."""
    local = stage.hall.local
    await stage.guess("ann", "river")
    ready = after(stage, "shard_ready")
    monkeypatch.setattr("discord.backoff.ExponentialBackoff.delay", lambda _: 0.0)
    local.faults.refuse_gateway(503, times=3)
    local.gateway.drop(4000)
    await ready
    assert local.faults.refused_connections == []
    assert "lake" in (await stage.guess("ann", "lake")).title
    assert stage.entries() == 2


BROKEN: list[tuple[str, Any]] = [
    ("INTERACTION_CREATE", {"id": "1"}),
    ("INTERACTION_CREATE", {"id": "1", "type": 2, "token": "t", "data": None}),
    ("INTERACTION_CREATE", []),
    ("GUILD_CREATE", {}),
    ("GUILD_DELETE", {"id": "not a number"}),
    ("CHANNEL_UPDATE", {"id": None}),
    ("GUILD_ROLE_CREATE", "text"),
    ("NOBODY_KNOWS_THIS", {"id": "1"}),
]


@pytest.mark.parametrize(("event", "data"), BROKEN)
async def test_events_that_cannot_be_read(stage: Any, event: str, data: Any) -> None:
    """An event without its fields is left out, and the connection stays as it is."""
    gateway = stage.hall.local.gateway
    gateway.dispatch(event, data, guild_id=stage.hall.server_id)
    assert "river" in (await stage.guess("ann", "river")).title
    assert (gateway.identified, gateway.resumed) == (0, 0)
    assert not stage.client.is_closed()


async def test_component_of_another_age(stage: Any) -> None:
    """A press whose custom id means nothing any more is answered, at once and kindly."""
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Old", custom_id="w0:gone:by"))
    await stage.client.get_channel(stage.hall.local.channel_id).send("old", view=view)
    local = stage.hall.local
    reply = await local.click(stage.hall.member("ann"), local.messages()[0], "w0:gone:by")
    assert reply.acknowledged_ms is not None
    assert reply.messages[0].ephemeral
