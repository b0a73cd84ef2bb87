"""What commands are called, and what they do, as Discord shows it to a member."""

from collections.abc import Iterable, Iterator
from typing import Any

from discord import app_commands

from bot.i18n.tongue import Tongue

Named = app_commands.Command[Any, ..., Any] | app_commands.Group


def commands_in(commands: Iterable[object]) -> Iterator[app_commands.Command[Any, ..., Any]]:
    """The commands that can be used: those given, and those inside the groups among them."""
    for command in commands:
        if isinstance(command, app_commands.Group):
            yield from commands_in(command.commands)
        elif isinstance(command, app_commands.Command):
            yield command


def command_name(command: Named, tongue: Tongue) -> str:
    """What a member types: `/guess`, or `/puzzle propose` in a group."""
    before = "/" if command.parent is None else f"{command_name(command.parent, tongue)} "
    return before + _said(_key(command), command.name, tongue)


def command_description(command: Named, tongue: Tongue) -> str:
    """What it does."""
    return _said(f"{_key(command)}-description", command.description, tongue)


def _key(command: Named) -> str:
    return f"command-{command.qualified_name.replace(' ', '-')}"


def _said(key: str, english: str, tongue: Tongue) -> str:
    return tongue(key) if tongue.knows(key) else english
