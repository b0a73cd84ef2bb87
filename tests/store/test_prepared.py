"""Prepared statements answer as SQLAlchemy's own would, on both databases."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, func, literal_column, select, text
from sqlalchemy.exc import DBAPIError

from store import statements as sql
from store.engine import Database
from store.prepared import Prepared

MOMENT = datetime(2026, 3, 5, 12, 30, tzinfo=UTC)


def test_rows_have_names_and_pythons_types(database: Database) -> None:
    """Values come back by the names of the columns, as the types of the columns have them."""
    row = {"id": 7, "time_zone": "UTC", "seed": 1, "first_day": MOMENT.date()}
    with database.writing() as connection:
        sql.ADD_SERVER.run(connection, row)
        found = sql.SERVER.first(connection, {"of_server": 7})
    assert found is not None
    assert found._asdict().items() >= row.items()


def test_nothing_found_is_none_and_no_rows(database: Database) -> None:
    """Where nothing is found there is no first row, and no row at all."""
    with database.reading() as connection:
        assert sql.SERVER.first(connection, {"of_server": 7}) is None
        assert sql.DAILIES.all(connection, {"of_server": 7}) == []


def test_fixed_values_need_not_be_given(database: Database) -> None:
    """What a statement says itself is not asked for."""
    one = Prepared(select((bindparam("given", type_=sql.servers.c.id.type) + 3).label("sum")))
    with database.reading() as connection:
        assert one.all(connection, {"given": 4}) == [(7,)]


def test_errors_are_those_of_sqlalchemy(database: Database) -> None:
    """What the driver refuses is raised as SQLAlchemy would, and the connection serves on."""
    bad = Prepared(select(literal_column("1").label("one")).select_from(text("no_such_table")))
    with database.writer.connect() as connection:
        with pytest.raises(DBAPIError, match="no_such_table"):
            bad.all(connection, {})
        connection.rollback()
        count = connection.execute(select(func.count()).select_from(sql.servers)).scalar_one()
    assert count == 0


def test_change_tells_how_many_rows(database: Database) -> None:
    """An insert that a constraint turns into nothing has changed no row."""
    board: dict[str, object] = {"of_board": 1}
    board |= {f"new_{name}": None for name in ("best_rank", "solved_in")}
    board |= {"new_solver_id": None, "new_gave_up": False, "new_finished_at": MOMENT}
    board |= {"new_entries": 0, "new_attempts": 0, "new_hints": 0}
    with database.writing() as connection:
        assert sql.SAVE_BOARD.change(connection, board) == 0
