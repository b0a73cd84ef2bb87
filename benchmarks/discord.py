"""Times the bot on local Discord, which is a process of its own, beside an empty handler.

From dispatch to acknowledgement, and the bot's CPU time for each: `/guess`, an autocomplete and
`/board`, with 1, 16 and 64 in flight; then on the clock, 50, 200 and 500 a second, each timed from
the moment at which it was due, also while the bot rebuilds an index and while it draws pictures.
`--quick`, `--loop uvloop`, `--json FILE`.
"""

import sys

sys.path.append(sys.path.pop(0))  # this folder has a discord.py, too

import argparse
import asyncio
import os
import statistics
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

import numpy as np
from _table import machine, print_table, write_json

from bot.local.server import LocalDiscord
from bot.settings import Settings
from embedding.words.artifact import load_words

BOT = Path(__file__).with_name("_bot.py")
IN_FLIGHT = (1, 16, 64)
RATES = (50, 200, 500)
BUSY_RATE = 50
PLAYERS = 128
ROUNDS = 4
LATE_MS = 2000
KINDS = ("empty", "/guess", "autocomplete", "/board")

Figures = dict[str, float]


@dataclass(slots=True)
class Bot:
    """The bot's process."""

    asked: asyncio.StreamWriter
    answers: asyncio.StreamReader

    async def ask(self, what: str) -> str:
        """Tell the bot something, and what it answers."""
        self.asked.write(f"{what}\n".encode())
        answer = await self.answers.readline()
        if not answer:
            sys.exit("the bot has ended")
        return answer.decode()

    async def cpu(self) -> float:
        """The seconds of CPU time that it has used."""
        return float(await self.ask("cpu"))


@dataclass(slots=True)
class Took:
    """What one row's interactions took: the acknowledgements in milliseconds, CPU and wall."""

    answers_ms: list[float] = field(default_factory=list)
    unanswered: int = 0
    cpu_s: float = 0.0
    wall_s: float = 0.0

    def note(self, acknowledged_ms: float | None, waited_s: float = 0.0) -> None:
        """Count one, which was sent so long after it was due."""
        if acknowledged_ms is None:
            self.unanswered += 1
        else:
            self.answers_ms.append(acknowledged_ms + 1000 * waited_s)

    def figures(self) -> Figures:
        """The row's figures."""
        ordered = sorted(self.answers_ms)
        count = len(ordered) + self.unanswered
        return {
            "per_second": count / self.wall_s,
            "p50_ms": statistics.median(ordered),
            "p99_ms": ordered[int(0.99 * (len(ordered) - 1))],
            "max_ms": ordered[-1],
            "over_2s": sum(took > LATE_MS for took in ordered) + self.unanswered,
            "cpu_ms": 1000 * self.cpu_s / count,
        }


Work = Callable[[str, int, Took], Awaitable[None]]
"""Uses something so many times and counts what it took."""


class Crowd:
    """Members who take turns, each with words that nobody else has."""

    def __init__(self, local: LocalDiscord) -> None:
        self._local = local
        self._people = [local.add_person(f"p{number}") for number in range(PLAYERS)]
        self._turn = 0
        table = load_words(Settings(_env_file=None).words)
        words = [table.words[row] for row in np.flatnonzero(table.listable)]
        self._pairs = _pairs(words, len(self._people))

    async def use(self, kind: str) -> float | None:
        """Use something once: after how many milliseconds it was acknowledged, None if never."""
        person, word = next(self._pairs)
        who = self._people[person]
        if kind == "autocomplete":
            start = asyncio.get_running_loop().time()
            await self._local.complete(who, "guess", {"word": "river", "puzzle": ""}, "puzzle")
            return 1000 * (asyncio.get_running_loop().time() - start)
        if kind == "/guess":
            reply = await self._local.slash(who, "guess", {"word": word})
        else:
            reply = await self._local.slash(who, kind.removeprefix("/"))
        if kind != "empty" and not any(message.embeds for message in reply.messages):
            sys.exit(f"{kind} was not answered as it should be: {reply}")
        return reply.acknowledged_ms

    async def draw(self) -> None:
        """Have pictures drawn until cancelled."""
        while True:
            await self._local.slash(self._people[0], "map")


def _pairs(words: list[str], people: int) -> Iterator[tuple[int, str]]:
    """People in turn, each with every word in an order of their own."""
    orders = [Random(person).sample(words, len(words)) for person in range(people)]
    for number in range(len(words)):
        for person in range(people):
            yield person, orders[person][number]


async def closed(bot: Bot, crowd: Crowd, flying: int, kind: str, number: int, took: Took) -> None:
    """As fast as it goes with so many in flight."""
    left = iter(range(number))

    async def one_after_the_other() -> None:
        for _ in left:
            took.note(await crowd.use(kind))

    await _timed(bot, took, lambda: asyncio.gather(*(one_after_the_other() for _ in range(flying))))


