"""Draws what links a guess with the secret."""

import discord

from bot.i18n import Tongue
from bot.look import LOOKS, degrees
from bot.render.parts import signed
from bot.why_text import sense_line, why_lines
from game.heat import band
from game.results import WhyResult


def why_embed(result: WhyResult, tongue: Tongue) -> discord.Embed:
    """Why a word is as warm as it is."""
    view = result.view
    secret = view.secret if view.board.finished else None
    why = result.why.veiled() if secret is None else result.why
    look, heat = LOOKS[band(result.rank)], tongue.degrees(degrees(result.rank, view.size))
    embed = discord.Embed(
        title=tongue("why-title", emoji=look.emoji, word=why.word, heat=heat),
        description="\n".join(why_lines(why, secret, tongue)),
        colour=look.colour,
    )
    senses = {why.word: why.sense, secret: why.secret_sense}
    meant = [line for word, sense in senses.items() if word and (line := sense_line(word, sense))]
    if meant:
        embed.add_field(name=tongue("why-meant"), value="\n".join(meant), inline=False)
    if why.shared:
        embed.add_field(name=tongue("why-near-both"), value=" · ".join(why.shared), inline=False)
    return signed(embed, view, tongue)
