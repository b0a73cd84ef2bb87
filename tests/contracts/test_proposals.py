"""The contract of proposals, on every database."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from game.model import Puzzle, PuzzleKind, Server
from game.proposals import (
    BadDay,
    DayTaken,
    NoSuchProposal,
    Proposal,
    ProposalState,
    TooManyProposals,
    pick,
    read_day,
)
from store.engine import Database
from store.errors import UnknownServer
from store.proposals import SqlProposals
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = NOW.date()
ANN, BEN = 1, 2
DAY = timedelta(days=1)


@pytest.fixture
def make() -> Callable[[Database], SqlProposals]:
    """Makes an empty store with servers 1 and 2 in it."""

    def stored(database: Database) -> SqlProposals:
        with SqlGameStore(database).working() as work:
            for number in (1, 2):
                work.add_server(Server(number, "UTC", 7 + number, date(2026, 11, 1)))
            work.commit()
        return SqlProposals(database)

    return stored


@pytest.fixture
def proposals(make: Callable[[Database], SqlProposals], database: Database) -> SqlProposals:
    """An empty store with servers 1 and 2 in it."""
    return make(database)


def at_once(number: int, work: Callable[[int], Any]) -> list[Any]:
    """Run a function of 0 … n - 1 in n threads that start at the same instant."""
    barrier = threading.Barrier(number)

    def start(index: int) -> Any:
        barrier.wait()
        return work(index)

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(start, range(number)))


def proposed(word: str = "river", member: int = ANN, server: int = 1) -> Proposal:
    """A proposal that is not stored yet."""
    return Proposal(server, word, member, NOW, 61, 2)


def test_proposal_comes_back(proposals: SqlProposals) -> None:
    """Everything of a proposal comes back; on another server it is not to be found."""
    stored = proposals.propose(proposed(), 9)
    assert (stored.word, stored.par, stored.difficulty, stored.at) == ("river", 61, 2, NOW)
    assert stored.state is ProposalState.WAITING
    assert proposals.proposal(1, stored.id) == stored
    assert proposals.proposal(2, stored.id) is None
    assert proposals.queued(1) == []


def test_word_is_sealed(proposals: SqlProposals, database: Database) -> None:
    """The word is nowhere to be read in the table."""
    proposals.propose(proposed(), 9)
    with database.reading() as connection:
        [row] = connection.execute(text("SELECT word FROM proposals")).scalars()
    assert "river" not in row


def test_same_word_is_one_proposal(proposals: SqlProposals) -> None:
    """Whoever proposes an open word gets the proposal there is; other servers have their own."""
    first = proposals.propose(proposed(), 9)
    assert proposals.propose(proposed(member=BEN), 9) == first
    assert proposals.propose(proposed(server=2), 9).id != first.id
    assert proposals.withdraw(1, first.id)
    assert proposals.propose(proposed(), 9).id != first.id


def test_unknown_server_cannot_propose(proposals: SqlProposals) -> None:
    """A proposal of a server that is not stored is refused."""
    with pytest.raises(UnknownServer):
        proposals.propose(proposed(server=3), 9)


def test_open_proposals_are_limited(proposals: SqlProposals) -> None:
    """One too many is refused and leaves nothing; those that waited for a day are withdrawn."""
    first = proposals.propose(proposed("river"), 1)
    with pytest.raises(TooManyProposals):
        proposals.propose(proposed("lake"), 1)
    later = Proposal(1, "lake", ANN, NOW + 2 * DAY)
    assert proposals.propose(later, 1).word == "lake"
    kept = proposals.proposal(1, first.id)
    assert kept is not None
    assert kept.state is ProposalState.WITHDRAWN


def test_queue_for_a_day(proposals: SqlProposals) -> None:
    """A proposal is queued for a date or for any; a date is one proposal's; it can be moved."""
    river, lake = (proposals.propose(proposed(word), 9).id for word in ("river", "lake"))
    assert proposals.queue(1, river, TODAY + DAY).day == TODAY + DAY
    with pytest.raises(DayTaken):
        proposals.queue(1, lake, TODAY + DAY)
    assert proposals.queue(1, river, TODAY + DAY).state is ProposalState.QUEUED
    proposals.queue(1, river, None)
    proposals.queue(1, lake, TODAY + DAY)
    assert [(p.word, p.day) for p in proposals.queued(1)] == [
        ("river", None), ("lake", TODAY + DAY),
    ]  # fmt: skip


