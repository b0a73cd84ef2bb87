"""The one place that turns errors into words and exit codes for operators."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from bot.cli import failures_recs, failures_store, failures_words
from bot.cli.exit_codes import CONFIG, IO, NO_INPUT, REFUSED, UNAVAILABLE
from bot.encoders import EncoderUnset
from bot.refusals import GatewayRefused, LoginRefused, PortTaken


@dataclass(frozen=True, slots=True)
class Failure:
    """What to print, and the exit code, one of sysexits(3)."""

    text: str
    code: int


class MissingToken(Exception):
    """No Discord token is set."""


def explain(error: BaseException) -> Failure | None:
    """The words and the code for an error; None where it is a fault in Warmer itself."""
    for kind in type(error).__mro__:
        if kind in _KNOWN:
            say, code = _KNOWN[kind]
            return Failure(say(error), code)
    return None


def _settings(error: ValidationError) -> str:
    lines = [
        f"WARMER_{'_'.join(map(str, part['loc'])).upper()}: {part['msg']}"
        for part in error.errors()
    ]
    return "A setting is wrong. " + " ".join(lines)


_KNOWN: dict[type[BaseException], tuple[Callable[[Any], str], int]] = {
    **failures_words.KNOWN,
    **failures_store.KNOWN,
    **failures_recs.KNOWN,
    ValidationError: (_settings, CONFIG),
    MissingToken: (
        lambda _: (
            "There is no bot token. Make a bot in Discord's developer portal, then set "
            "WARMER_DISCORD_TOKEN (in the environment or in .env). `warmer play` needs none."
        ),
        CONFIG,
    ),
    LoginRefused: (
        lambda _: (
            "Discord does not accept the token in WARMER_DISCORD_TOKEN. Copy it anew from the "
            "developer portal (Bot, Reset Token)."
        ),
        REFUSED,
    ),
    GatewayRefused: (
        lambda e: (
            f"Discord refuses the connection for good (close code {e.code}). See "
            "https://docs.discord.com/developers/topics/opcodes-and-status-codes."
        ),
        REFUSED,
    ),
    EncoderUnset: (
        lambda e: f"The HTTP encoder needs all of {', '.join(e.args)}.",
        CONFIG,
    ),
    PortTaken: (
        lambda e: (
            f"Port {e.port} is in use by another program. Choose another with --port, or "
            "leave it out and a free one is found."
        ),
        UNAVAILABLE,
    ),
    UnicodeDecodeError: (
        lambda _: "A file that Warmer reads (.env, perhaps) is not UTF-8. Save it as UTF-8.",
        CONFIG,
    ),
    FileNotFoundError: (lambda e: f"There is no file {e.filename}.", NO_INPUT),
    OSError: (
        lambda e: (
            f"The system refused: {e.strerror or e}" + (f" ({e.filename})." if e.filename else ".")
        ),
        IO,
    ),
}
