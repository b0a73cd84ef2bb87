"""What the bot may do in a channel, and the errors where it may not."""

from bot.local.apierror import ApiError
from bot.local.state import GROUP, THREAD, Channel, World

VIEW, SEND, EMBED, ATTACH, HISTORY = 1 << 10, 1 << 11, 1 << 14, 1 << 15, 1 << 16
CREATE_THREADS, SEND_IN_THREADS = 1 << 35, 1 << 38
EVERY = (1 << 53) - 1
NAMES = {
    "view": VIEW,
    "send": SEND,
    "embed": EMBED,
    "attach": ATTACH,
    "history": HISTORY,
    "create_threads": CREATE_THREADS,
    "send_in_threads": SEND_IN_THREADS,
}


def held(world: World, channel: Channel) -> int:
    """Return the bot's permission bits in a channel; a thread has its parent's."""
    if channel.kind == THREAD:
        channel = world.channels[channel.parent_id or 0]
    guild = world.guilds.get(channel.guild_id or 0)
    if channel.kind == GROUP or (guild is not None and not guild.joined):
        return 0
    return EVERY & ~channel.denied


def require(world: World, channel: Channel, needed: int = VIEW) -> None:
    """Check what a request needs. Raises ApiError 50001 without access, 50007, else 50013."""
    bits = held(world, channel)
    if not bits & VIEW:
        raise ApiError(403, 50001, "Missing Access")
    if channel.recipient_id is not None and needed & SEND and not bits & SEND:
        raise ApiError(403, 50007, "Cannot send messages to this user")
    if bits & needed != needed:
        raise ApiError(403, 50013, "Missing Permissions")


def to_send(channel: Channel, *, embeds: bool, files: bool) -> int:
    """Return what sending a message takes."""
    needed = VIEW | (SEND_IN_THREADS if channel.kind == THREAD else SEND)
    return needed | (EMBED if embeds else 0) | (ATTACH if files else 0)
