"""Draws what is looked back on after the end: the turning point."""

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.render.parts import signed
from game.heat import Band
from game.journey import Journey
from game.results import JourneyResult


def turning_embed(result: JourneyResult, tongue: Tongue) -> discord.Embed:
    """The guess that brought the word nearest at one stroke."""
    way = result.journey
    if way.turning is None:
        embed = discord.Embed(
            title=tongue("play-turning-none-title"),
            description=tongue("play-turning-none"),
            colour=LOOKS[Band.MILD].colour,
        )
        return signed(embed, result.view, tongue)
    step = way.steps[way.turning]
    embed = discord.Embed(
        title=tongue("play-turning-title", word=step.word),
        description=_story(way, way.turning, result.view.board.solved, tongue),
        colour=LOOKS[step.band].colour,
    )
    return signed(embed, result.view, tongue)


def _story(way: Journey, turning: int, solved: bool, tongue: Tongue) -> str:
    step, before = way.steps[turning], way.steps[turning - 1]
    text = tongue(
        "play-turning",
        attempt=step.attempt,
        word=step.word,
        before=f"#{tongue.number(before.best)}",
        after=f"#{tongue.number(step.rank)}",
    )
    if not solved:
        return text
    between = way.attempts - step.attempt - 1
    return f"{text} {tongue('play-turning-found', left=between)}"
