"""Answers who one's taste is like, and where it lies; who wants to be found says so."""

import discord

from bot import tasting
from bot.answer import in_time, say, show
from bot.cogs.options import turn_of
from bot.components.asking import asked
from bot.components.base import Interaction
from bot.components.rows import PRIMARY, button, keys
from bot.components.tastes import taste_id
from bot.i18n import Tongue, tongue_of
from bot.render.files import file_of
from bot.render.taste import taste_embed, twins_embed
from bot.tasting import Company


async def taste(interaction: Interaction, shelf: str | None) -> None:
    """Show the map of a member's taste."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    work = app.workers.ponder(tasting.portrait, app, turn, shelf, tongue)
    found = await asked(interaction, work)
    if found is None:
        return
    portrait, picture = found
    if picture is None:
        await say(interaction, tongue("recommend-taste-none"))
        return
    embed = taste_embed(portrait, tongue, picture.name)
    await say(interaction, embed=embed, file=file_of(picture))


async def twins(interaction: Interaction, shelf: str | None) -> None:
    """Show members of alike taste, or what it means to be found."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    work = app.workers.ponder(tasting.company, app, turn, shelf, tongue)
    found = await asked(interaction, work)
    if found is not None:
        await say(interaction, embed=twins_embed(found, tongue), view=_keys(found, tongue))


async def on_twin(interaction: Interaction, wanted: str, shelf_id: str) -> None:
    """Join those who are found, or leave them."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    joined = wanted == "in"
    work = app.workers.ponder(tasting.join, app, turn, int(shelf_id), tongue, wanted=joined)
    found = await in_time(interaction, work, in_place=True)
    text = tongue("recommend-twins-in" if joined else "recommend-twins-out")
    view = _keys(found, tongue)
    await show(interaction, text, embed=twins_embed(found, tongue), view=view)


def _keys(found: Company, tongue: Tongue) -> discord.ui.View:
    if found.twins is None:
        label = tongue("recommend-button-join")
        return keys([button(taste_id("twin", "in", found.shelf.id), label, "👯", PRIMARY)])
    label = tongue("recommend-button-leave")
    return keys([button(taste_id("twin", "out", found.shelf.id), label, "🚪")])
