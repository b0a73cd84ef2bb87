"""The options that the recommender's commands share: an item, and a shelf."""

import discord
from discord import app_commands

from bot.client import WarmerClient
from bot.components.tastes import part

Interaction = discord.Interaction[WarmerClient]


class ItemTransformer(app_commands.Transformer[WarmerClient]):
    """Leaves a title as it was typed, and suggests items for it."""

    async def transform(self, _: discord.Interaction[WarmerClient], value: str, /) -> str:
        """What was typed."""
        return value

    async def autocomplete(  # type: ignore[override]  # narrower: we only ever offer texts
        self, interaction: discord.Interaction[WarmerClient], value: str, /
    ) -> list[app_commands.Choice[str]]:
        """Items whose titles are like it, or that are about it."""
        suggesting = await part(interaction, "suggesting")
        offered: list[app_commands.Choice[str]] = await suggesting.items(interaction, value)
        return offered


class ShelfTransformer(app_commands.Transformer[WarmerClient]):
    """Leaves the name of a shelf as it was typed, and suggests those that there are."""

    async def transform(self, _: discord.Interaction[WarmerClient], value: str, /) -> str:
        """What was typed."""
        return value

    async def autocomplete(  # type: ignore[override]  # narrower: we only ever offer texts
        self, interaction: discord.Interaction[WarmerClient], value: str, /
    ) -> list[app_commands.Choice[str]]:
        """The shelves of the place."""
        suggesting = await part(interaction, "suggesting")
        offered: list[app_commands.Choice[str]] = await suggesting.shelves(interaction, value)
        return offered


ItemOption = app_commands.Transform[str, ItemTransformer]
ShelfOption = app_commands.Transform[str, ShelfTransformer]
