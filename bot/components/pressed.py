"""What the game's buttons and menus have in common: they are about a board."""

import re
from typing import Any, Self

import discord

from bot.components.base import WarmerItem
from bot.components.ids import Spot, spot_in

_NEVER = r"(?!)"


class SpotButton(WarmerItem[discord.ui.Button[Any]], template=_NEVER):
    """A button about a board. `match` is that of its custom id."""

    def __init__(self, item: discord.ui.Button[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self.spot: Spot = spot_in(match)
        self.match = match

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The button that was pressed."""
        if not isinstance(item, discord.ui.Button):
            raise TypeError(item)
        return cls(item, match)


class SpotMenu(WarmerItem[discord.ui.Select[Any]], template=_NEVER):
    """A select menu about a board, of which one value is chosen."""

    def __init__(self, item: discord.ui.Select[Any], match: re.Match[str]) -> None:
        super().__init__(item)
        self.spot: Spot = spot_in(match)

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The menu that was chosen from."""
        if not isinstance(item, discord.ui.Select):
            raise TypeError(item)
        return cls(item, match)

    @property
    def chosen(self) -> str:
        """The value that was chosen."""
        return str(self.item.values[0])
