"""The commands by which shelves are filled from a file, renamed, pooled and deleted."""

from typing import Any

import discord
from discord import app_commands

from bot.client import WarmerClient
from bot.cogs.shelf_options import ShelfOption
from bot.components.tastes import part

Interaction = discord.Interaction[WarmerClient]


@app_commands.command(name="import", description="For admins: fill a shelf from a file.")
@app_commands.describe(
    file="CSV or JSON Lines of up to 1 MB, with a column title. I check it first.",
    shelf="Which shelf; a new name makes a new one. The fullest if left out.",
    restore="Bring back what was taken off the shelf, too.",
)
async def import_(
    interaction: Interaction,
    file: discord.Attachment,
    shelf: ShelfOption | None = None,
    restore: bool = False,
) -> None:
    """Try a file, and offer to import it."""
    imports = await part(interaction, "shelf_imports")
    await imports.bring(interaction, file, shelf, restore=restore)


@app_commands.command(description="For admins: give a shelf another name.")
@app_commands.describe(shelf="Which shelf.", name="What it is to be called.")
async def rename(
    interaction: Interaction, shelf: ShelfOption, name: app_commands.Range[str, 1, 32]
) -> None:
    """Rename a shelf."""
    care = await part(interaction, "shelf_care")
    await care.rename(interaction, shelf, name)


@app_commands.command(description="For admins: let a shelf learn with other servers, or alone.")
@app_commands.describe(shelf="Which shelf.")
async def pool(interaction: Interaction, shelf: ShelfOption) -> None:
    """Show whether a shelf learns with others."""
    care = await part(interaction, "shelf_care")
    await care.pool(interaction, shelf)


@app_commands.command(description="For admins: delete a shelf; I tell you first what goes with it.")
@app_commands.describe(shelf="Which shelf.")
async def delete(interaction: Interaction, shelf: ShelfOption) -> None:
    """Ask whether to delete a shelf."""
    care = await part(interaction, "shelf_care")
    await care.delete(interaction, shelf)


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (import_, rename, pool, delete)
