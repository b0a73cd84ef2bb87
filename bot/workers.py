"""Takes synchronous work off the event loop, a bounded amount at a time."""

import asyncio
from collections.abc import Callable
from contextvars import ContextVar
from typing import ParamSpec, TypeVar

from bot.lane import Lane
from bot.metrics import Level, Metrics, NoMetrics

P = ParamSpec("P")
T = TypeVar("T")

MOST_WAITING = 500
MOST_SUGGESTIONS = 50
MOST_PONDERED = 100
MOST_DELIBERATED = 20

SUGGESTING: ContextVar[bool] = ContextVar("SUGGESTING", default=False)
"""Set where the running task answers an autocomplete: its calls must not hold up a guess."""


class Workers:
    """A few threads for use cases, one for suggestions and two lanes of one for long thoughts.

    So these hold up no game, nor does the recommender hold up a verdict. A bounded number of calls
    may wait.
    """

    def __init__(
        self, threads: int, most_waiting: int = MOST_WAITING, metrics: Metrics | None = None
    ) -> None:
        keeper = metrics or NoMetrics()
        self._lane = Lane("warmer", threads, most_waiting, keeper)
        self._suggestions = Lane("warmer-suggest", 1, MOST_SUGGESTIONS, keeper)
        self._thoughts = Lane("warmer-ponder", 1, MOST_PONDERED, keeper)
        self._verdicts = Lane("warmer-verdict", 1, MOST_DELIBERATED, keeper)
        keeper.watch(Level.WORKERS_ACTIVE, lambda: self._lane.active)
        keeper.watch(Level.WORKERS_WAITING, lambda: self._lane.waiting)
        keeper.watch(Level.SUGGESTIONS_WAITING, lambda: self._suggestions.waiting)

    def call(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[T]":
        """Run `work` in a thread: what it returns or raises, to be awaited.

        Raises Overloaded where too many calls wait already; `work` is not called then.
        """
        # No coroutine, whose task would cost the event loop two more turns.
        lane = self._suggestions if SUGGESTING.get() else self._lane
        return lane.put(work, args, kwargs)

    async def ponder(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same as `call`, for work of the recommender: the first on a shelf takes seconds."""
        answer: T = await self._thoughts.put(work, args, kwargs)
        return answer

    async def deliberate(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The same as `call`, for what takes the game itself seconds: verdicts, all of history."""
        answer: T = await self._verdicts.put(work, args, kwargs)
        return answer

    def close(self) -> None:
        """Wait for what is in flight and end the threads."""
        self._verdicts.close()
        self._thoughts.close()
        self._suggestions.close()
        self._lane.close()
