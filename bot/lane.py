"""A few threads with a queue of bounded length before them."""

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from bot.busy import Overloaded
from bot.metrics import Metrics


@dataclass(slots=True)
class _Job:
    work: Callable[..., Any]
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any]
    loop: asyncio.AbstractEventLoop
    answer: "asyncio.Future[Any]"
    context: Context = field(default_factory=copy_context)


class Lane:
    """Runs calls from an event loop in threads of its own, first come, first served.

    An executor would do, but every call through one costs about 10 microseconds more of the
    event loop's time, for a future that is shared between threads and that nobody shares here.
    """

    def __init__(self, name: str, threads: int, most_waiting: int, metrics: Metrics) -> None:
        self._size, self._room = threads, threads + most_waiting
        self._under_way = 0
        self._closed = False
        self._metrics = metrics
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._threads = [
            Thread(target=self._work, name=f"{name}-{number}", daemon=True)
            for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    @property
    def active(self) -> int:
        """How many calls run."""
        return min(self._under_way, self._size)

    @property
    def waiting(self) -> int:
        """How many calls wait for a thread."""
        return max(0, self._under_way - self._size)

    def put(
        self, work: Callable[..., Any], args: tuple[Any, ...], kwargs: Mapping[str, Any]
    ) -> "asyncio.Future[Any]":
        """The answer of `work`, once it is there. Raises Overloaded, and then nothing was done.

        Raises RuntimeError once the lane is closed.
        """
        if self._closed:
            raise RuntimeError("the workers are closed")
        if self._under_way >= self._room:
            raise Overloaded(self.waiting)
        loop = asyncio.get_running_loop()
        job = _Job(work, args, kwargs, loop, loop.create_future())
        self._under_way += 1
        self._jobs.put(job)
        return job.answer

    def close(self) -> None:
        """Let what runs come to its end, give up what waits, and end the threads."""
        self._closed = True
        with suppress(Empty):
            while True:
                job = self._jobs.get_nowait()
                if job is not None:
                    self._settle_later(job, None, asyncio.CancelledError())
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if job.answer.cancelled():
                self._settle_later(job, None, None)
                continue
            start = time.perf_counter()
            result, error = None, None
            try:
                result = job.context.run(job.work, *job.args, **job.kwargs)
            except BaseException as raised:  # noqa: BLE001  # handed to whoever awaits it
                error = raised
            took = time.perf_counter() - start
            self._settle_later(job, result, error)
            name = getattr(job.work, "__name__", "other")
            self._metrics.used(name, took, result if error is None else error)
            del job, result, error  # or the last answer would live on while the thread waits

    def _settle_later(self, job: _Job, result: object, error: BaseException | None) -> None:
        with suppress(RuntimeError):  # the loop was closed: nobody waits
            job.loop.call_soon_threadsafe(self._settle, job.answer, result, error)

    def _settle(
        self, answer: "asyncio.Future[Any]", result: object, error: BaseException | None
    ) -> None:
        self._under_way -= 1
        if answer.done():
            return
        if error is None:
            answer.set_result(result)
        elif isinstance(error, asyncio.CancelledError):
            answer.cancel()
        elif isinstance(error, StopIteration):  # a future refuses it, and would never be done
            answer.set_exception(RuntimeError(repr(error)))
        else:
            answer.set_exception(error)
