"""Inserts that a unique constraint turns into nothing: how races are settled on both databases."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, CursorResult, Insert, Table, case
from sqlalchemy.dialects import postgresql, sqlite


def once(table: Table) -> dict[str, Insert]:
    """INSERT … ON CONFLICT DO NOTHING of one row, for each database that spells it."""
    return {
        "sqlite": sqlite.insert(table).on_conflict_do_nothing(),
        "postgresql": postgresql.insert(table).on_conflict_do_nothing(),
    }


class InsertOnce:
    """INSERT … ON CONFLICT DO NOTHING, prepared for each database that spells it."""

    def __init__(self, table: Table, *returning: str) -> None:
        columns = [table.c[name] for name in returning]
        self._statements: dict[str, Any] = {
            name: (statement.returning(*columns) if columns else statement).execution_options(
                preserve_rowcount=True
            )
            for name, statement in once(table).items()
        }

    def run(
        self, connection: Connection, rows: dict[str, Any] | list[dict[str, Any]]
    ) -> CursorResult[Any]:
        """Insert one row, or many; the result's row count tells how many were new."""
        return connection.execute(self._statements[connection.dialect.name], rows)


class InsertOrReplace:
    """INSERT … ON CONFLICT DO UPDATE of every column outside the primary key.

    Where the names of a unique constraint's columns are given, it is they that conflict. The
    columns `kept` stay as they were.
    """

    def __init__(self, table: Table, *unique: str, kept: Collection[str] = ()) -> None:
        keys = [table.c[name] for name in unique] or list(table.primary_key.columns)
        stays = {*unique, *kept, *(column.name for column in table.primary_key.columns)}
        others = [column.name for column in table.columns if column.name not in stays]
        self._statements: dict[str, Insert] = {}
        for name, construct in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert)):
            statement = construct(table)
            values = {other: statement.excluded[other] for other in others}
            self._statements[name] = statement.on_conflict_do_update(
                index_elements=keys, set_=values
            )
        # With something to return, SQLAlchemy sends many rows in one statement: row by row a
        # server on another machine would take a round trip for each.
        self._many = self._statements["postgresql"].returning(keys[0])

    def run(self, connection: Connection, row: dict[str, Any]) -> None:
        """Insert one row, or let it replace the one of the same key."""
        connection.execute(self._statements[connection.dialect.name], row)

    def run_many(self, connection: Connection, rows: list[dict[str, Any]]) -> None:
        """Insert many rows, no two of one key, or let them replace those of the same keys."""
        name = connection.dialect.name
        connection.execute(self._many if name == "postgresql" else self._statements[name], rows)


class InsertOrLower:
    """INSERT … ON CONFLICT DO UPDATE of one column, which keeps the lower of both values."""

    def __init__(self, table: Table, column: str) -> None:
        keys = list(table.primary_key.columns)
        self._statements: dict[str, Insert] = {}
        for name, construct in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert)):
            statement = construct(table)
            new = statement.excluded[column]
            lower = case((new < table.c[column], new), else_=table.c[column])
            self._statements[name] = statement.on_conflict_do_update(
                index_elements=keys, set_={column: lower}
            )

    def run(self, connection: Connection, row: dict[str, Any]) -> None:
        """Insert one row, or lower the one of the same key."""
        connection.execute(self._statements[connection.dialect.name], row)
