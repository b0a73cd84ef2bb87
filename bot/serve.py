"""Keeps a client connected to Discord, through Discord's own outages, until told to stop."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Iterator
from typing import NamedTuple

import aiohttp
import discord

from bot.refusals import GatewayRefused, LoginRefused

_log = logging.getLogger(__name__)

FIRST_PAUSE_S, LONGEST_PAUSE_S = 2.0, 300.0
# Close codes after which connecting again cannot help (Discord, "Gateway Close Event Codes").
_TOKEN_REFUSED, _INTENTS_REFUSED = 4004, 4014
_FINAL = {4010, 4011, 4012, 4013, _INTENTS_REFUSED}


def pauses() -> Iterator[float]:
    """Seconds to wait before each new try: longer and longer, up to five minutes."""
    pause = FIRST_PAUSE_S
    while True:
        yield pause
        pause = min(2 * pause, LONGEST_PAUSE_S)


async def serve(
    make_client: Callable[[], discord.Client],
    token: str,
    waits: Callable[[], Iterator[float]] = pauses,
) -> None:
    """Connect and stay connected; returns after SIGTERM or SIGINT, once all is answered.

    A second signal ends the process at once. discord.py rides out a lost gateway by itself; this
    starts it again where it gives up: when Discord is down at the start, or it fails after it had
    been connected. Raises LoginRefused or GatewayRefused.
    """
    stopping = asyncio.Event()
    with _on_signals(stopping):
        tries = waits()
        while not stopping.is_set():
            outage = await _until(stopping, make_client(), token)
            if outage is None:
                return
            if outage.was_up:  # a new outage, a new row of pauses
                tries = waits()
            pause = next(tries)
            _log.warning("%s; next try in %.0f s", outage.reason, pause)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), pause)


class _Outage(NamedTuple):
    """Why Discord is out of reach for now, and whether the client had been connected before."""

    reason: str
    was_up: bool


async def _until(stopping: asyncio.Event, client: discord.Client, token: str) -> _Outage | None:
    """Run a client until `stopping`: None then, else why it ended before."""
    async with client:
        running = asyncio.create_task(client.start(token))
        stop = asyncio.create_task(stopping.wait())
        # A client that has ended does not know any more whether it ever was ready.
        up = asyncio.create_task(client.wait_until_ready())
        try:
            await asyncio.wait({running, stop}, return_when=asyncio.FIRST_COMPLETED)
            if not running.done():
                await client.close()
                return None
            return await _outage(running, was_up=up.done())
        finally:
            for task in (stop, up, running):
                task.cancel()
            await asyncio.gather(stop, up, running, return_exceptions=True)


async def _outage(ended: asyncio.Task[None], *, was_up: bool) -> _Outage | None:
    reason = await _reason(ended, was_up=was_up)
    return None if reason is None else _Outage(reason, was_up)


async def _reason(ended: asyncio.Task[None], *, was_up: bool) -> str | None:
    try:
        await ended
    except discord.LoginFailure as error:
        raise LoginRefused from error
    except discord.PrivilegedIntentsRequired as error:
        raise GatewayRefused(_INTENTS_REFUSED) from error
    except discord.ConnectionClosed as error:
        if error.code == _TOKEN_REFUSED:
            raise LoginRefused from error
        if error.code in _FINAL:
            raise GatewayRefused(error.code) from error
        return f"Discord closed the gateway ({error.code})"
    except (aiohttp.ClientError, OSError, discord.GatewayNotFound) as error:
        return f"Discord is out of reach ({error})"
    except discord.HTTPException as error:
        if error.status < 500:
            raise
        return f"Discord answers {error.status}"
    except Exception as error:
        if not was_up:  # it would fail so at every start
            raise
        _log.exception("the client failed")
        return f"the client failed ({type(error).__name__})"
    return None


@contextlib.contextmanager
def _on_signals(stopping: asyncio.Event) -> Iterator[None]:
    loop = asyncio.get_running_loop()

    def stop(number: int) -> None:
        if stopping.is_set():
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        _log.info("stopping once all is answered; a second signal ends it at once")
        stopping.set()

    numbers = (signal.SIGTERM, signal.SIGINT)
    try:
        for number in numbers:
            loop.add_signal_handler(number, stop, number)
    except (NotImplementedError, RuntimeError):  # Windows, or not the main thread
        yield
        return
    try:
        yield
    finally:
        for number in numbers:
            loop.remove_signal_handler(number)
