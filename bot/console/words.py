"""What the console says for itself: hints, help and welcome; refusals are in `wording`."""

import re
from collections.abc import Iterable
from datetime import datetime

from rapidfuzz import fuzz, process

from bot.local.exchange import Kind, Reply, SentMessage

NO_RESPONSE = "The application did not respond"
FAILED = "This interaction failed"
NO_ANSWER = "no_response"
DELETED = "(message deleted)"
THE_GAME = "The bot's commands"
THE_CONSOLE = "This console's own"
PLACEHOLDER = "a word, or / for the commands"
FORM_HELP = " Enter goes on · Ctrl-C closes the form"
FORM_CLOSED = "— The form is closed; nothing was sent."
TOOLBAR = (
    "Tab completes · :help",
    ":help",
)
WELCOME = (
    "Guess the secret word: **type any word** and press Enter. "
    "The closer in meaning, the warmer.\n"
    "`/` lists the commands, Tab completes them, `:help` shows the rest, Ctrl-D leaves."
)
METAS = {
    "next": ("[DAYS]", "go to the next day (`:next 3` three days on)"),
    "day": ("2026-12-01", "go to a day"),
    "as": ("NAME", "speak as another member, who joins if new"),
    "click": ("N", "press button N of the last message; just N does too, and ^N of the one before"),
    "select": ("[N] CHOICE", "choose from menu N, by number, label or value"),
    "fill": ("FIELD=TEXT", "fill in the open form and send it"),
    "channel": ("NAME", "go to another channel"),
    "history": ("", "show this channel's last messages"),
    "reveal": ("", "show the last messages with their spoilers open"),
    "help": ("", "show this"),
    "quit": ("", "leave"),
}
_CLOSE_ENOUGH = 60.0


def code_of(error: Exception) -> str:
    """Return an error's stable name for scripts, such as "unknown_command"."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", type(error).__name__).lower()


def silence(reply: Reply, bot_name: str) -> str | None:
    """Return what Discord shows where the bot said nothing; None where it answered."""
    if reply.acknowledged_ms is None:
        return NO_RESPONSE if reply.kind is Kind.COMMAND else FAILED
    if reply.messages or reply.modal or reply.kind is not Kind.COMMAND:
        return None
    return thinking(bot_name)


def notes(message: SentMessage) -> list[str]:
    """Return what stands beside a message's author."""
    marks = (("only you can see this", message.ephemeral), ("edited", message.edits > 0))
    return [text for text, holds in marks if holds]


def thinking(bot_name: str) -> str:
    """Return what is shown while the bot takes its time."""
    return f"{bot_name} is thinking…"


def short_day(when: datetime) -> str:
    """Return a day as "Sat 1 Aug 2026"."""
    return f"{when:%a} {when.day} {when:%b %Y}"


def long_day(when: datetime) -> str:
    """Return a day as "Saturday, 1 August 2026"."""
    return f"{when:%A}, {when.day} {when:%B %Y}"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like this one, or None where nothing is like it."""
    found = process.extractOne(word, list(known), scorer=fuzz.WRatio, score_cutoff=_CLOSE_ENOUGH)
    return found[0] if found else None


def usage_of(meta: str) -> str:
    """Return a console command as one would type it."""
    return f":{meta} {METAS[meta][0]}".rstrip()


def how_to_fill(keys: Iterable[str]) -> str:
    """Return the line that sends a form with these fields."""
    return " ".join([":fill", *(f"{key}=…" for key in keys)])


def meta_help() -> list[tuple[str, str]]:
    """Return every console command with what it does."""
    return [(usage_of(name), about.replace("`", "")) for name, (_, about) in METAS.items()]
