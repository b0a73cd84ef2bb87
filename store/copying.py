"""Copying databases: page by page within SQLite, row by row between kinds of database."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, func, insert, select, text

from store.engine import Database
from store.schema import METADATA

_BATCH = 500

TABLES = METADATA.sorted_tables
"""Every table, each after those that it refers to."""


def copy_open_pages(database: Database, target: Path) -> None:
    """Copy an open SQLite database, as it is at one moment, to a new file. Raises StoreError."""
    with database.reading() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - the caller asked is_sqlite
        _copy(driver, target)


def copy_file_pages(source: Path, target: Path) -> None:
    """Copy the SQLite database in a file to a new file. Raises sqlite3.Error."""
    # A complete file is read without the side files that WAL would want to write beside it.
    unfinished = source.with_name(source.name + "-wal").exists()
    uri = f"{source.resolve().as_uri()}?mode=ro" + ("" if unfinished else "&immutable=1")
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        _copy(connection, target)


def _copy(source: sqlite3.Connection, target: Path) -> None:
    with closing(sqlite3.connect(target)) as connection:
        source.backup(connection)
        # Without write-ahead logging the file is whole by itself.
        connection.execute("PRAGMA journal_mode = DELETE")


def copy_rows(source: Connection, target: Connection) -> None:
    """Copy every row of every table into tables that are empty, in the callers' transactions."""
    for table in TABLES:
        rows = source.execute(select(table).execution_options(yield_per=_BATCH)).mappings()
        for batch in rows.partitions():
            target.execute(insert(table), [dict(row) for row in batch])


def holds_rows(connection: Connection) -> bool:
    """Whether any table has a row."""
    return any(connection.execute(select(table).limit(1)).first() for table in TABLES)


def lock_tables(connection: Connection) -> None:
    """Keep everybody else out of PostgreSQL's tables until the transaction ends."""
    names = ", ".join(table.name for table in TABLES)
    connection.execute(text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))


def empty_tables(connection: Connection) -> None:
    """Delete every row."""
    for table in reversed(TABLES):
        connection.execute(table.delete())


def advance_sequences(connection: Connection) -> None:
    """Make PostgreSQL's next ids follow those that were copied."""
    for table in TABLES:
        column = table.autoincrement_column
        if column is None:
            continue
        sequence = func.pg_get_serial_sequence(table.name, column.name)
        highest = func.max(column)
        connection.execute(
            select(func.setval(sequence, func.coalesce(highest, 1), highest.is_not(None)))
        )
