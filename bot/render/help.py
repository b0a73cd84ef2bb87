"""Draws how to play."""

from collections.abc import Iterable, Sequence

import discord

from bot.i18n import Tongue
from bot.i18n.called import Named, command_description, command_name, commands_in
from bot.look import LOOKS, band_name
from bot.render.hint import hint_offer
from game.heat import LIMITS, Band
from game.rules import HintKind

FIELD = 1024
"""How long a field may be."""


def help_embed(commands: Iterable[object], tongue: Tongue) -> discord.Embed:
    """How to play, with these commands and groups of commands."""
    embed = discord.Embed(
        title=tongue("help-title"), description=tongue("help-text"), colour=LOOKS[Band.WARM].colour
    )
    offers = "\n".join(hint_offer(kind, tongue) for kind in HintKind)
    embed.add_field(name=tongue("help-heat"), value=_bands(tongue), inline=False)
    _list_commands(embed, commands, tongue)
    embed.add_field(name=tongue("help-hints"), value=offers, inline=False)
    embed.add_field(
        name=tongue("help-fair-play"), value=tongue("help-fair-play-text"), inline=False
    )
    return embed


def _list_commands(embed: discord.Embed, commands: Iterable[object], tongue: Tongue) -> None:
    everybody: list[str] = []
    admins: list[str] = []
    for command in commands_in(commands):
        line = f"`{command_name(command, tongue)}` {command_description(command, tongue)}"
        (admins if _limited(command) else everybody).append(line)
    everybody.append(tongue("help-modes"))
    _add(embed, tongue("help-commands"), everybody)
    _add(embed, tongue("help-admins"), admins)


def _limited(command: Named) -> bool:
    """Whether the command is for those alone who have a certain permission."""
    root = command.root_parent or command
    return root.default_permissions is not None


def _add(embed: discord.Embed, name: str, lines: Sequence[str]) -> None:
    """Put lines into as few fields as hold them; only the first of these has a name."""
    block = ""
    for line in lines:
        if len(block) + len(line) >= FIELD:
            embed.add_field(name=name, value=block, inline=False)
            name, block = "\u200b", ""
        block += f"{line}\n"
    if block:
        embed.add_field(name=name, value=block.rstrip(), inline=False)


def _bands(tongue: Tongue) -> str:
    (nearest, first), *others = LIMITS[1:]
    lines = [
        _line(nearest, tongue("help-band-first", limit=first), tongue),
        *(_line(name, tongue("help-band-up-to", limit=limit), tongue) for name, limit in others),
        _line(Band.FREEZING, tongue("help-band-beyond"), tongue),
    ]
    return "\n".join(lines)


def _line(name: Band, ranks: str, tongue: Tongue) -> str:
    emoji = LOOKS[name].emoji
    return tongue("help-band", emoji=emoji, band=band_name(name, tongue), ranks=ranks)
