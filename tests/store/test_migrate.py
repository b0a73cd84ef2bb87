"""The migration history, on SQLite and PostgreSQL."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, inspect, select, text

from store.engine import Database, open_database
from store.errors import NotOurs, SchemaOutOfDate, SchemaTooNew
from store.migrate import (
    SchemaState,
    check,
    downgrade,
    require_current,
    script_folder,
    upgrade,
)
from store.revisions import HEAD, REVISIONS
from store.schema import METADATA
from store.shelves import SqlShelves


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    """A database without any tables."""
    database = open_database(empty_url)
    yield database
    database.close()


def tables(database: Database) -> set[str]:
    """The names of the tables there are."""
    with database.reading() as connection:
        return set(inspect(connection).get_table_names())


def execute(database: Database, statement: str) -> None:
    """Run one statement that lasts."""
    with database.writing() as connection:
        connection.execute(text(statement))
        connection.commit()


def test_recorded_revisions_are_alembics() -> None:
    """The history that a start relies on is the one in `migrations`, with one head."""
    scripts = ScriptDirectory(str(script_folder()))
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(REVISIONS)
    assert scripts.get_heads() == [HEAD]


def test_up_down_up(empty: Database) -> None:
    """Every migration can be taken back and made again, and leaves no table behind."""
    assert upgrade(empty) == SchemaState(None, HEAD)
    full = tables(empty)
    assert full == {*METADATA.tables, "alembic_version"}
    downgrade(empty)
    assert tables(empty) == {"alembic_version"}
    assert check(empty) == SchemaState(None, HEAD)
    upgrade(empty)
    assert tables(empty) == full
    assert check(empty).up_to_date


def test_models_equal_schema(empty: Database) -> None:
    """What the migrations make is what the models say: columns, types, constraints, indexes."""
    upgrade(empty)
    with empty.reading() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_check_constraints_equal_schema(empty: Database) -> None:
    """Alembic compares no check constraints, so their names and number are compared here."""
    upgrade(empty)
    with empty.reading() as connection:
        inspector = inspect(connection)
        found = {
            constraint["name"]
            for table in METADATA.tables
            for constraint in inspector.get_check_constraints(table)
        }
    assert found == {
        constraint.name
        for table in METADATA.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }


def test_partial_indexes_are_partial(empty: Database) -> None:
    """Alembic compares no conditions of indexes: each unique one of puzzles has its own."""
    upgrade(empty)
    with empty.reading() as connection:
        # SQLite's PRAGMA index_list does not notice another connection's new tables; this does.
        connection.execute(text("SELECT 1 FROM puzzles"))
        found = {
            str(index["name"]): str(options[key])
            for index in inspect(connection).get_indexes("puzzles")
            if (options := index.get("dialect_options", {}))
            for key in options
            if key.endswith("_where")
        }
    assert set(found) == {
        "uq_puzzles_daily_day",
        "uq_puzzles_daily_secret",
        "uq_puzzles_practice_number",
    }
    for name, condition in found.items():
        assert ("practice" if "practice" in name else "daily") in condition


def test_upgrade_again_changes_nothing(empty: Database) -> None:
    """An up-to-date database is left alone, its rows too."""
    upgrade(empty)
    execute(empty, "INSERT INTO servers VALUES (1, 'UTC', 5, '2026-05-01')")
    assert upgrade(empty) == SchemaState(HEAD, HEAD)
    with empty.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM servers")).scalar() == 1


def test_items_of_before_have_no_date(empty: Database) -> None:
    """Of what stood on a shelf before, nobody knows since when."""
    upgrade(empty)
    downgrade(empty, "0007")
    execute(empty, "INSERT INTO servers VALUES (1, 'UTC', 5, '2026-05-01')")
    execute(empty, "INSERT INTO shelves VALUES (1, 1, 'films', 'films', false, 0, 0)")
    execute(
        empty,
        "INSERT INTO items (id, shelf_id, external_id, title, search, description, tags, status)"
        " VALUES (1, 1, 'a', 'A', 'a', '', '', 'live')",
    )
    upgrade(empty)
    [found] = SqlShelves(empty).items(1)
    assert (found.title, found.added) == ("A", None)


@pytest.mark.parametrize(
    ("zone", "end"),
    [("America/Los_Angeles", "2026-05-05 07:00"), ("Asia/Tokyo", "2026-05-04 15:00")],
)
def test_days_before_get_their_ends(empty: Database, zone: str, end: str) -> None:
    """A database of before notes for each day where it ends on its server's clock."""
    upgrade(empty)
    downgrade(empty, "0005")
    rows = [("daily", 4, None), ("practice", 1, 7)]
    with empty.writing() as connection:
        connection.execute(
            text("INSERT INTO servers VALUES (1, :zone, 5, '2026-05-01')"), {"zone": zone}
        )
        connection.execute(
            text(
                "INSERT INTO puzzles"
                " (server_id, kind, number, day, secret, words_version, cycle, owner_id)"
                " VALUES (1, :kind, :number, '2026-05-04', 'x', 'w', 0, :owner)"
            ),
            [{"kind": kind, "number": number, "owner": owner} for kind, number, owner in rows],
        )
        connection.commit()
    upgrade(empty)
    ends = select(METADATA.tables["puzzles"].c.ends_at).order_by("kind")
    with empty.reading() as connection:
        found = connection.execute(ends).scalars().all()
    assert found == [datetime.fromisoformat(f"{end}+00:00"), None]


