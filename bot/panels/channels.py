"""Puts panels up on Discord."""

import logging
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress

import discord

from bot.client import WarmerClient
from bot.components.panel import panel_buttons
from bot.i18n import Tongue, tongue
from bot.panels.public import ChannelClosed, MessageGone, Unshowable
from bot.render.panel import panel_embed
from game.panels import Panel, PanelView

_log = logging.getLogger(__name__)
_UNKNOWN_MESSAGE = 10008
_TOO_MANY = 429
_NONCE_DIGITS = 10**9

Mourn = Callable[[Panel, ChannelClosed], Awaitable[None]]
"""Notes that a panel's channel is closed, and tells those who can help it."""


class DiscordPublic:
    """`bot.panels.public.Public` over a client."""

    def __init__(self, client: WarmerClient, mourn: Mourn) -> None:
        self._client = client
        self._mourn = mourn

    async def post(self, view: PanelView) -> int:
        """Put a panel up and return the message's id. Raises ChannelClosed or Unshowable."""
        panel = view.panel
        speaks = self._tongue(panel)
        channel = self._client.get_partial_messageable(panel.channel_id)
        with _understood(panel):
            message = await channel.send(
                embed=panel_embed(view, speaks),
                view=panel_buttons(panel, speaks),
                allowed_mentions=discord.AllowedMentions.none(),
                nonce=_nonce(panel),
            )
        return message.id

    async def change(self, view: PanelView) -> None:
        """Let the panel's message show this. Raises MessageGone, ChannelClosed or Unshowable."""
        panel = view.panel
        speaks = self._tongue(panel)
        channel = self._client.get_partial_messageable(panel.channel_id)
        message = channel.get_partial_message(panel.message_id or 0)
        with _understood(panel):
            await message.edit(
                embed=panel_embed(view, speaks),
                view=panel_buttons(panel, speaks),
                allowed_mentions=discord.AllowedMentions.none(),
            )

    async def withdraw(self, panel: Panel, message_id: int) -> None:
        """Delete a message that is not the panel's after all."""
        channel = self._client.get_partial_messageable(panel.channel_id)
        with suppress(discord.NotFound, discord.Forbidden):
            await channel.get_partial_message(message_id).delete()

    async def mourn(self, panel: Panel, closed: ChannelClosed) -> None:
        """Note that the panel's channel is closed, and tell those who can help it."""
        await self._mourn(panel, closed)

    def _tongue(self, panel: Panel) -> Tongue:
        chosen = self._client.languages(panel.server_id)
        guild = self._client.get_guild(panel.server_id)
        return tongue(chosen or (None if guild is None else str(guild.preferred_locale)))


@contextmanager
def _understood(panel: Panel) -> Iterator[None]:
    """Name what Discord refuses for good. Whatever else it raises is worth another try."""
    try:
        yield
    except discord.NotFound as error:
        if error.code == _UNKNOWN_MESSAGE:
            raise MessageGone from error
        raise ChannelClosed(panel.channel_id, forbidden=False) from error
    except discord.Forbidden as error:
        raise ChannelClosed(panel.channel_id, forbidden=True) from error
    except discord.HTTPException as error:
        if error.status >= 500 or error.status == _TOO_MANY:
            raise
        raise Unshowable(str(error)) from error


def _nonce(panel: Panel) -> str:
    """The same for every try to post this panel, another one once its message was deleted."""
    return f"w{panel.puzzle_id}:{abs(panel.message_id or 0) % _NONCE_DIGITS}"
