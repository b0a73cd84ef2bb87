"""Discord's JSON for the things of the local world."""

from datetime import UTC, datetime

from bot.local.exchange import Person
from bot.local.snowflakes import created_at
from bot.local.state import DIRECT, GROUP, THREAD, Channel, Guild, Json, Role, World

ADMINISTRATOR = 1 << 3
ALL_PERMISSIONS = (1 << 53) - 1
# What @everyone can do on a new server: see, talk, embed, attach, react, threads, use commands.
MEMBER_PERMISSIONS = (
    (1 << 6)
    | (1 << 10)
    | (1 << 11)
    | (1 << 14)
    | (1 << 15)
    | (1 << 16)
    | (1 << 31)
    | (1 << 35)
    | (1 << 38)
)


def iso(seconds: float) -> str:
    """Return a moment as Discord writes it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def permissions_of(person: Person, guild: Guild | None = None) -> int:
    """Return the permission bits a person holds, in a server with those of their roles."""
    if person.admin:
        return ALL_PERMISSIONS
    held = MEMBER_PERMISSIONS
    for role_id in guild.members.get(person.id, ()) if guild else ():
        held |= guild.roles[role_id].permissions if guild else 0
    return ALL_PERMISSIONS if held & ADMINISTRATOR else held


def user(person: Person) -> Json:
    """Return a person's user object."""
    return {
        "id": str(person.id),
        "username": person.name,
        "global_name": person.name,
        "discriminator": "0",
        "avatar": None,
        "bot": False,
        "public_flags": 0,
    }


def bot_user(world: World) -> Json:
    """Return the bot's own user object."""
    return {
        "id": str(world.application_id),
        "username": world.bot_name,
        "global_name": None,
        "discriminator": "0001",
        "avatar": None,
        "bot": True,
        "verified": True,
        "mfa_enabled": False,
        "locale": "en-US",
        "flags": 0,
        "public_flags": 0,
    }


def application(world: World) -> Json:
    """Return the application object of the bot."""
    return {
        "id": str(world.application_id),
        "name": world.bot_name,
        "description": "",
        "icon": None,
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": user(Person(world.owner_id, "owner")),
        "verify_key": "0" * 64,
        "flags": 0,
        "team": None,
        "tags": [],
        "bot": bot_user(world),
        "integration_types_config": {"0": {}, "1": {}},
    }


def member(person: Person, guild: Guild) -> Json:
    """Return a person's member object in a server."""
    return {**_member(created_at(person.id), guild.members[person.id]), "user": user(person)}


def bot_member(world: World, guild: Guild) -> Json:
    """Return the bot's member object in a server."""
    return {**_member(created_at(guild.id), set()), "user": bot_user(world)}


def _member(joined: float, roles: set[int]) -> Json:
    return {
        "nick": None,
        "avatar": None,
        "roles": [str(r) for r in sorted(roles)],
        "joined_at": iso(joined),
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "pending": False,
        "flags": 0,
    }


def role(item: Role, guild: Guild) -> Json:
    """Return a role object; the bot's own power is in @everyone, for there is no other role."""
    everyone = item.id == guild.id
    return {
        "id": str(item.id),
        "name": item.name,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "icon": None,
        "unicode_emoji": None,
        "position": 0 if everyone else 1,
        "permissions": str(MEMBER_PERMISSIONS if everyone else item.permissions),
        "managed": False,
        "mentionable": item.mentionable,
        "flags": 0,
    }


def channel(item: Channel, world: World) -> Json:
    """Return a channel, thread or direct message object."""
    base: Json = {
        "id": str(item.id),
        "type": item.kind,
        "flags": 0,
        "last_message_id": str(item.message_ids[-1]) if item.message_ids else None,
    }
    if item.kind == DIRECT:
        return {**base, "recipients": [user(world.people[item.recipient_id or 0])]}
    if item.kind == GROUP:
        people = [user(person) for person in world.people.values()]
        group = {"name": item.name, "icon": None, "owner_id": str(world.owner_id)}
        return {**base, **group, "recipients": people}
    base |= {"guild_id": str(item.guild_id), "name": item.name, "rate_limit_per_user": 0}
    if item.kind == THREAD:
        return base | _thread(item, world)
    return base | {
        "position": 0,
        "parent_id": None,
        "topic": None,
        "nsfw": False,
        "permission_overwrites": _overwrites(item, world),
    }


def _overwrites(item: Channel, world: World) -> list[Json]:
    if not item.denied:
        return []
    bot = str(world.application_id)
    return [{"id": bot, "type": 1, "allow": "0", "deny": str(item.denied)}]


def _thread(item: Channel, world: World) -> Json:
    return {
        "parent_id": str(item.parent_id),
        "owner_id": str(world.application_id),
        "message_count": len(item.message_ids),
        "total_message_sent": len(item.message_ids),
        "member_count": 1,
        "thread_metadata": {
            "archived": item.archived,
            "locked": item.locked,
            "auto_archive_duration": 1440,
            "archive_timestamp": iso(created_at(item.id)),
            "create_timestamp": iso(created_at(item.id)),
        },
    }


def guild(item: Guild) -> Json:
    """Return a server object without its channels and members, as GET /guilds/{id} does."""
    return {
        "id": str(item.id),
        "name": item.name,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "description": None,
        "owner_id": str(item.owner_id),
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": item.locale,
        "system_channel_id": str(item.system_channel_id) if item.system_channel_id else None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "vanity_url_code": None,
        "application_id": None,
        "incidents_data": None,
        "features": [],
        "emojis": [],
        "stickers": [],
        "roles": [role(r, item) for r in item.roles.values()],
        "approximate_member_count": len(item.members) + 1,
    }


def guild_create(item: Guild, world: World) -> Json:
    """Return the GUILD_CREATE event's data: without privileged intents only the bot as member."""
    threads = [c for c in world.channels.values() if c.guild_id == item.id and c.kind == THREAD]
    return guild(item) | {
        "unavailable": False,
        "large": False,
        "joined_at": iso(created_at(item.id)),
        "member_count": len(item.members) + 1,
        "members": [bot_member(world, item)],
        "channels": [channel(world.channels[i], world) for i in item.channel_ids],
        "threads": [channel(t, world) for t in threads],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def partial_guild(item: Guild) -> Json:
    """Return the short server object inside an interaction."""
    return {"id": str(item.id), "locale": item.locale, "features": []}
