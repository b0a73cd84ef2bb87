"""What every move has in common: where it goes, whether it came before, who else hears of it."""

from collections.abc import Sequence
from dataclasses import replace

from game.errors import InteractionTaken
from game.model import Board, Entry, PuzzleKind
from game.panels import Panel
from game.ports import GameReader, GameWork
from game.puzzles import Place, Puzzles
from game.turn import Turn


def locate(puzzles: Puzzles, turn: Turn) -> Place:
    """The place of a turn, where the member's next one goes as well.

    Raises NoSuchDay, NoSuchPuzzle or NoPractice.
    """
    place = puzzles.find(turn)
    puzzles.remember(place)
    return place


def of_interaction(reader: GameReader, turn: Turn) -> Entry | None:
    """The entry that the turn's interaction brought before, or None. Raises InteractionTaken."""
    if turn.interaction_id is None:
        return None
    entry = reader.entry_of_interaction(turn.interaction_id)
    if entry is not None and entry.member_id != turn.member_id:
        raise InteractionTaken(turn.interaction_id)
    return entry


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
