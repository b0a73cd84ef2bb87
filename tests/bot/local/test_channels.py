"""Messages the bot posts on its own, threads, roles, and channels it may not use."""

import io
from typing import Any

import discord
import pytest

from bot.local.exchange import Person
from bot.local.server import LocalDiscord


async def test_post_edit_read_delete(local: LocalDiscord, bot: Any) -> None:
    """A posted message can be read, edited and deleted, and the history is newest first."""
    channel = bot.get_channel(local.channel_id)
    first = await channel.send("one", file=discord.File(io.BytesIO(b"x"), "x.txt"))
    second = await channel.send("two", reference=first)
    assert second.reference.message_id == first.id
    await first.edit(content="one, edited")
    assert (await channel.fetch_message(first.id)).content == "one, edited"
    assert [m.content async for m in channel.history()] == ["two", "one, edited"]
    await second.delete()
    assert [(m.content, m.edits) for m in local.messages()] == [("one, edited", 1)]
    assert local.messages()[0].interaction_id is None


async def test_history_pages(local: LocalDiscord, bot: Any) -> None:
    """Pages of history by limit, before and after are those of Discord."""
    channel = bot.get_channel(local.channel_id)
    sent = [await channel.send(str(n)) for n in range(5)]
    assert [m.content async for m in channel.history(limit=2)] == ["4", "3"]
    assert [m.content async for m in channel.history(before=sent[2])] == ["1", "0"]
    assert [m.content async for m in channel.history(after=sent[2])] == ["3", "4"]


async def test_threads(local: LocalDiscord, bot: Any, after: Any) -> None:
    """A thread on a message has the message's id, takes messages, and can be archived."""
    channel = bot.get_channel(local.channel_id)
    message = await channel.send("today")
    thread = await message.create_thread(name="Guesses")
    assert thread.id == message.id
    await thread.send("inside")
    assert [m.content for m in local.messages(thread.id)] == ["inside"]
    assert local.name_of(thread.id) == "Guesses"
    archived = await thread.edit(archived=True)
    assert archived.archived
    with pytest.raises(discord.HTTPException) as caught:
        await message.create_thread(name="Again")
    assert caught.value.code == 160004
    free = await channel.create_thread(name="Free", type=discord.ChannelType.public_thread)
    await free.send("here")
    with pytest.raises(discord.HTTPException) as bad:
        await channel.create_thread(name="", type=discord.ChannelType.public_thread)
    assert bad.value.code == 50035


async def test_slash_inside_a_thread(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A command used in a thread is answered in the thread."""
    channel = bot.get_channel(local.channel_id)
    thread = await channel.create_thread(name="T", type=discord.ChannelType.public_thread)
    reply = await local.slash(ada, "do", channel_id=thread.id)
    assert reply.messages[0].channel_id == thread.id


async def test_channel_that_is_forbidden_or_gone(local: LocalDiscord, bot: Any) -> None:
    """403 Missing Access while forbidden, 404 Unknown Channel once deleted."""
    channel = bot.get_channel(local.channel_id)
    local.forbid_channel(channel.id)
    with pytest.raises(discord.Forbidden) as caught:
        await channel.send("x")
    assert caught.value.code == 50001
    local.forbid_channel(channel.id, forbidden=False)
    await channel.send("allowed")
    local.remove_channel(channel.id)
    with pytest.raises(discord.NotFound) as gone:
        await channel.send("x")
    assert gone.value.code == 10003


async def test_direct_messages(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """The bot can write to a person."""
    user = await bot.fetch_user(ada.id)
    await user.send("hello")
    assert [m.content for m in local.messages(local.direct_channel(ada), ada)] == ["hello"]


async def test_roles_can_be_given_and_taken(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """An opt-in role is put on a member and taken off again."""
    role = discord.Object(local.add_role("Players"))
    member = await bot.get_guild(local.guild_id).fetch_member(ada.id)
    await member.add_roles(role)
    fresh = await bot.get_guild(local.guild_id).fetch_member(ada.id)
    assert role.id in [r.id for r in fresh.roles]
    await fresh.remove_roles(role)
    last = await bot.get_guild(local.guild_id).fetch_member(ada.id)
    assert role.id not in [r.id for r in last.roles]


async def test_names_are_known(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """Every id that a message can mention has a name."""
    role = local.add_role("Players")
    ids = (ada.id, role, local.channel_id, local.guild_id, local.application_id, 1)
    expected = ["Ada", "Players", "general", "Warmer local", "Warmer", None]
    assert [local.name_of(i) for i in ids] == expected


async def test_message_events_reach_a_bot_that_asks(
    local: LocalDiscord, make_bot: Any, run_bot: Any, after: Any
) -> None:
    """With the message intent the bot hears its own posts, edits and deletions."""
    intents = discord.Intents(guilds=True, guild_messages=True)
    async with run_bot(make_bot(intents=intents), local) as bot:
        channel = bot.get_channel(local.channel_id)
        created = after(bot, "message")
        message = await channel.send("one")
        await created
        changed, gone = after(bot, "raw_message_edit"), after(bot, "raw_message_delete")
        await message.edit(content="two")
        await changed
        await message.delete()
        await gone
