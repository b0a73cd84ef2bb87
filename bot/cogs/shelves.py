"""The commands about the shelves of a place, for everybody and for those who manage it."""

from typing import Any

import discord
from discord import app_commands

from bot.client import WarmerClient
from bot.cogs.rate import COMMANDS as RATING
from bot.cogs.recommend import COMMANDS as FINDING
from bot.cogs.shelf_care import COMMANDS as CARE
from bot.cogs.shelf_options import ItemOption, ShelfOption
from bot.components.shelf_ids import ShelfButton
from bot.components.tastes import ITEMS, part

Interaction = discord.Interaction[WarmerClient]
Title = app_commands.Range[str, 1, 200]


def shelf_group() -> app_commands.Group:
    """`/shelf`. Discord lets only whole groups be restricted, so each part checks who uses it."""
    group = app_commands.Group(
        name="shelf",
        description="The shelves of this place, and what stands on them.",
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=True, private_channel=True
        ),
    )
    parts: tuple[app_commands.Command[Any, ..., Any], ...] = (
        list_, suggest, create, approve, remove, *CARE,
    )  # fmt: skip
    for command in parts:
        group.add_command(command)
    return group


@app_commands.command(name="list", description="See which shelves there are.")
async def list_(interaction: Interaction) -> None:
    """Show the shelves."""
    shelves = await part(interaction, "shelves")
    await shelves.look(interaction)


@app_commands.command(description="Wish something onto a shelf; an admin approves it.")
@app_commands.describe(
    title="What it is called.",
    shelf="Which shelf; the fullest if left out.",
    year="The year it is from.",
    tags="A few words about it, with commas between them.",
    about="What it is about, in a sentence or two.",
)
async def suggest(
    interaction: Interaction,
    title: Title,
    shelf: ShelfOption | None = None,
    year: int | None = None,
    tags: app_commands.Range[str, 1, 200] | None = None,
    about: app_commands.Range[str, 1, 1000] | None = None,
) -> None:
    """Suggest an item."""
    shelves = await part(interaction, "shelves")
    await shelves.suggest(interaction, shelf, title, year, tags or "", about or "")


@app_commands.command(description="For admins: make a new shelf.")
@app_commands.describe(name="What is on it, such as films, books, recipes or games.")
async def create(interaction: Interaction, name: app_commands.Range[str, 1, 32]) -> None:
    """Make a shelf."""
    shelves = await part(interaction, "shelves")
    await shelves.create(interaction, name)


@app_commands.command(description="For admins: see what members wish for, and decide.")
@app_commands.describe(shelf="Which shelf; the fullest if left out.")
async def approve(interaction: Interaction, shelf: ShelfOption | None = None) -> None:
    """Show what waits for an answer."""
    shelves = await part(interaction, "shelves")
    await shelves.approve(interaction, shelf)


@app_commands.command(description="For admins: take something off its shelf.")
@app_commands.describe(item="Its title, or what it is about.")
async def remove(interaction: Interaction, item: ItemOption) -> None:
    """Ask whether to remove an item."""
    shelves = await part(interaction, "shelves")
    await shelves.remove(interaction, item)


def add_taste(client: WarmerClient) -> None:
    """Put the recommender's commands on a client, and let it answer what hangs on them."""
    client.add(RATING)
    client.add(FINDING)
    client.tree.add_command(shelf_group())
    client.add_dynamic_items(*ITEMS, ShelfButton)
