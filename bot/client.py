"""The Discord client: what it listens to, how it answers errors, when it registers commands."""

import asyncio
import hashlib
import json
import logging
import re
import secrets
from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Protocol

import aiohttp
import discord
from discord import app_commands

from bot.answer import say
from bot.app import App
from bot.busy import Stopping
from bot.flights import Flights, custom_id_of
from bot.hooks import Changes, Unheard
from bot.i18n import Tongue, tongue_of
from bot.i18n.files import fingerprint
from bot.i18n.translator import WarmerTranslator
from bot.insist import insist
from bot.malformed import survive_malformed
from bot.metrics import Level
from bot.text import error_words
from bot.workers import SUGGESTING

_log = logging.getLogger(__name__)

# Discord's codes for an interaction that was answered already (it had been delivered twice) and
# for one that nobody waits for any more.
_PAST_ANSWERING = {40060, 10062}
# The member's Discord still shows a command as it was before an update.
_OUTDATED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)
_PARTS = {discord.InteractionType.component, discord.InteractionType.modal_submit}

UNDELIVERED = (discord.HTTPException, OSError, aiohttp.ClientError)
"""How a request to Discord fails. Not every error of aiohttp is an OSError."""
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
        # discord.py has no public place around a whole call.
        await self.client.attend(interaction, super()._call)

    async def on_error(
        self, interaction: discord.Interaction["WarmerClient"], error: app_commands.AppCommandError
    ) -> None:
        """Tell the member what went wrong, and the log what we did not foresee."""
        await answer_error(interaction, error.__cause__ or error)


class WarmerClient(discord.AutoShardedClient):
    """Connects to Discord with no privileged intent, and pings nobody ever."""

    def __init__(
        self,
        app: App,
        notebook: Notebook | None = None,
        *,
        translated: bool = True,
        **options: Any,  # noqa: ANN401  # handed on to discord.py
    ) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            **options,
        )
        survive_malformed(self, app.metrics)
        self.app = app
        self.tree = WarmerTree(self)
        self.flights = Flights(app.metrics)
        self.languages: Callable[[int], str | None] = _no_language
        """The code of the language that a server chose, or None; called on the loop, so it must
        answer from memory."""
        self.changes: Changes = Unheard()
        """Who hears of every move."""
        self.come_round: Callable[[], Awaitable[None]] = _nothing_due
        """Does now what the scheduler would do next: for clocks that jump, such as a player's."""
        self._notebook = notebook
        self._translated = translated
        self._forms: list[Form] = []
        self._beginnings: list[Callable[[], Awaitable[None]]] = []
        self._endings: list[Callable[[], Awaitable[None]]] = []
        app.metrics.watch(Level.GUILDS, lambda: len(self.guilds))
        app.metrics.watch(Level.IN_FLIGHT, lambda: len(self.flights))

    def add(self, commands: Iterable[app_commands.Command[Any, ..., Any]]) -> None:
        """Put commands on the tree."""
        for command in commands:
            self.tree.add_command(command)

    def add_forms(self, *forms: Form) -> None:
        """Answer these kinds of forms."""
        self._forms += forms

    async def attend(
        self,
        interaction: discord.Interaction["WarmerClient"],
        answer: Callable[..., Awaitable[None]],
        *more: object,
    ) -> None:
        """Call `answer` with the interaction and `more`; what it raises becomes words.

        Once the bot is about to stop nothing is called, and the member is told so.
        """
        suggesting = interaction.type is discord.InteractionType.autocomplete
        SUGGESTING.set(suggesting)
        with self.flights.flying(interaction):
            try:
                await (_turn_away if self.flights.closed else answer)(interaction, *more)
            except Exception as error:  # noqa: BLE001  # it is answered, and logged there
                await answer_error(interaction, error)
            if suggesting and not interaction.response.is_done():
                # discord.py has logged why; unanswered, it would look like a broken search.
                await interaction.response.autocomplete([])

    async def setup_hook(self) -> None:
        """Register the commands, unless Discord has these very ones from an earlier start."""
        insist()
        if self._translated:
            await self.tree.set_translator(WarmerTranslator())
        digest = self._digest()
        key = f"commands:{self.application_id}"
        if self._notebook is None:
            await self.tree.sync()
        elif await self.app.workers.call(self._notebook.note, key) != digest:
            await self.tree.sync()
            await self.app.workers.call(self._notebook.keep, key, digest)
            _log.info("commands registered")
        for beginning in self._beginnings:
            await beginning()

    async def on_interaction(self, interaction: discord.Interaction["WarmerClient"]) -> None:
        """Answer a form, and kindly whatever nobody else answers: an old or unknown component."""
        if interaction.type not in _PARTS:
            return
        custom_id = custom_id_of(interaction)
        for form in self._forms:
            if match := form.template.fullmatch(custom_id):
                await self.attend(interaction, form.sent, match)
                return
        # A known component began its flight before: discord.py started its task before this one.
        if interaction not in self.flights and not interaction.response.is_done():
            await self.attend(interaction, _say_old)

    def after_login(self, beginning: Callable[[], Awaitable[None]]) -> None:
        """Await that once Discord knows us, before the gateway is opened."""
        self._beginnings.append(beginning)

    def before_closing(self, ending: Callable[[], Awaitable[None]]) -> None:
        """Await that, for a limited time, before the connection is closed."""
        self._endings.append(ending)

    async def close(self) -> None:
        """Close the connection, once what is under way has its answer or takes too long."""
        self.flights.closed = True
        await asyncio.gather(self.flights.landed(GRACE_S), *map(_ended, self._endings))
        self._endings.clear()
        await super().close()

    async def on_shard_connect(self, _: int) -> None:
        """Count it."""
        self.app.metrics.gateway("connect")

    async def on_shard_resumed(self, _: int) -> None:
        """Count it."""
        self.app.metrics.gateway("resume")

    async def on_shard_disconnect(self, _: int) -> None:
        """Count it."""
        self.app.metrics.gateway("disconnect")

    def _digest(self) -> str:
        payload: list[object] = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        payload.append(fingerprint())  # their names in other languages are sent along
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _no_language(_: int) -> str | None:
    return None


