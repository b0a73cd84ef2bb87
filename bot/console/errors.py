"""What the console itself refuses, before local Discord hears of it; words are in `wording`."""

from dataclasses import dataclass


class ConsoleError(Exception):
    """The line cannot be carried out; nothing was sent."""


@dataclass(eq=False)
class UnexpectedText(ConsoleError):
    """Text after a command that takes none, or that is already filled."""

    command: str
    text: str


@dataclass(eq=False)
class RepeatedOption(ConsoleError):
    """The same option twice on one line."""

    command: str
    option: str


@dataclass(eq=False)
class UnknownMeta(ConsoleError):
    """No such console command (those that begin with a colon)."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class BadUsage(ConsoleError):
    """A console command without what it needs; `usage` shows how."""

    name: str
    usage: str


@dataclass(eq=False)
class BadDay(ConsoleError):
    """Neither a date like 2026-12-01 nor a day the clock can be moved to."""

    text: str


@dataclass(eq=False)
class NothingToPress(ConsoleError):
    """No message in this channel has a button."""

    channel: str


@dataclass(eq=False)
class NoSuchButton(ConsoleError):
    """The last message's buttons are numbered up to `count`."""

    number: int
    count: int


@dataclass(eq=False)
class NothingToSelect(ConsoleError):
    """No message in this channel has a menu."""

    channel: str


@dataclass(eq=False)
class NoSuchMenu(ConsoleError):
    """The last message's menus are numbered up to `count`."""

    number: int
    count: int


@dataclass(eq=False)
class NoOpenForm(ConsoleError):
    """A form is filled, but none is open."""


@dataclass(eq=False)
class UnknownField(ConsoleError):
    """The open form has no such field; `known` are their names."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class UnknownChannel(ConsoleError):
    """The server has no such channel; `known` are their names."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NoSuchFile(ConsoleError):
    """The folder has no such file; `known` are those it has."""

    name: str
    folder: str
    known: tuple[str, ...]


@dataclass(eq=False)
class NoSuchFolder(ConsoleError):
    """A file was named in a folder that does not exist."""

    folder: str


@dataclass(eq=False)
class NotAFile(ConsoleError):
    """The path leads to a folder, or to a pipe or device."""

    path: str
    folder: bool


@dataclass(eq=False)
class UnreadableFile(ConsoleError):
    """The file cannot be read; `detail` is the system's message."""

    path: str
    detail: str


@dataclass(eq=False)
class BadName(ConsoleError):
    """A member's name that Discord would not take (1 to 32 characters, one line)."""

    name: str


@dataclass(eq=False)
class NothingToShow(ConsoleError):
    """There is no message to show here yet."""

    channel: str
