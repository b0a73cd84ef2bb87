"""A server that has just invited the bot is greeted once, in its language, where it may be."""

import asyncio
from typing import Any

import discord

from bot.welcome import welcome


async def greeted(stage: Any, name: str) -> int:
    """Let a server invite the bot, wait for the greeting, and return the server's id."""
    heard = asyncio.Event()
    stop = stage.hall.local.on_message(lambda _: heard.set())
    guild_id: int = stage.hall.local.add_guild(name, greets=True)
    async with asyncio.timeout(10):
        await heard.wait()
    stop()
    return guild_id


async def test_new_server_is_greeted(local_stage: Any) -> None:
    """The system channel gets a short message that says how to begin, and pings nobody."""
    local = local_stage.hall.local
    guild_id = await greeted(local_stage, "new")
    [said] = local_stage.channel_messages(local.channels(guild_id)[0].id)
    assert said.title == "👋 Hello, I am Warmer!"
    for command in ("/guess", "/setup", "/help"):
        assert command in said.everything
    assert said.pings == ()
    assert not local_stage.app.setup_desk.met(guild_id)


async def test_server_without_a_channel_for_that(local_stage: Any) -> None:
    """Without a system channel nothing is said, and nothing goes wrong."""
    guild_id = local_stage.hall.local.add_guild("silent")
    await local_stage.settled()
    assert local_stage.channel_messages(local_stage.hall.local.channels(guild_id)[0].id) == []


async def test_server_that_has_played_is_not_greeted_again(local_stage: Any) -> None:
    """One that comes back, and one that was there all along, hear nothing."""
    local, app = local_stage.hall.local, local_stage.app
    guild_id = await greeted(local_stage, "back")
    app.setup_desk.change(guild_id, 1, lambda setup: setup)
    guild = local_stage.client.get_guild(guild_id)
    await welcome(local_stage.client, guild)
    await local_stage.restart()
    await local_stage.settled()
    assert len(local_stage.channel_messages(local.channels(guild_id)[0].id)) == 1


async def test_language_of_the_server(local_stage: Any) -> None:
    """It is spoken to in the language that it has on Discord."""
    local = local_stage.hall.local
    guild_id = await greeted(local_stage, "neu")
    local.set_guild_locale("de", guild_id=guild_id)
    await local_stage.settled()
    guild = local_stage.client.get_guild(guild_id)
    await welcome(local_stage.client, guild)
    said = local_stage.channel_messages(local.channels(guild_id)[0].id)[-1]
    assert said.title == "👋 Hallo, ich bin Warmer!"


async def test_forbidden_channel_and_failing_discord(local_stage: Any) -> None:
    """Where it may not speak it does not try; where Discord refuses, that is all."""
    local = local_stage.hall.local
    guild_id = await greeted(local_stage, "shut")
    channel_id = local.channels(guild_id)[0].id
    guild = local_stage.client.get_guild(guild_id)
    local.faults.fail("POST", "/channels/*/messages", 403)
    await welcome(local_stage.client, guild)
    local.deny(channel_id, "send")
    await local_stage.settled()
    assert isinstance(guild.system_channel, discord.TextChannel)
    await welcome(local_stage.client, guild)
    assert len(local_stage.channel_messages(channel_id)) == 1
    assert not local.faults.rest
