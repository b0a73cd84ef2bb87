"""Answers about the shelves of a place: which there are, what is wished for, and what admins do."""

import discord
from discord.utils import MISSING

from bot import shelving, tasting
from bot.answer import in_time, say, show
from bot.cogs.options import turn_of
from bot.components.asking import (
    READY_MADE,
    asked,
    check_manager,
    demo_button,
    item_menu,
    may_manage,
    offer_shelves,
    replace_question,
)
from bot.components.base import Interaction
from bot.components.rows import DANGER, PRIMARY, button, keys
from bot.components.tastes import taste_id
from bot.i18n import Tongue, tongue_of
from bot.render.rate import item_embed
from bot.render.shelf import PAGE, shelves_embed, waiting_embed, waiting_pages
from bot.shelving import Waiting
from bot.taste_text import shelf_name, title_of
from recsys.nouns import Item, ItemStatus


async def look(interaction: Interaction) -> None:
    """Show the shelves; where there are none, offer some."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    work = app.workers.call(tasting.figures, app, turn_of(interaction).server_id)
    found = await in_time(interaction, work)
    if not found:
        await offer_shelves(interaction)
        return
    await say(interaction, embed=shelves_embed(found, tongue))


async def suggest(
    interaction: Interaction, shelf: str | None, title: str, year: int | None, tags: str, about: str
) -> None:
    """Note a wish; of those who decide on it themselves it is granted at once."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    item = shelving.Wished(title, year, tags, about)
    granted = may_manage(interaction)
    work = app.workers.ponder(shelving.suggest, app, turn, shelf, item, tongue, granted=granted)
    found = await asked(interaction, work)
    if found is None:
        return
    home, kept = found
    key = "shelf-suggested-live" if kept.status is ItemStatus.LIVE else "shelf-suggested"
    await say(interaction, tongue(key, title=title_of(kept), shelf=shelf_name(home, tongue)))


async def create(interaction: Interaction, name: str) -> None:
    """Make a shelf. Raises NotManager or BadShelfName."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    made, fresh = await in_time(interaction, app.workers.call(shelving.create, app, turn, name))
    key = "shelf-created" if fresh else "shelf-created-before"
    ready = fresh and made.kind in READY_MADE
    below = keys([demo_button(made.kind, tongue)]) if ready else MISSING
    await say(interaction, tongue(key, name=shelf_name(made, tongue)), view=below)


async def approve(interaction: Interaction, shelf: str | None) -> None:
    """Show what is wished for. Raises NotManager."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    work = app.workers.call(shelving.waiting, app, turn, shelf, tongue)
    found = await asked(interaction, work)
    if found is not None:
        embed = waiting_embed(found.shelf, found.items, 0, tongue)
        await say(interaction, embed=embed, view=_waiting_keys(found, 0, tongue))


async def on_page(interaction: Interaction, shelf_id: str, page: str) -> None:
    """Turn to a page of what is wished for. Raises NotManager."""
    check_manager(interaction)
    await _show_waiting(interaction, int(shelf_id), int(page))


async def on_judge(interaction: Interaction, chosen: str) -> None:
    """Show a wish, to be decided on. Raises NotManager."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    work = app.workers.call(shelving.wished, app, turn, int(chosen))
    home, item = await in_time(interaction, work, in_place=True)
    yes, no = tongue("shelf-button-approve"), tongue("shelf-button-decline")
    row = [
        button(taste_id("settle", "yes", item.id), yes, "✅", PRIMARY),
        button(taste_id("settle", "no", item.id), no, "✖️"),
    ]
    said = tongue("shelf-judge-title", shelf=shelf_name(home, tongue))
    await show(interaction, said, embed=item_embed(item), view=keys(row))


async def on_settle(interaction: Interaction, answer: str, item_id: str) -> None:
    """Grant a wish or not, and show what is left. Raises NotManager or NotSuggested."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    granted = answer == "yes"
    work = app.workers.ponder(shelving.settle, app, turn, int(item_id), granted=granted)
    item = await in_time(interaction, work, in_place=True)
    key = "shelf-approved" if granted else "shelf-declined"
    await _show_waiting(interaction, item.shelf_id, 0, tongue(key, title=title_of(item)))


async def remove(interaction: Interaction, text: str) -> None:
    """Ask whether to take something off its shelf. Raises NotManager."""
    app, turn = interaction.client.app, turn_of(interaction)
    check_manager(interaction)
    looking = app.workers.call(tasting.find, app, turn.server_id, text)
    item = await asked(interaction, looking, "take")
    if item is not None:
        await on_take(interaction, str(item.id))


async def on_take(interaction: Interaction, item_id: str) -> None:
    """Ask whether to take an item off its shelf. Raises NotManager."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    work = app.workers.call(shelving.standing, app, turn, int(item_id))
    home, item = await in_time(interaction, work)
    text = tongue("shelf-remove-ask", title=title_of(item), shelf=shelf_name(home, tongue))
    label = tongue("shelf-button-remove")
    row = [button(taste_id("drop", item.id), label, "🗑️", DANGER)]
    await say(interaction, text, view=keys(row))


async def on_drop(interaction: Interaction, item_id: str) -> None:
    """Take an item off its shelf. Raises NotManager or UnknownItem."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    work = app.workers.ponder(shelving.remove, app, turn, int(item_id))
    item, was_there = await in_time(interaction, work, in_place=True)
    key = "shelf-removed" if was_there else "shelf-removed-before"
    await replace_question(interaction, tongue(key, title=title_of(item)))


async def on_demo(interaction: Interaction, kind: str) -> None:
    """Put one of our own shelves up. Raises NotManager."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    check_manager(interaction)
    work = app.workers.ponder(shelving.demo, app, turn, kind)
    made, number = await in_time(interaction, work, in_place=True)
    words = tongue("shelf-demo-done", name=shelf_name(made, tongue), items=number)
    await replace_question(interaction, words)


async def _show_waiting(
    interaction: Interaction, shelf_id: int, page: int, notice: str | None = None
) -> None:
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    work = app.workers.call(shelving.waiting, app, turn, shelf_id, tongue)
    found = await in_time(interaction, work, in_place=True)
    at = max(0, min(page, waiting_pages(found.items) - 1))
    embed = waiting_embed(found.shelf, found.items, at, tongue)
    await show(interaction, notice, embed=embed, view=_waiting_keys(found, at, tongue))


def _waiting_keys(found: Waiting, page: int, tongue: Tongue) -> discord.ui.View:
    if not found.items:
        return keys()
    shown: list[Item] = list(found.items[page * PAGE : (page + 1) * PAGE])
    row = []
    if page > 0:
        label = tongue("rate-button-earlier")
        row.append(button(taste_id("page", found.shelf.id, page - 1), label, "◀️"))
    if page + 1 < waiting_pages(found.items):
        label = tongue("rate-button-later")
        row.append(button(taste_id("page", found.shelf.id, page + 1), label, "▶️"))
    menu = item_menu(shown, tongue, "judge", words=tongue("shelf-menu-judge"))
    return keys([menu], row)
