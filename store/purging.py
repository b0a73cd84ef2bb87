"""Who has gone, and deleting what is theirs once that is due."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, delete, exists, func, not_, or_, select, update

from game.purging import Due, Reason, Terms
from store import knowers
from store.columns import table_of
from store.conflicts import InsertOnce
from store.drawers import Drawer, as_moment
from store.engine import Database
from store.fresh_ids import note_last
from store.members import DRAWERS, FORGOTTEN, forget_member
from store.schema import NoteRow
from store.schema_server import DepartureRow
from store.schema_taste import OpinionRow, ShelfRow
from store.statements import boards, entries, focuses, puzzles, servers

_departures, _notes = table_of(DepartureRow), table_of(NoteRow)
_DAY = "purged"
_WHOLE = 0

_LEAVE, _BEGIN = InsertOnce(_departures), InsertOnce(_notes)
_this = and_(
    _departures.c.server_id == bindparam("of_server"),
    _departures.c.member_id == bindparam("of_member"),
)
_COME_BACK = delete(_departures).where(_this)
_MARKED = select(_departures.c.at).where(_this)
_GONE = select(_departures).order_by(_departures.c.at)
_LATER = (
    update(_notes)
    .where(_notes.c.key == _DAY, _notes.c.text < bindparam("new_text"))
    .values(text=bindparam("new_text"))
)
_TIDY = delete(_notes).where(
    _notes.c.key.startswith(FORGOTTEN, autoescape=True), _notes.c.text < bindparam("before")
)
_DROP = delete(servers).where(servers.c.id == bindparam("of_server"))
_KNOWN = select(servers.c.id).where(servers.c.id == bindparam("of_server"))
_HOLD = _KNOWN.with_for_update()

_opinions, _shelves = table_of(OpinionRow), table_of(ShelfRow)
_HOLD_SHELVES = (
    select(_shelves.c.id)
    .where(_shelves.c.server_id == bindparam("of_server"))
    .order_by(_shelves.c.id)
    .with_for_update()
)
_on_boards = entries.join(boards).join(puzzles)
_LAST = (
    select(func.max(entries.c.at))
    .select_from(_on_boards)
    .where(
        puzzles.c.server_id == bindparam("of_server"),
        or_(bindparam("of_member") == _WHOLE, entries.c.member_id == bindparam("of_member")),
    )
)
_LAST_SAID = (
    select(func.max(_opinions.c.at))
    .select_from(_opinions.join(_shelves, _shelves.c.id == _opinions.c.shelf_id))
    .where(
        _shelves.c.server_id == bindparam("of_server"),
        or_(bindparam("of_member") == _WHOLE, _opinions.c.member_id == bindparam("of_member")),
    )
)
# A member's own place bears the member's id, and what a group shares bears the group's channel's.
_somebodys = or_(
    exists().where(focuses.c.server_id == servers.c.id, focuses.c.member_id == servers.c.id),
    exists()
    .where(puzzles.c.server_id == servers.c.id, boards.c.puzzle_id == puzzles.c.id)
    .where(boards.c.owner_id == servers.c.id),
    exists().where(puzzles.c.server_id == servers.c.id, puzzles.c.owner_id == servers.c.id),
)
_GUILDS = select(servers.c.id).where(not_(_somebodys)).order_by(servers.c.id)
_HELD = {
    "days": select(func.count()).where(puzzles.c.server_id == bindparam("of_server")),
    "boards": select(func.count())
    .select_from(boards.join(puzzles))
    .where(puzzles.c.server_id == bindparam("of_server")),
    "guesses": select(func.count())
    .select_from(_on_boards)
    .where(puzzles.c.server_id == bindparam("of_server")),
}


class SqlPurging:
    """Keeps who has gone, and purges. Everything raises StoreError."""

    def __init__(self, database: Database, drawers: Sequence[Drawer] = DRAWERS) -> None:
        self._database = database
        self._drawers = drawers

    def leave(self, server_id: int, member_id: int, now: datetime) -> bool:
        """Note that a server (member 0) or a member has gone; False where nothing is known of it.

        What was noted before stands.
        """
        with self._database.writing() as connection:
            news = _leave(connection, server_id, member_id, now)
            connection.commit()
        return news

    def come_back(self, server_id: int) -> bool:
        """Note that a server is there again; False where it was not gone."""
        with self._database.writing() as connection:
            news = _come_back(connection, server_id)
            connection.commit()
        return news

    def known(self) -> Sequence[int]:
        """The stored servers that may be Discord's: not a member's own place, nor a group."""
        with self._database.reading() as connection:
            return list(connection.execute(_GUILDS).scalars())

    def settle(self, absent: Collection[int], present: Collection[int], now: datetime) -> int:
        """Note at once which servers have gone and which are there; how many of these are news."""
        with self._database.writing() as connection:
            news = sum(_leave(connection, server, _WHOLE, now) for server in sorted(absent))
            marked = {row.server_id for row in connection.execute(_GONE) if not row.member_id}
            back = sorted(marked.intersection(present))
            news += sum(_come_back(connection, server) for server in back)
            connection.commit()
        return news

    def due(self, now: datetime, terms: Terms) -> Sequence[Due]:
        """All that is to be purged by now: who left, then who does not play any more.

        Reads every guess there is: once a day is often enough.
        """
        with self._database.reading() as connection:
            gone = connection.execute(_GONE).all()
            seen = self._seen(connection)
        left = [
            Due(row.server_id, row.member_id, Reason.LEFT, row.at)
            for row in gone
            if row.at <= now - terms.keep
        ]
        going = {(row.server_id, row.member_id) for row in gone}
        idle = [
            _idle(server, member, last)
            for (server, member), last in sorted(seen.items())
            if last <= now - terms.idle and not going & {(server, member), (server, _WHOLE)}
        ]
        return [*left, *idle]

    def doubtful(self, now: datetime, every: timedelta) -> Sequence[tuple[int, int]]:
        """Members to look for today where they played: idle for a multiple of `every`, to the day.

        Whoever has left or is on a server that has gone is not among them.
        """
        with self._database.reading() as connection:
            gone = {(row.server_id, row.member_id) for row in connection.execute(_GONE)}
            seen = self._seen(connection)
        return [
            (server, member)
            for (server, member), last in sorted(seen.items())
            if server != member
            and (now - last) >= every
            and (now - last).days % max(1, every.days) == 0
            and not gone & {(server, member), (server, _WHOLE)}
        ]

    def purge(self, due: Due, now: datetime, terms: Terms) -> Mapping[str, int] | None:
        """Purge it in one transaction, and tell how many rows of what that were.

        None, and nothing purged, where they came back or played meanwhile: then they have not gone.
        """
        with self._database.writing() as connection:
            counts = self._carry_out(connection, due, now, terms)
            connection.commit()
        return counts

    def count(self, due: Due, now: datetime, terms: Terms) -> Mapping[str, int] | None:
        """What `purge` would tell, found by purging it and taking that back."""
        with self._database.writing() as connection:
            return self._carry_out(connection, due, now, terms)

    def begin_day(self, day: date) -> bool:
        """Whether nobody has begun that day's purge yet: the caller has begun it now.

        Traces of older forgettings go with it.
        """
        text = {"new_text": day.isoformat()}
        with self._database.writing() as connection:
            row = {"key": _DAY, "text": day.isoformat()}
            begun = (
                _BEGIN.run(connection, row).rowcount or connection.execute(_LATER, text).rowcount
            )
            before = day - timedelta(days=1)
            connection.execute(_TIDY, {"before": before.isoformat()})
            knowers.tidy(connection, as_moment(day))
            connection.commit()
        return bool(begun)

    def _seen(self, connection: Connection) -> dict[tuple[int, int], datetime]:
        """When each member last did anything on each server."""
        last: dict[tuple[int, int], datetime] = {}
        for drawer in self._drawers:
            for server, member, at in drawer.seen(connection):
                last[server, member] = max(at, last.get((server, member), at))
        return last

    def _carry_out(
        self, connection: Connection, due: Due, now: datetime, terms: Terms
    ) -> Mapping[str, int] | None:
        if not _still(connection, due, now, terms):
            return None
        here = {"of_server": due.server_id}
        if due.member_id != _WHOLE:
            where = [due.server_id] if due.server_id else None
            return forget_member(connection, due.member_id, where, now, self._drawers)
        counts = {
            name: int(connection.execute(query, here).scalar_one()) for name, query in _HELD.items()
        }
        connection.execute(_HOLD, here)  # it is given no other shelf from here on
        # Before the notes: whoever deletes a shelf takes these locks in that order.
        if connection.execute(_HOLD_SHELVES, here).all():
            note_last(connection)  # whoever holds a model of one must not take the next for it
        return counts | {"servers": connection.execute(_DROP, here).rowcount}


def _leave(connection: Connection, server_id: int, member_id: int, now: datetime) -> bool:
    if connection.execute(_KNOWN, {"of_server": server_id}).first() is None:
        return False
    row = {"server_id": server_id, "member_id": member_id, "at": now}
    return _LEAVE.run(connection, row).rowcount == 1


def _come_back(connection: Connection, server_id: int, member_id: int = _WHOLE) -> bool:
    values = {"of_server": server_id, "of_member": member_id}
    return connection.execute(_COME_BACK, values).rowcount == 1


def _idle(server_id: int, member_id: int, last: datetime) -> Due:
    """One who does not play any more; where they played alone, the whole place goes."""
    whole = server_id == member_id
    return Due(server_id, _WHOLE if whole else member_id, Reason.IDLE, last)


def _still(connection: Connection, due: Due, now: datetime, terms: Terms) -> bool:
    """Whether it is due as it was when it was found to be."""
    if due.reason is Reason.ASKED:
        return True
    values = {"of_server": due.server_id, "of_member": due.member_id}
    both = (connection.execute(statement, values).scalar() for statement in (_LAST, _LAST_SAID))
    last = max((moment for moment in both if moment is not None), default=None)
    if due.reason is Reason.IDLE:
        return last is None or last <= now - terms.idle
    marked = connection.execute(_MARKED, values).scalar()
    if marked is None or marked > now - terms.keep:
        return False
    if last is not None and last > marked:  # whoever plays has not gone
        _come_back(connection, due.server_id, due.member_id)
        return False
    return True
