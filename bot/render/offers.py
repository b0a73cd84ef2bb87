"""Draws the hints that can be had, before one is chosen."""

import discord

from bot.i18n import Tongue
from bot.render.hint import hint_offer
from bot.render.parts import colour, signed
from bot.text import error_words
from game.results import HintOffer, HintOffers


def offers_embed(result: HintOffers, tongue: Tongue) -> discord.Embed:
    """Each kind of hint with its price, and why it cannot be had where that is so."""
    some = any(offer.error is None for offer in result.offers)
    embed = discord.Embed(
        title=tongue("play-hint-title" if some else "play-hint-none"),
        description="\n".join(_line(offer, tongue) for offer in result.offers),
        colour=colour(result.view),
    )
    return signed(embed, result.view, tongue)


def _line(offer: HintOffer, tongue: Tongue) -> str:
    named = hint_offer(offer.kind, tongue, offer.price)
    if offer.error is not None:
        reason = error_words(offer.error, tongue) or ""
        return tongue("play-hint-closed", offer=named, reason=reason)
    return tongue("play-hint-open" if offer.price else "play-hint-told", offer=named)
