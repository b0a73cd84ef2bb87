"""Notices when the event loop is blocked, and says by what."""

import asyncio
import logging
import sys
import time
import traceback
from collections import deque
from threading import Event, Thread, get_ident
from typing import Self

from bot.metrics import Metrics

_log = logging.getLogger(__name__)

BEAT_S = 0.1
BLOCKED_S = 0.5
_REMEMBERED = 100


class Watchdog:
    """Times the running loop's lag every `beat` seconds for the length of a block.

    A second thread logs a warning with the loop's stack while the loop is blocked for longer than
    `blocked` seconds, once for each time.
    """

    def __init__(
        self, metrics: Metrics, *, beat: float = BEAT_S, blocked: float = BLOCKED_S
    ) -> None:
        self._metrics, self._beat_s, self._blocked_s = metrics, beat, blocked
        self._lags: deque[float] = deque(maxlen=_REMEMBERED)
        self._due = time.monotonic()
        self._stop = Event()

    async def __aenter__(self) -> Self:
        """Start to watch the running loop."""
        self._loop, self._loop_thread = asyncio.get_running_loop(), get_ident()
        self._due = time.monotonic() + self._beat_s
        self._timer = self._loop.call_later(self._beat_s, self._beat)
        self._watcher = Thread(target=self._watch, name="warmer-watchdog", daemon=True)
        self._watcher.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop watching."""
        self._timer.cancel()
        self._stop.set()
        self._watcher.join()

    @property
    def worst(self) -> float:
        """The longest lag of the last ten seconds, in seconds; a present one counts too."""
        return max([*self._lags, time.monotonic() - self._due, 0.0])

    def _beat(self) -> None:
        lag = max(0.0, time.monotonic() - self._due)
        self._lags.append(lag)
        self._metrics.lagged(lag)
        self._due = time.monotonic() + self._beat_s
        self._timer = self._loop.call_later(self._beat_s, self._beat)

    def _watch(self) -> None:
        told = None
        while not self._stop.wait(self._blocked_s / 2):
            due = self._due
            lag = time.monotonic() - due
            if lag > self._blocked_s and due != told:
                told = due
                _log.warning(
                    "the event loop is blocked",
                    extra={"seconds": round(lag, 2), "stack": self._stack()},
                )

    def _stack(self) -> str:
        frame = sys._current_frames().get(self._loop_thread)  # noqa: SLF001  # the only way to see another thread
        return "".join(traceback.format_stack(frame)) if frame else ""
