"""Notices who has gone, and has purged what is theirs once that is due."""

import logging
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from typing import ParamSpec, TypeVar

import aiohttp
import discord

from bot.busy import Overloaded
from bot.client import WarmerClient
from game.purging import Due
from store.errors import StoreError

P = ParamSpec("P")
T = TypeVar("T")
_log = logging.getLogger(__name__)

UNKNOWN_MEMBER = 10007
PURGED, LOOKED_FOR = 50, 20
"""How many are purged, and how many members looked for, each time the scheduler comes round."""


class Departures:
    """Listens to servers coming and going; all methods belong to the event loop.

    Discord tells no bot without the privileged intent who leaves a server, so idle members are
    looked for now and then, each on a day of their own.
    """

    def __init__(self, client: WarmerClient) -> None:
        self._client = client
        self._app = client.app
        self._day: date | None = None
        self._due: deque[Due] = deque()
        self._doubtful: deque[tuple[int, int]] = deque()

    async def joined(self, guild: discord.Guild) -> None:
        """A server has invited the bot: again, perhaps."""
        await self._try(self._app.purging.come_back, guild.id)

    async def removed(self, guild: discord.Guild) -> None:
        """A server has removed the bot. Outages do not lead here."""
        if await self._try(self._app.purging.leave, guild.id, 0, self._app.clock()):
            _log.info("server %s removed the bot: its data is kept for a while", guild.id)

    async def ready(self) -> None:
        """Settle what happened while the bot was away.

        Discord names every server the bot is in, those that are unavailable too. A process judges
        the servers of its own shards only.
        """
        known = await self._try(self._app.purging.known)
        if known is None:
            return
        present = {guild.id for guild in self._client.guilds}
        absent = {server for server in known if self._ours(server)} - present
        news = await self._try(self._app.purging.settle, absent, present, self._app.clock())
        if news:
            _log.info("servers that came or went while the bot was away: %d", news)

    async def come_round(self, now: datetime) -> None:
        """Once a day find what is due, and do some of it; raises nothing."""
        app = self._app
        if self._day != now.date():
            begun = await self._try(app.purging.begin_day, now.date())
            self._day = self._day if begun is None else now.date()
            if begun:
                await self._plan(now)
        for _ in range(min(PURGED, len(self._due))):
            due = self._due.popleft()
            if await self._try(app.purging.purge, due, now, app.settings.terms):
                await self._try(self._unlearn, due)
                # No ids: a member's own place has the member's.
                _log.info("purged a %s: %s", "member" if due.member_id else "place", due.reason)
        for _ in range(min(LOOKED_FOR, len(self._doubtful))):
            await self._look_for(*self._doubtful.popleft())

    def _unlearn(self, due: Due) -> None:
        """Take what is purged out of the recommender's models, as the store has done."""
        if due.member_id:
            where = [due.server_id] if due.server_id else None
            self._app.recommender.unlearn(due.member_id, where)
        else:
            self._app.recommender.drop(due.server_id)

    async def _plan(self, now: datetime) -> None:
        app = self._app
        terms = app.settings.terms
        self._due = deque(await self._try(app.purging.due, now, terms) or ())
        guilds = set(await self._try(app.purging.known) or ())
        doubtful = await self._try(app.purging.doubtful, now, terms.keep) or ()
        self._doubtful = deque(pair for pair in doubtful if pair[0] in guilds)
        if self._client.is_ready():
            await self.ready()

    async def _look_for(self, server_id: int, member_id: int) -> None:
        try:
            # The plain route: the model's method needs the server in this process's cache.
            await self._client.http.get_member(server_id, member_id)
        except discord.HTTPException as error:
            if error.code == UNKNOWN_MEMBER:
                await self._try(self._app.purging.leave, server_id, member_id, self._app.clock())
        except (OSError, aiohttp.ClientError) as error:
            _log.info("nobody could be looked for: %r", error)

    def _ours(self, server_id: int) -> bool:
        count = self._client.shard_count or 1
        return (server_id >> 22) % count in self._client.shards

    async def _try(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        try:
            return await self._app.workers.call(work, *args, **kwargs)
        except (StoreError, Overloaded) as error:
            _log.warning("departures: not this time: %r", error)
            return None


def add_departures(client: WarmerClient) -> Departures:
    """Let the client notice who comes and goes."""
    departures = Departures(client)
    also(client, "on_guild_join", departures.joined)
    also(client, "on_guild_remove", departures.removed)
    also(client, "on_ready", departures.ready)
    return departures


def also(client: WarmerClient, event: str, listen: Callable[..., Awaitable[None]]) -> None:
    """Listen to an event beside whoever listens already: a client has one listener an event."""
    others = getattr(client, event, None)

    async def both(*arguments: object) -> None:
        await listen(*arguments)
        if others is not None:
            await others(*arguments)

    setattr(client, event, both)
