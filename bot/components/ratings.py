"""Answers what members make of things: by stars, by a button, changed, taken back, listed."""

from collections.abc import Callable
from typing import Any

import discord

from bot import tasting
from bot.answer import in_time, say, show
from bot.called import plain_title
from bot.cogs.options import turn_of
from bot.components.asking import asked, item_menu
from bot.components.base import Interaction
from bot.components.rows import PRIMARY, Button, button, keys
from bot.components.tastes import BUTTONS, part, taste_id
from bot.i18n import Tongue, tongue_of
from bot.render.rate import (
    PAGE,
    add_next,
    changed_words,
    item_embed,
    mine_embed,
    mine_pages,
    opinion_words,
)
from bot.taste_text import stars_of
from bot.tasting import Mine, Told
from recsys.nouns import Item, ItemStatus, Verdict

_MARKS = {
    Verdict.LIKE: "👍",
    Verdict.LOW: "👎",
    Verdict.SEEN: "👀",
    Verdict.DISMISSED: "🚫",
}
_HALVES = range(10, 0, -1)


async def rate(interaction: Interaction, text: str, stars: float | None) -> None:
    """Rate what a text means, or show it."""
    app, turn = interaction.client.app, turn_of(interaction)
    onward = ("item",) if stars is None else ("star", int(2 * stars))
    exactly = stars is not None
    looking = app.workers.call(tasting.find, app, turn.server_id, text, exactly=exactly)
    item = await asked(interaction, looking, *onward)
    if item is None:
        return
    if stars is None:
        await on_item(interaction, item.id)
    else:
        work = app.workers.ponder(tasting.give, app, turn, item.id, stars)
        await _tell(interaction, await in_time(interaction, work))


async def on_item(interaction: Interaction, item_id: str | int) -> None:
    """Show an item with all that can be said about it."""
    app, turn, tongue = interaction.client.app, turn_of(interaction), tongue_of(interaction)
    work = app.workers.call(tasting.item, app, turn, int(item_id))
    item, now = await in_time(interaction, work)
    said = "" if now is None else opinion_words(item, now, tongue)
    marks = _marks(item.id, tongue, undo=now is not None)
    view = keys([stars_menu(item.id, tongue)], marks, _more(item, tongue))
    await say(interaction, embed=item_embed(item, _with_place(item, said, tongue)), view=view)


async def on_star(interaction: Interaction, half: str, item_id: str) -> None:
    """Give stars."""
    await _change(interaction, tasting.give, int(item_id), int(half) / 2)


async def on_stars(interaction: Interaction, chosen: str, item_id: str) -> None:
    """Give the stars that were chosen."""
    await _change(interaction, tasting.give, int(item_id), int(chosen) / 2)


async def on_mark(interaction: Interaction, verdict: str, item_id: str) -> None:
    """Say more or less than stars do."""
    await _change(interaction, tasting.mark, int(item_id), Verdict(verdict))


async def on_undo(interaction: Interaction, item_id: str) -> None:
    """Take the last change back."""
    await _change(interaction, tasting.undo, int(item_id), undone=True)


async def on_choose(interaction: Interaction, chosen: str, verb: str, *details: str) -> None:
    """Go on with the item that was chosen where several could be meant."""
    home = await part(interaction, BUTTONS[verb].module, in_place=BUTTONS[verb].in_place)
    await getattr(home, f"on_{verb}")(interaction, *details, chosen)


async def mine(interaction: Interaction, shelf: str | None) -> None:
    """Show what the member said about a shelf."""
    app, turn, tongue = interaction.client.app, turn_of(interaction), tongue_of(interaction)
    work = app.workers.call(tasting.mine, app, turn, shelf, tongue)
    found = await asked(interaction, work)
    if found is not None:
        embed = mine_embed(found.shelf, found.said, 0, tongue)
        await say(interaction, embed=embed, view=_mine_keys(found, 0, tongue))


