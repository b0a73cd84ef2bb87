"""Answers those who look after shelves: a new name, learning together, an end."""

from bot import shelving
from bot.answer import in_time, say
from bot.cogs.options import turn_of
from bot.components.asking import asked, check_manager, replace_question
from bot.components.base import Interaction
from bot.components.rows import DANGER, Button, button, keys
from bot.components.shelf_ids import shelf_id
from bot.i18n import Tongue, tongue_of
from bot.render.shelf import ending_words, pool_words
from bot.shelving import Pooled
from bot.taste_text import shelf_name


async def rename(interaction: Interaction, shelf: str, name: str) -> None:
    """Give a shelf another name. Raises NotManager, BadShelfName or ShelfNameTaken."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    work = app.workers.call(shelving.rename, app, turn, shelf, name, tongue)
    found = await asked(interaction, work)
    if found is not None:
        before, now = (shelf_name(one, tongue) for one in found)
        await say(interaction, tongue("shelf-renamed", before=before, now=now))


async def delete(interaction: Interaction, shelf: str) -> None:
    """Say what goes with a shelf, and ask whether it shall. Raises NotManager."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    work = app.workers.call(shelving.held, app, turn, shelf, tongue)
    found = await asked(interaction, work)
    if found is not None:
        label = tongue("shelf-button-delete")
        row = [button(shelf_id("erase", found.shelf.id), label, "🗑️", DANGER)]
        await say(interaction, ending_words(found, tongue), view=keys(row))


async def on_erase(interaction: Interaction, shelf: str) -> None:
    """Delete a shelf with all that belongs to it. Raises NotManager."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    work = app.workers.call(shelving.delete, app, turn, int(shelf))
    gone = await in_time(interaction, work, in_place=True)
    if gone is None:
        await replace_question(interaction, tongue("shelf-deleted-before"))
    else:
        await replace_question(interaction, tongue("shelf-deleted", name=shelf_name(gone, tongue)))


async def pool(interaction: Interaction, shelf: str) -> None:
    """Say whether a shelf learns with others, and offer to change that. Raises NotManager."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    work = app.workers.call(shelving.pooled, app, turn, shelf, tongue)
    found = await asked(interaction, work)
    if found is not None:
        await say(interaction, pool_words(found, tongue), view=keys([_switch(found, tongue)]))


async def on_pool(interaction: Interaction, shelf: str, wanted: str) -> None:
    """Let a shelf learn with others, or alone. Raises NotManager or UnknownShelf."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    work = app.workers.call(
        shelving.set_pooled, app, turn, int(shelf), tongue, wanted=wanted == "1"
    )
    found = await in_time(interaction, work, in_place=True)
    view = keys([_switch(found, tongue)])
    await replace_question(interaction, pool_words(found, tongue), view)


def _switch(found: Pooled, tongue: Tongue) -> Button:
    if found.shelf.pooled:
        return button(shelf_id("pool", found.shelf.id, 0), tongue("shelf-button-alone"), "👤")
    return button(shelf_id("pool", found.shelf.id, 1), tongue("shelf-button-together"), "🤝")
