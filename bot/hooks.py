"""What else wants to hear of a move: the living panel of a channel, for one."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from game.model import PuzzleKind
from game.results import BoardView
from game.turn import Turn


class Move(StrEnum):
    """What was done to a board."""

    GUESS = "guess"
    HINT = "hint"
    VOTE = "vote"
    """A wish to give up; the board has ended where that was the last one needed."""


@dataclass(frozen=True, slots=True)
class BoardChanged:
    """A board of a daily puzzle changed, by whom and where; it may be a member's own board.

    `view` is the board as that member may see it: none of its words belongs in public. `votes` and
    `needed` are set for a wish to give up.
    """

    server_id: int
    channel_id: int
    member_id: int
    move: Move
    view: BoardView
    votes: int = 0
    needed: int = 0


class Changes(Protocol):
    """Hears of every change to a board of a daily puzzle, after the member has their answer."""

    async def changed(self, change: BoardChanged, /) -> None:
        """Take note of a change. Must be quick, and must not raise: nobody waits for it."""


class Unheard:
    """Nobody listens."""

    async def changed(self, change: BoardChanged, /) -> None:
        """Do nothing."""


async def tell(
    changes: Changes, turn: Turn, view: BoardView, move: Move, votes: int = 0, needed: int = 0
) -> None:
    """Let whoever listens know of a move, unless nobody could be shown it.

    A practice round is its member's own business, and in groups nothing can be posted.
    """
    if view.puzzle.kind is PuzzleKind.PRACTICE or turn.group_id is not None:
        return
    await changes.changed(
        BoardChanged(turn.server_id, turn.channel_id, turn.member_id, move, view, votes, needed)
    )
