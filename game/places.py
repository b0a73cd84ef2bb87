"""Tells where a turn is played: on which puzzle, on which board, and where the next one goes."""

from dataclasses import dataclass, replace
from datetime import date

from game.deliveries import board_of_turn
from game.errors import NoPractice, NoSuchDay, NoSuchPuzzle
from game.model import Board, BoardKey, Focus, Mode, Puzzle, PuzzleKind, Server
from game.ports import GameReader
from game.turn import Numbered, Standing, Turn


@dataclass(frozen=True, slots=True)
class Place:
    """Where a turn is played: the server and its date, the puzzle, the board, the focus."""

    server: Server
    today: date
    puzzle: Puzzle
    key: BoardKey
    focus: Focus
    focus_before: Focus


def is_shared(reader: GameReader, turn: Turn, group_id: int, last: Mode) -> bool:
    """Whether a turn is about the puzzle that its group shares."""
    if isinstance(turn.puzzle, Numbered):
        puzzle = reader.puzzle(turn.puzzle.puzzle_id)
        return puzzle is not None and puzzle.server_id == group_id
    if turn.puzzle is Standing.PRACTICE:
        return False
    return (turn.mode or last) is Mode.TOGETHER


def aim(reader: GameReader, server: Server, turn: Turn, focus: Focus, today: date) -> Puzzle | date:
    """What is meant: what was said, else the puzzle last chosen today, else today's.

    A day where its puzzle is not looked up yet. Raises NoSuchDay, NoSuchPuzzle or NoPractice.
    """
    if turn.puzzle is None and focus.puzzle_id is not None and focus.day == today:
        return reader.puzzle(focus.puzzle_id) or today
    if isinstance(turn.puzzle, Numbered):
        return _numbered(reader, server, turn, turn.puzzle)
    if turn.puzzle is Standing.PRACTICE:
        rounds = reader.practices(server.id, turn.member_id)
        if not rounds:
            raise NoPractice
        return rounds[-1]
    day = turn.puzzle if isinstance(turn.puzzle, date) else today
    if not min(server.first_day, today) <= day <= today:
        raise NoSuchDay(day, server.first_day, today)
    return day


def _numbered(reader: GameReader, server: Server, turn: Turn, choice: Numbered) -> Puzzle:
    """The puzzle of that id, if it is the server's and not another member's practice round."""
    puzzle = reader.puzzle(choice.puzzle_id)
    if puzzle is None or puzzle.server_id != server.id:
        raise NoSuchPuzzle
    if puzzle.owner_id not in (None, turn.member_id):
        raise NoSuchPuzzle
    return puzzle


def place_of(server: Server, today: date, puzzle: Puzzle, turn: Turn, before: Focus) -> Place:
    """Where a turn at a puzzle is played, for a member whose focus was `before`."""
    mode = turn.mode or before.mode
    shared = mode is Mode.TOGETHER and puzzle.kind is PuzzleKind.DAILY
    key = BoardKey(
        puzzle_id=puzzle.id,
        mode=Mode.TOGETHER if shared else Mode.SOLO,
        owner_id=turn.channel_id if shared else turn.member_id,
    )
    focus = Focus(server.id, turn.member_id, mode)
    if isinstance(turn.puzzle, Numbered) and _is_past(puzzle, today):
        # An old post's button plays that day once more, and leaves what commands mean alone.
        focus = replace(before, mode=mode)
    elif puzzle.kind is PuzzleKind.PRACTICE or puzzle.day != today:
        focus = replace(focus, puzzle_id=puzzle.id, day=today)
    return Place(server, today, puzzle, key, focus, before)


def board_at(reader: GameReader, place: Place) -> Board:
    """The board of a place; an empty one where nobody has played on it yet."""
    return reader.board(place.key) or Board(place.key)


def started_before(reader: GameReader, place: Place, turn: Turn) -> Place:
    """Where the round is that the turn's interaction started when it came before, else `place`."""
    board = board_of_turn(reader, turn)
    puzzle = None if board is None else reader.puzzle(board.key.puzzle_id)
    if board is None or puzzle is None:
        return place
    return replace(place, puzzle=puzzle, key=board.key)


def _is_past(puzzle: Puzzle, today: date) -> bool:
    return puzzle.kind is PuzzleKind.DAILY and puzzle.day != today
