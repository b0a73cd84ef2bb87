"""The outbox of daily posts, in the database: claims by a unique key, leases by an update."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Integer,
    Text,
    and_,
    bindparam,
    exists,
    func,
    not_,
    or_,
    select,
    update,
)

from game.posts import LEASE, Agenda, Due, Post, PostState, Skip, Taken, Tally
from game.setup import Setup
from store.columns import UtcDateTime, table_of
from store.conflicts import InsertOnce
from store.engine import Database
from store.nouns import AnyRow
from store.schema import ServerRow
from store.schema_server import DepartureRow, PostRow, SetupRow
from store.setups import to_setup

_servers = table_of(ServerRow)
_setups = table_of(SetupRow)
_posts = table_of(PostRow)
_departures = table_of(DepartureRow)

FAR = timedelta(minutes=30)
"""A lease or a pause that ends later than this was written by a clock that has been set back."""

Value = BindParameter[Any]
_PENDING, _SENDING = PostState.PENDING.value, PostState.SENDING.value
_open = _posts.c.state.in_((_PENDING, _SENDING))
_now: Value = bindparam("at_now", type_=UtcDateTime)
_far: Value = bindparam("at_far", type_=UtcDateTime)
_free = and_(
    _open,
    or_(
        _posts.c.leased_until.is_(None),
        _posts.c.leased_until <= _now,
        _posts.c.leased_until > _far,
    ),
)
_gone: ColumnElement[bool] = exists().where(
    _departures.c.server_id == _servers.c.id, _departures.c.member_id == 0
)
_arranged = [column for column in _setups.columns if column.name != "server_id"]

_others = _posts.alias()
_last = (
    select(func.max(_posts.c.day))
    .where(_posts.c.server_id == _servers.c.id, _posts.c.day <= bindparam("to_day"))
    .scalar_subquery()
)
_AGENDA = (
    select(_servers.c.id, _servers.c.time_zone, *_arranged, _last.label("last_day"))
    .join_from(_servers, _setups)
    .where(_setups.c.channel_id.is_not(None), not_(_gone))
    # Servers of one zone together: Python keeps only a few zones in mind.
    .order_by(_servers.c.time_zone, _servers.c.id)
)
_PLAN = InsertOnce(_posts)
_ANY_FREE = select(exists().where(_free))
_some_free = (
    select(_posts.c.id)
    .where(_free)
    .order_by(_posts.c.due_at, _posts.c.id)
    .limit(bindparam("at_most", type_=Integer))
    .with_for_update(skip_locked=True)
)
_TAKE = (
    update(_posts)
    .where(_posts.c.id.in_(_some_free), _free)
    .values(
        state=_SENDING,
        attempts=_posts.c.attempts + 1,
        leased_until=bindparam("new_lease", type_=UtcDateTime),
    )
    .returning(_posts.c.id)
)
_later = exists().where(
    _others.c.server_id == _posts.c.server_id,
    _others.c.day > _posts.c.day,
    _others.c.day <= bindparam("to_day"),
)
_TAKEN = (
    select(
        *(column.label(f"post_{column.name}") for column in _posts.columns),
        _servers.c.id,
        _servers.c.time_zone,
        *_arranged,
        _gone.label("gone"),
        not_(_later).label("latest"),
    )
    .join_from(_posts, _servers)
    .outerjoin(_setups, _setups.c.server_id == _servers.c.id)
    .where(_posts.c.id.in_(bindparam("of_posts", expanding=True)))
    .order_by(_posts.c.due_at, _posts.c.id)
)
_OURS = update(_posts).where(
    _posts.c.id == bindparam("of_post", type_=Integer),
    _posts.c.attempts == bindparam("of_attempt", type_=Integer),
    _posts.c.state == _SENDING,
)
_lease: Value = bindparam("new_lease", type_=UtcDateTime)
_channel: Value = bindparam("new_channel", type_=BigInteger)
_HOLD = _OURS.values(leased_until=_lease, channel_id=_channel)
_NOTE = _OURS.values(channel_id=_channel, message_id=bindparam("new_message", type_=BigInteger))
_FINISH = _OURS.values(
    state=PostState.SENT.value,
    leased_until=None,
    thread_id=bindparam("new_thread", type_=BigInteger),
    sent_at=_now,
)
_SKIP = _OURS.values(
    state=PostState.SKIPPED.value, leased_until=None, reason=bindparam("new_reason", type_=Text)
)
_PUT_BACK = _OURS.values(state=_PENDING, leased_until=_lease)
_OF_SERVER = (
    select(_posts)
    .where(_posts.c.server_id == bindparam("of_server"), _posts.c.day >= bindparam("from_day"))
    .order_by(_posts.c.day)
)
_UNSETTLED = select(_posts).where(_open).order_by(_posts.c.due_at, _posts.c.id)
_TALLY = (
    select(_posts.c.state, func.count(), func.min(_posts.c.due_at)).where(_open).group_by(
        _posts.c.state
    )
)  # fmt: skip


class SqlPosts:
    """`game.posts.PostStore` over an open database. Everything raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def agenda(self, horizon: date) -> Sequence[Agenda]:
        """All servers that have a channel and are not gone."""
        with self._database.reading() as connection:
            rows = connection.execute(_AGENDA, {"to_day": horizon})
            return [Agenda(to_setup(row), row.set_at, row.last_day) for row in rows]

    def plan(self, dues: Sequence[Due]) -> int:
        """Put days into the outbox, except those that are in it; how many were new."""
        if not dues:
            return 0
        with self._database.writing() as connection:
            new = _PLAN.run(connection, [_planned(due) for due in dues]).rowcount
            connection.commit()
        return new

    def take(self, now: datetime, limit: int) -> Sequence[Taken]:
        """Take at most so many posts that wait or whose lease has run out, the oldest first."""
        times = {"at_now": now, "at_far": now + FAR}
        with self._database.reading() as connection:
            if not connection.execute(_ANY_FREE, times).scalar_one():
                return ()  # nothing to write: no need to queue for the writer's lock
        with self._database.writing() as connection:
            values = times | {"new_lease": now + LEASE, "at_most": limit}
            ids = list(connection.execute(_TAKE, values).scalars())
            found = {"of_posts": ids, "to_day": (now + timedelta(hours=14)).date()}
            taken = [_taken(row) for row in connection.execute(_TAKEN, found)]
            connection.commit()
        return taken

    def hold(self, taken: Taken, channel_id: int, now: datetime) -> bool:
        """Begin the lease anew, to send to that channel; False where the post is not ours."""
        return self._change(_HOLD, taken, new_lease=now + LEASE, new_channel=channel_id)

    def note_message(self, taken: Taken, channel_id: int, message_id: int) -> bool:
        """Store which message it is; False where the post is not ours."""
        return self._change(_NOTE, taken, new_channel=channel_id, new_message=message_id)

    def finish(self, taken: Taken, thread_id: int | None, now: datetime) -> bool:
        """Store that it is sent; False where the post is not ours."""
        return self._change(_FINISH, taken, new_thread=thread_id, at_now=now)

    def skip(self, taken: Taken, reason: str) -> bool:
        """Store that it is not sent, and why; False where the post is not ours."""
        return self._change(_SKIP, taken, new_reason=reason)

    def put_back(self, taken: Taken, until: datetime) -> bool:
        """Let it wait until then for another attempt; False where the post is not ours."""
        return self._change(_PUT_BACK, taken, new_lease=until)

    def posts(self, server_id: int, first: date) -> Sequence[Post]:
        """The posts of a server from that day on, oldest first."""
        values = {"of_server": server_id, "from_day": first}
        with self._database.reading() as connection:
            return [_post(row) for row in connection.execute(_OF_SERVER, values)]

    def unsettled(self) -> Sequence[Post]:
        """Every post that is neither sent nor skipped, oldest first."""
        with self._database.reading() as connection:
            return [_post(row) for row in connection.execute(_UNSETTLED)]

    def tally(self) -> Tally:
        """How much is unsettled."""
        with self._database.reading() as connection:
            rows = {state: (number, oldest) for state, number, oldest in connection.execute(_TALLY)}
        oldest = min((since for _, since in rows.values()), default=None)
        pending, sending = (rows.get(state, (0, None))[0] for state in (_PENDING, _SENDING))
        return Tally(pending, sending, oldest)

    def _change(self, statement: Any, taken: Taken, **values: object) -> bool:  # noqa: ANN401  # SQLAlchemy's Update
        ours = {"of_post": taken.post.id, "of_attempt": taken.post.attempts}
        with self._database.writing() as connection:
            changed = connection.execute(statement, ours | values).rowcount == 1
            connection.commit()
        return changed


def _planned(due: Due) -> dict[str, Any]:
    state = PostState.PENDING if due.skip is None else PostState.SKIPPED
    return {
        "server_id": due.server_id,
        "day": due.day,
        "state": state.value,
        "reason": None if due.skip is None else due.skip.value,
        "due_at": due.due_at,
        "attempts": 0,
    }


def _post(row: AnyRow, prefix: str = "") -> Post:
    values = {name: getattr(row, prefix + name) for name in _FIELDS}
    return Post(**values | {"state": PostState(values["state"])})


_FIELDS = tuple(column.name for column in _posts.columns)


def _taken(row: AnyRow) -> Taken:
    setup: Setup = to_setup(row)
    skip = Skip.LEFT if row.gone else None if setup.channel_id is not None else Skip.NO_CHANNEL
    return Taken(_post(row, "post_"), setup, row.set_by or 0, bool(row.latest), skip)
