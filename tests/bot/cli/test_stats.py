"""`warmer stats`: the figures as a table and as JSON."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.app import open_app
from bot.settings import Settings
from game.turn import Turn
from store.work import SqlGameStore


@pytest.fixture
def played(settings: Settings, database_file: Path) -> Path:
    """A database in which ann solved the day's puzzle with her second guess, and ben guesses."""
    with open_app(settings, lambda: datetime.now(UTC)) as app:
        board = app.game.look(Turn(1, 2, 3))
        app.game.guess(Turn(1, 2, 3, interaction_id=1), "river")
        app.game.guess(Turn(1, 2, 4, interaction_id=2), "river")
        secret = secret_of(app, board)
        app.game.guess(Turn(1, 2, 3, interaction_id=3), secret)
    return database_file


def secret_of(app: Any, board: Any) -> str:
    """What the puzzle hides, behind the bot's back."""
    with SqlGameStore(app.database).reading() as reader:
        return str(reader.puzzle(board.puzzle.id).secret)


def test_as_json(played: Path, warmer: Any) -> None:
    """Scripts get every figure, and neither a word nor a member."""
    said = warmer("stats", "--json", "--database", str(played))
    told = json.loads(said.out)
    assert (told["servers"], told["members"], told["boards"]) == (1, 2, 2)
    assert told["size"] == played.stat().st_size
    week, month = told["lately"]
    assert (week["days"], month["days"]) == (7, 30)
    assert (week["guesses"], week["players"], week["boards"]) == (3, 2, 2)
    assert (week["solved"], week["solved_rate"]) == (1, 0.5)
    assert isinstance(week["median_over_par"], float)
    assert month["guesses_a_day"] == 0.1
    assert "river" not in said.out


def test_as_table(played: Path, warmer: Any) -> None:
    """People get a table of all of it."""
    said = warmer("stats", "--database", str(played))
    assert said.code == 0
    for part in ("servers", "last 7 days", "last 30 days", "50%", "median over par", "posts late"):
        assert part in said.out


def test_of_nothing(warmer: Any, database_file: Path, tmp_path: Path) -> None:
    """A new database has figures too; a file that is not there is told as that."""
    said = warmer("stats", "--database", str(database_file))
    assert said.code == 0
    assert warmer("stats", "--database", str(tmp_path / "typo.sqlite3")).code == 66
