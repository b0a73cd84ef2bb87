"""What Discord's own client refuses before the bot hears of it, with fields to put into words."""

from dataclasses import dataclass
from typing import Any


class LocalError(Exception):
    """The person's client blocks the action; nothing was sent to the bot."""


@dataclass(eq=False)
class UnknownCommand(LocalError):
    """No such command is registered here; `known` are the ones that are."""

    name: str
    known: tuple[str, ...]


@dataclass(eq=False)
class IncompleteCommand(LocalError):
    """The command is a group: one of `subcommands` must follow."""

    name: str
    subcommands: tuple[str, ...]


@dataclass(eq=False)
class NotPermitted(LocalError):
    """The command needs permissions that the person does not have."""

    command: str
    person: str
    required: int


@dataclass(eq=False)
class WrongPlace(LocalError):
    """The command is not offered in this context (0 server, 1 direct message, 2 group chat).

    In a server too, where the bot was not invited and the command is none for that.
    """

    command: str
    context: int


@dataclass(eq=False)
class OptionError(LocalError):
    """Something about one option of a command is wrong."""

    command: str
    option: str


@dataclass(eq=False)
class UnknownOption(OptionError):
    """The command has no such option; `known` are those it has."""

    known: tuple[str, ...]


@dataclass(eq=False)
class MissingOption(OptionError):
    """A required option was not given."""


@dataclass(eq=False)
class WrongType(OptionError):
    """The value cannot be read as the option's type (`expected`, e.g. "integer")."""

    expected: str
    value: Any


@dataclass(eq=False)
class NotAChoice(OptionError):
    """The value is none of the option's fixed choices."""

    value: Any
    choices: tuple[str, ...]


@dataclass(eq=False)
class OutOfRange(OptionError):
    """The number lies outside the option's bounds."""

    value: float
    minimum: float | None
    maximum: float | None


@dataclass(eq=False)
class WrongLength(OptionError):
    """The text is shorter or longer than the option allows."""

    length: int
    minimum: int | None
    maximum: int | None


@dataclass(eq=False)
class FileTooLarge(LocalError):
    """A file has more bytes than Discord takes."""

    filename: str
    size: int
    limit: int


@dataclass(eq=False)
class ChoicesFailed(LocalError):
    """The bot gave no suggestions in time: "Loading options failed"."""

    command: str
    option: str


@dataclass(eq=False)
class UnknownMessage(LocalError):
    """The person sees no such message."""

    message_id: int


@dataclass(eq=False)
class UnknownComponent(LocalError):
    """The message has no such component; `known` are the custom ids it has."""

    custom_id: str
    known: tuple[str, ...]


@dataclass(eq=False)
class DisabledComponent(LocalError):
    """The component is greyed out."""

    custom_id: str


@dataclass(eq=False)
class BadSelection(LocalError):
    """The values chosen in a select menu are unknown to it, too few or too many."""

    custom_id: str
    values: tuple[str, ...]
    options: tuple[str, ...]
    minimum: int
    maximum: int


@dataclass(eq=False)
class UnknownModal(LocalError):
    """The person has no such form open."""

    custom_id: str


@dataclass(eq=False)
class BadField(LocalError):
    """A field of a form is unknown, missing, too short or too long."""

    custom_id: str
    length: int | None
    minimum: int
    maximum: int


@dataclass(eq=False)
class UnknownTarget(LocalError):
    """A person, channel or server that does not exist here."""

    target: str


@dataclass(eq=False)
class NotReady(LocalError):
    """The bot did not come up, or did not register its commands, within `timeout_s` seconds."""

    waited_for: str
    timeout_s: float
