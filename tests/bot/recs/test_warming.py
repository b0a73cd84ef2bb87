"""Models are ready soon after the bot is, where they were used lately; nobody else pays."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any

import pytest

LONG = 30.0

ALONE = """
import sys
from datetime import UTC, datetime
from threading import Event
from bot.recommender import Recommender
from bot.settings import Settings
from store.engine import open_database
from store.migrate import upgrade

database = open_database(sys.argv[1])
upgrade(database)
made = Recommender(Settings(database=sys.argv[1]), database, lambda: datetime.now(UTC), print)
made.warm()
done = Event()
made._later.put(done.set)
assert done.wait(30)
made.close()
heavy = ('scipy', 'torch', 'onnxruntime')
print(made._opened, [m for m in sys.modules if m.split('.')[0] in heavy])
"""


def behind(stage: Any) -> None:
    """Wait until all that was put behind the bot's back is done, and what that put there."""
    for _ in range(4):
        done = Event()
        stage.app.recommender._later.put(done.set)
        assert done.wait(LONG)


def made(stage: Any) -> set[str]:
    """The shelves whose models serve."""
    opened = stage.app.recommender._opened
    slots = opened.tastes._slots._slots.values() if opened else ()
    return {slot.learned.shelf.name for slot in slots if slot.learned}


async def test_shelves_used_lately_are_ready(stage: Any, films: Any, rate: Any) -> None:
    """After a restart the shelf that was rated on has its model before anybody asks."""
    shown = await films(stage)
    shown.put(shown.shelf("books"), ("A Book", ("old",), 1900))
    await rate(stage, "ann", Star_Dust=5)
    await stage.restart()
    await stage.settled()
    behind(stage)
    assert made(stage) == {"films"}
    stage.clock.go_on(timedelta(days=31))
    await stage.restart()
    await stage.settled()
    behind(stage)
    assert made(stage) == set()


async def test_only_once(stage: Any, films: Any, rate: Any, monkeypatch: Any) -> None:
    """A gateway that comes back makes nothing again."""
    await films(stage)
    await rate(stage, "ann", Star_Dust=5)
    await stage.restart()
    await stage.settled()
    behind(stage)
    opened = stage.app.recommender.open()
    monkeypatch.setattr(opened.tastes, "warm", None)
    await stage.client.on_ready()
    behind(stage)
    assert made(stage) == {"films"}


async def test_words_only_bot_opens_nothing(stage: Any) -> None:
    """Where nobody ever used the recommender it is not even opened."""
    await stage.guess("ann", "river")
    await stage.restart()
    await stage.settled()
    behind(stage)
    assert stage.app.recommender._opened is None


def test_words_only_bot_loads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is anything heavy loaded to find that out."""
    ended = subprocess.run(
        [sys.executable, "-c", ALONE, str(tmp_path / "warmer.db")],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (0, "None []\n"), ended.stderr
