"""The bot's slash commands as the console knows them, read from Discord's own JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

SUBCOMMAND, SUBCOMMAND_GROUP, STRING, INTEGER, BOOLEAN = 1, 2, 3, 4, 5
USER, CHANNEL, NUMBER, ATTACHMENT = 6, 7, 10, 11
CHAT_INPUT = 1


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a command; `choices` are pairs of shown name and sent value."""

    name: str
    kind: int = STRING
    description: str = ""
    required: bool = False
    autocomplete: bool = False
    choices: tuple[tuple[str, str | int | float], ...] = ()

    @property
    def usage(self) -> str:
        """The option as one would type it."""
        return f"{self.name}:{'PATH' if self.kind == ATTACHMENT else '…'}"


@dataclass(frozen=True, slots=True)
class Command:
    """A command that can be run; a subcommand's name holds its group, as in "server mode"."""

    name: str
    description: str = ""
    options: tuple[Option, ...] = ()

    def option(self, name: str) -> Option | None:
        """Return the option of that name in any case, or None."""
        return next((o for o in self.options if o.name == name.casefold()), None)

    @property
    def primary(self) -> Option | None:
        """The option that a bare remainder fills, a text or a file: the first that is required."""
        typed = [o for o in self.options if o.kind in (STRING, ATTACHMENT)]
        return next((o for o in typed if o.required), typed[0] if typed else None)

    @property
    def usage(self) -> str:
        """The command as one would type it, optional parts in brackets."""
        parts = [o.usage if o.required else f"[{o.usage}]" for o in self.options]
        return " ".join([f"/{self.name}", *parts])


Catalogue = dict[str, Command]


def catalogue(commands: Iterable[dict[str, Any]]) -> Catalogue:
    """Return every runnable slash command by its full name, subcommands laid flat."""
    slash = (c for c in commands if c.get("type", CHAT_INPUT) == CHAT_INPUT)
    return {found.name: found for raw in slash for found in _flat(raw, "")}


def _flat(raw: dict[str, Any], prefix: str) -> Iterable[Command]:
    name = f"{prefix}{raw['name']}"
    options = raw.get("options") or []
    nested = [o for o in options if o["type"] in (SUBCOMMAND, SUBCOMMAND_GROUP)]
    for item in nested:
        yield from _flat(item, f"{name} ")
    if not nested:
        yield Command(name, raw.get("description", ""), tuple(map(_option, options)))


def _option(raw: dict[str, Any]) -> Option:
    return Option(
        name=raw["name"],
        kind=raw["type"],
        description=raw.get("description", ""),
        required=raw.get("required", False),
        autocomplete=raw.get("autocomplete", False),
        choices=tuple((c["name"], c["value"]) for c in raw.get("choices") or ()),
    )
