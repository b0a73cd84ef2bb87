"""What the client asks of Discord, and when it registers its commands."""

from collections.abc import Iterator
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.app import App, open_app
from bot.build import build_client
from bot.client import WarmerClient
from bot.local.pairing import GUILD_READY_S, running
from bot.local.server import LocalDiscord
from bot.settings import Settings
from store.notebook import SqlNotebook

NAMES = {
    "setup", "notify", "puzzle",
    "guess", "board", "hint", "giveup", "practice", "why", "stats", "help", "leaderboard",
    "party", "share", "map", "privacy", "export-me", "forget-me",
    "rate", "ratings", "recommend", "similar", "find", "pairs", "swap", "taste", "twins", "shelf",
}  # fmt: skip


@pytest.fixture
def app(settings: Settings) -> Iterator[App]:
    """An open app."""
    with open_app(settings, discord.utils.utcnow) as opened:
        yield opened


def client_of(app: App, *more: Any) -> WarmerClient:
    """The bot, with more commands."""
    client = build_client(app, SqlNotebook(app.database), guild_ready_timeout=GUILD_READY_S)
    client.add(more)
    return client


async def registered(client: WarmerClient, identity: str) -> set[str]:
    """The names of the commands that a start registers with a Discord that has none yet."""
    async with LocalDiscord(identity=identity) as local, running(client, local):
        return {command["name"] for command in local.commands}


async def test_commands_are_registered_when_they_changed(app: App) -> None:
    """The first start registers; later ones only where a command or the application is another."""

    @app_commands.command(description="Another one")
    async def another(_: discord.Interaction) -> None: ...

    assert await registered(client_of(app), "one") == NAMES
    assert await registered(client_of(app), "one") == set()
    assert await registered(client_of(app, another), "one") == {*NAMES, "another"}
    assert await registered(client_of(app, another), "one") == set()
    assert await registered(client_of(app), "two") == NAMES
    assert await registered(client_of(app), "one") == NAMES


async def test_failed_registration_is_tried_again(app: App) -> None:
    """What Discord did not take is not noted as taken."""
    async with LocalDiscord(identity="one") as local:
        local.faults.fail("PUT", "/applications/*/commands", 503)
        with pytest.raises(discord.DiscordServerError):
            async with running(client_of(app), local):
                pass
    assert await registered(client_of(app), "one") == NAMES


async def test_without_a_notebook(app: App) -> None:
    """Without a notebook the commands are registered at every start."""
    for _ in range(2):
        client = build_client(app, guild_ready_timeout=GUILD_READY_S)
        assert await registered(client, "one") == NAMES


def test_asks_for_nothing_it_does_not_need(app: App) -> None:
    """No privileged intent, no cache of members or messages, and no ping by default."""
    client = build_client(app)
    assert client.intents == discord.Intents(guilds=True)
    assert not client.intents.members
    assert not client.intents.presences
    assert not client.intents.message_content
    assert client.allowed_mentions is not None
    assert client.allowed_mentions.to_dict() == {"parse": []}


def test_commands_explain_themselves(app: App) -> None:
    """Every command and every option has a description of its own."""
    client = build_client(app)
    for command in client.tree.walk_commands():
        assert len(command.description) > 10
        if isinstance(command, app_commands.Group):
            continue
        assert all(len(option.description) > 10 for option in command.parameters)
