"""When something that must come round again and again last did, such as the scheduler's tick."""

from datetime import datetime


class Pulse:
    """Remembers its last beat. Beating and asking may happen in different threads."""

    def __init__(self) -> None:
        self._last: datetime | None = None

    def beat(self, now: datetime) -> None:
        """Note that it came round."""
        self._last = now

    def age(self, now: datetime) -> float | None:
        """Seconds since the last beat; None before the first."""
        last = self._last
        return None if last is None else (now - last).total_seconds()
