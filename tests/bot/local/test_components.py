"""Buttons, select menus and forms."""

import asyncio
from typing import Any

import discord
import pytest

from bot.local import errors
from bot.local.exchange import Kind, Person
from bot.local.server import LocalDiscord


class Panel(discord.ui.View):
    """A view with buttons and select menus that note what they are given."""

    def __init__(self, noted: list[Any]) -> None:
        super().__init__()
        self.noted = noted
        self.add_item(discord.ui.Button(label="Site", url="https://example.org"))

    @discord.ui.button(label="Go", custom_id="go")
    async def go(self, interaction: discord.Interaction, _: Any) -> None:
        """Answer with a message of its own."""
        self.noted.append(interaction.message.content)
        await interaction.response.send_message("went", ephemeral=True)

    @discord.ui.button(label="Off", custom_id="off", disabled=True)
    async def off(self, interaction: discord.Interaction, _: Any) -> None:
        """Never run."""

    @discord.ui.button(label="Quiet", custom_id="quiet")
    async def quiet(self, interaction: discord.Interaction, _: Any) -> None:
        """Acknowledge and say nothing."""
        await interaction.response.defer()

    @discord.ui.button(label="Slow", custom_id="slow")
    async def slow(self, interaction: discord.Interaction, _: Any) -> None:
        """Acknowledge, then take a second and more to edit the message it is on."""
        await interaction.response.defer()
        await asyncio.sleep(1.2)
        await interaction.edit_original_response(content="edited at last")

    @discord.ui.button(label="Later", custom_id="later")
    async def later(self, interaction: discord.Interaction, _: Any) -> None:
        """Acknowledge, then edit the message it is on."""
        await interaction.response.defer()
        await interaction.edit_original_response(content="edited later")

    @discord.ui.select(
        custom_id="pick",
        max_values=2,
        options=[discord.SelectOption(label=n.upper(), value=n) for n in "abc"],
    )
    async def pick(self, interaction: discord.Interaction, select: Any) -> None:
        """Note the values."""
        self.noted.append(select.values)
        await interaction.response.edit_message(content="picked")

    @discord.ui.select(cls=discord.ui.UserSelect, custom_id="whom")
    async def whom(self, interaction: discord.Interaction, select: Any) -> None:
        """Note the people."""
        self.noted.append([u.name for u in select.values])
        await interaction.response.send_message("noted")


def show(noted: list[Any], **options: Any) -> Any:
    """Return a handler that sends the panel."""

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("panel", view=Panel(noted), **options)

    return handler


