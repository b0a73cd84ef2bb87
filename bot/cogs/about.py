"""The commands about the game: one's record, and how to play."""

from typing import Any

import discord
from discord import app_commands

from bot import render
from bot.answer import in_time, say
from bot.client import WarmerClient
from bot.cogs.options import turn_of
from bot.i18n import tongue_of

Interaction = discord.Interaction[WarmerClient]


@app_commands.command(description="See your record, or somebody else's.")
@app_commands.describe(member="Whose record; yours if left out.")
async def stats(interaction: Interaction, member: discord.User | None = None) -> None:
    """Show a member's statistics."""
    app = interaction.client.app
    who = member or interaction.user
    server_id = turn_of(interaction).server_id
    record = await in_time(interaction, app.workers.call(app.records.record, server_id, who.id))
    embed = render.record_embed(record, who.display_name, tongue_of(interaction))
    await say(interaction, embed=embed)


@app_commands.command(name="help", description="How to play.")
async def help_(interaction: Interaction) -> None:
    """Explain the game."""
    await say(interaction, embed=render.help_embed(tongue_of(interaction)))


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (stats, help_)
