"""Draws hints."""

import discord

from bot.look import LOOKS
from bot.render.parts import meter, signed
from game.heat import band
from game.results import HintResult


def hint_embed(result: HintResult) -> discord.Embed:
    """A hint."""
    entry, view = result.entry, result.view
    embed = discord.Embed(
        title=f"💡 Try around {entry.word}",
        description=f"{meter(entry, view)}\nHints cost no guess; they are counted beside them.",
        colour=LOOKS[band(entry.rank)].colour,
    )
    return signed(embed, view)
