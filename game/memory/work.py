"""Writes to a game store in memory, which refuses what a database's constraints refuse."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from game.memory.reader import MemoryGameReader
from game.memory.state import State
from game.model import Board, BoardKey, Entry, Focus, Puzzle, PuzzleKind, Server
from game.panels import Panel


class MemoryGameWork(MemoryGameReader):
    """`game.ports.GameWork` over a copy of the state, which `publish` puts in place."""

    def __init__(self, state: State, publish: Callable[[State], None]) -> None:
        super().__init__(state)
        self._publish = publish

    def add_server(self, server: Server) -> Server:
        """Store a server, or return the one stored first under that id."""
        return self._state.servers.setdefault(server.id, server)

    def add_puzzle(self, puzzle: Puzzle) -> Puzzle | None:
        """Store a puzzle and return it with its id; None where a constraint refuses it.

        Raises KeyError for a server that is not stored.
        """
        _must_be_in(self._state.servers, puzzle.server_id)
        if any(_clash(puzzle, other) for other in self._of(puzzle.server_id)):
            return None
        stored = replace(puzzle, id=len(self._state.puzzles) + 1)
        self._state.puzzles[stored.id] = stored
        return stored

    def use_proposal(
        self,
        proposal_id: int,  # noqa: ARG002 - the port names it
        day: date,  # noqa: ARG002 - the port names it
    ) -> bool:
        """False: there are no proposals."""
        return False

    def set_focus(self, focus: Focus) -> None:
        """Store where the member's next guess goes. Raises KeyError for an unknown server."""
        _must_be_in(self._state.servers, focus.server_id)
        self._state.focuses[focus.server_id, focus.member_id] = focus

    def lock_board(self, key: BoardKey) -> Board:
        """The board, made if there is none, held against other writers until this work ends.

        Raises KeyError for a puzzle that is not stored.
        """
        _must_be_in(self._state.puzzles, key.puzzle_id)
        board = self.board(key) or Board(key, id=len(self._state.boards) + 1)
        self._state.boards[board.id] = board
        return board

    def save_board(self, board: Board) -> None:
        """Store the board's counts and its end. Raises KeyError for an unknown board."""
        _must_be_in(self._state.boards, board.id)
        end = board.finished_at
        self._state.boards[board.id] = replace(
            board, finished_at=None if end is None else _utc(end)
        )

    def add_entry(self, entry: Entry) -> bool:
        """Store an entry; False where its word or its interaction is stored already.

        Raises KeyError for an unknown board and ValueError where its position is taken.
        """
        _must_be_in(self._state.boards, entry.board_id)
        standing = self._state.entries.get(entry.board_id, ())
        if entry.interaction_id in self._state.interactions or self.entry(
            entry.board_id, entry.word
        ):
            return False
        if any(other.position == entry.position for other in standing):
            raise ValueError(f"position {entry.position} is taken")
        kept = replace(entry, at=_utc(entry.at))
        self._state.entries[entry.board_id] = (*standing, kept)
        if entry.interaction_id is not None:
            self._state.interactions[entry.interaction_id] = kept
        return True

    def come_near(self, board_id: int, member_id: int, rank: int) -> None:
        """Store that the member said a word of that rank which brings no entry of theirs.

        Raises KeyError for an unknown board.
        """
        _must_be_in(self._state.boards, board_id)
        before = self._state.reaches.get((board_id, member_id), rank)
        self._state.reaches[board_id, member_id] = min(rank, before)

    def claim(self, interaction_id: int, board_id: int) -> bool:
        """Store that the interaction was carried out on that board; False where it was before."""
        _must_be_in(self._state.boards, board_id)
        if interaction_id in self._state.deliveries:
            return False
        self._state.deliveries[interaction_id] = board_id
        return True

    def vote(self, board_id: int, member_id: int) -> int:
        """Store the member's wish to give up a shared board; the number of such wishes."""
        _must_be_in(self._state.boards, board_id)
        votes = self._state.votes.get(board_id, frozenset()) | {member_id}
        self._state.votes[board_id] = votes
        return self.votes(board_id)

    def lock_panels(
        self,
        key: BoardKey,  # noqa: ARG002 - the port names it
        channel_id: int,  # noqa: ARG002 - the port names it
    ) -> Sequence[Panel]:
        """No panel: they are messages in channels, and nobody can open one here."""
        return ()

    def note_move(
        self, panels: Sequence[Panel], member_id: int, *, joins: bool, solves: bool
    ) -> None:
        """Raise KeyError, as for anything else that is not stored, unless there is no panel."""
        for panel in panels:
            raise KeyError(panel, member_id, joins, solves)

    def commit(self) -> None:
        """Make everything done so far last."""
        self._publish(self._state.copy())


def _clash(puzzle: Puzzle, other: Puzzle) -> bool:
    """Whether a unique constraint keeps two puzzles of one server apart."""
    if puzzle.kind is not other.kind:
        return False
    if puzzle.kind is PuzzleKind.PRACTICE:
        return (puzzle.owner_id, puzzle.number) == (other.owner_id, other.number)
    return puzzle.day == other.day or (puzzle.cycle, puzzle.secret) == (other.cycle, other.secret)


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _must_be_in(table: Collection[int], key: int) -> None:
    """What a foreign key does."""
    if key not in table:
        raise KeyError(key)
