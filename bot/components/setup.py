"""The menus, buttons and the form of the setup: each changes one thing, and shows all of it."""

import asyncio
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Self

import discord
from discord.utils import MISSING

from bot.answer import PATIENCE_S, in_time, say, show
from bot.app import App
from bot.components import setup_flow
from bot.components.base import Filled, Interaction, WarmerButton, WarmerItem, WarmerModal
from bot.components.managers import managed_guild
from bot.components.setup_ids import (
    FORM,
    MENUS,
    OF_MENU,
    PAGES,
    SENT,
    STOP,
    THREADS,
    TIME,
    ZONE,
    Menu,
    Page,
)
from bot.components.setup_rows import zone_keys
from bot.i18n import LANGUAGES, Tongue, tongue_of
from bot.render.setup import clock_name
from bot.zones import UnknownZone, resolve
from game.setup import Change, Mix, Setup, Style
from game.setup_desk import BadTime, read_time

_LONGEST = 60


def _channel(setup: Setup, values: Sequence[str]) -> Setup:
    return replace(setup, channel_id=int(values[0]))


def _hour(setup: Setup, values: Sequence[str]) -> Setup:
    return replace(setup, minute=read_time(values[0]))


def _style(setup: Setup, values: Sequence[str]) -> Setup:
    return replace(setup, style=Style(values[0]))


def _mix(setup: Setup, values: Sequence[str]) -> Setup:
    return replace(setup, mix=Mix(values[0]))


def _role(setup: Setup, values: Sequence[str]) -> Setup:
    return replace(setup, role_id=int(values[0]) if values else None)


def _language(setup: Setup, values: Sequence[str]) -> Setup:
    return replace(setup, language=values[0] if values[0] in LANGUAGES else None)


def _zone(setup: Setup, values: Sequence[str]) -> Setup:
    return replace(setup, time_zone=values[0])


_CHOSEN: dict[Menu, Callable[[Setup, Sequence[str]], Setup]] = {
    Menu.CHANNEL: _channel, Menu.HOUR: _hour, Menu.STYLE: _style, Menu.MIX: _mix,
    Menu.ROLE: _role, Menu.LANGUAGE: _language, Menu.ZONE: _zone,
}  # fmt: skip


