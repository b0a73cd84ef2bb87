"""Staying connected through Discord's outages, and stopping when told to."""

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from itertools import islice, repeat
from typing import Any

import discord
import pytest

from bot.app import App, open_app
from bot.build import build_client
from bot.client import WarmerClient
from bot.local.pairing import GUILD_READY_S
from bot.local.server import LocalDiscord
from bot.refusals import GatewayRefused, LoginRefused
from bot.serve import pauses, serve
from bot.settings import Settings
from game.play import Game


@pytest.fixture
def app(settings: Settings) -> Iterator[App]:
    """An open app."""
    with open_app(settings, lambda: datetime.now(UTC)) as opened:
        yield opened


@pytest.fixture
async def local() -> AsyncIterator[LocalDiscord]:
    """Local Discord, at which discord.py is pointed."""
    async with LocalDiscord() as server:
        with server.pointed():
            yield server


@pytest.fixture
def make_client(app: App) -> Callable[[], WarmerClient]:
    """Makes the bot."""
    return lambda: build_client(app, guild_ready_timeout=GUILD_READY_S)


def at_once() -> Iterator[float]:
    """No pause before a new try."""
    return repeat(0.0)


def sigterm() -> None:
    """Tell this process to stop, as a service manager does."""
    os.kill(os.getpid(), signal.SIGTERM)


def test_pauses_grow() -> None:
    """Each pause is twice the last one, up to five minutes."""
    assert list(islice(pauses(), 10)) == [2, 4, 8, 16, 32, 64, 128, 256, 300, 300]


@pytest.mark.parametrize("route", ["/users/@me", "/gateway/bot", "/applications/*/commands"])
async def test_outage_at_the_start(local: LocalDiscord, make_client: Any, route: str) -> None:
    """A Discord that is down while the bot starts is tried again until it is up."""
    local.faults.fail("*", route, 503, times=2)
    serving = asyncio.create_task(serve(make_client, local.token, at_once))
    await local.wait_commands()
    await local.wait_ready()
    assert len(local.faults.seen) == 2
    sigterm()
    await serving


async def test_cut_connection_at_the_start(local: LocalDiscord, make_client: Any) -> None:
    """A connection that breaks while the bot logs in is made again."""
    local.faults.reset("GET", "/users/@me", times=2)
    serving = asyncio.create_task(serve(make_client, local.token, at_once))
    await local.wait_ready()
    sigterm()
    await serving


async def test_wrong_token(local: LocalDiscord, make_client: Any) -> None:
    """A token that Discord does not know ends it, at the first try."""
    with pytest.raises(LoginRefused):
        await serve(make_client, "not.the.token", at_once)
    assert local.requests == 1


@pytest.mark.parametrize(
    ("code", "refusal"),
    [(4004, LoginRefused), (4010, GatewayRefused), (4013, GatewayRefused), (4014, GatewayRefused)],
)
async def test_gateway_refuses_for_good(
    local: LocalDiscord, make_client: Any, code: int, refusal: type[Exception]
) -> None:
    """A close code after which trying again cannot help ends it, and is told apart."""
    serving = asyncio.create_task(serve(make_client, local.token, at_once))
    await local.wait_ready()
    local.gateway.drop(code)
    with pytest.raises(refusal) as caught:
        await serving
    assert getattr(caught.value, "code", 4004) == code


async def test_lost_gateway_is_resumed(local: LocalDiscord, make_client: Any) -> None:
    """A gateway that closes for a passing reason is taken up again by discord.py itself."""
    resumed, clients = asyncio.Event(), []

    def make() -> WarmerClient:
        clients.append(client := make_client())

        async def on_shard_resumed(_: int) -> None:
            resumed.set()

        client.event(on_shard_resumed)
        return client

    serving = asyncio.create_task(serve(make, local.token, at_once))
    await local.wait_ready()
    local.gateway.drop(4000)
    await asyncio.wait_for(resumed.wait(), 30)
    assert len(clients) == 1
    sigterm()
    await serving


async def test_stop_while_connecting(local: LocalDiscord, make_client: Any) -> None:
    """A stop is heeded while Discord lets the bot wait for its login."""
    asked = asyncio.Event()

    class Connecting(WarmerClient):
        async def login(self, token: str) -> None:
            asked.set()
            await super().login(token)

    local.faults.delay("GET", "/users/@me", 60)
    serving = asyncio.create_task(serve(lambda: Connecting(make_client().app), local.token))
    await asked.wait()
    sigterm()
    await asyncio.wait_for(serving, 30)


async def test_stop_while_pausing(local: LocalDiscord, make_client: Any) -> None:
    """A stop is heeded between two tries."""
    pausing = asyncio.Event()

    def for_ever() -> Iterator[float]:
        pausing.set()
        yield 3600.0

    local.faults.fail("GET", "/users/@me", 503)
    serving = asyncio.create_task(serve(make_client, local.token, for_ever))
    await pausing.wait()
    sigterm()
    await asyncio.wait_for(serving, 30)


async def test_stop_answers_first(
    local: LocalDiscord, make_client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a member asked before the stop is still answered, and then it ends."""
    go_on, asked, look = threading.Event(), threading.Event(), Game.look

    def held(self: Game, *args: Any, **options: Any) -> Any:
        asked.set()
        assert go_on.wait(30)
        return look(self, *args, **options)

    monkeypatch.setattr(Game, "look", held)
    serving = asyncio.create_task(serve(make_client, local.token))
    await local.wait_ready()
    await local.wait_commands()
    answer = asyncio.create_task(local.slash(local.add_person("ann"), "board"))
    assert await asyncio.to_thread(asked.wait, 30)
    sigterm()
    for _ in range(20):
        await asyncio.sleep(0)
    go_on.set()
    assert (await answer).messages[0].embeds[0]["title"] == "Your board"
    await serving


async def test_other_errors_are_not_swallowed(local: LocalDiscord, make_client: Any) -> None:
    """What Discord refuses for our own fault is not tried for ever."""
    local.faults.fail("PUT", "/applications/*/commands", 403)
    with pytest.raises(discord.Forbidden):
        await serve(make_client, local.token, at_once)
