"""Putting finished files in place in one step, so that no half-written one is ever seen."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from store.errors import DatabaseDamaged, FileUnwritable
from store.failures import translate, translated


@contextmanager
def aside(file: Path) -> Iterator[Path]:
    """A path in the file's own folder to write it at first; what stays there is deleted.

    Raises FileUnwritable for every OSError inside.
    """
    try:
        with tempfile.TemporaryDirectory(
            dir=file.parent, prefix=f".{file.name}.", suffix=".part"
        ) as folder:
            yield Path(folder) / file.name
    except OSError as error:
        raise FileUnwritable(file, error.strerror or str(error)) from error


def put_in_place(part: Path, file: Path) -> None:
    """Let a finished file take a name in one step, its contents on the disk first."""
    with part.open("rb") as opened:
        os.fsync(opened.fileno())
    part.replace(file)


def replace_database(target: Path, part: Path, now: datetime) -> Path | None:
    """Let a SQLite file replace another, which is kept under the returned name.

    Raises DatabaseLocked while anybody has the other open, or FileUnwritable.
    """
    if not target.exists():
        _drop_side_files(target)
        put_in_place(part, target)
        return None
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    previous = target.with_name(f"{target.name}.before-restore-{stamp}")
    if previous.exists():
        raise FileUnwritable(previous, "exists")
    with translated(str(target)), closing(_connected(target)) as connection:
        _hold(connection, target, previous)
        _keep(target, previous)
        put_in_place(part, target)
    return previous


def _hold(connection: sqlite3.Connection, target: Path, previous: Path) -> None:
    try:
        # Leaving WAL writes everything into the file, deletes the side files, and is refused
        # while anybody else has the database open.
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        problem = translate(error, str(target))
        if not isinstance(problem, DatabaseDamaged):
            raise problem from error
        # Nobody can use it, and what its side files hold must never reach the new file.
        for suffix in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                Path(f"{target}{suffix}").rename(f"{previous}{suffix}")


def _connected(target: Path) -> sqlite3.Connection:
    return sqlite3.connect(target, timeout=1, isolation_level=None)


def _keep(target: Path, previous: Path) -> None:
    try:
        # A second name for the same file: the first never goes missing.
        previous.hardlink_to(target)
    except OSError:
        shutil.copy2(target, previous)


def _drop_side_files(target: Path) -> None:
    for suffix in ("-wal", "-shm"):
        Path(f"{target}{suffix}").unlink(missing_ok=True)
