"""Answers `/shelf import`: tries a file first, says row by row what is wrong, then goes on."""

from dataclasses import replace
from io import BytesIO

import aiohttp
import discord

from bot import shelf_files
from bot.answer import in_time, say
from bot.cogs.options import turn_of
from bot.components.asking import asked, check_manager, replace_question
from bot.components.base import Interaction
from bot.components.rows import PRIMARY, Button, button, keys
from bot.components.shelf_ids import shelf_id
from bot.i18n import Tongue, tongue_of
from bot.render.shelf_import import imported_words, tried_embed
from bot.shelf_files import Given, Tried, Way

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
    tried = await asked(interaction, work)
    if tried is None:
        return
    embed = tried_embed(tried, given.name, tongue)
    if not tried.items:
        await say(interaction, embed=embed)
        return
    # The file hangs on the answer itself: nothing is kept of it here, and a restart loses nothing.
    kept = discord.File(BytesIO(given.content), given.name)
    go_on = _go_on(tried, replace(way, skip_broken=tried.broken > 0), tongue)
    await say(interaction, embed=embed, view=keys([go_on]), file=kept)


async def on_bring(interaction: Interaction, shelf: str, skip_broken: str, restore: str) -> None:
    """Import the file that hangs on the message. Raises NotManager, UnknownShelf and the like."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    hanging = interaction.message.attachments if interaction.message else []
    given = await in_time(interaction, _read(hanging[0]), in_place=True) if hanging else None
    if given is None:
        await replace_question(interaction, tongue("shelf-import-gone"))
        return
    way = Way(skip_broken=skip_broken == "1", restore=restore == "1")
    use = shelf_files.bring
    work = app.workers.deliberate(use, app, turn, int(shelf), given, way, tongue)
    done = await in_time(interaction, work, in_place=True)
    await replace_question(interaction, imported_words(done, tongue))


async def _read(file: discord.Attachment) -> Given | None:
    """A file as it was sent; None where Discord does not have it any more."""
    try:
        return Given(file.filename, await file.read())
    except (discord.HTTPException, aiohttp.ClientError, OSError):
        return None


def _go_on(tried: Tried, way: Way, tongue: Tongue) -> Button:
    key = "shelf-button-import-others" if way.skip_broken else "shelf-button-import"
    custom_id = shelf_id("bring", tried.shelf.id, int(way.skip_broken), int(way.restore))
    return button(custom_id, tongue(key, number=tried.items), "📥", PRIMARY)
