"""Draws where a member's taste lies, and who shares it."""

from collections.abc import Iterator

import discord
from discord.utils import escape_markdown

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.taste_text import shelf_name, title_of
from bot.tasting import Company
from bot.text import member_name
from game.heat import Band
from recsys.picks import Portrait, Twin

_MOST_SHARED = 5


def taste_embed(portrait: Portrait, tongue: Tongue, picture: str) -> discord.Embed:
    """A member's taste: the map, as an attached picture, and the tags that set it apart."""
    embed = discord.Embed(
        title=tongue("recommend-taste-title", shelf=shelf_name(portrait.shelf, tongue)),
        colour=LOOKS[Band.FOUND].colour,
    )
    embed.set_image(url=f"attachment://{picture}")
    if portrait.tags:
        against = "-shelf" if portrait.against_shelf else ""
        lines = [
            tongue(
                f"recommend-taste-tag{against}",
                tag=escape_markdown(tag.tag),
                mine=round(100 * tag.mine),
                others=round(100 * tag.all),
            )
            for tag in portrait.tags
        ]
        head = tongue(f"recommend-taste-apart{against}")
        embed.add_field(name=head, value="\n".join(lines), inline=False)
    return embed


def twins_embed(company: Company, tongue: Tongue) -> discord.Embed:
    """Those whose taste is like a member's; or, where they have not joined, what joining means."""
    embed = discord.Embed(
        title=tongue("recommend-twins-title", shelf=shelf_name(company.shelf, tongue)),
        colour=LOOKS[Band.FOUND].colour,
    )
    if company.twins is None:
        embed.description = tongue("recommend-twins-off")
    elif not company.twins:
        embed.description = tongue("recommend-twins-none")
    else:
        lines = [line for twin in company.twins for line in _lines(twin, tongue)]
        embed.description = "\n".join(lines)
    return embed


def _lines(twin: Twin, tongue: Tongue) -> Iterator[str]:
    yield tongue(
        "recommend-twins-line",
        member=member_name(twin.member_id, tongue),
        alike=round(100 * twin.likeness),
        shared=len(twin.shared),
    )
    if twin.shared:
        titles = ", ".join(title_of(item) for item in twin.shared[:_MOST_SHARED])
        more = " …" if len(twin.shared) > _MOST_SHARED else ""
        yield f"-# {titles}{more}"
