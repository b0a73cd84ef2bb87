"""Arguments as a terminal in Latin-1 sends them: refused in a line, but for names of files."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
WRONG = os.fsdecode(b"Am\xe9lie")


@pytest.fixture
def run(warmer: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `warmer` on a database with a shelf of two films, without an encoder."""
    monkeypatch.setenv("WARMER_ENCODER", "http")

    def use(*arguments: str) -> Any:
        return warmer(*arguments, "--database", "taste.sqlite3")

    Path("films.csv").write_text("title\nSea\nMoon\n")
    where = ("--shelf", "films", "--server", "console")
    assert use("items", "import", "films.csv", *where).code == 0
    return use


@pytest.mark.parametrize(
    "command",
    [
        ("recs", "rate", WRONG, "4"), ("recs", "why", WRONG), ("recs", "similar", WRONG, "--json"),
        ("recs", "find", WRONG), ("recs", "recommend", "--mood", WRONG),
        ("recs", "recommend", f"--with={WRONG}"), ("recs", "taste", "--member", WRONG),
        ("items", "suggest", WRONG), ("items", "approve", WRONG),
        ("items", "remove", "Sea", WRONG, "--shelf", "films"), ("items", "list", "--shelf", WRONG),
        ("items", "import", "films.csv", "--shelf", WRONG),
    ],
)  # fmt: skip
def test_refused_in_one_line(run: Run, command: tuple[str, ...]) -> None:
    """It says which argument is wrong, and nothing is changed."""
    with closing(sqlite3.connect("taste.sqlite3")) as connection:
        before = list(connection.iterdump())
    ended = run(*command)
    assert ended.code == 65
    assert "Am\\xe9lie' is not UTF-8." in ended.complaint
    with closing(sqlite3.connect("taste.sqlite3")) as connection:
        assert list(connection.iterdump()) == before


def test_names_of_files_need_not_be(run: Run) -> None:
    """A file whose name is in Latin-1 is read and written all the same."""
    Path(f"{WRONG}.csv").write_text("title\nSun\n")
    assert "1 added" in run("items", "import", f"{WRONG}.csv", "--shelf", "films").out
    assert run("items", "export", f"./{WRONG}-2.csv", "--shelf", "films").code == 0
    assert "Sun" in Path(f"{WRONG}-2.csv").read_text()
    assert run("items", "export", f"{WRONG}-3.csv", "--shelf", "films").code == 65


def test_from_a_shell(run: Run, clean_environment: None) -> None:
    """A process of its own says the same, without a traceback."""
    command = [sys.executable, "-m", "bot", "recs", "similar", b"Am\xe9lie"]
    where = {"PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(command, capture_output=True, env=os.environ | where, check=False)
    assert done.returncode == 65
    assert done.stderr == b"warmer: 'Am\\xe9lie' is not UTF-8. Set your terminal to UTF-8.\n"
