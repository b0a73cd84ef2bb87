"""What became of daily puzzles, read from the database."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import bindparam, case, func, select

from game.dailies import Outcome
from game.model import Mode
from store.columns import UtcDateTime
from store.engine import Database
from store.statements import boards, entries, puzzles

_players = (
    select(func.count(entries.c.member_id.distinct()))
    .where(entries.c.board_id == boards.c.id, entries.c.attempt.is_not(None))
    .scalar_subquery()
)
_OUTCOMES = (
    select(
        boards.c.mode,
        boards.c.owner_id,
        boards.c.solver_id,
        boards.c.solved_in,
        boards.c.hints,
        boards.c.finished_at,
        _players.label("players"),
    )
    .where(boards.c.puzzle_id == bindparam("of_puzzle"), boards.c.entries > 0)
    .order_by(boards.c.finished_at, boards.c.id)
)
_PLAYERS = (
    # A number below zero means another one on every board.
    select(case((entries.c.member_id < 0, boards.c.id)), entries.c.member_id)
    .join_from(boards, entries)
    .where(
        boards.c.puzzle_id == bindparam("of_puzzle"),
        entries.c.at < bindparam("until", type_=UtcDateTime),
    )
    .distinct()
)
_FIRST_SOLVED = (
    select(puzzles.c.day, func.min(boards.c.finished_at).label("first"), puzzles.c.ends_at)
    .join_from(puzzles, boards)
    .where(
        puzzles.c.server_id == bindparam("of_server"),
        puzzles.c.kind == "daily",
        boards.c.solved_in.is_not(None),
    )
    .group_by(puzzles.c.day, puzzles.c.ends_at)
    .order_by(puzzles.c.day)
)


class SqlDays:
    """`game.dailies.DayBook` over an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def outcomes(self, puzzle_id: int) -> Sequence[Outcome]:
        """How each board of a daily puzzle ended, or that it has not. Raises StoreError."""
        with self._database.reading() as connection:
            rows = connection.execute(_OUTCOMES, {"of_puzzle": puzzle_id}).all()
        return [
            Outcome(
                mode=Mode(row.mode),
                member_id=row.solver_id,
                players=row.players,
                attempts=row.solved_in,
                hints=row.hints,
                finished_at=row.finished_at,
            )
            for row in rows
        ]

    def players(self, puzzle_id: int, until: datetime) -> Sequence[int]:
        """Whoever had put a word on a board of a puzzle by then, each once. Raises StoreError."""
        values = {"of_puzzle": puzzle_id, "until": until}
        with self._database.reading() as connection:
            return [member_id for _, member_id in connection.execute(_PLAYERS, values)]

    def first_solved(self, server_id: int) -> Sequence[tuple[date, datetime, datetime | None]]:
        """The days whose puzzle was solved, the first moment of that, and their ends.

        Raises StoreError.
        """
        with self._database.reading() as connection:
            rows = connection.execute(_FIRST_SOLVED, {"of_server": server_id})
            return [(row.day, row.first, row.ends_at) for row in rows]
