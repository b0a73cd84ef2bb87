"""Proposed secrets: what admins want as puzzles, and what storage it asks for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol


class ProposalState(StrEnum):
    """Where a proposal stands. The last two are final."""

    WAITING = "waiting"
    """Whoever proposed it has not said yet whether it shall be queued."""
    QUEUED = "queued"
    USED = "used"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word that a server's admin proposed; `id` is 0 until it is stored.

    `day` is the date it was queued for, or at which it became a puzzle; None where any will do.
    `par` and `difficulty` are those of the audit.
    """

    server_id: int
    word: str = field(repr=False)  # a log line must not tell it
    member_id: int
    at: datetime
    par: int | None = None
    difficulty: int | None = None
    state: ProposalState = ProposalState.WAITING
    day: date | None = None
    id: int = 0


@dataclass(eq=False)
class NoSuchProposal(Exception):
    """The server has no open proposal of that id: it was used or withdrawn, or never was."""

    proposal_id: int


@dataclass(eq=False)
class DayTaken(Exception):
    """Another proposal is queued for that day, or its puzzle is made already."""

    day: date


@dataclass(eq=False)
class BadDay(Exception):
    """The text is no date."""

    text: str


@dataclass(eq=False)
class DayOutOfReach(Exception):
    """A proposal can be queued for the days from `first` to `last` only."""

    day: date
    first: date
    last: date


@dataclass(eq=False)
class TooManyProposals(Exception):
    """The server has so many open proposals that it may not have another one."""

    limit: int


class ProposalStore(Protocol):
    """Keeps proposals. A server has at most one open proposal of a word, and one queued for a day.

    Whoever has seen a proposed word is an insider for good.
    """

    def propose(self, proposal: Proposal, limit: int) -> Proposal:
        """Store a waiting proposal, or return the open one of that word; its member is an insider.

        Those that have waited for a day are withdrawn first. Raises TooManyProposals.
        """

    def proposal(self, server_id: int, proposal_id: int) -> Proposal | None:
        """The proposal of that id on that server, or None."""

    def queued(self, server_id: int) -> Sequence[Proposal]:
        """The queued proposals of a server, in the order they were proposed in."""

    def queue(self, server_id: int, proposal_id: int, day: date | None) -> Proposal:
        """Queue an open proposal, for that day or for any. Raises NoSuchProposal or DayTaken."""

    def withdraw(self, server_id: int, proposal_id: int) -> bool:
        """Withdraw an open proposal; False where it is not open any more."""

    def show(self, server_id: int, proposal_ids: Collection[int], member_id: int) -> None:
        """Store that the member has seen the words of these proposals."""

    def insiders(self, puzzle_id: int) -> frozenset[int]:
        """The members who knew the secret of a puzzle before it came: nothing of theirs counts."""


def pick(queued: Sequence[Proposal], day: date, used: Collection[str]) -> Proposal | None:
    """The proposal that becomes the puzzle of a day, or None; never a word that was used.

    First the one queued for that very day, then those that missed theirs, then the oldest of the
    others.
    """
    left = [proposal for proposal in queued if proposal.word not in used]
    due = [proposal for proposal in left if proposal.day is None or proposal.day <= day]
    return min(due, key=lambda proposal: _turn(proposal, day), default=None)


def read_day(text: str, today: date) -> date:
    """The date that a text means: 2026-12-24, 24.12.2026, or 24.12. for the next one.

    Raises BadDay.
    """
    plain = text.strip()
    try:
        if "." not in plain:
            return date.fromisoformat(plain)
        parts = [int(part) for part in plain.rstrip(". ").split(".")]
        day, month, year = parts if len(parts) == 3 else [*parts, today.year]
        found = date(year, month, day)
        past = len(parts) == 2 and found <= today
        return found.replace(year=year + 1) if past else found
    except ValueError as error:
        raise BadDay(text) from error


def _turn(proposal: Proposal, day: date) -> tuple[bool, bool, int]:
    return proposal.day != day, proposal.day is None, proposal.id
