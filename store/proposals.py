"""Proposed secrets, sealed, in the database."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Date,
    Integer,
    and_,
    bindparam,
    func,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from game.proposals import DayTaken, NoSuchProposal, Proposal, ProposalState, TooManyProposals
from store import knowers
from store.columns import UtcDateTime, table_of
from store.conflicts import InsertOnce
from store.engine import Database
from store.errors import UnknownServer
from store.nouns import AnyRow
from store.schema import PuzzleRow, ServerRow
from store.schema_server import InsiderRow, ProposalRow
from store.seal import seal, unseal

_servers = table_of(ServerRow)
_puzzles = table_of(PuzzleRow)
_proposals = table_of(ProposalRow)
_insiders = table_of(InsiderRow)

PATIENCE = timedelta(days=1)
"""So long a proposal waits for its proposer's decision."""

_WAITING, _QUEUED = ProposalState.WAITING.value, ProposalState.QUEUED.value
_day: BindParameter[Any] = bindparam("of_day", type_=Date)
_of_server = _proposals.c.server_id == bindparam("of_server")
_open = _proposals.c.state.in_((_WAITING, _QUEUED))
_this = and_(_of_server, _proposals.c.id == bindparam("of_proposal", type_=Integer), _open)

_SEED = select(_servers.c.seed).where(_servers.c.id == bindparam("of_server"))
_ALL = select(_proposals, _servers.c.seed).join(_servers)
_ONE = _ALL.where(_of_server, _proposals.c.id == bindparam("of_proposal"))
_OF_WORD = _ALL.where(_of_server, _open, _proposals.c.word == bindparam("of_word"))
_QUEUE = _ALL.where(_of_server, _proposals.c.state == _QUEUED).order_by(_proposals.c.id)
_ADD = InsertOnce(_proposals, "id")
_OPEN_ONES = select(func.count()).select_from(_proposals).where(_of_server, _open)
_FORGET_OLD = (
    update(_proposals)
    .where(
        _of_server,
        _proposals.c.state == _WAITING,
        _proposals.c.at < bindparam("before", type_=UtcDateTime),
    )
    .values(state=ProposalState.WITHDRAWN.value)
)
_ENQUEUE = update(_proposals).where(_this).values(state=_QUEUED, day=_day)
_WITHDRAW = update(_proposals).where(_this).values(state=ProposalState.WITHDRAWN.value)
_USE = (
    update(_proposals)
    .where(
        _proposals.c.id == bindparam("of_proposal", type_=Integer), _proposals.c.state == _QUEUED
    )
    .values(state=ProposalState.USED.value, day=_day)
)
_SEEN = InsertOnce(_insiders)
_HERE = select(_proposals.c.id).where(
    _of_server, _proposals.c.id.in_(bindparam("of_proposals", expanding=True))
)
# Sealing is deterministic: the same word on the same server is the same text.
_INSIDERS = (
    select(_insiders.c.member_id)
    .join(_proposals, _proposals.c.id == _insiders.c.proposal_id)
    .join(
        _puzzles,
        and_(
            _puzzles.c.server_id == _proposals.c.server_id,
            _puzzles.c.day == _proposals.c.day,
            _puzzles.c.secret == _proposals.c.word,
        ),
    )
    .where(
        _puzzles.c.id == bindparam("of_puzzle"),
        _proposals.c.state == ProposalState.USED.value,
        _puzzles.c.kind == "daily",
    )
)


