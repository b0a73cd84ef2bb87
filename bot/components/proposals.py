"""The buttons and the form by which proposals are queued, looked at and withdrawn."""

import re
from datetime import date, timedelta
from typing import Any, Self

import discord
from discord.utils import MISSING

from bot.answer import in_time, show
from bot.components.base import Filled, Interaction, WarmerButton, WarmerModal
from bot.components.managers import managed_guild
from bot.components.proposal_rows import (
    CANCEL,
    DATE,
    DAY,
    LIST,
    NEXT,
    TEXT,
    WITHDRAW,
    done_keys,
    queue_keys,
)
from bot.components.rows import keys
from bot.i18n import Tongue, tongue_of
from bot.render.proposal import PAGE, queue_embed, queue_pages, queued_words
from game.proposals import read_day

_LONGEST = 20
_WEEK = timedelta(days=7)


class _Press(WarmerButton, template=r"(?!)"):
    """A button. `match` is that of its custom id."""

    @property
    def proposal_id(self) -> int:
        """The proposal that it is about."""
        return int(self.match["proposal"])


class NextButton(_Press, template=NEXT):
    """Queues a proposal for the next free day."""

    async def act(self, interaction: Interaction) -> None:
        """Queue it."""
        await _queue(interaction, self.proposal_id, None)


class DateButton(_Press, template=DATE):
    """Opens the form for the date."""

    async def act(self, interaction: Interaction) -> None:
        """Ask."""
        managed_guild(interaction)
        today = interaction.client.app.clock().date()
        form = DayForm(self.proposal_id, tongue_of(interaction), today + _WEEK)
        await interaction.response.send_modal(form)


class CancelButton(_Press, template=CANCEL):
    """Withdraws a proposal before it is queued."""

    async def act(self, interaction: Interaction) -> None:
        """Withdraw it."""
        guild, app, tongue = (
            managed_guild(interaction),
            interaction.client.app,
            tongue_of(interaction),
        )
        work = app.workers.call(app.proposals.withdraw, guild.id, self.proposal_id)
        await in_time(interaction, work, in_place=True)
        await show(interaction, tongue("puzzle-cancelled"), embed=MISSING, view=keys())


class ListButton(_Press, template=LIST):
    """Turns to a page of the queue, its words shown or hidden."""

    async def act(self, interaction: Interaction) -> None:
        """Show it."""
        await show_queue(interaction, int(self.match["page"]), shown=self.match["shown"] == "1")


class WithdrawButton(_Press, template=WITHDRAW):
    """Withdraws a proposal from the queue."""

    async def act(self, interaction: Interaction) -> None:
        """Withdraw it, and show what is left."""
        guild, app, tongue = (
            managed_guild(interaction),
            interaction.client.app,
            tongue_of(interaction),
        )
        work = app.workers.call(app.proposals.withdraw, guild.id, self.proposal_id)
        await in_time(interaction, work, in_place=True)
        await show_queue(interaction, int(self.match["page"]), notice=tongue("puzzle-withdrawn"))


class DayForm(WarmerModal, template=DAY):
    """Asks for the date of a puzzle."""

    def __init__(self, proposal_id: int, tongue: Tongue, example: date) -> None:
        super().__init__(
            title=tongue("puzzle-form-title"), custom_id=f"w1:puzzle:day:{proposal_id}"
        )
        self.proposal_id = proposal_id
        about = tongue("puzzle-form-date-about", example=example.isoformat())
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=TEXT, placeholder=example.isoformat(), max_length=_LONGEST
        )
        text = tongue("puzzle-form-date")
        self.add_item(discord.ui.Label(text=text, description=about, component=field))

    @classmethod
    def from_custom_id(cls, interaction: Interaction, match: re.Match[str]) -> Self:
        """The form that was sent."""
        return cls(int(match["proposal"]), tongue_of(interaction), date.max)

    async def act(self, interaction: Interaction, filled: Filled) -> None:
        """Queue the proposal for that date. Raises BadDay, DayTaken or DayOutOfReach."""
        guild, app = managed_guild(interaction), interaction.client.app
        work = app.workers.call(app.proposals.today, guild.id)
        today = await in_time(interaction, work, in_place=True)
        await _queue(interaction, self.proposal_id, read_day(filled.texts.get(TEXT, ""), today))


async def show_queue(
    interaction: Interaction, page: int = 0, *, shown: bool = False, notice: str | None = None
) -> None:
    """Show a page of the queue in place; whoever sees words is noted first.

    Raises NotManager or NoServer.
    """
    guild, app, tongue = managed_guild(interaction), interaction.client.app, tongue_of(interaction)
    looking = app.workers.call(app.proposals.look, guild.id)
    queue = await in_time(interaction, looking, in_place=True)
    page = max(0, min(page, queue_pages(queue) - 1))
    if shown:
        seen = [item.proposal.id for item in queue.items[page * PAGE : (page + 1) * PAGE]]
        noting = app.workers.call(app.proposals.show, guild.id, interaction.user.id, seen)
        await in_time(interaction, noting, in_place=True)
    embed = queue_embed(queue, page, tongue, shown=shown)
    await show(interaction, notice, embed=embed, view=queue_keys(queue, page, tongue, shown=shown))


async def _queue(interaction: Interaction, proposal_id: int, day: date | None) -> None:
    guild, app, tongue = managed_guild(interaction), interaction.client.app, tongue_of(interaction)
    work = app.workers.call(app.proposals.queue, guild.id, proposal_id, day)
    item = await in_time(interaction, work, in_place=True)
    below = done_keys(tongue)
    await show(interaction, queued_words(item, tongue), embed=MISSING, view=below)


ITEMS = (NextButton, DateButton, CancelButton, ListButton, WithdrawButton)
"""Every button of proposals, to be registered once."""
FORMS = (DayForm,)
"""Their form, to be registered once."""
