"""The command that shows who plays well."""

import discord
from discord import app_commands

from bot.client import WarmerClient
from bot.cogs.options import everywhere
from bot.components.leaderboard import ITEMS, Look
from bot.components.leaderboard import leaderboard as show_leaderboard
from game.leaderboard import Period

Interaction = discord.Interaction[WarmerClient]


class PeriodTransformer(app_commands.Transformer[WarmerClient]):
    """Turns `day`, `week` and `all` into a period."""

    @property
    def choices(self) -> list[app_commands.Choice[str | int | float]]:
        """The three periods."""
        return [
            app_commands.Choice(name="today", value=Period.DAY.value),
            app_commands.Choice(name="this week", value=Period.WEEK.value),
            app_commands.Choice(name="all time", value=Period.ALL.value),
        ]

    async def transform(self, _: discord.Interaction[WarmerClient], value: str, /) -> Period:
        """The period of that name."""
        return Period(value)


PeriodOption = app_commands.Transform[Period, PeriodTransformer]


@everywhere
@app_commands.command(description="See who plays well here: points against par.")
@app_commands.describe(period="Today, this week or all time; this week if left out.")
async def leaderboard(interaction: Interaction, period: PeriodOption | None = None) -> None:
    """Show a leaderboard."""
    await show_leaderboard(interaction, Look(period or Period.WEEK))


def add_leaderboard(client: WarmerClient) -> None:
    """Put the command on a client, and answer its buttons."""
    client.add([leaderboard])
    client.add_dynamic_items(*ITEMS)
