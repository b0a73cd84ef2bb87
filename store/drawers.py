"""The drawers in which things about members lie: what is in each, and how it is emptied.

Every column that names a member belongs to one drawer of `store.members.DRAWERS`; a test walks
the tables and finds those that do not. Whoever adds such a column adds a drawer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any, Protocol

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    delete,
    func,
    select,
    update,
)

from game.privacy import Row, Servers, Value

Seen = tuple[int, int, datetime]
"""A server, a member, and when they last did something there."""


class Drawer(Protocol):
    """One kind of thing that is stored about members."""

    @property
    def name(self) -> str:
        """What it is called in the exported document."""

    @property
    def covers(self) -> frozenset[str]:
        """The columns that name a member, as `table.column`, which it sees to."""

    def export(self, connection: Connection, member_id: int, servers: Servers) -> Sequence[Row]:
        """What lies in it about a member."""

    def forget(self, connection: Connection, member_id: int, servers: Servers) -> int:
        """Take that out, or the member's name off it; how many rows that were."""

    def seen(self, connection: Connection) -> Iterable[Seen]:
        """When each member last did something that lies in it."""


@dataclass(frozen=True)
class Rows:
    """A drawer that is a table with a column `member` which names a member.

    `home` is the server of a row, `shown` the columns to export (of `source`, where that is more
    than the table), and `moment` when the member did that, a date or a moment. `only` says which
    rows name a member at all. Rows are deleted, or their member replaced by `instead`.
    """

    name: str
    member: Any
    home: ColumnElement[Any]
    shown: Sequence[ColumnElement[Any]]
    moment: ColumnElement[Any] | None = None
    only: ColumnElement[bool] | None = None
    source: Any = None
    delete: bool = True
    instead: int | None = None

    @property
    def table(self) -> Table:
        """The table."""
        column: Column[Any] = self.member
        return column.table

    @property
    def covers(self) -> frozenset[str]:
        """The one column."""
        return frozenset({f"{self.table.name}.{self.member.name}"})

    def export(self, connection: Connection, member_id: int, servers: Servers) -> Sequence[Row]:
        """The shown columns of the member's rows, in the order of the table's key."""
        query = self._from(select(*self.shown)).where(self.mine(member_id, servers))
        rows = connection.execute(query.order_by(*self.table.primary_key.columns)).mappings()
        return [{name: plain(name, value) for name, value in row.items()} for row in rows]

    def forget(self, connection: Connection, member_id: int, servers: Servers) -> int:
        """Delete the member's rows, or put somebody unknown in their place."""
        mine = self.mine(member_id, servers)
        if self.delete:
            return connection.execute(delete(self.table).where(mine)).rowcount
        changed = update(self.table).where(mine).values({self.member: self.instead})
        return connection.execute(changed).rowcount

    def seen(self, connection: Connection) -> Iterable[Seen]:
        """The last moment of each member on each server."""
        if self.moment is None:
            return
        home = self.home.label("home")
        query = self._from(select(home, self.member, func.max(self.moment)))
        for server_id, member_id, last in connection.execute(
            query.where(self._named(), self.member > 0).group_by(home, self.member)
        ):
            yield server_id, member_id, as_moment(last)

    def mine(self, member_id: int, servers: Servers) -> ColumnElement[bool]:
        """Whether a row is the member's, and of one of these servers."""
        mine = and_(self.member == member_id, self._named())
        return mine if servers is None else and_(mine, self.home.in_(list(servers)))

    def _named(self) -> ColumnElement[bool]:
        return self.member.is_not(None) if self.only is None else self.only

    def _from(self, query: Select[Any]) -> Select[Any]:
        return query.select_from(self.table if self.source is None else self.source)


def within(query: Select[Any], home: ColumnElement[Any], servers: Servers) -> Select[Any]:
    """What a query finds on these servers, by the column that names a row's server."""
    return query if servers is None else query.where(home.in_(list(servers)))


def as_moment(value: date | datetime) -> datetime:
    """A moment, or the beginning of a date."""
    return value if isinstance(value, datetime) else datetime.combine(value, time(), UTC)


def plain(name: str, value: Any) -> Value:  # noqa: ANN401  # what a database holds
    """A value as the exported document has it: ids as texts, moments as ISO 8601."""
    if isinstance(value, date):  # moments are dates, too
        return value.isoformat()
    if (
        isinstance(value, int)
        and not isinstance(value, bool)
        and (name.endswith("_id") or name == "id")
    ):
        return str(value)
    found: Value = value
    return found
