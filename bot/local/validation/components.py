"""Limits on message components: rows, buttons, select menus and the newer layout."""

from collections.abc import Iterator, Sequence
from typing import Any

from bot.local.validation.problems import Json, Path, Problems

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
SELECTS = frozenset({3, 5, 6, 7, 8})
SECTION, TEXT_DISPLAY, CONTAINER, LABEL = 9, 10, 17, 18
LINK, PREMIUM = 5, 6
CLASSIC_TOP = frozenset({ROW})
LAYOUT_TOP = frozenset({ROW, SECTION, TEXT_DISPLAY, 12, 13, 14, CONTAINER})
MAX_ROWS, MAX_BUTTONS, MAX_LAYOUT, MAX_LAYOUT_TEXT = 5, 5, 40, 4000


def walk(components: Sequence[Any], path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Yield every component below a list with its path, parents first."""
    for index, component in enumerate(components):
        if not isinstance(component, dict):
            continue
        here = (*path, index)
        yield here, component
        yield from walk(_list(component.get("components")), (*here, "components"))
        for key in ("accessory", "component"):
            if isinstance(component.get(key), dict):
                yield from _single(component[key], (*here, key))


def _single(component: Json, path: Path) -> Iterator[tuple[Path, Json]]:
    yield path, component
    yield from walk(_list(component.get("components")), (*path, "components"))


def layout_text(components: Sequence[Json]) -> list[str]:
    """Return the texts of all text displays."""
    return [str(c.get("content", "")) for _, c in walk(components) if c.get("type") == TEXT_DISPLAY]


def check_components(problems: Problems, components: object, path: Path, *, layout: bool) -> None:
    """Check the components of a message; `layout` says that its Components V2 flag is set."""
    if not isinstance(components, list):
        problems.kind(path, "array")
        return
    if layout:
        _check_layout(problems, components, path)
    else:
        problems.count(path, components, 0, MAX_ROWS)
        _check_top(problems, components, path, CLASSIC_TOP)
    _check_each(problems, components, path)


def check_unique(problems: Problems, components: Sequence[Json], path: Path) -> None:
    """Check that no two components share a custom id."""
    seen: set[str] = set()
    for where, component in walk(components, path):
        custom_id = component.get("custom_id")
        if custom_id is None:
            continue
        if custom_id in seen:
            text = "Component custom id cannot be duplicated"
            problems.add((*where, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", text)
        seen.add(custom_id)


def check_select(problems: Problems, select: Json, path: Path) -> None:
    """Check one select menu."""
    problems.length((*path, "custom_id"), select.get("custom_id"), 1, 100)
    if select.get("placeholder") is not None:
        problems.length((*path, "placeholder"), select["placeholder"], 0, 150)
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    problems.within((*path, "min_values"), least, 0, 25)
    problems.within((*path, "max_values"), most, 1, 25)
    if select["type"] == STRING_SELECT:
        _check_options(problems, _list(select.get("options")), path, most)


def _check_top(
    problems: Problems, components: list[Any], path: Path, allowed: frozenset[int]
) -> None:
    for index, component in enumerate(components):
        if not isinstance(component, dict) or component.get("type") not in allowed:
            problems.one_of((*path, index, "type"), sorted(allowed))


def _check_layout(problems: Problems, components: list[Any], path: Path) -> None:
    _check_top(problems, components, path, LAYOUT_TOP)
    if sum(1 for _ in walk(components)) > MAX_LAYOUT:
        text = f"Total number of components must be {MAX_LAYOUT} or fewer."
        problems.add(path, "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", text)
    if sum(map(len, layout_text(components))) > MAX_LAYOUT_TEXT:
        text = f"Text of all components must be {MAX_LAYOUT_TEXT} or fewer in length."
        problems.add(path, "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", text)


def _check_each(problems: Problems, components: list[Any], path: Path) -> None:
    for where, component in walk(components, path):
        kind = component.get("type")
        if kind == ROW:
            _check_row(problems, component, where)
        elif kind == BUTTON:
            _check_button(problems, component, where)
        elif kind in SELECTS:
            check_select(problems, component, where)
        elif kind == TEXT_DISPLAY:
            problems.length((*where, "content"), component.get("content"), 1, MAX_LAYOUT_TEXT)
    check_unique(problems, components, path)


def _check_row(problems: Problems, row: Json, path: Path) -> None:
    children = _list(row.get("components"))
    path = (*path, "components")
    problems.count(path, children, 1, MAX_BUTTONS)
    kinds = [c.get("type") for c in children if isinstance(c, dict)]
    if any(k not in SELECTS and k != BUTTON for k in kinds):
        problems.one_of(path, [BUTTON, *sorted(SELECTS)])
    if any(k in SELECTS for k in kinds) and len(kinds) > 1:
        text = "The specified component exceeds the maximum width"
        problems.add(path, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", text)


def _check_button(problems: Problems, button: Json, path: Path) -> None:
    style = button.get("style")
    problems.within((*path, "style"), style, 1, 6)
    if button.get("label") is not None:
        problems.length((*path, "label"), button["label"], 0, 80)
    if style == LINK:
        problems.length((*path, "url"), button.get("url"), 1, 512)
    elif style != PREMIUM:
        problems.length((*path, "custom_id"), button.get("custom_id"), 1, 100)
    if style != PREMIUM and not button.get("label") and not button.get("emoji"):
        text = "A button must have a label or an emoji"
        problems.add(path, "BUTTON_COMPONENT_INVALID_LABEL", text)
    if style == LINK and button.get("custom_id"):
        text = "A custom id and url cannot both be specified"
        problems.add(path, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", text)


def _check_options(problems: Problems, options: list[Any], path: Path, most: object) -> None:
    problems.count((*path, "options"), options, 1, 25)
    if isinstance(most, int) and most > len(options):
        text = f"int value should be less than or equal to {len(options)}."
        problems.add((*path, "max_values"), "NUMBER_TYPE_MAX", text)
    seen: set[object] = set()
    for index, option in enumerate(options):
        where = (*path, "options", index)
        problems.length((*where, "label"), option.get("label"), 1, 100)
        problems.length((*where, "value"), option.get("value"), 1, 100)
        if option.get("description") is not None:
            problems.length((*where, "description"), option["description"], 0, 100)
        if option.get("value") in seen:
            text = "The specified option value is already used"
            problems.add((*where, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", text)
        seen.add(option.get("value"))


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
