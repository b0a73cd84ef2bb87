"""Work off the event loop: bounded, in order, with suggestions in a lane of their own."""

import asyncio
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

import pytest

import bot.workers
from bot.busy import Overloaded
from bot.metrics import Level, NoMetrics
from bot.workers import SUGGESTING, Workers


class Kept(NoMetrics):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.uses: list[tuple[str, object]] = []
        self.levels: dict[Level, Any] = {}

    def used(self, use_case: str, seconds: float, outcome: object) -> None:
        """Keep it."""
        assert seconds >= 0
        self.uses.append((use_case, outcome))

    def watch(self, level: Level, read: Any) -> None:
        """Keep it."""
        self.levels[level] = read


@pytest.fixture
def kept() -> Kept:
    """Figures to look at."""
    return Kept()


@pytest.fixture
def workers(kept: Kept) -> Iterator[Workers]:
    """One thread, before which two calls may wait."""
    made = Workers(1, 2, kept)
    yield made
    made.close()


class Gate:
    """Work that takes until the test lets it go on."""

    def __init__(self) -> None:
        self.entered, self.go_on = threading.Event(), threading.Event()

    def __call__(self) -> str:
        """Do it."""
        self.entered.set()
        assert self.go_on.wait(30)
        return "done"


def double(number: int, *, plus: int = 0) -> int:
    """Work."""
    return 2 * number + plus


async def test_answers_and_errors_come_back(workers: Workers, kept: Kept) -> None:
    """A call answers what the work returns, raises what it raises, and both are told of."""
    assert await workers.call(double, 4, plus=1) == 9
    with pytest.raises(TypeError) as raised:
        await workers.call(double, None)  # type: ignore[arg-type]  # the point
    await workers.call(double, 0)  # one thread: what came before has been told of now
    assert kept.uses[:2] == [("double", 9), ("double", raised.value)]


async def test_stop_iteration_is_no_trap(workers: Workers) -> None:
    """An error which no future can hold comes back as another, and the call does not hang."""
    with pytest.raises(RuntimeError, match="StopIteration"):
        await workers.call(next, iter(()))


async def test_work_keeps_its_context(workers: Workers) -> None:
    """Work sees the context variables of whoever called it."""
    asked: ContextVar[str] = ContextVar("asked", default="")
    asked.set("ann")
    assert await workers.call(asked.get) == "ann"


async def test_too_many_calls_are_turned_away(workers: Workers, kept: Kept) -> None:
    """What does not fit the queue is refused at once and not done; later there is room again."""
    gate, done = Gate(), list[int]()
    running = asyncio.ensure_future(workers.call(gate))
    await asyncio.to_thread(gate.entered.wait, 30)
    waiting = [asyncio.ensure_future(workers.call(done.append, n)) for n in range(2)]
    await asyncio.sleep(0)
    assert kept.levels[Level.WORKERS_ACTIVE]() == 1
    assert kept.levels[Level.WORKERS_WAITING]() == 2
    with pytest.raises(Overloaded) as refused:
        await workers.call(done.append, 2)
    assert refused.value.waiting == 2
    gate.go_on.set()
    await asyncio.gather(running, *waiting)
    assert done == [0, 1]
    assert kept.levels[Level.WORKERS_ACTIVE]() == kept.levels[Level.WORKERS_WAITING]() == 0
    await workers.call(done.append, 3)
    assert done == [0, 1, 3]


async def test_suggestions_have_a_lane_of_their_own(
    workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many suggestions are wanted, a guess does not wait for them, nor they for it."""
    gate = Gate()

    async def suggest(work: Any) -> Any:
        SUGGESTING.set(True)
        return await workers.call(work)

    held = asyncio.create_task(suggest(gate))
    await asyncio.to_thread(gate.entered.wait, 30)
    more = [asyncio.create_task(suggest(int)) for _ in range(bot.workers.MOST_SUGGESTIONS)]
    await asyncio.sleep(0)
    with pytest.raises(Overloaded):
        await suggest(int)
    SUGGESTING.set(False)
    assert await workers.call(double, 2) == 4
    gate.go_on.set()
    assert await held == "done"
    await asyncio.gather(*more)


async def test_given_up_calls_are_not_done(workers: Workers, kept: Kept) -> None:
    """A call whose caller went away before its turn is left out, and makes room."""
    gate, done = Gate(), list[int]()
    running = asyncio.ensure_future(workers.call(gate))
    await asyncio.to_thread(gate.entered.wait, 30)
    waiting = asyncio.ensure_future(workers.call(done.append, 1))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    gate.go_on.set()
    await running
    await workers.call(done.append, 2)
    assert done == [2]
    assert kept.levels[Level.WORKERS_WAITING]() == 0


async def test_close_ends_what_runs_and_gives_up_what_waits() -> None:
    """Closing lets the running call answer, and cancels those that wait."""
    workers, gate, done = Workers(1), Gate(), list[int]()
    running = asyncio.ensure_future(workers.call(gate))
    await asyncio.to_thread(gate.entered.wait, 30)
    waiting = asyncio.ensure_future(workers.call(done.append, 1))
    await asyncio.sleep(0)
    closing = asyncio.create_task(asyncio.to_thread(workers.close))
    with pytest.raises(asyncio.CancelledError):
        await waiting
    gate.go_on.set()
    assert await running == "done"
    await closing
    assert done == []
    with pytest.raises(RuntimeError, match="closed"):
        await workers.call(done.append, 2)
