"""The use cases of proposals: propose a word, queue it, look at the queue, withdraw."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from threading import Lock
from zoneinfo import ZoneInfo

from game.audit import Audited, Auditor, rate
from game.choose import kind_of
from game.model import PuzzleKind, Server
from game.normalise import normalise
from game.pool import Rating
from game.ports import GameStore
from game.proposals import (
    DayOutOfReach,
    DayTaken,
    NoSuchProposal,
    Proposal,
    ProposalState,
    ProposalStore,
    pick,
)
from game.puzzles import Clock, Puzzles, words_of_cycle
from game.schedule import exists
from game.views import Views, Words

LIMIT = 200
"""So many open proposals a server may have."""
AHEAD = timedelta(days=366)
"""So far ahead a day can be chosen."""
_HELPS = 5
_DAY = timedelta(days=1)


class Judge:
    """Audits single words, one at a time; what that takes is loaded for the first of them."""

    def __init__(self, make: Callable[[], Auditor]) -> None:
        self._make = make
        self._auditor: Auditor | None = None
        self._lock = Lock()
        self._kept = lru_cache(maxsize=256)(self._audit)  # the same word is judged the same

    def audit(self, row: int) -> Audited:
        """What gate and players say of the word of a row. Raises what loading the players does."""
        with self._lock:
            return self._kept(row)

    def _audit(self, row: int) -> Audited:
        self._auditor = self._auditor or self._make()
        return next(iter(self._auditor.audit([row])))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a proposal; `proposal` is None where the word is refused.

    `used_on` is the day on which it was a puzzle of this cycle. `helps` are words near it that
    would pass.
    """

    audited: Audited
    rating: Rating | None
    used_on: date | None
    helps: tuple[str, ...]
    proposal: Proposal | None


@dataclass(frozen=True, slots=True)
class Queued:
    """A queued proposal, and the day it comes on as things stand.

    `day` is None where its word was a puzzle of this cycle: then it waits for the next one.
    """

    proposal: Proposal
    day: date | None


@dataclass(frozen=True, slots=True)
class Queue:
    """A server's queue by the days, with the server's own date."""

    items: tuple[Queued, ...]
    today: date


@dataclass(frozen=True, slots=True)
class ProposalDesk:
    """Takes proposals and keeps their queue."""

    store: GameStore
    proposals: ProposalStore
    puzzles: Puzzles
    words: Words
    judge: Judge
    clock: Clock

    def propose(self, server_id: int, member_id: int, text: str) -> Verdict:
        """Judge a word, and keep it where it passes: it waits for being queued.

        Raises what `Game.guess` raises about a text, or TooManyProposals.
        """
        row = Views(self.words).row(normalise(text))
        audited = self.judge.audit(row)
        server = self.puzzles.server(server_id)
        rating, used_on = rate(self.words.pool, audited), self._used_on(server, audited.word)
        if not audited.passes or rating is None or used_on is not None:
            return Verdict(audited, rating, used_on, self._helps(audited), None)
        proposal = Proposal(
            server.id, audited.word, member_id, self.clock(), rating.par, rating.difficulty
        )
        return Verdict(audited, rating, None, (), self.proposals.propose(proposal, LIMIT))

    def queue(self, server_id: int, proposal_id: int, day: date | None = None) -> Queued:
        """Queue a proposal for that day, or for the next free one.

        Raises NoSuchProposal, DayTaken or DayOutOfReach.
        """
        server = self.puzzles.server(server_id)
        if day is not None:
            self._check(server, day)
        self.proposals.queue(server_id, proposal_id, day)
        return self.find(server_id, proposal_id)

    def today(self, server_id: int) -> date:
        """The server's own date."""
        return self.puzzles.today(self.puzzles.server(server_id))

    def find(self, server_id: int, proposal_id: int) -> Queued:
        """A queued proposal with its day. Raises NoSuchProposal."""
        for item in self.look(server_id).items:
            if item.proposal.id == proposal_id:
                return item
        raise NoSuchProposal(proposal_id)

    def withdraw(self, server_id: int, proposal_id: int) -> None:
        """Withdraw a proposal; one that is withdrawn already stays so. Raises NoSuchProposal."""
        if self.proposals.withdraw(server_id, proposal_id):
            return
        found = self.proposals.proposal(server_id, proposal_id)
        if found is None or found.state is not ProposalState.WITHDRAWN:
            raise NoSuchProposal(proposal_id)

    def look(self, server_id: int) -> Queue:
        """The queue, the next one first, those that wait for the next cycle last."""
        server = self.puzzles.server(server_id)
        today = self.puzzles.today(server)
        with self.store.reading() as reader:
            queued, dailies = reader.proposals(server_id), reader.dailies(server_id)
        # Only of days gone by: the queue must not tell what today's word is.
        used = words_of_cycle(dailies) & {x.secret for x in dailies if x.day < today}
        made = {puzzle.day for puzzle in dailies}
        days = _forecast(queued, today, made, used, ZoneInfo(server.time_zone))
        items = [Queued(proposal, days.get(proposal.id)) for proposal in queued]
        return Queue(tuple(sorted(items, key=lambda x: (x.day or date.max, x.proposal.id))), today)

    def show(self, server_id: int, member_id: int, ids: Collection[int]) -> None:
        """Note that a member looks at the words of these proposals: now they know them."""
        self.proposals.show(server_id, ids, member_id)

    def insiders(self, puzzle_id: int) -> frozenset[int]:
        """The members who saw the secret of a puzzle as a proposal: nothing of theirs counts."""
        return self.proposals.insiders(puzzle_id)

    def _check(self, server: Server, day: date) -> None:
        today = self.puzzles.today(server)
        if not today < day <= today + AHEAD or not exists(day, ZoneInfo(server.time_zone)):
            raise DayOutOfReach(day, today + _DAY, today + AHEAD)
        with self.store.reading() as reader:
            if reader.daily(server.id, day) is not None:
                raise DayTaken(day)

    def _used_on(self, server: Server, word: str) -> date | None:
        today = self.puzzles.today(server)
        with self.store.reading() as reader:
            dailies = reader.dailies(server.id)
        if word not in words_of_cycle(dailies):
            return None
        return max((x.day for x in dailies if x.secret == word and x.day < today), default=None)

    def _helps(self, audited: Audited) -> tuple[str, ...]:
        rated = (word for word in audited.fairness.nearest if word in self.words.pool.ratings)
        return tuple([word for word in rated if kind_of(word) is PuzzleKind.DAILY][:_HELPS])


def _forecast(
    queued: Sequence[Proposal], first: date, made: Collection[date], used: Collection[str],
    zone: ZoneInfo,
) -> dict[int, date]:  # fmt: skip
    """The day of each proposal whose word is not used, as the puzzles will be drawn."""
    left = [proposal for proposal in queued if proposal.word not in used]
    days: dict[int, date] = {}
    day = first
    while left:
        if day not in made and exists(day, zone) and (found := pick(left, day, ())):
            days[found.id] = day
            left.remove(found)
        later = [x.day for x in left if x.day is not None]
        # Nothing but days of their own is left: no need to go there one by one.
        alone = len(later) == len(left) and left
        day = max(day + _DAY, min(later)) if alone else day + _DAY
    return days
