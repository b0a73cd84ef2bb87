"""The interactions under way: how many, which, and since when."""

import asyncio
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

import discord

from bot.metrics import Metrics

CURRENT: ContextVar["Flight | None"] = ContextVar("CURRENT", default=None)
"""What the running task answers; a log line made meanwhile says so."""


_KINDS = {
    discord.InteractionType.application_command: "command",
    discord.InteractionType.autocomplete: "autocomplete",
    discord.InteractionType.component: "component",
    discord.InteractionType.modal_submit: "form",
}
_SUBCOMMANDS = {1, 2}


@dataclass(slots=True, eq=False)
class Flight:
    """One interaction on its way. Times are in seconds of `time.perf_counter`."""

    interaction: discord.Interaction
    started: float = field(default_factory=time.perf_counter)
    acknowledged_at: float | None = None

    @property
    def kind(self) -> str:
        """What was used: a command, an autocomplete, a component or a form."""
        return _KINDS.get(self.interaction.type, "other")

    @property
    def name(self) -> str:
        """The command's whole name, or topic and verb of a component; never what was typed."""
        if custom_id := custom_id_of(self.interaction):
            return ":".join(custom_id.split(":")[1:3]) or "unknown"
        return " ".join(_names(self.interaction.data))


def custom_id_of(interaction: discord.Interaction) -> str:
    """The custom id of the component or form that was used; empty for a command."""
    data: Mapping[str, object] = interaction.data or {}
    return str(data.get("custom_id", ""))


def _names(data: object) -> list[str]:
    if not isinstance(data, dict) or "name" not in data:
        return []
    inner = [o for o in data.get("options") or () if o.get("type") in _SUBCOMMANDS]
    return [str(data["name"]), *(name for option in inner[:1] for name in _names(option))]


def typed_in(interaction: discord.Interaction) -> Iterator[str]:
    """Every text that the member gave with an interaction, a word on a button among them."""
    yield from custom_id_of(interaction).split(":")[3:]
    yield from _texts(interaction.data)


def _texts(part: Any) -> Iterator[str]:  # noqa: ANN401  # JSON
    if isinstance(part, Mapping):
        if isinstance(part.get("value"), str):
            yield part["value"]
        for key in ("options", "components", "component"):
            yield from _texts(part.get(key))
    elif isinstance(part, list):
        for inner in part:
            yield from _texts(inner)


class Flights:
    """The interactions that are being answered, each of which is timed to its acknowledgement."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics
        self._under_way: dict[discord.Interaction, Flight] = {}
        self._none = asyncio.Event()
        self._none.set()
        self.closed = False
        """Whether what comes now is only told that the bot is about to stop."""

    def __len__(self) -> int:
        return len(self._under_way)

    def __contains__(self, interaction: discord.Interaction) -> bool:
        return interaction in self._under_way

    @contextmanager
    def flying(self, interaction: discord.Interaction) -> Iterator[Flight]:
        """Count an interaction in for the length of a block, which the running task answers."""
        flight = self._under_way[interaction] = Flight(interaction)
        CURRENT.set(flight)
        self._none.clear()
        try:
            yield flight
        finally:
            del self._under_way[interaction]
            self._time(flight)
            if not self._under_way:
                self._none.set()

    def _time(self, flight: Flight) -> None:
        if flight.interaction.response.is_done():
            at = flight.acknowledged_at or time.perf_counter()
            self._metrics.acknowledged(flight, at - flight.started)

    async def landed(self, patience_s: float) -> None:
        """Wait until none is under way, but no longer than that."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._none.wait(), patience_s)


def acknowledged() -> None:
    """Note that Discord has just taken an acknowledgement of what the running task answers.

    Where nobody says so, an interaction counts as acknowledged when it has been dealt with. (A
    trace of aiohttp's would need no telling, but costs 30 microseconds for every request.)
    """
    flight = CURRENT.get()
    if flight is not None and flight.acknowledged_at is None:
        flight.acknowledged_at = time.perf_counter()
