"""What was played in a period, and what members did besides solving, read from the database."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Date,
    and_,
    bindparam,
    case,
    exists,
    false,
    func,
    literal_column,
    null,
    select,
    true,
    union_all,
)

from game.achievements import Deed
from game.heat import NEAR
from game.model import Mode, PuzzleKind
from game.proposals import ProposalState
from game.setup import Style
from game.standings import Ledger, Part
from store.columns import table_of
from store.engine import Database
from store.knowers import KNOWN, digest
from store.nouns import AnyRow, to_puzzle
from store.schema_server import InsiderRow, PanelRow, ProposalRow, RacerRow
from store.statements import boards, entries, puzzles, servers

_panels = table_of(PanelRow)
_racers = table_of(RacerRow)
_proposals = table_of(ProposalRow)
_insiders = table_of(InsiderRow)

_server: BindParameter[Any] = bindparam("of_server")
_member: BindParameter[Any] = bindparam("of_member")
# Written out, not bound: a plan made before the value is known cannot use a partial index.
_DAILY: ColumnElement[str] = literal_column(f"'{PuzzleKind.DAILY.value}'")
_daily = and_(puzzles.c.server_id == _server, puzzles.c.kind == _DAILY)
_days = and_(
    _daily,
    puzzles.c.day >= bindparam("of_first", type_=Date),
    puzzles.c.day <= bindparam("of_last", type_=Date),
)
_solo, _shared = boards.c.mode == Mode.SOLO.value, boards.c.mode == Mode.TOGETHER.value
_strokes = boards.c.attempts + boards.c.hints
_solved = boards.c.solved_in.is_not(None)

_PUZZLES = select(puzzles, servers.c.seed).join(servers).where(_days).order_by(puzzles.c.day)
_first_at = (
    select(entries.c.at)
    .where(entries.c.board_id == boards.c.id, entries.c.position == 1)
    .scalar_subquery()
)
# Nobody asks when a board began that has ended, and most have.
_begun = case((boards.c.finished_at.is_(None), _first_at))
_own_parts = (
    select(
        boards.c.puzzle_id, boards.c.owner_id, _strokes, _solved, boards.c.finished_at, _begun,
        literal_column("1"),
    )
    .join_from(puzzles, boards)
    .where(_days, _solo, boards.c.attempts > 0)
)  # fmt: skip
# Whoever made a guess that counted is a player, also those who are forgotten (below 1).
_players = (
    select(
        entries.c.board_id,
        entries.c.member_id,
        func.min(entries.c.at).label("begun"),
        func.count().over(partition_by=entries.c.board_id).label("players"),
    )
    .join_from(puzzles, boards)
    .join(entries)
    .where(_days, _shared, entries.c.attempt.is_not(None))
    .group_by(entries.c.board_id, entries.c.member_id)
    .subquery()
)
_shared_parts = (
    select(
        boards.c.puzzle_id, _players.c.member_id, _strokes, _solved, boards.c.finished_at,
        _players.c.begun, _players.c.players,
    )
    .join_from(_players, boards, boards.c.id == _players.c.board_id)
    .where(_players.c.member_id > 0)
)  # fmt: skip
_PARTS = union_all(_own_parts, _shared_parts)
# Sealing is deterministic: the same word on the same server is the same text.
_knew = (
    select(puzzles.c.id, _insiders.c.member_id)
    .join_from(
        puzzles,
        _proposals,
        and_(
            _proposals.c.server_id == puzzles.c.server_id,
            _proposals.c.day == puzzles.c.day,
            _proposals.c.word == puzzles.c.secret,
            _proposals.c.state == ProposalState.USED.value,
        ),
    )
    .join(_insiders, _insiders.c.proposal_id == _proposals.c.id)
)
_INSIDERS = _knew.where(_days)
_KNOWERS, _KNEW_BEFORE = KNOWN.where(_days), KNOWN.where(_daily)
_KNEW_IT = _knew.where(_daily, _insiders.c.member_id == _member)

_warm_at = (
    select(func.min(entries.c.position))
    .where(entries.c.board_id == boards.c.id, entries.c.rank <= NEAR)
    .scalar_subquery()
)
_rivals = _racers.alias()
_won = exists().where(
    _racers.c.puzzle_id == boards.c.puzzle_id,
    _racers.c.member_id == _member,
    _racers.c.place == 1,
    exists().where(
        _rivals.c.puzzle_id == _racers.c.puzzle_id,
        _rivals.c.channel_id == _racers.c.channel_id,
        _rivals.c.member_id != _member,
    ),
)
_own_deeds = (
    select(
        boards.c.puzzle_id, puzzles.c.day, boards.c.attempts, boards.c.hints,
        boards.c.finished_at, _warm_at, _won, false(), false(),
    )
    .join_from(puzzles, boards)
    .where(_daily, _solo, boards.c.owner_id == _member, _solved)
)  # fmt: skip
_of_board = and_(entries.c.board_id == boards.c.id, entries.c.attempt.is_not(None))
_in_relay = exists().where(
    _panels.c.puzzle_id == boards.c.puzzle_id,
    _panels.c.channel_id == boards.c.owner_id,
    _panels.c.style == Style.RELAY.value,
)
_with_others = exists().where(_of_board, entries.c.member_id != _member)
_shared_deeds = (
    select(
        boards.c.puzzle_id, puzzles.c.day, boards.c.attempts, boards.c.hints,
        boards.c.finished_at, null(), false(), and_(_in_relay, _with_others), true(),
    )
    .join_from(puzzles, boards)
    .where(_daily, _shared, _solved, exists().where(_of_board, entries.c.member_id == _member))
)  # fmt: skip
_DEEDS = union_all(_own_deeds, _shared_deeds)


class SqlStandings:
    """`game.standings.StandingBook` and `game.achievements.DeedBook` over an open database.

    Everything raises StoreError.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def ledger(self, server_id: int, first: date, last: date) -> Ledger:
        """What was played on the server's daily puzzles from `first` to `last`."""
        values = {"of_server": server_id, "of_first": first, "of_last": last}
        with self._database.reading() as connection:
            found = [to_puzzle(row) for row in connection.execute(_PUZZLES, values)]
            parts = [Part._make(row) for row in connection.execute(_PARTS, values).all()]
            insiders = {(x, y) for x, y in connection.execute(_INSIDERS, values)}
            marks = connection.execute(_KNOWERS, values).all()
        insiders |= _known_again(marks, {part[:2] for part in parts})
        return Ledger(found, parts, frozenset(insiders))

    def deeds(self, server_id: int, member_id: int) -> Sequence[Deed]:
        """Every board of a daily puzzle that the member solved, or helped to solve."""
        values = {"of_server": server_id, "of_member": member_id}
        with self._database.reading() as connection:
            knew = set(connection.execute(_KNEW_IT, values).scalars())
            marks = connection.execute(_KNEW_BEFORE, values).all()
            rows = connection.execute(_DEEDS, values).all()
        again = _known_again(marks, {(row[0], member_id) for row in rows})
        knew |= {puzzle_id for puzzle_id, _ in again}
        return [Deed._make(row) for row in rows if row[0] not in knew]


def _known_again(
    marks: Sequence[AnyRow], parts: Collection[tuple[int, int]]
) -> set[tuple[int, int]]:
    """The parts (puzzle and member) of those who were forgotten since they had begun it."""
    seeds = {mark.puzzle_id: mark.seed for mark in marks}
    there = {(mark.puzzle_id, mark.digest) for mark in marks}
    return {
        (puzzle, member)
        for puzzle, member in parts
        if puzzle in seeds and (puzzle, digest(seeds[puzzle], puzzle, member)) in there
    }
