"""What a game store in memory holds."""

from dataclasses import dataclass, field, fields

from game.model import Board, Entry, Focus, Puzzle, Server


@dataclass(slots=True)
class State:
    """Everything stored; the values are frozen, so that a copy of the dictionaries is a copy."""

    servers: dict[int, Server] = field(default_factory=dict)
    puzzles: dict[int, Puzzle] = field(default_factory=dict)
    boards: dict[int, Board] = field(default_factory=dict)
    entries: dict[int, tuple[Entry, ...]] = field(default_factory=dict)
    interactions: dict[int, Entry] = field(default_factory=dict)
    focuses: dict[tuple[int, int], Focus] = field(default_factory=dict)
    votes: dict[int, frozenset[int]] = field(default_factory=dict)
    reaches: dict[tuple[int, int], int] = field(default_factory=dict)
    deliveries: dict[int, int] = field(default_factory=dict)

    def copy(self) -> "State":
        """One that changes on its own."""
        return State(*(dict(getattr(self, column.name)) for column in fields(self)))
