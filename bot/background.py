"""Does long work in one thread, behind whoever asks for it, and ends quickly."""

import logging
from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Lock, Thread

_log = logging.getLogger(__name__)

PATIENCE_S = 1.0
"""So long an end waits for work to notice it; then the process leaves without it: `bot.start`."""


class Stopped(Exception):
    """Nobody wants the work any more."""


class Background:
    """Runs work first come, first served; its thread begins with the first, and no exit waits.

    Work that takes long calls `check` wherever it may be given up: nothing is begun after the end.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._jobs: SimpleQueue[Callable[[], object]] = SimpleQueue()
        self._stopping = Event()
        self._lock = Lock()
        self._thread: Thread | None = None

    def put(self, work: Callable[[], object]) -> None:
        """Have it done in good time; not at all after the end."""
        with self._lock:
            if self._stopping.is_set():
                return
            self._jobs.put(work)
            if self._thread is None:
                self._thread = Thread(target=self._run, name=self._name, daemon=True)
                self._thread.start()

    def check(self) -> None:
        """Raises Stopped after the end."""
        if self._stopping.is_set():
            raise Stopped

    def stop(self) -> None:
        """End: what waits is not done, and what runs is given up at its next check."""
        with self._lock:
            self._stopping.set()
            self._jobs.put(self.check)

    def close(self, patience: float = PATIENCE_S) -> None:
        """End, and wait a moment for what runs."""
        self.stop()
        if self._thread is not None:
            self._thread.join(patience)

    def _run(self) -> None:
        while not self._stopping.is_set():
            work = self._jobs.get()
            try:
                self.check()
                work()
            except Stopped:
                _log.info("work in the background was given up")
            except Exception:  # noqa: BLE001  # whatever there was before goes on serving
                _log.exception("work in the background failed")
            del work  # or what it holds would live on while the thread waits
