"""What stands at the cursor of a line that is still being typed."""

from dataclasses import dataclass

from bot.console.commands import Catalogue, Command, Option
from bot.console.parse import find_command, split_options
from bot.local.errors import LocalError


@dataclass(frozen=True, slots=True)
class AtCommand:
    """The name of a slash command; `typed` is what there is of it, the slash included."""

    typed: str


@dataclass(frozen=True, slots=True)
class AtOption:
    """Inside a command: the value `typed` of `option` (None: it takes none), maybe a new name.

    `given` are the options so far, this one included. `word` is the last word, which may be the
    beginning of one of the `free` options' names.
    """

    command: Command
    option: Option | None
    typed: str
    given: dict[str, str]
    word: str
    free: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class AtMeta:
    """A console command's name (`rest` None) or what follows it."""

    name: str
    rest: str | None


def at_cursor(text: str, commands: Catalogue, text_command: str) -> AtCommand | AtOption | AtMeta:
    """Say what is being typed at the end of `text`; plain text is a guess in the making."""
    text = text.lstrip()
    if text.startswith(":"):
        name, space, rest = text[1:].partition(" ")
        return AtMeta(name.casefold(), rest if space else None)
    if not text.startswith("/"):
        command = commands.get(text_command)
        return _inside(command, text) if command and text else AtCommand(text)
    try:
        command, _ = find_command(text[1:], commands)
    except LocalError:
        return AtCommand(text)
    rest = text[1 + len(command.name) :]
    return _inside(command, rest.lstrip()) if rest[:1].isspace() else AtCommand(text)


def _inside(command: Command, rest: str) -> AtOption:
    bare, pairs = split_options(command, rest)
    option, typed = pairs[-1] if pairs else (command.primary, bare)
    given = {o.name: value for o, value in pairs}
    if option:
        given[option.name] = typed
    if pairs and bare and command.primary:
        given.setdefault(command.primary.name, bare)
    named = {o.name for o, _ in pairs}
    word = rest[-1:].strip() and rest.rsplit(maxsplit=1)[-1]
    free = tuple(o for o in command.options if o.name not in named)
    return AtOption(command, option, typed, given, word, free)
