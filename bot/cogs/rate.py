"""The commands by which members say what they make of things."""

from typing import Any

import discord
from discord import app_commands

from bot.client import WarmerClient
from bot.cogs.options import everywhere
from bot.cogs.shelf_options import ItemOption, ShelfOption
from bot.components.tastes import part

Interaction = discord.Interaction[WarmerClient]

_STARS = [
    app_commands.Choice(name=f"{'★' * int(stars)}{'½' * (stars % 1 > 0)} ({stars:g})", value=stars)
    for stars in (5.0, 4.5, 4.0, 3.5, 3.0, 2.5, 2.0, 1.5, 1.0, 0.5)
]


@everywhere
@app_commands.command(description="Say what you make of something; I learn from it at once.")
@app_commands.describe(
    item="Its title, or what it is about.", stars="From half a star to five; ask me if left out."
)
@app_commands.choices(stars=_STARS)
async def rate(interaction: Interaction, item: ItemOption, stars: float | None = None) -> None:
    """Rate an item, or show it with all that can be said about it."""
    ratings = await part(interaction, "ratings")
    await ratings.rate(interaction, item, stars)


@everywhere
@app_commands.command(description="See all you said about things, change it or take it back.")
@app_commands.describe(shelf="Which shelf; the fullest if left out.")
async def ratings(interaction: Interaction, shelf: ShelfOption | None = None) -> None:
    """Show what the member said."""
    home = await part(interaction, "ratings")
    await home.mine(interaction, shelf)


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (rate, ratings)
