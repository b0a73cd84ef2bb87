"""Opening databases, and the names of what can go wrong with them."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Connection, text

from game.model import BoardKey, Entry, Focus, Mode, Puzzle, PuzzleKind, Server
from store.engine import Database, open_database
from store.errors import (
    BadDatabaseUrl,
    ConstraintBroken,
    DatabaseDamaged,
    DatabaseFailed,
    DatabaseFull,
    DatabaseLocked,
    DatabaseReadOnly,
    DatabaseUnreachable,
    MissingDriver,
    NaiveDatetime,
    PositionTaken,
    SealBroken,
    UnknownServer,
)
from store.migrate import upgrade
from store.vectors import SqlVectorStore
from store.work import SqlGameStore


def pragma(database: Database, name: str) -> object:
    """A setting of the writing connection."""
    with database.writing() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def file_of(database: Database) -> Path:
    """The file of a SQLite database."""
    assert database.path is not None
    return database.path


@pytest.fixture
def impatient(sqlite_database: Database) -> Iterator[Database]:
    """A second opening of the SQLite file, which waits for nobody."""
    database = open_database(str(file_of(sqlite_database)), lock_timeout=0.01)
    yield database
    database.close()


def test_sqlite_is_opened_strict_and_fast(sqlite_database: Database) -> None:
    """Write-ahead log, foreign keys on, and waiting for locks."""
    assert pragma(sqlite_database, "journal_mode") == "wal"
    assert pragma(sqlite_database, "foreign_keys") == 1
    assert pragma(sqlite_database, "synchronous") == 1
    assert pragma(sqlite_database, "busy_timeout") == 5000


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}", "sqlite+pysqlite:///{}"])
def test_paths_and_urls_open_the_same_file(form: str, tmp_path: Path) -> None:
    """A SQLite database is named by its path or by a URL."""
    path = tmp_path / "a database.sqlite3"
    database = open_database(form.format(path))
    assert (database.path, database.name, database.is_sqlite) == (path, str(path), True)
    database.close()
    assert path.exists()


@pytest.mark.parametrize("url", [":memory:", "sqlite://", "sqlite:///:memory:"])
def test_memory_has_no_file(url: str) -> None:
    """A database in memory keeps its rows from one transaction to the next."""
    database = open_database(url)
    upgrade(database)
    assert database.path is None
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM servers")).scalar() == 0
    database.close()


@pytest.mark.parametrize("url", ["", "  ", "mysql://host/db", "://", "postgresql+asyncpg://h/d"])
def test_other_databases_are_refused(url: str) -> None:
    """Only SQLite and PostgreSQL through psycopg are opened."""
    with pytest.raises(BadDatabaseUrl):
        open_database(url)


def test_password_is_never_shown() -> None:
    """Neither the error nor its message holds the password of a server that does not answer."""
    with pytest.raises(DatabaseUnreachable) as caught:
        open_database("postgres://warmer:hunter2@127.0.0.1:1/warmer")
    assert "hunter2" not in f"{caught.value!r} {caught.value} {caught.value.database}"
    with pytest.raises(BadDatabaseUrl) as refused:
        open_database("mysql://warmer:hunter2@host/db")
    assert "hunter2" not in repr(refused.value)


def test_unknown_postgres_database_is_unreachable(postgres_url: str) -> None:
    """A server that answers but has no such database is named too."""
    with pytest.raises(DatabaseUnreachable):
        open_database(postgres_url.replace("/warmer_", "/nowhere_"))


def test_missing_driver_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without psycopg, the error tells which extra brings it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingDriver) as caught:
        open_database("postgresql://host/db")
    assert caught.value.extra == "postgres"


def test_missing_folder_is_unreachable(tmp_path: Path) -> None:
    """A file cannot be made in a folder that is not there, and no folder is made for it."""
    with pytest.raises(DatabaseUnreachable):
        open_database(str(tmp_path / "nowhere" / "warmer.sqlite3"))
    assert not (tmp_path / "nowhere").exists()


def test_folder_is_no_database(tmp_path: Path) -> None:
    """A folder in the place of the file cannot be opened."""
    with pytest.raises(DatabaseUnreachable):
        open_database(str(tmp_path))


def test_file_of_another_kind_is_damaged(tmp_path: Path) -> None:
    """A file that is no database is refused and stays as it is."""
    path = tmp_path / "notes.txt"
    path.write_text("no database, however long " * 100)
    before = path.read_bytes()
    with pytest.raises(DatabaseDamaged) as caught:
        open_database(str(path))
    assert caught.value.database == str(path)
    assert path.read_bytes() == before


def test_malformed_pages_are_damaged(sqlite_database: Database) -> None:
    """A file whose pages were overwritten is refused when it is opened."""
    path = file_of(sqlite_database)
    sqlite_database.close()
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    with pytest.raises(DatabaseDamaged):
        open_database(str(path))


def test_held_database_is_locked(sqlite_database: Database, impatient: Database) -> None:
    """A writer who waited in vain for another is told so; readings go on."""
    with sqlite_database.writing() as holding:
        holding.execute(text("DELETE FROM servers"))
        with pytest.raises(DatabaseLocked), impatient.writing() as connection:
            connection.execute(text("DELETE FROM servers"))
        with impatient.reading() as connection:
            assert connection.execute(text("SELECT count(*) FROM servers")).scalar() == 0


def test_second_writer_in_a_process_is_locked(impatient: Database) -> None:
    """A work inside a work would wait for itself: it is refused instead."""
    with impatient.writing(), pytest.raises(DatabaseLocked), impatient.writing():
        pass


def test_held_board_is_locked(
    postgres_database: Database, postgres_url: str, add_daily: Callable[[Database], Puzzle]
) -> None:
    """On PostgreSQL a board that stays locked is reported the same way."""
    key = BoardKey(add_daily(postgres_database).id, Mode.SOLO, 1)
    with SqlGameStore(postgres_database).working() as work:
        work.lock_board(key)
        work.commit()
    hasty = open_database(postgres_url, lock_timeout=0.05)
    with SqlGameStore(postgres_database).working() as work:
        work.lock_board(key)
        with pytest.raises(DatabaseLocked), SqlGameStore(hasty).working() as other:
            other.lock_board(key)
    hasty.close()


def test_read_only_file(sqlite_database: Database, server: Server) -> None:
    """A file that may only be read is read, and writing to it says why not."""
    path = file_of(sqlite_database)
    database = open_database(f"sqlite:///file:{path}?mode=ro&uri=true")
    store = SqlGameStore(database)
    with store.reading() as read:
        assert read.server(server.id) is None
    with pytest.raises(DatabaseReadOnly), store.working() as work:
        work.add_server(server)
    database.close()


def test_full_disk(sqlite_database: Database, noon: datetime) -> None:
    """Where there is no room, nothing of a transaction is kept."""
    with sqlite_database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")
    vectors = SqlVectorStore(sqlite_database, lambda: noon)
    with pytest.raises(DatabaseFull):
        vectors.put("m", {f"h{n}": np.ones(4096, np.float32) for n in range(99)})
    assert vectors.get("m", [f"h{n}" for n in range(99)]) == {}


def lose(connection: Connection, other: Database) -> None:
    """Use a connection after its server process was ended from another."""
    pid = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with other.writing() as killing:
        killing.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    connection.execute(text("SELECT 1"))


def test_lost_connection(postgres_database: Database, postgres_url: str, server: Server) -> None:
    """A work whose server goes away says so; the next one finds the server again."""
    store = SqlGameStore(postgres_database)
    other = open_database(postgres_url)
    with pytest.raises(DatabaseUnreachable), postgres_database.writing() as connection:
        lose(connection, other)
    other.close()
    with store.working() as work:
        assert work.add_server(server) == server


def test_readings_cannot_write(lasting_database: Database) -> None:
    """Both databases refuse to write in a reading."""
    with pytest.raises(DatabaseReadOnly), lasting_database.reading() as connection:
        connection.execute(text("DELETE FROM servers"))


def test_missing_table_has_its_own_message(memory_database: Database) -> None:
    """What has no name of its own comes with the database's message."""
    with pytest.raises(DatabaseFailed, match="nowhere"), memory_database.reading() as connection:
        connection.execute(text("SELECT * FROM nowhere"))


