"""Opening a database: SQLite in a file or in memory, or PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    PoolProxiedConnection,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from store.errors import BadDatabaseUrl, DatabaseUnreachable, FileMissing, MissingDriver
from store.failures import translated

# How often to try switching a new file to write-ahead logging while others are opening it.
_SWITCHES = 20


class Database:
    """An open database: transactions to write in, snapshots to read from, and its name to show.

    `path` is the file of a SQLite database, None in memory and for PostgreSQL; `name` is the
    file, or the URL without its password.

    SQLite has one writing connection, whose pool of one is the lock that writers queue for, and
    a few reading connections which WAL lets pass the writer. In memory all share one connection.
    """

    def __init__(self, url: URL, writer: Engine, reader: Engine) -> None:
        self.url = url
        self.writer = writer
        self.reader = reader
        self.path = file_of(url)
        self.name = name_of(url)

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite; otherwise it is PostgreSQL."""
        return self.url.get_backend_name() == "sqlite"

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that rolls back on exit unless committed. Raises StoreError."""
        with translated(self.name), self.writer.connect() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A read-only snapshot. Raises StoreError."""
        with translated(self.name), self.reader.connect() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.reader.dispose()
        self.writer.dispose()


def parse_url(url: str) -> URL:
    """The URL of a database given as a URL, as a path, or as `:memory:`. Raises BadDatabaseUrl."""
    if "://" not in url:
        if not url.strip():
            raise BadDatabaseUrl(url)
        return URL.create("sqlite", database=url)
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise BadDatabaseUrl(url.split("://", 1)[0]) from error
    if parsed.drivername in {"postgres", "postgresql", "postgresql+psycopg"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername in {"sqlite", "sqlite+pysqlite"}:
        return parsed.set(drivername="sqlite")
    raise BadDatabaseUrl(parsed.render_as_string(hide_password=True))


def file_of(url: URL) -> Path | None:
    """The file that a SQLite URL names; None in memory and for PostgreSQL."""
    database = url.database
    if url.get_backend_name() != "sqlite" or not database or database == ":memory:":
        return None
    return Path(database.removeprefix("file:"))


def name_of(url: URL) -> str:
    """A database's name fit to be shown."""
    path = file_of(url)
    return str(path) if path else url.render_as_string(hide_password=True)


def open_database(url: str, *, lock_timeout: float = 5.0, readers: int = 4) -> Database:
    """Open the database at a URL or a path; a SQLite file that is missing is made, empty.

    A writer waits `lock_timeout` seconds for other writers; up to four times `readers` may read
    at once, of whose connections `readers` are kept. Raises BadDatabaseUrl, MissingDriver,
    DatabaseUnreachable, DatabaseDamaged or DatabaseLocked. Close it after use.
    """
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        database = _sqlite(parsed, lock_timeout, readers)
    else:
        database = _postgres(parsed, lock_timeout, readers)
    try:
        with database.reading() as connection:
            connection.exec_driver_sql("SELECT 1")
    except BaseException:
        database.close()
        raise
    return database


def require_file(url: str) -> None:
    """Raises FileMissing where the URL or path names a SQLite file that is not there."""
    path = file_of(parse_url(url))
    if path is not None and not path.exists():
        raise FileMissing(path)


def _sqlite(url: URL, lock_timeout: float, readers: int) -> Database:
    path = file_of(url)
    if path and not path.parent.is_dir():
        raise DatabaseUnreachable(name_of(url), f"no folder {path.parent}")
    common: dict[str, Any] = {
        "poolclass": QueuePool,
        "pool_timeout": lock_timeout,
        "hide_parameters": True,
        "connect_args": {
            "isolation_level": None,
            "check_same_thread": False,
            "timeout": lock_timeout,
        },
    }
    writer = create_engine(url, pool_size=1, max_overflow=0, **common)
    _listen(writer, begin="BEGIN IMMEDIATE", query_only=False)
    if path is None:
        return Database(url, writer, writer)
    reader = create_engine(url, pool_size=readers, max_overflow=readers * 3, **common)
    _listen(reader, begin="BEGIN", query_only=True)
    return Database(url, writer, reader)


def _listen(engine: Engine, *, begin: str, query_only: bool) -> None:
    """Take over transactions from sqlite3, which would begin them late and deferred."""

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        if connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete":
            _write_ahead(connection)
        if query_only:
            connection.execute("PRAGMA query_only = ON")

    def start(connection: PoolProxiedConnection) -> None:
        connection.cursor().execute(begin).close()

    # A listener for "begin" would do, but makes every connection twice as dear.
    engine.dialect.do_begin = start  # type: ignore[assignment]  # called with this one argument


def _write_ahead(connection: sqlite3.Connection) -> None:
    for _ in range(_SWITCHES):
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
        except sqlite3.OperationalError as error:
            code = error.sqlite_errorcode & 0xFF
            if code == sqlite3.SQLITE_READONLY:
                # Such a file stays as it is: writing to it will say so by name.
                return
            if code != sqlite3.SQLITE_BUSY:
                raise
        else:
            return
        # Alone of all statements, the switch may fail at once instead of waiting for others who
        # are opening the file too; so wait for a turn to write, and try again. Where it never
        # succeeds somebody reads all the time, and the next connection to be made tries again.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ROLLBACK")


def _postgres(url: URL, lock_timeout: float, readers: int) -> Database:
    arguments: dict[str, Any] = {}
    if "connect_timeout" not in url.query:
        arguments["connect_timeout"] = 10
    if "options" not in url.query:
        # A board that stays locked is an error with a name, as it is on SQLite. In milliseconds,
        # of which 0 would mean for ever.
        arguments["options"] = f"-c lock_timeout={max(1, int(lock_timeout * 1000))}"
    try:
        writer = create_engine(
            url,
            pool_pre_ping=True,
            pool_size=readers,
            max_overflow=readers * 3,
            pool_timeout=lock_timeout,
            hide_parameters=True,
            connect_args=arguments,
            isolation_level="READ COMMITTED",
        )
    except ModuleNotFoundError as error:
        raise MissingDriver(name_of(url), "postgres") from error
    reader = writer.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Database(url, writer, reader)
