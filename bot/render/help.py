"""Draws how to play."""

import discord

from bot.look import LOOKS
from game.heat import LIMITS, Band


def help_embed() -> discord.Embed:
    """How to play."""
    embed = discord.Embed(
        title="How to play Warmer",
        description="Every day has a secret word, the same for the whole server. Guess any word: "
        "I answer how close it is **in meaning**, not in spelling, from 0° to the 100° of the "
        "secret itself. Rank #1 is the nearest of all other words; ranks beyond 1,000 are not "
        "told.",
        colour=LOOKS[Band.WARM].colour,
    )
    embed.add_field(name="Heat", value=_bands(), inline=False)
    embed.add_field(name="Commands", value=_COMMANDS, inline=False)
    embed.add_field(
        name="Fair play",
        value="Unknown words and words said twice cost nothing. `dogs` counts as `dog`. Your solo "
        "guesses are seen by you alone. Stuck? A hint halves the way.",
        inline=False,
    )
    return embed


_COMMANDS = (
    "`/guess word` guess a word\n"
    "`/board` see all your guesses, nearest first\n"
    "`/hint` a word nearer than your best\n"
    "`/giveup` learn the word\n"
    "`/practice` another secret, right now, as often as you like\n"
    "`/stats` your record, or somebody's\n"
    "With `mode: together` a channel shares one board; `puzzle` reaches the days gone by."
)


def _bands() -> str:
    lines: list[str] = []
    for name, limit in LIMITS[1:]:
        lines.append(f"{_named(name)}: rank {'1 to' if not lines else 'up to'} {limit:,}")
    return "\n".join([*lines, f"{_named(Band.FREEZING)}: beyond"])


def _named(name: Band) -> str:
    return f"{LOOKS[name].emoji} **{LOOKS[name].name}**"
