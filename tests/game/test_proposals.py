"""Proposals become puzzles on their day, on every database."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import numpy as np
import pytest

from game.errors import ProposedIt
from game.model import Mode, Server
from game.proposals import Proposal, ProposalState
from game.puzzles import Puzzles
from store.engine import Database
from store.proposals import SqlProposals
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
TODAY = NOW.date()
ANN, BEN = 1, 2
DAY = timedelta(days=1)


def stored_in(database: Database) -> SqlProposals:
    """An empty store with server 1 in it."""
    with SqlGameStore(database).working() as work:
        work.add_server(Server(1, "UTC", 8, date(2026, 11, 1)))
        work.commit()
    return SqlProposals(database)


@pytest.fixture
def proposals(database: Database) -> SqlProposals:
    """An empty store with server 1 in it."""
    return stored_in(database)


@pytest.fixture
def puzzles(proposals: SqlProposals, database: Database, circle: Any) -> Puzzles:
    """Puzzles on the small table, whose clock stands at noon."""
    assert proposals is not None
    return Puzzles(SqlGameStore(database), circle, lambda: NOW, Random(1), "UTC")


def queue(proposals: SqlProposals, word: str, day: date | None = None) -> int:
    """Propose a word and queue it."""
    stored = proposals.propose(Proposal(1, word, ANN, NOW, 61, 2), 99)
    return proposals.queue(1, stored.id, day).id


def test_queued_word_is_drawn_on_its_day(proposals: SqlProposals, puzzles: Puzzles) -> None:
    """A dated word comes on its date, the others in order on the days between, rated."""
    queue(proposals, "violin", TODAY + DAY)
    queue(proposals, "walnut")
    queue(proposals, "temple")
    drawn = [puzzles.daily(1, TODAY + number * DAY)[1] for number in range(4)]
    assert [puzzle.secret for puzzle in drawn[:3]] == ["walnut", "violin", "temple"]
    assert (drawn[0].face.par, drawn[0].face.difficulty) == (61, 2)
    assert drawn[3].face.par is None
    assert proposals.queued(1) == []


def test_days_gone_by_get_no_proposals(proposals: SqlProposals, puzzles: Puzzles) -> None:
    """Opening an old day in the archive uses up no proposal; one that missed its day comes next."""
    queue(proposals, "violin", TODAY - DAY)
    assert puzzles.daily(1, TODAY - DAY)[1].secret != "violin"
    assert puzzles.daily(1, TODAY)[1].secret == "violin"


def test_word_comes_once_in_a_cycle(proposals: SqlProposals, puzzles: Puzzles) -> None:
    """A queued word that was a puzzle meanwhile waits; and no queued word is drawn by chance."""
    first = puzzles.daily(1, TODAY)[1].secret
    queue(proposals, first)
    later = TODAY + 300 * DAY
    queue(proposals, "violin", later)
    words = [puzzles.daily(1, TODAY + number * DAY)[1].secret for number in range(1, 12)]
    assert first not in words
    assert "violin" not in words
    assert puzzles.daily(1, later)[1].secret == "violin"
    assert [p.word for p in proposals.queued(1)] == [first]


def test_insider_cannot_solve_for_all(
    make_play: Callable[..., Any], proposals: SqlProposals, database: Database
) -> None:
    """An insider solves their own board, but not the one that all share; others do."""
    stored = make_play(store=SqlGameStore(database))
    today = stored.clock().date()
    kept = Proposal(900, "violin", ANN, NOW)
    stored.puzzles.server(900)
    found = proposals.propose(kept, 9)
    proposals.queue(900, found.id, today)
    with pytest.raises(ProposedIt):
        stored.game.guess(stored.turn(ANN, mode=Mode.TOGETHER), "violin")
    assert stored.game.guess(stored.turn(BEN, mode=Mode.TOGETHER), "violin").solves
    puzzle = stored.puzzles.find(stored.turn(ANN)).puzzle
    assert proposals.insiders(puzzle.id) == {ANN}


def test_drawn_and_withdrawn_at_once(lasting_database: Database, circle: Any) -> None:
    """A proposal withdrawn while its day is opened is used or withdrawn, never both.

    The day has one puzzle, whoever opens it.
    """
    proposals, store = stored_in(lasting_database), SqlGameStore(lasting_database)
    words = ("violin", "walnut", "temple", "saddle", "ribbon", "quartz")
    rows = [circle.row(word) for word in words]
    others = replace(circle, secrets=np.setdiff1d(circle.secrets, rows))  # no word comes by chance
    for number, word in enumerate(words):
        day, mine = TODAY + number * DAY, queue(proposals, word)
        barrier = threading.Barrier(4)

        def act(hand: int, day: date = day, mine: int = mine, barrier: Any = barrier) -> Any:
            opened = Puzzles(store, others, lambda: NOW, Random(1), "UTC")
            barrier.wait()
            return proposals.withdraw(1, mine) if hand == 0 else opened.daily(1, day)[1]

        with ThreadPoolExecutor(4) as threads:
            withdrawn, *puzzles = threads.map(act, range(4))
        assert len({puzzle.id for puzzle in puzzles}) == 1
        kept = proposals.proposal(1, mine)
        assert kept is not None
        assert (kept.state is ProposalState.USED) is not withdrawn
        assert (puzzles[0].secret == word) is not withdrawn
