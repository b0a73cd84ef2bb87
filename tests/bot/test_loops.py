"""Which event loop the bot runs on."""

import asyncio
import sys

import pytest

from bot.loops import new_loop


def test_loop_is_the_fast_one_where_there_is_one() -> None:
    """Where uvloop is installed the bot runs on its loop."""
    uvloop = pytest.importorskip("uvloop")
    with asyncio.Runner(loop_factory=new_loop) as runner:
        assert isinstance(runner.get_loop(), uvloop.Loop)
        assert runner.run(asyncio.sleep(0, "done")) == "done"


def test_loop_is_pythons_own_without_uvloop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without uvloop the bot runs on Python's loop."""
    monkeypatch.setitem(sys.modules, "uvloop", None)
    with asyncio.Runner(loop_factory=new_loop) as runner:
        assert isinstance(runner.get_loop(), asyncio.BaseEventLoop)
        assert runner.run(asyncio.sleep(0, "done")) == "done"
