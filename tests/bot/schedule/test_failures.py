"""What Discord's refusals mean for a post."""

from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from bot.schedule.failures import Unsendable, limited, unsendable
from game.posts import Skip


def refused(status: int, code: int = 0) -> discord.HTTPException:
    """The error that discord.py raises for such an answer."""
    kinds = {403: discord.Forbidden, 404: discord.NotFound, 503: discord.DiscordServerError}
    response: Any = SimpleNamespace(status=status, reason="No")
    return kinds.get(status, discord.HTTPException)(response, {"code": code, "message": "No"})


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (refused(404, 10003), Skip.CHANNEL_GONE),
        (refused(404, 10008), Skip.DELETED),
        (refused(403, 50001), Skip.FORBIDDEN),
        (refused(400, 50035), Skip.REFUSED),
        (refused(429), None),
        (refused(503), None),
        (aiohttp.ClientOSError(104, "reset"), None),
        (TimeoutError(), None),
        (Unsendable(Skip.LATE), Skip.LATE),
    ],
)
def test_reasons(error: Exception, reason: Skip | None) -> None:
    """What can never succeed is skipped with its reason; what may is tried again."""
    assert unsendable(error, left=False) is reason


@pytest.mark.parametrize("error", [refused(404, 10003), refused(403, 50001)])
def test_who_was_thrown_out_is_told_apart(error: Exception) -> None:
    """Where the bot is surely not on the server, that is why, and no admin can mend a channel."""
    assert unsendable(error, left=True) is Skip.LEFT


def test_only_429_stops_everything() -> None:
    """Other failures may be one channel's own."""
    assert limited(refused(429))
    assert not limited(refused(503))
    assert not limited(TimeoutError())
