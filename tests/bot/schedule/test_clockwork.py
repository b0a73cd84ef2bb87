"""The clock behind the daily post: it comes round whatever happens to the time of day."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any

import apscheduler.schedulers.base
import apscheduler.triggers.interval
import pytest

from bot.app import App, open_app
from bot.busy import Overloaded
from bot.schedule.pace import BURST, Pace
from bot.schedule.service import DailyPosts
from bot.settings import Settings
from store.errors import DatabaseLocked

NOW = datetime(2026, 11, 21, 18, tzinfo=UTC)


@pytest.fixture
def app(settings: Settings) -> Iterator[App]:
    """An app whose clock stands still."""
    with open_app(settings, lambda: NOW) as opened:
        yield opened


class Rounds:
    """A reconciler and a sender that count how often they are asked, and may fail."""

    def __init__(self) -> None:
        self.seen = 0
        self.stopping = False
        self.error: Exception | None = None
        self._came = asyncio.Condition()

    def reconcile(self, _: datetime) -> list[object]:
        """Find nothing due."""
        if self.error is not None:
            raise self.error
        return []

    async def send_all(self) -> None:
        """Count."""
        async with self._came:
            self.seen += 1
            self._came.notify_all()

    async def until(self, number: int) -> None:
        """Wait until it was asked so often."""
        async with self._came:
            await self._came.wait_for(lambda: self.seen >= number)


class WallClock(datetime):
    """The time of day as the scheduler reads it, which somebody may set."""

    shift = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "WallClock":  # type: ignore[override]  # ours
        """The time, and the shift."""
        return super().now(tz) + cls.shift


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Sets the time of day that the scheduler sees."""
    for module in (apscheduler.schedulers.base, apscheduler.triggers.interval):
        monkeypatch.setattr(module, "datetime", WallClock)
    monkeypatch.setattr(WallClock, "shift", timedelta(0))

    def set_by(by: timedelta) -> None:
        WallClock.shift += by

    return set_by


def clockwork(app: App, rounds: Any, every_s: float = 0.02) -> DailyPosts:
    """A clockwork that comes round quickly."""
    return DailyPosts(app, rounds, rounds, every_s)


async def test_comes_round_at_once_and_again(app: App) -> None:
    """The first round is at the start, more follow, and the pulse beats with the app's time."""
    rounds = Rounds()
    service = clockwork(app, rounds)
    assert app.tick.age(NOW) is None
    await service.start()
    await rounds.until(3)
    await service.stop()
    assert app.tick.age(NOW + timedelta(seconds=9)) == 9


@pytest.mark.parametrize("hours", [-1, 1])
async def test_clock_that_is_set(
    app: App, set_clock: Callable[[timedelta], None], hours: int
) -> None:
    """An hour back or forth, the rounds go on: nobody waits until the old time has come again."""
    rounds = Rounds()
    service = clockwork(app, rounds)
    await service.start()
    await rounds.until(2)
    set_clock(timedelta(hours=hours))
    await rounds.until(rounds.seen + 4)
    await service.stop()


@pytest.mark.parametrize("error", [DatabaseLocked("db", "busy"), Overloaded(500), KeyError("bug")])
async def test_failed_rounds_do_not_stop_the_clock(app: App, error: Exception) -> None:
    """A round that fails does not beat; the next one comes, and the pulse is back."""
    rounds = Rounds()
    rounds.error = error
    service = clockwork(app, rounds)
    await service.start()
    with pytest.raises(type(error)):
        await service.tick()
    assert app.tick.age(NOW) is None
    rounds.error = None
    await rounds.until(1)
    await service.stop()
    assert app.tick.age(NOW) == 0


async def test_stop_waits_for_what_is_under_way(app: App) -> None:
    """A round that has begun is finished; none begins after that."""
    rounds, begun, go_on = Rounds(), asyncio.Event(), asyncio.Event()
    plain = rounds.send_all

    async def slow() -> None:
        begun.set()
        await go_on.wait()
        await plain()

    rounds.send_all = slow  # type: ignore[method-assign]  # a slow round
    service = clockwork(app, rounds)
    await service.start()
    await begun.wait()
    stopping = asyncio.create_task(service.stop())
    await asyncio.sleep(0)
    assert not stopping.done()
    assert rounds.stopping
    go_on.set()
    await stopping
    assert rounds.seen == 1


async def test_stopping_what_never_began(app: App) -> None:
    """A bot that was stopped before it logged in has nothing to wait for."""
    await clockwork(app, Rounds()).stop()


class Steady:
    """A steady clock, and a sleep that moves it."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time in seconds."""
        return self.now

    async def sleep(self, seconds: float) -> None:
        """Let the time pass."""
        self.now += seconds


async def test_pace_stays_below_the_limit() -> None:
    """A hundred sendings at once take as long as the rate says, but for a small burst."""
    steady = Steady()
    pace = Pace(steady, steady.sleep, per_second=25)
    for _ in range(100):
        await pace.turn()
    assert steady.now - 100 == pytest.approx((100 - BURST) / 25)


async def test_pace_saves_no_more_than_a_burst() -> None:
    """After a long rest there is a small burst, not an hour's worth of sendings."""
    steady = Steady()
    pace = Pace(steady, steady.sleep, per_second=10, burst=3)
    await pace.turn()
    steady.now += 3600
    began = steady.now
    for _ in range(13):
        await pace.turn()
    assert steady.now - began == pytest.approx(1)
