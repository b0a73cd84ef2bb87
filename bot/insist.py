"""Answers that are sent once more when the connection breaks under them."""

import asyncio
from collections.abc import Sequence
from typing import Any

import aiohttp
import discord
from discord.http import Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

# Together well below the three seconds that an acknowledgement may take.
PAUSES_S = (0.1, 0.4, 1.0)
_ACKNOWLEDGED = 40060


class InsistentAdapter(AsyncWebhookAdapter):
    """Sends what answers an interaction again after a broken connection.

    discord.py does so itself after errors that Discord answers, but takes only the error numbers
    of macOS and Windows for a broken connection. What might be said twice is not sent again: a
    further message that may have arrived. An acknowledgement is, for Discord takes only one.
    """

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # discord.py's

    async def request(  # noqa: D102  # as in the base class
        self,
        route: Route,
        session: aiohttp.ClientSession,
        *,
        files: Sequence[discord.File] | None = None,
        **more: Any,  # noqa: ANN401  # handed on
    ) -> Any:  # noqa: ANN401  # JSON
        if not _acknowledges(route):
            return await self._insist(route, session, files=files, **more)
        # Discord would tell the whole message again, which nobody here looks at.
        await self._insist(route, session, files=files, **more | {"params": None})
        return {"interaction": {"id": route.webhook_id, "type": 0}}

    async def _insist(
        self,
        route: Route,
        session: aiohttp.ClientSession,
        *,
        files: Sequence[discord.File] | None,
        **more: Any,  # noqa: ANN401  # handed on
    ) -> Any:  # noqa: ANN401  # JSON
        for pause in PAUSES_S:
            try:
                return await super().request(route, session, files=files, **more)
            except (OSError, aiohttp.ServerDisconnectedError) as error:
                if not _may_repeat(route, error):
                    raise
            except discord.HTTPException as error:
                if error.code != _ACKNOWLEDGED or pause == PAUSES_S[0]:
                    raise
                # It had arrived, and only Discord's answer was lost.
                return None
            await asyncio.sleep(pause)
            for file in files or ():
                file.reset(seek=True)
        return await super().request(route, session, files=files, **more)


def _may_repeat(route: Route, error: Exception) -> bool:
    never_sent = isinstance(error, aiohttp.ClientConnectorError)
    return never_sent or route.method != "POST" or _acknowledges(route)


def _acknowledges(route: Route) -> bool:
    return route.path.endswith("/callback")


def insist() -> None:
    """Let this task, and those that it starts, answer so."""
    # discord.py has no public place for the sending of answers. A stand-in's own way stays.
    if type(async_context.get()) is AsyncWebhookAdapter:
        async_context.set(InsistentAdapter())
