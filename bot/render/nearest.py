"""Draws the words nearest to a secret that is known."""

import discord

from bot.i18n import Tongue
from bot.look import LOOKS, bar, degrees, shown_rank
from bot.render.parts import signed
from game.heat import Band
from game.results import NearestResult, Neighbour

PAGE = 25
"""How many words a page shows."""


def nearest_pages(result: NearestResult) -> int:
    """How many pages there are: at least one."""
    return max(1, -(-len(result.neighbours) // PAGE))


def nearest_embed(result: NearestResult, page: int, tongue: Tongue) -> discord.Embed:
    """A page of the secret's neighbours, those that were guessed marked."""
    last = nearest_pages(result)
    page = min(page, last - 1)
    shown = result.neighbours[page * PAGE : (page + 1) * PAGE]
    rows = "\n".join(_row(near, result, tongue) for near in shown)
    guessed = sum(near.word in result.guessed for near in shown)
    foot = tongue("play-nearest-page", page=page + 1, pages=last, number=guessed)
    embed = discord.Embed(
        title=tongue("play-nearest-title", secret=result.view.secret or ""),
        description=f"```\n{rows}\n```\n{foot}",
        colour=LOOKS[Band.FOUND].colour,
    )
    return signed(embed, result.view, tongue)


def _row(near: Neighbour, result: NearestResult, tongue: Tongue) -> str:
    warmth = degrees(near.rank, result.view.size)
    mark = " ←" if near.word in result.guessed else ""
    rank = shown_rank(near.rank, tongue) or "·"
    return f"{rank:>6} {tongue.degrees(warmth):>6} {bar(warmth)} {near.word}{mark}"
