"""The Discord client: what it listens to, how it answers errors, when it registers commands."""

import hashlib
import json
import logging
import secrets
from collections.abc import Iterable
from typing import Any, Protocol

import discord
from discord import app_commands

from bot.answer import say
from bot.app import App
from bot.flights import Flights
from bot.text import error_words

_log = logging.getLogger(__name__)

# Discord's codes for an interaction that was answered already (it had been delivered twice) and
# for one that nobody waits for any more.
_PAST_ANSWERING = {40060, 10062}


GRACE_S = 10.0
"""How long closing waits for interactions that are still being answered."""


class Notebook(Protocol):
    """Remembers a few short texts over restarts."""

    def note(self, key: str) -> str | None:
        """The text kept under that key, or None."""

    def keep(self, key: str, text: str) -> None:
        """Keep a text under a key in place of what was there."""


class WarmerTree(app_commands.CommandTree["WarmerClient"]):
    """The commands; every error of theirs becomes words."""

    async def interaction_check(self, interaction: discord.Interaction["WarmerClient"], /) -> bool:
        """Note that the interaction is under way; none is refused."""
        if interaction.type is discord.InteractionType.application_command:
            self.client.flights.begin(interaction)
        return True

    async def on_error(
        self, interaction: discord.Interaction["WarmerClient"], error: app_commands.AppCommandError
    ) -> None:
        """Tell the member what went wrong, and the log what we did not foresee."""
        try:
            await answer_error(interaction, error.__cause__ or error)
        finally:
            self.client.flights.end(interaction)


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
        self._notebook = notebook

    def add(self, commands: Iterable[app_commands.Command[Any, ..., Any]]) -> None:
        """Put commands on the tree."""
        for command in commands:
            self.tree.add_command(command)

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

    async def on_app_command_completion(self, interaction: discord.Interaction, _: object) -> None:
        """Note that the interaction has its answer."""
        self.flights.end(interaction)

    async def close(self) -> None:
        """Close the connection, once what is under way has its answer or takes too long."""
        await self.flights.landed(GRACE_S)
        await super().close()

    def _digest(self) -> str:
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


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
