"""The buttons below a channel's living board."""

import re
from typing import Any, Self

import discord

from bot import render
from bot.answer import in_time, say
from bot.client import WarmerClient
from bot.components.base import Interaction, WarmerItem
from bot.components.ids import Spot
from bot.components.rows import PRIMARY, button, keys
from bot.i18n import Tongue, tongue_of
from game.model import Mode
from game.panels import Panel


class ShowMe(
    WarmerItem[discord.ui.Button[Any]],
    template=r"w1:panel:show:(?P<puzzle>[0-9]{1,18})",
):
    """Shows a member every word of the channel's board, because they asked to see them."""

    def __init__(self, puzzle_id: int, label: str = "") -> None:
        super().__init__(button(f"w1:panel:show:{puzzle_id}", label, "👁️"))
        self.puzzle_id = puzzle_id

    @classmethod
    async def from_custom_id(
        cls,
        interaction: discord.Interaction[Any],  # noqa: ARG003 - discord.py names them
        item: discord.ui.Item[Any],  # noqa: ARG003 - discord.py names them
        match: re.Match[str],
        /,
    ) -> Self:
        """The button that was pressed."""
        return cls(int(match["puzzle"]))

    async def act(self, interaction: Interaction) -> None:
        """Show the board without a veil to this member alone."""
        app = interaction.client.app
        turn = Spot(self.puzzle_id, Mode.TOGETHER).turn(interaction)
        view = await in_time(interaction, app.workers.call(app.game.look, turn, lifted=True))
        await say(interaction, embed=render.board_embed(view, tongue_of(interaction)))


def panel_buttons(panel: Panel, tongue: Tongue) -> discord.ui.View:
    """What can be done about a panel's puzzle by everyone who sees it."""
    spot = Spot(panel.puzzle_id, panel.mode)
    row: list[discord.ui.Item[Any]] = [
        button(spot.id("guess"), tongue("panel-guess"), "💬", PRIMARY),
        button(spot.id("board"), tongue("panel-mine"), "📋"),
        button(spot.id("hint"), tongue("panel-hint"), "💡"),
    ]
    if panel.mode is Mode.TOGETHER:
        show = ShowMe(panel.puzzle_id, tongue("panel-show"))
        row.insert(2, show.item)
    return keys(row)


def add_panel_buttons(client: WarmerClient) -> None:
    """Let the client answer the buttons of this module."""
    client.add_dynamic_items(ShowMe)
