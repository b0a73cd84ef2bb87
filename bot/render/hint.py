"""Draws hints."""

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.render.parts import colour, meter, signed
from game.heat import band
from game.results import HintResult, SpellingResult
from game.rules import HINT_PRICES, HintKind


def hint_offer(kind: HintKind, tongue: Tongue, price: int | None = None) -> str:
    """What a hint of that kind tells, and its price: the usual one, or the given one."""
    asked = HINT_PRICES[kind] if price is None else price
    return tongue(f"hint-offer-{kind}", price=asked)


def hint_embed(result: HintResult | SpellingResult, tongue: Tongue) -> discord.Embed:
    """A hint."""
    if isinstance(result, SpellingResult):
        return _spelling(result, tongue)
    entry, view = result.entry, result.view
    lines = [meter(entry, view, tongue), _where(result, tongue), _cost(result.price, tongue)]
    embed = discord.Embed(
        title=tongue("hint-title", word=entry.word),
        description="\n".join(line for line in lines if line),
        colour=LOOKS[band(entry.rank)].colour,
    )
    return signed(embed, view, tongue)


def _spelling(result: SpellingResult, tongue: Tongue) -> discord.Embed:
    letter = result.first.upper()
    blanks = letter + "_" * (result.length - 1)
    spelling = tongue("hint-spelling", blanks=blanks, number=result.length)
    embed = discord.Embed(
        title=tongue("hint-spelling-title", letter=letter),
        description=f"{spelling}\n{_cost(result.price, tongue)}",
        colour=colour(result.view),
    )
    return signed(embed, result.view, tongue)


def _where(result: HintResult, tongue: Tongue) -> str:
    if result.kind is HintKind.DIRECTION:
        return tongue("hint-direction")
    if result.between is not None:
        one, other = result.between
        return tongue("hint-between", one=one, other=other)
    return ""


def _cost(price: int, tongue: Tongue) -> str:
    return tongue("hint-cost", strokes=price) if price else tongue("hint-told-before")
