"""What a person does with a message's components and a form's fields."""

from collections.abc import Mapping, Sequence

from bot.local import errors
from bot.local.options import Resolved
from bot.local.state import Json
from bot.local.validation.components import BUTTON, SELECTS, STRING_SELECT, TEXT_INPUT, walk

USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8
ROW, TEXT_DISPLAY, LABEL = 1, 10, 18
CHECKBOX = 23
MAX_TEXT = 4000
Value = str | Sequence[str]


def button(components: Sequence[Json], custom_id: str) -> Json:
    """Return what a click on a button sends. Raises UnknownComponent, DisabledComponent."""
    item = _find(components, custom_id, frozenset({BUTTON}))
    return {"custom_id": custom_id, "component_type": BUTTON, "id": item.get("id", 0)}


def selection(
    components: Sequence[Json], custom_id: str, values: Sequence[object], resolved: Resolved
) -> Json:
    """Return what a choice in a select menu sends. Raises BadSelection and as for a button."""
    item = _find(components, custom_id, SELECTS)
    data = {"custom_id": custom_id, "component_type": item["type"], "id": item.get("id", 0)}
    data["values"] = _chosen(item, values, resolved)
    return data | ({"resolved": resolved.data} if item["type"] != STRING_SELECT else {})


def form(modal: Json, values: Mapping[str, Value], resolved: Resolved) -> Json:
    """Return what submitting a form sends; fields not given keep their preset text.

    Raises BadField and BadSelection.
    """
    known = {c["custom_id"] for _, c in walk(modal["components"]) if c.get("custom_id")}
    for custom_id in values:
        if custom_id not in known:
            raise errors.BadField(custom_id, None, 0, 0)
    rows = [_row(row, values, resolved) for row in modal["components"]]
    data: Json = {"custom_id": modal["custom_id"], "components": rows}
    return data | ({"resolved": resolved.data} if resolved.data else {})


def _find(components: Sequence[Json], custom_id: str, kinds: frozenset[int]) -> Json:
    usable = [c for _, c in walk(components) if c.get("type") in kinds and c.get("custom_id")]
    for item in usable:
        if item["custom_id"] == custom_id:
            if item.get("disabled"):
                raise errors.DisabledComponent(custom_id)
            return item
    raise errors.UnknownComponent(custom_id, tuple(c["custom_id"] for c in usable))


def _chosen(item: Json, values: Sequence[object], resolved: Resolved) -> list[str]:
    least, most = item.get("min_values", 1), item.get("max_values", 1)
    offered = tuple(o["value"] for o in item.get("options") or ())
    read = {
        USER_SELECT: resolved.person,
        ROLE_SELECT: resolved.role,
        MENTIONABLE_SELECT: resolved.mentionable,
        CHANNEL_SELECT: resolved.channel,
    }.get(item["type"], lambda v: str(v) if v in offered else None)
    chosen = [found for v in values if (found := read(v)) is not None]
    unique = len(set(chosen)) == len(values) == len(chosen)
    if not unique or not least <= len(chosen) <= most:
        given = tuple(map(str, values))
        raise errors.BadSelection(item["custom_id"], given, offered, least, most)
    return chosen


def _row(row: Json, values: Mapping[str, Value], resolved: Resolved) -> Json:
    shell = {"type": row["type"], "id": row.get("id", 0)}
    if row["type"] == ROW:
        inner = [_field(c, values, resolved) for c in row["components"]]
        return shell | {"components": inner}
    if row["type"] == LABEL:
        return shell | {"component": _field(row["component"], values, resolved)}
    return shell


def _field(item: Json, values: Mapping[str, Value], resolved: Resolved) -> Json:
    custom_id, kind = item["custom_id"], item["type"]
    shell = {"type": kind, "id": item.get("id", 0), "custom_id": custom_id}
    given = values.get(custom_id)
    if kind == TEXT_INPUT:
        return shell | {"value": _text(item, given)}
    if kind == CHECKBOX:
        return shell | {"value": str(given).casefold() == "true"}
    listed = [given] if isinstance(given, str) else list(given or ())
    if kind in SELECTS and (listed or item.get("required", True)):
        listed = _chosen(item, listed, resolved)
    return shell | {"values": listed, "value": listed[0] if listed else None}


def _text(item: Json, given: Value | None) -> str:
    text = str(item.get("value") or "") if given is None else str(given)
    required = item.get("required", True)
    least = max(item.get("min_length") or 0, 1 if required else 0)
    most = item.get("max_length") or MAX_TEXT
    if (text or required) and not least <= len(text) <= most:
        raise errors.BadField(item["custom_id"], len(text), least, most)
    return text
