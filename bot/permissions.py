"""What the bot may do in a channel, and what it lacks there for the daily post."""

import discord

from game.setup import Setup

_ALWAYS = ("view_channel", "send_messages", "embed_links", "attach_files", "read_message_history")
_THREAD = ("create_public_threads", "send_messages_in_threads")
_PING = "mention_everyone"


class NotManager(Exception):
    """The member may not manage the server, whatever they could do when the message was made."""


class NoServer(Exception):
    """The bot is not on the server any more, or it was used outside of one."""


def missing(guild: discord.Guild | None, setup: Setup) -> tuple[str, ...]:
    """The permissions, by Discord's names, that posting by that setup lacks in its channel.

    Where the channel is not to be seen at all that is "view_channel" alone; without a channel
    nothing is missing.
    """
    if setup.channel_id is None:
        return ()
    channel = None if guild is None else guild.get_channel(setup.channel_id)
    if guild is None or channel is None:
        return _ALWAYS[:1]
    # The base class's method: that of text channels takes all else away where sending is denied,
    # and would name what is not lacking.
    held = discord.abc.GuildChannel.permissions_for(channel, guild.me)
    if not held.view_channel:
        return _ALWAYS[:1]
    wanted = [*_ALWAYS, *(_THREAD if setup.thread else ())]
    if _must_be_let(guild.get_role(setup.role_id or 0), setup):
        wanted.append(_PING)
    return tuple(name for name in wanted if not getattr(held, name))


def _must_be_let(role: discord.Role | None, setup: Setup) -> bool:
    """Whether pinging takes a permission: not of a role that everybody may mention."""
    return setup.role_id is not None and role is not None and not role.mentionable


def unfit(guild: discord.Guild | None, role_id: int) -> bool:
    """Whether a role cannot be one that members take: everyone's, a bot's, or one not there."""
    role = None if guild is None else guild.get_role(role_id)
    return role is None or role.is_default() or role.managed


def hindrance(guild: discord.Guild | None, role_id: int) -> str | None:
    """Why the bot cannot give members that role: "power", "height", or None where it can."""
    role = None if guild is None else guild.get_role(role_id)
    if guild is None or role is None or not guild.me.guild_permissions.manage_roles:
        return "power"
    return "height" if role >= guild.me.top_role else None
