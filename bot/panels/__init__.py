"""The living board: one public message a channel, edited in place, that spoils nothing."""

from bot.panels.keeper import Pace, Panels
from bot.panels.public import ChannelClosed, MessageGone, Public

__all__ = ["ChannelClosed", "MessageGone", "Pace", "Panels", "Public"]
