"""What the console says where a line cannot be carried out."""

import math
from collections.abc import Iterable
from functools import singledispatch

from bot.console import errors as own
from bot.console.words import code_of, nearest
from bot.local import errors as local

_MEGABYTE = 1024 * 1024
_FIXED: dict[type[Exception], str] = {
    local.UnknownMessage: "That message is gone.",
    local.UnknownComponent: "That button or menu is gone.",
    local.DisabledComponent: "That button is switched off.",
    local.UnknownModal: "No form is open.",
    own.NoOpenForm: "No form is open.",
    own.BadName: "A member's name is one line of 1 to 32 characters.",
}


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


def _listed(names: Iterable[str], mark: str = "") -> str:
    return ", ".join(f"{mark}{name}" for name in names) or "none"


def _suggest(word: str, known: Iterable[str], mark: str = "") -> str:
    near = nearest(word, known)
    return f" Did you mean {mark}{near}?" if near else ""
