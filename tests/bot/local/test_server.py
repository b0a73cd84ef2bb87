"""Starting, stopping and pointing discord.py at local Discord."""

import asyncio
from random import Random
from typing import Any

import discord
import pytest

from bot.local.errors import NotReady, UnknownTarget
from bot.local.exchange import Person
from bot.local.server import LocalDiscord
from bot.local.snowflakes import Snowflakes, created_at


async def test_pointing_is_undone(local: LocalDiscord) -> None:
    """discord.py's addresses are those of Discord again after the block, also after an error."""
    before = (discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY)
    with local.pointed():
        assert discord.http.Route.BASE.startswith(local.url)
    with pytest.raises(ZeroDivisionError), local.pointed():
        raise ZeroDivisionError
    assert before == (discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY)


async def test_port_in_use(local: LocalDiscord) -> None:
    """A taken port raises OSError and leaves nothing open."""
    port = int(local.url.rpartition(":")[2])
    with pytest.raises(OSError, match="address already in use"):
        await LocalDiscord(port=port).start()


async def test_waiting_for_a_bot_that_never_comes(local: LocalDiscord) -> None:
    """Waiting ends with a typed error that says for what."""
    with pytest.raises(NotReady) as caught:
        await local.wait_commands(timeout=0.01)
    assert (caught.value.waited_for, caught.value.timeout_s) == ("commands", 0.01)
    with pytest.raises(NotReady):
        await local.wait_ready(timeout=0.01)


async def test_waiting_for_a_bot_that_comes(local: LocalDiscord, bot: Any) -> None:
    """A running bot is ready and has its commands."""
    await local.wait_ready()
    await local.wait_commands()
    assert {c["name"] for c in local.commands} >= {"do", "echo"}


async def test_stopping_ends_open_waits(clock: Any, make_bot: Any, run_bot: Any) -> None:
    """Stopping the server lets nobody wait for an answer, and the client closes cleanly."""
    local = LocalDiscord(clock=clock, ack_s=60.0)
    await local.start()
    ada = local.add_person("Ada")
    heard = asyncio.Event()

    async def silent(interaction: discord.Interaction) -> None:
        heard.set()

    client = make_bot()
    client.handler = silent
    async with run_bot(client, local):
        waiting = asyncio.create_task(local.slash(ada, "do"))
        await heard.wait()
        await local.stop()
        assert (await waiting).acknowledged_ms is None


async def test_plain_client_works_too(local: LocalDiscord, ada: Person, run_bot: Any) -> None:
    """A client without shards connects and stops as well."""

    class Plain(discord.Client):
        """One command."""

        async def setup_hook(self) -> None:
            """Register it."""
            tree = discord.app_commands.CommandTree(self)

            @tree.command(description="Answer")
            async def ping(interaction: discord.Interaction) -> None:
                await interaction.response.send_message("pong")

            await tree.sync()

    client = Plain(intents=discord.Intents.none(), guild_ready_timeout=0.01)
    async with run_bot(client, local):
        info = await client.application_info()
        assert info.id == local.application_id
        assert (await local.slash(ada, "ping")).messages[0].content == "pong"


async def test_settling_at_once(clock: Any, make_bot: Any, run_bot: Any) -> None:
    """With no quiet time a reply is there at the first answer, a hundred times over."""
    async with LocalDiscord(clock=clock, settle_s=0.0) as local:
        ada = local.add_person("Ada")
        async with run_bot(make_bot(), local) as bot:
            for _ in range(100):
                assert (await local.slash(ada, "do")).messages[0].content == "pong"
            assert len(bot.calls) == 100


def test_ids_grow_and_follow_the_clock(clock: Any) -> None:
    """Ids are strictly growing, carry their moment, and repeat for the same clock and chance."""
    first = Snowflakes(clock, rng=Random(3))
    ids = [first.next() for _ in range(5000)]
    clock.now -= 60
    ids.append(first.next())
    assert ids == sorted(set(ids))
    assert abs(created_at(ids[0]) - (clock.now + 60)) < 0.001
    clock.now += 60
    second = Snowflakes(clock, rng=Random(3))
    assert [second.next() for _ in range(5)] == ids[:5]


def test_two_processes_give_different_ids(clock: Any) -> None:
    """Two local Discords at the same moment do not hand out the same ids."""
    first, second = Snowflakes(clock), Snowflakes(clock)
    assert {first.next() for _ in range(50)}.isdisjoint(second.next() for _ in range(50))


async def test_things_that_do_not_exist(local: LocalDiscord, ada: Person) -> None:
    """Unknown channels and servers are typed errors."""
    for act in (lambda: local.messages(5), lambda: local.remove_guild(5)):
        with pytest.raises(UnknownTarget):
            act()
    with pytest.raises(UnknownTarget):
        await local.slash(ada, "do", channel_id=5)
