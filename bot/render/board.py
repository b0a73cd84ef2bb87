"""Draws boards: as they stand, given up, and new."""

import discord

from bot.look import LOOKS
from bot.render.parts import add_end, colour, signed, table
from bot.text import count
from game.heat import Band
from game.model import Mode, PuzzleKind
from game.results import BoardView, GiveUpResult

WHOLE = 25
"""How many words a board shows."""


def board_embed(view: BoardView) -> discord.Embed:
    """A whole board."""
    title = "The shared board" if view.board.key.mode is Mode.TOGETHER else "Your board"
    embed = discord.Embed(title=title, colour=colour(view))
    if not view.entries:
        embed.description = (
            "Nothing on it yet. Find the secret word: guess any word with `/guess`, and I tell "
            "you how close it is *in meaning*."
        )
        return signed(embed, view)
    shown = view.entries[:WHOLE]
    embed.description = table(view, shown)
    if len(view.entries) > len(shown):
        embed.description += f"\nand {len(view.entries) - len(shown):,} colder ones"
    add_end(embed, view)
    return signed(embed, view)


def give_up_embed(result: GiveUpResult) -> discord.Embed:
    """The end of a board, or one more wish for it."""
    view = result.view
    if not view.board.finished:
        missing = result.needed - result.votes
        embed = discord.Embed(
            title="🏳️ Give up together?",
            description=f"{count(result.votes, 'player')} would like to. It takes {missing} more "
            "`/giveup` from somebody else here.",
            colour=LOOKS[Band.MILD].colour,
        )
        return signed(embed, view)
    embed = discord.Embed(
        title=f"🏳️ The word was {view.secret}",
        description=f"After {count(view.board.attempts, 'guess')}. {_consolation(view)}",
        colour=LOOKS[Band.FREEZING].colour,
    )
    add_end(embed, view)
    return signed(embed, view)


def practice_embed(view: BoardView) -> discord.Embed:
    """The start of a practice round."""
    embed = discord.Embed(
        title=f"🎯 Practice round {view.puzzle.number}",
        description="A fresh secret, just for you, and it counts for nothing. Your `/guess`, "
        "`/hint`, `/board` and `/giveup` now go here, until you find it or choose "
        "`puzzle: today`.",
        colour=LOOKS[Band.MILD].colour,
    )
    return signed(embed, view)


def _consolation(view: BoardView) -> str:
    again = "`/practice` has another word right now."
    if view.puzzle.kind is PuzzleKind.DAILY and view.puzzle.day == view.today:
        return f"Tomorrow is another word, and {again} Guess on here to look around."
    return f"Your guesses go to today's puzzle again, and {again}"
