"""Keeps the figures for Prometheus, in a registry of its own."""

from collections.abc import Callable

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)

from bot.metrics import Asked, Level
from game.results import GuessResult
from game.several import GuessManyResult, Refusal

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

LATE_S = 120.0
"""A puzzle that is posted more than this after it was due counts as late."""

_ACK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)
_WORK = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
_LAG = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_DELAY = (1.0, 5.0, 15.0, 30.0, 60.0, LATE_S, 300.0, 900.0, 3600.0)
_GUESSING = {"guess", "guess_many"}
_LEVELS = {
    Level.GUILDS: "Servers that have the bot.",
    Level.IN_FLIGHT: "Interactions that are being answered.",
    Level.WORKERS_ACTIVE: "Calls that run in a worker thread.",
    Level.WORKERS_WAITING: "Calls that wait for a worker thread.",
    Level.SUGGESTIONS_WAITING: "Autocompletes that wait for their thread.",
    Level.OUTBOX_PENDING: "Posts that are due and not sent yet.",
}


class PrometheusMetrics:
    """`bot.metrics.Metrics` in a registry, which nothing else need share."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._registry = registry
        ProcessCollector(registry=registry)
        self._acknowledged = self._times(
            "acknowledgement", "From an interaction's arrival to its acknowledgement.", _ACK,
            "kind", "name",
        )  # fmt: skip
        self._used = self._times("use_case", "A use case in a worker.", _WORK, "use_case")
        self._drew = self._times("picture", "Drawing a picture.", _WORK, "picture")
        self._lagged = self._times("loop_lag", "How late the event loop came to a timer.", _LAG)
        self._posted = self._times("post_delay", "From a puzzle's hour to its post.", _DELAY)
        self._guesses = self._count("guesses", "Guesses by what came of them.", "outcome")
        self._failed = self._count("errors", "Errors that were answered.", "type", "foreseen")
        self._gateway = self._count("gateway_events", "Shards that came and went.", "event")
        self._late = self._count("puzzles_late", f"Posts over {LATE_S:.0f} seconds late.")
        self._skipped = self._count("puzzles_skipped", "Posts that were left out.", "reason")
        self._levels = {
            level: Gauge(f"warmer_{level}", text, registry=registry)
            for level, text in _LEVELS.items()
        }

    def _times(self, name: str, text: str, buckets: tuple[float, ...], *labels: str) -> Histogram:
        name = f"warmer_{name}_seconds"
        return Histogram(name, text, labels, buckets=buckets, registry=self._registry)

    def _count(self, name: str, text: str, *labels: str) -> Counter:
        return Counter(f"warmer_{name}", text, labels, registry=self._registry)

    def page(self) -> bytes:
        """All figures, as Prometheus reads them (CONTENT_TYPE)."""
        return generate_latest(self._registry)

    def acknowledged(self, asked: Asked, seconds: float) -> None:
        """An interaction was acknowledged after that time."""
        self._acknowledged.labels(asked.kind, asked.name).observe(seconds)

    def used(self, use_case: str, seconds: float, outcome: object) -> None:
        """A use case took that time and answered `outcome`, or raised it."""
        self._used.labels(use_case).observe(seconds)
        if use_case in _GUESSING:
            answers = outcome.answers if isinstance(outcome, GuessManyResult) else (outcome,)
            for answer in answers:
                self._guesses.labels(_of_guess(answer)).inc()

    def failed(self, error: str, *, foreseen: bool) -> None:
        """An error of that type was answered; `foreseen` where there were words for it."""
        self._failed.labels(error, str(foreseen).lower()).inc()

    def gateway(self, event: str) -> None:
        """A shard's connection came (`connect`, `resume`) or went (`disconnect`)."""
        self._gateway.labels(event).inc()

    def posted(self, late: float) -> None:
        """A puzzle was posted that long after it was due."""
        self._posted.observe(late)
        if late > LATE_S:
            self._late.inc()

    def skipped(self, reason: str) -> None:
        """A puzzle was not posted, and will not be."""
        self._skipped.labels(reason).inc()

    def drew(self, picture: str, seconds: float) -> None:
        """A picture of that kind was drawn."""
        self._drew.labels(picture).observe(seconds)

    def lagged(self, seconds: float) -> None:
        """The event loop came back to a timer that much too late."""
        self._lagged.observe(seconds)

    def watch(self, level: Level, read: Callable[[], float]) -> None:
        """From now on, `read` tells that level."""
        self._levels[level].set_function(read)


def _of_guess(answer: object) -> str:
    if isinstance(answer, GuessResult):
        return "repeated" if answer.repeated else "solved" if answer.solves else "taken"
    return type(answer.error if isinstance(answer, Refusal) else answer).__name__
