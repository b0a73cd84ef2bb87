"""The menus and buttons of the setup as its admins see them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import discord

from bot.components.rows import DANGER, PRIMARY, button, keys
from bot.components.setup_ids import (
    DISCORDS,
    FORM,
    STOP,
    Menu,
    Page,
    menu_id,
    page_id,
    thread_id,
)
from bot.i18n import LANGUAGES, Tongue
from bot.render.setup import clock_name
from bot.zones import places_of
from game.setup import Mix, Setup, Style

Item = discord.ui.Item[Any]
_HOUR = 60
_POSTABLE = [discord.ChannelType.text, discord.ChannelType.news]
_EMOJI = {Style.SOLO: "👤", Style.TOGETHER: "👥", Style.RACE: "🏁", Style.RELAY: "🔁"}


def setup_keys(setup: Setup, page: Page, tongue: Tongue) -> discord.ui.View:
    """The components of one page."""
    return keys(*(_more(setup, tongue) if page is Page.MORE else _first(setup, tongue)))


def zone_keys(zones: Sequence[str], now: datetime, tongue: Tongue) -> discord.ui.View:
    """A menu of the places that a text may have meant."""
    places = [places_of(tongue.code)[zone] for zone in zones]
    options = [
        discord.SelectOption(label=place.label(now)[:100], value=place.zone) for place in places
    ]
    back = button(page_id(Page.FIRST), tongue("setup-button-back"), "↩️")
    return keys([_menu(Menu.ZONE, options, tongue)], [back])


def _first(setup: Setup, tongue: Tongue) -> Iterable[Sequence[Item]]:
    yield [_channels(setup, tongue)]
    yield [_menu(Menu.HOUR, _hours(setup), tongue)]
    styles = [
        _option(
            style, tongue(f"setup-style-{style}"), setup.style,
            tongue(f"setup-style-about-{style}"), _EMOJI[style],
        )
        for style in Style
    ]  # fmt: skip
    yield [_menu(Menu.STYLE, styles, tongue)]
    row = [
        button(FORM, tongue("setup-button-time"), "🌍", PRIMARY),
        button(page_id(Page.MORE), tongue("setup-button-more"), "➕"),
    ]
    if setup.channel_id is not None:
        row.append(button(STOP, tongue("setup-button-stop"), "🔕", DANGER))
    yield row


def _more(setup: Setup, tongue: Tongue) -> Iterable[Sequence[Item]]:
    mixes = [_option(mix, tongue(f"setup-mix-{mix}"), setup.mix) for mix in Mix]
    yield [_menu(Menu.MIX, mixes, tongue)]
    yield [_roles(setup, tongue)]
    discords = tongue("setup-language-discord", language="Discord")
    languages = [_option(DISCORDS, discords, setup.language or DISCORDS)]
    languages += [_option(code, name, setup.language) for code, name in LANGUAGES.items()]
    yield [_menu(Menu.LANGUAGE, languages, tongue)]
    threads = tongue("setup-button-thread" if setup.thread else "setup-button-no-thread")
    yield [
        button(thread_id(not setup.thread), threads, "🧵"),
        button(page_id(Page.FIRST), tongue("setup-button-back"), "↩️"),
    ]


def _option(
    value: str,
    label: str,
    chosen: str | None,
    about: str | None = None,
    emoji: str | None = None,
) -> discord.SelectOption:
    return discord.SelectOption(
        label=label[:100], value=str(value), description=about and about[:100], emoji=emoji,
        default=value == chosen,
    )  # fmt: skip


def _hours(setup: Setup) -> list[discord.SelectOption]:
    """Every full hour, and the time as it is where that is none: 25 at most."""
    minutes = sorted({*range(0, 24 * _HOUR, _HOUR), setup.minute})
    return [_option(clock_name(x), clock_name(x), clock_name(setup.minute)) for x in minutes]


def _menu(menu: Menu, options: list[discord.SelectOption], tongue: Tongue) -> Item:
    placeholder = tongue(f"setup-choose-{menu}")
    return discord.ui.Select(custom_id=menu_id(menu), placeholder=placeholder, options=options)


def _channels(setup: Setup, tongue: Tongue) -> Item:
    chosen = [] if setup.channel_id is None else [_preset(setup.channel_id, "channel")]
    return discord.ui.ChannelSelect(
        custom_id=menu_id(Menu.CHANNEL),
        placeholder=tongue("setup-choose-channel"),
        channel_types=_POSTABLE,
        default_values=chosen,
    )


def _roles(setup: Setup, tongue: Tongue) -> Item:
    chosen = [] if setup.role_id is None else [_preset(setup.role_id, "role")]
    return discord.ui.RoleSelect(
        custom_id=menu_id(Menu.ROLE),
        placeholder=tongue("setup-choose-role"),
        min_values=0,
        default_values=chosen,
    )


def _preset(some_id: int, kind: str) -> discord.SelectDefaultValue:
    return discord.SelectDefaultValue(id=some_id, type=discord.SelectDefaultValueType(kind))
