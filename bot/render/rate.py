"""Draws an item with what a member says of it, and the list of all they said."""

from collections.abc import Sequence

import discord
from discord.utils import escape_markdown

from bot.called import plain_title
from bot.i18n import Tongue
from bot.look import LOOKS
from bot.render.recommend import MOST_REASONS, because_words
from bot.taste_text import said_of, shelf_name, title_of
from game.heat import Band
from recsys.nouns import Item, ItemStatus, Opinion, Shelf, Verdict
from recsys.picks import Pick

PAGE = 15
"""How many opinions a page of the list shows."""
_LONGEST_ABOUT = 600
_MOST_TAGS = 8
_SCHEMES = ("https://", "http://")


def item_embed(item: Item, said: str = "") -> discord.Embed:
    """An item, below what is said about it first."""
    embed = discord.Embed(
        title=plain_title(item),
        url=item.url if item.url and item.url.startswith(_SCHEMES) else None,
        description="\n\n".join(part for part in (said, _about(item)) if part),
        colour=LOOKS[Band.WARM].colour,
    )
    if item.image and item.image.startswith(_SCHEMES):
        embed.set_thumbnail(url=item.image)
    if item.tags:
        embed.set_footer(text=" · ".join(item.tags[:_MOST_TAGS]))
    return embed


def opinion_words(item: Item, now: Opinion | None, tongue: Tongue) -> str:
    """What a member makes of an item, as a sentence."""
    if now is None:
        return tongue("rate-none", title=title_of(item))
    if now.stars is not None:
        return tongue("rate-stars", title=title_of(item), stars=said_of(now, tongue))
    return tongue(f"rate-{now.verdict}", title=title_of(item))


def changed_words(
    item: Item, before: Opinion | None, now: Opinion | None, tongue: Tongue, *, undone: bool = False
) -> str:
    """What a member makes of an item now, and what it was before."""
    lines = [tongue("rate-undone")] if undone else []
    lines.append(opinion_words(item, now, tongue))
    if before is not None and not undone and said_of(before, tongue) != said_of(now, tongue):
        lines.append(tongue("rate-was", before=said_of(before, tongue)))
    return " ".join(lines)


def add_next(
    embed: discord.Embed, pick: Pick | None, item: Item, own: dict[int, Opinion], tongue: Tongue
) -> None:
    """Put below what was rated what to try next; it says so where that is because of it.

    Where it is itself all that is left, after what was said of it was taken back, there is no next.
    """
    now = own.get(item.id)
    if pick is None:
        if now is not None:
            embed.add_field(name=tongue("rate-next"), value=tongue("rate-next-none"), inline=False)
        return
    liked = now is not None and now.verdict is Verdict.LIKE
    moved = liked and any(reason.item.id == item.id for reason in pick.because[:MOST_REASONS])
    name = tongue("rate-because" if moved else "rate-next")
    because = because_words(pick, own, tongue)
    value = "\n".join(part for part in (f"**{title_of(pick.item)}**", because) if part)
    embed.add_field(name=name, value=value, inline=False)


def mine_embed(
    shelf: Shelf, said: Sequence[tuple[Item, Opinion]], page: int, tongue: Tongue
) -> discord.Embed:
    """A page of what a member said, the latest first."""
    name = shelf_name(shelf, tongue)
    embed = discord.Embed(
        title=tongue("rate-mine-title", shelf=name), colour=LOOKS[Band.WARM].colour
    )
    if not said:
        embed.description = tongue("rate-mine-empty")
        return embed
    shown = said[page * PAGE : (page + 1) * PAGE]
    embed.description = "\n".join(_said_line(item, opinion, tongue) for item, opinion in shown)
    pages = mine_pages(said)
    embed.set_footer(text=tongue("rate-mine-page", number=len(said), page=page + 1, pages=pages))
    return embed


def _said_line(item: Item, opinion: Opinion, tongue: Tongue) -> str:
    line = f"{said_of(opinion, tongue)} · {title_of(item)}"
    return line if item.status is ItemStatus.LIVE else f"{line} · *{tongue('rate-mine-gone')}*"


def mine_pages(said: Sequence[tuple[Item, Opinion]]) -> int:
    """How many pages there are: at least one."""
    return max(1, -(-len(said) // PAGE))


def _about(item: Item) -> str:
    text = " ".join(item.description.split())
    short = text if len(text) <= _LONGEST_ABOUT else f"{text[: _LONGEST_ABOUT - 1]}…"
    return escape_markdown(short)
