"""Faults ordered on the REST side, and what the real client makes of them."""

from typing import Any

import aiohttp
import discord
import pytest

from bot.local.exchange import Person
from bot.local.faults import Limit
from bot.local.server import LocalDiscord

MESSAGES = "/channels/*/messages"
CALLBACK = "/interactions/*/*/callback"


@pytest.mark.parametrize("kind", [Limit.ROUTE, Limit.SHARED, Limit.GLOBAL])
async def test_rate_limits_are_waited_out(local: LocalDiscord, bot: Any, kind: Any) -> None:
    """Each kind of 429 that Discord sends is retried after its time."""
    local.faults.limit("POST", MESSAGES, kind, retry_after=0.02, times=2)
    await bot.get_channel(local.channel_id).send("in the end")
    assert [m.content for m in local.messages()] == ["in the end"]
    assert len(local.faults.seen) == 2


async def test_cloudflare_ban_is_not_retried(local: LocalDiscord, bot: Any) -> None:
    """A 429 without Via is Cloudflare's: discord.py gives up at once."""
    local.faults.limit("POST", MESSAGES, Limit.CLOUDFLARE)
    with pytest.raises(discord.HTTPException) as caught:
        await bot.get_channel(local.channel_id).send("never")
    assert caught.value.status == 429
    assert local.messages() == []


async def test_limited_callback_is_retried(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A 429 on the acknowledgement costs time and loses nothing."""
    local.faults.limit("POST", CALLBACK, Limit.ROUTE, retry_after=0.02)
    assert (await local.slash(ada, "do")).messages[0].content == "pong"


async def test_500_is_retried(local: LocalDiscord, bot: Any) -> None:
    """discord.py sends again after a second."""
    local.faults.fail("POST", MESSAGES, 500)
    await bot.get_channel(local.channel_id).send("again")
    assert [m.content for m in local.messages()] == ["again"]


async def test_503_is_raised(local: LocalDiscord, bot: Any) -> None:
    """discord.py does not retry a 503 on a message."""
    local.faults.fail("POST", MESSAGES, 503)
    with pytest.raises(discord.DiscordServerError):
        await bot.get_channel(local.channel_id).send("never")
    assert local.messages() == []


async def test_reset_is_raised_and_may_come_after_the_deed(local: LocalDiscord, bot: Any) -> None:
    """A reset connection raises; with `applied` the message is there, only its answer is lost."""
    channel = bot.get_channel(local.channel_id)
    local.faults.reset("POST", MESSAGES)
    with pytest.raises(OSError, match=r".*"):
        await channel.send("lost")
    assert local.messages() == []
    local.faults.reset("POST", MESSAGES, applied=True)
    with pytest.raises(OSError, match=r".*"):
        await channel.send("posted")
    assert [m.content for m in local.messages()] == ["posted"]


async def test_nonce_keeps_a_repeated_post_single(local: LocalDiscord, bot: Any) -> None:
    """A post whose answer was lost is sent again with its nonce: one message, the same id."""
    channel = bot.get_channel(local.channel_id)
    local.faults.reset("POST", MESSAGES, applied=True)
    with pytest.raises(OSError, match=r".*"):
        await channel.send("daily", nonce=77)
    message = await channel.send("daily", nonce=77)
    assert [m.id for m in local.messages()] == [message.id]


async def test_slow_answers_arrive(local: LocalDiscord, bot: Any, ada: Person) -> None:
    """A delayed request and a body that comes in two parts are both read to the end."""
    channel = bot.get_channel(local.channel_id)
    local.faults.delay("POST", MESSAGES, 0.02)
    await channel.send("delayed")
    local.faults.slow_body("POST", MESSAGES, 0.02)
    message = await channel.send("in parts")
    assert message.content == "in parts"
    assert [m.content for m in local.messages()] == ["delayed", "in parts"]


async def test_faults_strike_only_their_route_and_can_be_cleared(
    local: LocalDiscord, bot: Any
) -> None:
    """Another route is untouched; clear() forgets what has not struck."""
    channel = bot.get_channel(local.channel_id)
    local.faults.fail("PATCH", MESSAGES + "/*", 503)
    message = await channel.send("one")
    with pytest.raises(discord.DiscordServerError):
        await message.edit(content="two")
    local.faults.fail("*", MESSAGES, 403, times=5)
    with pytest.raises(discord.Forbidden):
        await channel.send("three")
    local.faults.clear()
    await channel.send("four")
    assert [m.content for m in local.messages()] == ["one", "four"]


async def test_enforced_limits_pace_the_client(clock: Any, make_bot: Any, run_bot: Any) -> None:
    """With Discord's limits kept, the sixth message in a window is refused to a raw caller."""
    async with LocalDiscord(limit_clock=clock, enforce_limits=True) as local:
        headers = {"Authorization": f"Bot {local.token}"}
        url = f"{local.url}/api/v10/channels/{local.channel_id}/messages"
        answers = []
        async with aiohttp.ClientSession(headers=headers) as session:
            for number in range(6):
                async with session.post(url, json={"content": str(number)}) as response:
                    answers.append((response.status, response.headers["X-RateLimit-Remaining"]))
            clock.now += 5.0
            async with session.post(url, json={"content": "later"}) as response:
                answers.append((response.status, response.headers["X-RateLimit-Remaining"]))
        assert [status for status, _ in answers] == [200] * 5 + [429, 200]
        assert [left for _, left in answers] == ["4", "3", "2", "1", "0", "0", "4"]
        assert len(local.messages()) == 6
