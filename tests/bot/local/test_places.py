"""What the bot may not do where, and people who brought it to places of their own."""

from typing import Any

import discord
import pytest

from bot.local import errors
from bot.local.exchange import Person
from bot.local.server import LocalDiscord


def code_of(caught: Any) -> int:
    """The JSON code of a refusal."""
    return int(caught.value.code)


@pytest.mark.parametrize(
    ("denied", "what", "code"),
    [
        ("view", {"content": "x"}, 50001),
        ("send", {"content": "x"}, 50013),
        ("embed", {"embed": discord.Embed(title="x")}, 50013),
        ("attach", {"file": "a.txt"}, 50013),
    ],
)
async def test_missing_permissions(
    local: LocalDiscord, bot: Any, tmp_path: Any, denied: Any, what: Any, code: Any
) -> None:
    """What the bot has no permission for is 403 with Discord's code; the rest goes on."""
    channel = bot.get_channel(local.channel_id)
    local.deny(channel.id, denied)
    if "file" in what:
        (tmp_path / "a.txt").write_text("x")
        what = {"file": discord.File(tmp_path / "a.txt")}
    with pytest.raises(discord.Forbidden) as caught:
        await channel.send(**what)
    assert code_of(caught) == code
    local.deny(channel.id)
    await channel.send("allowed again")
    assert [m.content for m in local.messages()] == ["allowed again"]


async def test_bot_knows_its_permissions(
    local: LocalDiscord, bot: Any, ada: Person, after: Any
) -> None:
    """What was taken away can be read off the channel and off each interaction."""
    channel = bot.get_channel(local.channel_id)
    assert channel.permissions_for(channel.guild.me).create_public_threads
    changed = after(bot, "guild_channel_update")
    local.deny(channel.id, "send", "create_threads")
    await changed
    rights = channel.permissions_for(channel.guild.me)
    assert (rights.send_messages, rights.create_public_threads) == (False, False)
    seen = []

    async def look(interaction: discord.Interaction) -> None:
        seen.append(interaction.app_permissions)
        await interaction.response.send_message("answers need no permission")

    bot.handler = look
    assert (await local.slash(ada, "do")).messages
    assert not seen[0].send_messages
    assert seen[0].view_channel


async def test_threads_need_their_permissions(local: LocalDiscord, bot: Any) -> None:
    """A thread that may not be made is refused, and one that may not be written in."""
    channel = bot.get_channel(local.channel_id)
    message = await channel.send("x")
    local.deny(channel.id, "create_threads")
    with pytest.raises(discord.Forbidden) as caught:
        await message.create_thread(name="T")
    assert code_of(caught) == 50013
    local.deny(channel.id, "send_in_threads")
    thread = await message.create_thread(name="T")
    with pytest.raises(discord.Forbidden) as caught:
        await thread.send("x")
    assert code_of(caught) == 50013
    assert [made.name for made in local.threads(channel.id)] == ["T"]


async def test_closed_direct_messages(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """Who has closed their messages is not written to: 50007."""
    local.deny(local.direct_channel(ada), "send")
    user = await bot.fetch_user(ada.id)
    with pytest.raises(discord.Forbidden) as caught:
        await user.send("x")
    assert code_of(caught) == 50007


async def test_files_that_are_too_large(local: LocalDiscord, bot: Any, tmp_path: Any) -> None:
    """More than 10 MiB at once are refused: 40005."""
    path = tmp_path / "big.bin"
    path.write_bytes(bytes(10 * 1024 * 1024 + 1))
    with pytest.raises(discord.HTTPException) as caught:
        await bot.get_channel(local.channel_id).send(file=discord.File(path))
    assert (caught.value.status, code_of(caught)) == (413, 40005)


@pytest.fixture
async def private(bot: Any) -> Any:
    """The bot, whose command /mine people may install for themselves."""

    @bot.tree.command(description="Yours")
    @discord.app_commands.allowed_installs(guilds=True, users=True)
    @discord.app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def mine(interaction: discord.Interaction) -> None:
        bot.seen = {"it": interaction}
        await bot.handler(interaction)

    await bot.tree.sync()
    return bot


async def test_places_of_ones_own(local: LocalDiscord, private: Any, ada: Person) -> None:
    """In a group chat, and in a server without the bot, the person's installation counts."""
    elsewhere = local.add_guild("Elsewhere", joined=False)
    for channel, context, place in [
        (local.group_channel("friends"), "private_channel", discord.GroupChannel),
        (local.channels(elsewhere)[0].id, "guild", discord.TextChannel),
    ]:
        reply = await local.slash(ada, "mine", channel_id=channel)
        assert reply.messages[0].content == "pong"
        seen = private.seen["it"]
        assert seen.is_user_integration()
        assert not seen.is_guild_integration()
        assert getattr(seen.context, context)
        assert isinstance(seen.channel, place)
        with pytest.raises(errors.WrongPlace):
            await local.slash(ada, "do", channel_id=channel)
        with pytest.raises(discord.Forbidden) as caught:
            await private.get_partial_messageable(channel).send("x")
        assert code_of(caught) == 50001
    assert private.get_guild(elsewhere) is None
    with pytest.raises(discord.NotFound):
        await private.fetch_guild(elsewhere)


async def test_follow_ups_in_private_places(local: LocalDiscord, private: Any, ada: Person) -> None:
    """Where only the person installed the bot, five follow-ups are all it may send."""
    refused = []

    async def chatter(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("0")
        for number in range(1, 7):
            try:
                await interaction.followup.send(f"{number}")
            except discord.HTTPException as error:
                refused.append(error.code)

    private.handler = chatter
    reply = await local.slash(ada, "mine", channel_id=local.group_channel("friends"))
    assert [m.content for m in reply.messages] == list("012345")
    assert refused == [40094]
    assert len((await local.slash(ada, "mine")).messages) == 7


async def test_roles_bring_permissions(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A command for managers opens to whoever is given a role that may."""
    with pytest.raises(errors.NotPermitted):
        await local.slash(ada, "setup")
    role = local.add_role("managers", permissions=discord.Permissions(manage_guild=True).value)
    local.give_role(ada, role)
    assert (await local.slash(ada, "setup")).messages[0].content == "set up"
    with pytest.raises(errors.UnknownTarget):
        local.give_role(ada, 1)


async def test_languages_of_person_and_server(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """Both reach the bot, each on its own."""
    seen = []

    async def look(interaction: discord.Interaction) -> None:
        seen.append((interaction.locale.value, interaction.guild_locale.value))
        await interaction.response.send_message("x")

    bot.handler = look
    local.set_locale(ada, "de")
    local.set_guild_locale("fr")
    await local.slash(ada, "do")
    assert seen == [("de", "fr")]


async def test_follow_up_after_a_deleted_thought(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """When "thinking…" was deleted the follow-up is a message of its own, and replies to none."""

    async def vanish(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        await interaction.delete_original_response()
        await interaction.followup.send("on its own")

    bot.handler = vanish
    reply = await local.slash(ada, "do")
    assert [m.content for m in reply.messages if not m.deleted] == ["on its own"]
    assert [m.content for m in local.messages()] == ["on its own"]


async def test_second_delivery_of_any_interaction(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """The last interaction can be delivered again, and is answered 40060."""
    await local.slash(ada, "do")
    local.redeliver()
    await bot.failed.wait()
    assert len(bot.calls) == 2
    assert len(set(bot.calls)) == 1
    assert bot.errors[0].code == 40060
