"""What the game's buttons and menus have in common: they are about a board."""

from bot.components.base import WarmerButton, WarmerMenu
from bot.components.ids import Spot, spot_in

_NEVER = r"(?!)"


class SpotButton(WarmerButton, template=_NEVER):
    """A button about a board."""

    @property
    def spot(self) -> Spot:
        """The board that it is about."""
        return spot_in(self.match)


class SpotMenu(WarmerMenu, template=_NEVER):
    """A menu about a board."""

    @property
    def spot(self) -> Spot:
        """The board that it is about."""
        return spot_in(self.match)
