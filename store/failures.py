"""Translation of what drivers raise into the store's own errors."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import exc

from store.errors import (
    ConstraintBroken,
    DatabaseDamaged,
    DatabaseFailed,
    DatabaseFull,
    DatabaseLocked,
    DatabaseReadOnly,
    DatabaseUnreachable,
    StoreError,
)

_SQLITE: dict[int, type[DatabaseFailed]] = {
    sqlite3.SQLITE_BUSY: DatabaseLocked,
    sqlite3.SQLITE_LOCKED: DatabaseLocked,
    sqlite3.SQLITE_READONLY: DatabaseReadOnly,
    sqlite3.SQLITE_CANTOPEN: DatabaseUnreachable,
    sqlite3.SQLITE_PERM: DatabaseUnreachable,
    sqlite3.SQLITE_IOERR: DatabaseUnreachable,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
    sqlite3.SQLITE_FULL: DatabaseFull,
}

# https://www.postgresql.org/docs/current/errcodes-appendix.html, by code or by class.
_POSTGRES: dict[str, type[DatabaseFailed]] = {
    "55P03": DatabaseLocked,
    "40P01": DatabaseLocked,
    "40001": DatabaseLocked,
    "25006": DatabaseReadOnly,
    "53100": DatabaseFull,
    "08": DatabaseUnreachable,
    "28": DatabaseUnreachable,
    "3D": DatabaseUnreachable,
    "53": DatabaseUnreachable,
    "57": DatabaseUnreachable,
    "XX": DatabaseDamaged,
}


def _kind(error: BaseException | None) -> type[DatabaseFailed]:
    if isinstance(error, sqlite3.Error):
        # The low byte is the primary code; the rest says more than we act on.
        code = getattr(error, "sqlite_errorcode", None)
        return _SQLITE.get(code & 0xFF, DatabaseFailed) if code is not None else DatabaseFailed
    state = getattr(error, "sqlstate", None)
    if state is None:
        # psycopg has no state for a connection that never came about or was cut.
        lost = type(error).__name__ in {"OperationalError", "ConnectionTimeout"}
        return DatabaseUnreachable if lost else DatabaseFailed
    return _POSTGRES.get(state) or _POSTGRES.get(state[:2], DatabaseFailed)


def translate(error: Exception, database: str) -> StoreError:
    """The store's own error for one that SQLAlchemy or a driver raised."""
    cause = error.orig if isinstance(error, exc.DBAPIError) else error
    detail = str(cause).strip()
    if isinstance(error, exc.IntegrityError | sqlite3.IntegrityError):
        return ConstraintBroken(database, detail)
    if isinstance(error, exc.TimeoutError):
        return DatabaseLocked(database, detail)
    return _kind(cause)(database, detail)


@contextmanager
def translated(database: str) -> Iterator[None]:
    """Raises StoreError instead of what SQLAlchemy or sqlite3 raise inside."""
    try:
        yield
    except (exc.DBAPIError, exc.TimeoutError, sqlite3.Error) as error:
        raise translate(error, database) from error
