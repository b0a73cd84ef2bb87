"""The word game's transactions: what `game.ports` asks for, over SQL."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from game.model import Board, BoardKey, Entry, Focus, Puzzle, Server
from game.panels import Panel
from store import proposals
from store import statements as sql
from store.engine import Database
from store.errors import PositionTaken, UnknownServer
from store.games import SqlGameReader, of_key
from store.nouns import from_board, from_entry, from_focus, from_puzzle, new_board, to_board
from store.panels import lock_panels, note_move


class SqlGameWork(SqlGameReader):
    """`game.ports.GameWork`: everything written here is settled by constraints, not by looking."""

    def add_server(self, server: Server) -> Server:
        """Store a server, or return the one stored first under that id."""
        row = {
            "id": server.id,
            "time_zone": server.time_zone,
            "seed": server.seed,
            "first_day": server.first_day,
        }
        sql.ADD_SERVER.run(self._connection, row)
        return self._stored_server(server.id)

    def _stored_server(self, server_id: int) -> Server:
        server = self.server(server_id)
        if server is None:
            raise UnknownServer(server_id)
        return server

    def add_puzzle(self, puzzle: Puzzle) -> Puzzle | None:
        """Store a puzzle and return it with its id; None where a constraint refuses it.

        Raises UnknownServer for a server that is not stored.
        """
        row = from_puzzle(puzzle, self._stored_server(puzzle.server_id).seed)
        puzzle_id = sql.ADD_PUZZLE.run(self._connection, row).scalar_one_or_none()
        return None if puzzle_id is None else replace(puzzle, id=puzzle_id)

    def use_proposal(self, proposal_id: int, day: date) -> bool:
        """Let a queued proposal be the puzzle of that day; False where it is not queued now."""
        return proposals.use(self._connection, proposal_id, day)

    def set_focus(self, focus: Focus) -> None:
        """Store where the member's next guess goes."""
        sql.SET_FOCUS.run(self._connection, from_focus(focus))

    def lock_board(self, key: BoardKey) -> Board:
        """The board, made if there is none, held against other writers until this work ends."""
        row = self._first(sql.LOCKED_BOARD, **of_key(key))
        if row is None:
            sql.ADD_BOARD.run(self._connection, new_board(key))
            return self.lock_board(key)
        return to_board(row)

    def save_board(self, board: Board) -> None:
        """Store the board's counts and its end."""
        values = from_board(board) | {"of_board": board.id}
        sql.SAVE_BOARD.change(self._connection, values)

    def add_entry(self, entry: Entry) -> bool:
        """Store an entry; False where its word or its interaction is stored already.

        Raises PositionTaken where another word has its place, and ConstraintBroken where there
        is no such board.
        """
        if sql.ADD_ENTRY.change(self._connection, from_entry(entry)) == 1:
            return True
        stored = self._connection.execute(
            sql.ENTRY_STORED,
            {
                "of_board": entry.board_id,
                "of_word": entry.word,
                "of_interaction": entry.interaction_id,
            },
        ).scalar_one()
        if not stored:
            raise PositionTaken(entry.board_id, entry.position)
        return False

    def come_near(self, board_id: int, member_id: int, rank: int) -> None:
        """Store that the member said a word of that rank which brings no entry of theirs."""
        row = {"board_id": board_id, "member_id": member_id, "rank": rank}
        sql.COME_NEAR.run(self._connection, row)

    def claim(self, interaction_id: int, board_id: int) -> bool:
        """Store that the interaction was carried out on that board; False where it was before."""
        row = {"interaction_id": interaction_id, "board_id": board_id}
        return sql.ADD_DELIVERY.run(self._connection, row).rowcount == 1

    def vote(self, board_id: int, member_id: int) -> int:
        """Store the member's wish to give up a shared board; the number of such wishes."""
        sql.ADD_VOTE.run(self._connection, {"board_id": board_id, "member_id": member_id})
        return self.votes(board_id)

    def lock_panels(self, key: BoardKey, channel_id: int) -> Sequence[Panel]:
        """The panels that a move on that board shows on, held until this work ends."""
        return lock_panels(self._connection, key, channel_id)

    def note_move(
        self, panels: Sequence[Panel], member_id: int, *, joins: bool, solves: bool
    ) -> None:
        """Count one more change of these panels, and lead the member through their races."""
        note_move(self._connection, panels, member_id, joins=joins, solves=solves)

    def commit(self) -> None:
        """Make everything done so far last."""
        self._connection.commit()


class SqlGameStore:
    """`game.ports.GameStore` over an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def reading(self) -> Iterator[SqlGameReader]:
        """A consistent view to read from; never waits for a writer. Raises StoreError."""
        with self._database.reading() as connection:
            yield SqlGameReader(connection)

    @contextmanager
    def working(self) -> Iterator[SqlGameWork]:
        """A transaction that rolls back on exit unless committed. Raises StoreError."""
        with self._database.writing() as connection:
            yield SqlGameWork(connection)