async def on_mine(interaction: Interaction, shelf_id: str, page: str) -> None:
    """Turn to a page of it."""
    app, turn, tongue = interaction.client.app, turn_of(interaction), tongue_of(interaction)
    work = app.workers.call(tasting.mine, app, turn, int(shelf_id), tongue)
    found = await in_time(interaction, work, in_place=True)
    at = max(0, min(int(page), mine_pages(found.said) - 1))
    embed = mine_embed(found.shelf, found.said, at, tongue)
    await show(interaction, embed=embed, view=_mine_keys(found, at, tongue))


async def on_change(interaction: Interaction, chosen: str) -> None:
    """Show what was chosen, to be changed."""
    await on_item(interaction, chosen.partition(" ")[0])


async def _change(
    interaction: Interaction, use: Callable[..., Told], *details: object, undone: bool = False
) -> None:
    app = interaction.client.app
    work = app.workers.ponder(use, app, turn_of(interaction), *details)
    told = await in_time(interaction, work, in_place=True)
    await _tell(interaction, told, in_place=True, undone=undone)


async def _tell(
    interaction: Interaction, told: Told, *, in_place: bool = False, undone: bool = False
) -> None:
    tongue, item = tongue_of(interaction), told.recorded.item
    before, now = told.recorded.before, told.recorded.now
    said = changed_words(item, before, now, tongue, undone=undone)
    embed = item_embed(item, _with_place(item, said, tongue))
    add_next(embed, told.next, item, told.own, tongue)
    last = _more(item, tongue)
    if told.next is not None:
        label = tongue("rate-button-rate-it", title=plain_title(told.next.item))
        last = [button(taste_id("item", told.next.item.id), label, "⭐", PRIMARY), *last]
    view = keys([stars_menu(item.id, tongue)], _marks(item.id, tongue, undo=True), last)
    await (show if in_place else say)(interaction, embed=embed, view=view)


def stars_menu(item_id: int, tongue: Tongue) -> discord.ui.Select[Any]:
    """A menu of half stars for an item."""
    options = [
        discord.SelectOption(
            label=f"{stars_of(half / 2)} ({tongue.number(half / 2)})", value=str(half)
        )
        for half in _HALVES
    ]
    return discord.ui.Select(
        custom_id=taste_id("stars", item_id), placeholder=tongue("rate-menu-stars"), options=options
    )


def _marks(item_id: int, tongue: Tongue, *, undo: bool = False) -> list[Button]:
    row = [
        button(taste_id("mark", verdict, item_id), tongue(f"rate-button-{verdict}"), emoji)
        for verdict, emoji in _MARKS.items()
    ]
    if undo:
        row.append(button(taste_id("undo", item_id), tongue("rate-button-undo"), "↩️"))
    return row


def _more(item: Item, tongue: Tongue) -> list[Button]:
    """Where to go on from an item; from one that is gone, nowhere."""
    if item.status is not ItemStatus.LIVE:
        return []
    return [
        button(taste_id("alike", item.id), tongue("rate-button-alike"), "🔎"),
        button(taste_id("pairs", item.id), tongue("rate-button-pairs"), "🤝"),
        button(taste_id("swap", item.id), tongue("rate-button-swap"), "🔁"),
    ]


def _with_place(item: Item, said: str, tongue: Tongue) -> str:
    """What is said of an item, and that it is gone where it is."""
    if item.status is ItemStatus.LIVE:
        return said
    return f"{said} {tongue('rate-off-the-shelf')}".strip()


def _mine_keys(found: Mine, page: int, tongue: Tongue) -> discord.ui.View:
    if not found.said:
        return keys()
    shown = [item for item, _ in found.said[page * PAGE : (page + 1) * PAGE]]
    row = []
    if page > 0:
        label = tongue("rate-button-later")
        row.append(button(taste_id("mine", found.shelf.id, page - 1), label, "◀️"))
    if page + 1 < mine_pages(found.said):
        label = tongue("rate-button-earlier")
        row.append(button(taste_id("mine", found.shelf.id, page + 1), label, "▶️"))
    menu = item_menu(shown, tongue, "change", words=tongue("rate-menu-change"))
    return keys([menu], row)
