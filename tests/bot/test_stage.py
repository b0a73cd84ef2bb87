"""The stage itself: whatever a scene may do and see, before both stand-ins alike."""

import io
from contextlib import suppress
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.client import WarmerClient
from bot.components.base import WarmerItem, WarmerModal

PIXEL = b"\x89PNG\r\n\x1a\n"


class Verb(WarmerItem[discord.ui.Button[Any]], template=r"w1:probe:(?P<verb>[a-z]+)"):
    """A button that does what its custom id says."""

    def __init__(self, verb: str, *, disabled: bool = False) -> None:
        button = discord.ui.Button[Any](
            label=verb.title(), custom_id=f"w1:probe:{verb}", disabled=disabled
        )
        super().__init__(button)
        self.verb = verb

    @classmethod
    async def from_custom_id(cls, _: Any, __: Any, match: Any, /) -> "Verb":
        """Make the button again."""
        return cls(match["verb"])

    async def act(self, interaction: discord.Interaction[Any]) -> None:
        """Do it."""
        await VERBS[self.verb](interaction)


class Menu(WarmerItem[discord.ui.Select[Any]], template=r"w1:menu:(?P<kind>[a-z]+)"):
    """A select menu that says what was chosen."""

    def __init__(self, kind: str) -> None:
        super().__init__(MENUS[kind](custom_id=f"w1:menu:{kind}", placeholder=f"A {kind}"))
        self.kind = kind

    @classmethod
    async def from_custom_id(cls, _: Any, __: Any, match: Any, /) -> "Menu":
        """Make the menu again."""
        return cls(match["kind"])

    async def act(self, interaction: discord.Interaction[Any]) -> None:
        """Say the ids or values."""
        chosen = [str(getattr(value, "id", value)) for value in self.item.values]
        await interaction.response.edit_message(content=" ".join(chosen))


def words(**options: Any) -> discord.ui.Select[Any]:
    """A select menu with options of its own."""
    given = [discord.SelectOption(label=name.title(), value=name) for name in ("red", "blue")]
    return discord.ui.Select(options=given, max_values=2, **options)


MENUS = {
    "word": words,
    "member": discord.ui.UserSelect,
    "role": discord.ui.RoleSelect,
    "channel": discord.ui.ChannelSelect,
}


class Form(WarmerModal, template="w1:probe:form"):
    """A form with two fields."""

    def __init__(self) -> None:
        super().__init__(title="Guess", custom_id="w1:probe:form")
        word = discord.ui.TextInput[Any](custom_id="w")
        why = discord.ui.TextInput[Any](custom_id="y", required=False)
        self.add_item(discord.ui.Label(text="Your word", component=word))
        self.add_item(discord.ui.Label(text="Why", component=why))

    @classmethod
    def from_custom_id(cls, _: Any, __: Any) -> "Form":
        """Make the form again."""
        return cls()

    async def act(self, interaction: discord.Interaction[Any], filled: Any) -> None:
        """Say what was filled in."""
        text = f"{filled.texts['w']}/{filled.texts['y']}"
        await interaction.response.send_message(text, ephemeral=True)


def view_of(*items: Any) -> discord.ui.View:
    """A view of these items."""
    view = discord.ui.View(timeout=None)
    for item in items:
        view.add_item(item)
    return view


async def update(interaction: discord.Interaction[Any]) -> None:
    """Edit the message, and tell the member apart."""
    await interaction.response.edit_message(content="after", embed=discord.Embed(title="Board"))
    await interaction.followup.send("between us", ephemeral=True)


async def count(interaction: discord.Interaction[Any]) -> None:
    """Count the presses, and show the first."""
    interaction.client.presses += 1
    with suppress(discord.HTTPException):  # it was answered when it was delivered first
        await interaction.response.edit_message(content="counted")


async def form(interaction: discord.Interaction[Any]) -> None:
    """Open the form."""
    await interaction.response.send_modal(Form())


VERBS = {"update": update, "count": count, "form": form}


@app_commands.command(description="Show everything there is to use.")
async def probe(interaction: discord.Interaction[WarmerClient]) -> None:
    """Post buttons and menus."""
    link = discord.ui.Button[Any](label="Rules", url="https://example.org/rules")
    items = [Verb(verb) for verb in VERBS] + [Verb("never", disabled=True), link]
    await interaction.response.send_message("before", view=view_of(*items, *map(Menu, MENUS)))


@app_commands.command(description="Post a picture with a ping into this channel.")
async def post(interaction: discord.Interaction[WarmerClient], role: discord.Role) -> None:
    """Post, and start a thread below."""
    assert isinstance(interaction.channel, discord.TextChannel)
    await interaction.response.send_message("posting", ephemeral=True)
    file = discord.File(io.BytesIO(PIXEL), "card.png", description="A card")
    embed = discord.Embed(title="Day").set_image(url="attachment://card.png")
    allowed = discord.AllowedMentions(roles=[role])
    message = await interaction.channel.send(
        role.mention, file=file, embed=embed, allowed_mentions=allowed
    )
    await message.edit(content=f"{role.mention} edited")
    thread = await message.create_thread(name="Today")
    await thread.send("in here")
    await interaction.user.send("and to you")


