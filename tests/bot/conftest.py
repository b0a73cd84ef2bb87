"""The bot on a stage: the same scenes before our local Discord and before SimCord's."""

import json
import shutil
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Protocol

import pytest
import simcord
from sqlalchemy import func, select

import bot.app
from bot.app import App, open_app
from bot.build import build_client
from bot.client import WarmerClient
from bot.local.exchange import Person, Reply
from bot.local.pairing import GUILD_READY_S, running
from bot.local.server import LocalDiscord
from bot.settings import Settings
from bot.text import error_words
from game.model import Mode
from game.puzzles import Puzzles
from game.scoring import score
from game.turn import Choice, Turn
from store.engine import open_database
from store.schema import METADATA
from store.work import SqlGameStore

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
GENERAL, DIRECT = "general", "direct"


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    moment: datetime = NOON

    def __call__(self) -> datetime:
        """The time now."""
        return self.moment

    def next_day(self) -> date:
        """Move on by a day."""
        self.moment += timedelta(days=1)
        return self.moment.date()


@dataclass(frozen=True)
class Said:
    """What the bot answered: the last message of the answer, and how it came.

    `pings` are the ids of those whom it would have notified.
    """

    content: str
    embed: dict[str, Any] | None
    ephemeral: bool
    pings: tuple[int, ...]

    @property
    def title(self) -> str:
        """The embed's title."""
        return str((self.embed or {}).get("title", ""))

    @property
    def everything(self) -> str:
        """All that can be read in it, as one text."""
        return self.content + json.dumps(self.embed or {}, ensure_ascii=False)


class Hall(Protocol):
    """A stand-in for Discord which the bot plays before. Members and channels go by name."""

    @property
    def server_id(self) -> int:
        """The id of its one server."""

    def member(self, name: str) -> Any:
        """A member of the server as an option's value; made at first sight; has an `id`."""

    def channel_id(self, name: str, member: str) -> int:
        """The id of a channel; `direct` is the member's own with the bot."""

    async def slash(self, member: str, channel: str, command: str, options: dict[str, Any]) -> Said:
        """Use a command."""

    async def complete(self, member: str, command: str, option: str, typed: str) -> list[str]:
        """The values suggested for an option."""

    def be_patient(self) -> None:
        """Wait longer for further messages before an answer counts as whole."""

    async def outside(self, waiting: Awaitable[Any]) -> Any:
        """Await, in the bot's place, something that comes from outside."""

    async def restart(self, client: WarmerClient) -> None:
        """Stop the bot that plays, if any, and let another one play."""

    async def close(self) -> None:
        """End the play."""


class LocalHall:
    """Our local Discord, over real sockets."""

    def __init__(self, local: LocalDiscord) -> None:
        self.local = local
        self._people: dict[str, Person] = {}
        self._channels = {GENERAL: local.channel_id}
        self._playing = AsyncExitStack()

    @property
    def server_id(self) -> int:
        """The id of its one server."""
        return self.local.guild_id

    def member(self, name: str) -> Person:
        """A member, made at first sight."""
        if name not in self._people:
            self._people[name] = self.local.add_person(name)
        return self._people[name]

    def channel_id(self, name: str, member: str) -> int:
        """The id of a channel, made at first sight."""
        if name == DIRECT:
            return self.local.direct_channel(self.member(member))
        if name not in self._channels:
            self._channels[name] = self.local.add_channel(name)
        return self._channels[name]

    async def slash(self, member: str, channel: str, command: str, options: dict[str, Any]) -> Said:
        """Use a command."""
        where = self.channel_id(channel, member)
        reply = await self.local.slash(self.member(member), command, options, channel_id=where)
        return _told(reply)

    async def complete(self, member: str, command: str, option: str, typed: str) -> list[str]:
        """The values suggested for an option."""
        given = {option: typed, "word": "x"}
        choices = await self.local.complete(self.member(member), command, given, option)
        return [str(choice.value) for choice in choices]

    def be_patient(self) -> None:
        """Wait half a second."""
        self.local.patience(settle_s=0.5)

    async def outside(self, waiting: Awaitable[Any]) -> Any:
        """Await something that comes from outside."""
        return await waiting

    async def restart(self, client: WarmerClient) -> None:
        """Let another client play."""
        await self._playing.aclose()
        await self._playing.enter_async_context(running(client, self.local))

    async def close(self) -> None:
        """End the play."""
        await self._playing.aclose()


