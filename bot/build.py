"""Makes the bot: the client with every command on it."""

from typing import Any

from bot.app import App
from bot.client import Notebook, WarmerClient
from bot.cogs import about, play
from bot.components.play import FORMS, ITEMS
from bot.panels.build import add_panels


def build_client(app: App, notebook: Notebook | None = None, **options: Any) -> WarmerClient:  # noqa: ANN401  # handed on to discord.py
    """The client, ready to be started; without a notebook it registers its commands every time."""
    client = WarmerClient(app, notebook, **options)
    client.add(play.COMMANDS)
    client.add_dynamic_items(*ITEMS)
    client.add_forms(*FORMS)
    client.add(about.COMMANDS)
    add_panels(client)
    return client
