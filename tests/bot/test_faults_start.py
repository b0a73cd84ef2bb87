"""The bot's start and end under faults: what ends it, what only delays it, and with which error."""

import asyncio
import signal
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from itertools import repeat
from typing import Any

import pytest

from bot.app import App, open_app
from bot.build import build_client
from bot.client import WarmerClient
from bot.local.pairing import GUILD_READY_S
from bot.local.server import LocalDiscord
from bot.refusals import GatewayRefused, LoginRefused
from bot.serve import serve
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


async def stopped(serving: "asyncio.Task[None]") -> None:
    """Tell this process to stop, and wait until it does."""
    signal.raise_signal(signal.SIGTERM)
    await asyncio.wait_for(serving, 30)


@pytest.mark.parametrize("code", [4004, 4010, 4011, 4012, 4013, 4014])
async def test_refusals_for_good(local: LocalDiscord, make_client: Any, code: int) -> None:
    """Each close code that forbids another try ends the bot, with an error that tells which."""
    serving = asyncio.create_task(serve(make_client, local.token, at_once))
    await local.wait_ready()
    local.gateway.drop(code)
    with pytest.raises(LoginRefused if code == 4004 else GatewayRefused) as caught:
        await asyncio.wait_for(serving, 30)
    assert getattr(caught.value, "code", 4004) == code
    assert local.gateway.identified == 1


async def test_refused_while_answering(
    local: LocalDiscord, make_client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who guessed before the bot was turned away for good still has their answer."""
    asked, go_on, look = threading.Event(), threading.Event(), Game.look

    def held(self: Game, *args: Any, **options: Any) -> Any:
        asked.set()
        assert go_on.wait(30)
        return look(self, *args, **options)

    monkeypatch.setattr(Game, "look", held)
    serving = asyncio.create_task(serve(make_client, local.token, at_once))
    await local.wait_ready()
    await local.wait_commands()
    answer = asyncio.create_task(local.slash(local.add_person("ann"), "board"))
    assert await asyncio.to_thread(asked.wait, 30)
    local.gateway.drop(4013)
    for _ in range(20):
        await asyncio.sleep(0)
    go_on.set()
    assert (await answer).messages[0].embeds
    with pytest.raises(GatewayRefused):
        await serving


async def test_gateway_down_at_cold_start(
    local: LocalDiscord, make_client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A gateway that answers 503 at the start is tried until it opens, and then all works."""
    local.faults.refuse_gateway(503, times=3)
    sleep = asyncio.sleep

    async def short(_: float, *more: Any) -> Any:
        return await sleep(0, *more)

    monkeypatch.setattr("discord.shard.asyncio.sleep", short)
    serving = asyncio.create_task(serve(make_client, local.token, at_once))
    await local.wait_ready()
    monkeypatch.undo()
    await local.wait_commands()
    assert local.faults.refused_connections == []
    reply = await local.slash(local.add_person("ann"), "guess", {"word": "river"})
    assert "river" in reply.messages[0].embeds[0]["title"]
    await stopped(serving)


class Failing(WarmerClient):
    """Fails with an error that nobody foresaw, at once or once it is ready."""

    early = False

    async def connect(self, *, reconnect: bool = True) -> None:
        """Fail."""
        if self.early:
            raise ZeroDivisionError
        connecting = asyncio.create_task(super().connect(reconnect=reconnect))
        await self.wait_until_ready()
        connecting.cancel()
        raise ZeroDivisionError


async def test_failure_of_a_client_that_was_up(
    local: LocalDiscord, app: App, make_client: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever ends a client that was connected, another takes its place, after the first pause."""
    clients = iter([Failing(app, guild_ready_timeout=GUILD_READY_S) for _ in range(2)])
    rows = []

    def make() -> WarmerClient:
        return next(clients, None) or make_client()

    def waits() -> Iterator[float]:
        rows.append("new")
        return iter([0.0])

    serving = asyncio.create_task(
        serve(lambda: next(clients, None) or make_client(), local.token, waits)
    )
    while local.gateway.identified < 3:
        await local.gateway.wait_ready()
        await asyncio.sleep(0)
    await local.wait_commands()
    assert (await local.slash(local.add_person("ann"), "help")).messages
    assert len(rows) == 3
    assert "the client failed (ZeroDivisionError)" in caplog.text
    await stopped(serving)


async def test_failure_of_a_client_that_never_was_up(
    local: LocalDiscord, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault that would come back at every start ends the bot."""
    monkeypatch.setattr(Failing, "early", True)
    with pytest.raises(ZeroDivisionError):
        await serve(lambda: Failing(app), local.token, at_once)
