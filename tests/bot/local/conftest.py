"""A small real discord.py bot, and local Discord for it to talk to."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.local.exchange import Person
from bot.local.pairing import GUILD_READY_S, running
from bot.local.server import LocalDiscord

Handler = Callable[[discord.Interaction], Awaitable[None]]


class Clock:
    """A clock that tests move by hand."""

    def __init__(self) -> None:
        self.now = 1_900_000_000.0

    def __call__(self) -> float:
        """Return the seconds since 1970."""
        return self.now


class Counter(
    discord.ui.DynamicItem[discord.ui.Button[discord.ui.View]], template=r"count:(?P<n>\d+)"
):
    """A button that carries its state in its custom id."""

    def __init__(self, n: int) -> None:
        super().__init__(discord.ui.Button(label=f"{n}", custom_id=f"count:{n}"))
        self.n = n

    @classmethod
    async def from_custom_id(
        cls,
        interaction: Any,  # noqa: ARG003 - discord.py's signature
        item: Any,  # noqa: ARG003
        match: Any,
        /,
    ) -> "Counter":
        """Make the button again from its custom id."""
        return cls(int(match["n"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        """Count one further."""
        view = discord.ui.View(timeout=None).add_item(Counter(self.n + 1))
        await interaction.response.edit_message(content=f"at {self.n + 1}", view=view)


class TestBot(discord.AutoShardedClient):
    """Runs `handler` on /do, and has commands with every type of option."""

    __test__ = False

    def __init__(self, **options: Any) -> None:
        options.setdefault("intents", discord.Intents(guilds=True))
        super().__init__(guild_ready_timeout=GUILD_READY_S, **options)
        self.tree = app_commands.CommandTree(self)
        self.tree.error(self.note_error)
        self.handler: Handler = self.pong
        self.calls: list[int] = []
        self.running = 0
        self.idle = asyncio.Event()
        self.seen: dict[str, Any] = {}
        self.errors: list[BaseException] = []
        self.failed = asyncio.Event()
        add_commands(self)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once: discord.py would wait five seconds."""

    async def setup_hook(self) -> None:
        """Register the commands."""
        self.add_dynamic_items(Counter)
        await self.tree.sync()

    async def pong(self, interaction: discord.Interaction) -> None:
        """Answer at once."""
        await interaction.response.send_message("pong")

    async def note_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Keep what a handler raised."""
        self.errors.append(error.__cause__ or error)
        self.failed.set()


def add_commands(bot: TestBot) -> None:
    """Register the commands of the test bot."""

    @bot.tree.command(description="Run the test's handler")
    async def do(interaction: discord.Interaction) -> None:
        bot.calls.append(interaction.id)
        bot.running += 1
        bot.idle.clear()
        try:
            await bot.handler(interaction)
        finally:
            bot.running -= 1
            if not bot.running:
                bot.idle.set()

    @bot.tree.command(description="Options with bounds")
    async def echo(
        interaction: discord.Interaction,
        text: app_commands.Range[str, 2, 20],
        count: app_commands.Range[int, 1, 5] = 1,
        ratio: app_commands.Range[float, 0.0, 1.0] | None = None,
        loud: bool = False,
    ) -> None:
        bot.seen = {"text": text, "count": count, "ratio": ratio, "loud": loud}
        await interaction.response.send_message(text)

    @bot.tree.command(description="Options that name things")
    async def about(
        interaction: discord.Interaction,
        who: discord.Member,
        where: discord.TextChannel | None = None,
        role: discord.Role | None = None,
        file: discord.Attachment | None = None,
    ) -> None:
        bot.seen = {"who": who, "where": where, "role": role, "file": file}
        await interaction.response.send_message(who.mention)

    @bot.tree.command(description="Fixed choices")
    @app_commands.choices(
        colour=[
            app_commands.Choice(name="Deep red", value="red"),
            app_commands.Choice(name="Sky blue", value="blue"),
        ]
    )
    async def pick(interaction: discord.Interaction, colour: str) -> None:
        bot.seen = {"colour": colour}
        await interaction.response.send_message(colour)

    @bot.tree.command(description="Suggestions")
    async def find(interaction: discord.Interaction, word: str, size: int = 3) -> None:
        await interaction.response.send_message(word)

    @find.autocomplete("word")
    async def suggest(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        size = interaction.namespace.size
        return [app_commands.Choice(name=f"{current}{n}", value=f"v{n}") for n in range(size or 2)]

    practice = app_commands.Group(name="practice", description="A group")

    @practice.command(description="Begin")
    async def start(interaction: discord.Interaction, level: int) -> None:
        bot.seen = {"level": level}
        await interaction.response.send_message("begun")

    @practice.command(description="End")
    async def stop(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("ended")

    bot.tree.add_command(practice)

    @bot.tree.command(description="Only for admins")
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def setup(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("set up")

    @bot.tree.context_menu(name="Warm up")
    async def warm(interaction: discord.Interaction, user: discord.Member) -> None:
        await interaction.response.send_message(user.display_name)

    @bot.tree.context_menu(name="Quote")
    async def quote(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(message.content)


@pytest.fixture
def clock() -> Clock:
    """A clock at one moment."""
    return Clock()


@pytest.fixture
async def local(clock: Clock) -> AsyncIterator[LocalDiscord]:
    """Local Discord on a free port, quick to give up; every route asked for must exist."""
    async with LocalDiscord(clock=clock, settle_s=0.02, ack_s=5.0, silent_s=0.05) as server:
        yield server
        assert server.unknown_routes == []


@pytest.fixture
def ada(local: LocalDiscord) -> Person:
    """A member."""
    return local.add_person("Ada")


@pytest.fixture
async def bot(local: LocalDiscord) -> AsyncIterator[TestBot]:
    """The test bot, connected."""
    async with running(TestBot(), local) as client:
        assert isinstance(client, TestBot)
        yield client


@pytest.fixture
def make_bot() -> type[TestBot]:
    """The class of the test bot."""
    return TestBot


@pytest.fixture
def run_bot() -> Callable[[discord.Client, LocalDiscord], AbstractAsyncContextManager[Any]]:
    """The helper that runs a client against local Discord."""
    return running


@pytest.fixture
def counter() -> type[Counter]:
    """The class of the counting button."""
    return Counter


@pytest.fixture
def after() -> Callable[[discord.Client, str], Awaitable[None]]:
    """Return a waiter for an event of the client, armed at once."""

    def arm(client: discord.Client, event: str) -> Awaitable[None]:
        return asyncio.ensure_future(client.wait_for(event, timeout=10))

    return arm