def _told(reply: Reply) -> Said:
    assert reply.acknowledged_ms is not None, "the bot did not answer in time"
    *_, last = [message for message in reply.messages if not message.deleted]
    embed = last.embeds[0] if last.embeds else None
    return Said(last.content, embed, last.ephemeral, last.pings)


class SimHall:
    """SimCord's simulated Discord, in process: an opinion that is not ours."""

    def __init__(self, expected: list[type[BaseException]]) -> None:
        self._expected = expected
        self._env: simcord.Env | None = None
        self._people: dict[str, Any] = {}
        self._channels: dict[str, Any] = {}

    @property
    def server_id(self) -> int:
        """The id of its one server."""
        return int(self._env.guild.id)

    def member(self, name: str) -> Any:
        """A member, made at first sight."""
        if name not in self._people:
            user = self._env.create_user(name)
            self._people[name] = (user, self._env.guild.add_member(user))
        return self._people[name][1]

    def channel_id(self, name: str, member: str) -> int:
        """The id of a channel, made at first sight."""
        return int(self._channel(name, member).id)

    def _channel(self, name: str, member: str) -> Any:
        if name == DIRECT:
            self.member(member)
            return self._people[member][0].dm_channel
        if name not in self._channels:
            self._channels[name] = self._env.guild.create_text_channel(name)
        return self._channels[name]

    async def slash(self, member: str, channel: str, command: str, options: dict[str, Any]) -> Said:
        """Use a command."""
        actor, where = self.member(member), self._channel(channel, member)
        if channel == DIRECT:
            result = await self._people[member][0].slash(command, **options)
        else:
            result = await actor.slash(where, command, **options)
        assert result.acknowledged, "the bot did not answer"
        last = [message for message in (result.response, *result.followups) if message][-1]
        stored = self._env.backend.get_message(last.channel_id, last.id)
        pings = (*stored.ping_user_ids, *stored.ping_role_ids, *([0] * stored.mention_everyone))
        embed = last.embeds[0].to_dict() if last.embeds else None
        return Said(last.content, embed, last.ephemeral, pings)

    async def complete(self, member: str, command: str, option: str, typed: str) -> list[str]:
        """The values suggested for an option."""
        where = self._channel(GENERAL, member)
        choices = await self.member(member).autocomplete(where, command, option, typed, word="x")
        return [str(choice["value"]) for choice in choices]

    def be_patient(self) -> None:
        """SimCord sees by itself when the bot is done."""

    async def outside(self, waiting: Awaitable[Any]) -> Any:
        """Await something that comes from outside: SimCord wants to be told of it."""
        return await self._env.external_wait(waiting, reason="the test holds a use case")

    async def restart(self, client: WarmerClient) -> None:
        """Let another client play."""
        if self._env is not None:
            await self._env.restart_bot(client)
            return
        self._env = simcord.Env(client, shard_count=1)
        await self._env.start()
        self._env.create_guild()

    async def close(self) -> None:
        """End the play; whatever the bot raised must be what it has words for, or expected."""
        await self._env.shutdown()
        # SimCord takes an error that a command raised for a failure even where the bot answered
        # it; reading `errors` is its way to take them over.
        for error in self._env.errors:
            cause = getattr(error, "original", None) or error.__cause__ or error
            if error_words(cause) is None and not isinstance(cause, tuple(self._expected)):
                raise error


