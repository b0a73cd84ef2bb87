"""`warmer run` as a process of its own, which is told to stop."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.local.server import LocalDiscord

ROOT = str(Path(__file__).parents[3])
# The program itself, with discord.py pointed at the server of the test.
RUN = """
import sys, yarl, discord
url, sys.argv = sys.argv[1], ["warmer", "run"]
discord.http.Route.BASE = url + "/api/v10"
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(url.replace("http", "ws") + "/gateway")
from bot.cli.main import main
main()
"""
CALLBACK = ("POST", "/interactions/*/*/callback")


class Bot:
    """The process, and what it logged."""

    def __init__(self, process: Process) -> None:
        self.process = process
        self.log: list[dict[str, Any]] = []

    async def says(self, part: str) -> dict[str, Any]:
        """Read its log up to a line with that in its event."""
        assert self.process.stderr is not None
        while line := await asyncio.wait_for(self.process.stderr.readline(), 60):
            self.log.append(json.loads(line))
            if part in self.log[-1]["event"]:
                return self.log[-1]
        raise AssertionError(f"{part!r} was never said: {self.log}")

    async def ended(self) -> int:
        """Read the rest of its log, and return its exit status."""
        assert self.process.stderr is not None
        rest = await asyncio.wait_for(self.process.stderr.read(), 60)
        self.log += map(json.loads, rest.decode().splitlines())
        return await asyncio.wait_for(self.process.wait(), 60)


async def struck(local: LocalDiscord) -> None:
    """Wait until the bot has met the fault."""
    while not local.faults.seen:  # noqa: ASYNC110  # faults tell of themselves in a list
        await asyncio.sleep(0.01)


Start = Callable[[LocalDiscord], Awaitable[Bot]]


@pytest.fixture
async def local() -> AsyncIterator[LocalDiscord]:
    """Local Discord."""
    async with LocalDiscord() as server:
        yield server


@pytest.fixture
async def begin(database_file: Path, clean_environment: None) -> AsyncIterator[Start]:
    """Starts the bot against a server, and waits until it is connected."""
    started: list[Process] = []

    async def start(local: LocalDiscord) -> Bot:
        environment = os.environ | {
            "PYTHONPATH": ROOT,
            "WARMER_DATABASE": str(database_file),
            "WARMER_DISCORD_TOKEN": local.token,
            "WARMER_PORT": "0",
        }
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", RUN, local.url, env=environment, stderr=PIPE
        )
        started.append(process)
        await local.wait_commands(60)
        await local.wait_ready(60)
        return Bot(process)

    yield start
    for process in started:
        if process.returncode is None:
            process.kill()
            await process.wait()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_stop_finishes_what_is_in_flight(
    local: LocalDiscord, begin: Start, number: signal.Signals
) -> None:
    """A guess whose answer is on its way arrives, what comes later is told, and it ends well."""
    bot = await begin(local)
    ann, ben = local.add_person("ann"), local.add_person("ben")
    local.patience(ack_s=30.0)
    local.faults.delay(*CALLBACK, 2.0)
    guess = asyncio.create_task(local.slash(ann, "guess", {"word": "river"}))
    await struck(local)
    bot.process.send_signal(number)
    await bot.says("stopping")
    # It says so a moment before it turns anybody away; once it has gone, this would raise.
    while "restarting" not in (await local.slash(ben, "board")).messages[0].content:
        pass
    assert "river" in str((await guess).messages[0].embeds)
    assert await bot.ended() == 0
    assert [line for line in bot.log if line["level"] in ("error", "critical")] == []
    assert local.token not in json.dumps(bot.log)


async def test_second_signal_ends_at_once(local: LocalDiscord, begin: Start) -> None:
    """Whoever asks twice does not wait for an answer that does not come."""
    bot = await begin(local)
    local.faults.delay(*CALLBACK, 60.0)
    local.patience(ack_s=0.1)
    await local.slash(local.add_person("ann"), "help")
    await struck(local)
    bot.process.send_signal(signal.SIGTERM)
    await bot.says("stopping")
    bot.process.send_signal(signal.SIGTERM)
    assert await bot.ended() == -signal.SIGTERM


async def test_pages_of_the_running_bot(local: LocalDiscord, begin: Start) -> None:
    """The running bot becomes ready and tells its figures on the port that it says it opened."""
    bot = await begin(local)
    url = (await bot.says("health and figures"))["event"].split()[-1]
    async with aiohttp.ClientSession() as session:
        while True:  # the first tick of the scheduler, and READY's last words, may be under way
            async with session.get(f"{url}/readyz") as answer:
                told = await answer.json()
            if told["ok"]:
                break
        async with session.get(f"{url}/metrics") as answer:
            assert "warmer_guilds 1.0" in await answer.text()
    bot.process.send_signal(signal.SIGTERM)
    assert await bot.ended() == 0
