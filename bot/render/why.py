"""Draws what links a guess with the secret."""

import discord

from bot.look import LOOKS, degrees
from bot.render.parts import signed
from bot.why_text import sense_line, why_lines
from game.heat import band
from game.results import WhyResult


def why_embed(result: WhyResult) -> discord.Embed:
    """Why a word is as warm as it is."""
    view = result.view
    secret = view.secret if view.board.finished else None
    why = result.why.veiled() if secret is None else result.why
    look = LOOKS[band(result.rank)]
    embed = discord.Embed(
        title=f"{look.emoji} Why {why.word} is at {degrees(result.rank, view.size):.1f}°",
        description="\n".join(why_lines(why, secret)),
        colour=look.colour,
    )
    senses = {why.word: why.sense, secret: why.secret_sense}
    meant = [line for word, sense in senses.items() if word and (line := sense_line(word, sense))]
    if meant:
        embed.add_field(name="What is meant", value="\n".join(meant), inline=False)
    if why.shared:
        embed.add_field(name="Near both", value=" · ".join(why.shared), inline=False)
    return signed(embed, view)