async def on_the_clock(
    bot: Bot, crowd: Crowd, rate: float, kind: str, number: int, took: Took
) -> None:
    """So many a second, whatever became of those before; each is timed from when it was due."""
    loop = asyncio.get_running_loop()

    async def one(due: float) -> None:
        late = loop.time() - due
        took.note(await crowd.use(kind), late)

    async def all_of_them() -> None:
        begin, tasks = loop.time(), []
        for index in range(number):
            due = begin + index / rate
            await asyncio.sleep(due - loop.time())
            tasks.append(asyncio.create_task(one(due)))
        await asyncio.gather(*tasks)

    await _timed(bot, took, all_of_them)


async def _timed(bot: Bot, took: Took, work: Callable[[], Awaitable[object]]) -> None:
    cpu, start = await bot.cpu(), asyncio.get_running_loop().time()
    await work()
    took.wall_s += asyncio.get_running_loop().time() - start
    took.cpu_s += await bot.cpu() - cpu


async def alternating(number: int, rounds: int, one: Work) -> dict[str, Figures]:
    """A row for each kind; the kinds take turns, so that a noisy minute is nobody's alone."""
    rows = {kind: Took() for kind in KINDS}
    for _ in range(rounds):
        for kind, took in rows.items():
            await one(kind, number // rounds, took)
    return {kind: took.figures() for kind, took in rows.items()}


async def measure(
    bot: Bot, crowd: Crowd, number: int, rounds: int
) -> dict[str, dict[str, Figures]]:
    """Every table, by its name."""
    found = {}
    work: Work
    for kind in KINDS:  # everybody has a board, and every module is loaded
        await closed(bot, crowd, 8, kind, 2 * PLAYERS, Took())
    for flying in IN_FLIGHT:
        work = partial(closed, bot, crowd, flying)
        found[f"{flying} in flight"] = await alternating(number, rounds, work)
    for rate in RATES:
        work = partial(on_the_clock, bot, crowd, rate)
        found[f"{rate} a second"] = await alternating(number, rounds, work)
    for name, busy in (("an index is rebuilt", rebuilding), ("pictures are drawn", drawing)):
        async with busy(bot, crowd):
            work = partial(on_the_clock, bot, crowd, BUSY_RATE)
            rows = await alternating(number // 2, rounds, work)
            found[f"{BUSY_RATE} a second while {name}"] = rows
    return found


@asynccontextmanager
async def rebuilding(bot: Bot, _: Crowd) -> AsyncIterator[None]:
    """The bot builds an index of its words again and again."""
    await bot.ask("rebuild")
    yield
    await bot.ask("rebuild")


@asynccontextmanager
async def drawing(_: Bot, crowd: Crowd) -> AsyncIterator[None]:
    """The bot draws a map again and again, as nothing is kept."""
    task = asyncio.create_task(crowd.draw())
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def started(local: LocalDiscord, loop: str) -> AsyncIterator[Bot]:
    """The bot, connected."""
    with tempfile.TemporaryDirectory() as folder:
        process = await asyncio.create_subprocess_exec(
            sys.executable, BOT, f"{folder}/bot.sqlite3", loop,
            local.url, local.gateway_url, local.token,
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        assert process.stdin is not None  # noqa: S101
        assert process.stdout is not None  # noqa: S101
        try:
            await local.wait_ready(60)
            await local.wait_commands(60)
            yield Bot(process.stdin, process.stdout)
        finally:
            process.stdin.close()
            await process.wait()


async def run(number: int, rounds: int, loop: str) -> dict[str, dict[str, Figures]]:
    async with LocalDiscord(settle_s=0) as local, started(local, loop) as bot:
        return await measure(bot, Crowd(local), number, rounds)


def rows_of(tables: dict[str, dict[str, Figures]]) -> Iterator[list[object]]:
    for name, rows in tables.items():
        base = rows["empty"]
        for kind, row in rows.items():
            yield [
                name, kind, row["per_second"], row["p50_ms"], row["p99_ms"], row["max_ms"],
                int(row["over_2s"]), row["cpu_ms"], base["cpu_ms"] / row["cpu_ms"],
                row["p99_ms"] / base["p99_ms"],
            ]  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--loop", choices=("asyncio", "uvloop"), default="asyncio")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    number, rounds = (240, 2) if options.quick else (2000, ROUNDS)
    before = os.getloadavg()[0]
    tables = asyncio.run(run(number, rounds, options.loop))
    load = f"load {before:.1f} before, {os.getloadavg()[0]:.1f} after"
    print(f"{machine()}, {options.loop}, {load}")
    heads = ["how", "what", "a second", "p50 ms", "p99 ms", "max ms", "over 2 s", "CPU ms each",
             "rate a CPU second / empty", "p99 / empty"]  # fmt: skip
    print_table("From dispatch to acknowledgement", heads, list(rows_of(tables)))
    if options.json:
        write_json(options.json, {"loop": options.loop, "load": load, "rows": tables})


if __name__ == "__main__":
    main()
