"""Every failure is one clear line without a traceback, and its own exit code."""

import dataclasses
import os
import shutil
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import bot.cli.db
import embedding.errors as embedding
import embedding.words.errors as words
import store.errors as store
from bot.cli.failures import explain
from bot.settings import SHIPPED_WORDS
from store.engine import open_database

# Faults in Warmer itself: they end with a traceback, which whoever mends them needs.
OUR_OWN = {
    store.StoreError, store.ConstraintBroken, store.PositionTaken,
    store.NaiveDatetime, store.BadVector,
    words.WordsError,
    embedding.EmbeddingError, embedding.EncoderError, embedding.VectorIndexError,
    embedding.BadVectors, embedding.DuplicateIds, embedding.UnknownIds,
    embedding.MetricUnsupported,
    # Nothing in the command line opens a snapshot yet.
    embedding.SnapshotError, embedding.SnapshotMissing, embedding.SnapshotDamaged,
    embedding.SnapshotMismatch,
}  # fmt: skip
SAMPLES: dict[Any, Any] = {str: "x", int: 7, float: 0.5, Path: Path("x"), object: "x"}


def kinds(base: type[Exception]) -> Iterator[type[Exception]]:
    """A type and all below it."""
    yield base
    for below in base.__subclasses__():
        yield from kinds(below)


KINDS = [
    kind
    for base in (store.StoreError, embedding.EmbeddingError, words.WordsError)
    for kind in kinds(base)
]


def sample(kind: type[Exception]) -> Exception:
    """An error of that kind."""
    if not dataclasses.is_dataclass(kind):
        return kind()
    fields = dataclasses.fields(kind)
    return kind(*(SAMPLES.get(field.type, "x") for field in fields))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_error_is_explained(kind: type[Exception]) -> None:
    """Each error that an operator can meet has a line of its own and a code of sysexits(3)."""
    failure = explain(sample(kind))
    if kind in OUR_OWN:
        assert failure is None
        return
    assert failure is not None
    assert "\n" not in failure.text
    assert failure.text.endswith(".")
    assert kind.__name__ not in failure.text
    assert failure.code in range(65, 79)


@pytest.fixture
def not_a_database(tmp_path: Path) -> Path:
    """A text file."""
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, " * 500)
    return path


