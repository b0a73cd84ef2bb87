"""Pictures are drawn once, and not too many are kept."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.pictures.cache import PictureCache


def test_drawn_once() -> None:
    """A kept picture is not drawn again."""
    cache, drawn = PictureCache(100), []
    for _ in range(3):
        assert cache.get("a", lambda: drawn.append(1) or b"picture") == b"picture"  # type: ignore[func-returns-value]  # counts
    assert len(drawn) == 1


def test_least_lately_used_goes_first() -> None:
    """Over the limit the one longest unused is forgotten, and the size never exceeds it."""
    cache = PictureCache(30)
    for key in "abc":
        cache.get(key, lambda: bytes(10))
    cache.get("a", lambda: pytest.fail("it is kept"))
    cache.get("d", lambda: bytes(10))
    assert cache.size == 30
    cache.get("a", lambda: pytest.fail("it is kept"))
    assert cache.get("b", lambda: b"drawn again") == b"drawn again"
    assert cache.size <= 30


def test_too_large_is_not_kept() -> None:
    """One picture larger than all room is given out, and pushes nothing out."""
    cache = PictureCache(10)
    cache.get("small", lambda: bytes(10))
    assert len(cache.get("large", lambda: bytes(11))) == 11
    assert cache.size == 10
    cache.get("small", lambda: pytest.fail("it is kept"))


def test_waits_for_one_that_is_being_drawn() -> None:
    """Of many who want the same picture at once, one draws and all get it."""
    cache, threads = PictureCache(100), 6
    begun, go, drawn = threading.Event(), threading.Event(), []

    def draw() -> bytes:
        drawn.append(threading.get_ident())
        begun.set()
        assert go.wait(10)
        return b"picture"

    with ThreadPoolExecutor(threads) as pool:
        first = pool.submit(cache.get, "a", draw)
        assert begun.wait(10)
        others = [pool.submit(cache.get, "a", draw) for _ in range(threads - 1)]
        assert cache.get("b", lambda: b"another") == b"another"  # nobody else is held up
        go.set()
        assert {x.result(10) for x in (first, *others)} == {b"picture"}
    assert len(drawn) == 1


def test_failure_is_not_kept() -> None:
    """Who waited is told of the failure too, and the next one draws anew."""
    cache = PictureCache(100)
    begun, go = threading.Event(), threading.Event()

    def fail() -> bytes:
        begun.set()
        assert go.wait(10)
        raise ZeroDivisionError

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(cache.get, "a", fail)
        assert begun.wait(10)
        second = pool.submit(cache.get, "a", fail)
        go.set()
        for waiting in (first, second):
            with pytest.raises(ZeroDivisionError):
                waiting.result(10)
    assert cache.get("a", lambda: b"picture") == b"picture"
