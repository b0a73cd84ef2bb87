"""The components of a message and the fields of a form, as people see them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

LINK_STYLE = 5


class Kind(IntEnum):
    """What a person can use, with Discord's numbers."""

    BUTTON = 2
    STRING_SELECT = 3
    TEXT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8


@dataclass(frozen=True)
class Part:
    """A button, a select menu or a field; of a select menu `label` is the placeholder.

    `options` are pairs of label and value. A link has a `url` and no custom id.
    """

    kind: Kind
    label: str
    custom_id: str | None
    disabled: bool = False
    url: str | None = None
    emoji: str | None = None
    style: int = 0
    options: tuple[tuple[str, str], ...] = ()
    value: str = ""
    required: bool = True
    longest: int | None = None

    def named(self, name: str) -> bool:
        """Whether this is meant by a label, by a custom id or by how a custom id begins."""
        return name == self.label or (
            self.custom_id is not None and self.custom_id.startswith(name) and bool(name)
        )


@dataclass(frozen=True)
class Form:
    """A modal that the bot opened."""

    title: str
    custom_id: str
    fields: tuple[Part, ...]

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """What is filled in, by custom id; `given` may name fields by their labels."""
        filled = {f.custom_id: f.value for f in self.fields if f.value}
        return filled | {the(self.fields, name).custom_id: v for name, v in given.items()}


def the(parts: Sequence[Part], name: str) -> Part:
    """The one part of that name."""
    exact = [part for part in parts if name in (part.label, part.custom_id)]
    found = exact or [part for part in parts if part.named(name)]
    assert len(found) == 1, f"{len(found)} of {[(p.label, p.custom_id) for p in parts]} are {name}"
    return found[0]


def parts_of(components: Sequence[Mapping[str, Any]]) -> tuple[Part, ...]:
    """All parts in a message's components, however deep."""
    return tuple(_part(item, "") for item in _walk(components) if item["type"] in set(Kind))


def form_of(modal: Mapping[str, Any]) -> Form:
    """A modal with its fields."""
    fields = tuple(_part(item, label) for label, item in _fields(modal["components"]))
    return Form(modal["title"], modal["custom_id"], fields)


def _fields(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for row in rows:
        if isinstance(row.get("component"), Mapping):
            yield str(row.get("label") or ""), row["component"]
        for item in row.get("components") or ():
            yield str(item.get("label") or ""), item


def _walk(components: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for item in components:
        yield item
        yield from _walk(item.get("components") or ())
        if isinstance(item.get("accessory"), Mapping):
            yield item["accessory"]


def _part(item: Mapping[str, Any], label: str) -> Part:
    return Part(
        Kind(item["type"]),
        label or str(item.get("label") or item.get("placeholder") or ""),
        item.get("custom_id"),
        disabled=bool(item.get("disabled")),
        url=item.get("url"),
        emoji=(item.get("emoji") or {}).get("name"),
        style=item.get("style") or 0,
        options=tuple((o["label"], o["value"]) for o in item.get("options") or ()),
        value=str(item.get("value") or ""),
        required=bool(item.get("required", True)),
        longest=item.get("max_length"),
    )
