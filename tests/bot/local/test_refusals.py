"""What Discord refuses: late, double and unknown answers, broken limits, wrong tokens."""

import asyncio
from typing import Any

import discord
import pytest

from bot.local.exchange import Person
from bot.local.server import LocalDiscord


def caught_code(bot: Any) -> int:
    """Return the code of the one error that the handler ran into."""
    (error,) = bot.errors
    assert isinstance(error, discord.HTTPException)
    return error.code


async def test_no_acknowledgement_in_time(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """Without one the reply says so, and a late one is refused as unknown interaction."""
    local.patience(ack_s=0.05)
    gate, over = asyncio.Event(), asyncio.Event()

    async def handler(interaction: discord.Interaction) -> None:
        await gate.wait()
        try:
            await interaction.response.send_message("too late")
        finally:
            over.set()

    bot.handler = handler
    reply = await local.slash(ada, "do")
    assert (reply.acknowledged_ms, reply.messages) == (None, ())
    gate.set()
    await over.wait()
    await bot.failed.wait()
    assert caught_code(bot) == 10062
    assert local.messages(viewer=ada) == []


async def test_two_acknowledgements(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """The second is refused, and the first stands."""

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("first")
        interaction.response._response_type = None
        await interaction.response.send_message("second")

    bot.handler = handler
    reply = await local.slash(ada, "do")
    assert [m.content for m in reply.messages] == ["first"]
    await bot.failed.wait()
    assert caught_code(bot) == 40060


async def test_duplicate_delivery_runs_the_handler_twice(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """discord.py runs a doubled interaction twice; the second answer is refused."""
    local.faults.duplicate_interactions = 1
    reply = await local.slash(ada, "do")
    await bot.failed.wait()
    assert [m.content for m in reply.messages] == ["pong"]
    assert bot.calls == [reply.interaction_id] * 2
    assert caught_code(bot) == 40060
    await local.slash(ada, "do")
    assert len(bot.calls) == 3


async def test_follow_up_before_the_answer(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """The webhook does not exist before the interaction is acknowledged."""
    local.patience(ack_s=0.2)

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.followup.send("early")

    bot.handler = handler
    await local.slash(ada, "do")
    await bot.failed.wait()
    assert caught_code(bot) == 10015


async def test_token_dies_after_fifteen_minutes(
    local: LocalDiscord, bot: Any, ada: Person, clock: Any
) -> None:
    """By the clock that was given, follow-ups work for 15 minutes and then no more."""
    codes = []

    async def handler(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("now")
        clock.now += 14 * 60
        await interaction.followup.send("in time")
        clock.now += 61 + 60
        try:
            await interaction.followup.send("too late")
        except discord.HTTPException as error:
            codes.append((error.status, error.code))

    bot.handler = handler
    reply = await local.slash(ada, "do")
    await bot.idle.wait()
    assert [m.content for m in reply.messages] == ["now", "in time"]
    assert codes == [(401, 50027)]


def big_embeds() -> list[discord.Embed]:
    """Return embeds that are each right and together over 6,000 characters."""
    return [discord.Embed(description="x" * 3001) for _ in range(2)]


def twin_buttons() -> discord.ui.View:
    """Return a view whose buttons share a custom id."""
    view = discord.ui.View()
    for label in "ab":
        view.add_item(discord.ui.Button(label=label, custom_id="same"))
    return view


@pytest.mark.parametrize(
    ("make", "where"),
    [
        (lambda: {"content": "x" * 2001}, "data.content"),
        (lambda: {"embed": discord.Embed(title="x" * 257)}, "data.embeds.0.title"),
        (lambda: {"embed": discord.Embed(description="x" * 4097)}, "data.embeds.0.description"),
        (lambda: {"embeds": big_embeds()}, "data.embeds"),
        (lambda: {"content": "x", "view": twin_buttons()}, "data.components.0.components.1"),
    ],
)
async def test_broken_limits_are_refused(
    local: LocalDiscord, bot: Any, ada: Person, make: Any, where: Any
) -> None:
    """A broken limit is 50035 with the place named, and the interaction stays unanswered."""
    refused = []

    async def handler(interaction: discord.Interaction) -> None:
        try:
            await interaction.response.send_message(**make())
        except discord.HTTPException as error:
            refused.append((error.code, error.text))
            await interaction.response.send_message("sorry")

    bot.handler = handler
    reply = await local.slash(ada, "do")
    ((code, text),) = refused
    assert code == 50035
    assert where in text
    assert [m.content for m in reply.messages] == ["sorry"]


async def test_empty_message_is_refused(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A message with nothing in it is 50006."""
    channel = bot.get_channel(local.channel_id)
    with pytest.raises(discord.HTTPException) as caught:
        await channel.send("")
    assert caught.value.code == 50006


async def test_wrong_token_cannot_log_in(local: LocalDiscord, make_bot: Any) -> None:
    """Another token is refused at the first request."""
    with local.pointed():
        async with make_bot() as client:
            with pytest.raises(discord.LoginFailure):
                await client.login("not-the-token")


async def test_commands_that_break_limits_are_not_registered(
    local: LocalDiscord, bot: Any, ada: Person
) -> None:
    """A sync with a description of 101 characters fails, and the old commands stay."""
    before = local.commands
    bot.tree.get_command("do").description = "x" * 101
    with pytest.raises(discord.HTTPException) as caught:
        await bot.tree.sync()
    assert caught.value.code == 50035
    assert local.commands == before


async def test_what_is_unknown_stays_unknown(local: LocalDiscord, bot: Any) -> None:
    """Users, members, channels, servers and messages that do not exist have Discord's codes."""
    guild, channel = bot.get_guild(local.guild_id), bot.get_channel(local.channel_id)
    for awaitable, code in (
        (bot.fetch_user(1), 10013),
        (guild.fetch_member(1), 10007),
        (bot.fetch_channel(1), 10003),
        (bot.fetch_guild(1), 10004),
        (channel.fetch_message(1), 10008),
    ):
        with pytest.raises(discord.NotFound) as caught:
            await awaitable
        assert caught.value.code == code


async def test_unknown_route_is_said_aloud(
    local: LocalDiscord, bot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """A route that local Discord lacks is a 404, logged and collected."""
    with pytest.raises(discord.NotFound):
        await bot.fetch_sticker(5)
    assert local.unknown_routes == [("GET", "/stickers/5")]
    assert "/stickers/5" in caplog.text
    local.unknown_routes.clear()
