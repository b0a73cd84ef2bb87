"""Connections that break and come back: nothing is lost and nothing comes twice."""

import asyncio
from collections import Counter
from typing import Any

import aiohttp
import discord
import pytest

from bot.local.exchange import Person
from bot.local.server import LocalDiscord


async def burst(local: LocalDiscord, ada: Person, cut: Any) -> list[Any]:
    """Send twenty commands at once and break the connection among them; return the replies."""
    tasks = [asyncio.create_task(local.slash(ada, "do")) for _ in range(10)]
    await asyncio.sleep(0)
    cut()
    tasks += [asyncio.create_task(local.slash(ada, "do")) for _ in range(10)]
    return await asyncio.gather(*tasks)


@pytest.mark.parametrize(
    "cut",
    [
        lambda gateway: gateway.drop(4000),
        lambda gateway: gateway.drop(1000),
        lambda gateway: gateway.drop(4008),
        lambda gateway: gateway.reset(),
        lambda gateway: gateway.ask_reconnect(),
        lambda gateway: gateway.invalidate(resumable=True),
    ],
    ids=["4000", "1000", "4008", "reset", "op7", "op9-true"],
)
async def test_resume_loses_and_doubles_nothing(
    local: LocalDiscord, bot: Any, ada: Person, after: Any, cut: Any
) -> None:
    """Commands sent around a broken connection each run exactly once, after a resume."""
    local.patience(ack_s=5.0)
    resumed = after(bot, "shard_resumed")
    replies = await burst(local, ada, lambda: cut(local.gateway))
    await resumed
    assert Counter(bot.calls) == Counter(r.interaction_id for r in replies)
    assert all(r.messages[0].content == "pong" for r in replies)
    assert (local.gateway.identified, local.gateway.resumed) == (1, 1)


async def test_invalid_session_identifies_again(
    local: LocalDiscord, bot: Any, ada: Person, after: Any
) -> None:
    """Op 9 false: a new session, new server data, and commands work again."""
    ready = after(bot, "shard_ready")
    local.gateway.invalidate(resumable=False)
    await ready
    assert (local.gateway.identified, local.gateway.resumed) == (2, 0)
    assert (await local.slash(ada, "do")).messages[0].content == "pong"


async def test_session_that_timed_out_is_not_resumed(
    local: LocalDiscord, bot: Any, ada: Person, after: Any
) -> None:
    """After close code 4009 a resume is answered with op 9 false, and the bot identifies again."""
    ready = after(bot, "shard_ready")
    local.gateway.drop(4009)
    await ready
    assert (local.gateway.identified, local.gateway.resumed) == (2, 0)


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013])
async def test_fatal_close_codes_end_the_client(
    local: LocalDiscord, make_bot: Any, code: Any
) -> None:
    """The codes that forbid a reconnect make the client's start raise ConnectionClosed."""
    client = make_bot()
    with local.pointed():
        async with client:
            run = asyncio.create_task(client.start(local.token))
            await client.wait_until_ready()
            local.gateway.drop(code)
            with pytest.raises(discord.ConnectionClosed) as caught:
                await run
    assert caught.value.code == code


async def test_privileged_intents_are_refused(local: LocalDiscord, make_bot: Any) -> None:
    """Message content is not granted to this bot: close code 4014."""
    intents = discord.Intents(guilds=True, message_content=True)
    with local.pointed():
        async with make_bot(intents=intents) as client:
            with pytest.raises(discord.PrivilegedIntentsRequired):
                await client.start(local.token)


async def test_unanswered_heartbeats_lead_to_a_resume(
    clock: Any, make_bot: Any, run_bot: Any, after: Any
) -> None:
    """A connection that falls silent is given up by the client and resumed."""
    async with local_with_heartbeats(clock) as local:
        ada = local.add_person("Ada")
        async with run_bot(make_bot(heartbeat_timeout=0.3), local) as bot:
            resumed = after(bot, "shard_resumed")
            local.faults.heartbeats_unanswered = True
            await resumed
            local.faults.heartbeats_unanswered = False
            assert local.gateway.resumed >= 1
            assert (await local.slash(ada, "do")).messages[0].content == "pong"


