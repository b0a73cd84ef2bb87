"""What happens where a panel's channel is closed to the bot."""

import logging
from contextlib import suppress

import discord

from bot.client import WarmerClient
from bot.i18n import tongue
from bot.panels.public import ChannelClosed
from game.panels import Panel
from game.posts import Skip

_log = logging.getLogger(__name__)


class Mourning:
    """Notes the trouble in the server's setup, and tells the server's owner once."""

    def __init__(self, client: WarmerClient) -> None:
        self._client = client

    async def __call__(self, panel: Panel, closed: ChannelClosed) -> None:
        """Note it; only the channel that was set up is of use to the setup's admins."""
        _log.warning("panels: %r", closed)
        app = self._client.app
        setup = await app.workers.call(app.setups.setup, panel.server_id)
        if setup is None or setup.channel_id != panel.channel_id:
            return
        why = Skip.FORBIDDEN if closed.forbidden else Skip.CHANNEL_GONE
        if await app.workers.call(app.setups.note_trouble, panel.server_id, why):
            await self._tell(panel, why)

    async def _tell(self, panel: Panel, why: Skip) -> None:
        """Write to the server's owner, in the words that the daily post has for it."""
        guild = self._client.get_guild(panel.server_id)
        if guild is None or guild.owner_id is None:
            return
        names = {"server": discord.utils.escape_markdown(guild.name)}
        if why is Skip.FORBIDDEN:
            names["channel"] = str(panel.channel_id)
        chosen = self._client.languages(panel.server_id)
        text = tongue(chosen or str(guild.preferred_locale))(f"daily-trouble-{why}", **names)
        with suppress(discord.Forbidden, discord.NotFound):  # who takes no messages is not told
            direct = await self._client.create_dm(discord.Object(guild.owner_id))
            await direct.send(text)
