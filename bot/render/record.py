"""Draws a member's statistics."""

from collections.abc import Sequence

import discord
from discord.utils import escape_markdown

from bot.i18n import Tongue
from bot.look import LOOKS
from game.heat import Band
from game.results import Record
from game.stats import BUCKETS, Statistics


def record_embed(
    record: Record, name: str, tongue: Tongue, picture: str | None = None
) -> discord.Embed:
    """A member's statistics; the distribution as that attached picture, if there is one."""
    figures = record.statistics
    title = tongue("record-title", name=escape_markdown(name))
    embed = discord.Embed(title=title, colour=LOOKS[Band.WARM].colour)
    if not figures.played:
        embed.description = tongue("record-nothing")
        return embed
    for label, value in _rows(figures, tongue).items():
        embed.add_field(name=label, value=value)
    if picture is not None:
        embed.set_image(url=f"attachment://{picture}")
    elif figures.solved:
        embed.add_field(
            name=tongue("record-distribution"),
            value=_distribution(figures.distribution, tongue),
            inline=False,
        )
    return embed


def _rows(figures: Statistics, tongue: Tongue) -> dict[str, str]:
    rate = round(100 * figures.solved / figures.played)
    streak = tongue("record-streak-days", days=figures.streak, longest=figures.longest_streak)
    return {
        tongue("record-played"): tongue.number(figures.played),
        tongue("record-solved"): tongue("record-solved-rate", number=figures.solved, rate=rate),
        tongue("record-streak"): streak,
        tongue("record-best"): _guesses(figures.best, tongue),
        tongue("record-median"): _guesses(figures.median, tongue),
        tongue("record-given-up"): tongue.number(figures.gave_up),
    }


def _guesses(number: float | None, tongue: Tongue) -> str:
    return "–" if number is None else tongue("common-guesses", number=number)


def _distribution(columns: Sequence[int], tongue: Tongue) -> str:
    ends = [*(f"–{end}" for end in BUCKETS), "+"]
    starts = [1, *(end + 1 for end in BUCKETS)]
    peak = max(columns) or 1
    rows = []
    for start, end, number in zip(starts, ends, columns, strict=True):
        bar = "█" * round(16 * number / peak) or "·"
        rows.append(f"{start}{end}".rjust(8) + f" {bar} {tongue.number(number)}")
    return "```\n" + "\n".join(rows) + "\n```"
