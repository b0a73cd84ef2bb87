"""What can be wrong with the simulated players' file."""

from dataclasses import dataclass
from pathlib import Path


class PlayersError(Exception):
    """There are no simulated players to be had."""


@dataclass(eq=False)
class PlayersMissing(PlayersError):
    """There is no readable file at `path`."""

    path: Path


@dataclass(eq=False)
class PlayersDamaged(PlayersError):
    """The file is not what was written; `part` is header, checksum or content."""

    path: Path
    part: str


@dataclass(eq=False)
class PlayersOfOtherWords(PlayersError):
    """The players were made for another list of words than the one in use (by its version)."""

    path: Path
    made_for: str
    in_use: str
