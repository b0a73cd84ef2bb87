"""The drawer of guesses: every word that a member has put on a board.

On a board that was shared the words stay, for they are the others' game too; whose they were is
replaced by a number below zero that counts the forgotten on that one board, so that it leads
nowhere else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from game.heat import NEAR
from game.model import Mode
from game.privacy import Row, Servers
from store.drawers import Seen, as_moment, plain, within
from store.statements import boards, entries, puzzles

PUZZLE = [
    puzzles.c.server_id,
    puzzles.c.kind.label("puzzle_kind"),
    puzzles.c.number.label("puzzle_number"),
    puzzles.c.day.label("puzzle_day"),
]
"""The columns that tell which puzzle something in the exported document belongs to."""


@dataclass(frozen=True)
class Guesses:
    """Every word that a member has put on a board, theirs or shared."""

    name: str = "guesses"
    covers: frozenset[str] = frozenset({"entries.member_id"})

    def export(self, connection: Connection, member_id: int, servers: Servers) -> Sequence[Row]:
        """The words, board by board.

        While the secret is one, how near far words are is told no closer than in the game.
        """
        rows = connection.execute(
            within(_GUESSES, puzzles.c.server_id, servers), {"of_member": member_id}
        ).mappings()
        return [_guess(dict(row)) for row in rows]

    def forget(self, connection: Connection, member_id: int, servers: Servers) -> int:
        """Put a number that nobody bears in the member's place; own boards go by their drawer."""
        found = connection.execute(
            within(_BOARDS_OF, puzzles.c.server_id, servers), {"of_member": member_id}
        ).all()
        shared = [row.id for row in found if row.mode == Mode.TOGETHER.value]
        if shared:
            lowest = connection.execute(_LOWEST, {"of_boards": shared}).all()
            connection.execute(
                _RENAME,
                [
                    {"of_board": board_id, "of_member": member_id, "new": min(least, 0) - 1}
                    for board_id, least in lowest
                ],
            )
        return sum(row.number for row in found)

    def seen(self, connection: Connection) -> Iterable[Seen]:
        """When each member last put a word on a board."""
        return [(row[0], row[1], as_moment(row[2])) for row in connection.execute(_LAST)]


def _guess(row: dict[str, Any]) -> Row:
    finished = row.pop("finished_at") is not None
    if not finished and row["rank"] > NEAR:
        row["rank"] = None
    if not finished:
        row["similarity"] = None
    return {name: plain(name, value) for name, value in row.items()}


_on_boards = entries.join(boards).join(puzzles)
_GUESSES = (
    select(
        *PUZZLE, boards.c.mode, entries.c.position, entries.c.word, entries.c.rank,
        entries.c.similarity, entries.c.at, entries.c.attempt, entries.c.hint,
        entries.c.interaction_id, boards.c.finished_at,
    )
    .select_from(_on_boards)
    .where(entries.c.member_id == bindparam("of_member"))
    .order_by(entries.c.board_id, entries.c.position)
)  # fmt: skip
_BOARDS_OF = (
    select(boards.c.id, boards.c.mode, func.count().label("number"))
    .select_from(_on_boards)
    .where(entries.c.member_id == bindparam("of_member"))
    .group_by(boards.c.id, boards.c.mode)
    .order_by(boards.c.id)
)
_LOWEST = (
    select(entries.c.board_id, func.min(entries.c.member_id))
    .where(entries.c.board_id.in_(bindparam("of_boards", expanding=True)))
    .group_by(entries.c.board_id)
)
# The interaction goes too: Discord could tell whose it was.
_RENAME = (
    update(entries)
    .where(
        entries.c.board_id == bindparam("of_board"), entries.c.member_id == bindparam("of_member")
    )
    .values(member_id=bindparam("new"), interaction_id=None)
)
_LAST = (
    select(puzzles.c.server_id, entries.c.member_id, func.max(entries.c.at))
    .select_from(_on_boards)
    .where(entries.c.member_id > 0)
    .group_by(puzzles.c.server_id, entries.c.member_id)
)
