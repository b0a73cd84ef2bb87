"""Inserts that a unique constraint turns into nothing: how races are settled on both databases."""

from typing import Any

from sqlalchemy import Connection, CursorResult, Insert, Table
from sqlalchemy.dialects import postgresql, sqlite


class InsertOnce:
    """INSERT … ON CONFLICT DO NOTHING, prepared for each database that spells it."""

    def __init__(self, table: Table, *returning: str) -> None:
        columns = [table.c[name] for name in returning]
        plain: dict[str, Insert] = {
            "sqlite": sqlite.insert(table).on_conflict_do_nothing(),
            "postgresql": postgresql.insert(table).on_conflict_do_nothing(),
        }
        self._statements: dict[str, Any] = {
            name: (statement.returning(*columns) if columns else statement).execution_options(
                preserve_rowcount=True
            )
            for name, statement in plain.items()
        }

    def run(
        self, connection: Connection, rows: dict[str, Any] | list[dict[str, Any]]
    ) -> CursorResult[Any]:
        """Insert one row, or many; the result's row count tells how many were new."""
        return connection.execute(self._statements[connection.dialect.name], rows)


class InsertOrReplace:
    """INSERT … ON CONFLICT DO UPDATE of every column outside the primary key."""

    def __init__(self, table: Table) -> None:
        keys = list(table.primary_key.columns)
        others = [column.name for column in table.columns if not column.primary_key]
        self._statements: dict[str, Insert] = {}
        for name, construct in (("sqlite", sqlite.insert), ("postgresql", postgresql.insert)):
            statement = construct(table)
            values = {other: statement.excluded[other] for other in others}
            self._statements[name] = statement.on_conflict_do_update(
                index_elements=keys, set_=values
            )

    def run(self, connection: Connection, row: dict[str, Any]) -> None:
        """Insert the row, or let it replace the one of the same key."""
        connection.execute(self._statements[connection.dialect.name], row)
