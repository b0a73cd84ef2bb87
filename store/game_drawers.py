"""The drawers of the word game: what it stores about members, and what is left when they go.

A member's own boards, rounds of practice and choices are deleted. On a board that was shared the
words stay, for they are the others' game too; whose they were is replaced by a number below zero
that counts the forgotten on that one board, so that it leads nowhere else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    func,
    or_,
    select,
    tuple_,
    update,
)

from game.heat import NEAR
from game.model import Mode, PuzzleKind
from game.privacy import Row, Servers
from store.columns import table_of
from store.drawers import Drawer, Rows, Seen, as_moment, plain
from store.schema import ReachRow
from store.schema_server import (
    DepartureRow,
    InsiderRow,
    PanelRow,
    ProposalRow,
    RacerRow,
    SetupRow,
)
from store.seal import unseal
from store.statements import boards, entries, focuses, puzzles, servers, votes

_setups, _proposals = table_of(SetupRow), table_of(ProposalRow)
_insiders, _departures = table_of(InsiderRow), table_of(DepartureRow)
_panels, _racers = table_of(PanelRow), table_of(RacerRow)
_reaches = table_of(ReachRow)

_puzzle = [
    puzzles.c.server_id,
    puzzles.c.kind.label("puzzle_kind"),
    puzzles.c.number.label("puzzle_number"),
    puzzles.c.day.label("puzzle_day"),
]
_of_board = (
    select(puzzles.c.server_id)
    .where(puzzles.c.id == boards.c.puzzle_id)
    .correlate(boards)
    .scalar_subquery()
)
_of_vote = (
    select(puzzles.c.server_id)
    .select_from(boards.join(puzzles))
    .where(boards.c.id == votes.c.board_id)
    .correlate(votes)
    .scalar_subquery()
)
_of_reach = (
    select(puzzles.c.server_id)
    .select_from(boards.join(puzzles))
    .where(boards.c.id == _reaches.c.board_id)
    .correlate(_reaches)
    .scalar_subquery()
)
_of_racer = (
    select(_panels.c.server_id)
    .where(_panels.c.puzzle_id == _racers.c.puzzle_id, _panels.c.channel_id == _racers.c.channel_id)
    .scalar_subquery()
)
_of_insider = (
    select(_proposals.c.server_id)
    .where(_proposals.c.id == _insiders.c.proposal_id)
    .correlate(_insiders)
    .scalar_subquery()
)
_played = boards.join(puzzles)


@dataclass(frozen=True)
class Guesses:
    """Every word that a member has put on a board, theirs or shared."""

    name: str = "guesses"
    covers: frozenset[str] = frozenset({"entries.member_id"})

    def export(self, connection: Connection, member_id: int, servers: Servers) -> Sequence[Row]:
        """The words, board by board.

        While the secret is one, how near far words are is told no closer than in the game.
        """
        rows = connection.execute(_mine(_GUESSES, servers), {"of_member": member_id}).mappings()
        return [_guess(dict(row)) for row in rows]

    def forget(self, connection: Connection, member_id: int, servers: Servers) -> int:
        """Put a number that nobody bears in the member's place; own boards go by their drawer."""
        found = connection.execute(_mine(_BOARDS_OF, servers), {"of_member": member_id}).all()
        shared = [row.id for row in found if row.mode == Mode.TOGETHER.value]
        if shared:
            lowest = connection.execute(_LOWEST, {"of_boards": shared}).all()
            connection.execute(
                _RENAME,
                [
                    {"of_board": board_id, "of_member": member_id, "new": min(least, 0) - 1}
                    for board_id, least in lowest
                ],
            )
        return sum(row.number for row in found)

    def seen(self, connection: Connection) -> Iterable[Seen]:
        """When each member last put a word on a board."""
        return [(row[0], row[1], as_moment(row[2])) for row in connection.execute(_LAST)]


@dataclass(frozen=True)
class Proposals(Rows):
    """The secrets that a member has proposed, opened: they know them."""

    def export(self, connection: Connection, member_id: int, servers: Servers) -> Sequence[Row]:
        """The proposals with their words."""
        found = super().export(connection, member_id, servers)
        return [
            {name: value for name, value in row.items() if name not in {"word", "seed"}}
            | {"word": unseal(str(row["word"]), int(row["seed"] or 0))}
            for row in found
        ]


