"""The commands by which admins propose secrets, and see what is queued."""

import discord
from discord import app_commands
from discord.utils import MISSING

from bot.answer import in_time, say
from bot.client import WarmerClient
from bot.components.managers import managed_guild
from bot.components.proposal_rows import proposal_keys, queue_keys
from bot.i18n import tongue_of
from bot.render.proposal import queue_embed, verdict_embed
from game.proposals import ProposalState

Interaction = discord.Interaction[WarmerClient]


def puzzle_group() -> app_commands.Group:
    """`/puzzle`, for those who may manage the server."""
    group = app_commands.Group(
        name="puzzle",
        description="Propose words for the daily puzzle.",
        default_permissions=discord.Permissions(manage_guild=True),
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False),
    )
    group.add_command(propose)
    group.add_command(queue)
    return group


@app_commands.command(description="Find out whether a word makes a fair puzzle, and queue it.")
@app_commands.describe(word="The word to propose; only you see what comes of it.")
async def propose(interaction: Interaction, word: str) -> None:
    """Judge a word, and offer to queue it."""
    guild, app, tongue = managed_guild(interaction), interaction.client.app, tongue_of(interaction)
    work = app.workers.deliberate(app.proposals.propose, guild.id, interaction.user.id, word)
    verdict = await in_time(interaction, work)
    kept = verdict.proposal
    queued = kept is not None and kept.state is ProposalState.QUEUED
    await say(
        interaction,
        tongue("puzzle-queued-already") if queued else None,
        embed=verdict_embed(verdict, tongue),
        view=MISSING if kept is None else proposal_keys(kept, tongue),
    )


@app_commands.command(description="See which proposed words are queued, and withdraw them.")
async def queue(interaction: Interaction) -> None:
    """Show the queue, the words hidden."""
    guild, app, tongue = managed_guild(interaction), interaction.client.app, tongue_of(interaction)
    found = await in_time(interaction, app.workers.call(app.proposals.look, guild.id))
    below = queue_keys(found, 0, tongue) if found.items else MISSING
    await say(interaction, embed=queue_embed(found, 0, tongue), view=below)
