"""A small real discord.py bot on local Discord, for the console to play with."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import discord
import pytest
from discord import app_commands

from bot.console.markdown import Reader
from bot.console.session import Session
from bot.local.pairing import GUILD_READY_S, running
from bot.local.server import LocalDiscord

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
WORDS = ("river", "stream", "water", "bridge")


Text = discord.ui.TextInput["Note"]


class Note(discord.ui.Modal, title="A note"):
    """A form with one required and one optional text."""

    text: discord.ui.TextInput = discord.ui.TextInput(label="Text", custom_id="text", max_length=9)
    why: discord.ui.TextInput = discord.ui.TextInput(
        label="Why so", custom_id="why", required=False
    )

    def __init__(self) -> None:
        super().__init__(custom_id="note")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Repeat what was written."""
        said = f"Noted: {self.text.value}/{self.why.value}"
        await interaction.response.send_message(said, ephemeral=True)


class Board(discord.ui.View):
    """A board with buttons, one of them off, a link and a menu."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.add_item(discord.ui.Button(label="Rules", url="https://example.org/rules"))

    @discord.ui.button(
        label="Hint", emoji="💡", style=discord.ButtonStyle.primary, custom_id="hint"
    )
    async def hint(self, interaction: discord.Interaction, _: discord.ui.Button) -> None:
        """Tell one person only."""
        await interaction.response.send_message("It is ||wet||.", ephemeral=True)

    @discord.ui.button(label="Give up", custom_id="off", disabled=True)
    async def off(self, interaction: discord.Interaction, _: discord.ui.Button) -> None:
        """Never called, for Discord's client blocks it."""
        raise AssertionError

    @discord.ui.button(label="Mark", style=discord.ButtonStyle.success, custom_id="mark")
    async def mark(self, interaction: discord.Interaction, _: discord.ui.Button) -> None:
        """Edit the board."""
        await interaction.response.edit_message(content="Marked.")

    @discord.ui.select(
        placeholder="How warm?",
        custom_id="warmth",
        options=[discord.SelectOption(label=x.title(), value=x) for x in ("cold", "warm")],
    )
    async def warmth(self, interaction: discord.Interaction, menu: discord.ui.Select) -> None:
        """Repeat the choice."""
        await interaction.response.send_message(f"Chosen: {menu.values[0]}")


def board_embed() -> discord.Embed:
    """Return an embed that uses every part of one."""
    embed = discord.Embed(
        title="Puzzle 7",
        description="**3** guesses, `river` is *closest*.\n> keep going",
        colour=0xE0562B,
    )
    embed.set_author(name="Warmer")
    for name in ("river", "stream", "bridge"):
        embed.add_field(name=name, value="🔥 `▰▰▰▰▱`", inline=True)
    embed.add_field(name="All", value="one\ntwo", inline=False)
    embed.set_image(url="attachment://board.png")
    embed.set_footer(text="Next puzzle at midnight")
    return embed


class TestBot(discord.Client):
    """A bot that shows the console all it must draw."""

    __test__ = False

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents.none(), guild_ready_timeout=GUILD_READY_S)
        self.tree = app_commands.CommandTree(self)
        self.channel_id = 0
        self.hold = asyncio.Event()
        _add_commands(self)

    async def setup_hook(self) -> None:
        """Register the commands."""
        await self.tree.sync()


def _add_commands(bot: TestBot) -> None:
    tree = bot.tree

    @tree.command(description="Guess a word")
    async def guess(interaction: discord.Interaction, word: str, times: int = 1) -> None:
        await interaction.response.send_message(f"{word} x{times} by {interaction.user.mention}")

    @guess.autocomplete("word")
    async def _words(_: discord.Interaction, current: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=w, value=w) for w in WORDS if w.startswith(current)]

    @tree.command(description="Look up a thing by its shown name")
    async def find(interaction: discord.Interaction, thing: str) -> None:
        await interaction.response.send_message(f"Found {thing}")

    @find.autocomplete("thing")
    async def _things(_: discord.Interaction, __: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name="The River", value="id-1")]

    @tree.command(description="Show the board")
    async def board(interaction: discord.Interaction) -> None:
        file = discord.File(BytesIO(b"x" * 2500), "board.png", description="The board")
        await interaction.response.send_message(embed=board_embed(), file=file, view=Board())

    @tree.command(description="Write a note")
    async def note(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Note())

    @tree.command(description="Choose a mode")
    @app_commands.choices(mode=[app_commands.Choice(name="Together", value="t")])
    async def mode(
        interaction: discord.Interaction, mode: app_commands.Choice[str], who: discord.User
    ) -> None:
        await interaction.response.send_message(f"{mode.value} with {who.name}")

    @tree.command(description="Take your time")
    async def slow(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        await bot.hold.wait()
        await interaction.followup.send("At last.")

    @tree.command(description="Say nothing")
    async def silent(interaction: discord.Interaction) -> None:
        pass

    @tree.command(description="Post to the channel too")
    async def post(interaction: discord.Interaction) -> None:
        await bot.get_partial_messageable(bot.channel_id).send("News for all.")
        await interaction.response.send_message("Posted.")

    @tree.command(description="Send a file")
    async def send(
        interaction: discord.Interaction, file: discord.Attachment, note: str = ""
    ) -> None:
        text = (await file.read()).decode()
        said = f"{file.filename} ({file.size}, {note}): {text[:20]}"
        await interaction.response.send_message(said)

    server = app_commands.Group(name="server", description="Set the server up")

    @server.command(description="Set the time zone")
    async def zone(interaction: discord.Interaction, name: str) -> None:
        await interaction.response.send_message(f"Zone {name}")

    tree.add_command(server)


class Clock:
    """A clock that is moved by hand and refuses to go back."""

    def __init__(self) -> None:
        self.moment = NOON

    def now(self) -> datetime:
        """Return the present."""
        return self.moment

    async def advance(self, day: date) -> None:
        """Go to noon of a later day."""
        if day <= self.moment.date():
            raise ValueError(day)
        self.moment += timedelta(days=(day - self.moment.date()).days)


class Table:
    """A session, and what stands behind it."""

    def __init__(self, local: LocalDiscord, bot: TestBot) -> None:
        self.local = local
        self.bot = bot
        self.clock = Clock()
        ada = local.add_person("ada")
        self.session = Session(local, ada, now=self.clock.now, advance=self.clock.advance)


@asynccontextmanager
async def open_table() -> AsyncIterator[Table]:
    """Run the bot on a local Discord with a second channel, #news."""
    async with LocalDiscord(ack_s=1.0, deferred_s=0.2, silent_s=0.05) as local:
        bot = TestBot()
        bot.channel_id = local.channel_id
        local.add_channel("news")
        async with running(bot, local):
            yield Table(local, bot)


@pytest.fixture
def reader() -> Reader:
    """Names two ids, and knows what time it is."""
    names = {1: "ada", 2: "general"}
    return Reader(names.get, lambda: NOON, UTC)


@pytest.fixture
async def table() -> AsyncIterator[Table]:
    """A table with ada at it, in #general."""
    async with open_table() as opened:
        yield opened


async def listed(lines: Iterable[str]) -> AsyncIterator[str]:
    """Yield lines as a stream would."""
    for line in lines:
        yield line


@pytest.fixture
def stream() -> Callable[[Iterable[str]], AsyncIterator[str]]:
    """Turn lines into a stream of lines."""
    return listed
