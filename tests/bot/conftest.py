"""The bot on a stage: the same scenes before our local Discord and before SimCord's."""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import structlog
from stage.hall import Hall
from stage.local_hall import LocalHall
from stage.play import Stage
from stage.sim_hall import SimHall
from stage.words import openers

import bot.app
from bot.local.server import LocalDiscord
from bot.logs import _QUIETER
from bot.settings import Settings
from bot.workers import Workers
from game.model import Mode
from store.engine import open_database

ACK_S = 15.0
"""How long our Discord waits for an answer, on machines with other work; the real one waits 3."""


@pytest.fixture(scope="session", autouse=True)
def shipped_words_opened_once() -> Iterator[None]:
    """Apps of one test process share what is made of the shipped words."""
    with pytest.MonkeyPatch.context() as patch:
        for name, opened in openers().items():
            patch.setattr(bot.app, name, opened)
        yield


@pytest.fixture
def modes() -> type[Mode]:
    """The ways to share a board."""
    return Mode


@pytest.fixture
def database_file(sqlite_template: Path, tmp_path: Path) -> Path:
    """A SQLite file with the tables, as a first start leaves it."""
    path = tmp_path / "stage.sqlite3"
    shutil.copyfile(sqlite_template, path)
    return path


@pytest.fixture
def settings(database_file: Path, clean_environment: None) -> Settings:
    """The settings of a stage."""
    return Settings(database=str(database_file), workers=2)


@pytest.fixture
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting from this machine, and a working folder of the test's own."""
    import os  # only to look at what is set

    for name in [name for name in os.environ if name.startswith("WARMER_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def logging_as_before() -> Iterator[None]:
    """Whatever logging the test starts ends with it, and with it what it writes to."""
    root = logging.getLogger()
    before = root.level, list(root.handlers)
    quiet = {name: logging.getLogger(name).level for name in _QUIETER}
    root.handlers.clear()  # starting would close those of pytest
    yield
    root.setLevel(before[0])
    root.handlers[:] = before[1]
    for name, level in quiet.items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Apps opened after this notice a locked database at once, and not after five seconds."""
    monkeypatch.setattr(bot.app, "open_database", partial(open_database, lock_timeout=0.01))


@pytest.fixture
def deferring(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every use case takes longer than the bot waits with its acknowledgement, be it ever so quick.

    The patience, up first, ends before the work begins: no thread can win that race.
    """
    call = Workers.call

    async def late(self: Workers, *args: Any, **options: Any) -> Any:
        await asyncio.sleep(0.001)
        return await call(self, *args, **options)

    monkeypatch.setattr("bot.answer.PATIENCE_S", 0.0)
    monkeypatch.setattr(Workers, "call", late)


@asynccontextmanager
async def _staged(
    settings: Settings, kind: str, *, translated: bool = True
) -> AsyncIterator[Stage]:
    expected: list[type[BaseException]] = []
    async with AsyncExitStack() as stack:
        if kind == "local":
            local = await stack.enter_async_context(LocalDiscord(settle_s=0.01, ack_s=ACK_S))
            hall: Hall = LocalHall(local)
        else:
            hall = SimHall(expected)
        stage = Stage(settings, hall, expected=expected, translated=translated)
        await stage.open()
        try:
            yield stage
        finally:
            await stage.close()
        if kind == "local":
            assert local.unknown_routes == []


@pytest.fixture(params=["local", "simcord"])
async def stage(settings: Settings, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """The bot before each of the two stand-ins for Discord."""
    async with _staged(settings, request.param, translated=False) as opened:
        yield opened


@pytest.fixture
async def local_stage(settings: Settings) -> AsyncIterator[Stage]:
    """The bot before our local Discord alone, whose faults can be ordered."""
    async with _staged(settings, "local") as opened:
        yield opened
