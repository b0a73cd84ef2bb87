"""The one look at every message, form and list of choices that a scene sees: no limit is broken."""

from collections.abc import Mapping, Sequence
from typing import Any

from stage.said import Picture

from bot.local.validation.components import walk
from bot.local.validation.forms import check_modal
from bot.local.validation.messages import COMPONENTS_V2, check_message
from bot.local.validation.problems import Problems

FILES, BYTES = 10, 10 * 1024 * 1024
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
VERSION = "w1:"


class LimitBroken(AssertionError):
    """A message breaks Discord's limits, or the house's rules for whoever cannot see pictures."""


def check_said(
    content: str,
    embeds: Sequence[Mapping[str, Any]],
    components: Sequence[Mapping[str, Any]],
    files: Sequence[Picture],
    flags: int = 0,
) -> None:
    """Check a message as it stands. Raises LimitBroken."""
    problems = Problems()
    data = {"content": content, "embeds": list(embeds), "components": list(components)}
    layout = bool(flags & COMPONENTS_V2)
    check_message(problems, {key: value for key, value in data.items() if value}, layout=layout)
    _check_files(problems, files)
    _check_addresses(problems, embeds, components, {file.filename for file in files})
    _check_ids(problems, components)
    _refuse(problems)


def check_form(modal: Mapping[str, Any]) -> None:
    """Check a modal. Raises LimitBroken."""
    problems = Problems()
    check_modal(problems, dict(modal))
    _check_ids(problems, [{"custom_id": modal.get("custom_id")}])
    _refuse(problems)


def _check_files(problems: Problems, files: Sequence[Picture]) -> None:
    problems.count(("files",), files, 0, FILES)
    names = [file.filename for file in files]
    for number, file in enumerate(files):
        if len(file.content) > BYTES:
            problems.add(("files", number), "TOO_LARGE", f"{len(file.content)} bytes")
        if names.count(file.filename) > 1:
            problems.add(("files", number), "NAME_TWICE", file.filename)
        if file.filename.endswith(PICTURES):
            problems.length(("files", number, "description"), file.description, 1, 1024)


def _check_addresses(
    problems: Problems,
    embeds: Sequence[Mapping[str, Any]],
    components: Sequence[Mapping[str, Any]],
    names: set[str],
) -> None:
    for address in [*_addresses(embeds), *_addresses(components)]:
        if address.removeprefix("attachment://") not in names:
            problems.add((), "NO_SUCH_FILE", address)


def _addresses(item: Any) -> list[str]:
    if isinstance(item, str):
        return [item] if item.startswith("attachment://") else []
    inner = item.values() if isinstance(item, Mapping) else item
    if not isinstance(item, Mapping | list | tuple):
        return []
    return [address for part in inner for address in _addresses(part)]


def _check_ids(problems: Problems, components: Sequence[Mapping[str, Any]]) -> None:
    for where, item in walk([dict(component) for component in components]):
        custom_id = item.get("custom_id")
        if custom_id is not None and not str(custom_id).startswith(VERSION):
            problems.add((*where, "custom_id"), "NO_VERSION", str(custom_id))


def _refuse(problems: Problems) -> None:
    if problems:
        raise LimitBroken(problems.found)
