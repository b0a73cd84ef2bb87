"""Runs local Discord, the bot on it and the console, in one process."""

import errno
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from io import TextIOWrapper
from random import Random
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tzlocal

from bot.app import App, known_zone, open_app
from bot.build import build_client
from bot.busy import Overloaded
from bot.console.album import Album
from bot.console.lines import read_lines
from bot.console.session import Session
from bot.local.pairing import GUILD_READY_S, running
from bot.local.server import LocalDiscord
from bot.refusals import PortTaken
from bot.settings import Settings
from game.puzzles import Clock
from store.errors import StoreError

PATIENCE_S = 60.0
"""So long a line waits for an answer that was promised: the first model of a large shelf takes that
where the machine is busy, and what is piped in may end with this line."""


@dataclass(frozen=True, slots=True)
class Playing:
    """What the player asked for."""

    member: str
    day: date | None
    seed: int | None
    port: int
    as_json: bool
    interactive: bool


def _real() -> datetime:
    return datetime.now(UTC)


class PlayClock:
    """The time, moved by whole days as the player likes."""

    def __init__(self, zone: ZoneInfo, day: date | None, real: Clock = _real) -> None:
        self._zone = zone
        self._real = real
        self._moved = timedelta(0)
        if day is not None:
            self._move_to(day)

    def now(self) -> datetime:
        """The moment it is in the game."""
        return self._real() + self._moved

    def here(self) -> datetime:
        """The same moment in the server's time zone."""
        return self.now().astimezone(self._zone)

    async def go_to(self, day: date) -> None:
        """Move to a later day. Raises ValueError for an earlier one."""
        if day < self.here().date():
            raise ValueError(str(day))
        self._move_to(day)

    def _move_to(self, day: date) -> None:
        # By the clock on the wall: days around a change of clocks are not 24 hours long.
        there = datetime.combine(day, self.here().time(), self._zone)
        self._moved = there.astimezone(UTC) - self._real()


async def play_here(settings: Settings, options: Playing) -> None:
    """Play until the input ends. Raises PortTaken, StoreError or WordsError."""
    rng = None if options.seed is None else Random(str(options.seed))  # noqa: S311  # asked for
    async with _local(options) as local:
        zone = _zone(settings, local.guild_id)
        clock = PlayClock(zone, options.day)
        settings = settings.model_copy(update={"time_zone": zone.key})
        with open_app(settings, clock.now, rng) as app:
            async with _session(app, local, options, clock) as session:
                await _run(session, options)


def _zone(settings: Settings, server_id: int) -> ZoneInfo:
    """The zone the server began in; for a new one the operator's, else this machine's."""
    known = known_zone(settings, server_id)
    if known is not None:
        return ZoneInfo(known)
    if "time_zone" in settings.model_fields_set:
        return ZoneInfo(settings.time_zone)
    try:
        return ZoneInfo(tzlocal.get_localzone_name())
    except (ZoneInfoNotFoundError, ValueError, TypeError):
        return ZoneInfo(settings.time_zone)


@asynccontextmanager
async def _local(options: Playing) -> AsyncIterator[LocalDiscord]:
    # The same identity again is the same server and people: boards and streaks stay.
    identity = "play" if options.seed is None else f"play {options.seed}"
    local = LocalDiscord(port=options.port, identity=identity)
    if not options.interactive:  # at a keyboard a late answer is shown when it comes
        local.patience(deferred_s=PATIENCE_S, silent_s=PATIENCE_S)
    try:
        await local.start()
    except OSError as error:
        if error.errno in {errno.EADDRINUSE, errno.EACCES}:
            raise PortTaken(options.port) from error
        raise
    try:
        yield local
    finally:
        await local.stop()


@asynccontextmanager
async def _session(
    app: App, local: LocalDiscord, options: Playing, clock: PlayClock
) -> AsyncIterator[Session]:
    # The console shows commands in English alone; reading the others is a fifth of the start.
    client = build_client(app, guild_ready_timeout=GUILD_READY_S, translated=False)
    async with running(client, local):
        await local.wait_commands()
        person = local.add_person(options.member, admin=True)
        saved = Album(app.settings.cache / "play").save

        async def advance(day: date) -> None:
            await clock.go_to(day)
            with suppress(StoreError, Overloaded):  # what fell due is posted before the answer,
                await client.come_round()  # or else the next time

        session = Session(local, person, now=clock.here, advance=advance, saved=saved)
        try:
            yield session
        finally:
            session.close()


async def _run(session: Session, options: Playing) -> None:
    # prompt_toolkit and Rich take time and memory that a script at the other end need not pay.
    if options.interactive:
        from bot.console.chat import run_chat

        await run_chat(session)
    elif options.as_json:
        from bot.console.json_lines import run_json

        await run_json(session, read_lines(sys.stdin.fileno()), sys.stdout)
    else:
        from bot.console.plain import run_plain

        if isinstance(sys.stdout, TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")  # the bars and emoji, where only ASCII can be
        await run_plain(session, read_lines(sys.stdin.fileno()), sys.stdout)
