"""Reads from a game store in memory."""

from collections.abc import Sequence
from datetime import date

from game.memory.state import State
from game.model import Board, BoardKey, Entry, Focus, Mode, Played, Puzzle, PuzzleKind, Server
from game.proposals import Proposal


class MemoryGameReader:
    """`game.ports.GameReader` over one state."""

    def __init__(self, state: State) -> None:
        self._state = state

    def server(self, server_id: int) -> Server | None:
        """The server of that id, or None."""
        return self._state.servers.get(server_id)

    def puzzle(self, puzzle_id: int) -> Puzzle | None:
        """The puzzle of that id, or None."""
        return self._state.puzzles.get(puzzle_id)

    def daily(self, server_id: int, day: date) -> Puzzle | None:
        """The server's puzzle of that local date, or None."""
        return next((puzzle for puzzle in self.dailies(server_id) if puzzle.day == day), None)

    def dailies(self, server_id: int) -> Sequence[Puzzle]:
        """All daily puzzles of a server, oldest first."""
        found = [x for x in self._of(server_id) if x.kind is PuzzleKind.DAILY]
        return sorted(found, key=lambda puzzle: puzzle.day)

    def practices(self, server_id: int, member_id: int) -> Sequence[Puzzle]:
        """All practice rounds of a member, oldest first."""
        found = [
            x
            for x in self._of(server_id)
            if x.kind is PuzzleKind.PRACTICE and x.owner_id == member_id
        ]
        return sorted(found, key=lambda puzzle: puzzle.number)

    def focus(self, server_id: int, member_id: int) -> Focus:
        """Where the member's next guess goes; the plain default where nothing is stored."""
        return self._state.focuses.get((server_id, member_id), Focus(server_id, member_id))

    def seat(self, server_id: int, member_id: int) -> tuple[Server, Focus] | None:
        """The server of that id and the member's focus in it, or None."""
        server = self.server(server_id)
        return None if server is None else (server, self.focus(server_id, member_id))

    def board(self, key: BoardKey) -> Board | None:
        """The board of that key, or None where nobody has played on it."""
        return next((board for board in self._state.boards.values() if board.key == key), None)

    def board_of(self, board_id: int) -> Board | None:
        """The board of that id, or None."""
        return self._state.boards.get(board_id)

    def board_of_interaction(self, interaction_id: int) -> Board | None:
        """The board which `claim` was called with for that interaction, or None."""
        return self.board_of(self._state.deliveries.get(interaction_id, 0))

    def entries(self, board_id: int) -> Sequence[Entry]:
        """Every entry of a board by position."""
        return sorted(self._state.entries.get(board_id, ()), key=lambda entry: entry.position)

    def closest(self, board_id: int, limit: int) -> Sequence[Entry]:
        """At most `limit` entries of a board, by rank and then by position."""
        return sorted(self.entries(board_id), key=lambda entry: entry.rank)[:limit]

    def entry(self, board_id: int, word: str) -> Entry | None:
        """The entry of that word on that board, or None."""
        return next((entry for entry in self.entries(board_id) if entry.word == word), None)

    def entry_of_interaction(self, interaction_id: int) -> Entry | None:
        """The entry which that interaction brought, or None."""
        return self._state.interactions.get(interaction_id)

    def reach(self, board_id: int, member_id: int) -> int | None:
        """The lowest rank of the words the member said on a board, None where they said none."""
        own = [x.rank for x in self.entries(board_id) if x.member_id == member_id and not x.hint]
        came = self._state.reaches.get((board_id, member_id))
        return min(own if came is None else [*own, came], default=None)

    def took_part(self, board_id: int, member_id: int) -> bool:
        """Whether the member guessed or took a hint there before its end, or said its secret."""
        return self._state.reaches.get((board_id, member_id)) == 0 or any(
            x.member_id == member_id and (x.hint or x.attempt is not None)
            for x in self.entries(board_id)
        )

    def votes(self, board_id: int) -> int:
        """How many members wish to give the board up."""
        return len(self._state.votes.get(board_id, frozenset()))

    def played(self, server_id: int, member_id: int) -> Sequence[Played]:
        """Every daily puzzle the member has taken part in, oldest first, at most one a board."""
        return [
            _played(puzzle, board, member_id)
            for puzzle in self.dailies(server_id)
            for board in self._boards(puzzle.id)
            if _took_part(board, self.entries(board.id), member_id)
        ]

    def knows(self, puzzle_id: int, member_id: int, other_than: BoardKey) -> bool:
        """Whether the member has seen the secret end another board of the puzzle."""
        return any(
            board.finished
            and board.key != other_than
            and (
                _owns(board, member_id) or (_shared(board) and self.took_part(board.id, member_id))
            )
            for board in self._boards(puzzle_id)
        )

    def proposals(
        self,
        server_id: int,  # noqa: ARG002 - the port names it
    ) -> Sequence[Proposal]:
        """None: nobody can propose anything here."""
        return ()

    def insiders(
        self,
        puzzle_id: int,  # noqa: ARG002 - the port names it
    ) -> frozenset[int]:
        """Nobody: there are no proposals."""
        return frozenset()

    def _of(self, server_id: int) -> list[Puzzle]:
        return [x for x in self._state.puzzles.values() if x.server_id == server_id]

    def _boards(self, puzzle_id: int) -> list[Board]:
        return [x for x in self._state.boards.values() if x.key.puzzle_id == puzzle_id]


def _owns(board: Board, member_id: int) -> bool:
    return board.key.mode is Mode.SOLO and board.key.owner_id == member_id


def _shared(board: Board) -> bool:
    return board.key.mode is Mode.TOGETHER


def _took_part(board: Board, entries: Sequence[Entry], member_id: int) -> bool:
    counted = any(x.member_id == member_id and x.attempt is not None for x in entries)
    return (_shared(board) and counted) or (_owns(board, member_id) and bool(entries))


def _played(puzzle: Puzzle, board: Board, member_id: int) -> Played:
    return Played(
        puzzle_id=puzzle.id,
        number=puzzle.number,
        day=puzzle.day,
        mode=board.key.mode,
        attempts=board.attempts if board.solved_in is None else board.solved_in,
        hints=board.hints,
        solved=board.solved,
        gave_up=board.gave_up,
        found=board.solver_id == member_id,
        finished_at=board.finished_at,
        ends_at=puzzle.ends_at,
    )