def test_foreign_keys_are_on_after_an_upgrade(empty: Database) -> None:
    """An upgrade leaves the writer's connection as strict as it found it."""
    upgrade(empty)
    if empty.is_sqlite:
        with empty.writing() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_unmigrated_database_is_out_of_date(empty: Database) -> None:
    """A database without tables says so by name."""
    assert check(empty) == SchemaState(None, HEAD)
    with pytest.raises(SchemaOutOfDate) as caught:
        require_current(empty)
    assert (caught.value.found, caught.value.wanted) == (None, HEAD)


def test_newer_database_is_refused(empty: Database) -> None:
    """Tables of a revision that we do not know are neither used nor upgraded."""
    upgrade(empty)
    execute(empty, "UPDATE alembic_version SET version_num = '9999'")
    assert check(empty).too_new
    for refusing in (upgrade, require_current):
        with pytest.raises(SchemaTooNew) as caught:
            refusing(empty)
        assert caught.value.found == "9999"


def test_failed_upgrade_leaves_nothing(empty: Database) -> None:
    """An upgrade that fails half-way takes everything back."""
    execute(empty, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    execute(empty, "CREATE VIEW votes AS SELECT 1 AS one")
    with pytest.raises(Exception, match="votes"):
        upgrade(empty)
    assert tables(empty) == {"alembic_version"}


def test_foreign_tables_are_left_alone(empty: Database) -> None:
    """A database where our tables would meet somebody else's is not touched."""
    execute(empty, "CREATE TABLE servers (name TEXT)")
    with pytest.raises(NotOurs):
        upgrade(empty)
    assert tables(empty) == {"servers"}


def test_upgrades_at_once(
    empty_url: str, at_once: Callable[[int, Callable[[int], bool]], list[bool]]
) -> None:
    """Eight openings that upgrade the same fresh database at once all succeed."""

    def run(_: int) -> bool:
        database = open_database(empty_url, lock_timeout=30)
        try:
            upgrade(database)
            return check(database).up_to_date
        finally:
            database.close()

    assert at_once(8, run) == [True] * 8


def test_start_needs_no_alembic(sqlite_database: Database, tmp_path: Path) -> None:
    """Upgrading an up-to-date database imports no Alembic, and works from any folder."""
    program = (
        "import sys\n"
        "from store.engine import open_database\n"
        "from store.migrate import upgrade\n"
        "database = open_database(sys.argv[1])\n"
        "assert upgrade(database).up_to_date\n"
        "database.close()\n"
        "assert 'alembic' not in sys.modules\n"
    )
    command = [sys.executable, "-c", program, str(sqlite_database.path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_upgrade_works_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The migrations are found wherever the program was started."""
    monkeypatch.chdir(tmp_path)
    database = open_database("here.sqlite3")
    upgrade(database)
    assert check(database).up_to_date
    database.close()
