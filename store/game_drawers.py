"""The drawers of the word game: what it stores about members, and what is left when they go.

A member's own boards, rounds of practice and choices are deleted. On a board that was shared the
words stay without their name (`store.guesses_drawer`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, select

from game.model import Mode, PuzzleKind
from game.privacy import Row, Servers
from store.columns import table_of
from store.drawers import Drawer, Rows, Seen, plain
from store.guesses_drawer import PUZZLE, Guesses
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
from store.statements import boards, focuses, puzzles, servers, votes

_setups, _proposals = table_of(SetupRow), table_of(ProposalRow)
_insiders, _departures = table_of(InsiderRow), table_of(DepartureRow)
_panels, _racers = table_of(PanelRow), table_of(RacerRow)
_reaches = table_of(ReachRow)

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


_OWN_SERVER = select(servers.c.id, servers.c.time_zone, servers.c.first_day).where(
    servers.c.id == bindparam("of_server")
)
_DROP_SERVER = delete(servers).where(servers.c.id == bindparam("of_server"))

GAME_DRAWERS: tuple[Drawer, ...] = (
    Guesses(),
    Rows(
        "solved_boards", boards.c.solver_id, _of_board,
        [*PUZZLE, boards.c.mode, boards.c.solved_in, boards.c.finished_at],
        source=_played, delete=False,
    ),
    Rows(
        "boards", boards.c.owner_id, _of_board,
        [
            *PUZZLE, boards.c.attempts, boards.c.hints, boards.c.best_rank, boards.c.solved_in,
            boards.c.gave_up, boards.c.finished_at,
        ],
        only=boards.c.mode == Mode.SOLO.value, source=_played,
    ),
    Rows(
        "practice_rounds", puzzles.c.owner_id, puzzles.c.server_id, PUZZLE,
        moment=puzzles.c.day, only=puzzles.c.kind == PuzzleKind.PRACTICE.value,
    ),
    Rows(
        "choices", focuses.c.member_id, focuses.c.server_id,
        [focuses.c.server_id, focuses.c.mode, focuses.c.puzzle_id, focuses.c.day],
        # Nobody notes when it was made: those who only ever chose are there from the first day on.
        moment=servers.c.first_day, source=focuses.join(servers),
    ),
    Rows(
        "votes", votes.c.member_id, _of_vote, [*PUZZLE],
        source=votes.join(boards).join(puzzles),
    ),
    Rows(
        "reaches", _reaches.c.member_id, _of_reach, [*PUZZLE, _reaches.c.rank],
        source=_reaches.join(boards).join(puzzles),
    ),
    Rows(
        "races", _racers.c.member_id, _of_racer, [*PUZZLE, _racers.c.channel_id, _racers.c.place],
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
