"""Who a message would notify."""

import re

from bot.local.state import Channel, Json, World

USER, ROLE = re.compile(r"<@!?(\d+)>"), re.compile(r"<@&(\d+)>")
EVERYONE = re.compile(r"@(?:everyone|here)\b")


def pinged(world: World, channel: Channel, text: str, allowed: Json | None) -> tuple[int, ...]:
    """Return the ids that `text` notifies; without `allowed_mentions` that is everyone it names.

    The server's own id stands for @everyone and @here. The bot is taken to hold the permission to
    mention all, so this is what happens at worst.
    """
    if "@" not in text:
        return ()
    found = [i for i in map(int, USER.findall(text)) if i in world.people]
    hit = [i for i in found if _allows(allowed, "users", i)]
    guild = world.guilds.get(channel.guild_id or 0)
    if guild is not None:
        named = [i for i in map(int, ROLE.findall(text)) if i in guild.roles]
        hit += [i for i in named if _allows(allowed, "roles", i)]
        if EVERYONE.search(text) and _parses(allowed, "everyone"):
            hit.append(guild.id)
    return tuple(dict.fromkeys(hit))


def _parses(allowed: Json | None, kind: str) -> bool:
    return allowed is None or kind in (allowed.get("parse") or [])


def _allows(allowed: Json | None, kind: str, item: int) -> bool:
    if _parses(allowed, kind):
        return True
    return str(item) in {str(i) for i in (allowed or {}).get(kind) or []}
