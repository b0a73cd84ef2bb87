"""Makes the bot: the client with every command on it."""

from typing import Any

from bot.app import App
from bot.client import Notebook, WarmerClient
from bot.cogs import about, pictures, play
from bot.cogs.leaderboard import add_leaderboard
from bot.cogs.privacy import add_privacy
from bot.cogs.shelves import add_taste
from bot.components.play import FORMS, ITEMS
from bot.departures import add_departures
from bot.managing import add_managing
from bot.panels import Panels
from bot.panels.build import add_panels
from bot.schedule import Posted, add_daily_posts
from bot.warming import add_warming


def build_client(app: App, notebook: Notebook | None = None, **options: Any) -> WarmerClient:  # noqa: ANN401  # handed on to discord.py
    """The client, ready to be started; without a notebook it registers its commands every time."""
    client = WarmerClient(app, notebook, **options)
    client.add(play.COMMANDS)
    client.add_dynamic_items(*ITEMS)
    client.add_forms(*FORMS)
    client.add(about.COMMANDS)
    add_leaderboard(client)
    client.add(pictures.COMMANDS)
    pictures.add_picture_buttons(client)
    add_managing(client)
    panels = add_panels(client)
    posts = add_daily_posts(client, lambda post: _panel_below(panels, post))
    add_taste(client)
    add_privacy(client)
    posts.chores.append(add_departures(client).come_round)
    add_warming(client)
    return client


async def _panel_below(panels: Panels, post: Posted) -> None:
    # In the channel, not in the post's thread: there the post's buttons and the commands play.
    await panels.posted(post.setup, post.puzzle.id, post.channel_id)
