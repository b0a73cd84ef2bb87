"""Draws how a server is set up, and says hello to one that is not yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

import discord
from discord.utils import escape_markdown, format_dt

from bot.i18n import LANGUAGES, Tongue
from bot.look import LOOKS
from bot.zones import city_of, local_time
from game.heat import Band
from game.posts import Skip
from game.preview import PLANNED, PreviewLine
from game.setup_desk import Arrangement

_MINUTES = 60


@dataclass(frozen=True, slots=True)
class SetupScene:
    """All there is to show of a setup: the arrangement, and what Discord has to say to it.

    `missing` are permissions by Discord's names; `gone` says that the channel is not there any
    more. `hindrance` is why members cannot take the ping role. `locale` is the language that the
    server has on Discord.
    """

    server: str
    locale: str
    arrangement: Arrangement
    missing: Sequence[str] = ()
    gone: bool = False
    hindrance: str | None = None


def setup_embed(scene: SetupScene, tongue: Tongue) -> discord.Embed:
    """How a server is set up, in words."""
    embed = discord.Embed(
        title=tongue("setup-title", server=escape_markdown(scene.server)),
        description="\n".join(_lines(scene, tongue)),
        colour=LOOKS[Band.WARM].colour,
    )
    embed.add_field(name=tongue("setup-next"), value=_next(scene, tongue), inline=False)
    if troubles := list(_troubles(scene, tongue)):
        embed.add_field(name=tongue("setup-trouble"), value="\n".join(troubles), inline=False)
    return embed.set_footer(text=tongue("setup-footer"))


def welcome_embed(tongue: Tongue) -> discord.Embed:
    """How to begin."""
    return discord.Embed(
        title=tongue("setup-welcome-title"),
        description=tongue("setup-welcome"),
        colour=LOOKS[Band.WARM].colour,
    )


def lacks_words(channel_id: int, names: Sequence[str], tongue: Tongue) -> str:
    """What the bot may not do in a channel."""
    listed = ", ".join(f"**{permission_name(name, tongue)}**" for name in names)
    return tongue("setup-lacks", channel=channel_name(channel_id), permissions=listed)


def permission_name(name: str, tongue: Tongue) -> str:
    """What Discord calls a permission."""
    return tongue(f"setup-permission-{name.replace('_', '-')}")


def channel_name(channel_id: int) -> str:
    """A channel as Discord shows it."""
    return f"<#{channel_id}>"


def clock_name(minute: int) -> str:
    """A minute of the day as hours and minutes."""
    return f"{minute // _MINUTES:02}:{minute % _MINUTES:02}"


def _lines(scene: SetupScene, tongue: Tongue) -> Iterator[str]:
    setup, now = scene.arrangement.setup, scene.arrangement.now
    if setup.channel_id is None:
        yield tongue("setup-no-channel", time=clock_name(setup.minute))
    else:
        where = channel_name(setup.channel_id)
        key = "setup-channel-thread" if setup.thread else "setup-channel"
        yield tongue(key, channel=where, time=clock_name(setup.minute))
    city = city_of(setup.time_zone, tongue.code)
    zone = setup.time_zone if city == setup.time_zone else f"{city} ({setup.time_zone})"
    yield tongue("setup-zone", zone=zone, now=local_time(setup.time_zone, now))
    yield tongue("setup-style", style=tongue(f"setup-style-{setup.style}"))
    yield tongue("setup-mix", mix=tongue(f"setup-mix-{setup.mix}"))
    yield tongue("setup-language", language=_language(scene, tongue))
    if setup.role_id is None:
        yield tongue("setup-no-role")
    else:
        yield tongue("setup-role", role=f"<@&{setup.role_id}>")


def _language(scene: SetupScene, tongue: Tongue) -> str:
    chosen = scene.arrangement.setup.language
    if chosen is not None:
        return LANGUAGES.get(chosen, chosen)
    return tongue("setup-language-discord", language=LANGUAGES[_base(scene.locale)])


def _base(locale: str) -> str:
    code = locale.partition("-")[0]
    return code if code in LANGUAGES else "en"


def _next(scene: SetupScene, tongue: Tongue) -> str:
    coming = scene.arrangement.next
    if coming is None:
        return tongue("setup-next-none")
    if coming.state != PLANNED:
        return tongue("setup-next-now")
    return _moment(scene, coming, tongue)


def _moment(scene: SetupScene, coming: PreviewLine, tongue: Tongue) -> str:
    setup = scene.arrangement.setup
    local = coming.due_at.astimezone(ZoneInfo(setup.time_zone))
    return tongue(
        "setup-next-at",
        weekday=tongue.weekday(local.date()),
        date=tongue.date(local.date(), "MMMd"),
        time=f"{local:%H:%M}",
        when=format_dt(coming.due_at, "R"),
        channel=channel_name(setup.channel_id or 0),
    )


def _troubles(scene: SetupScene, tongue: Tongue) -> Iterator[str]:
    setup = scene.arrangement.setup
    if setup.channel_id is not None:
        if scene.gone:
            yield tongue("setup-gone")
        elif scene.missing:
            yield lacks_words(setup.channel_id, scene.missing, tongue)
    if setup.trouble in {Skip.FORBIDDEN, Skip.CHANNEL_GONE}:
        yield tongue("setup-stopped")
    if setup.role_id is not None and scene.hindrance is not None:
        yield tongue(f"setup-role-{scene.hindrance}", role=f"<@&{setup.role_id}>")
