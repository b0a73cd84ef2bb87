"""`warmer db`: tables, backups and their way back."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest


def entries(file: Path) -> int:
    """How many words stand on the boards of a database."""
    with closing(sqlite3.connect(file)) as database:
        (number,) = database.execute("SELECT count(*) FROM entries").fetchone()
    return int(number)


def test_upgrade_and_check(warmer: Any) -> None:
    """A check tells a database that is up to date, by word, by JSON and by exit code."""
    assert warmer("db", "upgrade").code == 0
    after = warmer("db", "check")
    assert after.code == 0
    assert "up to date" in after.out
    assert "up to date already" in warmer("db", "upgrade").out
    said = json.loads(warmer("db", "check", "--json").out)
    assert said["found"] == said["wanted"]


def test_checking_and_backing_up_make_no_database(warmer: Any, tmp_path: Path) -> None:
    """A path mistyped is told as a file that is not there, and no file is made."""
    typo = tmp_path / "typo.sqlite3"
    for command in (("db", "check"), ("db", "backup", str(tmp_path / "out.sqlite3"))):
        refused = warmer(*command, "--database", str(typo))
        assert refused.code == 66
        assert str(typo) in refused.err
    assert list(tmp_path.glob("*.sqlite3")) == []


def test_check_of_a_database_without_tables(warmer: Any, tmp_path: Path) -> None:
    """An empty database is told by word and by exit code, with the remedy."""
    (tmp_path / "empty.sqlite3").touch()
    before = warmer("db", "check", "--database", str(tmp_path / "empty.sqlite3"))
    assert before.code == 1
    assert "Run `warmer db upgrade`" in before.out


def test_check_of_a_newer_database(warmer: Any, tmp_path: Path) -> None:
    """Tables of a later Warmer are left alone, and the remedy is to update."""
    file = tmp_path / "game.sqlite3"
    assert warmer("db", "upgrade", "--database", str(file)).code == 0
    with closing(sqlite3.connect(file)) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.commit()
    check = warmer("db", "check", "--database", str(file))
    assert check.code == 1
    assert "Update Warmer" in check.out
    upgrade = warmer("db", "upgrade", "--database", str(file))
    assert upgrade.code == 65
    assert "Update Warmer" in upgrade.complaint


def test_backup_and_restore(warmer: Any, tmp_path: Path) -> None:
    """What was backed up comes back, and what was there is kept beside it."""
    file, saved = tmp_path / "game.sqlite3", tmp_path / "saved.sqlite3"
    where = ("--database", str(file))
    assert warmer("play", *where, lines="/guess word:river\n").code == 0
    backup = warmer("db", "backup", str(saved), *where)
    assert backup.code == 0
    assert f"Wrote {saved}" in backup.out
    assert warmer("play", *where, lines="/guess word:lake\n").code == 0
    assert (entries(file), entries(saved)) == (2, 1)
    restore = warmer("db", "restore", str(saved), *where)
    assert restore.code == 0
    assert entries(file) == 1
    (kept,) = set(tmp_path.glob("game*.sqlite3*")) - {file}
    assert kept.name in restore.out
    assert entries(kept) == 2


@pytest.mark.parametrize("name", ["none.sqlite3", "text.txt"])
def test_restore_of_what_is_no_backup(warmer: Any, tmp_path: Path, name: str) -> None:
    """A file that is not there, or no backup, changes nothing."""
    file = tmp_path / "game.sqlite3"
    where = ("--database", str(file))
    assert warmer("play", *where, lines="/guess word:river\n").code == 0
    (tmp_path / "text.txt").write_text("no database")
    ended = warmer("db", "restore", str(tmp_path / name), *where)
    assert ended.code in {65, 66}
    assert name in ended.complaint
    assert entries(file) == 1


def test_backup_into_nowhere(warmer: Any, tmp_path: Path) -> None:
    """A backup that cannot be written there is refused with 73."""
    assert warmer("db", "upgrade").code == 0
    ended = warmer("db", "backup", str(tmp_path / "none" / "saved.sqlite3"))
    assert ended.code == 73
    assert "saved.sqlite3" in ended.complaint
