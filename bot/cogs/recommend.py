"""The commands by which members find things, and each other."""

from typing import Any

import discord
from discord import app_commands

from bot.client import WarmerClient
from bot.cogs.options import everywhere
from bot.cogs.shelf_options import ItemOption, ShelfOption
from bot.components.tastes import part

Interaction = discord.Interaction[WarmerClient]


@everywhere
@app_commands.command(description="Find out what to try next, for you or for several of you.")
@app_commands.describe(
    shelf="Which shelf; the fullest if left out.",
    mood="What you feel like, in your own words.",
    with1="Somebody who joins you.",
    with2="Somebody else who joins you.",
    with3="Somebody else who joins you.",
    with4="Somebody else who joins you.",
)
async def recommend(
    interaction: Interaction,
    shelf: ShelfOption | None = None,
    mood: app_commands.Range[str, 1, 100] | None = None,
    with1: discord.User | None = None,
    with2: discord.User | None = None,
    with3: discord.User | None = None,
    with4: discord.User | None = None,
) -> None:
    """Recommend what to try next."""
    picks = await part(interaction, "picks")
    await picks.recommend(interaction, shelf, mood, [with1, with2, with3, with4])


@everywhere
@app_commands.command(description="Find things like one you know.")
@app_commands.describe(item="Its title, or what it is about.")
async def similar(interaction: Interaction, item: ItemOption) -> None:
    """Show what is like an item."""
    relatives = await part(interaction, "relatives")
    await relatives.similar(interaction, item)


@everywhere
@app_commands.command(description="Find things by what they are about, in your own words.")
@app_commands.describe(text="What it is about.", shelf="Which shelf; all if left out.")
async def find(
    interaction: Interaction,
    text: app_commands.Range[str, 1, 200],
    shelf: ShelfOption | None = None,
) -> None:
    """Search by meaning."""
    relatives = await part(interaction, "relatives")
    await relatives.find(interaction, text, shelf)


@everywhere
@app_commands.command(description="See what goes well with something.")
@app_commands.describe(item="Its title, or what it is about.")
async def pairs(interaction: Interaction, item: ItemOption) -> None:
    """Show what is used or liked together with an item."""
    relatives = await part(interaction, "relatives")
    await relatives.pairs(interaction, item)


@everywhere
@app_commands.command(description="See what can take the place of something.")
@app_commands.describe(item="Its title, or what it is about.")
async def swap(interaction: Interaction, item: ItemOption) -> None:
    """Show what fills the same role as an item."""
    relatives = await part(interaction, "relatives")
    await relatives.swap(interaction, item)


@everywhere
@app_commands.command(description="See where your taste lies, and what sets it apart.")
@app_commands.describe(shelf="Which shelf; the fullest if left out.")
async def taste(interaction: Interaction, shelf: ShelfOption | None = None) -> None:
    """Show the map of a member's taste."""
    twins = await part(interaction, "twins")
    await twins.taste(interaction, shelf)


@everywhere
@app_commands.command(name="twins", description="Find members whose taste is like yours.")
@app_commands.describe(shelf="Which shelf; the fullest if left out.")
async def twins_(interaction: Interaction, shelf: ShelfOption | None = None) -> None:
    """Show members of alike taste, among those who opted in."""
    twins = await part(interaction, "twins")
    await twins.twins(interaction, shelf)


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (
    recommend, similar, find, pairs, swap, taste, twins_,
)  # fmt: skip
