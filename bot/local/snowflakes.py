"""Discord's ids: 42 bits of milliseconds since 2015, then 22 bits to tell ids apart."""

from collections.abc import Callable

DISCORD_EPOCH_MS = 1_420_070_400_000


class Snowflakes:
    """Strictly growing ids that follow `clock` (seconds since 1970)."""

    def __init__(self, clock: Callable[[], float], *, worker: int = 0) -> None:
        self._clock = clock
        self._worker = worker & 0x3FF
        self._last = 0

    def next(self) -> int:
        """Return an id larger than every one before, even where the clock goes back."""
        milliseconds = int(self._clock() * 1000) - DISCORD_EPOCH_MS
        fresh = (milliseconds << 22) | (self._worker << 12)
        self._last = max(fresh, self._last + 1)
        return self._last


def created_at(snowflake: int) -> float:
    """Return the moment an id was made, in seconds since 1970."""
    return ((snowflake >> 22) + DISCORD_EPOCH_MS) / 1000
