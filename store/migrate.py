"""Bringing a database's tables to the revision this version works with, and asking which it has.

Asking needs no Alembic, whose import would slow down every start.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from store.engine import Database
from store.errors import ConstraintBroken, NotOurs, SchemaOutOfDate, SchemaTooNew
from store.failures import translated
from store.revisions import HEAD, REVISIONS
from store.schema import METADATA

if TYPE_CHECKING:
    from alembic.config import Config

_OURS = METADATA.tables.keys()
# Any number will do, as long as every Warmer on one PostgreSQL database takes the same.
_ADVISORY_LOCK = 0x5741524D4552


@dataclass(frozen=True, slots=True)
class SchemaState:
    """The revision a database has (None: no tables yet) and the one this version works with."""

    found: str | None
    wanted: str

    @property
    def up_to_date(self) -> bool:
        """Whether nothing needs doing."""
        return self.found == self.wanted

    @property
    def too_new(self) -> bool:
        """Whether a later version of Warmer made these tables."""
        return self.found is not None and self.found not in REVISIONS


def check(database: Database) -> SchemaState:
    """Which tables the database has. Raises NotOurs where it holds somebody else's."""
    with database.reading() as connection:
        return _state(connection, database)


def require_current(database: Database) -> None:
    """Raises SchemaOutOfDate or SchemaTooNew unless the tables are the wanted ones, or NotOurs."""
    state = check(database)
    if state.too_new:
        raise SchemaTooNew(database.name, str(state.found), state.wanted)
    if not state.up_to_date:
        raise SchemaOutOfDate(database.name, state.found, state.wanted)


def upgrade(database: Database) -> SchemaState:
    """Make the tables the wanted ones, all or nothing; returns what was found before.

    Safe to run from several processes at once. Raises SchemaTooNew, NotOurs or StoreError.
    """
    state = check(database)
    if state.up_to_date:
        return state
    if state.too_new:
        raise SchemaTooNew(database.name, str(state.found), state.wanted)
    from alembic import command  # Alembic is slow to import, and an up-to-date start needs none.

    with _migrating(database) as connection:
        command.upgrade(_config(connection), HEAD)
    return state


def downgrade(database: Database, revision: str = "base") -> None:
    """Take the tables back to an older revision, all or nothing; `base` drops them all."""
    require_current(database)
    from alembic import command  # As above.

    with _migrating(database) as connection:
        command.downgrade(_config(connection), revision)


def script_folder() -> Path:
    """The folder of the migrations, wherever this project is installed."""
    spec = find_spec("migrations")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("migrations")
    return Path(spec.submodule_search_locations[0])


def _state(connection: Connection, database: Database) -> SchemaState:
    tables = set(inspect(connection).get_table_names())
    found: str | None = None
    if "alembic_version" in tables:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    # A file belongs to one application, while a server's schema may well hold other tables.
    strangers = tables - {"alembic_version"} if database.is_sqlite else tables & _OURS
    if found is None and strangers:
        raise NotOurs(database.name)
    return SchemaState(found, HEAD)


def _config(connection: Connection) -> "Config":
    from alembic.config import Config  # As above.

    config = Config()
    config.set_main_option("script_location", str(script_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


@contextmanager
def _migrating(database: Database) -> Iterator[Connection]:
    """One transaction that keeps every other migration out, and commits on success."""
    with translated(database.name), database.writer.connect() as connection:
        if database.is_sqlite:
            with _without_foreign_keys(connection, database.name):
                yield connection
        else:
            with connection.begin():
                connection.execute(text("SET LOCAL lock_timeout = '60s'"))
                connection.execute(text(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})"))
                yield connection


@contextmanager
def _without_foreign_keys(connection: Connection, name: str) -> Iterator[None]:
    # Batch mode drops a table and makes it anew, which would cascade to every row that refers
    # to it. SQLite heeds the pragma outside a transaction only.
    driver = connection.connection.driver_connection
    assert driver is not None  # noqa: S101 - a connection that was just checked out has one
    driver.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            yield
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if broken is not None:
                raise ConstraintBroken(name, str(tuple(broken)))
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
