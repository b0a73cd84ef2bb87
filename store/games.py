"""Reading the word game from the database."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from game.model import Board, BoardKey, Entry, Focus, Played, Puzzle, Server
from game.proposals import Proposal
from store import proposals
from store import statements as sql
from store.nouns import AnyRow, to_board, to_entry, to_focus, to_played, to_puzzle, to_server
from store.prepared import Prepared


class SqlGameReader:
    """`game.ports.GameReader` over one connection, which is in a transaction or begins one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _first(self, statement: Prepared, **values: object) -> AnyRow | None:
        return statement.first(self._connection, values)

    def _all(self, statement: Prepared, **values: object) -> Sequence[AnyRow]:
        return statement.all(self._connection, values)

    def server(self, server_id: int) -> Server | None:
        """The server of that id, or None."""
        row = self._first(sql.SERVER, of_server=server_id)
        return None if row is None else to_server(row)

    def puzzle(self, puzzle_id: int) -> Puzzle | None:
        """The puzzle of that id, or None. Raises SealBroken where its secret was tampered with."""
        row = self._first(sql.PUZZLE, of_puzzle=puzzle_id)
        return None if row is None else to_puzzle(row)

    def daily(self, server_id: int, day: date) -> Puzzle | None:
        """The server's puzzle of that local date, or None."""
        row = self._first(sql.DAILY, of_server=server_id, of_day=day)
        return None if row is None else to_puzzle(row)

    def dailies(self, server_id: int) -> Sequence[Puzzle]:
        """All daily puzzles of a server, oldest first."""
        return [to_puzzle(row) for row in self._all(sql.DAILIES, of_server=server_id)]

    def practices(self, server_id: int, member_id: int) -> Sequence[Puzzle]:
        """All practice rounds of a member, oldest first."""
        rows = self._all(sql.PRACTICES, of_server=server_id, of_member=member_id)
        return [to_puzzle(row) for row in rows]

    def focus(self, server_id: int, member_id: int) -> Focus:
        """Where the member's next guess goes; by the server's style where nothing is stored."""
        seat = self.seat(server_id, member_id)
        return Focus(server_id, member_id) if seat is None else seat[1]

    def seat(self, server_id: int, member_id: int) -> tuple[Server, Focus] | None:
        """The server of that id and the member's focus in it, in one search; None without it."""
        row = self._first(sql.SEAT, of_server=server_id, of_member=member_id)
        if row is None:
            return None
        return to_server(row), to_focus(row, Focus(server_id, member_id))

    def board(self, key: BoardKey) -> Board | None:
        """The board of that key, or None where nobody has played on it."""
        row = self._first(sql.BOARD, **of_key(key))
        return None if row is None else to_board(row)

    def board_of(self, board_id: int) -> Board | None:
        """The board of that id, or None."""
        row = self._first(sql.BOARD_OF, of_board=board_id)
        return None if row is None else to_board(row)

    def board_of_interaction(self, interaction_id: int) -> Board | None:
        """The board which `claim` was called with for that interaction, or None."""
        row = self._first(sql.BOARD_OF_INTERACTION, of_interaction=interaction_id)
        return None if row is None else to_board(row)

    def entries(self, board_id: int) -> Sequence[Entry]:
        """Every entry of a board by position."""
        return [to_entry(row) for row in self._all(sql.ENTRIES, of_board=board_id)]

    def closest(self, board_id: int, limit: int) -> Sequence[Entry]:
        """At most `limit` entries of a board, by rank and then by position."""
        return [to_entry(row) for row in self._all(sql.CLOSEST, of_board=board_id, at_most=limit)]

    def entry(self, board_id: int, word: str) -> Entry | None:
        """The entry of that word on that board, or None."""
        row = self._first(sql.ENTRY, of_board=board_id, of_word=word)
        return None if row is None else to_entry(row)

    def entry_of_interaction(self, interaction_id: int) -> Entry | None:
        """The entry which that interaction brought, or None."""
        row = self._first(sql.ENTRY_OF_INTERACTION, of_interaction=interaction_id)
        return None if row is None else to_entry(row)

    def reach(self, board_id: int, member_id: int) -> int | None:
        """The lowest rank of the words the member said on a board, None where they said none."""
        values = {"of_board": board_id, "of_member": member_id}
        found: int | None = self._connection.execute(sql.REACH, values).scalar_one()
        return found

    def took_part(self, board_id: int, member_id: int) -> bool:
        """Whether the member guessed or took a hint there before its end, or said its secret."""
        values = {"of_board": board_id, "of_member": member_id}
        return bool(self._connection.execute(sql.TOOK_PART, values).scalar_one())

    def votes(self, board_id: int) -> int:
        """How many members wish to give the board up."""
        found: int = self._connection.execute(sql.VOTES, {"of_board": board_id}).scalar_one()
        return found

    def played(self, server_id: int, member_id: int) -> Sequence[Played]:
        """Every daily puzzle the member has taken part in, oldest first, at most one a board."""
        rows = self._all(sql.PLAYED, of_server=server_id, of_member=member_id)
        return [to_played(row, member_id) for row in rows]

    def knows(self, puzzle_id: int, member_id: int, other_than: BoardKey) -> bool:
        """Whether the member has seen the secret end another board of the puzzle."""
        values = of_key(other_than) | {"of_puzzle": puzzle_id}
        values["of_member"] = member_id
        return bool(self._connection.execute(sql.KNOWS, values).scalar_one())

    def proposals(self, server_id: int) -> Sequence[Proposal]:
        """The queued proposals of a server, in the order they were proposed in."""
        return proposals.queued(self._connection, server_id)

    def insiders(self, puzzle_id: int) -> frozenset[int]:
        """The members who have seen the secret of a puzzle as a proposal, before it came."""
        return proposals.insiders(self._connection, puzzle_id)


def of_key(key: BoardKey) -> dict[str, object]:
    """The parameters that name a board."""
    return {"of_puzzle": key.puzzle_id, "of_mode": key.mode.value, "of_owner": key.owner_id}
