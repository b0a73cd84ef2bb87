"""Whether a turn's interaction was delivered before, and what it did then.

Discord may deliver one twice: it is carried out once, and answered twice.
"""

from game.errors import InteractionTaken
from game.model import Board, Entry, Mode
from game.ports import GameReader, GameWork
from game.turn import Turn


def claims(work: GameWork, turn: Turn, board: Board) -> bool:
    """Whether the turn's interaction is carried out on the board now, not a second time."""
    return turn.interaction_id is None or work.claim(turn.interaction_id, board.id)


def board_of_turn(reader: GameReader, turn: Turn) -> Board | None:
    """The board on which the turn's interaction was carried out before, or None.

    Raises InteractionTaken where it was somebody else's: an id is never two interactions'.
    """
    if turn.interaction_id is None:
        return None
    board = reader.board_of_interaction(turn.interaction_id)
    if board is not None and board.key.mode is Mode.SOLO and board.key.owner_id != turn.member_id:
        raise InteractionTaken(turn.interaction_id)
    return board


def of_interaction(reader: GameReader, turn: Turn) -> Entry | None:
    """The entry that the turn's interaction brought before, or None. Raises InteractionTaken."""
    if turn.interaction_id is None:
        return None
    entry = reader.entry_of_interaction(turn.interaction_id)
    if entry is not None and entry.member_id != turn.member_id:
        raise InteractionTaken(turn.interaction_id)
    return entry