@dataclass(frozen=True)
class OwnServer:
    """The member's direct messages, which are a server of their own by the member's id."""

    name: str = "own_server"
    covers: frozenset[str] = frozenset()

    def export(self, connection: Connection, member_id: int, servers_: Servers) -> Sequence[Row]:
        """When it began, and where it lies on the clock."""
        if servers_ is not None and member_id not in servers_:
            return []
        rows = connection.execute(_OWN_SERVER, {"of_server": member_id}).mappings()
        return [{name: plain(name, value) for name, value in row.items()} for row in rows]

    def forget(self, connection: Connection, member_id: int, servers_: Servers) -> int:
        """Delete it with all that is in it."""
        if servers_ is not None and member_id not in servers_:
            return 0
        return connection.execute(_DROP_SERVER, {"of_server": member_id}).rowcount

    def seen(self, _: Connection) -> Iterable[Seen]:
        """Nothing: what is done there lies in the other drawers."""
        return ()


def _mine(query: Select[Any], servers_: Servers) -> Select[Any]:
    return query if servers_ is None else query.where(puzzles.c.server_id.in_(list(servers_)))


def _guess(row: dict[str, Any]) -> Row:
    finished = row.pop("finished_at") is not None
    if not finished and row["rank"] > NEAR:
        row["rank"] = None
    if not finished:
        row["similarity"] = None
    return {name: plain(name, value) for name, value in row.items()}


_on_boards = entries.join(boards).join(puzzles)
_GUESSES = (
    select(
        *_puzzle, boards.c.mode, entries.c.position, entries.c.word, entries.c.rank,
        entries.c.similarity, entries.c.at, entries.c.attempt, entries.c.hint,
        entries.c.interaction_id, boards.c.finished_at,
    )
    .select_from(_on_boards)
    .where(entries.c.member_id == bindparam("of_member"))
    .order_by(entries.c.board_id, entries.c.position)
)  # fmt: skip
_BOARDS_OF = (
    select(boards.c.id, boards.c.mode, func.count().label("number"))
    .select_from(_on_boards)
    .where(entries.c.member_id == bindparam("of_member"))
    .group_by(boards.c.id, boards.c.mode)
    .order_by(boards.c.id)
)
_LOWEST = (
    select(entries.c.board_id, func.min(entries.c.member_id))
    .where(entries.c.board_id.in_(bindparam("of_boards", expanding=True)))
    .group_by(entries.c.board_id)
)
# The interaction goes too: Discord could tell whose it was.
_RENAME = (
    update(entries)
    .where(
        entries.c.board_id == bindparam("of_board"), entries.c.member_id == bindparam("of_member")
    )
    .values(member_id=bindparam("new"), interaction_id=None)
)
_LAST = (
    select(puzzles.c.server_id, entries.c.member_id, func.max(entries.c.at))
    .select_from(_on_boards)
    .where(entries.c.member_id > 0)
    .group_by(puzzles.c.server_id, entries.c.member_id)
)
_OWN_SERVER = select(servers.c.id, servers.c.time_zone, servers.c.first_day).where(
    servers.c.id == bindparam("of_server")
)
_DROP_SERVER = delete(servers).where(servers.c.id == bindparam("of_server"))

