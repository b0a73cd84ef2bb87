"""Using what the bot shows: several boards, menus of members and channels, forms, pictures."""

import io
from collections.abc import AsyncIterable, Callable, Iterable
from pathlib import Path
from typing import Any

import discord
import pytest
from PIL import Image

from bot.console.album import Album
from bot.console.cards import Cards
from bot.console.json_lines import run_json
from bot.console.outcomes import Played, Refused
from bot.console.plain import run_plain, turn_text
from bot.console.preview import COLUMNS, ROWS, preview
from bot.local.exchange import Attachment

Stream = Callable[[Iterable[str]], AsyncIterable[str]]


def picture(width: int = 40, height: int = 20) -> bytes:
    """A PNG, its left half red and its right half blue."""
    image = Image.new("RGB", (width, height), (255, 0, 0))
    image.paste((0, 0, 255), (width // 2, 0, width, height))
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


class Choose(discord.ui.Modal, title="Choose"):
    """A form with a text and a menu."""

    def __init__(self) -> None:
        super().__init__(custom_id="choose", timeout=None)
        modes = [
            discord.SelectOption(label="Race on", value="r"),
            discord.SelectOption(label="Relay"),
        ]
        self.text = discord.ui.TextInput[Any](custom_id="text", required=False)
        self.menu = discord.ui.Select[Any](custom_id="mode", options=modes)
        self.add_item(discord.ui.Label(text="Text", component=self.text))
        self.add_item(discord.ui.Label(text="Mode", component=self.menu))

    async def on_submit(self, interaction: discord.Interaction, /) -> None:
        """Repeat it."""
        await interaction.response.send_message(f"{self.text.value}/{self.menu.values}")


class Setup(discord.ui.View):
    """A menu of each kind that has no options of its own, and a button."""

    def __init__(self) -> None:
        super().__init__(timeout=None)

    @discord.ui.button(label="Ping", custom_id="ping")
    async def ping(self, interaction: discord.Interaction, _: Any) -> None:
        """Say so."""
        await interaction.response.send_message("pong", ephemeral=True)

    @discord.ui.select(cls=discord.ui.UserSelect, placeholder="Who?", custom_id="who")
    async def who(self, interaction: discord.Interaction, menu: Any) -> None:
        """Repeat."""
        await interaction.response.send_message(menu.values[0].name)

    @discord.ui.select(cls=discord.ui.ChannelSelect, placeholder="Where?", custom_id="where")
    async def where(self, interaction: discord.Interaction, menu: Any) -> None:
        """Repeat."""
        await interaction.response.send_message(menu.values[0].name)

    @discord.ui.select(cls=discord.ui.RoleSelect, placeholder="Which?", custom_id="which")
    async def which(self, interaction: discord.Interaction, menu: Any) -> None:
        """Repeat."""
        await interaction.response.send_message(menu.values[0].name)


@pytest.fixture
async def equipped(table: Any) -> Any:
    """A table whose bot has /setup, /choose and /picture too, and a role for players."""

    @table.bot.tree.command(description="Set up")
    async def setup(interaction: discord.Interaction) -> None:
        await interaction.response.send_message(view=Setup())

    @table.bot.tree.command(description="Choose")
    async def choose(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Choose())

    @table.bot.tree.command(name="picture", description="Draw")
    async def draw(interaction: discord.Interaction) -> None:
        file = discord.File(io.BytesIO(picture()), "my map.png", description="A map")
        await interaction.response.send_message(file=file)

    await table.bot.tree.sync()
    table.local.add_role("players")
    return table


async def said(table: Any, line: str) -> str:
    """Run a line and return the text of its answer."""
    turn = await table.session.run(line)
    assert isinstance(turn.outcome, Played), turn.outcome
    return turn.outcome.reply.messages[0].content


async def test_menus_of_members_channels_and_roles(equipped: Any) -> None:
    """What a menu without options of its own offers is chosen by name or by number."""
    await equipped.session.run("/setup")
    assert await said(equipped, ":select 1 ada") == "ada"
    assert await said(equipped, ":select 2 #news") == "news"
    assert await said(equipped, ":select 2 1") == "general"
    assert await said(equipped, ":select 3 players") == "players"
    offered = [[label for label, _ in menu.options] for menu in equipped.session.desk.menus()]
    assert offered == [["ada"], ["general", "news"], ["players"]]
    turn = await equipped.session.run("/setup")
    assert "  :select 2 and the name of a channel" in turn_text(turn, (), equipped.session)


async def test_number_chooses_from_a_menu_that_stands_alone(equipped: Any) -> None:
    """Where the message shown last has a menu and nothing to press, a number is an option's."""
    await equipped.session.run("/board")

    @equipped.bot.tree.command(description="A menu alone")
    async def alone(interaction: discord.Interaction) -> None:
        view = discord.ui.View(timeout=None)
        menu = discord.ui.Select[Any](
            options=[discord.SelectOption(label=x) for x in ("one", "two")], custom_id="alone"
        )

        async def chosen(interaction: discord.Interaction) -> None:
            await interaction.response.send_message(menu.values[0])

        menu.callback = chosen  # type: ignore[method-assign]  # as discord.py's own decorator does
        view.add_item(menu)
        await interaction.response.send_message("choose", view=view)

    await equipped.bot.tree.sync()
    await equipped.session.run("/alone")
    assert await said(equipped, "2") == "two"
    assert await said(equipped, "^1") == "It is ||wet||."


async def test_forms_with_menus(equipped: Any) -> None:
    """A menu in a form shows what it offers, and is filled in by label."""
    turn = await equipped.session.run("/choose")
    assert "  Mode: Race on | Relay" in turn_text(turn, (), equipped.session)
    assert await said(equipped, ":fill text=hi mode=race on") == "hi/['r']"
    await equipped.session.run("/choose")
    turn = await equipped.session.run(":fill mode=chess")
    assert isinstance(turn.outcome, Refused)


async def test_number_is_of_the_message_shown_last(equipped: Any) -> None:
    """A board that is shown again takes the numbers back, and ^ reaches the one before."""
    session = equipped.session
    await session.run("/board")
    assert await said(equipped, "/setup") == ""
    assert await said(equipped, "1") == "pong"
    assert await said(equipped, "^1") == "It is ||wet||."
    (board, *_) = session.desk.seen()
    await (
        equipped.bot.get_partial_messageable(board.channel_id)
        .get_partial_message(board.id)
        .edit(content="changed")
    )
    await (
        equipped.bot.get_partial_messageable(board.channel_id)
        .get_partial_message(board.id)
        .edit(content="changed twice")
    )
    assert [message.content for message in session.arrivals()] == ["changed twice"]
    assert await said(equipped, "1") == "It is ||wet||."
    assert await said(equipped, "^1") == "pong"
    turn = await session.run("^^^^1")
    assert turn.outcome.code == "nothing_to_press"


async def test_pictures_are_kept(equipped: Any, stream: Stream, tmp_path: Path) -> None:
    """A picture lies in the folder and is told by its path and alternative text, in every mode."""
    folder = tmp_path / "kept"
    equipped.session.desk.saved = Album(folder).save
    out = io.StringIO()
    await run_plain(equipped.session, stream(["/picture", ":history"]), out)
    (kept,) = folder.iterdir()
    assert kept.read_bytes() == picture()
    assert out.getvalue().count(f"{kept} · ") == 2
    assert "A map" in out.getvalue()
    out = io.StringIO()
    await run_json(equipped.session, stream([":history"]), out)
    assert f'"path": "{kept}"' in out.getvalue()
    text = Cards(equipped.session.desk.reader, "Warmer").messages(equipped.session.desk.seen(), 80)
    assert "my-map.png" in text
    assert "▀" not in text


async def test_pictures_in_a_terminal_with_colours(equipped: Any) -> None:
    """Where there are colours enough the picture is shown small, below its name."""
    await equipped.session.run("/picture")
    cards = Cards(equipped.session.desk.reader, "Warmer", "truecolor")
    text = cards.messages(equipped.session.desk.seen(), 60)
    assert "my map.png" in text
    assert text.count("▀") == 40 * 10


def test_album_of_a_folder_that_cannot_be(tmp_path: Path) -> None:
    """Where nothing can be written there is no path, and no error; strange names become plain."""
    blocked = tmp_path / "file"
    blocked.write_text("x")
    assert Album(blocked / "inside").save(Attachment(1, "a.png", b"x")) is None
    album = Album(tmp_path / "made")
    path = album.save(Attachment(2, "../../etc/pass wd", b"x"))
    assert path == str(tmp_path / "made" / "2-etc-pass-wd")
    assert album.save(Attachment(2, "../../etc/pass wd", b"x")) == path


@pytest.mark.parametrize(
    ("width", "height"), [(1, 1), (40, 20), (3000, 10), (10, 3000), (800, 600)]
)
def test_previews_are_small(width: int, height: int) -> None:
    """Whatever the picture, its preview fits."""
    shown = preview(Attachment(1, "a.png", picture(width, height)), 80)
    assert shown is not None
    lines = shown.plain.split("\n")
    assert 1 <= len(lines) <= ROWS
    assert 1 <= max(map(len, lines)) <= COLUMNS


@pytest.mark.parametrize("content", [b"", b"no picture", picture()[:60], bytes(5_000_000)])
def test_what_is_no_picture_has_no_preview(content: bytes) -> None:
    """Whatever cannot be read as a picture, or is too large, is not shown."""
    assert preview(Attachment(1, "a.png", content), 80) is None
