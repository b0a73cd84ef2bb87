"""What can go wrong with the database, as types that carry fields and no prose.

`database` is always the database's name fit to be shown: a file, or a URL without its password.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DontWrapMixin


class StoreError(Exception):
    """Anything that the store reports."""


@dataclass(eq=False)
class DatabaseFailed(StoreError):
    """The database refused for a reason that has no name of its own; `detail` is its message."""

    database: str
    detail: str


class DatabaseLocked(DatabaseFailed):
    """Another writer held the database for longer than the lock timeout; trying again may work."""


class DatabaseReadOnly(DatabaseFailed):
    """The file, or the server, may be read but not written."""


class DatabaseUnreachable(DatabaseFailed):
    """The file cannot be opened, or the server does not answer or does not let us in."""


class DatabaseDamaged(DatabaseFailed):
    """The file is no database, or its pages or its contents are malformed."""


class DatabaseFull(DatabaseFailed):
    """There is no room left to write."""


@dataclass(eq=False)
class ConstraintBroken(StoreError):
    """A constraint refused a row that no contract allows, such as one of an unknown server."""

    database: str
    detail: str


@dataclass(eq=False)
class BadDatabaseUrl(StoreError):
    """The address names no database that can be opened: neither SQLite nor PostgreSQL."""

    url: str


@dataclass(eq=False)
class MissingDriver(StoreError):
    """The database needs a driver which the optional extra `extra` would bring."""

    database: str
    extra: str


@dataclass(eq=False)
class SchemaOutOfDate(StoreError):
    """The tables are of revision `found` (None: there are none) and must be upgraded first."""

    database: str
    found: str | None
    wanted: str


@dataclass(eq=False)
class SchemaTooNew(StoreError):
    """The tables are of a revision that this version does not know."""

    database: str
    found: str
    wanted: str


@dataclass(eq=False)
class NotOurs(StoreError):
    """The database holds tables, but not Warmer's: it is left alone."""

    database: str


@dataclass(eq=False)
class NotEmpty(StoreError):
    """The database to restore into holds rows already, and overwriting was not asked for."""

    database: str


@dataclass(eq=False)
class FileMissing(StoreError):
    """The file to read is not there."""

    file: Path


@dataclass(eq=False)
class FileUnwritable(StoreError):
    """A file cannot be written where it was asked for; `detail` is the system's message."""

    file: Path
    detail: str


@dataclass(eq=False)
class UnknownServer(StoreError):
    """Something was to be stored for a server that is not stored, or not any more."""

    server_id: int


@dataclass(eq=False)
class PositionTaken(StoreError):
    """Another entry has that place on the board: the board was changed without its lock."""

    board_id: int
    position: int


@dataclass(eq=False)
class SealBroken(StoreError):
    """A sealed word does not open with the server's seed."""

    sealed: str


@dataclass(eq=False)
class NaiveDatetime(DontWrapMixin, StoreError):
    """A moment without a time zone was to be stored."""

    value: str


@dataclass(eq=False)
class BadVector(StoreError):
    """A vector to keep is not a row of finite numbers."""

    model_id: str
    content_hash: str