GAME_DRAWERS: tuple[Drawer, ...] = (
    Guesses(),
    Rows(
        "solved_boards", boards.c.solver_id, _of_board,
        [*_puzzle, boards.c.mode, boards.c.solved_in, boards.c.finished_at],
        source=_played, delete=False,
    ),
    Rows(
        "boards", boards.c.owner_id, _of_board,
        [
            *_puzzle, boards.c.attempts, boards.c.hints, boards.c.best_rank, boards.c.solved_in,
            boards.c.gave_up, boards.c.finished_at,
        ],
        only=boards.c.mode == Mode.SOLO.value, source=_played,
    ),
    Rows(
        "practice_rounds", puzzles.c.owner_id, puzzles.c.server_id, _puzzle,
        moment=puzzles.c.day, only=puzzles.c.kind == PuzzleKind.PRACTICE.value,
    ),
    Rows(
        "choices", focuses.c.member_id, focuses.c.server_id,
        [focuses.c.server_id, focuses.c.mode, focuses.c.puzzle_id, focuses.c.day],
        # Nobody notes when it was made: those who only ever chose are there from the first day on.
        moment=servers.c.first_day, source=focuses.join(servers),
    ),
    Rows(
        "votes", votes.c.member_id, _of_vote, [*_puzzle],
        source=votes.join(boards).join(puzzles),
    ),
    Rows(
        "reaches", _reaches.c.member_id, _of_reach, [*_puzzle, _reaches.c.rank],
        source=_reaches.join(boards).join(puzzles),
    ),
    Rows(
        "races", _racers.c.member_id, _of_racer, [*_puzzle, _racers.c.channel_id, _racers.c.place],
        source=_racers.join(puzzles, puzzles.c.id == _racers.c.puzzle_id),
    ),
    Rows(
        "setups", _setups.c.set_by, _setups.c.server_id,
        [column for column in _setups.c if column.name != "set_by"],
        moment=_setups.c.set_at, delete=False, instead=0,
    ),
    Rows(
        "proposals_seen", _insiders.c.member_id, _of_insider, [_insiders.c.proposal_id],
    ),
    Proposals(
        "proposals", _proposals.c.member_id, _proposals.c.server_id,
        [
            _proposals.c.id, _proposals.c.server_id, _proposals.c.word, _proposals.c.state,
            _proposals.c.day, _proposals.c.at, servers.c.seed,
        ],
        moment=_proposals.c.at, source=_proposals.join(servers), delete=False, instead=0,
    ),
    Rows(
        "departures", _departures.c.member_id, _departures.c.server_id,
        [_departures.c.server_id, _departures.c.at], only=_departures.c.member_id > 0,
    ),
    OwnServer(),
)  # fmt: skip
"""In the order in which they are emptied."""


def panels_with(member_id: int, servers_: Servers, since: object) -> Select[Any]:
    """The posted panels that show a member, of puzzles since a day, in the order of their locks."""
    words = (
        select(boards.c.puzzle_id, boards.c.owner_id)
        .join(entries, entries.c.board_id == boards.c.id)
        .where(boards.c.mode == Mode.TOGETHER.value, entries.c.member_id == member_id)
    )
    wished = (
        select(boards.c.puzzle_id, boards.c.owner_id)
        .join(votes, votes.c.board_id == boards.c.id)
        .where(boards.c.mode == Mode.TOGETHER.value, votes.c.member_id == member_id)
    )
    runs = select(_racers.c.puzzle_id, _racers.c.channel_id).where(_racers.c.member_id == member_id)
    key = tuple_(_panels.c.puzzle_id, _panels.c.channel_id)
    query = (
        select(_panels.c.puzzle_id, _panels.c.channel_id)
        .join(puzzles, puzzles.c.id == _panels.c.puzzle_id)
        .where(
            _panels.c.message_id.is_not(None),
            puzzles.c.day >= since,
            or_(key.in_(words), key.in_(wished), key.in_(runs)),
        )
        .order_by(_panels.c.puzzle_id, _panels.c.channel_id)
        .with_for_update(of=_panels)
    )
    return query if servers_ is None else query.where(_panels.c.server_id.in_(list(servers_)))


def boards_with(member_id: int, servers_: Servers) -> Select[Any]:
    """The boards that a member has a part in, in the order of their locks."""
    part = select(entries.c.board_id).where(entries.c.member_id == member_id)
    query = (
        select(boards.c.id)
        .join(puzzles, puzzles.c.id == boards.c.puzzle_id)
        .where(
            or_(
                boards.c.id.in_(part),
                and_(boards.c.mode == Mode.SOLO.value, boards.c.owner_id == member_id),
            )
        )
        .order_by(boards.c.id)
        .with_for_update(of=boards)
    )
    return query if servers_ is None else query.where(puzzles.c.server_id.in_(list(servers_)))
