"""The buttons below a channel's living board: the game's own, for whoever presses them."""

import discord

from bot.components.ids import Spot
from bot.components.rows import PRIMARY, button, keys
from bot.i18n import Tongue
from game.model import Mode
from game.panels import Panel


def panel_buttons(panel: Panel, tongue: Tongue) -> discord.ui.View:
    """What can be done about a panel's puzzle by everyone who sees it."""
    spot = Spot(panel.puzzle_id, panel.mode)
    row = [
        button(spot.id("guess"), tongue("panel-guess"), "💬", PRIMARY),
        button(spot.id("board"), tongue("panel-mine"), "📋"),
        button(spot.id("hint"), tongue("panel-hint"), "💡"),
    ]
    if panel.mode is Mode.TOGETHER:  # nobody is shown another racer's own board
        row.insert(2, button(spot.id("show"), tongue("panel-show"), "👀"))
    return keys(row)
