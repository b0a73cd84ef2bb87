"""Rows of the game's tables, turned into its nouns and back."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from game.model import Board, BoardKey, Entry, Focus, Mode, Played, Puzzle, PuzzleKind, Server
from game.setup import Style
from store.seal import seal, unseal

AnyRow = Row[*tuple[Any, ...]]

_COUNTS = (
    "entries",
    "attempts",
    "hints",
    "best_rank",
    "solved_in",
    "solver_id",
    "gave_up",
    "finished_at",
)
_ENTRY = (
    "board_id",
    "position",
    "member_id",
    "word",
    "similarity",
    "rank",
    "at",
    "attempt",
    "hint",
    "interaction_id",
)


def to_server(row: AnyRow) -> Server:
    """A row of `servers`."""
    return Server(row.id, row.time_zone, row.seed, row.first_day)


def to_puzzle(row: AnyRow) -> Puzzle:
    """A row of `puzzles` with its server's seed, the secret unsealed."""
    return Puzzle(
        server_id=row.server_id,
        kind=PuzzleKind(row.kind),
        number=row.number,
        day=row.day,
        secret=unseal(row.secret, row.seed),
        words_version=row.words_version,
        cycle=row.cycle,
        owner_id=row.owner_id,
        id=row.id,
        par=row.par,
        difficulty=row.difficulty,
        ends_at=row.ends_at,
    )


def from_puzzle(puzzle: Puzzle, seed: int) -> dict[str, Any]:
    """A row of `puzzles` without its id, the secret sealed."""
    return {
        "server_id": puzzle.server_id,
        "kind": puzzle.kind.value,
        "number": puzzle.number,
        "day": puzzle.day,
        "secret": seal(puzzle.secret, seed),
        "words_version": puzzle.words_version,
        "cycle": puzzle.cycle,
        "owner_id": puzzle.owner_id,
        "par": puzzle.par,
        "difficulty": puzzle.difficulty,
        "ends_at": puzzle.ends_at,
    }


def to_board(row: AnyRow) -> Board:
    """A row of `boards`, whose columns after the key are the noun's fields in order."""
    board_id, puzzle_id, mode, owner_id, *state = row
    return Board(BoardKey(puzzle_id, Mode(mode), owner_id), board_id, *state)


def from_board(board: Board) -> dict[str, Any]:
    """What saving a board changes, named as `SAVE_BOARD` names it."""
    return {f"new_{name}": getattr(board, name) for name in _COUNTS}


def new_board(key: BoardKey) -> dict[str, Any]:
    """A row of `boards` for a board that nobody has played on."""
    blank = Board(key)
    return {
        "puzzle_id": key.puzzle_id,
        "mode": key.mode.value,
        "owner_id": key.owner_id,
    } | {name: getattr(blank, name) for name in _COUNTS}


def to_entry(row: AnyRow) -> Entry:
    """A row of `entries`, whose columns are the noun's fields in order."""
    return Entry(*row)


def from_entry(entry: Entry) -> dict[str, Any]:
    """A row of `entries`."""
    return {name: getattr(entry, name) for name in _ENTRY}


def to_focus(row: AnyRow, plain: Focus) -> Focus:
    """A row of `SEAT`: the member's own choice, else the server's, else the plain default."""
    if row.mode is not None:
        return replace(plain, mode=Mode(row.mode), puzzle_id=row.puzzle_id, day=row.day)
    return plain if row.style is None else replace(plain, mode=Style(row.style).mode)


def from_focus(focus: Focus) -> dict[str, Any]:
    """A row of `focuses`."""
    return {
        "server_id": focus.server_id,
        "member_id": focus.member_id,
        "mode": focus.mode.value,
        "puzzle_id": focus.puzzle_id,
        "day": focus.day,
    }


def to_played(row: AnyRow, member_id: int) -> Played:
    """A row of `PLAYED` as that member sees it."""
    return Played(
        puzzle_id=row.id,
        number=row.number,
        day=row.day,
        mode=Mode(row.mode),
        attempts=row.attempts if row.solved_in is None else row.solved_in,
        hints=row.hints,
        solved=row.solved_in is not None,
        gave_up=row.gave_up,
        found=row.solver_id == member_id,
        finished_at=row.finished_at,
        ends_at=row.ends_at,
    )
