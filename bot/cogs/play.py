"""The commands of the daily game."""

from typing import Any

import discord
from discord import app_commands

from bot.client import WarmerClient
from bot.cogs.options import HintOption, everywhere, placed
from bot.components import after, boards, ending, guessing, hints, whys
from game.rules import HintKind
from game.turn import Turn

Interaction = discord.Interaction[WarmerClient]


@everywhere
@app_commands.command(description="Guess a word and learn how close it is in meaning.")
@app_commands.describe(word="Any word you like, or several.")
@placed
async def guess(interaction: Interaction, turn: Turn, word: str) -> None:
    """Take one or several guesses and answer how warm they are."""
    await guessing.guess(interaction, turn, word)


@everywhere
@app_commands.command(description="See the board: every guess so far, nearest first.")
@placed
async def board(interaction: Interaction, turn: Turn) -> None:
    """Show a board."""
    await boards.board(interaction, turn)


@everywhere
@app_commands.command(description="Get a word that is nearer than your best, or another hint.")
@app_commands.describe(kind="What to be told, and what it adds to the score; halfway if left out.")
@placed
async def hint(interaction: Interaction, turn: Turn, kind: HintOption | None = None) -> None:
    """Give a hint."""
    await hints.hint(interaction, turn, kind or HintKind.HALFWAY)


@everywhere
@app_commands.command(description="Learn what links a word with the secret.")
@app_commands.describe(word="A word on the board; any word, once the secret is known.")
@placed
async def why(interaction: Interaction, turn: Turn, word: str) -> None:
    """Explain a word's heat."""
    await whys.why(interaction, turn, word)


@everywhere
@app_commands.command(description="Give up and learn the word.")
@placed
async def giveup(interaction: Interaction, turn: Turn) -> None:
    """Ask whether to end a board."""
    await ending.ask(interaction, turn)


@everywhere
@app_commands.command(description="Start a practice round: another secret, just for you.")
async def practice(interaction: Interaction) -> None:
    """Start a practice round."""
    await after.practise(interaction)


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (
    guess, board, hint, why, giveup, practice,
)  # fmt: skip