def test_damaged_words(warmer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words of which one byte is another are refused with 65."""
    damaged = tmp_path / "words.warmer"
    data = bytearray(SHIPPED_WORDS.read_bytes())
    data[len(data) // 2] ^= 1
    damaged.write_bytes(data)
    monkeypatch.setenv("WARMER_WORDS", str(damaged))
    ended = warmer("play")
    assert ended.code == 65
    assert str(damaged) in ended.complaint


def test_missing_words(warmer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that are not there are named."""
    monkeypatch.setenv("WARMER_WORDS", str(tmp_path / "none.warmer"))
    ended = warmer("play")
    assert ended.code == 65
    assert "none.warmer" in ended.complaint


@pytest.mark.parametrize("command", [("play",), ("db", "upgrade"), ("db", "check")])
def test_database_is_a_text(warmer: Any, not_a_database: Path, command: tuple[str, ...]) -> None:
    """A file that is no database is refused with 65 and left as it is."""
    before = not_a_database.read_bytes()
    ended = warmer(*command, "--database", str(not_a_database))
    assert ended.code == 65
    assert "notes.txt" in ended.complaint
    assert not_a_database.read_bytes() == before


def test_database_is_a_folder(warmer: Any, tmp_path: Path) -> None:
    """A folder is refused with 69."""
    ended = warmer("play", "--database", str(tmp_path))
    assert ended.code == 69
    assert str(tmp_path) in ended.complaint


def test_folder_cannot_be_made(warmer: Any, not_a_database: Path) -> None:
    """A path that leads through a file is refused with 69."""
    ended = warmer("play", "--database", str(not_a_database / "game.sqlite3"))
    assert ended.code == 69
    assert "notes.txt" in ended.complaint


@pytest.mark.parametrize("command", ["play", "db upgrade"])
def test_read_only_database(warmer: Any, tmp_path: Path, command: str) -> None:
    """A database that may only be read is refused with 73 where tables must be made in it."""
    file = tmp_path / "game.sqlite3"
    sqlite3.connect(file).close()
    url = f"sqlite:///file:{file}?mode=ro&uri=true"  # what permissions do, which root does not heed
    file.touch()
    ended = warmer(*command.split(), "--database", url)
    assert ended.code == 73
    assert "read-only" in ended.complaint


def test_locked_database(warmer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that another program holds is refused with 75 where tables must be made."""
    file = tmp_path / "game.sqlite3"
    open_database(str(file)).close()
    monkeypatch.setattr(bot.cli.db, "open_database", partial(open_database, lock_timeout=0.01))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        ended = warmer("db", "upgrade", "--database", str(file))
        other.execute("ROLLBACK")
    assert ended.code == 75
    assert "locked by another program" in ended.complaint


def test_database_of_another_program(warmer: Any, tmp_path: Path) -> None:
    """A database with other tables is left alone, with 65."""
    file = tmp_path / "game.sqlite3"
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    ended = warmer("play", "--database", str(file))
    assert ended.code == 65
    assert "another program's tables" in ended.complaint


def test_unknown_database(warmer: Any) -> None:
    """A URL of a database that Warmer cannot use is refused with 78, without its password."""
    ended = warmer("play", "--database", "mysql://me:hush@localhost/x")
    assert ended.code == 78
    assert "hush" not in ended.err
    assert "mysql" in ended.complaint


def test_server_that_is_not_there(warmer: Any) -> None:
    """A PostgreSQL that does not answer is refused with 69, without its password."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    ended = warmer("db", "check", "--database", f"postgresql://me:hush@127.0.0.1:{port}/x")
    assert ended.code == 69
    assert "hush" not in ended.err


@pytest.mark.parametrize("token", [None, ""])
def test_missing_token(warmer: Any, monkeypatch: pytest.MonkeyPatch, token: str | None) -> None:
    """Without a token, or with an empty one, `run` says where to get one, with 78."""
    if token is not None:
        monkeypatch.setenv("WARMER_DISCORD_TOKEN", token)
    ended = warmer("run")
    assert ended.code == 78
    assert "WARMER_DISCORD_TOKEN" in ended.complaint


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WARMER_WORKERS", "0"),
        ("WARMER_WORKERS", "many"),
        ("WARMER_TIME_ZONE", "Mars/Olympus"),
        ("WARMER_LOG_LEVEL", "LOUD"),
        ("WARMER_ENCODER", "magic"),
    ],
)
def test_wrong_setting(warmer: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    """A setting that cannot be is named, with 78."""
    monkeypatch.setenv(name, value)
    ended = warmer("db", "check")
    assert ended.code == 78
    assert name in ended.complaint


def test_settings_from_a_file(warmer: Any, tmp_path: Path) -> None:
    """A .env file in the working folder is read, and the command line goes before it."""
    (tmp_path / ".env").write_text("WARMER_DATABASE=one.sqlite3\n")
    assert warmer("db", "upgrade").code == 0
    assert warmer("db", "upgrade", "--database", "two.sqlite3").code == 0
    assert sorted(path.name for path in tmp_path.glob("*.sqlite3")) == [
        "one.sqlite3",
        "two.sqlite3",
    ]


def test_home_folder(warmer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A ~ in a setting, where no shell replaces it, is the home folder."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WARMER_DATABASE", "~/games/game.sqlite3")
    assert warmer("db", "upgrade").code == 0
    assert (tmp_path / "home" / "games" / "game.sqlite3").is_file()


def test_interrupted_backup(warmer: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in a backup ends with 130, leaves the older backup and no half-written file."""
    backup = tmp_path / "backup.sqlite3"
    assert warmer("db", "upgrade").code == 0
    assert warmer("db", "backup", str(backup)).code == 0
    before = shutil.copy(backup, tmp_path / "copy")
    present = set(tmp_path.iterdir())

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    ended = warmer("db", "backup", str(backup))
    assert ended.code == 130
    assert "Traceback" not in ended.err
    assert set(tmp_path.iterdir()) == present
    assert backup.read_bytes() == before.read_bytes()
