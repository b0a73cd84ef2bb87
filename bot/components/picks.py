"""Answers with lists of what to try next, and with why something is on one."""

from collections.abc import Iterable, Sequence

import discord
from discord.utils import escape_markdown

from bot import tasting
from bot.answer import in_time, say, show
from bot.cogs.options import turn_of
from bot.components.asking import asked, item_menu
from bot.components.base import Interaction
from bot.components.rows import Button, button, keys
from bot.components.tastes import taste_id
from bot.i18n import Tongue, tongue_of
from bot.render.recommend import MOOD_MARK, nothing_left_words, picks_embed, why_embed
from bot.tasting import DIALS, Wish
from recsys.picks import Picks

_BASE = 36
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NOBODY = "-"


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


async def on_look(interaction: Interaction, *details: str) -> None:
    """Show another list in the place of this one."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    wish = _wish(interaction, details)
    work = app.workers.ponder(tasting.recommend, app, turn, wish, tongue)
    picks, own, wish = await in_time(interaction, work, in_place=True)
    if not picks.picks:
        await say(interaction, nothing_left_words(picks, tongue))
        return
    embed = picks_embed(picks, own, tongue, wish.mood)
    await show(interaction, embed=embed, view=_keys(picks, wish, tongue))


async def on_post(interaction: Interaction, *details: str) -> None:
    """Show a list to all, without anything of anybody's ratings."""
    app, public = interaction.client.app, tongue_of(interaction, public=True)
    wish, turn = _wish(interaction, details), turn_of(interaction)
    work = app.workers.ponder(tasting.recommend, app, turn, wish, public)
    picks, own, wish = await in_time(interaction, work, in_place=True)
    name = escape_markdown(interaction.user.display_name)
    embed = picks_embed(picks, own, public, wish.mood, public_for=name)
    label = public("recommend-button-own")
    below = keys([button(taste_id("list", picks.shelf.id), label, "🙋")])
    # The answer first: a second press, or delivery, must find nothing left to press.
    done = tongue_of(interaction)("recommend-shown")
    if interaction.response.is_done():
        await interaction.edit_original_response(content=done, view=None)
    else:
        await interaction.response.edit_message(content=done, view=None)
    await interaction.followup.send(
        embed=embed, view=below, allowed_mentions=discord.AllowedMentions.none()
    )


async def on_why(interaction: Interaction, chosen: str) -> None:
    """Give the whole account of one recommendation."""
    app, tongue, turn = interaction.client.app, tongue_of(interaction), turn_of(interaction)
    work = app.workers.ponder(tasting.explain, app, turn, int(chosen))
    explained, own = await in_time(interaction, work)
    label = tongue("rate-button-rate")
    below = keys([button(taste_id("item", chosen), label, "⭐")])
    await say(interaction, embed=why_embed(explained, own, tongue), view=below)


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
    await say(interaction, text, embed=embed, view=_keys(picks, wish, tongue))


def _keys(picks: Picks, wish: Wish, tongue: Tongue) -> discord.ui.View:
    items = [pick.item for pick in picks.picks]
    return keys(
        [item_menu(items, tongue, "change", words=tongue("recommend-menu-rate"))],
        [item_menu(items, tongue, "why", words=tongue("recommend-menu-why"))],
        _looks(wish, tongue),
    )


def _looks(wish: Wish, tongue: Tongue) -> list[Button]:
    row = [
        button(_wish_id("look", wish, looks=wish.looks + 1), tongue("recommend-button-look"), "🔄")
    ]
    if wish.dial + 1 < len(DIALS):
        bolder = _wish_id("look", wish, dial=wish.dial + 1, looks=0)
        row.append(button(bolder, tongue("recommend-button-bolder"), "🎲"))
    if wish.dial > 0:
        safer = _wish_id("look", wish, dial=wish.dial - 1, looks=0)
        row.append(button(safer, tongue("recommend-button-safer"), "🎯"))
    row.append(button(_wish_id("post", wish), tongue("recommend-button-show"), "📣"))
    return row


def _wish_id(verb: str, wish: Wish, *, dial: int | None = None, looks: int | None = None) -> str:
    """The custom id of a list: but for the mood, which the message itself shows."""
    others = _NOBODY.join(map(_short, wish.others)) or _NOBODY
    return taste_id(
        verb,
        wish.shelf,
        wish.dial if dial is None else dial,
        (wish.looks if looks is None else looks) % 100,
        others,
    )


def _wish(interaction: Interaction, details: Sequence[str]) -> Wish:
    """The wish that a custom id and the message it hangs on tell."""
    shelf_id, dial, looks, others = details
    ids = tuple(int(other, _BASE) for other in others.split(_NOBODY) if other)
    at = max(0, min(int(dial), len(DIALS) - 1))
    return Wish(int(shelf_id), _mood(interaction), ids, at, int(looks))


def _mood(interaction: Interaction) -> str | None:
    embeds = interaction.message.embeds if interaction.message else []
    name = embeds[0].author.name if embeds else None
    return name.removeprefix(MOOD_MARK) if name and name.startswith(MOOD_MARK) else None


def _short(number: int) -> str:
    """A number in few characters: five members' ids fit in a custom id so."""
    digits = ""
    while number:
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return digits or "0"
