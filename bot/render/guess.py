"""Draws the answer to a guess."""

import discord

from bot.i18n import Tongue
from bot.look import LOOKS, band_name, degrees
from bot.render.par import par_line
from bot.render.parts import add_end, meter, signed
from bot.render.words import lines_of, words_of
from game.heat import Band, band
from game.model import Mode
from game.results import GuessResult

CLOSEST = 5
"""How many of the closest words a guess is answered with."""


def guess_embed(result: GuessResult, tongue: Tongue) -> discord.Embed:
    """The answer to a guess."""
    entry, view = result.entry, result.view
    heat = band(entry.rank)
    look = LOOKS[heat]
    if entry.rank == 0:
        return _found(result, tongue)
    lines = [meter(entry, view, tongue), change_line(result, tongue)]
    score = par_line(view, tongue) if entry.attempt is not None else ""
    lines.append(score)
    if result.typed != entry.word:
        lines.insert(0, tongue("guess-counts-as", typed=result.typed, word=entry.word))
    name = band_name(heat, tongue)
    embed = discord.Embed(
        title=tongue("guess-title", emoji=look.emoji, word=entry.word, band=name),
        description="\n".join(line for line in lines if line),
        colour=look.colour,
    )
    if len(near := lines_of(view)[:CLOSEST]) > 1:
        closest = words_of(view, near, tongue, entry)
        embed.add_field(name=tongue("guess-closest"), value=closest, inline=False)
    return signed(embed, view, tongue, told=bool(score))


def _found(result: GuessResult, tongue: Tongue) -> discord.Embed:
    view, entry = result.view, result.entry
    embed = discord.Embed(
        title=tongue("guess-found-title", word=entry.word),
        description=_score(result, tongue),
        colour=LOOKS[Band.FOUND].colour,
    )
    add_end(embed, view, tongue)
    return signed(embed, view, tongue, told=result.solves and bool(par_line(view, tongue)))


def _score(result: GuessResult, tongue: Tongue) -> str:
    board, guesses = result.view.board, result.entry.attempt or 0
    if not result.solves:
        return tongue("guess-found-known")
    if board.hints:
        text = tongue(
            "guess-found-with-hints", guesses=guesses, hints=board.hints, strokes=board.strokes
        )
    else:
        text = tongue("guess-found", guesses=guesses)
    if board.key.mode is Mode.TOGETHER:
        text = f"{tongue('guess-finder', member=f'<@{result.entry.member_id}>')} {text}"
    return f"{text}\n{par_line(result.view, tongue)}".rstrip()


def change_line(result: GuessResult, tongue: Tongue) -> str:
    """How a guess compares with the nearest one before it."""
    entry, before, size = result.entry, result.best_before, result.view.size
    if entry.attempt is None:
        return tongue("guess-after-end")
    if result.repeated:  # what was best before it is not known any more
        return ""
    if before is None:
        return tongue("guess-first-step")
    best = degrees(before, size)
    step = _amount(degrees(entry.rank, size) - best, tongue)
    if entry.rank < before:
        return tongue("guess-closest-yet", step=step)
    return tongue("guess-farther", best=tongue.degrees(best), step=step)


def _amount(step: float, tongue: Tongue) -> str:
    """How far apart two heats are; those of two different ranks are never quite the same."""
    return tongue.degrees(abs(step)) if abs(step) >= 0.05 else tongue("guess-a-touch")
