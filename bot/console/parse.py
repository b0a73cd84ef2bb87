"""One line of the console, read into what it asks for.

`/guess word:river`, `/guess river` (a bare remainder fills the first option that is required and
takes a text or a file's path),
`river` (text without a slash is a guess), `3` (press button 3), `^3` (of the message before),
`:next` and its like (commands to
the console itself), `# …` and blank lines (nothing).
"""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from bot.console.commands import Catalogue, Command, Option
from bot.console.errors import RepeatedOption, UnexpectedText
from bot.local.errors import IncompleteCommand, UnknownCommand, UnknownOption

_LOOKS_LIKE_OPTION = re.compile(r"([\w-]{1,32}):(?=\S)")
_QUOTES = {'"': '"', "“": "”"}
_ALIKE = 70.0


@dataclass(frozen=True, slots=True)
class Nothing:
    """A blank line or a comment."""


@dataclass(frozen=True, slots=True)
class Slash:
    """A slash command to send, its options still as typed: local Discord reads their types."""

    command: str
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Press:
    """A button to press, by number, of the message with buttons that is `back` before the last."""

    number: int
    back: int = 0


@dataclass(frozen=True, slots=True)
class Meta:
    """A command to the console itself, such as `:next`."""

    name: str
    rest: str = ""


Line = Nothing | Slash | Press | Meta


def parse(line: str, commands: Catalogue, text_command: str = "guess") -> Line:
    """Read one line.

    Raises UnknownCommand, IncompleteCommand, UnknownOption, UnexpectedText or
    RepeatedOption.
    """
    text = line.strip()
    if not text or text.startswith("#"):
        return Nothing()
    if text.startswith(":"):
        name, _, rest = text[1:].partition(" ")
        return Meta(name.casefold(), rest.strip())
    if found := re.fullmatch(r"(\^{0,9})([0-9]{1,3})", text):
        return Press(int(found[2]), len(found[1]))
    if text.startswith("/"):
        command, rest = find_command(text[1:], commands)
        return Slash(command.name, read_options(command, rest))
    return _plain_text(text, commands, text_command)


def find_command(text: str, commands: Catalogue) -> tuple[Command, str]:
    """Split a line without its slash into its command and the rest, unread.

    Raises UnknownCommand, or IncompleteCommand where a subcommand must follow.
    """
    words = text.split(maxsplit=3)
    for length in range(min(3, len(words)), 0, -1):
        name = " ".join(words[:length]).casefold()
        if name in commands:
            parts = text.split(maxsplit=length)
            return commands[name], parts[length] if len(parts) > length else ""
    name = words[0].casefold() if words else ""
    nested = tuple(c for c in commands if c.startswith(f"{name} "))
    if nested:
        raise IncompleteCommand(name, tuple(c.removeprefix(f"{name} ") for c in nested))
    raise UnknownCommand(name, tuple(commands))


def read_options(command: Command, text: str) -> dict[str, str]:
    """Read `name:value` pairs, which run to the next known `name:`, and a bare remainder before.

    Raises UnknownOption, UnexpectedText or RepeatedOption.
    """
    bare, pairs = split_options(command, text)
    values: dict[str, str] = {}
    for option, raw in pairs:
        if option.name in values:
            raise RepeatedOption(command.name, option.name)
        values[option.name] = raw
    if bare:
        option = _owner_of_bare(command, bare, values)
        values = {option.name: bare, **values}
    return values


def split_options(command: Command, text: str) -> tuple[str, list[tuple[Option, str]]]:
    """Cut a command's text into the bare part before any option and the pairs, still as typed."""
    if not command.options:
        return text.strip(), []
    names = "|".join(re.escape(o.name) for o in command.options)
    marks = re.compile(rf"(?:^|(?<=\s))({names}):", re.IGNORECASE)
    mark = marks.search(text)
    bare = text[: mark.start()] if mark else text
    pairs: list[tuple[Option, str]] = []
    while mark:
        option = command.option(mark[1])
        value, following = _value_at(text, mark.end(), marks)
        if option:
            pairs.append((option, value))
        mark = following
    return _unquoted(bare.strip()), pairs


def _value_at(text: str, start: int, marks: re.Pattern[str]) -> tuple[str, re.Match[str] | None]:
    closing = _QUOTES.get(text[start : start + 1])
    if closing:
        end = text.find(closing, start + 1)
        if end > 0 and (end + 1 == len(text) or text[end + 1].isspace()):
            return text[start + 1 : end], marks.search(text, end + 1)
    following = marks.search(text, start)
    return text[start : following.start() if following else len(text)].strip(), following


def _unquoted(text: str) -> str:
    closing = _QUOTES.get(text[:1])
    inside = text[1:-1]
    return inside if closing and len(text) > 1 and text.endswith(closing) else text


def _owner_of_bare(command: Command, bare: str, taken: dict[str, str]) -> Option:
    option = command.primary
    typed = _LOOKS_LIKE_OPTION.match(bare)
    if typed and any(_alike(typed[1], o.name) for o in command.options):
        raise UnknownOption(command.name, typed[1], tuple(o.name for o in command.options))
    if option is None or option.name in taken:
        raise UnexpectedText(command.name, bare)
    return option


def _alike(typed: str, name: str) -> bool:
    return fuzz.ratio(typed.casefold(), name) >= _ALIKE


def _plain_text(text: str, commands: Catalogue, text_command: str) -> Line:
    command = commands.get(text_command)
    if command is None or command.primary is None:
        raise UnknownCommand(text.split(maxsplit=1)[0], tuple(commands))
    return Slash(command.name, {command.primary.name: text})