def test_withdrawn_stays_withdrawn(proposals: SqlProposals) -> None:
    """What was withdrawn, or is another server's, can be neither queued nor withdrawn."""
    river = proposals.propose(proposed(), 9).id
    assert not proposals.withdraw(2, river)
    assert proposals.withdraw(1, river)
    assert not proposals.withdraw(1, river)
    for server, proposal in ((1, river), (2, river), (1, 99)):
        with pytest.raises(NoSuchProposal):
            proposals.queue(server, proposal, None)


def add_daily(work: Any, word: str, day: date) -> Puzzle:
    """Store a puzzle of server 1."""
    stored = work.add_puzzle(Puzzle(1, PuzzleKind.DAILY, 1, day, word, "w"))
    assert isinstance(stored, Puzzle)
    return stored


def test_insiders_are_those_who_saw_it(proposals: SqlProposals, database: Database) -> None:
    """Proposers and lookers are insiders of the puzzle that their word became, and of no other."""
    river, lake = (proposals.propose(proposed(word), 9).id for word in ("river", "lake"))
    proposals.propose(proposed(member=5), 9)
    proposals.show(1, [river], BEN)
    proposals.show(1, [river], BEN)
    proposals.show(2, [river], 7)
    for one in (river, lake):
        proposals.queue(1, one, None)
    with SqlGameStore(database).working() as work:
        assert work.use_proposal(river, TODAY)
        assert not work.use_proposal(river, TODAY)
        hit, other = add_daily(work, "river", TODAY), add_daily(work, "lake", TODAY + DAY)
        work.commit()
    assert proposals.insiders(hit.id) == {ANN, BEN, 5}
    assert proposals.insiders(other.id) == frozenset()
    assert proposals.insiders(999) == frozenset()
    assert not proposals.withdraw(1, river)


def test_pick_prefers_the_day() -> None:
    """The day's own first, then what missed its day, then the oldest; no used word."""

    def one(number: int, day: date | None) -> Proposal:
        return Proposal(1, f"w{number}", ANN, NOW, day=day, id=number)

    queued = [one(1, None), one(2, TODAY - DAY), one(3, TODAY), one(4, TODAY + DAY)]
    order = []
    used: set[str] = set()
    while (found := pick(queued, TODAY, used)) is not None:
        order.append(found.id)
        used.add(found.word)
    assert order == [3, 2, 1]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-12-24", date(2026, 12, 24)), (" 24.12.2026 ", date(2026, 12, 24)),
        ("24.12.", date(2026, 12, 24)), ("20.11", date(2027, 11, 20)), ("1. 2.", date(2027, 2, 1)),
    ],
)  # fmt: skip
def test_dates_are_read(typed: str, meant: date) -> None:
    """ISO dates, and day before month with or without a year."""
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize("typed", ["", "soon", "31.2.", "2026-13-01", "1.2.3.4", "12/24/2026"])
def test_no_dates_are_refused(typed: str) -> None:
    """What is no date, or could be two, is refused."""
    with pytest.raises(BadDay):
        read_day(typed, TODAY)


def test_proposed_at_once(
    make: Callable[[Database], SqlProposals], lasting_database: Database
) -> None:
    """Eight admins who propose the same word at the same instant share one proposal."""
    proposals = make(lasting_database)
    ids = at_once(8, lambda member: proposals.propose(proposed(member=member), 9).id)
    assert len(set(ids)) == 1
    proposals.queue(1, ids[0], TODAY)
    with SqlGameStore(lasting_database).working() as work:
        assert work.use_proposal(ids[0], TODAY)
        puzzle = add_daily(work, "river", TODAY)
        work.commit()
    assert proposals.insiders(puzzle.id) == set(range(8))


def test_day_wanted_at_once(
    make: Callable[[Database], SqlProposals], lasting_database: Database
) -> None:
    """Of eight proposals that want one date at the same instant, one gets it."""
    proposals = make(lasting_database)
    ids = [proposals.propose(proposed(f"word{chr(97 + n)}"), 9).id for n in range(8)]

    def want(number: int) -> bool:
        try:
            proposals.queue(1, ids[number], TODAY + DAY)
        except DayTaken:
            return False
        return True

    assert sorted(at_once(8, want)) == [False] * 7 + [True]
    assert len(proposals.queued(1)) == 1
