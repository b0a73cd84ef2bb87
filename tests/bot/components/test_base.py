"""No button, menu or form is left unanswered: not a failing, an old or an unknown one."""

import asyncio
import logging
import re
import threading
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.busy import Overloaded
from bot.client import WarmerClient
from bot.components.base import Filled, Interaction, WarmerItem, WarmerModal
from bot.i18n import tongue
from game.errors import EmptyGuess

OLD = "errors-old-button"


class Press(WarmerItem[discord.ui.Button[Any]], template=r"w1:test:(?P<verb>[a-z-]+)"):
    """A button that does what its custom id says."""

    def __init__(self, verb: str) -> None:
        super().__init__(discord.ui.Button(label=verb, custom_id=f"w1:test:{verb}"))
        self.verb = verb

    @classmethod
    async def from_custom_id(cls, _: Any, __: Any, match: re.Match[str], /) -> "Press":
        """Make the button again; one cannot be."""
        if match["verb"] == "unmade":
            raise ValueError(match["verb"])
        return cls(match["verb"])

    async def act(self, interaction: Interaction) -> None:
        """Do it."""
        await DOES[self.verb](interaction)


class Ask(WarmerModal, template=r"w1:test:ask:(?P<number>\d+)"):
    """A form that says what was filled in, and fails at the word "fail"."""

    def __init__(self, number: str) -> None:
        super().__init__(title=f"Number {number}", custom_id=f"w1:test:ask:{number}")
        self.number = number
        field = discord.ui.TextInput[Any](custom_id="text")
        self.add_item(discord.ui.Label(text="Text", component=field))

    @classmethod
    def from_custom_id(cls, _: Interaction, match: re.Match[str]) -> "Ask":
        """Make the form again."""
        return cls(match["number"])

    async def act(self, interaction: Interaction, filled: Filled) -> None:
        """Say it."""
        if filled.texts["text"] == "fail":
            raise ZeroDivisionError
        text = f"{self.number}: {filled.texts['text']}"
        await interaction.response.send_message(text, ephemeral=True)


class OldForm(discord.ui.Modal):
    """A form as an earlier version might have sent it."""

    def __init__(self) -> None:
        super().__init__(title="Old", custom_id="w1:gone")
        field = discord.ui.TextInput[Any](custom_id="text")
        self.add_item(discord.ui.Label(text="Text", component=field))
        self.stop()  # as a restart would leave it


async def fail(_: Interaction) -> None:
    """Fail as nobody foresaw."""
    raise ZeroDivisionError("a secret detail")


async def refuse(_: Interaction) -> None:
    """Fail as foreseen."""
    raise EmptyGuess


async def fail_late(interaction: Interaction) -> None:
    """Fail after the acknowledgement."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    raise ZeroDivisionError


async def crowd(_: Interaction) -> None:
    """Fail because too many want something."""
    raise Overloaded(500)


async def ask(interaction: Interaction) -> None:
    """Open a form."""
    await interaction.response.send_modal(Ask("7"))


async def ask_old(interaction: Interaction) -> None:
    """Open a form that nobody answers any more."""
    await interaction.response.send_modal(OldForm())


async def quiet(_: Interaction) -> None:
    """Answer nothing."""


DOES = {
    "fail": fail,
    "refuse": refuse,
    "fail-late": fail_late,
    "crowd": crowd,
    "ask": ask,
    "ask-old": ask_old,
    "quiet": quiet,
}


@app_commands.command(description="Show the buttons of this test.")
async def buttons(interaction: Interaction) -> None:
    """Show the buttons, and one that is unknown."""
    view = discord.ui.View(timeout=None)
    for verb in (*DOES, "unmade"):
        view.add_item(Press(verb))
    view.add_item(discord.ui.Button(label="older", custom_id="w1:gone:1"))
    await interaction.response.send_message("here", view=view)


@app_commands.command(description="Look for something that cannot be found.")
@app_commands.describe(what="What to look for.")
async def seek(interaction: Interaction, what: str) -> None:
    """Find nothing."""


@seek.autocomplete("what")
async def suggest(_: Interaction, __: str) -> list[app_commands.Choice[str]]:
    """Fail."""
    raise ZeroDivisionError


@pytest.fixture
async def shown(stage: Any) -> Any:
    """A stage on which the bot has these, and a member who sees the buttons."""

    def prepare(client: WarmerClient) -> None:
        client.add([buttons, seek])
        client.add_dynamic_items(Press)
        client.add_forms(Ask)

    stage.prepare.append(prepare)
    await stage.restart()
    stage.shown = await stage.use("ann", "buttons")
    return stage


def marked(said: Any, caplog: pytest.LogCaptureFixture) -> logging.LogRecord:
    """The one line of the log to which the number in an answer leads."""
    mark = said.content.split("`")[1]
    (record,) = [record for record in caplog.records if mark in record.getMessage()]
    return record


@pytest.mark.parametrize("verb", ["fail", "fail-late"])
async def test_failing_button(shown: Any, verb: str, caplog: pytest.LogCaptureFixture) -> None:
    """What nobody foresaw is answered in private, with a number that leads to it in the log."""
    said = await shown.press("ann", shown.shown, verb)
    assert said.ephemeral
    assert "detail" not in said.content
    record = marked(said, caplog)
    assert record.exc_info
    assert record.exc_info[0] is ZeroDivisionError


@pytest.mark.parametrize(
    ("verb", "key"), [("refuse", "errors-empty-guess"), ("crowd", "errors-busy")]
)
async def test_refusing_button(shown: Any, verb: str, key: str) -> None:
    """What is foreseen has its own words, in the member's language."""
    shown.hall.speaks("ann", "de")
    said = await shown.press("ann", shown.shown, verb)
    assert (said.content, said.ephemeral) == (tongue("de")(key), True)


