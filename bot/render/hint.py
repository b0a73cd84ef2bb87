"""Draws hints."""

import discord

from bot.look import LOOKS
from bot.render.parts import colour, meter, signed
from bot.text import count
from game.heat import band
from game.results import HintResult, SpellingResult
from game.rules import HINT_PRICES, HintKind

_OFFERS = {
    HintKind.DIRECTION: "direction: a warmer word, unlike what was tried so far",
    HintKind.BETWEEN: "between: a warmer word between two of your words",
    HintKind.HALFWAY: "halfway: a word halfway from your best to the secret",
    HintKind.SPELLING: "spelling: the first letter and the length",
}


def hint_offer(kind: HintKind) -> str:
    """What a hint of that kind tells, and its price."""
    return f"{_OFFERS[kind]} (+{HINT_PRICES[kind]})"


def hint_embed(result: HintResult | SpellingResult) -> discord.Embed:
    """A hint."""
    if isinstance(result, SpellingResult):
        return _spelling(result)
    entry, view = result.entry, result.view
    lines = [meter(entry, view), _where(result), _cost(result.price)]
    embed = discord.Embed(
        title=f"💡 Try around {entry.word}",
        description="\n".join(line for line in lines if line),
        colour=LOOKS[band(entry.rank)].colour,
    )
    return signed(embed, view)


def _spelling(result: SpellingResult) -> discord.Embed:
    blanks = result.first.upper() + "_" * (result.length - 1)
    embed = discord.Embed(
        title=f"💡 It begins with {result.first.upper()}",
        description=f"`{blanks}`, {count(result.length, 'letter')}.\n{_cost(result.price)}",
        colour=colour(result.view),
    )
    return signed(embed, result.view)


def _where(result: HintResult) -> str:
    if result.kind is HintKind.DIRECTION:
        return "A way that nobody has looked yet."
    if result.between is not None:
        one, other = result.between
        return f"Warmer lies between **{one}** and **{other}**."
    return ""


def _cost(price: int) -> str:
    if not price:
        return "This was told before, so it costs nothing now."
    return f"No guess is spent; the hint adds {count(price, 'stroke')} to the score."
