"""Reads the options that the game's commands share."""

import functools
import inspect
import itertools
from collections.abc import Callable, Coroutine, Iterator, Sequence
from typing import Any, TypeVar

import discord
from discord import app_commands

from bot.client import WarmerClient
from bot.i18n import Tongue, tongue_of
from game.model import Mode
from game.records import Records
from game.results import DayLine
from game.rules import HINT_PRICES, HintKind
from game.turn import Choice, Standing, Turn, read_choice

Interaction = discord.Interaction[WarmerClient]
CommandT = TypeVar("CommandT", bound=app_commands.Command[Any, ..., Any])

MAX_CHOICES = 25
# As `hint-offer-…` says it in English: the catalogue stays off the hot start.
_OFFERS = {
    HintKind.DIRECTION: "direction: a warmer word, unlike what was tried so far",
    HintKind.BETWEEN: "between: a warmer word between two of your words",
    HintKind.HALFWAY: "halfway: a word halfway from your best to the secret",
    HintKind.SPELLING: "spelling: the first letter and the length",
}


class ModeTransformer(app_commands.Transformer[WarmerClient]):
    """Turns `solo` and `together` into a mode."""

    @property
    def choices(self) -> list[app_commands.Choice[str | int | float]]:
        """The two ways to play."""
        return [
            app_commands.Choice(name="solo: my own board", value=Mode.SOLO.value),
            app_commands.Choice(name="together: this channel's board", value=Mode.TOGETHER.value),
        ]

    async def transform(self, _: discord.Interaction[WarmerClient], value: str, /) -> Mode:
        """The mode of that name."""
        return Mode(value)


class HintTransformer(app_commands.Transformer[WarmerClient]):
    """Turns the name of a kind of hint into it."""

    @property
    def choices(self) -> list[app_commands.Choice[str | int | float]]:
        """The kinds of hints with their prices."""
        return [_offer(kind) for kind in HintKind]

    async def transform(self, _: discord.Interaction[WarmerClient], value: str, /) -> HintKind:
        """The kind of that name."""
        return HintKind(value)


class PuzzleTransformer(app_commands.Transformer[WarmerClient]):
    """Turns `today`, `practice` or a date into the puzzle that is meant."""

    async def transform(
        self, interaction: discord.Interaction[WarmerClient], value: str, /
    ) -> Choice:
        """The choice which the text names, also in the member's language. Raises NoSuchChoice."""
        tongue, plain = tongue_of(interaction), value.strip().casefold()
        for standing in Standing:
            if plain == tongue(f"common-choice-{standing}"):
                return standing
        return read_choice(value)

    async def autocomplete(  # type: ignore[override]  # narrower: we only ever offer texts
        self, interaction: discord.Interaction[WarmerClient], value: str, /
    ) -> list[app_commands.Choice[str]]:
        """Today, practice, and the days gone by which fit what was typed."""
        app = interaction.client.app
        tongue, turn = tongue_of(interaction), turn_of(interaction)
        return await app.workers.call(_fitting, app.records, turn, value, tongue)


HintOption = app_commands.Transform[HintKind, HintTransformer]
ModeOption = app_commands.Transform[Mode, ModeTransformer]
PuzzleOption = app_commands.Transform[Choice, PuzzleTransformer]

_PLACE = [
    inspect.Parameter(name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=None, annotation=kind)
    for name, kind in {"mode": ModeOption | None, "puzzle": PuzzleOption | None}.items()
]
_DESCRIBED = {
    "mode": "Your own board, or the channel's shared one. I remember your choice.",
    "puzzle": "Today, your practice round, or a day gone by.",
}


