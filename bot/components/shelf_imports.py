"""Answers `/shelf import`: tries a file first, says row by row what is wrong, then goes on."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import aiohttp
import discord

from bot import shelf_files
from bot.answer import in_time, say
from bot.cogs.options import turn_of
from bot.components.asking import check_manager, replace_question
from bot.components.base import Interaction
from bot.components.rows import PRIMARY, Button, button, keys
from bot.components.shelf_ids import shelf_id
from bot.i18n import Tongue, tongue_of
from bot.render.shelf_import import imported_words, tried_embed
from bot.shelf_files import Given, Tried, Way
from bot.taste_text import shelf_name
from recsys.importer import Imported
from recsys.refusals import UnknownShelf

LARGEST = 1_000_000
"""So many bytes a file may have: some ten thousand rows."""


async def bring(
    interaction: Interaction, file: discord.Attachment, shelf: str | None, *, restore: bool
) -> None:
    """Try a file without writing anything, and offer to go on. Raises NotManager.

    Also raises what is wrong with the file as a whole.
    """
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    if file.size > LARGEST:
        await say(interaction, tongue("shelf-import-large", size=LARGEST // 1_000_000))
        return
    given = await in_time(interaction, _read(file))
    if given is None:
        await say(interaction, tongue("shelf-import-gone"))
        return
    way = Way(restore=restore)
    work = app.workers.deliberate(shelf_files.try_out, app, turn, shelf, given, way, tongue)
    try:
        tried = await in_time(interaction, work)
    except UnknownShelf:
        await say(interaction, tongue("shelf-import-none"))
        return
    embed = tried_embed(tried, given.name, tongue)
    if not tried.items:
        await say(interaction, embed=embed)
        return
    # The file hangs on the answer itself: nothing is kept of it here, and a restart loses nothing.
    kept = discord.File(BytesIO(given.content), given.name)
    row = _go_on(tried, replace(way, skip_broken=tried.broken > 0), tongue)
    await say(interaction, embed=embed, view=keys(row), file=kept)


async def on_bring(interaction: Interaction, shelf: str, skip_broken: str, restore: str) -> None:
    """Import the file that hangs on the message. Raises NotManager, UnknownShelf and the like."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)

    def use(given: Given, way: Way) -> Imported:
        return shelf_files.bring(app, turn, int(shelf), given, way, tongue)

    await _carry_out(interaction, use, skip_broken, restore)


async def on_new(interaction: Interaction, skip_broken: str, restore: str, name: str) -> None:
    """The same onto a shelf that is made for it. Raises NotManager, BadShelfName and the like."""
    app, turn = interaction.client.app, turn_of(interaction)

    def use(given: Given, way: Way) -> Imported:
        return shelf_files.bring_new(app, turn, name, given, way)

    await _carry_out(interaction, use, skip_broken, restore)


async def _carry_out(
    interaction: Interaction,
    use: Callable[[Given, Way], Imported],
    skip_broken: str,
    restore: str,
) -> None:
    app, tongue = interaction.client.app, tongue_of(interaction)
    check_manager(interaction)
    hanging = interaction.message.attachments if interaction.message else []
    given = await in_time(interaction, _read(hanging[0]), in_place=True) if hanging else None
    if given is None:
        await replace_question(interaction, tongue("shelf-import-gone"))
        return
    way = Way(skip_broken=skip_broken == "1", restore=restore == "1")
    done = await in_time(interaction, app.workers.deliberate(use, given, way), in_place=True)
    await replace_question(interaction, imported_words(done, tongue))


async def _read(file: discord.Attachment) -> Given | None:
    """A file as it was sent; None where Discord does not have it any more."""
    try:
        return Given(file.filename, await file.read())
    except (discord.HTTPException, aiohttp.ClientError, OSError):
        return None


def _go_on(tried: Tried, way: Way, tongue: Tongue) -> list[Button]:
    """The button that goes on with it; and one that takes the shelf which was perhaps meant."""
    key = f"shelf-button-import{'-new' if tried.fresh else ''}{'-others' * way.skip_broken}"
    label, how = tongue(key, number=tried.items), (int(way.skip_broken), int(way.restore))
    if not tried.fresh:
        return [button(shelf_id("bring", tried.shelf.id, *how), label, "📥", PRIMARY)]
    row = [button(shelf_id("new", *how, name=tried.shelf.name), label, "📥", PRIMARY)]
    if tried.near is not None:
        name = shelf_name(tried.near, tongue).replace("\\", "")
        instead = tongue("shelf-button-import-near", shelf=name)
        row.append(button(shelf_id("bring", tried.near.id, *how), instead, "📥"))
    return row