@dataclass
class Stage:
    """An app, the bot on it, and a stand-in for Discord before which it plays."""

    settings: Settings
    hall: Hall
    clock: Clock = field(default_factory=Clock)
    seed: int = 1
    expected: list[type[BaseException]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._opened = AsyncExitStack()
        self.app: App
        self.client: WarmerClient

    async def open(self) -> None:
        """Open the app and let the bot play; where it plays already, this is a restart."""
        opened, self._opened = self._opened, AsyncExitStack()
        self.app = self._opened.enter_context(
            open_app(self.settings, self.clock, Random(self.seed))
        )
        self.client = build_client(self.app, guild_ready_timeout=GUILD_READY_S)
        await self.hall.restart(self.client)
        await opened.aclose()

    async def close(self) -> None:
        """End the play and close the app."""
        await self.hall.close()
        await self._opened.aclose()

    async def use(
        self, member: str, command: str, channel: str = GENERAL, /, **options: Any
    ) -> Said:
        """Let a member use a command, and return the answer."""
        return await self.hall.slash(member, channel, command, options)

    async def guess(
        self, member: str, word: str, channel: str = GENERAL, /, **options: Any
    ) -> Said:
        """Let a member guess."""
        return await self.use(member, "guess", channel, word=word, **options)

    def id(self, member: str) -> int:
        """A member's id."""
        return int(self.hall.member(member).id)

    def secret(self, member: str, channel: str = GENERAL, puzzle: Choice | None = None) -> str:
        """What the member's puzzle hides, found behind the bot's back."""
        store = SqlGameStore(self.app.database)
        puzzles = Puzzles(store, self.app.table, self.clock, Random(self.seed), "UTC")
        own = self.id(member)
        server = own if channel == DIRECT else self.hall.server_id
        turn = Turn(server, self.hall.channel_id(channel, member), own, None, puzzle)
        return puzzles.find(turn).puzzle.secret

    def words(self, secret: str) -> list[str]:
        """Every word that can be guessed, the nearest to the secret (itself) first."""
        table = self.app.table
        row = table.row(secret)
        assert row is not None
        return [table.words[row] for row in score(table, row).order.tolist()]

    def rows(self) -> dict[str, int]:
        """How many rows each table has."""
        with self.app.database.reading() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in METADATA.sorted_tables
            }

    def entries(self) -> int:
        """How many words stand on all boards together."""
        return self.rows()["entries"]


@pytest.fixture
def modes() -> type[Mode]:
    """The ways to share a board."""
    return Mode


@pytest.fixture
def database_file(sqlite_template: Path, tmp_path: Path) -> Path:
    """A SQLite file with the tables, as a first start leaves it."""
    path = tmp_path / "stage.sqlite3"
    shutil.copyfile(sqlite_template, path)
    return path


@pytest.fixture
def settings(database_file: Path, clean_environment: None) -> Settings:
    """The settings of a stage."""
    return Settings(database=str(database_file), workers=2)


@pytest.fixture
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting from this machine, and a working folder of the test's own."""
    import os  # only to look at what is set

    for name in [name for name in os.environ if name.startswith("WARMER_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Apps opened after this notice a locked database at once, and not after five seconds."""
    monkeypatch.setattr(bot.app, "open_database", partial(open_database, lock_timeout=0.01))


@asynccontextmanager
async def _staged(settings: Settings, kind: str) -> AsyncIterator[Stage]:
    expected: list[type[BaseException]] = []
    async with AsyncExitStack() as stack:
        if kind == "local":
            local = await stack.enter_async_context(LocalDiscord(settle_s=0.01))
            hall: Hall = LocalHall(local)
        else:
            hall = SimHall(expected)
        stage = Stage(settings, hall, expected=expected)
        await stage.open()
        try:
            yield stage
        finally:
            await stage.close()
        if kind == "local":
            assert local.unknown_routes == []


@pytest.fixture(params=["local", "simcord"])
async def stage(settings: Settings, request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    """The bot before each of the two stand-ins for Discord."""
    async with _staged(settings, request.param) as opened:
        yield opened


@pytest.fixture
async def local_stage(settings: Settings) -> AsyncIterator[Stage]:
    """The bot before our local Discord alone, whose faults can be ordered."""
    async with _staged(settings, "local") as opened:
        yield opened
