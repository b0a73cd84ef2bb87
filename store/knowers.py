"""Who had begun a puzzle that still runs and was forgotten, as keyed hashes that name nobody.

Without these, forgetting would make anybody the first: the word is known still.
"""

import hmac
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    and_,
    bindparam,
    delete,
    literal_column,
    or_,
    select,
)

from game.model import Mode
from game.privacy import Servers
from store.columns import UtcDateTime, table_of
from store.conflicts import InsertOnce
from store.schema import BoardRow, EntryRow, KnowerRow, PuzzleRow, ServerRow

_servers, _puzzles = table_of(ServerRow), table_of(PuzzleRow)
_boards, _entries, _knowers = table_of(BoardRow), table_of(EntryRow), table_of(KnowerRow)

KNOWN = (
    select(_knowers.c.puzzle_id, _knowers.c.digest, _servers.c.seed)
    .join_from(_knowers, _puzzles, _puzzles.c.id == _knowers.c.puzzle_id)
    .join(_servers, _servers.c.id == _puzzles.c.server_id)
)
"""The hashes, each with its puzzle and the key."""
_KNOWN_OF = KNOWN.where(_knowers.c.puzzle_id == bindparam("of_puzzle"))
_KNOWN_OVER = KNOWN.where(_puzzles.c.ends_at <= bindparam("now", type_=UtcDateTime))
_solo = and_(_boards.c.mode == Mode.SOLO.value, _boards.c.entries > 0)
_PLAYERS = (
    select(_boards.c.owner_id)
    .where(_boards.c.puzzle_id == bindparam("of_puzzle"), _boards.c.mode == Mode.SOLO.value)
    .union(
        select(_entries.c.member_id)
        .join_from(_boards, _entries, _entries.c.board_id == _boards.c.id)
        .where(_boards.c.puzzle_id == bindparam("of_puzzle"), _entries.c.member_id > 0)
    )
)
_member: BindParameter[Any] = bindparam("of_member")
_BEGUN = (
    select(_puzzles.c.id, _puzzles.c.server_id, _servers.c.seed)
    .join(_servers, _servers.c.id == _puzzles.c.server_id)
    .where(
        _puzzles.c.kind == literal_column("'daily'"),
        _puzzles.c.ends_at > bindparam("now", type_=UtcDateTime),
        _puzzles.c.id.in_(
            select(_boards.c.puzzle_id)
            .outerjoin(
                _entries,
                and_(_entries.c.board_id == _boards.c.id, _entries.c.member_id == _member),
            )
            .where(
                or_(_entries.c.member_id.is_not(None), and_(_solo, _boards.c.owner_id == _member))
            )
        ),
    )
)
_ADD = InsertOnce(_knowers)
_DROP = delete(_knowers).where(
    _knowers.c.puzzle_id == bindparam("of_puzzle"), _knowers.c.digest == bindparam("of_digest")
)


def digest(seed: int, puzzle_id: int, member_id: int) -> str:
    """What stands for a member of a puzzle, by HMAC with the server's seed."""
    return hmac.digest(seed.to_bytes(8, "big"), f"{puzzle_id}:{member_id}".encode(), "sha256").hex()


def remember(connection: Connection, member_id: int, servers: Servers, now: datetime) -> None:
    """Note that a member who is about to be forgotten had begun puzzles that still run."""
    for row in connection.execute(_BEGUN, {"of_member": member_id, "now": now}).all():
        if servers is None or row.server_id in servers:
            mark = digest(row.seed, row.id, member_id)
            _ADD.run(connection, {"puzzle_id": row.id, "digest": mark})


def known_again(connection: Connection, puzzle_id: int) -> frozenset[int]:
    """Those who play a puzzle anew, having been forgotten since they had begun it."""
    rows = connection.execute(_KNOWN_OF, {"of_puzzle": puzzle_id}).all()
    if not rows:
        return frozenset()
    marks, seed = {row.digest for row in rows}, rows[0].seed
    players: Iterable[int] = connection.execute(_PLAYERS, {"of_puzzle": puzzle_id}).scalars()
    return frozenset(x for x in players if digest(seed, puzzle_id, x) in marks)


def tidy(connection: Connection, now: datetime) -> None:
    """Drop the hashes of puzzles that are over, but for those of members who played them anew."""
    over = connection.execute(_KNOWN_OVER, {"now": now}).all()
    kept = {
        digest(row.seed, row.puzzle_id, member)
        for row in over
        for member in known_again(connection, row.puzzle_id)
    }
    for row in over:
        if row.digest not in kept:
            connection.execute(_DROP, {"of_puzzle": row.puzzle_id, "of_digest": row.digest})
