"""Answers an interaction in time, whatever the work behind it takes."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

import discord
from discord.utils import MISSING

from bot.i18n import tongue_of

T = TypeVar("T")

PATIENCE_S = 1.5
"""Discord gives up after 3 seconds; an answer that takes half of that is deferred first."""


async def in_time(interaction: discord.Interaction, work: Awaitable[T]) -> T:
    """What `work` answers; where that takes long, the interaction is acknowledged meanwhile.

    A quick answer so costs one request instead of two, and a slow one is still in time.
    """
    task = asyncio.ensure_future(work)
    done, _ = await asyncio.wait({task}, timeout=PATIENCE_S)
    if not done and not interaction.response.is_done():
        await interaction.response.defer(ephemeral=True, thinking=True)
    return await task


async def say(
    interaction: discord.Interaction,
    text: str | None = None,
    *,
    embed: discord.Embed = MISSING,
    public: bool = False,
) -> None:
    """Send the answer: to everyone if `public`, else to the member alone."""
    if not interaction.response.is_done():
        await interaction.response.send_message(text, embed=embed, ephemeral=not public)
        return
    if public:
        # The first follow-up would take the deferral's place and be as private as that was.
        await interaction.edit_original_response(content=tongue_of(interaction)("common-see-below"))
    await interaction.followup.send(text or MISSING, embed=embed, ephemeral=not public)
