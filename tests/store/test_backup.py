"""Backups: what goes into one comes out of it, on whatever database, or nothing is touched."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from sqlalchemy import Column, Connection, select, text

from game.model import BoardKey, Entry, Focus, Mode, Puzzle, PuzzleKind
from store.backup import backup, restore
from store.columns import UtcDateTime
from store.engine import Database, open_database
from store.errors import (
    BadDatabaseUrl,
    DatabaseDamaged,
    DatabaseLocked,
    FileMissing,
    FileUnwritable,
    NotEmpty,
    NotOurs,
    SchemaOutOfDate,
    SchemaTooNew,
    StoreError,
)
from store.migrate import check, downgrade, upgrade
from store.notebook import SqlNotebook
from store.revisions import HEAD, REVISIONS
from store.schema import METADATA
from store.vectors import SqlVectorStore
from store.work import SqlGameStore

Contents = dict[str, list[tuple[Any, ...]]]


def contents(database: Database) -> Contents:
    """Every row of every table."""
    with database.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table))), key=str)
            for table in METADATA.sorted_tables
        }


def contents_at(url: str) -> Contents:
    """Every row of the database at a URL."""
    database = open_database(url)
    try:
        assert check(database).up_to_date
        return contents(database)
    finally:
        database.close()


def some(connection: Connection, column: Column[Any], noon: datetime) -> Any:
    """A value that the column takes."""
    for key in column.foreign_keys:
        return connection.execute(select(key.column)).scalars().first()
    kind = datetime if isinstance(column.type, UtcDateTime) else column.type.python_type
    words = {
        "style": "race",
        "mix": "easy",
        "state": "queued" if "word" in column.table.c else "sent",
        "kind": "films",
        "status": "live",
        "verdict": "like",
    }
    ready = {str: words.get(column.name, "水"), datetime: noon, date: noon.date(), bool: True}
    return 7 if column.name == "halves" else ready.get(kind, 2**8)


@pytest.fixture
def play(add_daily: Callable[[Database], Puzzle], noon: datetime) -> Callable[[Database], Contents]:
    """Fills every table of a database, and returns what it holds then."""

    def fill(database: Database) -> Contents:
        puzzle = add_daily(database)
        with SqlGameStore(database).working() as work:
            later = replace(puzzle, day=date(2026, 5, 5), number=5, secret="水")
            assert work.add_puzzle(later) is not None
            board = work.lock_board(BoardKey(puzzle.id, Mode.TOGETHER, 2**62))
            moment = noon + timedelta(microseconds=7)
            work.add_entry(Entry(board.id, 1, 7, "lake", 1 / 3, 9, moment, 1, interaction_id=2**61))
            work.save_board(replace(board, entries=1, gave_up=True, finished_at=moment))
            work.vote(board.id, 7)
            work.claim(2**62, board.id)
            work.set_focus(Focus(puzzle.server_id, 7, Mode.SOLO, puzzle.id, puzzle.day))
            work.commit()
        rows = {f"h{n}": np.arange(n, n + 9, dtype=np.float32) for n in range(1201)}
        SqlVectorStore(database, lambda: noon).put("model", rows)
        SqlNotebook(database).keep("commands", "hash")
        with database.writing() as connection:
            for table in METADATA.sorted_tables:
                if connection.execute(select(table)).first() is None:
                    row = {c.name: some(connection, c, noon) for c in table.c if c.name != "id"}
                    connection.execute(table.insert(), row)
            connection.commit()
        return contents(database)

    return fill


@pytest.fixture
def full(database: Database, play: Callable[[Database], Contents]) -> tuple[Database, Contents]:
    """A database of each kind with rows in every table, and what it holds."""
    held = play(database)
    assert all(held.values())
    return database, held


@pytest.fixture
def saved(full: tuple[Database, Contents], tmp_path: Path) -> Iterator[tuple[Path, Contents]]:
    """A backup of a database of each kind, and what it holds."""
    file = tmp_path / "backups" / "warmer.backup"
    file.parent.mkdir()
    backup(full[0], file)
    yield file, full[1]
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.fixture
def sqlite_backup(
    sqlite_database: Database, play: Callable[[Database], Contents], tmp_path: Path
) -> tuple[Path, Contents]:
    """A backup of a SQLite database, and what it holds."""
    held = play(sqlite_database)
    file = tmp_path / "warmer.backup"
    backup(sqlite_database, file)
    return file, held


def test_backup_is_a_database(saved: tuple[Path, Contents], tmp_path: Path) -> None:
    """A backup of any database is one file that opens as a SQLite database with the same rows."""
    file, held = saved
    copy = tmp_path / "copy.sqlite3"
    shutil.copyfile(file, copy)
    assert contents_at(str(copy)) == held


def test_restore_to_a_new_sqlite_file(
    saved: tuple[Path, Contents], tmp_path: Path, noon: datetime
) -> None:
    """From any database into SQLite: every row arrives, and nothing else is left in the folder."""
    file, held = saved
    target = tmp_path / "new" / "warmer.sqlite3"
    target.parent.mkdir()
    assert restore(file, str(target), now=noon) is None
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert contents_at(str(target)) == held


def test_restore_to_postgres(
    saved: tuple[Path, Contents], make_postgres_url: Callable[[], str], noon: datetime
) -> None:
    """From any database into an empty PostgreSQL: every row arrives, and ids go on after them."""
    file, held = saved
    url = make_postgres_url()
    assert restore(file, url, now=noon) is None
    assert contents_at(url) == held
    database = open_database(url)
    server_id = held["servers"][0][0]
    with SqlGameStore(database).working() as work:
        puzzle = Puzzle(server_id, PuzzleKind.DAILY, 9, date(2026, 6, 1), "bay", "words-1")
        added = work.add_puzzle(puzzle)
        assert added is not None
        assert added.id == max(row[0] for row in held["puzzles"]) + 1
    database.close()


def test_restore_keeps_the_previous_file(
    sqlite_backup: tuple[Path, Contents], sqlite_database: Database, noon: datetime
) -> None:
    """The database that was there before is kept beside it, whole, with what came after."""
    file, held = sqlite_backup
    target = sqlite_database.path
    assert target is not None
    with sqlite_database.writing() as connection:
        connection.execute(text("DELETE FROM vectors"))
        connection.commit()
    later = contents(sqlite_database)
    sqlite_database.close()
    previous = restore(file, str(target), now=noon)
    assert previous == target.with_name("warmer.sqlite3.before-restore-20260504T120000Z")
    assert contents_at(str(target)) == held
    assert contents_at(str(previous)) == later != held


def test_restore_over_a_database_that_was_killed(
    sqlite_backup: tuple[Path, Contents], tmp_path: Path, noon: datetime
) -> None:
    """A write-ahead log that a killed process left goes with its own database, not the new one."""
    file, held = sqlite_backup
    live = open_database(str(tmp_path / "live.sqlite3"))
    upgrade(live)
    with live.writing() as connection:
        connection.execute(text("INSERT INTO servers VALUES (99, 'UTC', 5, '2026-05-01')"))
        connection.commit()
    target = tmp_path / "killed.sqlite3"
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{live.path}{suffix}", f"{target}{suffix}")
    live.close()
    assert Path(f"{target}-wal").stat().st_size > 0
    previous = restore(file, str(target), now=noon)
    assert contents_at(str(target)) == held
    assert [row[0] for row in contents_at(str(previous))["servers"]] == [99]


def test_restore_over_a_damaged_file(
    sqlite_backup: tuple[Path, Contents], tmp_path: Path, noon: datetime
) -> None:
    """A database too damaged to open is replaced all the same, and kept byte by byte."""
    file, held = sqlite_backup
    target = tmp_path / "broken.sqlite3"
    target.write_bytes(b"broken" * 1000)
    Path(f"{target}-wal").write_bytes(b"left over")
    previous = restore(file, str(target), now=noon)
    assert previous is not None
    assert previous.read_bytes() == b"broken" * 1000
    assert Path(f"{previous}-wal").read_bytes() == b"left over"
    assert contents_at(str(target)) == held


def test_restore_over_an_open_database_is_refused(
    sqlite_backup: tuple[Path, Contents], sqlite_database: Database, noon: datetime
) -> None:
    """While a bot has the database open it is not taken from under it."""
    with sqlite_database.reading() as connection:
        connection.execute(text("SELECT * FROM servers")).all()
    before = contents(sqlite_database)
    with pytest.raises(DatabaseLocked):
        restore(sqlite_backup[0], str(sqlite_database.path), now=noon)
    assert contents(sqlite_database) == before
    assert sqlite_database.path is not None
    assert not list(sqlite_database.path.parent.glob("*before-restore*"))


def test_restoring_twice_in_a_second_is_refused(
    sqlite_backup: tuple[Path, Contents], tmp_path: Path, noon: datetime
) -> None:
    """A previous database that is kept already is never overwritten."""
    target = tmp_path / "target.sqlite3"
    for _ in range(2):
        restore(sqlite_backup[0], str(target), now=noon)
    with pytest.raises(FileUnwritable):
        restore(sqlite_backup[0], str(target), now=noon)
    assert contents_at(str(target)) == sqlite_backup[1]


def test_postgres_with_rows_must_be_forced(
    sqlite_backup: tuple[Path, Contents],
    postgres_database: Database,
    postgres_url: str,
    play: Callable[[Database], Contents],
    noon: datetime,
) -> None:
    """Rows on PostgreSQL are deleted only when that was asked for."""
    play(postgres_database)
    with postgres_database.writing() as connection:
        connection.execute(text("UPDATE servers SET time_zone = 'UTC'"))
        connection.commit()
    before = contents(postgres_database)
    with pytest.raises(NotEmpty):
        restore(sqlite_backup[0], postgres_url, now=noon)
    assert contents(postgres_database) == before
    restore(sqlite_backup[0], postgres_url, now=noon, force=True)
    assert contents(postgres_database) == sqlite_backup[1] != before


def test_backup_replaces_an_older_one(
    sqlite_backup: tuple[Path, Contents], sqlite_database: Database
) -> None:
    """A backup to the same name replaces it in one step."""
    with sqlite_database.writing() as connection:
        connection.execute(text("DELETE FROM vectors"))
        connection.commit()
    backup(sqlite_database, sqlite_backup[0])
    assert contents_at(str(sqlite_backup[0])) == contents(sqlite_database) != sqlite_backup[1]


def test_backup_while_others_write(
    lasting_database: Database, play: Callable[[Database], Contents], tmp_path: Path
) -> None:
    """A backup needs no pause: an open transaction is simply not in it."""
    held = play(lasting_database)
    with lasting_database.writing() as connection:
        connection.execute(text("DELETE FROM vectors"))
        backup(lasting_database, tmp_path / "warmer.backup")
    assert contents_at(str(tmp_path / "warmer.backup")) == held


def test_backup_into_a_missing_folder(database: Database, tmp_path: Path) -> None:
    """A folder that is not there is an error with a name, and is not made."""
    with pytest.raises(FileUnwritable) as caught:
        backup(database, tmp_path / "nowhere" / "warmer.backup")
    assert caught.value.file == tmp_path / "nowhere" / "warmer.backup"


def test_backup_onto_a_folder(database: Database, tmp_path: Path) -> None:
    """A folder in the backup's place is left alone, and nothing half-written beside it."""
    (tmp_path / "taken" / "folder").mkdir(parents=True)
    with pytest.raises(FileUnwritable):
        backup(database, tmp_path / "taken" / "folder")
    assert [path.name for path in (tmp_path / "taken").iterdir()] == ["folder"]


