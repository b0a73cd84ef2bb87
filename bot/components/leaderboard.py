"""The leaderboard: its pages, its periods, and showing it to everybody.

A custom id names the period by a day in it, so that an old message goes on showing its own week.
"""

import re
from dataclasses import dataclass
from datetime import date

import discord

from bot.answer import in_time, say, show
from bot.cogs.options import turn_of
from bot.components.base import Interaction, WarmerButton
from bot.components.rows import PRIMARY, SECONDARY, Button, button, keys
from bot.i18n import Tongue, tongue_of
from bot.render.leaderboard import leaderboard_embed, leaderboard_pages
from game.leaderboard import Period
from game.standings import Leaderboard

_TOPIC = "w1:leaderboard"
_VIEW = rf"(?P<period>{'|'.join(Period)}):(?P<day>[0-9]{{8}}):(?P<page>[0-9]{{1,6}})"


@dataclass(frozen=True, slots=True)
class Look:
    """A page of the leaderboard of a period; the present one where it names no day."""

    period: Period
    day: date | None = None
    page: int = 0

    @classmethod
    def of(cls, match: re.Match[str]) -> "Look":
        """What a custom id names; a day that is no day is today."""
        try:
            day = date.fromisoformat(match["day"])
        except ValueError:
            day = None
        return cls(Period(match["period"]), day, int(match["page"]))


async def leaderboard(interaction: Interaction, look: Look, *, public: bool = False) -> None:
    """Show a leaderboard to the member, in the place of their own one, or to everybody."""
    app, turn = interaction.client.app, turn_of(interaction)
    in_place = not public and _is_own(interaction.message)
    server_id = turn.group_id or turn.server_id
    lane = app.workers.deliberate if look.period is Period.ALL else app.workers.call
    work = lane(app.standings.leaderboard, server_id, look.period, look.day)
    board = await in_time(interaction, work, in_place=in_place)
    tongue = tongue_of(interaction, public=public)
    viewer_id = None if public else turn.member_id
    embed = leaderboard_embed(board, look.page, viewer_id, tongue)
    alone = public or server_id == turn.member_id
    below = keys(*_rows(board, look.page, tongue, alone=alone))
    if in_place:
        await show(interaction, embed=embed, view=below)
    else:
        await say(interaction, embed=embed, view=below, public=public)


def _is_own(message: discord.Message | None) -> bool:
    """Whether a button sits on an answer that only its member sees: that one may change."""
    return message is not None and message.flags.ephemeral


def _rows(board: Leaderboard, page: int, tongue: Tongue, *, alone: bool) -> list[list[Button]]:
    """The buttons; `alone` says that there is nobody (else) to show it to."""
    last = leaderboard_pages(board) - 1
    page = min(page, last)
    turning = []
    if page > 0:
        turning.append(_button(board, "turn", page - 1, tongue("components-back"), "◀️"))
    if page < last:
        turning.append(_button(board, "turn", page + 1, tongue("components-next"), "▶️"))
    if not alone:
        turning.append(_button(board, "post", page, tongue("leaderboard-show-all"), "📣"))
    return [[_choice(board, period, tongue) for period in Period], turning]


def _choice(board: Leaderboard, period: Period, tongue: Tongue) -> Button:
    style = PRIMARY if period is board.period else SECONDARY
    return button(
        _custom_id("pick", period, board.day, 0), tongue(f"leaderboard-{period}"), style=style
    )


def _button(board: Leaderboard, verb: str, page: int, label: str, emoji: str) -> Button:
    return button(_custom_id(verb, board.period, board.day, page), label, emoji)


def _custom_id(verb: str, period: Period, day: date, page: int) -> str:
    return f"{_TOPIC}:{verb}:{period}:{day:%Y%m%d}:{page}"


class LookButton(WarmerButton, template=rf"{_TOPIC}:(turn|pick):{_VIEW}"):
    """Turns to another page or to another period."""

    @property
    def look(self) -> Look:
        """What it shows."""
        return Look.of(self.match)

    async def act(self, interaction: Interaction) -> None:
        """Show that page."""
        await leaderboard(interaction, self.look)


class PostButton(LookButton, template=rf"{_TOPIC}:post:{_VIEW}"):
    """Shows the page to everybody."""

    async def act(self, interaction: Interaction) -> None:
        """Post it."""
        await leaderboard(interaction, self.look, public=True)


ITEMS = (LookButton, PostButton)
"""Every button of the leaderboard, to be registered once."""
