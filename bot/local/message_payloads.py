"""Discord's JSON for messages and their files."""

import mimetypes
from urllib.parse import quote

from bot.local.exchange import Attachment
from bot.local.payloads import bot_user, iso, user
from bot.local.state import Json, StoredMessage, World


def attachment(item: Attachment, channel_id: int, cdn: str, *, ephemeral: bool) -> Json:
    """Return an attachment object whose URL this server answers."""
    url = f"{cdn}/attachments/{channel_id}/{item.id}/{quote(item.filename)}"
    kind = mimetypes.guess_type(item.filename)[0]
    data: Json = {
        "id": str(item.id),
        "filename": item.filename,
        "size": len(item.content),
        "url": url,
        "proxy_url": url,
        "content_type": kind or "application/octet-stream",
    }
    if item.description is not None:
        data["description"] = item.description
    return data | ({"ephemeral": True} if ephemeral else {})


def message(item: StoredMessage, world: World, cdn: str) -> Json:
    """Return a message object as Discord answers it, with `attachment://` addresses resolved."""
    files = [
        attachment(a, item.channel_id, cdn, ephemeral=item.ephemeral) for a in item.attachments
    ]
    data: Json = {
        "id": str(item.id),
        "channel_id": str(item.channel_id),
        "type": item.kind,
        "author": bot_user(world),
        "content": item.content,
        "timestamp": iso(item.created),
        "edited_timestamp": iso(item.edited) if item.edited is not None else None,
        "tts": False,
        "mention_everyone": _everyone(item, world) in item.pings,
        "mentions": [user(world.people[i]) for i in item.pings if i in world.people],
        "mention_roles": _roles(item, world),
        "attachments": files,
        "embeds": [_resolved(e, {f["filename"]: f["url"] for f in files}) for e in item.embeds],
        "components": item.components,
        "pinned": False,
        "flags": item.flags,
    }
    return data | _origin(item, world)


def _everyone(item: StoredMessage, world: World) -> int | None:
    where = world.channels.get(item.channel_id)
    return where.guild_id if where else None


def _roles(item: StoredMessage, world: World) -> list[str]:
    everyone = _everyone(item, world)
    return [str(i) for i in item.pings if i not in world.people and i != everyone]


def _origin(item: StoredMessage, world: World) -> Json:
    data: Json = {}
    if item.nonce is not None:
        data["nonce"] = item.nonce
    if item.interaction is not None:
        data["interaction_metadata"] = item.interaction
        data["webhook_id"] = data["application_id"] = str(world.application_id)
    if item.replied_to is not None:
        reference = {"message_id": str(item.replied_to), "channel_id": str(item.channel_id)}
        data["message_reference"] = reference
    return data


def _resolved(embed: Json, urls: dict[str, str]) -> Json:
    embed = {"type": "rich", **embed}
    for place in ("image", "thumbnail"):
        url = str(embed.get(place, {}).get("url", ""))
        name = url.removeprefix("attachment://")
        if url.startswith("attachment://") and name in urls:
            embed[place] = {**embed[place], "url": urls[name], "proxy_url": urls[name]}
    return embed
