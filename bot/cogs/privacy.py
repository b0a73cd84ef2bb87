"""The commands about what is stored: see it, take it along, have it forgotten."""

from typing import Any

import discord
from discord import app_commands

from bot.answer import say
from bot.client import WarmerClient
from bot.cogs.options import everywhere
from bot.components.privacy import Scope, add_privacy_parts, ask, export, privacy_row
from bot.components.rows import keys
from bot.i18n import tongue_of
from bot.render.privacy import privacy_embed

Interaction = discord.Interaction[WarmerClient]

# As `privacy-scope-…` says it in English: the catalogue stays off the hot start.
_SCOPES = {
    Scope.EVERYWHERE: "everywhere: wherever you played",
    Scope.HERE: "here: where you are now",
}
_CHOICES: list[app_commands.Choice[str]] = [
    app_commands.Choice(
        name=app_commands.locale_str(text, key=f"privacy-scope-{scope}"), value=scope.value
    )
    for scope, text in _SCOPES.items()
]


@everywhere
@app_commands.command(description="What I store about you, why, for how long, and who sees it.")
async def privacy(interaction: Interaction) -> None:
    """Tell what is stored."""
    tongue, settings = tongue_of(interaction), interaction.client.app.settings
    embed = privacy_embed(settings.terms, settings.contact, tongue)
    await say(interaction, embed=embed, view=keys(privacy_row(tongue)))


@everywhere
@app_commands.command(name="export-me", description="Get everything I store about you as a file.")
@app_commands.describe(scope="From where; everywhere if left out.")
@app_commands.choices(scope=_CHOICES)
async def export_me(interaction: Interaction, scope: str = Scope.EVERYWHERE.value) -> None:
    """Send the document."""
    await export(interaction, Scope(scope))


@everywhere
@app_commands.command(name="forget-me", description="Have everything I store about you deleted.")
async def forget_me(interaction: Interaction) -> None:
    """Ask first."""
    await ask(interaction)


COMMANDS: tuple[app_commands.Command[Any, ..., Any], ...] = (privacy, export_me, forget_me)


def add_privacy(client: WarmerClient) -> None:
    """Put the commands on a client, and let it answer what hangs on them."""
    client.add(COMMANDS)
    add_privacy_parts(client)
