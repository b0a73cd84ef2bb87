"""Limits on application commands."""

import re
from collections import Counter
from collections.abc import Sequence

from bot.local.validation.forms import check_choice
from bot.local.validation.problems import Json, Path, Problems

CHAT_INPUT = 1
NAME = re.compile(r"[-_'\w]{1,32}\Z")
SUBCOMMAND, GROUP = 1, 2
MOST = {1: 100, 2: 15, 3: 15}
OPTIONS, CHOICES, TOTAL = 25, 25, 8000
DESCRIPTION = 100


def check_commands(problems: Problems, commands: Sequence[Json]) -> None:
    """Check a whole list of commands as PUT replaces it."""
    counts = Counter(c.get("type", CHAT_INPUT) for c in commands)
    for kind, maximum in MOST.items():
        if counts[kind] > maximum:
            text = f"Maximum number of application commands reached ({maximum})."
            problems.add((), "APPLICATION_COMMANDS_MAX", text)
    seen: set[tuple[int, object]] = set()
    for index, command in enumerate(commands):
        key = (command.get("type", CHAT_INPUT), command.get("name"))
        if key in seen:
            text = "Application command names must be unique"
            problems.add((index,), "APPLICATION_COMMANDS_DUPLICATE_NAME", text)
        seen.add(key)
        check_command(problems, command, (index,))


def check_command(problems: Problems, command: Json, path: Path = ()) -> None:
    """Check one command with its options, and the 8,000 characters it may hold in all."""
    chat = command.get("type", CHAT_INPUT) == CHAT_INPUT
    if chat:
        _check_name(problems, command.get("name"), (*path, "name"))
        problems.length((*path, "description"), command.get("description"), 1, DESCRIPTION)
    else:
        problems.length((*path, "name"), command.get("name"), 1, 32)
        problems.length((*path, "description"), command.get("description") or "", 0, 0)
    _check_localized(problems, command, path)
    _check_options(problems, command.get("options") or [], (*path, "options"))
    if command_size(command) > TOTAL:
        text = f"Command exceeds maximum size ({TOTAL})"
        problems.add(path, "APPLICATION_COMMAND_TOO_LARGE", text)


def command_size(command: Json) -> int:
    """Return the characters of names, descriptions and values, in the longest localization each."""
    total = _longest(command, "name") + _longest(command, "description")
    total += sum(
        _longest(c, "name") + len(str(c.get("value", ""))) for c in command.get("choices") or []
    )
    return total + sum(command_size(o) for o in command.get("options") or [])


def _longest(item: Json, key: str) -> int:
    texts = [str(item.get(key) or ""), *(item.get(f"{key}_localizations") or {}).values()]
    return max(map(len, texts))


def _check_name(problems: Problems, name: object, path: Path) -> None:
    problems.length(path, name, 1, 32)
    if isinstance(name, str) and name and (not NAME.match(name) or name != name.lower()):
        text = "Command name is invalid"
        problems.add(path, "APPLICATION_COMMAND_INVALID_NAME", text)


def _check_localized(problems: Problems, item: Json, path: Path) -> None:
    for locale, text in (item.get("description_localizations") or {}).items():
        problems.length((*path, "description_localizations", locale), text, 1, DESCRIPTION)
    for locale, text in (item.get("name_localizations") or {}).items():
        problems.length((*path, "name_localizations", locale), text, 1, 32)


def _check_options(problems: Problems, options: Sequence[Json], path: Path) -> None:
    problems.count(path, options, 0, OPTIONS)
    names: set[object] = set()
    optional = False
    for index, option in enumerate(options):
        where = (*path, index)
        _check_option(problems, option, where)
        if option.get("required") and optional:
            text = "Required options must be placed before non-required options"
            problems.add(where, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", text)
        optional = optional or not option.get("required")
        if option.get("name") in names:
            text = "Option names must be unique"
            problems.add((*where, "name"), "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", text)
        names.add(option.get("name"))


def _check_option(problems: Problems, option: Json, path: Path) -> None:
    problems.within((*path, "type"), option.get("type"), 1, 11)
    _check_name(problems, option.get("name"), (*path, "name"))
    problems.length((*path, "description"), option.get("description"), 1, DESCRIPTION)
    _check_localized(problems, option, path)
    choices = option.get("choices") or []
    problems.count((*path, "choices"), choices, 0, CHOICES)
    for index, choice in enumerate(choices):
        check_choice(problems, choice, (*path, "choices", index))
    if choices and option.get("autocomplete"):
        text = "Autocomplete and choices are mutually exclusive"
        problems.add(path, "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_EXCLUSIVE", text)
    if option.get("type") in (SUBCOMMAND, GROUP):
        _check_options(problems, option.get("options") or [], (*path, "options"))