@pytest.mark.parametrize("name", ["older", "unmade"])
async def test_unknown_button(shown: Any, name: str) -> None:
    """A button that no class knows, or whose class cannot make it, is answered kindly."""
    for locale in ("en-US", "fr"):
        shown.hall.speaks("ann", locale)
        said = await shown.press("ann", shown.shown, name)
        assert (said.content, said.ephemeral) == (tongue(locale)(OLD), True)


async def test_button_after_a_restart_without_it(shown: Any) -> None:
    """A button of a version that is gone is answered kindly by the next one."""
    shown.prepare.clear()
    await shown.restart()
    said = await shown.press("ann", shown.shown, "fail")
    assert (said.content, said.ephemeral) == (tongue("en")(OLD), True)


async def test_form_is_open_at_two_members_and_through_a_restart(shown: Any) -> None:
    """Each member's form is answered, though both have one custom id, and after a restart too."""
    for_ann = await shown.press("ann", shown.shown, "ask")
    for_ben = await shown.press("ben", shown.shown, "ask")
    assert (await shown.submit("ann", for_ann, "one")).content == "7: one"
    assert (await shown.submit("ben", for_ben, "two")).content == "7: two"
    third = await shown.press("ann", shown.shown, "ask")
    await shown.restart()
    said = await shown.submit("ann", third, "three")
    assert (said.content, said.ephemeral) == ("7: three", True)


async def test_failing_form(shown: Any, caplog: pytest.LogCaptureFixture) -> None:
    """A form that fails is answered with a number as well."""
    said = await shown.submit("ann", await shown.press("ann", shown.shown, "ask"), "fail")
    assert said.ephemeral
    assert marked(said, caplog).exc_info


async def test_unknown_form(shown: Any) -> None:
    """A form that nobody knows any more is answered kindly."""
    form = await shown.press("ann", shown.shown, "ask-old")
    said = await shown.submit("ann", form, "hello")
    assert (said.content, said.ephemeral) == (tongue("en")(OLD), True)


async def test_failing_suggestions(shown: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Suggestions that fail are none, instead of a broken search, and the log says why."""
    assert await shown.complete("ann", "seek", "what", "x") == []
    (record,) = [record for record in caplog.records if record.exc_info]
    assert isinstance(record.exc_info, tuple)
    assert isinstance(record.exc_info[1], ZeroDivisionError | app_commands.AppCommandError)


async def test_command_that_is_gone(shown: Any) -> None:
    """A command that the member's Discord still shows after an update is answered kindly."""
    shown.expected.append(app_commands.CommandNotFound)
    shown.client.tree.remove_command("seek")
    said = await shown.use("ann", "seek", what="x")
    assert (said.content, said.ephemeral) == (tongue("en")("errors-old-command"), True)


async def test_what_comes_while_stopping(shown: Any) -> None:
    """Once the bot is about to stop it takes up nothing new, and says so."""
    shown.client.flights.closed = True
    for said in (
        await shown.press("ann", shown.shown, "ask"),
        await shown.guess("ann", "river"),
    ):
        assert (said.content, said.ephemeral) == (tongue("en")("errors-stopping"), True)
    assert await shown.complete("ann", "guess", "puzzle", "to") == []
    assert shown.entries() == 0


async def test_closing_waits_for_a_button(local_stage: Any, monkeypatch: Any) -> None:
    """A stop waits for a press to be answered, as it does for a command."""
    asked, go_on = asyncio.Event(), asyncio.Event()

    async def held(interaction: Interaction) -> None:
        asked.set()
        await go_on.wait()
        await interaction.response.send_message("late", ephemeral=True)

    monkeypatch.setitem(DOES, "quiet", held)
    local_stage.client.add_dynamic_items(Press)
    local_stage.client.tree.add_command(buttons)
    await local_stage.client.tree.sync()
    shown = await local_stage.use("ann", "buttons")
    answer = asyncio.create_task(local_stage.press("ann", shown, "quiet"))
    await asked.wait()
    assert len(local_stage.client.flights) == 1
    ending = threading.Event()

    async def end() -> None:
        ending.set()

    local_stage.client.before_closing(end)
    closing = asyncio.create_task(local_stage.client.close())
    for _ in range(20):
        await asyncio.sleep(0)
    assert ending.is_set()
    assert not closing.done()
    go_on.set()
    assert (await answer).content == "late"
    await closing


def test_ids_fit_their_templates() -> None:
    """A form whose custom id its own template would not know cannot be made."""
    with pytest.raises(ValueError, match="does not match"):
        Ask("seven")
