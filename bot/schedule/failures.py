"""What an error of Discord's means for a post: not to be sent, or to be tried again."""

from dataclasses import dataclass

import discord

from game.posts import Skip

_UNKNOWN_MESSAGE = 10008
_TOO_MANY = 429


@dataclass(eq=False)
class Unsendable(Exception):
    """The post is not to be sent, now or later."""

    reason: Skip


class Lost(Exception):
    """The lease ran out and somebody else has the post."""


def unsendable(error: BaseException, *, left: bool) -> Skip | None:
    """Why a post is not to be sent after that error; None where trying again may help.

    `left` says that the bot is surely not on the server any more.
    """
    if isinstance(error, Unsendable):
        return error.reason
    if isinstance(error, discord.NotFound):
        if error.code == _UNKNOWN_MESSAGE:  # Discord knows our nonce, and that message is deleted
            return Skip.DELETED
        return Skip.LEFT if left else Skip.CHANNEL_GONE
    if isinstance(error, discord.Forbidden):
        return Skip.LEFT if left else Skip.FORBIDDEN
    if isinstance(error, discord.HTTPException) and 400 <= error.status < 500:
        return None if error.status == _TOO_MANY else Skip.REFUSED
    return None


def limited(error: BaseException) -> bool:
    """Whether Discord wants to hear nothing at all from us for a while."""
    return isinstance(error, discord.HTTPException) and error.status == _TOO_MANY
