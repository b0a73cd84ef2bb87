"""Answers with what is like an item, goes with it or takes its place, and with what is found."""

from collections.abc import Callable, Mapping
from typing import Any

import discord

from bot import tasting
from bot.answer import in_time, say
from bot.apart import NO_NAMES
from bot.called import plain_title
from bot.cogs.options import turn_of
from bot.components.asking import asked, item_menu, shelf_names
from bot.components.base import Interaction
from bot.components.rows import keys
from bot.i18n import Tongue, tongue_of
from bot.render.recommend import found_embed, items_embed, pairs_remarks, tags_of
from bot.taste_text import title_of
from recsys.nouns import Item


async def similar(interaction: Interaction, text: str) -> None:
    """Show what is like what a text means."""
    await _with_item(interaction, text, "alike", on_alike)


async def pairs(interaction: Interaction, text: str) -> None:
    """Show what goes with what a text means."""
    await _with_item(interaction, text, "pairs", on_pairs)


async def swap(interaction: Interaction, text: str) -> None:
    """Show what may take the place of what a text means."""
    await _with_item(interaction, text, "swap", on_swap)


async def find(interaction: Interaction, text: str, shelf: str | None) -> None:
    """Search by meaning."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    work = app.workers.ponder(tasting.search, app, turn, text, shelf, tongue)
    found = await asked(interaction, work)
    if found is None:
        return
    embed, items = found_embed(found, text, tongue), [item for item, _ in found.items]
    names = await shelf_names(interaction, items)
    await say(interaction, embed=embed, view=_menu(items, tongue, names))


async def on_alike(interaction: Interaction, item_id: str) -> None:
    """Show what is like an item."""
    tongue = tongue_of(interaction)
    item, found = await _worked(interaction, tasting.similar, item_id)
    items = [(other, tags_of(other)) for other, _ in found.items]
    none = tongue("recommend-similar-none", title=title_of(item))
    title = tongue("recommend-similar-title", title=plain_title(item))
    embed = items_embed(title, items, none)
    await say(interaction, embed=embed, view=_menu([other for other, _ in items], tongue))


async def on_pairs(interaction: Interaction, item_id: str) -> None:
    """Show what goes with an item."""
    tongue = tongue_of(interaction)
    item, found = await _worked(interaction, tasting.pairs, item_id)
    items = list(pairs_remarks(found, tongue))
    none = tongue("recommend-pairs-none", title=title_of(item))
    embed = items_embed(tongue("recommend-pairs-title", title=plain_title(item)), items, none)
    await say(interaction, embed=embed, view=_menu([other for other, _ in items], tongue))


async def on_swap(interaction: Interaction, item_id: str) -> None:
    """Show what may take the place of an item."""
    tongue = tongue_of(interaction)
    item, found = await _worked(interaction, tasting.swaps, item_id)
    items = [(other, tags_of(other)) for other in found]
    none = tongue("recommend-swap-none", title=title_of(item))
    embed = items_embed(tongue("recommend-swap-title", title=plain_title(item)), items, none)
    await say(interaction, embed=embed, view=_menu(found, tongue))


async def _with_item(
    interaction: Interaction, text: str, verb: str, go_on: Callable[..., Any]
) -> None:
    app, turn = interaction.client.app, turn_of(interaction)
    looking = app.workers.call(tasting.find, app, turn.server_id, text)
    item = await asked(interaction, looking, verb)
    if item is not None:
        await go_on(interaction, str(item.id))


async def _worked(interaction: Interaction, use: Callable[..., Any], item_id: str) -> Any:  # noqa: ANN401  # what `use` answers
    app = interaction.client.app
    work = app.workers.ponder(use, app, turn_of(interaction), int(item_id))
    return await in_time(interaction, work)


def _menu(
    items: list[Item], tongue: Tongue, shelves: Mapping[int, str] = NO_NAMES
) -> discord.ui.View:
    if not items:
        return keys()
    words = tongue("recommend-menu-rate")
    return keys([item_menu(items, tongue, "change", words=words, shelves=shelves)])
