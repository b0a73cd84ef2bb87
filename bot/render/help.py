"""Draws how to play."""

import discord

from bot.i18n import Tongue
from bot.look import LOOKS, band_name
from bot.render.hint import hint_offer
from game.heat import LIMITS, Band
from game.rules import HintKind


def help_embed(tongue: Tongue) -> discord.Embed:
    """How to play."""
    embed = discord.Embed(
        title=tongue("help-title"), description=tongue("help-text"), colour=LOOKS[Band.WARM].colour
    )
    offers = "\n".join(hint_offer(kind, tongue) for kind in HintKind)
    embed.add_field(name=tongue("help-heat"), value=_bands(tongue), inline=False)
    embed.add_field(name=tongue("help-commands"), value=tongue("help-commands-text"), inline=False)
    embed.add_field(name=tongue("help-hints"), value=offers, inline=False)
    embed.add_field(
        name=tongue("help-fair-play"), value=tongue("help-fair-play-text"), inline=False
    )
    return embed


def _bands(tongue: Tongue) -> str:
    (nearest, first), *others = LIMITS[1:]
    lines = [
        _line(nearest, tongue("help-band-first", limit=first), tongue),
        *(_line(name, tongue("help-band-up-to", limit=limit), tongue) for name, limit in others),
        _line(Band.FREEZING, tongue("help-band-beyond"), tongue),
    ]
    return "\n".join(lines)


def _line(name: Band, ranks: str, tongue: Tongue) -> str:
    return f"{LOOKS[name].emoji} **{band_name(name, tongue)}**: {ranks}"
