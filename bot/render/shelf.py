"""Draws the shelves of a place, and what members wish onto them."""

from collections.abc import Sequence

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.shelving import Pooled
from bot.taste_text import quoted, shelf_name, title_of
from bot.text import member_name
from game.heat import Band
from recsys.nouns import Item, Shelf, ShelfFigures

PAGE = 10
"""How many wishes a page shows."""
_MOST = 25


def shelves_embed(figures: Sequence[ShelfFigures], tongue: Tongue) -> discord.Embed:
    """The shelves, with how much is on each."""
    lines = [line for one in figures[:_MOST] for line in _lines(one, tongue)]
    return discord.Embed(
        title=tongue("shelf-list-title"),
        description="\n".join([*lines, "", tongue("shelf-list-how")]),
        colour=LOOKS[Band.WARM].colour,
    )


def ending_words(found: ShelfFigures, tongue: Tongue) -> str:
    """What goes with a shelf that is deleted, and the question whether it shall."""
    lines = [tongue("shelf-delete-ask", name=shelf_name(found.shelf, tongue))]
    lines.append(tongue("shelf-delete-items", items=found.items))
    if found.suggested:
        lines.append(tongue("shelf-delete-wishes", number=found.suggested))
    if found.opinions:
        said = tongue("shelf-delete-said", opinions=found.opinions, members=found.members)
        lines.append(said)
    return "\n".join([*lines, tongue("shelf-delete-end")])


def pool_words(found: Pooled, tongue: Tongue) -> str:
    """Whether a shelf learns with others, and what that means for whom."""
    name = shelf_name(found.shelf, tongue)
    state = tongue("shelf-pool-alone", name=name)
    if found.shelf.pooled:
        state = tongue("shelf-pool-together", name=name, number=found.others)
    return "\n".join([state, "", tongue("shelf-pool-what", name=quoted(found.shelf.name))])


def waiting_embed(shelf: Shelf, items: Sequence[Item], page: int, tongue: Tongue) -> discord.Embed:
    """A page of what members wish for."""
    title = tongue("shelf-waiting-title", shelf=shelf_name(shelf, tongue))
    embed = discord.Embed(title=title, colour=LOOKS[Band.WARM].colour)
    if not items:
        embed.description = tongue("shelf-waiting-none")
        return embed
    first = page * PAGE
    embed.description = "\n".join(
        tongue(
            "shelf-waiting-line",
            place=place,
            title=title_of(item),
            member=member_name(item.suggested_by, tongue),
        )
        for place, item in enumerate(items[first : first + PAGE], start=first + 1)
    )
    if (pages := waiting_pages(items)) > 1:
        embed.set_footer(text=tongue("shelf-waiting-page", page=page + 1, pages=pages))
    return embed


def waiting_pages(items: Sequence[Item]) -> int:
    """How many pages there are: at least one."""
    return max(1, -(-len(items) // PAGE))


def _lines(one: ShelfFigures, tongue: Tongue) -> list[str]:
    name = shelf_name(one.shelf, tongue)
    line = tongue("shelf-list-fresh", name=name, items=one.items)
    if one.opinions:
        line = tongue(
            "shelf-list-line",
            name=name,
            items=one.items,
            opinions=one.opinions,
            members=one.members,
        )
    if not one.suggested:
        return [line]
    return [line, f"-# {tongue('shelf-list-waiting', number=one.suggested)}"]