@app_commands.command(description="Say where this is.")
@app_commands.allowed_installs(guilds=True, users=True)
@app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
async def where(interaction: discord.Interaction[WarmerClient]) -> None:
    """Name the language, the installation and the rights."""
    what = [
        interaction.locale.value,
        str(interaction.guild_locale and interaction.guild_locale.value),
        "person" if interaction.is_user_integration() else "server",
        "manager" if interaction.permissions.manage_guild else "member",
        type(interaction.channel).__name__,
    ]
    await interaction.response.send_message(" ".join(what))


@pytest.fixture
async def probed(stage: Any) -> Any:
    """A stage on which the bot has these commands too."""

    def prepare(client: WarmerClient) -> None:
        client.presses = 0  # type: ignore[attr-defined]  # counted by one of the buttons
        client.add([probe, post, where])
        client.add_dynamic_items(Verb, Menu)
        client.add_forms(Form)

    stage.prepare.append(prepare)
    await stage.restart()
    return stage


async def test_buttons(probed: Any) -> None:
    """A press edits the message in place and brings a private follow-up; both are seen."""
    said = await probed.use("ann", "probe")
    assert said.labels == ["Update", "Count", "Form", "Never", "Rules"]
    assert said.part("Rules").url == "https://example.org/rules"
    assert said.part("Rules").custom_id is None
    assert said.part("w1:probe:never").disabled
    told = await probed.press("ben", said, "Update")
    assert told.content == "between us"
    assert told.ephemeral
    assert [earlier.content for earlier in told.before] == ["after"]
    (there,) = probed.channel_messages()
    assert (there.content, there.edits, there.title) == ("after", 1, "Board")
    assert [m.content for m in probed.channel_messages("general", "ben")][-1] == "between us"
    await probed.restart()
    told = await probed.press("ann", probed.channel_messages()[0], "Update")
    assert told.ephemeral


async def test_menus(probed: Any) -> None:
    """Words are chosen by their labels; members, roles and channels as what they are."""
    said = await probed.use("ann", "probe")
    assert said.choices == [("Red", "red"), ("Blue", "blue")]
    assert (await probed.choose("ann", said, ["Red", "blue"], "A word")).content == "red blue"
    hall = probed.hall
    for kind, value in [
        ("member", hall.member("ben")),
        ("role", hall.role("players")),
        ("channel", hall.channel("daily")),
    ]:
        said = await probed.choose("ann", said, value, f"w1:menu:{kind}")
        assert said.content == str(value.id)


async def test_forms(probed: Any) -> None:
    """A form is an answer without a message, and is sent in by order, label or custom id."""
    said = await probed.use("ann", "probe")
    shown = await probed.press("ann", said, "Form")
    assert shown.title == "Guess"
    assert [(field.label, field.required) for field in shown.form.fields] == [
        ("Your word", True), ("Why", False),
    ]  # fmt: skip
    assert (await probed.submit("ann", shown, "river")).content == "river/"
    shown = await probed.press("ann", said, "Form")
    sent = await probed.submit("ann", shown, Why="so", w="lake")
    assert sent.content == "lake/so"
    assert sent.ephemeral


async def test_posts(probed: Any) -> None:
    """A post has its edits, its picture with the alternative text, its ping and its thread."""
    role = probed.hall.role("players")
    await probed.use("ann", "post", role=role)
    (there,) = probed.channel_messages()
    assert there.content == f"<@&{role.id}> edited"
    assert there.pings == (role.id,)
    assert (there.edits, there.thread) == (1, "Today")
    (picture,) = there.files
    assert (picture.filename, picture.content, picture.description) == ("card.png", PIXEL, "A card")
    thread = probed.hall.threads("general")["Today"]
    assert [message.content for message in probed.channel_messages(thread)] == ["in here"]
    assert [message.content for message in probed.direct_messages("ann")] == ["and to you"]
    assert probed.direct_messages("ben") == []


async def test_places(probed: Any) -> None:
    """The bot is used in a server, directly, in a group chat and where nobody invited it."""
    for channel, expected in [
        ("general", "en-US en-US server member TextChannel"),
        ("direct", "en-US None server member DMChannel"),
        ("group", "en-US None person member GroupChannel"),
        ("elsewhere", "en-US en-US person member TextChannel"),
    ]:
        assert (await probed.use("ann", "where", channel)).content == expected
    probed.hall.appoint("ann")
    probed.hall.speaks("ann", "de")
    probed.hall.server_speaks("fr")
    assert (await probed.use("ann", "where")).content == "de fr server manager TextChannel"
    assert (await probed.use("ben", "where")).content == "en-US fr server member TextChannel"


async def test_servers(probed: Any) -> None:
    """Other servers come and go, and the bot hears of both."""
    server = probed.hall.join_server("Club")
    assert "server" in (await probed.use("ann", "where", "Club/games")).content
    assert probed.client.get_guild(server) is not None
    probed.hall.leave_server("Club")
    await probed.settled()
    assert probed.client.get_guild(server) is None


async def test_second_delivery(probed: Any) -> None:
    """An interaction delivered again runs its handler again, and the wait for it ends."""
    said = await probed.use("ann", "probe")
    await probed.press("ann", said, "Count")
    assert probed.client.presses == 1
    await probed.redeliver()
    assert probed.client.presses == 2
