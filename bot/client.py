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
from bot.text import error_words

_log = logging.getLogger(__name__)


class Notebook(Protocol):
    """Remembers a few short texts over restarts."""

    def note(self, key: str) -> str | None:
        """The text kept under that key, or None."""

    def keep(self, key: str, text: str) -> None:
        """Keep a text under a key in place of what was there."""


class WarmerTree(app_commands.CommandTree["WarmerClient"]):
    """The commands; every error of theirs becomes words."""

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

    def _digest(self) -> str:
        payload = [command.to_dict(self.tree) for command in self.tree.get_commands()]
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


async def answer_error(
    interaction: discord.Interaction["WarmerClient"], error: BaseException
) -> None:
    """Tell a member what went wrong; what nobody foresaw is logged under an id they can quote."""
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
