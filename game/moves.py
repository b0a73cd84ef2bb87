"""What every move has in common: where it goes, how it is kept, who else hears of it."""

from collections.abc import Sequence
from dataclasses import replace

from game.model import Board, PuzzleKind
from game.panels import Panel
from game.places import Place
from game.ports import GameWork
from game.puzzles import Puzzles
from game.turn import Turn


def locate(puzzles: Puzzles, turn: Turn) -> Place:
    """The place of a turn, where the member's next one goes as well.

    Raises NoSuchDay, NoSuchPuzzle or NoPractice.
    """
    place = puzzles.find(turn)
    puzzles.remember(place)
    return place


def save(work: GameWork, place: Place, before: Board, after: Board) -> None:
    """Store the board and the focus, which goes back to the day's puzzle when another one ends."""
    work.save_board(after)
    if after.finished and not before.finished and place.focus.puzzle_id is not None:
        work.set_focus(replace(place.focus, puzzle_id=None, day=None))


def panels_of(work: GameWork, turn: Turn, place: Place) -> Sequence[Panel]:
    """The panels that the turn shows on; practice rounds are nobody else's business."""
    if place.puzzle.kind is PuzzleKind.PRACTICE:
        return ()
    return work.lock_panels(place.key, turn.channel_id)


def note(work: GameWork, turn: Turn, place: Place) -> None:
    """Let the panels know of a move that is no guess."""
    work.note_move(panels_of(work, turn, place), turn.member_id, joins=False, solves=False)