def local_with_heartbeats(clock: Any) -> LocalDiscord:
    """Return a server that asks for a heartbeat every 50 ms."""
    return LocalDiscord(clock=clock, settle_s=0.0, heartbeat_s=0.05)


async def test_bot_without_intents_gets_commands(
    local: LocalDiscord, ada: Person, make_bot: Any, run_bot: Any
) -> None:
    """Intents.none() hears no servers, and interactions all the same."""
    async with run_bot(make_bot(intents=discord.Intents.none()), local) as bot:
        assert all(g.unavailable for g in bot.guilds)
        assert (await local.slash(ada, "do")).messages[0].content == "pong"


async def test_shards_share_the_servers(clock: Any, make_bot: Any, run_bot: Any) -> None:
    """With several shards each server's events go to its own shard and to no other."""
    async with LocalDiscord(clock=clock, settle_s=0.0, shards=3) as local:
        ada = local.add_person("Ada")
        for number in range(4):
            clock.now += 0.001
            local.add_guild(f"Server {number}")
        async with run_bot(make_bot(), local) as bot:
            await local.wait_ready()
            assert set(bot.shards) == {0, 1, 2}
            assert len(bot.guilds) == 5
            assert {g.shard_id for g in bot.guilds} == {0, 1, 2}
            for guild in bot.guilds:
                await local.slash(ada, "do", guild=guild.id)
        assert len(bot.calls) == len(set(bot.calls)) == 5


async def test_bot_hears_of_servers_channels_and_roles(
    local: LocalDiscord, bot: Any, after: Any
) -> None:
    """What is added and removed while the bot runs reaches it."""
    joined = after(bot, "guild_join")
    other = local.add_guild("Elsewhere")
    await joined
    made = after(bot, "guild_channel_create")
    hall = local.add_channel("hall", guild_id=other)
    await made
    assert bot.get_channel(hall).name == "hall"
    gone = after(bot, "guild_channel_delete")
    local.remove_channel(hall)
    await gone
    left = after(bot, "guild_remove")
    local.remove_guild(other)
    await left
    assert bot.get_guild(other) is None


async def test_gateway_that_is_down_at_first(
    local: LocalDiscord, ada: Person, make_bot: Any, run_bot: Any, monkeypatch: Any
) -> None:
    """A sharded client keeps trying while the gateway answers 503, and then comes up."""
    local.faults.refuse_gateway(503)
    waited = []

    async def at_once(seconds: float, *_: object) -> None:
        waited.append(seconds)

    monkeypatch.setattr("discord.shard.asyncio.sleep", at_once)
    async with run_bot(make_bot(), local):
        monkeypatch.undo()
        assert 5.0 in waited
        assert (await local.slash(ada, "do")).messages


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("no json", 4002),
        ('{"op": 99, "d": null}', 4001),
        ('{"op": 8, "d": {}}', 4003),
        ('{"op": 2, "d": {"token": "wrong", "intents": 0}}', 4004),
        ('{"op": 6, "d": {"token": "wrong", "session_id": "x", "seq": 1}}', 4004),
    ],
)
async def test_protocol_errors_have_their_close_codes(
    local: LocalDiscord, frame: Any, code: Any
) -> None:
    """Wrong frames close the connection with Discord's code for them."""
    async with aiohttp.ClientSession() as session, session.ws_connect(local.gateway_url) as socket:
        hello = await socket.receive_json()
        assert hello["op"] == 10
        await socket.send_str(frame)
        await socket.receive()
        assert socket.close_code == code


async def test_malformed_event_ends_the_client(local: LocalDiscord, make_bot: Any) -> None:
    """An interaction without its fields is a KeyError that discord.py does not survive."""
    with local.pointed():
        async with make_bot() as client:
            run = asyncio.create_task(client.start(local.token))
            await client.wait_until_ready()
            local.gateway.dispatch("INTERACTION_CREATE", {"id": "1"}, guild_id=local.guild_id)
            with pytest.raises(KeyError):
                await run


async def test_members_can_be_asked_for(local: LocalDiscord, ada: Person, bot: Any) -> None:
    """A query for members by id is answered in a chunk."""
    members = await bot.get_guild(local.guild_id).query_members(user_ids=[ada.id])
    assert [m.name for m in members] == ["Ada"]
