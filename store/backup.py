"""Backups: one file that holds a whole database, whatever kind of database it came from.

A backup is a SQLite database with the same tables: it can be looked into, opened as it is, and
restored into SQLite and PostgreSQL alike.
"""

import sqlite3
import tempfile
from contextlib import closing
from datetime import datetime
from pathlib import Path

from store.copying import (
    advance_sequences,
    copy_file_pages,
    copy_open_pages,
    copy_rows,
    empty_tables,
    holds_rows,
    lock_tables,
)
from store.engine import Database, file_of, name_of, open_database, parse_url
from store.errors import (
    BadDatabaseUrl,
    DatabaseDamaged,
    FileMissing,
    NotEmpty,
    NotOurs,
    SchemaTooNew,
)
from store.failures import translated
from store.migrate import check, require_current, upgrade
from store.replacing import aside, put_in_place, replace_database


def backup(database: Database, file: Path) -> None:
    """Write the whole database to a file, while others go on using it.

    The file is written aside, checked, and put in place in one step; one that is there already
    is replaced. Raises SchemaOutOfDate, SchemaTooNew, FileUnwritable or another StoreError.
    """
    require_current(database)
    with aside(file) as part:
        if database.is_sqlite:
            copy_open_pages(database, part)
        else:
            _copy_from_server(database, part)
        _verify(part, str(file))
        put_in_place(part, file)


def restore(file: Path, url: str, *, now: datetime, force: bool = False) -> Path | None:
    """Make the database at a URL what the backup in the file says.

    The backup is copied, checked and, where it is older, upgraded aside before anything is
    touched. A SQLite file is replaced in one step, and the one before kept under the returned
    name, which holds the moment `now`. PostgreSQL is filled in one transaction; where it holds
    rows it must be forced, and those rows are deleted. Raises FileMissing, FileUnwritable,
    DatabaseDamaged, NotOurs, SchemaTooNew, NotEmpty, DatabaseLocked while somebody else has the
    database open, or another StoreError.
    """
    parsed = parse_url(url)
    if not file.is_file():
        raise FileMissing(file)
    if parsed.get_backend_name() != "sqlite":
        with tempfile.TemporaryDirectory(prefix="warmer-restore-") as folder:
            _fill_server(_staged(file, Path(folder) / file.name), url, force=force)
        return None
    target = file_of(parsed)
    if target is None:
        raise BadDatabaseUrl(name_of(parsed))
    with aside(target) as part:
        return replace_database(target, _staged(file, part), now)


def _copy_from_server(source: Database, part: Path) -> None:
    target = open_database(str(part))
    try:
        upgrade(target)
        with source.reading() as reading, target.writing() as writing:
            copy_rows(reading, writing)
            writing.commit()
    finally:
        target.close()
    _leave_wal(part)


def _fill_server(part: Path, url: str, *, force: bool) -> None:
    source, target = open_database(str(part)), open_database(url)
    try:
        upgrade(target)
        with source.reading() as reading, target.writing() as writing:
            lock_tables(writing)
            if holds_rows(writing) and not force:
                raise NotEmpty(target.name)
            empty_tables(writing)
            copy_rows(reading, writing)
            advance_sequences(writing)
            writing.commit()
    finally:
        source.close()
        target.close()


def _staged(file: Path, part: Path) -> Path:
    """A checked and upgraded copy of a backup, at `part`."""
    with translated(str(file)):
        copy_file_pages(file, part)
    _verify(part, str(file))
    database = open_database(str(part))
    try:
        _require_known(database, str(file))
        upgrade(database)
    finally:
        database.close()
    _leave_wal(part)
    return part


def _require_known(database: Database, shown: str) -> None:
    try:
        state = check(database)
    except NotOurs as error:
        raise NotOurs(shown) from error
    if state.found is None:
        raise NotOurs(shown)
    if state.too_new:
        raise SchemaTooNew(shown, state.found, state.wanted)


def _verify(part: Path, shown: str) -> None:
    with translated(shown), closing(sqlite3.connect(part)) as connection:
        problems = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if problems != ["ok"]:
        raise DatabaseDamaged(shown, problems[0])
    if orphans:
        raise DatabaseDamaged(shown, f"{len(orphans)} rows refer to rows that are missing")


def _leave_wal(part: Path) -> None:
    """Make a closed SQLite database whole in its one file."""
    with translated(str(part)), closing(sqlite3.connect(part)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
