"""Limits on modals and on the choices of an autocomplete."""

from bot.local.validation.components import (
    LABEL,
    ROW,
    SELECTS,
    TEXT_DISPLAY,
    TEXT_INPUT,
    check_select,
    check_unique,
)
from bot.local.validation.problems import Json, Path, Problems

MODAL_ROWS, TITLE, TEXT = 5, 45, 4000
CHOICES = 25


def check_modal(problems: Problems, data: Json, path: Path = ()) -> None:
    """Check a form: title, custom id and one to five fields."""
    problems.length((*path, "title"), data.get("title"), 1, TITLE)
    problems.length((*path, "custom_id"), data.get("custom_id"), 1, 100)
    components = data.get("components")
    if not isinstance(components, list):
        problems.missing((*path, "components"))
        return
    problems.count((*path, "components"), components, 1, MODAL_ROWS)
    for index, component in enumerate(components):
        _check_row(problems, component, (*path, "components", index))
    check_unique(problems, components, (*path, "components"))


def check_choices(problems: Problems, data: Json, path: Path = ()) -> None:
    """Check what an autocomplete suggests."""
    choices = data.get("choices") or []
    problems.count((*path, "choices"), choices, 0, CHOICES)
    for index, choice in enumerate(choices):
        check_choice(problems, choice, (*path, "choices", index))


def check_choice(problems: Problems, choice: Json, path: Path) -> None:
    """Check one choice: its name, and its value where that is text."""
    problems.length((*path, "name"), choice.get("name"), 1, 100)
    value = choice.get("value")
    if value is None or isinstance(value, str):
        problems.length((*path, "value"), value, 1, 100)


def _check_row(problems: Problems, row: object, path: Path) -> None:
    if not isinstance(row, dict):
        problems.kind(path, "object")
        return
    kind = row.get("type")
    if kind == ROW:
        children = row.get("components") or []
        problems.count((*path, "components"), children, 1, 1)
        for index, child in enumerate(children):
            _check_input(problems, child, (*path, "components", index), labelled=True)
    elif kind == LABEL:
        _check_label(problems, row, path)
    elif kind != TEXT_DISPLAY:
        problems.one_of((*path, "type"), [ROW, TEXT_DISPLAY, LABEL])


def _check_label(problems: Problems, label: Json, path: Path) -> None:
    problems.length((*path, "label"), label.get("label"), 1, 45)
    if label.get("description") is not None:
        problems.length((*path, "description"), label["description"], 0, 100)
    item = label.get("component") or {}
    if item.get("type") in SELECTS:
        check_select(problems, item, (*path, "component"))
    elif item.get("type") == TEXT_INPUT:
        _check_input(problems, item, (*path, "component"), labelled=False)
    else:
        problems.length((*path, "component", "custom_id"), item.get("custom_id"), 1, 100)


def _check_input(problems: Problems, item: Json, path: Path, *, labelled: bool) -> None:
    if item.get("type") != TEXT_INPUT:
        problems.one_of((*path, "type"), [TEXT_INPUT])
        return
    problems.length((*path, "custom_id"), item.get("custom_id"), 1, 100)
    problems.within((*path, "style"), item.get("style"), 1, 2)
    if labelled:
        problems.length((*path, "label"), item.get("label"), 1, 45)
    if item.get("placeholder") is not None:
        problems.length((*path, "placeholder"), item["placeholder"], 0, 100)
    if item.get("value") is not None:
        problems.length((*path, "value"), item["value"], 0, TEXT)
    for key, least in (("min_length", 0), ("max_length", 1)):
        if item.get(key) is not None:
            problems.within((*path, key), item[key], least, TEXT)
