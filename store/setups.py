"""The setups of servers, in the database."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    and_,
    bindparam,
    exists,
    literal_column,
    not_,
    select,
    update,
)

from game.model import PuzzleKind
from game.schedule import ends
from game.setup import Change, Mix, Setup, Style
from store.columns import UtcDateTime, table_of
from store.conflicts import InsertOrReplace
from store.engine import Database
from store.errors import UnknownServer
from store.nouns import AnyRow
from store.schema import PuzzleRow, ServerRow
from store.schema_server import DepartureRow, SetupRow

_servers = table_of(ServerRow)
_puzzles = table_of(PuzzleRow)
_setups = table_of(SetupRow)
_departures = table_of(DepartureRow)

_gone: ColumnElement[bool] = exists().where(
    _departures.c.server_id == _servers.c.id, _departures.c.member_id == 0
)
_ALL = select(_servers.c.id, _servers.c.time_zone, *(
    column for column in _setups.columns if column.name != "server_id"
)).outerjoin_from(_servers, _setups)  # fmt: skip
_ONE = _ALL.where(_servers.c.id == bindparam("of_server"))
_POSTING = _ALL.where(and_(_setups.c.channel_id.is_not(None), not_(_gone))).order_by(_servers.c.id)
# The server's row is there before its setup's is, so that it is what two changes wait at.
_LOCK = select(_servers.c.id).where(_servers.c.id == bindparam("of_server")).with_for_update()
_LANGUAGES = select(_setups.c.server_id, _setups.c.language).where(_setups.c.language.is_not(None))
_SET_BY = select(_setups.c.set_by).where(_setups.c.server_id == bindparam("of_server"))
_SAVE = InsertOrReplace(_setups)
_MOVE_ZONE = (
    update(_servers)
    .where(_servers.c.id == bindparam("of_server"), _servers.c.time_zone != bindparam("new_zone"))
    .values(time_zone=bindparam("new_zone"))
)
_RUNNING = select(_puzzles.c.id, _puzzles.c.day, _puzzles.c.ends_at).where(
    _puzzles.c.server_id == bindparam("of_server"),
    _puzzles.c.kind == literal_column(f"'{PuzzleKind.DAILY.value}'"),
    _puzzles.c.ends_at > bindparam("since", type_=UtcDateTime),
)
_MOVE_END = (
    update(_puzzles)
    .where(_puzzles.c.id == bindparam("of_puzzle"))
    .values(ends_at=bindparam("new_end", type_=UtcDateTime))
)
_trouble: Any = bindparam("new_trouble", type_=Text)
_NOTE_TROUBLE = (
    update(_setups)
    .where(
        _setups.c.server_id == bindparam("of_server"),
        _setups.c.trouble.is_distinct_from(_trouble),
    )
    .values(trouble=_trouble)
)


class SqlSetups:
    """`game.setup.SetupStore` over an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def setup(self, server_id: int) -> Setup | None:
        """The setup of a server; the default for one without, None if unknown.

        Raises StoreError.
        """
        with self._database.reading() as connection:
            row = connection.execute(_ONE, {"of_server": server_id}).first()
        return None if row is None else to_setup(row)

    def setups(self) -> Sequence[Setup]:
        """The setups of all servers that have a channel and have not gone. Raises StoreError."""
        with self._database.reading() as connection:
            return [to_setup(row) for row in connection.execute(_POSTING)]

    def set_up(self, setup: Setup, by: int, now: datetime) -> None:
        """Store a setup and the server's time zone. Raises StoreError."""
        with self._database.writing() as connection:
            _save(connection, setup, by, now)
            connection.commit()

    def change(self, server_id: int, change: Change, by: int, now: datetime) -> Setup:
        """Store what `change` makes of the setup; two changes at once both hold.

        Raises UnknownServer or another StoreError.
        """
        server = {"of_server": server_id}
        with self._database.writing() as connection:
            connection.execute(_LOCK, server)
            row = connection.execute(_ONE, server).first()
            if row is None:
                raise UnknownServer(server_id)
            setup = change(to_setup(row))
            _save(connection, setup, by, now)
            connection.commit()
        return setup

    def languages(self) -> Mapping[int, str]:
        """The languages that servers have chosen, by their ids. Raises StoreError."""
        with self._database.reading() as connection:
            return {row.server_id: row.language for row in connection.execute(_LANGUAGES)}

    def set_by(self, server_id: int) -> int | None:
        """The member who made the setup of a server; None for the default. Raises StoreError."""
        with self._database.reading() as connection:
            found: int | None = connection.execute(_SET_BY, {"of_server": server_id}).scalar()
            return found

    def note_trouble(self, server_id: int, trouble: str | None) -> bool:
        """Store why posting has stopped; False where it was noted before. Raises StoreError."""
        values = {"of_server": server_id, "new_trouble": trouble}
        with self._database.writing() as connection:
            changed = connection.execute(_NOTE_TROUBLE, values).rowcount == 1
            connection.commit()
        return changed


_SAME = (
    "server_id", "channel_id", "minute", "thread", "role_id", "language", "trouble",
)  # fmt: skip


def _save(connection: Connection, setup: Setup, by: int, now: datetime) -> None:
    zone = {"of_server": setup.server_id, "new_zone": setup.time_zone}
    row = {name: getattr(setup, name) for name in _SAME}
    row |= {"style": setup.style.value, "mix": setup.mix.value, "set_by": by, "set_at": now}
    if connection.execute(_MOVE_ZONE, zone).rowcount:
        _prolong(connection, setup, now)
    _SAVE.run(connection, row)


def _prolong(connection: Connection, setup: Setup, now: datetime) -> None:
    """Let days that are not over end by the new zone, though never sooner than they would have."""
    zone = ZoneInfo(setup.time_zone)
    running = {"of_server": setup.server_id, "since": now}
    for puzzle_id, day, end in connection.execute(_RUNNING, running).all():
        values = {"of_puzzle": puzzle_id, "new_end": max(end, ends(day, zone))}
        connection.execute(_MOVE_END, values)


def to_setup(row: AnyRow) -> Setup:
    """A row of `servers` with the columns of its row of `setups`, if any."""
    if row.minute is None:  # the server plays, but nobody has set it up
        return Setup(row.id, row.time_zone)
    return Setup(
        server_id=row.id,
        time_zone=row.time_zone,
        channel_id=row.channel_id,
        minute=row.minute,
        thread=row.thread,
        role_id=row.role_id,
        style=Style(row.style),
        mix=Mix(row.mix),
        language=row.language,
        trouble=row.trouble,
    )
