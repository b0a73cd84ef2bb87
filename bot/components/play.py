"""The game's buttons, menus and forms, all of them, and those below the daily post."""

from typing import Any

import discord

from bot.components.after import NearerButton, NearestButton, PracticeButton, TurningButton
from bot.components.boards import BoardButton, PageButton, ShowButton, TellButton
from bot.components.ending import ConfirmButton, GiveUpButton
from bot.components.guessing import GuessButton, GuessForm, TryButton
from bot.components.hints import HintButton, HintMenu
from bot.components.ids import Spot
from bot.components.rows import opening_row
from bot.components.whys import WhyButton, WhyMenu
from bot.i18n import Tongue
from game.model import Mode

ITEMS = (
    GuessButton, TryButton, BoardButton, PageButton, ShowButton, HintButton, HintMenu, WhyButton,
    TellButton, WhyMenu, GiveUpButton, ConfirmButton, NearestButton, NearerButton, TurningButton,
    PracticeButton,
)  # fmt: skip
"""Every button and menu of the game, to be registered once."""
FORMS = (GuessForm,)
"""Every form of the game, to be registered once."""


def play_buttons(
    tongue: Tongue, puzzle_id: int, mode: Mode | None = None
) -> list[discord.ui.Item[Any]]:
    """The buttons of a public post: guess, my board, hint.

    Without a mode each member plays as they last did.
    """
    return list(opening_row(tongue, Spot(puzzle_id, mode)))
