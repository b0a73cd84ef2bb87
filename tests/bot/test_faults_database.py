"""The database is locked, slow, gone and back under a game: nothing is lost, doubled or silent."""

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import discord
import pytest

from bot.workers import Workers

COMMANDS: list[tuple[str, dict[str, Any]]] = [
    ("guess", {"word": "river"}),
    ("board", {}),
    ("hint", {}),
    ("giveup", {}),
    ("practice", {}),
    ("stats", {}),
    ("leaderboard", {}),
]


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another program writes to the database all the while."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def gone(stage: Any, file: Path) -> Iterator[None]:
    """The database's file is no file for a while."""
    stage.app.database.close()
    kept = file.rename(file.with_suffix(".kept"))
    file.mkdir()
    try:
        yield
    finally:
        file.rmdir()
        kept.rename(file)


async def test_every_command_without_a_database(stage: Any, database_file: Path) -> None:
    """While the database is gone every command is answered in private; then all is as before."""
    await stage.guess("ann", "lake")
    before = stage.rows()
    with gone(stage, database_file):
        for command, options in COMMANDS:
            said = await stage.use("ann", command, **options)
            assert said.ephemeral
            assert "cannot reach my notes" in said.content
        assert await stage.complete("ann", "guess", "puzzle") == []
    assert stage.rows() == before
    assert "lake" in (await stage.use("ann", "board")).everything


async def test_every_command_with_a_locked_database(
    impatient: None, stage: Any, database_file: Path
) -> None:
    """While another program writes, every command is answered, and none is half done."""
    await stage.restart()
    await stage.guess("ann", "lake")
    before = stage.rows()
    with locked(database_file):
        for command, options in COMMANDS:
            said = await stage.use("ann", command, **options)
            assert said.ephemeral
            assert said.content or said.embed
    assert stage.rows() == before
    assert "2 guesses" in (await stage.guess("ann", stage.secret("ann"))).everything


async def test_lock_that_is_short(stage: Any, database_file: Path) -> None:
    """A writer that is done within the time that the bot waits delays an answer, and no more."""
    await stage.guess("ann", "lake")
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(stage.guess("ann", "river"))
        for _ in range(50):
            await asyncio.sleep(0)
        other.execute("ROLLBACK")
    assert "river" in (await waiting).title
    assert stage.entries() == 2


async def test_guesses_around_a_lock(
    impatient: None, local_stage: Any, database_file: Path
) -> None:
    """Of guesses made at once while a lock comes and goes, exactly the taken ones are counted."""
    stage, members = local_stage, [f"m{number}" for number in range(12)]
    await stage.restart()
    for member in members:
        await stage.use(member, "board")
    first = [asyncio.create_task(stage.guess(member, "river")) for member in members[:6]]
    await asyncio.sleep(0)
    with locked(database_file):
        second = [asyncio.create_task(stage.guess(member, "river")) for member in members[6:]]
        said = await asyncio.gather(*second)
    said += await asyncio.gather(*first)
    taken = [one for one in said if "river" in one.title]
    assert all(one in taken or "busy for a moment" in one.content for one in said)
    assert stage.entries() == len(taken)
    assert all(one.acknowledged_ms < 3000 for one in said)


async def test_slow_database_and_a_second_delivery(stage: Any, deferring: None) -> None:
    """A guess that is delivered again while the first delivery is still at work counts once."""
    await stage.guess("ann", "river")
    await stage.redeliver()
    assert stage.entries() == 1
    assert "1 guess" in (await stage.use("ann", "board")).everything


async def test_answer_before_a_slow_database(
    local_stage: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However long the database takes, the acknowledgement does not wait for it."""
    go_on, call = asyncio.Event(), Workers.call
    deferred, defer = asyncio.Event(), discord.InteractionResponse.defer

    async def noted(self: Any, **options: Any) -> Any:
        answer = await defer(self, **options)
        deferred.set()
        return answer

    async def held(self: Workers, *args: Any, **options: Any) -> Any:
        await go_on.wait()
        return await call(self, *args, **options)

    monkeypatch.setattr("bot.answer.PATIENCE_S", 0.0)
    monkeypatch.setattr(discord.InteractionResponse, "defer", noted)
    monkeypatch.setattr(Workers, "call", held)
    waiting = asyncio.create_task(local_stage.guess("ann", "river"))
    await deferred.wait()
    assert local_stage.entries() == 0
    go_on.set()
    said = await waiting
    assert said.acknowledged_ms < 3000
    assert "river" in said.title


async def test_restart_while_the_database_is_gone(
    local_stage: Any, database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bot that loses its database in the middle of an answer, and is started anew, goes on."""
    call, stage = Workers.call, local_stage
    await stage.guess("ann", "river")

    async def torn(self: Workers, work: Any, *args: Any, **options: Any) -> Any:
        with gone(stage, database_file):
            return await call(self, work, *args, **options)

    monkeypatch.setattr(Workers, "call", torn)
    refused = await stage.guess("ann", "lake")
    assert "cannot reach my notes" in refused.content
    monkeypatch.setattr(Workers, "call", call)
    await stage.restart()
    assert "2 guesses" in (await stage.guess("ann", stage.secret("ann"))).everything
