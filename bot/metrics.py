"""What is counted and timed while the bot runs; who keeps the figures is another matter."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol


class Level(StrEnum):
    """What has a level at any time, to be read when somebody asks."""

    GUILDS = "guilds"
    IN_FLIGHT = "interactions_in_flight"
    WORKERS_ACTIVE = "workers_active"
    WORKERS_WAITING = "workers_waiting"
    SUGGESTIONS_WAITING = "suggestions_waiting"
    OUTBOX_PENDING = "outbox_pending"


class Asked(Protocol):
    """What a member used. It is looked at only where figures are kept."""

    @property
    def kind(self) -> str:
        """Whether it was a command, an autocomplete, a component or a form."""

    @property
    def name(self) -> str:
        """Which of them it was."""


class Metrics(Protocol):
    """Takes the figures. Times are in seconds; every method may be called from any thread.

    A text that is handed over becomes a label: it must come from a small set of names that the
    code knows, and never from a member.
    """

    def acknowledged(self, asked: Asked, seconds: float) -> None:
        """An interaction was acknowledged after that time."""

    def used(self, use_case: str, seconds: float, outcome: object) -> None:
        """A use case took that time and answered `outcome`, or raised it."""

    def failed(self, error: str, *, foreseen: bool) -> None:
        """An error of that type was answered; `foreseen` where there were words for it."""

    def gateway(self, event: str) -> None:
        """A shard's connection came (`connect`, `resume`) or went (`disconnect`)."""

    def posted(self, late: float) -> None:
        """A puzzle was posted that long after it was due."""

    def skipped(self, reason: str) -> None:
        """A puzzle was not posted, and will not be."""

    def drew(self, picture: str, seconds: float) -> None:
        """A picture of that kind was drawn."""

    def lagged(self, seconds: float) -> None:
        """The event loop came back to a timer that much too late."""

    def watch(self, level: Level, read: Callable[[], float]) -> None:
        """From now on, `read` tells that level."""


class NoMetrics:
    """`Metrics` that keeps nothing."""

    def acknowledged(self, asked: Asked, seconds: float) -> None:
        """Keep nothing."""

    def used(self, use_case: str, seconds: float, outcome: object) -> None:
        """Keep nothing."""

    def failed(self, error: str, *, foreseen: bool) -> None:
        """Keep nothing."""

    def gateway(self, event: str) -> None:
        """Keep nothing."""

    def posted(self, late: float) -> None:
        """Keep nothing."""

    def skipped(self, reason: str) -> None:
        """Keep nothing."""

    def drew(self, picture: str, seconds: float) -> None:
        """Keep nothing."""

    def lagged(self, seconds: float) -> None:
        """Keep nothing."""

    def watch(self, level: Level, read: Callable[[], float]) -> None:
        """Keep nothing."""
