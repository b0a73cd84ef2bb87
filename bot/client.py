"""The Discord client: what it listens to, how it answers errors, when it registers commands."""

import hashlib
import json
import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Protocol

import discord
from discord import app_commands

from bot.answer import OLD_BUTTON, say
from bot.app import App
from bot.flights import Flights, custom_id_of
from bot.hooks import Changes, Unheard
from bot.text import error_words

_log = logging.getLogger(__name__)

# Discord's codes for an interaction that was answered already (it had been delivered twice) and
# for one that nobody waits for any more.
_PAST_ANSWERING = {40060, 10062}
_PARTS = {discord.InteractionType.component, discord.InteractionType.modal_submit}

GRACE_S = 10.0
"""How long closing waits for interactions that are still being answered."""


class Notebook(Protocol):
    """Remembers a few short texts over restarts."""

    def note(self, key: str) -> str | None:
        """The text kept under that key, or None."""

    def keep(self, key: str, text: str) -> None:
        """Keep a text under a key in place of what was there."""


class Form(Protocol):
    """A kind of form that members send; it is not bound to one message or one start."""

    template: re.Pattern[str]

    async def sent(
        self, interaction: discord.Interaction["WarmerClient"], match: re.Match[str], /
    ) -> None:
        """Answer one whose custom id matches the template."""


class WarmerTree(app_commands.CommandTree["WarmerClient"]):
    """The commands; every error of theirs becomes words."""

    async def _call(self, interaction: discord.Interaction["WarmerClient"]) -> None:
        # discord.py has no public place around a whole call, and logs an error in an autocomplete
        # without answering: the member would be left with a failed search.
        with self.client.flights.flying(interaction):
            try:
                await super()._call(interaction)
            except app_commands.AppCommandError as error:
                await self.on_error(interaction, error)
            suggesting = interaction.type is discord.InteractionType.autocomplete
            if suggesting and not interaction.response.is_done():
                await interaction.response.autocomplete([])

    async def on_error(
        self, interaction: discord.Interaction["WarmerClient"], error: app_commands.AppCommandError
    ) -> None:
        """Tell the member what went wrong, and the log what we did not foresee."""
        await answer_error(interaction, error.__cause__ or error)


class WarmerClient(discord.AutoShardedClient):
    """Connects to Discord with no privileged intent, and pings nobody ever."""

    def __init__(self, app: App, notebook: Notebook | None = None, **options: Any) -> None:  # noqa: ANN401  # handed on to discord.py
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            **options,
        )
        self.app = app
        self.tree = WarmerTree(self)
        self.flights = Flights()
        self.languages: Callable[[int], str | None] = _no_language
        """The code of the language that a server chose, or None; called on the loop, so it must
        answer from memory."""
        self.changes: Changes = Unheard()
        """Who hears of every move."""
        self._notebook = notebook
        self._forms: list[Form] = []

    def add(self, commands: Iterable[app_commands.Command[Any, ..., Any]]) -> None:
        """Put commands on the tree."""
        for command in commands:
            self.tree.add_command(command)

    def add_forms(self, *forms: Form) -> None:
        """Answer these kinds of forms."""
        self._forms += forms

    async def attend(
        self, interaction: discord.Interaction["WarmerClient"], work: Awaitable[None]
    ) -> None:
        """Await what answers an interaction; what it raises becomes words to the member."""
        with self.flights.flying(interaction):
            try:
                await work
            except Exception as error:  # noqa: BLE001  # it is answered, and logged there
                await answer_error(interaction, error)

    async def setup_hook(self) -> None:
        """Register the commands, unless Discord has these very ones from an earlier start."""
        digest = self._digest()
        key = f"commands:{self.application_id}"
        if self._notebook is None:
            await self.tree.sync()
        elif await self.app.workers.call(self._notebook.note, key) != digest:
            await self.tree.sync()
            await self.app.workers.call(self._notebook.keep, key, digest)
            _log.info("commands registered")

    async def on_interaction(self, interaction: discord.Interaction["WarmerClient"]) -> None:
        """Answer a form, and kindly whatever nobody else answers: an old or unknown component."""
        if interaction.type not in _PARTS:
            return
        custom_id = custom_id_of(interaction)
        for form in self._forms:
            if match := form.template.fullmatch(custom_id):
                await self.attend(interaction, form.sent(interaction, match))
                return
        # A known component began its flight before: discord.py started its task before this one.
        if interaction not in self.flights and not interaction.response.is_done():
            await self.attend(interaction, say(interaction, OLD_BUTTON))

    async def close(self) -> None:
        """Close the connection, once what is under way has its answer or takes too long."""
        await self.flights.landed(GRACE_S)
        await super().close()

    def _digest(self) -> str:
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _no_language(_: int) -> str | None:
    return None


async def answer_error(
    interaction: discord.Interaction["WarmerClient"], error: BaseException
) -> None:
    """Tell a member what went wrong; what nobody foresaw is logged under an id they can quote."""
    if isinstance(error, discord.HTTPException) and error.code in _PAST_ANSWERING:
        _log.warning("interaction %s was past answering: %s", interaction.id, error)
        return
    words = error_words(error)
    if words is None:
        mark = secrets.token_hex(4)
        _log.error("interaction %s failed, error %s", interaction.id, mark, exc_info=error)
        words = (
            "Something went wrong on my side, and nothing was counted. If it happens again, "
            f"tell whoever runs me the number `{mark}`."
        )
    try:
        await say(interaction, words)
    except discord.HTTPException as failure:  # expired or unreachable: there is nobody to tell
        _log.warning("interaction %s could not be answered: %s", interaction.id, failure)
