"""Draws boards: as they stand, given up, and new."""

import discord

from bot.i18n import Tongue
from bot.look import LOOKS
from bot.render.parts import add_end, colour, signed, table
from game.heat import Band
from game.model import PuzzleKind
from game.results import BoardView, GiveUpResult

WHOLE = 25
"""How many words a board shows."""


def board_embed(view: BoardView, tongue: Tongue) -> discord.Embed:
    """A whole board."""
    title = tongue(f"board-title-{view.board.key.mode}")
    embed = discord.Embed(title=title, colour=colour(view))
    if not view.entries:
        embed.description = tongue("board-empty")
        return signed(embed, view, tongue)
    shown = view.entries[:WHOLE]
    embed.description = table(view, shown, None, tongue)
    if more := len(view.entries) - len(shown):
        embed.description += "\n" + tongue("board-more", number=more)
    add_end(embed, view, tongue)
    return signed(embed, view, tongue)


def give_up_embed(result: GiveUpResult, tongue: Tongue) -> discord.Embed:
    """The end of a board, or one more wish for it."""
    view = result.view
    if not view.board.finished:
        missing = result.needed - result.votes
        embed = discord.Embed(
            title=tongue("board-give-up-title"),
            description=tongue("board-give-up-votes", votes=result.votes, missing=missing),
            colour=LOOKS[Band.MILD].colour,
        )
        return signed(embed, view, tongue)
    spent = tongue("board-given-up", guesses=view.board.attempts)
    embed = discord.Embed(
        title=tongue("board-given-up-title", secret=view.secret or ""),
        description=f"{spent} {_consolation(view, tongue)}",
        colour=LOOKS[Band.FREEZING].colour,
    )
    add_end(embed, view, tongue)
    return signed(embed, view, tongue)


def practice_embed(view: BoardView, tongue: Tongue) -> discord.Embed:
    """The start of a practice round."""
    embed = discord.Embed(
        title=tongue("board-practice-title", number=view.puzzle.number),
        description=tongue("board-practice"),
        colour=LOOKS[Band.MILD].colour,
    )
    return signed(embed, view, tongue)


def _consolation(view: BoardView, tongue: Tongue) -> str:
    if view.puzzle.kind is PuzzleKind.DAILY and view.puzzle.day == view.today:
        return tongue("board-another-tomorrow")
    return tongue("board-another-now")
