"""Keeps what we send on our own well below what Discord allows."""

import asyncio
from collections.abc import Awaitable, Callable

PER_SECOND = 25.0
"""Half of Discord's global limit: interactions and panels need room beside the daily posts."""
BURST = 5


class Pace:
    """A bucket of tokens, one for each sending: full at first, and filled at a steady rate.

    It goes by a steady clock in seconds, not by the time of day: that may be set back by an hour,
    and the bucket would stay empty for as long.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        per_second: float = PER_SECOND,
        burst: int = BURST,
    ) -> None:
        self._clock = clock
        self._sleep = sleep
        self._each = 1 / per_second
        self._slack = (burst - 1) * self._each
        self._next = clock() - self._slack

    async def turn(self) -> None:
        """Wait for a token. Whoever asks first is served first."""
        now = self._clock()
        at = max(self._next, now - self._slack)
        self._next = at + self._each
        if at > now:
            await self._sleep(at - now)
