"""What local Discord sends, held against discord.py's own types and against SimCord's payloads."""

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.local import message_payloads, payloads
from bot.local.server import LocalDiscord

FOLDER = Path(discord.__file__).parent / "types"


@cache
def classes() -> dict[str, ast.ClassDef]:
    """The classes of discord.py's types by name, from their source: they cannot be imported."""
    trees = [ast.parse(path.read_text("utf-8")) for path in FOLDER.glob("*.py")]
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {node.name: node for node in nodes if isinstance(node, ast.ClassDef)}


def required(name: str) -> set[str]:
    """The keys that a type requires, with those of the types it is made from."""
    if name not in classes():
        return set()
    node = classes()[name]
    keys = {key for base in node.bases for key in required(ast.unparse(base))}
    if any(ast.unparse(keyword) == "total=False" for keyword in node.keywords):
        return keys
    fields = [item for item in node.body if isinstance(item, ast.AnnAssign)]
    here = {ast.unparse(f.target) for f in fields if "NotRequired" not in ast.unparse(f.annotation)}
    return keys | here


def missing(kind: str, data: Mapping[str, Any]) -> set[str]:
    """The keys that discord.py's type for a payload requires and that are not there."""
    assert required(kind)
    return required(kind) - set(data)


@pytest.fixture
async def world(local: LocalDiscord, bot: Any, ada: Any) -> dict[str, Any]:
    """Every kind of payload that our stand-in makes, by name."""
    seen: dict[str, Any] = {}
    inner = local._world
    guild = inner.guild(local.guild_id)
    general = inner.channel(local.channel_id)
    sent = await bot.get_channel(local.channel_id).send("x", embed=discord.Embed(title="t"))
    thread = await sent.create_thread(name="T")

    async def keep(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("x")

    bot.handler = keep
    dispatch = local.gateway.dispatch

    def heard(event: str, data: Any, **more: Any) -> None:
        seen[event] = data
        dispatch(event, data, **more)

    local.gateway.dispatch = heard
    await local.slash(ada, "do")
    seen["direct"] = payloads.channel(inner.direct_channel(ada.id), inner)
    seen["group"] = payloads.channel(inner.group_channel("g"), inner)
    seen["thread"] = payloads.channel(inner.channel(thread.id), inner)
    seen["channel"] = payloads.channel(general, inner)
    seen["guild"] = payloads.guild_create(guild, inner)
    seen["role"] = payloads.role(guild.roles[guild.id], guild)
    seen["member"] = payloads.member(ada, guild)
    seen["user"] = payloads.user(ada)
    seen["message"] = message_payloads.message(inner.messages[sent.id], inner, local.url)
    return seen


TYPES = {
    "user": "User",
    "member": "MemberWithUser",
    "role": "Role",
    "channel": "TextChannel",
    "thread": "Thread",
    "direct": "DMChannel",
    "group": "GroupDMChannel",
    "message": "Message",
    "INTERACTION_CREATE": "ApplicationCommandInteraction",
}


@pytest.mark.parametrize("name", TYPES)
async def test_payloads_have_what_the_types_require(world: dict[str, Any], name: str) -> None:
    """Every key that discord.py's typed payloads require is in ours."""
    # The type of direct messages has a name by inheritance; Discord sends none.
    assert missing(TYPES[name], world[name]) <= ({"name"} if name == "direct" else set())


async def test_server_has_what_discord_py_reads(world: dict[str, Any]) -> None:
    """A server object has all that its type requires, apart from what Discord gave up."""
    assert missing("Guild", world["guild"]) <= {"region"}


async def simulated(make_bot: Any) -> dict[str, Any]:
    """The same payloads as SimCord makes them."""
    seen: dict[str, Any] = {}
    async with simcord.run(make_bot(), shard_count=1) as env:
        guild = env.create_guild()
        env.backend.subscribers.append(seen.setdefault)
        channel = guild.create_text_channel("general")
        actor = guild.add_member(env.create_user("Ada"))
        await actor.slash(channel, "do")
        sent = await env.bot.get_channel(channel.id).send("x", embed=discord.Embed(title="t"))
        serialize = simcord.backend.serializers
        backend = env.backend
        stored = backend.get_guild(guild.id)
        seen["user"] = serialize.user_payload(backend.get_user(actor.id))
        seen["member"] = serialize.member_payload(backend, stored, stored.members[actor.id])
        seen["channel"] = serialize.channel_payload(backend, backend.get_channel(channel.id))
        seen["message"] = serialize.message_payload(
            backend, backend.get_message(channel.id, sent.id)
        )
    return seen


async def test_payloads_have_what_simcord_sends(world: dict[str, Any], make_bot: Any) -> None:
    """Whatever key SimCord has in the same scene, ours has too; what differs is listed here."""
    theirs_alone = {
        # What Discord tells of oneself only.
        "user": {"system", "flags", "locale", "mfa_enabled", "verified"},
        "message": {"guild_id", "channel_type", "reactions", "sticker_items"},
        "member": {"communication_disabled_until"},
        "channel": set(),
        "INTERACTION_CREATE": set(),
    }
    theirs_too = await simulated(make_bot)
    for name, allowed in theirs_alone.items():
        assert set(theirs_too[name]) - set(world[name]) <= allowed, name
        for key in set(theirs_too[name]) & set(world[name]):
            ours, theirs = world[name][key], theirs_too[name][key]
            if ours is not None and theirs is not None:
                assert type(ours) is type(theirs) or isinstance(theirs, int), (name, key)
