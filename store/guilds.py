"""What an operator sees of each server, read in a few queries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from game.model import PuzzleKind
from game.posts import PostState
from game.setup import Setup
from store.columns import table_of
from store.engine import Database
from store.schema import BoardRow, EntryRow, PuzzleRow, ServerRow
from store.schema_server import DepartureRow, PostRow, SetupRow
from store.setups import to_setup

_servers = table_of(ServerRow)
_setups = table_of(SetupRow)
_puzzles = table_of(PuzzleRow)
_boards = table_of(BoardRow)
_entries = table_of(EntryRow)
_posts = table_of(PostRow)
_departures = table_of(DepartureRow)

_SERVERS = (
    select(_servers.c.id, _servers.c.time_zone, *(
        column for column in _setups.columns if column.name != "server_id"
    ))
    .outerjoin_from(_servers, _setups)
    .order_by(_servers.c.id)
)  # fmt: skip
_PUZZLES = (
    select(_puzzles.c.server_id, func.count())
    .where(_puzzles.c.kind == PuzzleKind.DAILY.value)
    .group_by(_puzzles.c.server_id)
)
_MEMBERS = (
    select(_puzzles.c.server_id, func.count(_entries.c.member_id.distinct()))
    .join_from(_entries, _boards)
    .join(_puzzles, _puzzles.c.id == _boards.c.puzzle_id)
    .where(_entries.c.attempt.is_not(None))
    .group_by(_puzzles.c.server_id)
)
_LAST_POSTS = (
    select(_posts.c.server_id, func.max(_posts.c.sent_at))
    .where(_posts.c.state == PostState.SENT.value)
    .group_by(_posts.c.server_id)
)
_GONE = select(_departures.c.server_id).where(_departures.c.member_id == 0)


@dataclass(frozen=True, slots=True)
class GuildFigures:
    """A server with its setup, and how much is played there.

    `puzzles` are its daily ones, `members` those who have guessed. `last_post` is when the latest
    post was sent, None where there is none, and `gone` says that the bot was removed.
    """

    setup: Setup
    puzzles: int
    members: int
    last_post: datetime | None
    gone: bool


class SqlGuilds:
    """Reads servers from an open database. Everything raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def guilds(self) -> Sequence[GuildFigures]:
        """All servers, by id; among them people who play in direct messages."""
        with self._database.reading() as connection:
            puzzles, members = _counts(connection, _PUZZLES), _counts(connection, _MEMBERS)
            posts = {row[0]: row[1] for row in connection.execute(_LAST_POSTS)}
            gone = set(connection.execute(_GONE).scalars())
            return [
                GuildFigures(
                    to_setup(row), puzzles.get(row.id, 0), members.get(row.id, 0),
                    posts.get(row.id), row.id in gone,
                )
                for row in connection.execute(_SERVERS)
            ]  # fmt: skip


def _counts(connection: Connection, counting: Select[Any]) -> dict[int, int]:
    return {row[0]: row[1] for row in connection.execute(counting)}
