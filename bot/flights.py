"""Counts the interactions under way, so that a stop can wait for their answers."""

import asyncio
from contextlib import suppress

import discord


class Flights:
    """The interactions that are being answered."""

    def __init__(self) -> None:
        self._under_way: set[discord.Interaction] = set()
        self._none = asyncio.Event()
        self._none.set()

    def begin(self, interaction: discord.Interaction) -> None:
        """Count an interaction in."""
        self._under_way.add(interaction)
        self._none.clear()

    def end(self, interaction: discord.Interaction) -> None:
        """Count it out; one that was never counted in is no matter."""
        self._under_way.discard(interaction)
        if not self._under_way:
            self._none.set()

    async def landed(self, patience_s: float) -> None:
        """Wait until none is under way, but no longer than that."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._none.wait(), patience_s)
