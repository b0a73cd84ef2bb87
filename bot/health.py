"""Answers over HTTP whether the bot is alive and ready, and with its figures."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

import discord
from aiohttp import web

from bot.app import App
from bot.refusals import PortTaken
from bot.watchdog import Watchdog

PROBE_S = 1.0
"""How long the database may take to answer."""
TICK_LIMIT_S = 180.0
"""The scheduler comes round at least every minute; it may miss two."""
LAG_LIMIT_S = 5.0
"""Discord gives up on an interaction after 3 seconds."""


@dataclass(frozen=True, slots=True)
class Part:
    """How one part does."""

    ok: bool
    detail: Mapping[str, object]


class Health:
    """Looks at the parts without which the bot does not do its work."""

    def __init__(
        self,
        app: App,
        read: Callable[[], object],
        client: Callable[[], discord.AutoShardedClient | None],
        watchdog: Watchdog,
    ) -> None:
        """`read` reads something from the database; `client` is the one at work, if any."""
        self._app, self._read, self._client = app, read, client
        self._watchdog = watchdog
        self._reading: asyncio.Task[object] | None = None

    def alive(self) -> Part:
        """Whether the loop comes round in time."""
        worst = self._watchdog.worst
        return Part(worst < LAG_LIMIT_S, {"loop_lag_s": round(worst, 3)})

    async def ready(self) -> dict[str, Part]:
        """Every part by its name."""
        return {
            "gateway": self._gateway(),
            "database": await self._database(),
            "scheduler": self._scheduler(),
        }

    def _gateway(self) -> Part:
        client = self._client()
        if client is None:
            return Part(ok=False, detail={"shards": {}})
        shards = {str(number): not shard.is_closed() for number, shard in client.shards.items()}
        connected = client.is_ready() and bool(shards) and all(shards.values())
        return Part(connected, {"shards": shards})

    async def _database(self) -> Part:
        # One look at a time: where the database hangs, looks must not take up every worker.
        if self._reading is None or self._reading.done():
            self._reading = asyncio.create_task(self._look())
        try:
            await asyncio.wait_for(asyncio.shield(self._reading), PROBE_S)
        except TimeoutError:
            return Part(ok=False, detail={"error": "no answer"})
        except Exception as error:  # noqa: BLE001  # whatever it is, the database is not ready
            return Part(ok=False, detail={"error": type(error).__name__})
        return Part(ok=True, detail={})

    async def _look(self) -> object:
        return await self._app.workers.call(self._read)

    def _scheduler(self) -> Part:
        age = self._app.tick.age(self._app.clock())
        detail = {"tick_age_s": None if age is None else round(age, 1)}
        return Part(age is not None and age < TICK_LIMIT_S, detail)


@asynccontextmanager
async def listening(
    host: str, port: int, health: Health, page: Callable[[], bytes], content_type: str
) -> AsyncIterator[int]:
    """Answer /healthz, /readyz and /metrics for the length of a block; yields the port.

    Raises PortTaken.
    """

    async def healthz(_: web.Request) -> web.Response:
        return _answer({"loop": health.alive()})

    async def readyz(_: web.Request) -> web.Response:
        return _answer(await health.ready())

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(body=page(), headers={"Content-Type": content_type})

    app = web.Application()
    app.add_routes(
        [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)]
    )
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise PortTaken(port) from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _answer(parts: Mapping[str, Part]) -> web.Response:
    ok = all(part.ok for part in parts.values())
    told = {name: {"ok": part.ok, **part.detail} for name, part in parts.items()}
    return web.json_response({"ok": ok, **told}, status=200 if ok else 503)