def test_leaving_out_the_server_is_refused(database: Database, server: Server) -> None:
    """A puzzle of a server that is not stored is refused by name."""
    puzzle = Puzzle(server.id, PuzzleKind.DAILY, 1, date(2026, 5, 1), "river", "words-1")
    with pytest.raises(UnknownServer), SqlGameStore(database).working() as work:
        work.add_puzzle(puzzle)


def test_focus_of_an_unknown_server_is_refused(database: Database) -> None:
    """Foreign keys hold on every database."""
    with pytest.raises(ConstraintBroken), SqlGameStore(database).working() as work:
        work.set_focus(Focus(1, 2))


def test_daily_with_an_owner_is_refused(
    database: Database, add_daily: Callable[[Database], Puzzle]
) -> None:
    """Check constraints hold on every database: a daily puzzle belongs to nobody."""
    puzzle = add_daily(database)
    bad = replace(puzzle, day=date(2027, 1, 1), secret="lake", owner_id=5)
    with pytest.raises(ConstraintBroken), SqlGameStore(database).working() as work:
        work.add_puzzle(bad)


def test_taken_position_is_an_error(
    database: Database, add_daily: Callable[[Database], Puzzle], noon: datetime
) -> None:
    """A position taken by another word is no duplicate: the board was changed without a lock."""
    key = BoardKey(add_daily(database).id, Mode.SOLO, 1)
    with SqlGameStore(database).working() as work:
        entry = Entry(work.lock_board(key).id, 1, 1, "lake", 0.5, 9, noon)
        assert work.add_entry(entry)
        with pytest.raises(PositionTaken):
            work.add_entry(replace(entry, word="sea"))


