"""Says hello to a server that has just invited the bot."""

import logging

import discord

from bot.busy import Overloaded
from bot.client import WarmerClient
from bot.i18n import tongue
from bot.render.setup import welcome_embed
from store.errors import StoreError

_log = logging.getLogger(__name__)


async def welcome(client: WarmerClient, guild: discord.Guild) -> None:
    """Tell a server that never played how to begin, if it has a channel for that."""
    channel = guild.system_channel
    if channel is None or not _may_speak(channel, guild.me):
        return
    try:
        if await client.app.workers.call(client.app.setup_desk.met, guild.id):
            return
        speaks = tongue(client.languages(guild.id) or str(guild.preferred_locale))
        await channel.send(embed=welcome_embed(speaks))
    except (StoreError, Overloaded, discord.HTTPException) as error:
        _log.info("no welcome on server %s: %r", guild.id, error)


def _may_speak(channel: discord.TextChannel, me: discord.Member) -> bool:
    held = channel.permissions_for(me)
    return held.view_channel and held.send_messages and held.embed_links


def add_welcome(client: WarmerClient) -> None:
    """Let the client greet."""

    async def on_guild_join(guild: discord.Guild) -> None:
        await welcome(client, guild)

    client.event(on_guild_join)
