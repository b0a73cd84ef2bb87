"""The declarative base, with the naming convention that every constraint follows, and own types."""

from datetime import UTC, datetime
from typing import ClassVar

from sqlalchemy import DateTime, Dialect, MetaData, Table
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from store.errors import NaiveDatetime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of every table: one metadata, one migration history."""

    metadata: ClassVar[MetaData] = MetaData(naming_convention=NAMING)


def table_of(model: type[Base]) -> Table:
    """The Core table of a model, for statements that make no ORM objects."""
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 - no model here maps anything but a table
    return table


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware in any zone on the way in, aware in UTC on the way out.

    SQLite keeps no zone, so what it holds is UTC. Raises NaiveDatetime for a moment without one.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy names it
    ) -> datetime | None:
        """The moment in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise NaiveDatetime(value.isoformat())
        return value.astimezone(UTC)

    def process_result_value(
        self,
        value: datetime | None,
        dialect: Dialect,  # noqa: ARG002 - SQLAlchemy names it
    ) -> datetime | None:
        """The stored moment, marked as UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