def test_naive_moment_is_refused(
    database: Database, add_daily: Callable[[Database], Puzzle], noon: datetime
) -> None:
    """A moment without a time zone is not guessed at."""
    key = BoardKey(add_daily(database).id, Mode.SOLO, 1)
    with SqlGameStore(database).working() as work:
        board = replace(work.lock_board(key), finished_at=noon.replace(tzinfo=None))
        with pytest.raises(NaiveDatetime):
            work.save_board(board)


def test_secrets_are_not_legible(
    sqlite_database: Database, add_daily: Callable[[Database], Puzzle]
) -> None:
    """Nobody who looks into the file sees a secret; one that was tampered with is refused."""
    puzzle = add_daily(sqlite_database)
    with closing(sqlite3.connect(file_of(sqlite_database))) as connection:
        assert puzzle.secret not in "\n".join(connection.iterdump())
        connection.execute("UPDATE puzzles SET secret = 'river'")
        connection.commit()
    with pytest.raises(SealBroken), SqlGameStore(sqlite_database).reading() as read:
        read.puzzle(puzzle.id)


def test_deleting_a_server_deletes_its_game(
    database: Database, add_daily: Callable[[Database], Puzzle], noon: datetime
) -> None:
    """Nothing of a server stays behind when it is deleted."""
    puzzle = add_daily(database)
    with SqlGameStore(database).working() as work:
        board = work.lock_board(BoardKey(puzzle.id, Mode.TOGETHER, 1))
        work.add_entry(Entry(board.id, 1, 1, "lake", 0.5, 9, noon))
        work.vote(board.id, 1)
        work.set_focus(Focus(puzzle.server_id, 1, Mode.SOLO, puzzle.id))
        work.commit()
    with database.writing() as connection:
        connection.execute(text("DELETE FROM servers"))
        for table in ("puzzles", "boards", "entries", "votes", "focuses"):
            assert connection.execute(text(f"SELECT count(*) FROM {table}")).scalar() == 0  # noqa: S608 - names from above
