"""A local stand-in for Discord that the unchanged discord.py client connects to."""

import asyncio
import secrets
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from random import Random
from typing import Any, Self

import discord
import yarl
from aiohttp import web

from bot.local import errors
from bot.local.actions import Actions
from bot.local.commands import Commands
from bot.local.exchange import Choice, Person, Reply, SentMessage
from bot.local.faults import Faults
from bot.local.gateway import Gateway
from bot.local.interactions import Interactions
from bot.local.pending import Patience, Pending
from bot.local.places import Place
from bot.local.rest.app import API, RestApp
from bot.local.rest.applications import ApplicationRoutes
from bot.local.rest.channels import ChannelRoutes
from bot.local.rest.files import Files
from bot.local.rest.guilds import GuildRoutes
from bot.local.rest.interactions import InteractionRoutes
from bot.local.rest.limits import RateLimits
from bot.local.snowflakes import Snowflakes
from bot.local.state import Json, World
from bot.local.town import Town
from bot.local.widgets import Value


class LocalDiscord(Town):
    """An aiohttp server on `host` speaking the part of Discord that a bot needs.

    Opens with one server, "Warmer local", with a #general channel. Times are in seconds: `clock`
    dates messages and ids and ends tokens after 15 minutes; `ack_s` is how long an
    acknowledgement may take; a Reply settles when nothing has come for `settle_s` (0: at the first
    answer), or `deferred_s` after "thinking…", or `silent_s` after a deferred update.
    Under one `identity` servers, channels and people have the same ids in every run, by name.
    `enforce_limits` keeps Discord's known rate limits, by `limit_clock`, instead of generous ones.
    `faults` orders faults of the REST side, `gateway` those of the connection.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        token: str | None = None,
        clock: Callable[[], float] = time.time,
        rng: Random | None = None,
        identity: str | None = None,
        name: str = "Warmer",
        settle_s: float = 0.03,
        ack_s: float = 3.0,
        deferred_s: float = 15.0,
        silent_s: float = 15.0,
        heartbeat_s: float = 41.25,
        shards: int = 1,
        enforce_limits: bool = False,
        limit_clock: Callable[[], float] = time.time,
    ) -> None:
        self.token = token or secrets.token_urlsafe(32)
        self.faults = Faults()
        self._host, self._port = host, port
        world = World(clock, Snowflakes(clock, rng=rng, identity=identity), name)
        self._commands = Commands(world)
        self._desk = Interactions(world)
        gateway = Gateway(
            world,
            self.faults,
            self.token,
            heartbeat_s=heartbeat_s,
            address=lambda: self.gateway_url,
        )
        super().__init__(world, gateway)
        patience = Patience(ack_s, settle_s, deferred_s, silent_s)
        self._actions = Actions(world, self._commands, gateway, self._desk, self.faults, patience)
        self._rest = RestApp(
            self.token, self.faults, RateLimits(limit_clock, enforced=enforce_limits)
        )
        self._shards = shards
        self._runner: web.AppRunner | None = None

    # Running it.

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Listen. Raises OSError where the port is taken."""
        app = self._application()
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        try:
            await site.start()
        except OSError:
            await self._runner.cleanup()
            raise
        self._port = self._runner.addresses[0][1]
        self._actions.cdn = self.url

    async def stop(self) -> None:
        """Close every connection and stop listening."""
        self._desk.settle_all()
        await self.gateway.stop()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    @property
    def url(self) -> str:
        """The server's address, as http://host:port."""
        return f"http://{self._host}:{self._port}"

    @property
    def gateway_url(self) -> str:
        """The gateway's address."""
        return f"ws://{self._host}:{self._port}/gateway"

    def pointed(self) -> AbstractContextManager[None]:
        """Point discord.py at this server; what it pointed at comes back on exit."""
        return pointed(self.url, self.gateway_url)

    async def wait_ready(self, timeout: float = 10.0) -> None:  # noqa: ASYNC109
        """Wait until every shard of the bot is connected. Raises NotReady."""
        await _within(self.gateway.wait_ready(), "ready", timeout)

    async def wait_commands(self, timeout: float = 10.0) -> None:  # noqa: ASYNC109
        """Wait until the bot has registered commands. Raises NotReady."""
        await _within(self._commands.synced.wait(), "commands", timeout)

    async def wait_idle(self) -> None:
        """Wait until no REST request is under way."""
        await self._rest.idle()

    # What is there.

    @property
    def commands(self) -> list[Json]:
        """The commands offered in the first server, as the bot registered them."""
        return self._commands.offered(self.guild_id)

    @property
    def unknown_routes(self) -> list[tuple[str, str]]:
        """The (method, path) pairs that were asked for and do not exist here."""
        return self._rest.unknown_routes

    @property
    def requests(self) -> int:
        """How many REST requests were served."""
        return self._rest.requests

    def set_locale(self, person: Person, locale: str) -> None:
        """Set the language of a person's client, such as "fr"; it is "en-US" at first."""
        self._actions.locales[person.id] = locale

    def patience(self, **seconds: float) -> None:
        """Change `ack_s`, `settle_s`, `deferred_s` or `silent_s` from the next action on."""
        names = {
            "ack_s": "ack",
            "settle_s": "quiet",
            "deferred_s": "deferred",
            "silent_s": "silent",
        }
        changed = {names[key]: value for key, value in seconds.items()}
        self._actions.patience = replace(self._actions.patience, **changed)

    # What people do. All raise LocalError where Discord's client would block them.

    async def slash(
        self,
        person: Person,
        name: str,
        options: Mapping[str, Any] | None = None,
        *,
        channel_id: int | None = None,
        guild: bool | int | None = None,
    ) -> Reply:
        """Use a slash command, "practice stop" for a subcommand; `guild=False` for a DM."""
        place = self._place(person, channel_id, guild)
        return self._reply(await self._actions.slash(person, place, name, options or {}))

    async def complete(
        self,
        person: Person,
        name: str,
        options: Mapping[str, Any],
        focused: str,
        *,
        channel_id: int | None = None,
        guild: bool | int | None = None,
    ) -> list[Choice]:
        """Return the suggestions for option `focused`, whose text so far is in `options`."""
        place = self._place(person, channel_id, guild)
        return await self._actions.complete(person, place, name, options, focused)

    async def context_menu(
        self,
        person: Person,
        name: str,
        target: Person | SentMessage,
        *,
        channel_id: int | None = None,
        guild: bool | int | None = None,
    ) -> Reply:
        """Use a command from the menu of a person or a message."""
        place = self._place(person, channel_id, guild)
        if isinstance(target, Person):
            return self._reply(await self._actions.context_menu(person, place, name, target))
        stored = self._actions.stored(person, target)
        return self._reply(await self._actions.context_menu(person, place, name, stored))

    async def click(self, person: Person, message: SentMessage | int, custom_id: str) -> Reply:
        """Press a button of a message."""
        return self._reply(await self._actions.click(person, message, custom_id))

    async def select(
        self, person: Person, message: SentMessage | int, custom_id: str, values: Sequence[object]
    ) -> Reply:
        """Choose values in a select menu of a message."""
        return self._reply(await self._actions.select(person, message, custom_id, values))

    async def submit(
        self, person: Person, modal_custom_id: str, values: Mapping[str, Value]
    ) -> Reply:
        """Submit the form that the bot opened for this person."""
        return self._reply(await self._actions.submit(person, modal_custom_id, values))

    def redeliver(self) -> None:
        """Deliver the last interaction to the bot once more."""
        self._actions.redeliver()

    # Inside.

    def _application(self) -> web.Application:
        world = self._world

        def cdn() -> str:
            return self.url

        app = self._rest.application(
            [
                *InteractionRoutes(world, self._desk, cdn).routes(),
                *ChannelRoutes(world, self.gateway, cdn).routes(),
                *ApplicationRoutes(
                    world, self._commands, lambda: self.gateway_url, self._shards
                ).routes(),
                *GuildRoutes(world).routes(),
            ]
        )
        Files(world).add_to(app)
        app.router.add_get("/gateway", self.gateway.handle)
        app.router.add_get("/gateway/", self.gateway.handle)
        return app

    def _place(self, person: Person, channel_id: int | None, guild: bool | int | None) -> Place:
        if channel_id is None and guild is False:
            channel_id = self._world.direct_channel(person.id).id
        elif channel_id is None:
            named = None if guild is None or guild is True else guild
            channel_id = self.channels(named)[0].id
        return self._actions.place(person, channel_id)

    def _reply(self, pending: Pending) -> Reply:
        return pending.reply(self._world)


@contextmanager
def pointed(url: str, gateway_url: str) -> Iterator[None]:
    """Point discord.py at the local Discord there, in whatever process that is."""
    http, gateway, asset = discord.http.Route, discord.gateway.DiscordWebSocket, discord.Asset
    before = (http.BASE, gateway.DEFAULT_GATEWAY, asset.BASE)
    http.BASE, gateway.DEFAULT_GATEWAY, asset.BASE = url + API, yarl.URL(gateway_url), url
    try:
        yield
    finally:
        http.BASE, gateway.DEFAULT_GATEWAY, asset.BASE = before


async def _within(awaited: Any, what: str, seconds: float) -> None:  # noqa: ANN401
    try:
        await asyncio.wait_for(awaited, seconds)
    except TimeoutError:
        raise errors.NotReady(what, seconds) from None
