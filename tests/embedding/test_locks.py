"""The read/write lock: writers are alone, and nobody waits for ever."""

import threading
import time

import pytest

from embedding.locks import ReadWriteLock

WAIT = 30  # seconds until a deadlock counts as one


class Probe:
    """A thread that holds the lock until it is told to leave."""

    def __init__(self, lock: ReadWriteLock, *, write: bool) -> None:
        self.inside, self.leave = threading.Event(), threading.Event()
        self._block = lock.writing if write else lock.reading
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        with self._block():
            self.inside.set()
            self.leave.wait(WAIT)

    def end(self) -> None:
        """Lets the thread go."""
        assert self.inside.wait(WAIT)
        self.leave.set()
        self.thread.join(WAIT)


def queued(lock: ReadWriteLock, readers: int, writers: int) -> None:
    """Returns once that many wait in the lock's queue; pytest's own limit ends it if never."""
    while (lock._waiting_readers, lock._waiting_writers) != (readers, writers):
        time.sleep(0)  # only lets the other threads go on


def test_readers_share() -> None:
    """Readers are inside together."""
    lock = ReadWriteLock()
    probes = [Probe(lock, write=False) for _ in range(3)]
    assert all(probe.inside.wait(WAIT) for probe in probes)
    for probe in probes:
        probe.end()


def test_writer_is_alone() -> None:
    """A writer waits for the readers inside, and keeps out readers and writers."""
    lock = ReadWriteLock()
    reader = Probe(lock, write=False)
    assert reader.inside.wait(WAIT)
    writer = Probe(lock, write=True)
    queued(lock, 0, 1)
    assert not writer.inside.is_set()
    reader.end()
    assert writer.inside.wait(WAIT)
    late_reader, late_writer = Probe(lock, write=False), Probe(lock, write=True)
    queued(lock, 1, 1)
    assert not late_reader.inside.is_set()
    assert not late_writer.inside.is_set()
    writer.end()
    late_reader.end()
    late_writer.end()


def test_readers_and_writers_take_turns() -> None:
    """A reader that queued behind a writer goes before the next writer; new ones go after it."""
    lock = ReadWriteLock()
    first = Probe(lock, write=True)
    assert first.inside.wait(WAIT)
    reader, second = Probe(lock, write=False), Probe(lock, write=True)
    queued(lock, 1, 1)
    first.end()
    assert reader.inside.wait(WAIT)
    assert not second.inside.is_set()
    newcomer = Probe(lock, write=False)
    queued(lock, 1, 1)
    reader.end()
    assert second.inside.wait(WAIT)
    assert not newcomer.inside.is_set()
    second.end()
    newcomer.end()


@pytest.mark.parametrize("write", [True, False])
def test_error_inside_releases(write: bool) -> None:
    """An error inside a block leaves the lock free."""
    lock = ReadWriteLock()
    with pytest.raises(ZeroDivisionError), lock.writing() if write else lock.reading():
        _ = 1 / 0
    Probe(lock, write=True).end()
    Probe(lock, write=False).end()


@pytest.mark.parametrize("write", [True, False])
def test_interrupted_wait(write: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever is interrupted while waiting leaves no trace in the queue."""
    lock = ReadWriteLock()
    holder = Probe(lock, write=True)
    assert holder.inside.wait(WAIT)

    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(lock._changed, "wait_for", interrupt)
        with pytest.raises(KeyboardInterrupt), lock.writing() if write else lock.reading():
            pass
    holder.end()
    Probe(lock, write=True).end()
    Probe(lock, write=False).end()
    assert (lock._readers, lock._waiting_readers, lock._waiting_writers) == (0, 0, 0)
