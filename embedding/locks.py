"""A lock for many readers or one writer, in which neither can starve the other."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class ReadWriteLock:
    """Phase-fair: readers and writers take turns (Brandenburg and Anderson 2010).

    A writer waits for the readers that were first, and then lets in every reader that queued
    meanwhile before the next writer: a long job that writes in small steps stops no search for
    longer than one step. Not reentrant.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._phase = 0  # how many writers have finished
        self._writing = False
        self._readers = 0
        self._waiting_readers = 0
        self._waiting_writers = 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Holds off writers for the length of the block."""
        with self._changed:
            self._enter()
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds off everybody else for the length of the block."""
        with self._changed:
            self._waiting_writers += 1
            try:
                self._changed.wait_for(lambda: not self._writing and not self._readers)
                self._writing = True
            finally:  # an interrupted wait must not hold up readers for ever
                self._waiting_writers -= 1
                self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                self._finish()

    def _enter(self) -> None:
        phase = self._phase
        self._waiting_readers += 1
        try:
            self._changed.wait_for(lambda: self._phase != phase or self._idle())
        except BaseException:
            self._leave_queue(phase)
            raise
        if self._phase == phase:  # else the writer that finished has let this reader in
            self._waiting_readers -= 1
            self._readers += 1

    def _leave_queue(self, phase: int) -> None:
        if self._phase == phase:
            self._waiting_readers -= 1
        else:
            self._readers -= 1
            self._changed.notify_all()

    def _idle(self) -> bool:
        return not self._writing and not self._waiting_writers

    def _finish(self) -> None:
        self._writing = False
        self._phase += 1
        self._readers += self._waiting_readers
        self._waiting_readers = 0
        self._changed.notify_all()
