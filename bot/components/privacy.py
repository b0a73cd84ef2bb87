"""Taking along and forgetting what is stored: the buttons, and the form that makes sure."""

import io
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Self

import discord

from bot.answer import in_time, say
from bot.app import App
from bot.client import WarmerClient
from bot.cogs.options import turn_of
from bot.components.base import Filled, Interaction, WarmerButton, WarmerModal
from bot.components.rows import DANGER, Button, button
from bot.i18n import Tongue, tongue_of
from bot.render.privacy import export_text, files_of, forgotten_text, question_embed
from game.privacy import Export, Servers

WORD = "word"
_EXPORT, _ASK = "w1:privacy:export", "w1:privacy:ask"


class Scope(StrEnum):
    """What is meant."""

    HERE = "here"
    EVERYWHERE = "all"

    def servers(self, interaction: Interaction) -> Servers:
        """The servers that are meant where a member is.

        In a group these are what it shares and what the member plays alone there.
        """
        if self is Scope.EVERYWHERE:
            return None
        turn = turn_of(interaction)
        return sorted({turn.server_id, turn.group_id or turn.server_id})


_ANSWER = rf"(?P<member>[0-9]{{1,20}}):(?P<scope>{'|'.join(Scope)}):(?P<at>[0-9]{{1,12}})"


async def export(interaction: Interaction, scope: Scope) -> None:
    """Send a member all that is stored about them; nobody else sees it."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    servers = scope.servers(interaction)
    work = app.workers.call(_packed, app, interaction.user.id, servers)
    found, files = await in_time(interaction, work)
    first, *others = [discord.File(io.BytesIO(data), name) for name, data in files]
    await say(interaction, export_text(found, files, tongue), file=first)
    for file in others:
        await interaction.followup.send(file=file, ephemeral=True)


async def ask(interaction: Interaction) -> None:
    """Ask a member what is to be forgotten, and show what that is."""
    app, tongue, own = interaction.client.app, tongue_of(interaction), interaction.user.id
    work = app.workers.call(_looked_up, app, own, Scope.HERE.servers(interaction))
    here, everywhere = await in_time(interaction, work)
    if not everywhere.rows:
        await say(interaction, tongue("privacy-none-stored"))
        return
    asked_at = int(app.clock().timestamp())
    view = discord.ui.View(timeout=None)
    for scope in Scope if here.rows else (Scope.EVERYWHERE,):
        made = f"w1:privacy:forget:{own}:{scope}:{asked_at}"
        view.add_item(button(made, tongue(f"privacy-forget-{scope}"), "🗑️", DANGER))
    view.stop()
    await say(interaction, embed=question_embed(here, everywhere, tongue), view=view)


def privacy_row(tongue: Tongue) -> list[Button]:
    """What a member can do about it."""
    return [
        button(_EXPORT, tongue("privacy-export-button"), "📦"),
        button(_ASK, tongue("privacy-forget-button"), "🗑️"),
    ]


class ExportButton(WarmerButton, template=_EXPORT):
    """Exports everything."""

    async def act(self, interaction: Interaction) -> None:
        """Send the document."""
        await export(interaction, Scope.EVERYWHERE)


class AskButton(WarmerButton, template=_ASK):
    """Asks whether to forget."""

    async def act(self, interaction: Interaction) -> None:
        """Ask."""
        await ask(interaction)


class ForgetButton(WarmerButton, template=f"w1:privacy:forget:{_ANSWER}"):
    """The first of two steps."""

    async def act(self, interaction: Interaction) -> None:
        """Let the member write a word, unless it is not theirs to answer, or too late."""
        question = _Question(self.match)
        question.check(interaction)
        await interaction.response.send_modal(ForgetForm(question, tongue_of(interaction)))


class _Question:
    """Who was asked what, and when."""

    def __init__(self, match: re.Match[str]) -> None:
        self.member_id = int(match["member"])
        self.scope = Scope(match["scope"])
        self.asked_at = datetime.fromtimestamp(int(match["at"]), UTC)
        self.custom_id = f"w1:privacy:sure:{self.member_id}:{self.scope}:{match['at']}"

    def check(self, interaction: Interaction) -> None:
        """Raise NotYourQuestion or QuestionTooOld."""
        privacy = interaction.client.app.privacy
        privacy.check(interaction.user.id, self.member_id, self.asked_at)


class ForgetForm(WarmerModal, template=f"w1:privacy:sure:{_ANSWER}"):
    """The second of two steps."""

    def __init__(self, question: _Question, tongue: Tongue) -> None:
        super().__init__(title=tongue("privacy-sure"), custom_id=question.custom_id)
        self.question = question
        word: discord.ui.TextInput[Any] = discord.ui.TextInput(custom_id=WORD, max_length=32)
        label = tongue("privacy-sure-label", word=tongue("privacy-word"))
        scope = tongue(f"privacy-sure-{question.scope}")
        self.add_item(discord.ui.Label(text=label, description=scope, component=word))

    @classmethod
    def from_custom_id(cls, interaction: Interaction, match: re.Match[str]) -> Self:
        """The form that was sent."""
        return cls(_Question(match), tongue_of(interaction))

    async def act(self, interaction: Interaction, filled: Filled) -> None:
        """Forget, if the word is the right one."""
        app, tongue, question = interaction.client.app, tongue_of(interaction), self.question
        word = tongue("privacy-word")
        if filled.texts.get(WORD, "").strip().casefold() != word.casefold():
            await say(interaction, tongue("privacy-wrong-word", word=word))
            return
        work = app.workers.call(
            _forget, app, interaction.user.id, question.scope.servers(interaction),
            question, interaction.id,
        )  # fmt: skip
        counts = await in_time(interaction, work)
        await say(interaction, forgotten_text(counts, tongue))


def _forget(
    app: App, member_id: int, servers: Servers, question: _Question, interaction_id: int
) -> Mapping[str, int] | None:
    counts = app.privacy.forget(
        member_id, servers, question.member_id, question.asked_at, interaction_id
    )
    app.recommender.unlearn(member_id, servers)
    return counts


def _packed(app: App, member_id: int, servers: Servers) -> tuple[Export, list[tuple[str, bytes]]]:
    found = app.privacy.export(member_id, servers)
    return found, files_of(found)


def _looked_up(app: App, member_id: int, servers: Servers) -> tuple[Export, Export]:
    return app.privacy.export(member_id, servers), app.privacy.export(member_id, None)


def add_privacy_parts(client: WarmerClient) -> None:
    """Let the client answer the buttons and the form of this module."""
    client.add_dynamic_items(ExportButton, AskButton, ForgetButton)
    client.add_forms(ForgetForm)
