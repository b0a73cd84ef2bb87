"""Where panels are put up, as far as keeping them fresh needs to know it."""

from dataclasses import dataclass
from typing import Protocol

from game.panels import Panel, PanelView


class MessageGone(Exception):
    """The panel's message was deleted."""


@dataclass(eq=False)
class ChannelClosed(Exception):
    """The panel's channel is gone, or the bot may not write there (`forbidden`)."""

    channel_id: int
    forbidden: bool


@dataclass(eq=False)
class Unshowable(Exception):
    """The message was refused for what it is; to try the very same again cannot help."""

    reason: str


class Public(Protocol):
    """The channels. Any other error than those named is worth another try."""

    async def post(self, view: PanelView) -> int:
        """Put a panel up and return the message's id. Raises ChannelClosed or Unshowable.

        Called again for the same state of the same panel it makes no second message.
        """

    async def change(self, view: PanelView) -> None:
        """Let the panel's message show this. Raises MessageGone, ChannelClosed or Unshowable."""

    async def withdraw(self, panel: Panel, message_id: int) -> None:
        """Delete a message that is not the panel's after all."""

    async def mourn(self, panel: Panel, closed: ChannelClosed) -> None:
        """Note that the panel's channel is closed, and tell those who can help it."""