async def test_button_carries_its_message(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """The handler sees the message the button is on, an ephemeral one too."""
    noted: list[Any] = []
    bot.handler = show(noted, ephemeral=True)
    (panel,) = (await local.slash(ada, "do")).messages
    reply = await local.click(ada, panel, "go")
    assert reply.kind is Kind.COMPONENT
    assert [(m.content, m.ephemeral) for m in reply.messages] == [("went", True)]
    assert noted == ["panel"]


async def test_dynamic_item_edits_its_message(
    local: LocalDiscord, bot: Any, ada: Person, counter: Any
) -> None:
    """A button that lives in its custom id updates the message in place."""

    async def handler(interaction: discord.Interaction) -> None:
        view = discord.ui.View(timeout=None).add_item(counter(0))
        await interaction.response.send_message("at 0", view=view)

    bot.handler = handler
    (message,) = (await local.slash(ada, "do")).messages
    (after_one,) = (await local.click(ada, message, "count:0")).messages
    (after_two,) = (await local.click(ada, after_one, "count:1")).messages
    assert (after_two.id, after_two.content, after_two.edits) == (message.id, "at 2", 2)
    assert [m.content for m in local.messages()] == ["at 2"]
    with pytest.raises(errors.UnknownComponent):
        await local.click(ada, message, "count:0")


async def test_buttons_outlive_the_bot(
    local: LocalDiscord, ada: Person, make_bot: Any, run_bot: Any, counter: Any
) -> None:
    """A dynamic button still works after the bot was started anew."""

    async def handler(interaction: discord.Interaction) -> None:
        view = discord.ui.View(timeout=None).add_item(counter(4))
        await interaction.response.send_message("at 4", view=view)

    first = make_bot()
    first.handler = handler
    async with run_bot(first, local):
        (message,) = (await local.slash(ada, "do")).messages
    async with run_bot(make_bot(), local):
        reply = await local.click(ada, message, "count:4")
    assert reply.messages[0].content == "at 5"


async def test_deferred_updates_settle(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A button that only acknowledges settles with nothing; a later edit is brought."""
    bot.handler = show([])
    (panel,) = (await local.slash(ada, "do")).messages
    silent = await local.click(ada, panel, "quiet")
    assert (silent.deferred, silent.messages) == (True, ())
    assert silent.acknowledged_ms is not None
    edited = await local.click(ada, panel, "later")
    assert [m.content for m in edited.messages] == ["edited later"]


async def test_slow_updates_are_awaited(make_bot: Any, run_bot: Any) -> None:
    """An update that was acknowledged is waited for like an answer after "thinking…"."""
    async with LocalDiscord(settle_s=0.02) as local, run_bot(make_bot(), local) as bot:
        ada = local.add_person("ada")
        bot.handler = show([])
        (panel,) = (await local.slash(ada, "do")).messages
        edited = await local.click(ada, panel, "slow")
        assert [m.content for m in edited.messages] == ["edited at last"]


async def test_blocked_clicks(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """Disabled, unknown and link buttons, and messages of others, are not to be clicked."""
    bot.handler = show([], ephemeral=True)
    (panel,) = (await local.slash(ada, "do")).messages
    with pytest.raises(errors.DisabledComponent):
        await local.click(ada, panel, "off")
    with pytest.raises(errors.UnknownComponent) as caught:
        await local.click(ada, panel, "nothing")
    assert caught.value.known == ("go", "off", "quiet", "slow", "later")
    with pytest.raises(errors.UnknownMessage):
        await local.click(local.add_person("Bea"), panel, "go")


async def test_select_menus(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """Values and people chosen reach the handler; a wrong choice is blocked."""
    noted: list[Any] = []
    bot.handler = show(noted)
    (panel,) = (await local.slash(ada, "do")).messages
    await local.select(ada, panel, "pick", ["a", "c"])
    await local.select(ada, panel, "whom", ["Ada"])
    assert noted == [["a", "c"], ["Ada"]]
    for wrong in ([], ["z"], ["a", "a"], ["a", "b", "c"]):
        with pytest.raises(errors.BadSelection):
            await local.select(ada, panel, "pick", wrong)


async def test_unknown_component_is_met_with_silence(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """discord.py drops a component that nobody handles: no acknowledgement."""

    async def handler(interaction: discord.Interaction) -> None:
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Old", custom_id="from-last-year"))
        await interaction.response.send_message("old", view=view)
        view.stop()

    bot.handler = handler
    (message,) = (await local.slash(ada, "do")).messages
    local.patience(ack_s=0.05)
    assert (await local.click(ada, message, "from-last-year")).acknowledged_ms is None


class Classic(discord.ui.Modal, title="Guess"):
    """A form with text inputs in rows."""

    word: Any = discord.ui.TextInput(label="Word", custom_id="word", min_length=2, max_length=9)
    note: Any = discord.ui.TextInput(label="Note", custom_id="note", required=False, default="none")

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Answer with what was typed."""
        await interaction.response.send_message(f"{self.word.value}/{self.note.value}")


class Labelled(discord.ui.Modal, title="Choose"):
    """A form with the newer labels."""

    about: Any = discord.ui.TextDisplay("Read this")
    word: Any = discord.ui.Label(
        text="Word", description="One word", component=discord.ui.TextInput(custom_id="word")
    )
    size: Any = discord.ui.Label(
        text="Size",
        component=discord.ui.Select(
            custom_id="size", options=[discord.SelectOption(label=n) for n in ("big", "small")]
        ),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Answer with what was chosen."""
        word, size = self.word.component.value, self.size.component.values[0]
        await interaction.response.send_message(f"{size} {word}")


def opens(modal: type[discord.ui.Modal]) -> Any:
    """Return a handler that opens a form."""

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(modal(custom_id="form"))

    return handler


async def test_form_with_rows(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A form opens, is filled in, and its answer comes; fields not given keep their preset."""
    bot.handler = opens(Classic)
    opened = await local.slash(ada, "do")
    assert opened.modal is not None
    assert (opened.modal.custom_id, opened.modal.title) == ("form", "Guess")
    reply = await local.submit(ada, "form", {"word": "river"})
    assert (reply.kind, reply.messages[0].content) == (Kind.MODAL, "river/none")
    with pytest.raises(errors.UnknownModal):
        await local.submit(ada, "form", {"word": "river"})


async def test_form_with_labels(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """The newer form carries text and selects inside labels."""
    bot.handler = opens(Labelled)
    await local.slash(ada, "do")
    reply = await local.submit(ada, "form", {"word": "river", "size": "big"})
    assert reply.messages[0].content == "big river"


@pytest.mark.parametrize(
    "values", [{}, {"word": ""}, {"word": "x"}, {"word": "x" * 10}, {"word": "ok", "other": "x"}]
)
async def test_form_blocks_bad_fields(
    local: LocalDiscord, bot: Any, ada: Person, values: Any
) -> None:
    """Missing, short, long and unknown fields are not sent, and the form stays open."""
    bot.handler = opens(Classic)
    await local.slash(ada, "do")
    with pytest.raises(errors.BadField):
        await local.submit(ada, "form", values)
    assert (await local.submit(ada, "form", {"word": "ok"})).messages


async def test_form_is_open_only_for_its_person(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """Somebody else cannot submit it."""
    bot.handler = opens(Classic)
    await local.slash(ada, "do")
    with pytest.raises(errors.UnknownModal):
        await local.submit(local.add_person("Bea"), "form", {"word": "ok"})


async def test_form_from_a_button_updates_its_message(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """A form opened by a button may edit the message of the button."""

    class Edits(Classic, title="Edit"):
        """Edits instead of answering."""

        async def on_submit(self, interaction: discord.Interaction) -> None:
            """Edit the message the button is on."""
            await interaction.response.edit_message(content=self.word.value)

    class Opener(discord.ui.View):
        """A button that opens the form."""

        @discord.ui.button(label="Open", custom_id="open")
        async def go(self, interaction: discord.Interaction, _: Any) -> None:
            """Open."""
            await interaction.response.send_modal(Edits(custom_id="form"))

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("before", view=Opener())

    bot.handler = handler
    (message,) = (await local.slash(ada, "do")).messages
    await local.click(ada, message, "open")
    (edited,) = (await local.submit(ada, "form", {"word": "now"})).messages
    assert (edited.id, edited.content) == (message.id, "now")
