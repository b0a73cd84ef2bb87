"""Draws how to play."""

import discord

from bot.look import LOOKS
from bot.render.hint import hint_offer
from game.heat import LIMITS, Band
from game.rules import HintKind


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
        name="Hints, and what each adds to your score",
        value="\n".join(hint_offer(kind) for kind in HintKind),
        inline=False,
    )
    embed.add_field(
        name="Fair play",
        value="Unknown words and words said twice cost nothing. `dogs` counts as `dog`. Your solo "
        "guesses are seen by you alone. Words that hurt people are taken by no board.",
        inline=False,
    )
    return embed


_COMMANDS = (
    "`/guess word` guess a word\n"
    "`/board` see all your guesses, nearest first\n"
    "`/hint kind` a word nearer than your best, or how the secret begins\n"
    "`/why word` what links a word with the secret\n"
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
