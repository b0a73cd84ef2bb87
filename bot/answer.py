"""Answers an interaction in time, whatever the work behind it takes."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

import discord
from discord.utils import MISSING

from bot.flights import acknowledged
from bot.i18n import tongue_of

T = TypeVar("T")

PATIENCE_S = 1.5
"""Discord gives up after 3 seconds; an answer that takes half of that is deferred first."""


async def in_time(
    interaction: discord.Interaction, work: Awaitable[T], *, in_place: bool = False
) -> T:
    """What `work` answers; where that takes long, the interaction is acknowledged meanwhile.

    A quick answer so costs one request instead of two, and a slow one is still in time. What the
    work raises goes before what acknowledging does. With
    `in_place` the answer will be `show`n in the message that a component sits on.
    """
    task = asyncio.ensure_future(work)
    done, _ = await asyncio.wait({task}, timeout=PATIENCE_S)
    try:
        if not done and not interaction.response.is_done():
            await interaction.response.defer(ephemeral=True, thinking=not in_place)
            acknowledged()
    except Exception:
        await task  # it goes on all the same, and an error of its own says more
        raise
    return await task


async def say(
    interaction: discord.Interaction,
    text: str | None = None,
    *,
    embed: discord.Embed = MISSING,
    view: discord.ui.View = MISSING,
    file: discord.File = MISSING,
    public: bool = False,
) -> None:
    """Send the answer: to everyone if `public`, else to the member alone."""
    if not interaction.response.is_done():
        await interaction.response.send_message(
            text, embed=embed, view=view, file=file, ephemeral=not public
        )
        acknowledged()
        return
    if public:
        # The first follow-up would take the deferral's place and be as private as that was.
        await interaction.edit_original_response(content=tongue_of(interaction)("common-see-below"))
    await interaction.followup.send(
        text or MISSING, embed=embed, view=view, file=file, ephemeral=not public
    )


async def show(
    interaction: discord.Interaction,
    text: str | None = None,
    *,
    embed: discord.Embed,
    view: discord.ui.View,
) -> None:
    """Put the answer in the place of the message that the pressed component sits on."""
    if not interaction.response.is_done():
        await interaction.response.edit_message(content=text, embed=embed, view=view)
        acknowledged()
        return
    await interaction.edit_original_response(content=text, embed=embed, view=view)
