"""What we know of a server: its language, whether we are there, and whom to tell of trouble."""

import logging

import discord

from bot.client import WarmerClient
from bot.i18n import Tongue, tongue
from game.posts import Skip
from game.setup import Setup

_log = logging.getLogger(__name__)


class Guilds:
    """Asks the client's cache first, and Discord where another process has the server's shard."""

    def __init__(self, client: WarmerClient) -> None:
        self._client = client

    async def tongue(self, setup: Setup) -> Tongue:
        """The language that a server is addressed in."""
        if setup.language is not None:
            return tongue(setup.language)
        guild = await self._guild(setup.server_id)
        return tongue(None if guild is None else str(guild.preferred_locale))

    def left(self, server_id: int) -> bool:
        """Whether the bot is surely not on the server: it is of one of our shards, and unknown."""
        client = self._client
        if not client.is_ready() or client.get_guild(server_id) is not None:
            return False
        return (server_id >> 22) % (client.shard_count or 1) in client.shards

    async def tell(self, setup: Setup, set_by: int, reason: Skip) -> bool:
        """Tell whoever arranged the post, or else the server, why it fails; whether that worked."""
        speaks, guild = await self.tongue(setup), await self._guild(setup.server_id)
        name = speaks("daily-this-server") if guild is None else guild.name
        channel_id = setup.channel_id or 0
        variables = {"server": discord.utils.escape_markdown(name), "channel": str(channel_id)}
        if reason is Skip.CHANNEL_GONE:
            del variables["channel"]
        text = speaks(f"daily-trouble-{reason}", **variables)
        if await self._write(set_by, text):
            return True
        system = None if guild is None else guild.system_channel
        if system is None or system.id == channel_id:
            return False
        return await _sent(system, text)

    async def _write(self, member_id: int, text: str) -> bool:
        if not member_id:
            return False
        try:
            private = await self._client.create_dm(discord.Object(member_id))
        except discord.HTTPException as error:
            _log.info("the admin gets no direct messages: %s", error)
            return False
        return await _sent(private, text)

    async def _guild(self, server_id: int) -> discord.Guild | None:
        found = self._client.get_guild(server_id)
        if found is not None or self.left(server_id):
            return found
        try:
            return await self._client.fetch_guild(server_id, with_counts=False)
        except discord.HTTPException as error:
            _log.info("server %s cannot be asked for: %s", server_id, error)
            return None


async def _sent(channel: discord.abc.Messageable, text: str) -> bool:
    try:
        await channel.send(text)
    except discord.HTTPException as error:
        _log.info("nothing can be said in %s: %s", channel, error)
        return False
    return True