def test_backup_of_an_unmigrated_database(empty_url: str, tmp_path: Path) -> None:
    """A database without our tables gives no backup."""
    database = open_database(empty_url)
    with pytest.raises(SchemaOutOfDate):
        backup(database, tmp_path / "warmer.backup")
    database.close()
    assert not (tmp_path / "warmer.backup").exists()


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _overwrite(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[4096 * 3 : 4096 * 9] = b"\xaa" * 4096 * 6
    file.write_bytes(data)


def _run(*statements: str) -> Callable[[Path], None]:
    def run(file: Path) -> None:
        with closing(sqlite3.connect(file)) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.commit()

    return run


@pytest.mark.parametrize(
    ("spoil", "error"),
    [
        (Path.unlink, FileMissing),
        (_cut, DatabaseDamaged),
        (_overwrite, DatabaseDamaged),
        (lambda file: file.write_bytes(b"no database" * 999), DatabaseDamaged),
        (lambda file: file.write_bytes(b""), NotOurs),
        (_run("PRAGMA foreign_keys = OFF", "DELETE FROM servers"), DatabaseDamaged),
        (_run("UPDATE alembic_version SET version_num = '9999'"), SchemaTooNew),
        (_run("DROP TABLE alembic_version"), NotOurs),
    ],
    ids=["missing", "cut", "overwritten", "text", "empty", "orphans", "newer", "stranger"],
)
@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_bad_backup_touches_nothing(
    sqlite_backup: tuple[Path, Contents],
    request: pytest.FixtureRequest,
    noon: datetime,
    tmp_path: Path,
    kind: str,
    spoil: Callable[[Path], object],
    error: type[Exception],
) -> None:
    """A backup that is not whole, or not ours, is refused by name before anything is touched."""
    file, held = sqlite_backup
    if kind == "sqlite":
        url = str(tmp_path / "target.sqlite3")
        restore(file, url, now=noon)
    else:
        request.getfixturevalue("postgres_database")
        url = request.getfixturevalue("postgres_url")
        restore(file, url, now=noon)
    spoil(file)
    names = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(error):
        restore(file, url, now=noon, force=True)
    assert {path.name for path in tmp_path.iterdir()} == names
    assert contents_at(url) == held


def test_memory_cannot_be_restored_into(
    sqlite_backup: tuple[Path, Contents], noon: datetime
) -> None:
    """A database in memory would be gone at once."""
    with pytest.raises(BadDatabaseUrl):
        restore(sqlite_backup[0], ":memory:", now=noon)


@pytest.fixture(params=REVISIONS[:-1])
def older_backup(
    sqlite_database: Database,
    play: Callable[[Database], Contents],
    tmp_path: Path,
    request: pytest.FixtureRequest,
) -> tuple[Path, Contents]:
    """A backup as an earlier Warmer left it, of every revision, and what it holds by today's."""
    play(sqlite_database)
    downgrade(sqlite_database, request.param)
    file = tmp_path / f"of-{request.param}.backup"
    with (
        closing(sqlite3.connect(str(sqlite_database.path))) as source,
        closing(sqlite3.connect(file)) as target,
    ):
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    upgrade(sqlite_database)
    held = contents(sqlite_database)
    assert all(held[name] for name in ("servers", "puzzles", "boards", "entries", "votes"))
    return file, held


def revision_of(file: Path) -> str:
    """The revision that a file's tables are of."""
    with closing(sqlite3.connect(file)) as connection:
        (found,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found)


def test_older_backup_into_sqlite(
    older_backup: tuple[Path, Contents], tmp_path: Path, noon: datetime
) -> None:
    """A backup of any earlier revision comes back upgraded, and is itself left as it was."""
    file, held = older_backup
    before = file.read_bytes()
    target = tmp_path / "new" / "warmer.sqlite3"
    target.parent.mkdir()
    restore(file, str(target), now=noon)
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert contents_at(str(target)) == held
    assert revision_of(target) == HEAD
    assert file.read_bytes() == before


def test_older_backup_into_postgres(
    older_backup: tuple[Path, Contents], make_postgres_url: Callable[[], str], noon: datetime
) -> None:
    """The same into PostgreSQL, where ids go on after those that were restored."""
    file, held = older_backup
    url = make_postgres_url()
    restore(file, url, now=noon)
    assert contents_at(url) == held
    database = open_database(url)
    puzzle = Puzzle(held["servers"][0][0], PuzzleKind.DAILY, 9, date(2026, 6, 1), "bay", "words-1")
    with SqlGameStore(database).working() as work:
        added = work.add_puzzle(puzzle)
    database.close()
    assert added is not None
    assert added.id == max(row[0] for row in held["puzzles"]) + 1


def test_older_backup_over_a_newer_database(
    older_backup: tuple[Path, Contents], sqlite_database: Database, noon: datetime
) -> None:
    """What came after the backup is kept beside it, with its own revision."""
    file, held = older_backup
    SqlNotebook(sqlite_database).keep("later", "than the backup")
    target = sqlite_database.path
    assert target is not None
    later = contents(sqlite_database)
    sqlite_database.close()
    kept = restore(file, str(target), now=noon)
    assert contents_at(str(target)) == held
    assert contents_at(str(kept)) == later != held


def test_older_backup_that_fails_to_upgrade_touches_nothing(
    older_backup: tuple[Path, Contents], tmp_path: Path, noon: datetime
) -> None:
    """Where a migration cannot be carried out, the database stays what it was."""
    file, _ = older_backup
    target = tmp_path / "target.sqlite3"
    database = open_database(str(target))
    upgrade(database)
    SqlNotebook(database).keep("here", "before")
    before = contents(database)
    database.close()
    # Something of a stranger's in the way: a table where there is none yet, else a column.
    has_items = revision_of(file) >= "0005"
    _run("ALTER TABLE items ADD COLUMN added_at" if has_items else "CREATE TABLE items (x)")(file)
    names = {path.name for path in tmp_path.iterdir()}
    with pytest.raises(StoreError):
        restore(file, str(target), now=noon)
    assert {path.name for path in tmp_path.iterdir()} == names
    assert contents_at(str(target)) == before
