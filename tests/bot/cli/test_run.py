"""`warmer run`, against a local Discord in another thread."""

import asyncio
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from bot.local.server import LocalDiscord


@pytest.fixture
def local() -> Iterator[LocalDiscord]:
    """Local Discord on a loop and a thread of its own; discord.py is pointed at it."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def there(work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, loop).result(30)

    async def make() -> LocalDiscord:
        server = LocalDiscord()
        await server.start()
        return server

    server: LocalDiscord = there(make())
    with server.pointed():
        yield server
    there(server.stop())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def test_wrong_token(local: LocalDiscord, warmer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token that Discord does not take ends it with 77 and where to get another."""
    monkeypatch.setenv("WARMER_DISCORD_TOKEN", "not.a.token")
    ended = warmer("run")
    assert ended.code == 77
    assert "does not accept the token" in ended.err.splitlines()[-1]
    assert "not.a.token" not in ended.err
    assert "Traceback" not in ended.err
