"""Answers with lists of what to try next, and with why something is on one."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import discord
from discord.utils import escape_markdown

from bot import tasting
from bot.answer import in_time, say, show
from bot.cogs.options import turn_of
from bot.components.asking import asked, item_menu
from bot.components.base import Interaction
from bot.components.round_ids import first_row
from bot.components.rows import Button, button, keys
from bot.components.tastes import taste_id
from bot.components.wishes import page_of, remember, wish_id, wish_of
from bot.i18n import Tongue, tongue_of
from bot.render.because import why_embed
from bot.render.recommend import nothing_left_words, picks_embed
from bot.rounds import FEW
from bot.tasting import DIALS, Wish
from recsys.nouns import Opinion
from recsys.picks import Picks


async def recommend(
    interaction: Interaction,
    shelf: str | None,
    mood: str | None,
    others: Iterable[discord.User | discord.Member | None],
) -> None:
    """Recommend what to try next to a member, or to them and others."""
    named = [other for other in others if other is not None]
    ids = [x.id for x in named if not x.bot and x.id != interaction.user.id]
    told = " ".join((mood or "").split()) or None
    wish = Wish(shelf, told, tuple(dict.fromkeys(ids)))
    alone = bool(named) and not ids
    await _answer(interaction, wish, alone=alone)


async def on_list(interaction: Interaction, shelf_id: str) -> None:
    """Recommend to whoever pressed, in private."""
    await _answer(interaction, Wish(int(shelf_id)))


async def begin(interaction: Interaction, shelf_id: int, text: str) -> None:
    """Show a member's list, from its beginning, in the place of what led to it."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    work = app.workers.ponder(tasting.recommend, app, turn, Wish(shelf_id), tongue)
    picks, own, wish = await in_time(interaction, work, in_place=True)
    if not picks.picks:
        await say(interaction, f"{text} {nothing_left_words(picks, tongue)}")
        return
    embed = picks_embed(picks, own, tongue)
    await show(interaction, text, embed=embed, view=_keys(picks, own, wish, tongue))


async def on_look(interaction: Interaction, *details: str) -> None:
    """Show another list in the place of this one."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    wish = wish_of(interaction, details)
    seen = wish.shown | page_of(interaction) if wish.looks else frozenset()
    wish = replace(wish, shown=seen)
    work = app.workers.ponder(tasting.recommend, app, turn, wish, tongue)
    picks, own, wish = await in_time(interaction, work, in_place=True)
    if not picks.picks:
        await say(interaction, nothing_left_words(picks, tongue))
        return
    embed = picks_embed(picks, own, tongue, wish.mood)
    await show(interaction, embed=embed, view=_keys(picks, own, wish, tongue))


async def on_post(interaction: Interaction, *details: str) -> None:
    """Show a list to all, without anything of anybody's ratings, or of the mood."""
    app, public = interaction.client.app, tongue_of(interaction, public=True)
    wish, turn = wish_of(interaction, details), turn_of(interaction)
    work = app.workers.ponder(tasting.recommend, app, turn, wish, public)
    picks, own, wish = await in_time(interaction, work, in_place=True)
    name = escape_markdown(interaction.user.display_name)
    embed = picks_embed(picks, own, public, wish.mood, public_for=name)
    label = public("recommend-button-own")
    below = keys([button(taste_id("list", picks.shelf.id), label, "🙋")])
    # The answer first: a second press, or delivery, must find nothing left to press.
    done = tongue_of(interaction)("recommend-shown", mood="yes" if wish.mood else "no")
    if interaction.response.is_done():
        await interaction.edit_original_response(content=done, view=None)
    else:
        await interaction.response.edit_message(content=done, view=None)
    await interaction.followup.send(
        embed=embed, view=below, allowed_mentions=discord.AllowedMentions.none()
    )


async def on_why(interaction: Interaction, chosen: str, *details: str) -> None:
    """Give the whole account of one recommendation, as it stands on its list."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    wish = wish_of(interaction, details)
    work = app.workers.ponder(tasting.explain, app, turn, int(chosen), wish)
    explained, own = await in_time(interaction, work)
    embed = why_embed(explained, own, tongue, together=bool(wish.others))
    label = tongue("rate-button-rate")
    below = keys([button(taste_id("item", chosen), label, "⭐")])
    await say(interaction, embed=embed, view=below)


async def _answer(interaction: Interaction, wish: Wish, *, alone: bool = False) -> None:
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    work = app.workers.ponder(tasting.recommend, app, turn, wish, tongue)
    found = await asked(interaction, work)
    if found is None:
        return
    picks, own, wish = found
    if not picks.picks:
        await say(interaction, nothing_left_words(picks, tongue))
        return
    text = tongue("recommend-notice-alone") if alone else None
    embed = picks_embed(picks, own, tongue, wish.mood)
    await say(interaction, text, embed=embed, view=_keys(picks, own, wish, tongue))


def _keys(picks: Picks, own: Mapping[int, Opinion], wish: Wish, tongue: Tongue) -> discord.ui.View:
    items = [pick.item for pick in picks.picks]
    rating = item_menu(items, tongue, "change", words=tongue("recommend-menu-rate"))
    remember(rating, wish.shown)
    why = item_menu(items, tongue, "why", words=tongue("recommend-menu-why"))
    why.custom_id = wish_id("why", wish)
    # With a few ratings a list is worth more than any other look at it.
    known = len(own) >= FEW or wish.others or wish.mood
    rows = [] if known else [first_row(picks.shelf.id, tongue)]
    return keys([rating], [why], _looks(picks, wish, tongue), *rows)


def _looks(picks: Picks, wish: Wish, tongue: Tongue) -> list[Button]:
    row = []
    if picks.more or wish.looks:
        # After the last of them it begins anew.
        onward = wish_id("look", wish, looks=wish.looks + 1 if picks.more else 0)
        row.append(button(onward, tongue("recommend-button-look"), "🔄"))
    if wish.dial + 1 < len(DIALS):
        bolder = wish_id("look", wish, dial=wish.dial + 1, looks=0)
        row.append(button(bolder, tongue("recommend-button-bolder"), "🎲"))
    if wish.dial > 0:
        safer = wish_id("look", wish, dial=wish.dial - 1, looks=0)
        row.append(button(safer, tongue("recommend-button-safer"), "🎯"))
    row.append(button(wish_id("post", wish), tongue("recommend-button-show"), "📣"))
    return row
