"""The commands of the daily game."""

from typing import Any

import discord
from discord import app_commands

from bot import render
from bot.answer import in_time, say
from bot.client import WarmerClient
from bot.cogs.options import HintOption, ModeOption, PuzzleOption, turn_of
from bot.i18n import tongue_of
from game.model import Mode
from game.rules import HintKind

Interaction = discord.Interaction[WarmerClient]


@app_commands.command(description="Guess a word and learn how close it is in meaning.")
@app_commands.describe(
    word="One word, any you like.",
    mode="Play alone, or on the channel's shared board. I remember your choice.",
    puzzle="Today, your practice round, or a day gone by.",
)
async def guess(
    interaction: Interaction,
    word: str,
    mode: ModeOption | None = None,
    puzzle: PuzzleOption | None = None,
) -> None:
    """Take a guess and answer how warm it is."""
    app = interaction.client.app
    turn = turn_of(interaction, mode, puzzle)
    result = await in_time(interaction, app.workers.call(app.game.guess, turn, word))
    shared = result.view.board.key.mode is Mode.TOGETHER
    embed = render.guess_embed(result, tongue_of(interaction, public=shared))
    await say(interaction, embed=embed, public=shared)


@app_commands.command(description="See the board: every guess so far, nearest first.")
@app_commands.describe(
    mode="Your own board, or the channel's shared one. I remember your choice.",
    puzzle="Today, your practice round, or a day gone by.",
)
async def board(
    interaction: Interaction, mode: ModeOption | None = None, puzzle: PuzzleOption | None = None
) -> None:
    """Show a board."""
    app = interaction.client.app
    turn = turn_of(interaction, mode, puzzle)
    view = await in_time(interaction, app.workers.call(app.game.look, turn))
    shared = view.board.key.mode is Mode.TOGETHER
    embed = render.board_embed(view, tongue_of(interaction, public=shared))
    await say(interaction, embed=embed, public=shared)


@app_commands.command(description="Get a word that is nearer than your best, or another hint.")
@app_commands.describe(
    kind="What to be told, and what it adds to the score; halfway if left out.",
    mode="For your own board, or the channel's shared one.",
    puzzle="Today, your practice round, or a day gone by.",
)
async def hint(
    interaction: Interaction,
    kind: HintOption | None = None,
    mode: ModeOption | None = None,
    puzzle: PuzzleOption | None = None,
) -> None:
    """Give a hint."""
    app = interaction.client.app
    turn = turn_of(interaction, mode, puzzle)
    work = app.workers.call(app.game.hint, turn, kind or HintKind.HALFWAY)
    result = await in_time(interaction, work)
    shared = result.view.board.key.mode is Mode.TOGETHER
    embed = render.hint_embed(result, tongue_of(interaction, public=shared))
    await say(interaction, embed=embed, public=shared)


@app_commands.command(description="Learn what links a word with the secret.")
@app_commands.describe(
    word="A word on the board; any word, once the secret is known.",
    mode="About your own board, or the channel's shared one.",
    puzzle="Today, your practice round, or a day gone by.",
)
async def why(
    interaction: Interaction,
    word: str,
    mode: ModeOption | None = None,
    puzzle: PuzzleOption | None = None,
) -> None:
    """Explain a word's heat."""
    app = interaction.client.app
    turn = turn_of(interaction, mode, puzzle)
    result = await in_time(interaction, app.workers.call(app.game.why, turn, word))
    await say(interaction, embed=render.why_embed(result, tongue_of(interaction)))


@app_commands.command(description="Give up and learn the word.")
@app_commands.describe(
    mode="Your own board, or the channel's shared one.",
    puzzle="Today, your practice round, or a day gone by.",
)
async def giveup(
    interaction: Interaction, mode: ModeOption | None = None, puzzle: PuzzleOption | None = None
) -> None:
    """End a board."""
    app = interaction.client.app
    turn = turn_of(interaction, mode, puzzle)
    result = await in_time(interaction, app.workers.call(app.game.give_up, turn))
    shared = result.view.board.key.mode is Mode.TOGETHER
    embed = render.give_up_embed(result, tongue_of(interaction, public=shared))
    await say(interaction, embed=embed, public=shared)


@app_commands.command(description="Start a practice round: another secret, just for you.")
async def practice(interaction: Interaction) -> None:
    """Start a practice round."""
    app = interaction.client.app
    view = await in_time(interaction, app.workers.call(app.game.practise, turn_of(interaction)))
    await say(interaction, embed=render.practice_embed(view, tongue_of(interaction)))


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (
    guess, board, hint, why, giveup, practice,
)  # fmt: skip
