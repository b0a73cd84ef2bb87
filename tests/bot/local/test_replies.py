"""Answers: deferring, editing, following up, files, flags and who is pinged."""

import io
from typing import Any

import discord
import pytest

from bot.local.exchange import Person
from bot.local.server import LocalDiscord


async def test_deferred_answer_settles_when_edited(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """A reply waits for the edit of the deferred original."""

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        await interaction.edit_original_response(content="thought")

    bot.handler = handler
    reply = await local.slash(ada, "do")
    assert (reply.deferred, [m.content for m in reply.messages]) == (True, ["thought"])
    assert not reply.messages[0].ephemeral


async def test_deferred_ephemeral_keeps_its_flag(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """The flag of the deferral decides, for an edit as for a first follow-up."""

    async def edits(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.edit_original_response(content="secret")

    async def follows(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        await interaction.followup.send("also secret", ephemeral=False)

    for handler in (edits, follows):
        bot.handler = handler
        (message,) = (await local.slash(ada, "do")).messages
        assert message.ephemeral
        assert message.viewer_id == ada.id


async def test_public_deferral_stays_public(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """An ephemeral first follow-up takes the place of a public "thinking…", and is public."""

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.defer(thinking=True)
        await interaction.followup.send("meant as secret", ephemeral=True)
        await interaction.followup.send("really secret", ephemeral=True)

    bot.handler = handler
    reply = await local.slash(ada, "do")
    assert [m.ephemeral for m in reply.messages] == [False, True]


async def test_follow_ups_come_after_the_answer(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A public answer with an ephemeral follow-up: both in the reply, in order."""

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("all see")
        await interaction.followup.send("you see", ephemeral=True)

    bot.handler = handler
    reply = await local.slash(ada, "do")
    assert [(m.content, m.ephemeral) for m in reply.messages] == [
        ("all see", False),
        ("you see", True),
    ]


async def test_history_hides_ephemerals_from_others(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """Only their owner sees ephemeral messages; they cannot be fetched from the channel."""
    bea = local.add_person("Bea")

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("hush", ephemeral=True)

    bot.handler = handler
    (message,) = (await local.slash(ada, "do")).messages
    assert [m.content for m in local.messages(viewer=ada)] == ["hush"]
    assert local.messages(viewer=bea) == []
    assert local.messages() == []
    channel = bot.get_channel(local.channel_id)
    with pytest.raises(discord.NotFound) as caught:
        await channel.fetch_message(message.id)
    assert caught.value.code == 10008


async def test_original_can_be_read_edited_and_deleted(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """@original is the first answer; after deletion it is unknown."""
    codes = []

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("one")
        original = await interaction.original_response()
        await original.edit(content=original.content + " two")
        await interaction.delete_original_response()
        try:
            await interaction.edit_original_response(content="three")
        except discord.NotFound as error:
            codes.append(error.code)

    bot.handler = handler
    (message,) = (await local.slash(ada, "do")).messages
    await bot.idle.wait()
    assert (message.content, message.edits, message.deleted) == ("one two", 1, True)
    assert codes == [10008]
    assert local.messages(viewer=ada) == []


async def test_files_embeds_and_descriptions_arrive(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """An uploaded file keeps its bytes and alt text, and its address answers."""
    got = []

    async def handler(interaction: discord.Interaction) -> None:
        file = discord.File(io.BytesIO(b"\x89PNG"), "card.png", description="A card")
        embed = discord.Embed(title="Card").set_image(url="attachment://card.png")
        await interaction.response.send_message(embed=embed, file=file)
        original = await interaction.original_response()
        got.append((original.embeds[0].image.url, await original.attachments[0].read()))

    bot.handler = handler
    (message,) = (await local.slash(ada, "do")).messages
    await bot.idle.wait()
    (attachment,) = message.attachments
    assert (attachment.filename, attachment.content) == ("card.png", b"\x89PNG")
    assert attachment.description == "A card"
    assert message.embeds[0]["image"]["url"] == "attachment://card.png"
    url, content = got[0]
    assert url.startswith(local.url)
    assert content == b"\x89PNG"


async def test_editing_attachments_keeps_the_named_ones(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """An edit that lists attachments keeps those and adds the new files."""

    async def handler(interaction: discord.Interaction) -> None:
        files = [discord.File(io.BytesIO(b"1"), "1.txt"), discord.File(io.BytesIO(b"2"), "2.txt")]
        await interaction.response.send_message("files", files=files)
        original = await interaction.original_response()
        new = discord.File(io.BytesIO(b"3"), "3.txt")
        await original.edit(attachments=[original.attachments[1], new])

    bot.handler = handler
    (message,) = (await local.slash(ada, "do")).messages
    assert [(a.filename, a.content) for a in message.attachments] == [
        ("2.txt", b"2"),
        ("3.txt", b"3"),
    ]


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [
        (None, ["person", "role", "everyone"]),
        (discord.AllowedMentions.none(), []),
        (discord.AllowedMentions(everyone=False, users=True, roles=False), ["person"]),
        (discord.AllowedMentions(everyone=True, users=False, roles=False), ["everyone"]),
        (discord.AllowedMentions(everyone=False, users=False, roles=True), ["role"]),
    ],
)
async def test_pings_honour_allowed_mentions(
    local: LocalDiscord, bot: Any, ada: Person, allowed: Any, expected: Any
) -> None:
    """A message records whom it would notify; without allowed mentions everyone it names."""
    role = local.add_role("Players")
    ids = {"person": ada.id, "role": role, "everyone": local.guild_id}

    async def handler(interaction: discord.Interaction) -> None:
        text = f"<@{ada.id}> <@&{role}> @everyone <@42>"
        options = {} if allowed is None else {"allowed_mentions": allowed}
        await interaction.response.send_message(text, **options)

    bot.handler = handler
    (message,) = (await local.slash(ada, "do")).messages
    assert set(message.pings) == {ids[name] for name in expected}


async def test_named_users_only_are_pinged(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A list of users allows exactly those."""
    bea = local.add_person("Bea")

    async def handler(interaction: discord.Interaction) -> None:
        allowed = discord.AllowedMentions(everyone=False, users=[discord.Object(bea.id)])
        await interaction.response.send_message(
            f"<@{ada.id}> <@{bea.id}>", allowed_mentions=allowed
        )

    bot.handler = handler
    (message,) = (await local.slash(ada, "do")).messages
    assert message.pings == (bea.id,)
    assert local.name_of(bea.id) == "Bea"


async def test_ephemeral_messages_ping_nobody(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """An ephemeral mention notifies nobody."""

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("@everyone", ephemeral=True)

    bot.handler = handler
    assert (await local.slash(ada, "do")).messages[0].pings == ()


async def test_layout_messages_are_accepted(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A Components V2 message has no content, and its texts are in the components."""

    async def handler(interaction: discord.Interaction) -> None:
        view = discord.ui.LayoutView()
        box = discord.ui.Container(discord.ui.TextDisplay("# Warm"))
        view.add_item(box)
        await interaction.response.send_message(view=view)

    bot.handler = handler
    (message,) = (await local.slash(ada, "do")).messages
    assert message.flags & (1 << 15)
    assert message.components[0]["components"][0]["content"] == "# Warm"


async def test_listeners_hear_messages_and_edits(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """A listener hears what appears and what changes, until it stops listening."""
    came, changed = [], []
    stop = local.on_message(lambda m: came.append((m.content, m.interaction_id is None)))
    local.on_edit(lambda m: changed.append((m.content, m.deleted)))
    channel = bot.get_channel(local.channel_id)
    post = await channel.send("daily")
    await post.edit(content="daily, solved")
    await post.delete()
    await local.slash(ada, "do")
    assert came == [("daily", True), ("pong", False)]
    assert changed == [("daily, solved", False), ("daily, solved", True)]
    stop()
    await channel.send("unheard")
    assert len(came) == 2
