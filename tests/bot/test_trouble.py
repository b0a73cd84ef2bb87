"""Trouble behind the scenes: the member hears of it kindly and in time, and nothing is lost."""

import asyncio
import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any

import discord
import pytest

import bot.answer
from bot.workers import Workers
from game.play import Game


@pytest.fixture
def slow(stage: Any, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Every use case takes until the bot's deferral has reached Discord, which sets the event."""
    deferred, defer, call = asyncio.Event(), discord.InteractionResponse.defer, Workers.call

    async def noted(self: Any, **options: Any) -> Any:
        answer = await defer(self, **options)
        deferred.set()
        return answer

    async def held(self: Workers, work: Any, *args: Any) -> Any:
        await stage.hall.outside(deferred.wait())
        return await call(self, work, *args)

    monkeypatch.setattr(bot.answer, "PATIENCE_S", 0.0)
    monkeypatch.setattr(discord.InteractionResponse, "defer", noted)
    monkeypatch.setattr(Workers, "call", held)
    return deferred


async def test_slow_answer_in_private(stage: Any, slow: asyncio.Event) -> None:
    """What takes long is acknowledged first, and the answer is the member's alone as ever."""
    said = await stage.guess("ann", "river")
    assert slow.is_set()
    assert said.ephemeral
    assert "river is" in said.title


async def test_slow_answer_on_a_shared_board(stage: Any, slow: asyncio.Event) -> None:
    """What takes long on a shared board is as private as what does not."""
    stage.hall.be_patient()
    said = await stage.guess("ann", "river", mode="together")
    assert slow.is_set()
    assert said.ephemeral
    assert "river is" in said.title
    assert stage.channel_messages() == []


async def test_slow_refusal_on_a_shared_board(stage: Any, slow: asyncio.Event) -> None:
    """A word that nobody knows stays between the member and the bot, however long it took."""
    said = await stage.guess("ann", "rivver", mode="together")
    assert slow.is_set()
    assert said.ephemeral


async def test_locked_database(impatient: None, stage: Any, database_file: Path) -> None:
    """While another program holds the database the guess is refused kindly; later it counts."""
    await stage.guess("ann", "river")
    secret = stage.secret("ann")
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused = await stage.guess("ann", secret)
        other.execute("ROLLBACK")
    assert refused.ephemeral
    assert "busy for a moment" in refused.content
    assert stage.entries() == 1
    assert "2 guesses" in (await stage.guess("ann", secret)).everything


def take_away(file: Path) -> Path:
    """Put a folder in the place of a file, and say where the file is now."""
    kept = file.rename(file.with_suffix(".kept"))
    file.mkdir()
    return kept


def bring_back(kept: Path, file: Path) -> None:
    """Undo that."""
    file.rmdir()
    kept.rename(file)


async def test_vanished_database(stage: Any, database_file: Path) -> None:
    """A database that cannot be opened any more is said to be out of reach, until it is back."""
    await stage.guess("ann", "river")
    stage.app.database.close()
    kept = take_away(database_file)
    refused = await stage.guess("ann", "lake")
    assert refused.ephemeral
    assert "cannot reach my notes" in refused.content
    bring_back(kept, database_file)
    assert "river" in (await stage.guess("ann", "lake")).everything


async def test_locked_database_while_suggesting(
    impatient: None, stage: Any, database_file: Path
) -> None:
    """Suggestions need no writer: they come while another program holds the database."""
    await stage.guess("ann", "river")
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await stage.hall.complete("ann", "guess", "puzzle", "to") == ["today"]
        other.execute("ROLLBACK")


async def test_fault_of_our_own(
    stage: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What nobody foresaw is answered kindly, with a number that leads to it in the log."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("a secret detail")

    stage.expected.append(ZeroDivisionError)
    monkeypatch.setattr(Game, "hint", fail)
    said = await stage.use("ann", "hint")
    assert said.ephemeral
    assert "detail" not in said.content
    mark = said.content.split("`")[1]
    (record,) = [record for record in caplog.records if mark in record.getMessage()]
    assert record.levelno == logging.ERROR
    assert record.exc_info
    assert isinstance(record.exc_info[1], ZeroDivisionError)


async def test_interaction_delivered_twice(
    local_stage: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """An interaction that Discord delivers twice counts once, and is no error of ours."""
    stage = local_stage
    for count, (command, options) in enumerate(
        [("guess", {"word": "river"}), ("hint", {}), ("guess", {"word": "lake"})], start=1
    ):
        stage.hall.local.faults.duplicate_interactions = 1
        said = await stage.use("ann", command, **options)
        assert said.embed
        await stage.client.flights.landed(30)
        assert stage.entries() == count
    assert "2 guesses" in (await stage.use("ann", "board")).everything
    stage.hall.local.faults.duplicate_interactions = 1
    await stage.use("ann", "practice")
    await stage.client.flights.landed(30)
    assert stage.rows()["puzzles"] == 2
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


async def test_answer_lost_on_the_way(local_stage: Any) -> None:
    """Where Discord fails at the answer, the guess stands and is on the board."""
    stage = local_stage
    stage.hall.local.faults.fail("POST", "/interactions/*/*/callback", 503)
    stage.hall.local.patience(ack_s=1.0)
    with pytest.raises(AssertionError, match="did not answer in time"):
        await stage.guess("ann", "river")
    stage.hall.local.patience(ack_s=3.0)
    assert "river" in (await stage.use("ann", "board")).everything


async def test_closing_waits_for_answers(local_stage: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bot that is told to stop answers first what was asked before."""
    stage, go_on, asked = local_stage, threading.Event(), threading.Event()
    look = Game.look

    def held(self: Game, *args: Any, **options: Any) -> Any:
        asked.set()
        assert go_on.wait(30)
        return look(self, *args, **options)

    monkeypatch.setattr(Game, "look", held)
    answer = asyncio.create_task(stage.use("ann", "board"))
    assert await asyncio.to_thread(asked.wait, 30)
    closing_ = asyncio.create_task(stage.client.close())
    for _ in range(20):
        await asyncio.sleep(0)
    assert not closing_.done()
    go_on.set()
    assert "Your board" in (await answer).title
    await closing_
