"""Discord's ids: 42 bits of milliseconds since 2015, then 22 bits to tell ids apart."""

import hashlib
from collections.abc import Callable
from random import Random, SystemRandom

DISCORD_EPOCH_MS = 1_420_070_400_000
# What has an id of its name was made in the years from 2016 on that 2**37 milliseconds last.
_NAMED_FROM_MS = 31_536_000_000


class Snowflakes:
    """Strictly growing ids that follow `clock` (seconds since 1970).

    With an `identity`, what has a name gets the same id in every run under that identity.
    """

    def __init__(
        self, clock: Callable[[], float], *, rng: Random | None = None, identity: str | None = None
    ) -> None:
        self._identity = identity
        self._clock = clock
        # Two processes on one database must not give one id to two interactions.
        self._rng = rng or SystemRandom()
        self._last = 0

    def next(self) -> int:
        """Return an id larger than every one before, even where the clock goes back."""
        milliseconds = int(self._clock() * 1000) - DISCORD_EPOCH_MS
        fresh = (milliseconds << 22) | self._rng.getrandbits(22)
        self._last = max(fresh, self._last + 1)
        return self._last

    def of(self, name: str) -> int:
        """Return the id that belongs to a name; without an identity, the next id."""
        if self._identity is None:
            return self.next()
        digest = hashlib.sha256(f"{self._identity}/{name}".encode()).digest()
        return (_NAMED_FROM_MS << 22) + (int.from_bytes(digest[:8], "big") >> 5)


def created_at(snowflake: int) -> float:
    """Return the moment an id was made, in seconds since 1970."""
    return ((snowflake >> 22) + DISCORD_EPOCH_MS) / 1000
