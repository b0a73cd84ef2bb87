"""Draws the answer to a guess."""

import discord

from bot.look import LOOKS, degrees
from bot.render.parts import add_end, meter, signed, table
from bot.text import count
from game.heat import Band, band
from game.model import Mode
from game.results import GuessResult

CLOSEST = 5
"""How many of the closest words a guess is answered with."""


def guess_embed(result: GuessResult) -> discord.Embed:
    """The answer to a guess."""
    entry, view = result.entry, result.view
    look = LOOKS[band(entry.rank)]
    if entry.rank == 0:
        return _found(result)
    lines = [meter(entry, view), _change(result)]
    if result.typed != entry.word:
        lines.insert(0, f"*{result.typed}* counts as **{entry.word}**.")
    embed = discord.Embed(
        title=f"{look.emoji} {entry.word} is {look.name}",
        description="\n".join(line for line in lines if line),
        colour=look.colour,
    )
    if len(view.entries) > 1:
        closest = table(view, view.entries[:CLOSEST], entry)
        embed.add_field(name="Closest so far", value=closest, inline=False)
    return signed(embed, view)


def _found(result: GuessResult) -> discord.Embed:
    view, entry = result.view, result.entry
    if not result.solves:
        text = "That is the word, and you knew it: this board has ended."
    else:
        text = f"Found in **{count(entry.attempt or 0, 'guess')}**"
        if view.board.hints:
            strokes = count(view.board.strokes, "stroke")
            text += f" and {view.board.hints:,} for hints: **{strokes}**"
        text += "."
        if view.board.key.mode is Mode.TOGETHER:
            text = f"<@{entry.member_id}> found it. {text}"
    embed = discord.Embed(
        title=f"🎉 {entry.word} it is!", description=text, colour=LOOKS[Band.FOUND].colour
    )
    add_end(embed, view)
    return signed(embed, view)


def _change(result: GuessResult) -> str:
    entry, before, size = result.entry, result.best_before, result.view.size
    if entry.attempt is None:
        return "The board has ended, so this one is just for exploring."
    if result.repeated:  # what was best before it is not known any more
        return ""
    if before is None:
        return "A first step. The word itself is at 100°."
    best = degrees(before, size)
    step = degrees(entry.rank, size) - best
    if entry.rank < before:
        return f"⬆️ The closest yet: {_amount(step)} warmer."
    return f"The closest is still at {best:.1f}°, {_amount(step)} warmer than this."


def _amount(step: float) -> str:
    """How far apart two heats are; those of two different ranks are never quite the same."""
    return f"{abs(step):.1f}°" if abs(step) >= 0.05 else "a touch"
