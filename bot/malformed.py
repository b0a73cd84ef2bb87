"""Keeps the bot alive through an event that cannot be read: discord.py alone would give up."""

import logging
from collections.abc import Callable
from typing import Any

import discord

from bot.metrics import Metrics

_log = logging.getLogger(__name__)

Parser = Callable[[Any], None]
# Without these there is no session: discord.py has to fail, and is started anew.
_NEEDED = {"READY", "RESUMED"}


def survive_malformed(client: discord.Client, metrics: Metrics) -> None:
    """Let the client log and leave out whatever event it cannot read, and go on with the next."""
    # discord.py has no public place around the reading of an event.
    parsers: dict[str, Parser] = client._connection.parsers  # noqa: SLF001
    for event, parse in parsers.items():
        if event not in _NEEDED:
            parsers[event] = _surviving(event, parse, metrics)


def _surviving(event: str, parse: Parser, metrics: Metrics) -> Parser:
    def survive(data: Any) -> None:  # noqa: ANN401  # JSON
        try:
            parse(data)
        except Exception as error:  # noqa: BLE001  # whatever it is, the next event is another
            metrics.failed(type(error).__name__, foreseen=False)
            _log.exception("an event %s could not be read and is left out", event)

    return survive
