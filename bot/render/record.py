"""Draws a member's statistics."""

from collections.abc import Sequence

import discord
from discord.utils import escape_markdown

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.render.achievements import progress_lines, progress_title
from bot.render.leaderboard import golf
from bot.text import mode_name
from game.achievements import Progress
from game.heat import Band
from game.model import Mode
from game.results import Record
from game.stats import BUCKETS


def record_embed(
    record: Record,
    name: str,
    tongue: Tongue,
    picture: str | None = None,
    achieved: Sequence[Progress] = (),
    *,
    own: bool = False,
) -> discord.Embed:
    """A member's statistics; the distribution as that attached picture, if there is one.

    `achieved` is how far they are with their achievements; what comes next is told in one's `own`.
    """
    figures = record.statistics
    title = tongue("record-title", name=escape_markdown(name))
    embed = discord.Embed(title=title, colour=LOOKS[Band.WARM].colour)
    if not figures.played:
        embed.description = tongue("record-nothing" if own else "record-nothing-theirs")
        return embed
    for label, value in _rows(record, tongue).items():
        embed.add_field(name=label, value=value)
    if achieved:
        lines = progress_lines(achieved, own, tongue)
        embed.add_field(name=progress_title(achieved, tongue), value=lines, inline=False)
    if picture is not None:
        embed.set_image(url=f"attachment://{picture}")
    elif figures.solved:
        embed.add_field(
            name=tongue("record-distribution"),
            value=_distribution(figures.distribution, tongue),
            inline=False,
        )
    return embed


def _rows(record: Record, tongue: Tongue) -> dict[str, str]:
    figures = record.statistics
    rate = round(100 * figures.solved / figures.played)
    streak = tongue("record-streak-days", days=figures.streak, longest=figures.longest_streak)
    rows = {
        tongue("record-played"): tongue.number(figures.played),
        tongue("record-solved"): tongue("record-solved-rate", number=figures.solved, rate=rate),
        tongue("record-streak"): streak,
        tongue("record-best"): _strokes(figures.best, tongue),
        tongue("record-median"): _strokes(figures.median, tongue),
        tongue("record-given-up"): tongue.number(figures.gave_up),
    }
    if figures.over_par is not None:
        rows[tongue("record-against-par")] = tongue(
            "record-par-median", over=golf(figures.over_par, tongue), number=figures.under_par
        )
    if record.modes:
        modes = [mode_name(mode, tongue) for mode in Mode if mode in record.modes]
        rows[tongue("record-modes")] = ", ".join(modes)
    return rows


def _strokes(number: float | None, tongue: Tongue) -> str:
    return "–" if number is None else tongue("common-strokes", number=number)


def _distribution(columns: Sequence[int], tongue: Tongue) -> str:
    ends = [*(f"–{end}" for end in BUCKETS), "+"]
    starts = [1, *(end + 1 for end in BUCKETS)]
    peak = max(columns) or 1
    rows = []
    for start, end, number in zip(starts, ends, columns, strict=True):
        bar = "█" * round(16 * number / peak) or "·"
        rows.append(f"{start}{end}".rjust(8) + f" {bar} {tongue.number(number)}")
    return "```\n" + "\n".join(rows) + "\n```"
