"""What only those may use who manage the server: every press is checked anew."""

import discord

from bot.client import WarmerClient
from bot.permissions import NoServer, NotManager

Interaction = discord.Interaction[WarmerClient]


def managed_guild(interaction: Interaction) -> discord.Guild:
    """The server that an interaction came from. Raises NotManager or NoServer."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise NotManager
    guild = interaction.client.get_guild(interaction.guild_id)
    if guild is None:
        raise NoServer
    return guild
