"""Work behind whoever asked for it: in order, and given up at once when the bot stops."""

from collections.abc import Iterator
from threading import Event

import pytest

from bot.background import Background, Stopped

LONG = 30.0
"""Nothing here takes so long unless it is broken."""


@pytest.fixture
def behind() -> Iterator[Background]:
    """The thread's work, ended after the test."""
    made = Background("test")
    yield made
    made.close(LONG)


def test_first_come_first_served(behind: Background, caplog: pytest.LogCaptureFixture) -> None:
    """Work is done in order; what fails is logged, and hinders nothing."""
    done: list[int] = []
    ended = Event()
    behind.put(lambda: done.append(1))
    behind.put(lambda: 1 / 0)
    behind.put(lambda: done.append(2))
    behind.put(ended.set)
    assert ended.wait(LONG)
    assert done == [1, 2]
    assert "ZeroDivisionError" in caplog.text


def test_end_gives_work_up(behind: Background) -> None:
    """What runs ends at its next check, what waits is not begun, and nothing more is taken."""
    begun, go_on = Event(), Event()
    done: list[str] = []

    def work() -> None:
        begun.set()
        go_on.wait(LONG)
        behind.check()
        done.append("ran")

    behind.put(work)
    behind.put(lambda: done.append("waited"))
    assert begun.wait(LONG)
    behind.stop()
    behind.put(lambda: done.append("late"))
    go_on.set()
    behind.close(LONG)
    assert done == []
    with pytest.raises(Stopped):
        behind.check()


def test_end_waits_for_nothing_that_does_not_listen(behind: Background) -> None:
    """Work without a check is left behind by a thread that no exit waits for."""
    begun, go_on = Event(), Event()

    def work() -> None:
        begun.set()
        go_on.wait(LONG)

    behind.put(work)
    assert begun.wait(LONG)
    behind.close(0)
    assert behind._thread is not None
    assert behind._thread.is_alive()
    assert behind._thread.daemon
    go_on.set()


def test_thread_begins_with_the_first_work(behind: Background) -> None:
    """Whoever has nothing done has no thread."""
    behind.close()
    assert behind._thread is None
