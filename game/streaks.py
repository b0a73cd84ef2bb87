"""A server's streak: days on which somebody solved the daily puzzle, and freezes for bad days."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

EARNED_EVERY = 7
"""So many kept days in a row earn a freeze."""
MOST_FREEZES = 2
"""So many freezes may be in hand."""


@dataclass(frozen=True, slots=True)
class ServerStreak:
    """A streak as it stands.

    `days` are the days kept in it (frozen ones are bridged, not counted), `freezes` those in hand,
    `row` the kept days since the last missed one, `longest` the most days of any streak so far.
    `froze` says that a freeze saved the streak on the last day.
    """

    days: int = 0
    freezes: int = 0
    row: int = 0
    longest: int = 0
    froze: bool = False

    @property
    def to_next_freeze(self) -> int | None:
        """How many more days in a row earn the next freeze; None where no more can be held."""
        return None if self.freezes >= MOST_FREEZES else EARNED_EVERY - self.row % EARNED_EVERY

    def kept(self) -> "ServerStreak":
        """The streak after one more day on which somebody solved the puzzle."""
        days, row = self.days + 1, self.row + 1
        earned = row % EARNED_EVERY == 0
        freezes = min(MOST_FREEZES, self.freezes + earned)
        return ServerStreak(days, freezes, row, max(self.longest, days))

    def missed(self) -> "ServerStreak":
        """The streak after a day on which nobody did: a freeze saves it, or it ends."""
        if self.freezes:
            return ServerStreak(self.days, self.freezes - 1, 0, self.longest, froze=True)
        return ServerStreak(longest=self.longest)


def server_streak(days: Iterable[date], kept: Collection[date]) -> ServerStreak:
    """The streak after those days, which are the server's days that are over, in order."""
    streak = ServerStreak()
    for day in days:
        streak = streak.kept() if day in kept else streak.missed()
    return streak
