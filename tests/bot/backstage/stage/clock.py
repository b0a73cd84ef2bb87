"""The clock of a stage."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    moment: datetime = NOON

    def __call__(self) -> datetime:
        """The time now."""
        return self.moment

    def go_on(self, by: timedelta) -> datetime:
        """Move on by some time."""
        self.moment += by
        return self.moment

    def next_day(self) -> date:
        """Move on by a day."""
        return self.go_on(timedelta(days=1)).date()
