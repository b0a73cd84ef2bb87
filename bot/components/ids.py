"""Which board a button, a menu or a form of the game is about: its custom id says so."""

import re
from dataclasses import dataclass, replace

import discord

from bot.client import WarmerClient
from bot.cogs.options import turn_of
from game.model import Mode
from game.results import BoardView
from game.turn import Numbered, Turn

_ANY = "-"
_SPOT = rf"(?P<puzzle>[0-9]{{1,18}}):(?P<mode>{'|'.join([_ANY, *Mode])})"


@dataclass(frozen=True, slots=True)
class Spot:
    """A puzzle and how it is shared; without either, the member's last choice holds.

    A `puzzle_id` of 0 is no puzzle in particular.
    """

    puzzle_id: int = 0
    mode: Mode | None = None

    def id(self, verb: str, *details: object) -> str:
        """The custom id of a component here."""
        return ":".join(map(str, ("w1", "play", verb, self.puzzle_id, self.mode or _ANY, *details)))

    def turn(self, interaction: discord.Interaction[WarmerClient]) -> Turn:
        """The turn of whoever pressed a button here."""
        turn = turn_of(interaction, self.mode)
        return replace(turn, puzzle=Numbered(self.puzzle_id)) if self.puzzle_id else turn


ANYWHERE = Spot()
"""Where the member last played."""


def spot_of(view: BoardView) -> Spot:
    """Where a board is."""
    return Spot(view.puzzle.id, view.board.key.mode)


def template(verb: str, *details: str) -> str:
    """The pattern of the custom ids of such components, the details by their own patterns."""
    return ":".join(["w1", "play", verb, _SPOT, *details])


def spot_in(match: re.Match[str]) -> Spot:
    """Where the component is whose custom id matched a template."""
    mode = match["mode"]
    return Spot(int(match["puzzle"]), None if mode == _ANY else Mode(mode))
