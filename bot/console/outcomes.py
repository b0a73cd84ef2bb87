"""What came of one line of the console."""

from dataclasses import dataclass

from bot.console.wording import wording
from bot.console.words import code_of
from bot.local.exchange import Person, Reply, SentMessage


@dataclass(frozen=True, slots=True)
class Played:
    """The bot was asked; `command` is a command's name, or the custom id of what was pressed."""

    command: str
    reply: Reply


@dataclass(frozen=True, slots=True)
class Told:
    """The console did something itself and says so."""

    text: str


@dataclass(frozen=True, slots=True)
class Shown:
    """Messages to look at again, oldest first."""

    messages: tuple[SentMessage, ...]
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class Helped:
    """Help was asked for."""


@dataclass(frozen=True, slots=True)
class Left:
    """The person wants to leave."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The line could not be carried out; nothing was sent to the bot."""

    error: Exception

    @property
    def code(self) -> str:
        """The error's stable name."""
        return code_of(self.error)

    @property
    def text(self) -> str:
        """The error in words."""
        return wording(self.error)


Outcome = Played | Told | Shown | Helped | Left | Refused


@dataclass(frozen=True, slots=True)
class Turn:
    """A line that was run: who said it and what came of it."""

    line: str
    person: Person
    outcome: Outcome
