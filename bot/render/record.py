"""Draws a member's statistics."""

from collections.abc import Sequence

import discord
from discord.utils import escape_markdown

from bot.look import LOOKS
from bot.text import count
from game.heat import Band
from game.results import Record
from game.stats import BUCKETS


def record_embed(record: Record, name: str) -> discord.Embed:
    """A member's statistics."""
    figures = record.statistics
    embed = discord.Embed(title=f"📊 {escape_markdown(name)}", colour=LOOKS[Band.WARM].colour)
    if not figures.played:
        embed.description = "No daily puzzle played yet. Today's is waiting: `/guess`."
        return embed
    rate = 100 * figures.solved / figures.played
    rows = {
        "Played": f"{figures.played:,}",
        "Solved": f"{figures.solved:,} ({rate:.0f} %)",
        "Streak": f"{count(figures.streak, 'day')} (longest {figures.longest_streak:,})",
        "Best": "–" if figures.best is None else count(figures.best, "guess"),
        "Median": "–" if figures.median is None else count(figures.median, "guess"),
        "Given up": f"{figures.gave_up:,}",
    }
    for label, value in rows.items():
        embed.add_field(name=label, value=value)
    if figures.solved:
        embed.add_field(
            name="Guesses to solve", value=_distribution(figures.distribution), inline=False
        )
    return embed


def _distribution(columns: Sequence[int]) -> str:
    ends = [*map(str, BUCKETS), "more"]
    starts = ["1", *(str(end + 1) for end in BUCKETS)]
    peak = max(columns) or 1
    rows = []
    for start, end, number in zip(starts, ends, columns, strict=True):
        label = f"{start}–{end}" if end != "more" else f"{start}+"
        rows.append(f"{label:>8} {'█' * round(16 * number / peak) or '·'} {number}")
    return "```\n" + "\n".join(rows) + "\n```"
