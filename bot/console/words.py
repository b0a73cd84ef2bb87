"""Every word the console says for itself: refusals, hints, help and welcome."""

import math
import re
from collections.abc import Iterable
from datetime import datetime
from functools import singledispatch

from rapidfuzz import fuzz, process

from bot.console import errors as own
from bot.local import errors as local
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
_MEGABYTE = 1024 * 1024
_FIXED: dict[type[Exception], str] = {
    local.UnknownMessage: "That message is gone.",
    local.UnknownComponent: "That button or menu is gone.",
    local.DisabledComponent: "That button is switched off.",
    local.UnknownModal: "No form is open.",
    own.NoOpenForm: "No form is open.",
    own.BadName: "A member's name is one line of 1 to 32 characters.",
}


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


def _listed(names: Iterable[str], mark: str = "") -> str:
    return ", ".join(f"{mark}{name}" for name in names) or "none"


def _suggest(word: str, known: Iterable[str], mark: str = "") -> str:
    near = nearest(word, known)
    return f" Did you mean {mark}{near}?" if near else ""


@singledispatch
def wording(error: Exception) -> str:
    """Return one sentence or two that say what was wrong and what to do."""
    fallback = f"That did not work ({code_of(error).replace('_', ' ')})."
    return _FIXED.get(type(error), fallback)


@wording.register
def _(error: local.UnknownCommand) -> str:
    if not error.name:
        return f"Which command? There are {_listed(error.known, '/')}."
    near = _suggest(error.name, error.known, "/") or f" There are {_listed(error.known, '/')}."
    return f"There is no command /{error.name}.{near}"


@wording.register
def _(error: local.IncompleteCommand) -> str:
    return f"/{error.name} needs one more word: {_listed(error.subcommands)}."


@wording.register
def _(error: local.NotPermitted) -> str:
    return f"{error.person} is not allowed to use /{error.command} here."


@wording.register
def _(error: local.WrongPlace) -> str:
    return f"/{error.command} is not offered in this place."


@wording.register
def _(error: local.UnknownOption) -> str:
    near = _suggest(error.option, error.known, "")
    have = near or (f" It has {_listed(error.known)}." if error.known else " It has none.")
    return f"/{error.command} has no option {error.option}.{have}"


@wording.register
def _(error: local.MissingOption) -> str:
    return f"/{error.command} needs {error.option}: write /{error.command} {error.option}:…"


@wording.register
def _(error: local.WrongType) -> str:
    kinds = {
        "integer": "a whole number",
        "number": "a number",
        "boolean": "yes or no",
        "attachment": "a file",
    }
    kind = kinds.get(error.expected, f"a {error.expected}")
    return f"{error.option} must be {kind}; “{error.value}” is not."


@wording.register
def _(error: local.NotAChoice) -> str:
    near = _suggest(str(error.value), error.choices)
    return f"{error.option} is one of {_listed(error.choices)}.{near}"


@wording.register
def _(error: local.OutOfRange) -> str:
    low, high = error.minimum, error.maximum
    return f"{error.option} must be {_bounds(low, high)}; {error.value:g} is not."


@wording.register
def _(error: local.WrongLength) -> str:
    bounds = _bounds(error.minimum, error.maximum)
    return f"{error.option} must be {bounds} characters long; this is {error.length}."


@wording.register
def _(error: local.ChoicesFailed) -> str:
    return f"Loading options failed for {error.option}."


@wording.register
def _(error: local.BadSelection) -> str:
    if unknown := [v for v in error.values if v not in error.options]:
        return f"The menu has no {_listed(unknown)}; it has {_listed(error.options)}."
    return f"Choose {_bounds(error.minimum, error.maximum)} of {_listed(error.options)}."


@wording.register
def _(error: local.BadField) -> str:
    if error.length is None:
        return f"The form has no field {error.custom_id}."
    bounds = _bounds(error.minimum, error.maximum)
    return f"{error.custom_id} must be {bounds} characters long; this is {error.length}."


@wording.register
def _(error: local.UnknownTarget) -> str:
    return f"There is no {error.target} here."


@wording.register
def _(error: local.NotReady) -> str:
    return f"The bot is not ready: waited {error.timeout_s:g} s for {error.waited_for}."


@wording.register
def _(error: local.FileTooLarge) -> str:
    size, limit = (n / _MEGABYTE for n in (error.size, error.limit))
    more = math.ceil(size * 10) / 10
    return f"{error.filename} is too large: it has {more:g} MB, Discord takes up to {limit:g} MB."


@wording.register
def _(error: own.NoSuchFile) -> str:
    near = _suggest(error.name, error.known)
    return f"There is no file {error.name} in {error.folder}.{near}"


@wording.register
def _(error: own.NoSuchFolder) -> str:
    return f"There is no folder {error.folder}."


@wording.register
def _(error: own.NotAFile) -> str:
    if error.folder:
        return f"{error.path} is a folder; name a file in it."
    return f"{error.path} is no file that can be sent."


@wording.register
def _(error: own.UnreadableFile) -> str:
    return f"{error.path} cannot be read: {error.detail}."


@wording.register
def _(error: own.UnexpectedText) -> str:
    return f"/{error.command} has no place for “{error.text}”."


@wording.register
def _(error: own.RepeatedOption) -> str:
    return f"{error.option} is given twice."


@wording.register
def _(error: own.UnknownMeta) -> str:
    return f"There is no :{error.name}.{_suggest(error.name, error.known, ':')} :help lists them."


@wording.register
def _(error: own.BadUsage) -> str:
    return f"Write it like this: {error.usage}"


@wording.register
def _(error: own.BadDay) -> str:
    return f"“{error.text}” is no day to go to; write one such as 2026-12-01, not in the past."


@wording.register
def _(error: own.NothingToPress) -> str:
    return f"No message in #{error.channel} has a button to press."


@wording.register
def _(error: own.NoSuchButton) -> str:
    return f"There is no button {error.number}; the last message has {_upto(error.count)}."


@wording.register
def _(error: own.NothingToSelect) -> str:
    return f"No message in #{error.channel} has a menu."


@wording.register
def _(error: own.NoSuchMenu) -> str:
    return f"There is no menu {error.number}; the last message has {_upto(error.count)}."


@wording.register
def _(error: own.UnknownField) -> str:
    return f"The form has no field {error.name}; it has {_listed(error.known)}."


@wording.register
def _(error: own.UnknownChannel) -> str:
    near = _suggest(error.name, error.known, "#") or f" There are {_listed(error.known, '#')}."
    return f"There is no #{error.name}.{near}"


@wording.register
def _(error: own.NothingToShow) -> str:
    return f"Nothing has been said in #{error.channel} yet."


def _upto(count: int) -> str:
    return "only number 1" if count == 1 else f"1 to {count}"


def _bounds(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"{low:g} to {high:g}" if low != high else f"{low:g}"
    return f"{low:g} or more" if low is not None else f"at most {high:g}"