def turn_of(
    interaction: discord.Interaction[WarmerClient],
    mode: Mode | None = None,
    puzzle: Choice | None = None,
) -> Turn:
    """Who acts, where, and on what.

    Where the bot is no member (direct messages, groups, other servers) the member plays puzzles of
    their own, whose server is their id; what a group or such a channel shares has the channel's.
    Those in a channel's thread share what its channel shares.
    """
    own = interaction.user.id
    channel_id = _channel_of(interaction) or own
    return Turn(
        server_id=_home(interaction) or own,
        channel_id=channel_id,
        member_id=own,
        interaction_id=interaction.id,
        puzzle=puzzle,
        mode=mode,
        group_id=channel_id if _among_others(interaction) else None,
    )


def placed(command: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., Any]:
    """Give a command the options `mode` and `puzzle`, and hand it the turn they mean instead.

    The command is a coroutine function of the interaction, the turn and its own options.
    """

    @functools.wraps(command)
    async def placing(
        interaction: Interaction,
        mode: Mode | None = None,
        puzzle: Choice | None = None,
        **own: object,
    ) -> None:
        await command(interaction, turn_of(interaction, mode, puzzle), **own)

    signature = inspect.signature(command)
    first, _, *rest = signature.parameters.values()
    placing.__signature__ = signature.replace(parameters=[first, *rest, *_PLACE])  # type: ignore[attr-defined]  # inspect looks for it
    return app_commands.describe(**_DESCRIBED)(placing)


def everywhere(command: CommandT) -> CommandT:
    """Offer a command wherever the bot can be: in servers, direct messages and groups."""
    installed = app_commands.allowed_installs(guilds=True, users=True)(command)
    return app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(installed)


def _channel_of(interaction: Interaction) -> int | None:
    """The channel that an interaction came from; that of its message where it came from a thread.

    A forum's threads belong to no message, and a forum cannot be written to.
    """
    channel = interaction.channel
    if isinstance(channel, discord.Thread) and not isinstance(channel.parent, discord.ForumChannel):
        return channel.parent_id
    return interaction.channel_id


def _home(interaction: Interaction) -> int | None:
    """The server that an interaction came from, if the bot is a member there."""
    guild_id = interaction.guild_id
    if guild_id is None or interaction.is_guild_integration():
        return guild_id
    return guild_id if interaction.client.get_guild(guild_id) is not None else None


def _among_others(interaction: Interaction) -> bool:
    """Whether an interaction came from a place without the bot where others are."""
    if interaction.guild_id is not None:
        return _home(interaction) is None
    return interaction.context.private_channel is True


def _offer(kind: HintKind) -> app_commands.Choice[str | int | float]:
    price = HINT_PRICES[kind]
    text = f"{_OFFERS[kind]} (+{price})"
    name = app_commands.locale_str(text, key=f"hint-offer-{kind}", price=price)
    return app_commands.Choice(name=name, value=kind.value)


def _fitting(
    records: Records, turn: Turn, value: str, tongue: Tongue
) -> list[app_commands.Choice[str]]:
    """As many choices as Discord takes of those that fit what was typed, and no label more."""
    wanted = value.strip().casefold()
    fitting = (x for x in _named(records.archive(turn), tongue) if wanted in x[0].casefold())
    first = itertools.islice(fitting, MAX_CHOICES)
    return [app_commands.Choice(name=name, value=chosen) for name, chosen in first]


def _named(days: Sequence[DayLine], tongue: Tongue) -> Iterator[tuple[str, str]]:
    """The choices, each with what it is called."""
    for standing in Standing:
        yield tongue(f"common-choice-{standing}"), standing.value
    for line in days[1:]:  # the latest is today
        yield _day_label(line, tongue), line.day.isoformat()


def _day_label(line: DayLine, tongue: Tongue) -> str:
    return f"#{line.number} · {line.day.isoformat()} · {_outcome(line, tongue)}"


def _outcome(line: DayLine, tongue: Tongue) -> str:
    if line.solved is None:
        return tongue("common-not-played")
    if line.solved:
        return tongue("common-solved-in", attempts=line.attempts)
    return tongue("common-not-solved")
