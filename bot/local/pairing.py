"""Runs a discord.py client against local Discord for the length of a block."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import discord

from bot.local.server import LocalDiscord

# discord.py calls itself ready this many seconds after the last server came; it is 2 by default.
# Pass it to the client: Client(intents=…, guild_ready_timeout=GUILD_READY_S).
GUILD_READY_S = 0.05


@asynccontextmanager
async def running(client: discord.Client, local: LocalDiscord) -> AsyncIterator[discord.Client]:
    """Start a client on a started server, yield it when ready, and close it without loose ends.

    Raises what the client's start raises, discord.LoginFailure for one.
    """
    with local.pointed():
        async with client:
            run = asyncio.create_task(client.start(local.token))
            try:
                await _until_ready(client, run)
                yield client
                await local.wait_idle()
            finally:
                await client.close()
                await asyncio.gather(run, return_exceptions=True)


async def _until_ready(client: discord.Client, run: asyncio.Task[None]) -> None:
    ready = asyncio.create_task(client.wait_until_ready())
    await asyncio.wait({ready, run}, return_when=asyncio.FIRST_COMPLETED)
    if not ready.done():
        ready.cancel()
        await run
