"""The command that opens a channel's living board."""

from typing import Any

import discord
from discord import app_commands

from bot.answer import in_time, say
from bot.client import WarmerClient
from bot.cogs.options import turn_of
from bot.i18n import Tongue, tongue_of
from bot.panels.keeper import Panels
from bot.panels.public import ChannelClosed
from game.panels import Panel
from game.setup import Style

Interaction = discord.Interaction[WarmerClient]

# As `panel-style-…` says it in English: the catalogue stays off the hot start.
_STYLES = {
    Style.TOGETHER: "together: one board for the whole channel",
    Style.RACE: "race: each alone, the first to find it wins",
    Style.RELAY: "relay: one board, in turns",
}
_CHOICES: list[app_commands.Choice[str]] = [
    app_commands.Choice(
        name=app_commands.locale_str(text, key=f"panel-style-{style}"), value=style.value
    )
    for style, text in _STYLES.items()
]


def party_command(panels: Panels) -> app_commands.Command[Any, ..., Any]:
    """`/party`, which only a server can use that the bot is a member of."""

    @app_commands.command(
        description="Open a board for this channel that everybody sees and that spoils nothing."
    )
    @app_commands.describe(style="How you play; together if left out.")
    @app_commands.choices(style=_CHOICES)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def party(interaction: Interaction, style: str = Style.TOGETHER.value) -> None:
        """Open a board, or link to the one there is."""
        tongue = tongue_of(interaction)
        try:
            work = panels.open(turn_of(interaction), Style(style))
            opened = await in_time(interaction, work)
        except ChannelClosed as closed:
            await say(interaction, tongue("panel-forbidden" if closed.forbidden else "panel-gone"))
            return
        await say(interaction, _answer(opened.panel, opened.new, tongue))

    return party


def _answer(panel: Panel, new: bool, tongue: Tongue) -> str:
    if not panel.up:
        return tongue("panel-soon")
    place = f"{panel.server_id}/{panel.channel_id}/{panel.message_id}"
    link = f"https://discord.com/channels/{place}"
    if new:
        return tongue("panel-opened", link=link)
    return tongue("panel-there", link=link, style=panel.style.value)
