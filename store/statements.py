"""The word game's SQL, prepared once, so that SQLAlchemy compiles each statement once only.

Parameters are named after what they mean, never after a column: an UPDATE reserves those names.
"""

from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    and_,
    bindparam,
    exists,
    func,
    literal_column,
    not_,
    or_,
    select,
    union_all,
    update,
)

from game.model import Mode, PuzzleKind
from store.columns import table_of
from store.conflicts import InsertOnce, InsertOrLower, InsertOrReplace, once
from store.prepared import Prepared
from store.schema import (
    BoardRow,
    DeliveryRow,
    EntryRow,
    FocusRow,
    PuzzleRow,
    ReachRow,
    ServerRow,
    VoteRow,
)
from store.schema_server import SetupRow

servers = table_of(ServerRow)
puzzles = table_of(PuzzleRow)
boards = table_of(BoardRow)
entries = table_of(EntryRow)
focuses = table_of(FocusRow)
votes = table_of(VoteRow)
reaches = table_of(ReachRow)
deliveries = table_of(DeliveryRow)
setups = table_of(SetupRow)

Value = BindParameter[Any]

_server: Value = bindparam("of_server")
_puzzle: Value = bindparam("of_puzzle")
_board: Value = bindparam("of_board")
_member: Value = bindparam("of_member")
_mode: Value = bindparam("of_mode")
_owner: Value = bindparam("of_owner")

# Written out, not bound: a plan made before the value is known cannot use a partial index.
_DAILY: ColumnElement[str] = literal_column(f"'{PuzzleKind.DAILY.value}'")
_PRACTICE: ColumnElement[str] = literal_column(f"'{PuzzleKind.PRACTICE.value}'")

SERVER = Prepared(select(servers).where(servers.c.id == _server))

_puzzles = select(puzzles, servers.c.seed).join(servers)
_dailies = _puzzles.where(puzzles.c.server_id == _server, puzzles.c.kind == _DAILY)
PUZZLE = Prepared(_puzzles.where(puzzles.c.id == _puzzle))
DAILY = Prepared(_dailies.where(puzzles.c.day == bindparam("of_day")))
DAILIES = Prepared(_dailies.order_by(puzzles.c.day))
PRACTICES = Prepared(
    _puzzles.where(
        puzzles.c.server_id == _server,
        puzzles.c.kind == _PRACTICE,
        puzzles.c.owner_id == _member,
    ).order_by(puzzles.c.number)
)

# A server and where its member plays: where nothing is stored, the server's style says.
SEAT = Prepared(
    select(
        servers,
        focuses.c.mode,
        focuses.c.puzzle_id,
        focuses.c.day,
        setups.c.style,
    )
    .select_from(servers)
    .outerjoin(setups, setups.c.server_id == servers.c.id)
    .outerjoin(focuses, and_(focuses.c.server_id == servers.c.id, focuses.c.member_id == _member))
    .where(servers.c.id == _server)
)

_the_board = select(boards).where(
    boards.c.puzzle_id == _puzzle, boards.c.mode == _mode, boards.c.owner_id == _owner
)
BOARD = Prepared(_the_board)
# SQLite has no row locks, and leaves the clause out: its transaction holds the whole database.
LOCKED_BOARD = Prepared(_the_board.with_for_update())
BOARD_OF = Prepared(select(boards).where(boards.c.id == _board))

BOARD_OF_INTERACTION = Prepared(
    select(boards).join(
        deliveries,
        and_(
            deliveries.c.board_id == boards.c.id,
            deliveries.c.interaction_id == bindparam("of_interaction"),
        ),
    )
)

_entries = select(entries).where(entries.c.board_id == _board)
ENTRIES = Prepared(_entries.order_by(entries.c.position))
CLOSEST = Prepared(
    _entries.order_by(entries.c.rank, entries.c.position).limit(bindparam("at_most"))
)
ENTRY = Prepared(_entries.where(entries.c.word == bindparam("of_word")))
ENTRY_OF_INTERACTION = Prepared(
    select(entries).where(entries.c.interaction_id == bindparam("of_interaction"))
)

_any_entry = exists().where(entries.c.board_id == boards.c.id)
_mine = _any_entry.where(entries.c.member_id == _member)
_in_time = or_(entries.c.hint, entries.c.attempt.is_not(None))
_own = and_(boards.c.mode == Mode.SOLO.value, boards.c.owner_id == _member)
_shared = boards.c.mode == Mode.TOGETHER.value

_parts = (
    select(
        puzzles.c.id,
        puzzles.c.number,
        puzzles.c.day,
        puzzles.c.ends_at,
        boards.c.mode,
        boards.c.attempts,
        boards.c.hints,
        boards.c.solved_in,
        boards.c.gave_up,
        boards.c.solver_id,
        boards.c.finished_at,
        boards.c.id.label("board_id"),
    )
    .join_from(puzzles, boards)
    .where(puzzles.c.server_id == _server, puzzles.c.kind == _DAILY)
)
# Two searches by the boards' unique key: one with OR would walk through everybody's boards.
PLAYED = Prepared(
    union_all(
        _parts.where(_own, _any_entry),
        _parts.where(_shared, _mine.where(entries.c.attempt.is_not(None))),
    ).order_by("day", "board_id")
)

_ended_elsewhere = exists().where(
    boards.c.puzzle_id == _puzzle,
    boards.c.finished_at.is_not(None),
    not_(and_(boards.c.mode == _mode, boards.c.owner_id == _owner)),
)
KNOWS = select(
    or_(
        _ended_elsewhere.where(_own),
        _ended_elsewhere.where(_shared, _mine.where(_in_time)),
        _ended_elsewhere.where(
            _shared,
            exists().where(
                reaches.c.board_id == boards.c.id,
                reaches.c.member_id == _member,
                reaches.c.rank == 0,
            ),
        ),
    )
)

ADD_SERVER = InsertOnce(servers)
ADD_PUZZLE = InsertOnce(puzzles, "id")
ADD_BOARD = InsertOnce(boards)
ADD_ENTRY = Prepared(once(entries))
COME_NEAR = InsertOrLower(reaches, "rank")
ADD_VOTE = InsertOnce(votes)
ADD_DELIVERY = InsertOnce(deliveries)
SET_FOCUS = InsertOrReplace(focuses)

SAVE_BOARD = Prepared(
    update(boards)
    .where(boards.c.id == _board)
    .values(
        {
            column: bindparam(f"new_{column.name}")
            for column in boards.c
            if column.name not in {"id", "puzzle_id", "mode", "owner_id"}
        }
    )
)

ENTRY_STORED = select(
    exists().where(
        or_(
            and_(entries.c.board_id == _board, entries.c.word == bindparam("of_word")),
            entries.c.interaction_id == bindparam("of_interaction"),
        )
    )
)
_said = union_all(
    select(entries.c.rank).where(
        entries.c.board_id == _board, entries.c.member_id == _member, not_(entries.c.hint)
    ),
    select(reaches.c.rank).where(reaches.c.board_id == _board, reaches.c.member_id == _member),
).subquery()
REACH = select(func.min(_said.c.rank))
TOOK_PART = select(
    or_(
        exists().where(entries.c.board_id == _board, entries.c.member_id == _member, _in_time),
        exists().where(
            reaches.c.board_id == _board, reaches.c.member_id == _member, reaches.c.rank == 0
        ),
    )
)
VOTES = select(func.count()).select_from(votes).where(votes.c.board_id == _board)
