"""Statements that run many times a second, on the driver's own cursor.

SQLAlchemy compiles each once for every database and knows how values are stored, as everywhere;
but its way from there to the driver and back takes several times what SQLite does.
"""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Dialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement

Values = Mapping[str, Any]
_Change = Callable[[Any], Any]


@dataclass(slots=True)
class _Text:
    """What a driver is given, and how its rows are read. `fixed` are the values known already."""

    sql: str
    fixed: Values
    order: Sequence[str] | None
    into: Sequence[tuple[str, _Change]]
    row: Callable[[Iterable[Any]], Any]
    types: Sequence[Any]
    out: Sequence[tuple[int, _Change]] | None = None

    def parameters(self, values: Values) -> Any:  # noqa: ANN401  # the driver's
        """The values as the driver takes them."""
        given = {**self.fixed, **values}
        for name, change in self.into:
            given[name] = change(given[name])
        return given if self.order is None else [given[name] for name in self.order]

    def read(self, values: Sequence[Any]) -> Any:  # noqa: ANN401  # a row
        """A row that the driver found, as SQLAlchemy would give it."""
        if not self.out:
            return self.row(values)
        meant = list(values)
        for place, change in self.out:
            meant[place] = change(meant[place])
        return self.row(meant)


class Prepared:
    """A statement, or one for each database by its name; every parameter of it is one value.

    It runs in the connection's transaction, and begins one where there is none. Everything raises
    sqlalchemy.exc.DBAPIError, as it would have without this.
    """

    def __init__(self, statement: ClauseElement | Mapping[str, ClauseElement]) -> None:
        self._statement = statement
        self._texts: dict[str, _Text] = {}

    def all(self, connection: Connection, values: Values) -> list[Any]:
        """Every row, its values by the names of the columns and in their order."""
        text, cursor = self._run(connection, values)
        found = cursor.fetchall()
        cursor.close()
        return [text.read(row) for row in found]

    def first(self, connection: Connection, values: Values) -> Any | None:  # noqa: ANN401  # a row
        """The first row, or None."""
        text, cursor = self._run(connection, values)
        found = cursor.fetchone()
        cursor.close()
        return None if found is None else text.read(found)

    def change(self, connection: Connection, values: Values) -> int:
        """Insert, update or delete rows: how many it were."""
        _, cursor = self._run(connection, values)
        count: int = cursor.rowcount
        cursor.close()
        return count

    def _run(self, connection: Connection, values: Values) -> tuple[_Text, Any]:
        dialect = connection.dialect
        text = self._texts.get(dialect.name)
        if text is None:
            text = self._texts[dialect.name] = _text(self._of(dialect.name), dialect)
        if not connection.in_transaction():
            connection.begin()
        given, cursor = text.parameters(values), connection.connection.cursor()
        try:
            cursor.execute(text.sql, given)
        except dialect.loaded_dbapi.Error as error:
            cursor.close()
            raise _as_ever(connection, text.sql, error) from error
        if text.out is None and cursor.description is not None:
            codes = [column[1] for column in cursor.description]
            text.out = [
                (place, change)
                for place, (kind, code) in enumerate(zip(text.types, codes, strict=True))
                if (change := kind.dialect_impl(dialect).result_processor(dialect, code))
            ]
        return text, cursor

    def _of(self, database: str) -> ClauseElement:
        given = self._statement
        return given[database] if isinstance(given, Mapping) else given


def _text(statement: ClauseElement, dialect: Dialect) -> _Text:
    compiled = statement.compile(dialect=dialect)
    assert isinstance(compiled, SQLCompiler)  # noqa: S101 - nothing else is prepared here
    binds = {name: bind for bind, name in compiled.bind_names.items()}
    columns = list(getattr(statement, "selected_columns", ()))
    changes = {
        name: bind.type.dialect_impl(dialect).bind_processor(dialect)
        for name, bind in binds.items()
    }
    return _Text(
        sql=str(compiled),
        fixed={name: bind.effective_value for name, bind in binds.items() if not bind.required},
        order=compiled.positiontup,
        into=[(name, change) for name, change in changes.items() if change is not None],
        row=_named([column.key for column in columns]),
        types=[column.type for column in columns],
    )


def _named(names: Sequence[str]) -> Callable[[Iterable[Any]], Any]:
    make: Any = namedtuple  # noqa: PYI024 - the names are the statement's, and unknown to mypy
    return make("Found", names)._make  # type: ignore[no-any-return]


def _as_ever(connection: Connection, sql: str, error: Exception) -> BaseException:
    """What SQLAlchemy raises for a driver's error; a lost connection goes back to nobody."""
    dialect = connection.dialect
    raw: Any = connection.connection.dbapi_connection
    lost = dialect.is_disconnect(error, raw, None)  # type: ignore[arg-type]  # the driver's own
    if lost:
        connection.invalidate(error)
    return DBAPIError.instance(
        sql, None, error, dialect.loaded_dbapi.Error,
        hide_parameters=True, connection_invalidated=lost, dialect=dialect,
    )  # fmt: skip