async def _nothing_due() -> None:
    return


async def _turn_away(*_: object) -> None:
    raise Stopping


async def _say_old(interaction: discord.Interaction["WarmerClient"]) -> None:
    await say(interaction, tongue_of(interaction)("errors-old-button"))


async def _ended(ending: Callable[[], Awaitable[None]]) -> None:
    try:
        await asyncio.wait_for(ending(), GRACE_S)
    except Exception:  # noqa: BLE001  # the others shall end all the same
        _log.exception("something did not end in order")


def _unforeseen(error: BaseException, mark: str, tongue: Tongue) -> str:
    """Words for an error without any: where only the answer failed, what it answers stands."""
    if not isinstance(error, UNDELIVERED):
        return tongue("errors-unforeseen", mark=mark)
    behind = error.__context__  # the answer may have been that the wish was refused
    while behind is not None:
        if words := error_words(behind, tongue):
            return words
        behind = behind.__context__
    return tongue("errors-undelivered", mark=mark)


async def answer_error(
    interaction: discord.Interaction["WarmerClient"], error: BaseException
) -> None:
    """Tell a member what went wrong; what nobody foresaw is logged under an id they can quote."""
    failed = interaction.client.app.metrics.failed
    if isinstance(error, discord.HTTPException) and error.code in _PAST_ANSWERING:
        failed(f"discord_{error.code}", foreseen=True)
        _log.warning("interaction %s was past answering: %s", interaction.id, error)
        return
    tongue = tongue_of(interaction)
    outdated = isinstance(error, _OUTDATED)
    words = tongue("errors-old-command") if outdated else error_words(error, tongue)
    failed(type(error).__name__, foreseen=words is not None)
    if words is None:
        mark = secrets.token_hex(4)
        _log.error("interaction %s failed, error %s", interaction.id, mark, exc_info=error)
        words = _unforeseen(error, mark, tongue)
    if interaction.type is discord.InteractionType.autocomplete:
        return  # nothing can be said there
    try:
        await say(interaction, words)
    except UNDELIVERED as failure:  # expired or unreachable: there is nobody to tell
        _log.warning("interaction %s could not be answered: %s", interaction.id, failure)
