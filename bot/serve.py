"""Keeps a client connected to Discord, through Discord's own outages, until told to stop."""

import asyncio
import contextlib
import logging
import signal
from collections.abc import Callable, Iterator

import aiohttp
import discord

from bot.refusals import GatewayRefused, LoginRefused

_log = logging.getLogger(__name__)

FIRST_PAUSE_S, LONGEST_PAUSE_S = 2.0, 300.0
# Close codes after which connecting again cannot help (Discord, "Gateway Close Event Codes").
_TOKEN_REFUSED = 4004
_FINAL = {4010, 4011, 4012, 4013, 4014}


async def serve(make_client: Callable[[], discord.Client], token: str) -> None:
    """Connect and stay connected; returns after SIGTERM, once what is in flight has ended.

    discord.py rides out a lost gateway by itself; this starts it again where it gives up: when
    Discord is down at the start. Raises LoginRefused or GatewayRefused.
    """
    stopping = asyncio.Event()
    with _on_sigterm(stopping.set):
        pause = FIRST_PAUSE_S
        while not stopping.is_set():
            client = make_client()
            try:
                await _until(stopping, client, token)
                stopping.set()
            except (aiohttp.ClientError, OSError, discord.GatewayNotFound) as error:
                _log.warning("Discord is out of reach (%s); next try in %.0f s", error, pause)
            except discord.HTTPException as error:
                if error.status < 500:
                    raise
                _log.warning("Discord answers %s; next try in %.0f s", error.status, pause)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), pause)
            pause = min(2 * pause, LONGEST_PAUSE_S)


async def _until(stopping: asyncio.Event, client: discord.Client, token: str) -> None:
    async with client:
        running = asyncio.create_task(client.start(token))
        stop = asyncio.create_task(stopping.wait())
        try:
            await asyncio.wait({running, stop}, return_when=asyncio.FIRST_COMPLETED)
            await client.close()
            await running
        except discord.LoginFailure as error:
            raise LoginRefused from error
        except discord.ConnectionClosed as error:
            if error.code == _TOKEN_REFUSED:
                raise LoginRefused from error
            if error.code in _FINAL:
                raise GatewayRefused(error.code) from error
            raise ConnectionError(f"gateway closed with {error.code}") from error
        finally:
            stop.cancel()
            running.cancel()


@contextlib.contextmanager
def _on_sigterm(do: Callable[[], None]) -> Iterator[None]:
    loop = asyncio.get_running_loop()
    try:
        loop.add_signal_handler(signal.SIGTERM, do)
    except (NotImplementedError, RuntimeError):  # Windows, or not the main thread
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGTERM)
