"""A lock in the order it was asked for."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock

import pytest

from embedding.turns import Turns


def test_whoever_waits_is_next() -> None:
    """One who gives it back and asks again at once comes after one who was waiting."""
    turns, order = Turns(), []
    waiting = Event()

    def live() -> None:
        waiting.set()
        with turns:
            order.append("live")

    with ThreadPoolExecutor(1) as pool:
        with turns:
            asked = pool.submit(live)
            waiting.wait()
            while not turns._waiting:  # it is in line a moment after it said so
                pass
        with turns:
            order.append("long")
        asked.result()
    assert order == ["live", "long"]


def test_one_at_a_time() -> None:
    """Of many threads never two are inside, and all come through."""
    turns, inside, through = Turns(), Lock(), []

    def come(number: int) -> None:
        for _ in range(50):
            with turns:
                assert inside.acquire(blocking=False)
                through.append(number)
                inside.release()

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(come, range(6)))
    assert len(through) == 300


def test_an_error_inside_gives_it_back() -> None:
    """Whoever fails inside holds up nobody."""
    turns = Turns()
    with pytest.raises(KeyError), turns:
        raise KeyError
    with turns:
        pass