class SqlProposals:
    """`game.proposals.ProposalStore` over an open database. Everything raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def propose(self, proposal: Proposal, limit: int) -> Proposal:
        """Store a waiting proposal, or return the open one of that word.

        Raises TooManyProposals, or UnknownServer.
        """
        server = {"of_server": proposal.server_id}
        with self._database.writing() as connection:
            seed = connection.execute(_SEED, server).scalar()
            if seed is None:
                raise UnknownServer(proposal.server_id)
            connection.execute(_FORGET_OLD, server | {"before": proposal.at - PATIENCE})
            sealed = seal(proposal.word, seed)
            stored = None
            while stored is None:  # the one in the way may be withdrawn before it is read
                _ADD.run(connection, _row(proposal, sealed))
                stored = connection.execute(_OF_WORD, server | {"of_word": sealed}).first()
            if connection.execute(_OPEN_ONES, server).scalar_one() > limit:
                raise TooManyProposals(limit)
            _note_insider(connection, stored.id, proposal.member_id)
            connection.commit()
        return _proposal(stored)

    def proposal(self, server_id: int, proposal_id: int) -> Proposal | None:
        """The proposal of that id on that server, or None."""
        values = {"of_server": server_id, "of_proposal": proposal_id}
        with self._database.reading() as connection:
            row = connection.execute(_ONE, values).first()
        return None if row is None else _proposal(row)

    def queued(self, server_id: int) -> Sequence[Proposal]:
        """The queued proposals of a server, in the order they were proposed in."""
        with self._database.reading() as connection:
            return queued(connection, server_id)

    def queue(self, server_id: int, proposal_id: int, day: date | None) -> Proposal:
        """Queue an open proposal, for that day or for any. Raises NoSuchProposal or DayTaken."""
        values = {"of_server": server_id, "of_proposal": proposal_id}
        with self._database.writing() as connection:
            try:
                changed = connection.execute(_ENQUEUE, values | {"of_day": day}).rowcount
            except IntegrityError as error:
                if day is None:
                    raise
                raise DayTaken(day) from error
            if not changed:
                raise NoSuchProposal(proposal_id)
            stored = _proposal(connection.execute(_ONE, values).one())
            connection.commit()
        return stored

    def withdraw(self, server_id: int, proposal_id: int) -> bool:
        """Withdraw an open proposal; False where it is not open any more."""
        values = {"of_server": server_id, "of_proposal": proposal_id}
        with self._database.writing() as connection:
            changed = connection.execute(_WITHDRAW, values).rowcount == 1
            connection.commit()
        return changed

    def show(self, server_id: int, proposal_ids: Collection[int], member_id: int) -> None:
        """Store that the member has seen the words of these proposals."""
        values = {"of_server": server_id, "of_proposals": list(proposal_ids)}
        with self._database.writing() as connection:
            for proposal_id in connection.execute(_HERE, values).scalars().all():
                _note_insider(connection, proposal_id, member_id)
            connection.commit()

    def insiders(self, puzzle_id: int) -> frozenset[int]:
        """The members who knew the secret of a puzzle before it came."""
        with self._database.reading() as connection:
            return insiders(connection, puzzle_id)


def queued(connection: Connection, server_id: int) -> Sequence[Proposal]:
    """The queued proposals of a server, in the order they were proposed in."""
    return [_proposal(row) for row in connection.execute(_QUEUE, {"of_server": server_id})]


def use(connection: Connection, proposal_id: int, day: date) -> bool:
    """Let a queued proposal be the puzzle of that day; False where it is not queued any more."""
    values = {"of_proposal": proposal_id, "of_day": day}
    return connection.execute(_USE, values).rowcount == 1


def insiders(connection: Connection, puzzle_id: int) -> frozenset[int]:
    """The members who knew the secret of a puzzle before it came, or before they were forgotten."""
    saw = connection.execute(_INSIDERS, {"of_puzzle": puzzle_id}).scalars()
    return frozenset(saw) | knowers.known_again(connection, puzzle_id)


def _note_insider(connection: Connection, proposal_id: int, member_id: int) -> None:
    _SEEN.run(connection, {"proposal_id": proposal_id, "member_id": member_id})


def _row(proposal: Proposal, sealed: str) -> dict[str, Any]:
    return {
        "server_id": proposal.server_id,
        "word": sealed,
        "member_id": proposal.member_id,
        "state": _WAITING,
        "day": None,
        "at": proposal.at,
        "par": proposal.par,
        "difficulty": proposal.difficulty,
    }


def _proposal(row: AnyRow) -> Proposal:
    return Proposal(
        server_id=row.server_id,
        word=unseal(row.word, row.seed),
        member_id=row.member_id,
        at=row.at,
        par=row.par,
        difficulty=row.difficulty,
        state=ProposalState(row.state),
        day=row.day,
        id=row.id,
    )
