"""A game store in memory, for tests and for simulated players: what it holds ends with it."""

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime

from game.model import Board, BoardKey, Entry, Focus, Mode, Played, Puzzle, PuzzleKind, Server
from game.panels import Panel
from game.proposals import Proposal


@dataclass(slots=True)
class _State:
    """Everything stored; the values are frozen, so that a copy of the dictionaries is a copy."""

    servers: dict[int, Server] = field(default_factory=dict)
    puzzles: dict[int, Puzzle] = field(default_factory=dict)
    boards: dict[int, Board] = field(default_factory=dict)
    entries: dict[int, tuple[Entry, ...]] = field(default_factory=dict)
    interactions: dict[int, Entry] = field(default_factory=dict)
    focuses: dict[tuple[int, int], Focus] = field(default_factory=dict)
    votes: dict[int, frozenset[int]] = field(default_factory=dict)
    reaches: dict[tuple[int, int], int] = field(default_factory=dict)
    deliveries: dict[int, int] = field(default_factory=dict)

    def copy(self) -> "_State":
        return _State(*(dict(getattr(self, column.name)) for column in fields(self)))


class MemoryGameReader:
    """`game.ports.GameReader` over one state."""

    def __init__(self, state: _State) -> None:
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


class MemoryGameWork(MemoryGameReader):
    """`game.ports.GameWork` over a copy of the state, which `publish` puts in place."""

    def __init__(self, state: _State, publish: Callable[[_State], None]) -> None:
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


class MemoryGameStore:
    """`game.ports.GameStore` in memory; safe to use from several threads, one writer at a time."""

    def __init__(self) -> None:
        self._state = _State()
        self._writing = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[MemoryGameReader]:
        """A consistent view to read from; never waits for a writer."""
        yield MemoryGameReader(self._state)

    @contextmanager
    def working(self) -> Iterator[MemoryGameWork]:
        """A transaction that rolls back on exit unless committed."""
        with self._writing:
            yield MemoryGameWork(self._state.copy(), self._publish)

    def _publish(self, state: _State) -> None:
        self._state = state


def _clash(puzzle: Puzzle, other: Puzzle) -> bool:
    """Whether a unique constraint keeps two puzzles of one server apart."""
    if puzzle.kind is not other.kind:
        return False
    if puzzle.kind is PuzzleKind.PRACTICE:
        return (puzzle.owner_id, puzzle.number) == (other.owner_id, other.number)
    return puzzle.day == other.day or (puzzle.cycle, puzzle.secret) == (other.cycle, other.secret)


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


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _must_be_in(table: Collection[int], key: int) -> None:
    """What a foreign key does."""
    if key not in table:
        raise KeyError(key)
