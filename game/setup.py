"""What a server's admins arrange for the daily puzzle, and what storage it asks for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from game.model import Mode


class Style(StrEnum):
    """How a server plays: each alone, all on one board, each against all, or turn by turn."""

    SOLO = "solo"
    TOGETHER = "together"
    RACE = "race"
    RELAY = "relay"

    @property
    def mode(self) -> Mode:
        """Whose board a guess goes to where the member says nothing."""
        return Mode.TOGETHER if self in {Style.TOGETHER, Style.RELAY} else Mode.SOLO


class Mix(StrEnum):
    """How hard the puzzles are: easy ones only, easy to hard over the week, hard ones only."""

    EASY = "easy"
    WEEK = "week"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Setup:
    """A server's arrangement. Without a channel nothing is posted.

    `minute` is the local minute of the day of the post, from 0 to 1439; the puzzle itself begins
    at local midnight. `language` is None where the server's Discord language is to hold.
    `trouble` says why posting has stopped, None where it has not.
    """

    server_id: int
    time_zone: str
    channel_id: int | None = None
    minute: int = 0
    thread: bool = False
    role_id: int | None = None
    style: Style = Style.SOLO
    mix: Mix = Mix.WEEK
    language: str | None = None
    trouble: str | None = None


Change = Callable[[Setup], Setup]
"""Makes another setup of the same server out of the present one."""


class SetupStore(Protocol):
    """Keeps the setups."""

    def setup(self, server_id: int) -> Setup | None:
        """The setup of a server; the plain default for a server without one, None if unknown."""

    def setups(self) -> Sequence[Setup]:
        """The setups of all servers that have a channel and have not gone, by id."""

    def change(self, server_id: int, change: Change, by: int, now: datetime) -> Setup:
        """Store what `change` makes of the setup; two changes at once both hold.

        The server is stored already.
        """

    def languages(self) -> Mapping[int, str]:
        """The languages that servers have chosen, by their ids."""

    def note_trouble(self, server_id: int, trouble: str | None) -> bool:
        """Store why posting has stopped; False where that very trouble was noted before."""
