"""The commands about the game: one's record, and how to play."""

from typing import Any

import discord
from discord import app_commands
from discord.utils import MISSING

from bot import render
from bot.answer import in_time, say
from bot.app import App
from bot.client import WarmerClient
from bot.cogs.options import everywhere, turn_of
from bot.components.rows import keys, starting_row
from bot.i18n import Tongue, tongue_of
from bot.pictures import Picture, Shade
from bot.render.files import file_of
from game.achievements import Progress
from game.results import Record

Interaction = discord.Interaction[WarmerClient]


@everywhere
@app_commands.command(description="See your record, or somebody else's.")
@app_commands.describe(member="Whose record; yours if left out.")
async def stats(interaction: Interaction, member: discord.User | None = None) -> None:
    """Show a member's statistics."""
    app, tongue = interaction.client.app, tongue_of(interaction)
    who = member or interaction.user
    name, turn = who.display_name, turn_of(interaction)
    server_id = turn.group_id or turn.server_id
    work = app.workers.call(_draw_record, app, server_id, who.id, name, tongue)
    record, achieved, picture = await in_time(interaction, work)
    shown = picture.name if picture else None
    own = who == interaction.user
    embed = render.record_embed(record, name, tongue, shown, achieved, own=own)
    await say(interaction, embed=embed, file=file_of(picture) if picture else MISSING)


def _draw_record(
    app: App, server_id: int, member_id: int, name: str, tongue: Tongue
) -> tuple[Record, list[Progress], Picture | None]:
    """A member's record and achievements, and a picture where there is something to draw."""
    record = app.records.record(server_id, member_id)
    achieved = app.achievements.of(server_id, member_id)
    if not record.statistics.solved:
        return record, achieved, None
    tally = app.albums.tally(server_id, member_id)
    return record, achieved, app.studio.record(tally, name, Shade.DARK, tongue)


@everywhere
@app_commands.command(name="help", description="How to play.")
async def help_(interaction: Interaction) -> None:
    """Explain the game."""
    tongue = tongue_of(interaction)
    embed = render.help_embed(interaction.client.tree.get_commands(), tongue)
    await say(interaction, embed=embed, view=keys(starting_row(tongue)))


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (stats, help_)
