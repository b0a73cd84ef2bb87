"""The commands by which a server is set up, and by which members join its pings."""

from typing import Any

import discord
from discord import app_commands

from bot.answer import in_time, say
from bot.client import WarmerClient
from bot.components import setup_flow
from bot.components.setup import set_time
from bot.i18n import tongue_of
from bot.permissions import hindrance
from bot.zones import search

Interaction = discord.Interaction[WarmerClient]
_MOST = 25


async def _zones(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    app, language = interaction.client.app, tongue_of(interaction).code
    now = app.clock()
    places = await app.workers.call(search, typed, language, now, _MOST)
    return [app_commands.Choice(name=place.label(now)[:100], value=place.zone) for place in places]


@app_commands.command(description="Set this server up: channel, time, style, language and more.")
@app_commands.describe(
    time="The time of the daily post, such as 18:30.",
    time_zone="A city, a country, or what your clock says now.",
)
@app_commands.autocomplete(time_zone=_zones)
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
async def setup(
    interaction: Interaction, time: str | None = None, time_zone: str | None = None
) -> None:
    """Show how the server is set up, with everything to change it; set the time if given."""
    if time is None and time_zone is None:
        await setup_flow.look(interaction)
    else:
        await set_time(interaction, time, time_zone)


@app_commands.command(description="Be pinged when the daily puzzle is here, or no more.")
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
async def notify(interaction: Interaction) -> None:
    """Give the member the server's role for pings, or take it."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    work = app.workers.call(app.setups.setup, interaction.guild_id or 0)
    found = await in_time(interaction, work)
    if found is None or found.role_id is None:
        await say(interaction, tongue("setup-notify-none"))
        return
    role = f"<@&{found.role_id}>"
    try:
        has = await in_time(interaction, _toggle(interaction, found.role_id))
    except discord.NotFound:
        await say(interaction, tongue("setup-notify-gone"))
    except discord.Forbidden:
        why = hindrance(interaction.guild, found.role_id) or "height"
        await say(interaction, tongue(f"setup-notify-{why}", role=role))
    else:
        await say(interaction, tongue("setup-notify-on" if has else "setup-notify-off", role=role))


async def _toggle(interaction: Interaction, role_id: int) -> bool:
    """Give or take the role by whether the member had it when they asked: twice is once."""
    member = interaction.user
    has = isinstance(member, discord.Member) and member.get_role(role_id) is not None
    http, guild_id = interaction.client.http, interaction.guild_id or 0
    change = http.remove_role if has else http.add_role
    await change(guild_id, member.id, role_id, reason="/notify")
    return not has


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (setup, notify)
