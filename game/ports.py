"""What the word game asks of its storage."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from game.model import Board, BoardKey, Entry, Focus, Played, Puzzle, Server
from game.panels import Panel
from game.proposals import Proposal


class GameReader(Protocol):
    """Answers questions; changes nothing."""

    def server(self, server_id: int) -> Server | None:
        """The server of that id, or None."""

    def puzzle(self, puzzle_id: int) -> Puzzle | None:
        """The puzzle of that id, or None."""

    def daily(self, server_id: int, day: date) -> Puzzle | None:
        """The server's puzzle of that local date, or None."""

    def dailies(self, server_id: int) -> Sequence[Puzzle]:
        """All daily puzzles of a server, oldest first."""

    def practices(self, server_id: int, member_id: int) -> Sequence[Puzzle]:
        """All practice rounds of a member, oldest first."""

    def focus(self, server_id: int, member_id: int) -> Focus:
        """Where the member's next guess goes; by the server's style where nothing is stored."""

    def seat(self, server_id: int, member_id: int) -> tuple[Server, Focus] | None:
        """The server of that id and the member's focus in it, or None: what every turn asks."""

    def board(self, key: BoardKey) -> Board | None:
        """The board of that key, or None where nobody has played on it."""

    def entries(self, board_id: int) -> Sequence[Entry]:
        """Every entry of a board by position."""

    def closest(self, board_id: int, limit: int) -> Sequence[Entry]:
        """At most `limit` entries of a board, by rank and then by position."""

    def entry(self, board_id: int, word: str) -> Entry | None:
        """The entry of that word on that board, or None."""

    def entry_of_interaction(self, interaction_id: int) -> Entry | None:
        """The entry which that interaction brought, or None."""

    def board_of_interaction(self, interaction_id: int) -> Board | None:
        """The board which `claim` was called with for that interaction, or None."""

    def board_of(self, board_id: int) -> Board | None:
        """The board of that id, or None."""

    def reach(self, board_id: int, member_id: int) -> int | None:
        """The lowest rank of the words that the member said on a board, None where they said none.

        Also of those that stood there already (`come_near`), but not of hints: whoever takes one
        has not come that near.
        """

    def took_part(self, board_id: int, member_id: int) -> bool:
        """Whether the member guessed or took a hint on a board before its end, or said its secret.

        Exploring after the end is no part in it.
        """

    def votes(self, board_id: int) -> int:
        """How many members wish to give the board up."""

    def played(self, server_id: int, member_id: int) -> Sequence[Played]:
        """Every daily puzzle the member has taken part in, oldest first, at most one a board.

        Taking part is: an entry on one's own board, or a counted guess by this member on a shared
        one. Boards of practice rounds are left out.
        """

    def knows(self, puzzle_id: int, member_id: int, other_than: BoardKey) -> bool:
        """Whether the member has seen the secret end another board of the puzzle.

        That is a finished board of theirs, or a finished shared board they took part in.
        """

    def proposals(self, server_id: int) -> Sequence[Proposal]:
        """The queued proposals of a server, in the order they were proposed in."""

    def insiders(self, puzzle_id: int) -> frozenset[int]:
        """The members who have seen the secret of a puzzle as a proposal, before it came."""


class GameWork(GameReader, Protocol):
    """One short transaction: nothing stays unless `commit` was called."""

    def add_server(self, server: Server) -> Server:
        """Store a server, or return the one stored first under that id."""

    def add_puzzle(self, puzzle: Puzzle) -> Puzzle | None:
        """Store a puzzle and return it with its id.

        None where a constraint refuses it: the server has a daily puzzle of that date already, its
        secret was used in this cycle, or the member has a practice round of that number.
        """

    def use_proposal(self, proposal_id: int, day: date) -> bool:
        """Let a queued proposal be the puzzle of that day; False where it is not queued now."""

    def set_focus(self, focus: Focus) -> None:
        """Store where the member's next guess goes."""

    def lock_board(self, key: BoardKey) -> Board:
        """The board, made if there is none, held against other writers until this work ends."""

    def save_board(self, board: Board) -> None:
        """Store the board's counts and its end."""

    def add_entry(self, entry: Entry) -> bool:
        """Store an entry; False where its word or its interaction is stored already."""

    def come_near(self, board_id: int, member_id: int, rank: int) -> None:
        """Store that the member said a word of that rank which brings no entry of theirs.

        Rank 0 is also that of a secret they were told.
        """

    def claim(self, interaction_id: int, board_id: int) -> bool:
        """Store that the interaction was carried out on that board; False where it was before."""

    def vote(self, board_id: int, member_id: int) -> int:
        """Store the member's wish to give up a shared board; the number of such wishes."""

    def lock_panels(self, key: BoardKey, channel_id: int) -> Sequence[Panel]:
        """The panels that a move on that board shows on, held until this work ends.

        A shared board's own panel; for a member's board, the races they run in and the one of the
        channel where they move.
        """

    def note_move(
        self, panels: Sequence[Panel], member_id: int, *, joins: bool, solves: bool
    ) -> None:
        """Count one more change of these panels.

        In those that are races the member runs from now on if they join, and gets the next place
        if they solve.
        """

    def commit(self) -> None:
        """Make everything done so far last."""


class GameStore(Protocol):
    """Opens readings and works."""

    def reading(self) -> AbstractContextManager[GameReader]:
        """A consistent view to read from; never waits for a writer on SQLite."""

    def working(self) -> AbstractContextManager[GameWork]:
        """A transaction that rolls back on exit unless committed."""