class SetupMenu(WarmerItem[discord.ui.Item[Any]], template=MENUS):
    """A menu: what is chosen counts at once."""

    def __init__(self, item: discord.ui.Item[Any], menu: Menu) -> None:
        super().__init__(item)
        self.menu = menu

    @classmethod
    async def from_custom_id(
        cls, _: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """The menu that was chosen from."""
        return cls(item, Menu(match["menu"]))

    async def act(self, interaction: Interaction) -> None:
        """Change what the menu is about."""
        # The plain ids: for the models of what they name, the server would have to be known.
        data: Any = interaction.data
        values = [str(value) for value in data.get("values", ())]
        make = _CHOSEN[self.menu]
        await setup_flow.change(interaction, lambda x: make(x, values), OF_MENU[self.menu])


class PageButton(WarmerButton, template=PAGES):
    """Turns to a page."""

    async def act(self, interaction: Interaction) -> None:
        """Show it."""
        await setup_flow.look(interaction, Page(self.match["page"]))


class ThreadButton(WarmerButton, template=THREADS):
    """Turns threads on or off."""

    async def act(self, interaction: Interaction) -> None:
        """Change it."""
        wanted = self.match["thread"] == "1"
        await setup_flow.change(interaction, lambda x: replace(x, thread=wanted), Page.MORE)


class StopButton(WarmerButton, template=STOP):
    """Ends the daily post."""

    async def act(self, interaction: Interaction) -> None:
        """Take the channel away; choosing one again begins anew."""
        await setup_flow.change(interaction, lambda x: replace(x, channel_id=None))


class TimeButton(WarmerButton, template=FORM):
    """Opens the form for time and time zone."""

    async def act(self, interaction: Interaction) -> None:
        """Ask, with what holds now filled in where that is known in time."""
        guild, app = managed_guild(interaction), interaction.client.app
        setup = None
        # Nothing may be deferred before a form: where this takes long, it opens with nothing in it.
        with suppress(TimeoutError):
            work = app.workers.call(app.setup_desk.look, guild.id)
            setup = (await asyncio.wait_for(work, PATIENCE_S)).setup
        await interaction.response.send_modal(TimeForm(tongue_of(interaction), setup))


class TimeForm(WarmerModal, template=SENT):
    """Asks for the time of the post and the time zone; a field that is left empty changes nothing.

    Without a `setup` to fill in both fields may be left empty.
    """

    def __init__(self, tongue: Tongue, setup: Setup | None = None) -> None:
        super().__init__(title=tongue("setup-form-title"), custom_id=SENT)
        time = None if setup is None else clock_name(setup.minute)
        zone = None if setup is None else setup.time_zone
        self._ask(TIME, tongue("setup-form-time"), tongue("setup-form-time-about"), time)
        self._ask(ZONE, tongue("setup-form-zone"), tongue("setup-form-zone-about"), zone)

    def _ask(self, name: str, text: str, about: str, preset: str | None) -> None:
        field: discord.ui.TextInput[Any] = discord.ui.TextInput(
            custom_id=name, default=preset, required=preset is not None, max_length=_LONGEST
        )
        self.add_item(discord.ui.Label(text=text, description=about, component=field))

    @classmethod
    def from_custom_id(cls, interaction: Interaction, _: re.Match[str]) -> Self:
        """The form that was sent."""
        return cls(tongue_of(interaction))

    async def act(self, interaction: Interaction, filled: Filled) -> None:
        """Change what was filled in, ask which of several places is meant, or say what is wrong."""
        time, zone = filled.texts.get(TIME) or None, filled.texts.get(ZONE) or None
        await set_time(interaction, time, zone)


async def set_time(interaction: Interaction, time: str | None, zone: str | None) -> None:
    """Set the time, the zone, or both, out of texts that a member typed.

    Raises NotManager or NoServer.
    """
    app, tongue = interaction.client.app, tongue_of(interaction)
    managed_guild(interaction)
    try:
        minute = None if time is None else read_time(time)
        work = app.workers.call(_resolved, zone, tongue.code, app)
        found = await in_time(interaction, work, in_place=interaction.message is not None)
    except BadTime as error:
        await setup_flow.look(interaction, notice=tongue("setup-bad-time", text=_quoted(error)))
    except UnknownZone as error:
        await _unknown_zone(interaction, error, tongue)
    else:
        await setup_flow.change(interaction, _timed(minute, found))


def _timed(minute: int | None, zone: str | None) -> Change:
    def change(setup: Setup) -> Setup:
        return replace(
            setup,
            minute=setup.minute if minute is None else minute,
            time_zone=setup.time_zone if zone is None else zone,
        )

    return change


def _resolved(zone: str | None, language: str, app: App) -> str | None:
    return None if zone is None else resolve(zone, language, app.clock())


async def _unknown_zone(interaction: Interaction, error: UnknownZone, tongue: Tongue) -> None:
    if not error.near:
        notice = tongue("setup-unknown-zone", text=_quoted(error))
        await setup_flow.look(interaction, notice=notice)
        return
    now = interaction.client.app.clock()
    text = tongue("setup-which-zone", text=_quoted(error))
    below = zone_keys(error.near, now, tongue)
    if interaction.message is None:
        await say(interaction, text, view=below)
    else:
        await show(interaction, text, embed=MISSING, view=below)


def _quoted(error: BadTime | UnknownZone) -> str:
    plain = discord.utils.escape_markdown(error.text[:_LONGEST].replace("`", ""))
    return f"*{plain}*" if plain.strip() else "…"


ITEMS = (SetupMenu, PageButton, ThreadButton, StopButton, TimeButton)
"""Every button and menu of the setup, to be registered once."""
FORMS = (TimeForm,)
"""Its form, to be registered once."""
