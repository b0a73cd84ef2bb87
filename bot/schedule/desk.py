"""What a post needs from Discord: looking for it, sending it, opening its thread."""

import logging
from datetime import datetime
from typing import Final

import discord

from bot.client import WarmerClient
from bot.components.play import play_buttons
from bot.components.rows import keys
from bot.i18n import Tongue
from bot.render.daily import daily_embed, thread_name
from game.dailies import DailyNews
from game.model import PuzzleFace
from game.posts import Post, nonce
from game.setup import Setup, Style

_log = logging.getLogger(__name__)

SEARCHED = 200
"""How many messages back a post is looked for that may have been sent already."""
_THREAD_MINUTES: Final = 1440
_HAS_THREAD = 160004


class Desk:
    """Discord's side of one post. It needs REST only: any process may post for any server."""

    def __init__(self, client: WarmerClient) -> None:
        self._client = client

    async def find(self, post: Post, channel_id: int) -> int | None:
        """The id of the post's message, where an earlier attempt got as far as that.

        It is ours and bears the moment at which the post was due. None where it is not found, or
        where we may not read the channel. Raises what discord.py raises for Discord's own faults.
        """
        channel = self._client.get_partial_messageable(channel_id)
        try:
            async for message in channel.history(limit=SEARCHED):
                if self._is(message, post.due_at):
                    return message.id
        except (discord.Forbidden, discord.NotFound) as error:
            _log.info("channel %s cannot be read: %s", channel_id, error)
        return None

    def _is(self, message: discord.Message, due_at: datetime) -> bool:
        me = self._client.user
        ours = me is not None and message.author.id == me.id
        return ours and any(embed.timestamp == due_at for embed in message.embeds)

    async def send(
        self, post: Post, setup: Setup, channel_id: int, news: DailyNews, speaks: Tongue
    ) -> int:
        """Send the post and return the message's id. Raises what discord.py raises.

        Sent again within some minutes it is the same message: its nonce does not change.
        """
        mode = None if setup.style is Style.SOLO else setup.style.mode
        message = await self._client.get_partial_messageable(channel_id).send(
            _ping(setup),
            embed=daily_embed(news, setup, post.due_at, speaks),
            view=keys(play_buttons(speaks, news.puzzle.id, mode)),
            allowed_mentions=_pings(setup),
            nonce=nonce(post),
        )
        return message.id

    async def open_thread(
        self, channel_id: int, message_id: int, puzzle: PuzzleFace, speaks: Tongue
    ) -> int | None:
        """Open the post's thread, unless it is open; None where that is refused.

        Raises what discord.py raises for Discord's own faults.
        """
        try:
            # The plain route: the model's method needs the server in this process's cache.
            await self._client.http.start_thread_with_message(
                channel_id,
                message_id,
                name=thread_name(puzzle, speaks),
                auto_archive_duration=_THREAD_MINUTES,
            )
        except discord.HTTPException as error:
            if error.status >= 500 or error.status == 429:
                raise
            if error.code != _HAS_THREAD:
                _log.warning("no thread for message %s: %s", message_id, error)
                return None
        return message_id  # Discord gives a message's thread the message's id


def _ping(setup: Setup) -> str | None:
    return f"<@&{setup.role_id}>" if _role(setup) else None


def _pings(setup: Setup) -> discord.AllowedMentions:
    """Nobody, or the one role that members may opt into."""
    role = _role(setup)
    if role is None:
        return discord.AllowedMentions.none()
    return discord.AllowedMentions(
        everyone=False, users=False, roles=[discord.Object(role)], replied_user=False
    )


def _role(setup: Setup) -> int | None:
    """The role to ping. Never the server's own id: that role is everyone."""
    return None if setup.role_id == setup.server_id else setup.role_id
