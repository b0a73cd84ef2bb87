"""The event loop's lag, measured and explained."""

import asyncio
import logging
import threading

from bot.metrics import NoMetrics
from bot.watchdog import Watchdog


class Lags(NoMetrics):
    """Keeps the lags, and says when there is one."""

    def __init__(self) -> None:
        self.seen: list[float] = []
        self.one = asyncio.Event()

    def lagged(self, seconds: float) -> None:
        """Keep it."""
        self.seen.append(seconds)
        self.one.set()


class Warned(logging.Handler):
    """Sets an event when something is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.event = threading.Event()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.records.append(record)
        self.event.set()


def a_telling_name(until: threading.Event) -> None:
    """Blocks whoever calls it."""
    assert until.wait(30)


async def test_blocked_loop_is_told_with_its_stack() -> None:
    """While the loop is blocked another thread says so, once, and where it stands."""
    warned, log = Warned(), logging.getLogger("bot.watchdog")
    log.addHandler(warned)
    try:
        async with Watchdog(NoMetrics(), beat=0.01, blocked=0.05) as watchdog:
            a_telling_name(warned.event)
            assert watchdog.worst > 0.05
    finally:
        log.removeHandler(warned)
    (record,) = warned.records
    assert record.levelno == logging.WARNING
    assert "a_telling_name" in record.stack  # type: ignore[attr-defined]  # an extra


async def test_lag_is_measured() -> None:
    """Every beat tells a lag, which is not negative."""
    lags = Lags()
    async with Watchdog(lags, beat=0.001) as watchdog:
        await asyncio.wait_for(lags.one.wait(), 30)
        assert watchdog.worst >= max(lags.seen)
    assert min(lags.seen) >= 0


async def test_nothing_is_left_behind() -> None:
    """Once it stops, its thread is gone and its timer too."""
    async with Watchdog(NoMetrics(), beat=0.001) as watchdog:
        assert "warmer-watchdog" in [thread.name for thread in threading.enumerate()]
    assert "warmer-watchdog" not in [thread.name for thread in threading.enumerate()]
    assert watchdog._timer.cancelled()
