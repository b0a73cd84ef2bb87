"""The game's buttons, menus and forms, all of them, and those below the daily post."""

from typing import Any

import discord

from bot.components.ids import Spot
from bot.components.rows import opening_row
from bot.i18n import Tongue
from game.model import Mode


def play_buttons(
    tongue: Tongue, puzzle_id: int, mode: Mode | None = None
) -> list[discord.ui.Item[Any]]:
    """The buttons of a public post: guess, my board, hint.

    Without a mode each member plays as they last did.
    """
    return list(opening_row(tongue, Spot(puzzle_id, mode)))
