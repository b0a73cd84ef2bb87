"""The log: lines for people on a terminal, JSON for programs, and nobody's secrets in either."""

import logging
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

import discord
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.flights import CURRENT, typed_in

AUTO, TEXT, JSON = "auto", "text", "json"
LEFT_OUT = "[left out]"

# Fields that could only hold what must not be in a log.
_NEVER = {"word", "words", "guess", "typed", "secret", "token", "password", "authorization"}
# Set by this module, and never by a member.
_OURS = {"timestamp", "level", "logger", "interaction", "server", "shard", "kind", "command"}
_PATTERNS = (
    (re.compile(r"[\w-]{18,}\.[\w-]{5,8}\.[\w-]{25,}"), LEFT_OUT),  # a bot's token
    (re.compile(r"(/(?:webhooks|interactions)/\d+/)[^/\s?]+"), rf"\1{LEFT_OUT}"),
    (re.compile(r"(://[^:/@\s]*:)[^@\s]+@"), rf"\1{LEFT_OUT}@"),  # a database's password
)
# What these say in detail holds whole messages of Discord's, and the values of SQL.
_QUIETER = {
    "discord": logging.INFO,
    "sqlalchemy": logging.WARNING,
    "aiohttp": logging.INFO,
    "apscheduler": logging.WARNING,  # it tells of every tick
}
_SHORTEST = 3
"""Shorter texts of members stand in every other line by chance, and tell nobody anything."""


def start_logging(
    level: str, form: str = AUTO, secrets: Iterable[str] = (), stream: TextIO | None = None
) -> None:
    """Send all that is logged, through structlog or not, to `stream` (stderr) in one form.

    `secrets` are left out wherever they would stand. Replaces what was set up before.
    """
    target = stream or sys.stderr
    handler = logging.StreamHandler(target)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*_shared(), structlog.stdlib.ExtraAdder()],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.StackInfoRenderer(),
                structlog.processors.format_exc_info,
                Redactor(secrets),
                _renderer(form, target),
            ],
        )
    )
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    for name, least in _QUIETER.items():
        logging.getLogger(name).setLevel(max(least, logging.getLogger().level))
    structlog.configure(
        processors=[*_shared(), structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )


def is_text(form: str, stream: TextIO) -> bool:
    """Whether lines are for people."""
    return form == TEXT or (form == AUTO and stream.isatty())


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        add_flight,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _renderer(form: str, stream: TextIO) -> Processor:
    if not is_text(form, stream):
        return structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
    return structlog.dev.ConsoleRenderer(
        colors=stream.isatty(),
        # The pretty one shows every local variable, the secret's among them.
        exception_formatter=structlog.dev.plain_traceback,
    )


def add_flight(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Say which interaction was being answered; who asked is nobody's business."""
    flight = CURRENT.get()
    if flight is not None:
        asked = flight.interaction
        event["interaction"], event["server"] = str(asked.id), str(asked.guild_id or "direct")
        event["shard"] = _shard(asked)
        event["kind"], event["command"] = flight.kind, flight.name
    return event


def _shard(asked: discord.Interaction) -> int:
    return ((asked.guild_id or 0) >> 22) % (asked.client.shard_count or 1)


class Redactor:
    """A structlog processor: leaves out tokens, passwords and what the member typed."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets = [secret for secret in secrets if secret]

    def __call__(self, _: WrappedLogger, __: str, event: EventDict) -> EventDict:
        """The event without them."""
        flight = CURRENT.get()
        words = _pattern(typed_in(flight.interaction) if flight else ())
        return {
            key: value if key in _OURS else LEFT_OUT if key in _NEVER else self._bare(value, words)
            for key, value in event.items()
        }

    def _bare(self, value: Any, words: re.Pattern[str] | None) -> Any:  # noqa: ANN401  # whatever was logged
        if isinstance(value, dict):
            return {key: self._bare(inner, words) for key, inner in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self._bare(inner, words) for inner in value]
        if value is None or isinstance(value, bool | int | float):
            return value
        return self._bare_text(str(value), words)

    def _bare_text(self, text: str, words: re.Pattern[str] | None) -> str:
        for secret in self._secrets:
            text = text.replace(secret, LEFT_OUT)
        for pattern, instead in _PATTERNS:
            text = pattern.sub(instead, text)
        return words.sub(LEFT_OUT, text) if words else text


def _pattern(typed: Iterable[str]) -> re.Pattern[str] | None:
    words = sorted(_long(typed), key=len, reverse=True)
    if not words:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _long(typed: Iterable[str]) -> Iterator[str]:
    for text in typed:
        yield from {part for part in (text, *text.split()) if len(part) >= _SHORTEST}
