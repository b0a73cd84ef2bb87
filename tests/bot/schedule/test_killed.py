"""A bot that is killed at any step, with others beside it: one puzzle a day, and one post."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.local.server import LocalDiscord
from game.model import Server
from game.setup import Setup
from store.engine import Database
from store.posts import SqlPosts
from store.setups import SqlSetups
from store.work import SqlGameStore

HOUR = datetime(2026, 11, 21, 18, tzinfo=UTC)
DAY = HOUR.date()
STEPS = (" due", ": taken", ": opened", ": held", ": posted", ": noted", ": threaded", ": sent")
REPLICA = Path(__file__).with_name("replica.py")
BACKSTAGE = Path(__file__).parents[1] / "backstage"
KILLED = -signal.SIGKILL
HISTORY = ("GET", "/channels/*/messages")


class Replicas:
    """The process that bots are forked from, for all tests."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._number = 0

    async def start(self, job: dict[str, Any]) -> list[int]:
        """Fork bots for a job; their process ids."""
        assert self._process.stdin is not None
        self._number += 1
        self._process.stdin.write(json.dumps(job | {"number": self._number}) + "\n")
        self._process.stdin.flush()
        return list((await self._heard())["pids"])

    async def ended(self) -> list[int]:
        """How the bots ended that were started last."""
        return list((await self._heard())["statuses"])

    async def _heard(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        while True:  # a test that failed may have left answers behind
            answer = dict(json.loads(await asyncio.to_thread(self._process.stdout.readline)))
            if answer["number"] == self._number:
                return answer


@dataclass
class Troupe:
    """Bots in processes of their own, one Discord and one database for all of them."""

    local: LocalDiscord
    database: Database
    replicas: Replicas

    @property
    def posts(self) -> SqlPosts:
        """The outbox."""
        return SqlPosts(self.database)

    @property
    def servers(self) -> Sequence[int]:
        """The ids of the servers."""
        return [item.setup.server_id for item in self.posts.agenda(date.max)]

    def arrange(self, servers: int) -> None:
        """Let so many servers post at 18:00, each in a thread."""
        guilds = [self.local.add_guild(f"server {number}") for number in range(servers)]
        with SqlGameStore(self.database).working() as work:
            for guild in guilds:
                work.add_server(Server(guild, "UTC", guild % 2**40, DAY))
            work.commit()
        for guild in guilds:
            channel = self.local.channels(guild)[0].id
            setup = Setup(guild, "UTC", channel, 18 * 60, thread=True)
            SqlSetups(self.database).set_up(setup, 1, HOUR - timedelta(hours=5))

    async def start(
        self, now: datetime, dies_at: str | None = None, replicas: int = 1
    ) -> list[int]:
        """Start bots that come round once; their process ids."""
        url = self.database.url.render_as_string(hide_password=False)
        job = {
            "port": int(self.local.url.rpartition(":")[2]),
            "token": self.local.token,
            "database": str(self.database.path or url),
            "now": now.isoformat(),
            "dies_at": dies_at,
            "replicas": replicas,
        }
        return await self.replicas.start(job)

    async def ended(self) -> list[int]:
        """How the bots ended that were started last."""
        return await self.replicas.ended()

    async def come_round(self, *args: Any, **options: Any) -> list[int]:
        """Let bots come round once; how they ended."""
        await self.start(*args, **options)
        return await self.ended()

    def check(self, days: int = 1) -> None:
        """One puzzle and one post a server and day, with its thread, and nothing left over."""
        store = SqlGameStore(self.database)
        for server_id in self.servers:
            with store.reading() as reader:
                puzzles = reader.dailies(server_id)
            # The first day's news opens no other day.
            assert [puzzle.day for puzzle in puzzles] == [DAY + timedelta(n) for n in range(days)]
            there = self.local.messages(self.local.channels(server_id)[0].id)
            assert len(there) == days
            kept = self.posts.posts(server_id, DAY)
            assert [post.state.value for post in kept] == ["sent"] * days
            assert [post.message_id for post in kept] == [message.id for message in there]
            assert all(post.thread_id == post.message_id for post in kept)


@pytest.fixture(scope="session")
def replicas() -> Iterator[Replicas]:
    """A process to fork bots from; what it reads first takes two seconds."""
    with subprocess.Popen(
        [sys.executable, str(REPLICA)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(BACKSTAGE)},
    ) as process:  # fmt: skip
        yield Replicas(process)


@pytest.fixture
async def troupe(lasting_database: Database, replicas: Replicas) -> AsyncIterator[Troupe]:
    """Three servers that post."""
    async with LocalDiscord() as local:
        opened = Troupe(local, lasting_database, replicas)
        opened.arrange(3)
        yield opened


async def test_killed_at_every_step(troupe: Troupe) -> None:
    """Killed at one step after the other, on one day each, and taken over by two others at once."""
    now = HOUR
    for number, step in enumerate(STEPS, 1):
        assert await troupe.come_round(now, dies_at=step) == [KILLED], step
        assert await troupe.come_round(now + timedelta(minutes=3), replicas=2) == [0, 0]
        troupe.check(number)
        now += timedelta(days=1)


@pytest.mark.parametrize("memory", ["history", "nonce"])
async def test_killed_before_the_answer_came(troupe: Troupe, memory: str) -> None:
    """The message is there and the bot never heard of it: either trace of it is enough."""
    pid = 0

    def kill(_: object) -> None:
        stop()
        os.kill(pid, signal.SIGKILL)

    stop = troupe.local.on_message(kill)
    troupe.local.faults.slow_body("POST", "/channels/*/messages", 0.2, times=3)
    [pid] = await troupe.start(HOUR)
    assert await troupe.ended() == [KILLED]
    await troupe.local.wait_idle()
    if memory == "history":
        troupe.local._world.nonces.clear()
    else:
        troupe.local.faults.fail(*HISTORY, 403, times=100)
    assert await troupe.come_round(HOUR + timedelta(minutes=3), replicas=2) == [0, 0]
    troupe.check()


async def test_three_at_once(troupe: Troupe) -> None:
    """Three bots come round at the same instant, twice: they share the work, nothing is twice."""
    for _ in range(2):
        assert await troupe.come_round(HOUR, replicas=3) == [0, 0, 0]
    troupe.check()
    attempts = [troupe.posts.posts(server, DAY)[0].attempts for server in troupe.servers]
    assert attempts == [1, 1, 1]


async def test_all_of_three_killed(troupe: Troupe) -> None:
    """Where each of three bots dies that has anything to send, a later one does it all."""
    statuses = await troupe.come_round(HOUR, dies_at=": held", replicas=3)
    assert KILLED in statuses
    assert set(statuses) <= {KILLED, 0}  # one that came too late had nothing to do
    assert await troupe.come_round(HOUR + timedelta(minutes=5)) == [0]
    troupe.check()
