"""How much a database is played, in figures for whoever runs it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, case, distinct, exists, func, select

from game.model import PuzzleKind
from game.posts import PostState
from store.columns import UtcDateTime, table_of
from store.engine import Database
from store.schema import BoardRow, EntryRow, PuzzleRow, ServerRow
from store.schema_server import PostRow
from store.seal import unseal

_servers = table_of(ServerRow)
_puzzles = table_of(PuzzleRow)
_boards = table_of(BoardRow)
_entries = table_of(EntryRow)
_posts = table_of(PostRow)

_since = bindparam("since", type_=UtcDateTime)
_first = bindparam("first_day", type_=_puzzles.c.day.type)

_TOTALS = select(
    select(func.count()).select_from(_servers).scalar_subquery(),
    select(func.count(distinct(_entries.c.member_id))).scalar_subquery(),
    select(func.count()).select_from(_boards).scalar_subquery(),
)
_GUESSES = select(func.count(), func.count(distinct(_entries.c.member_id))).where(
    _entries.c.at > _since, _entries.c.attempt.is_not(None)
)
_guessed = exists().where(_entries.c.board_id == _boards.c.id, _entries.c.attempt.is_not(None))
_daily = and_(_puzzles.c.kind == PuzzleKind.DAILY.value, _puzzles.c.day >= _first)
_BOARDS = (
    select(
        func.count(),
        func.coalesce(func.sum(case((_boards.c.solved_in.is_not(None), 1), else_=0)), 0),
    )
    .join_from(_boards, _puzzles)
    .where(_daily, _guessed)
)
_SOLVES = (
    select(_puzzles.c.secret, _servers.c.seed, _boards.c.attempts, _boards.c.hints)
    .join_from(_boards, _puzzles)
    .join(_servers, _servers.c.id == _puzzles.c.server_id)
    .where(_daily, _boards.c.solved_in.is_not(None))
)
_SENT = select(_posts.c.due_at, _posts.c.sent_at).where(
    _posts.c.due_at > _since, _posts.c.state == PostState.SENT.value
)
_SKIPPED = (
    select(_posts.c.reason, func.count())
    .where(_posts.c.due_at > _since, _posts.c.state == PostState.SKIPPED.value)
    .group_by(_posts.c.reason)
    .order_by(_posts.c.reason)
)


@dataclass(frozen=True, slots=True)
class Totals:
    """What there is in all; `size` is the database's, in bytes."""

    servers: int
    members: int
    boards: int
    size: int


@dataclass(frozen=True, slots=True)
class Solved:
    """A solved daily board: what it hid, and its guesses with what hints added to them."""

    secret: str
    strokes: int


@dataclass(frozen=True, slots=True)
class Activity:
    """The last `days` days. `begun` counts the daily boards of these days with a guess on them.

    Of the posts that were due, `late` came more than the limit after that; `skipped` are by
    reason.
    """

    days: int
    guesses: int
    players: int
    begun: int
    finished: int
    solved: Sequence[Solved]
    sent: int
    late: int
    skipped: Mapping[str, int]


class SqlFigures:
    """Reads figures from an open database. Everything raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def totals(self) -> Totals:
        """What there is in all."""
        with self._database.reading() as connection:
            servers, members, boards = connection.execute(_TOTALS).one()
            return Totals(servers, members, boards, self._size(connection))

    def activity(self, now: datetime, days: int, late: timedelta) -> Activity:
        """What was done in the days before `now`; a post is late from so much on."""
        since = now - timedelta(days=days)
        moments: dict[str, datetime] = {"since": since}
        day: dict[str, date] = {"first_day": since.date() + timedelta(days=1)}
        with self._database.reading() as connection:
            guesses, players = connection.execute(_GUESSES, moments).one()
            begun, finished = connection.execute(_BOARDS, day).one()
            solved = [
                Solved(unseal(row.secret, row.seed), row.attempts + row.hints)
                for row in connection.execute(_SOLVES, day)
            ]
            delays = [row.sent_at - row.due_at for row in connection.execute(_SENT, moments)]
            skipped = {row.reason or "": row[1] for row in connection.execute(_SKIPPED, moments)}
        missed = sum(delay > late for delay in delays)
        return Activity(
            days, guesses, players, begun, finished, solved, len(delays), missed, skipped
        )

    def _size(self, connection: Connection) -> int:
        if not self._database.is_sqlite:
            size = "SELECT pg_database_size(current_database())"
            return int(connection.exec_driver_sql(size).scalar_one())
        pages, page = (
            connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("page_count", "page_size")
        )
        return int(pages) * int(page)
