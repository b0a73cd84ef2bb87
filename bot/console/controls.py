"""The buttons, menus and form fields of Discord's component trees, numbered for a keyboard."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from bot.local.exchange import Modal, SentMessage

ROW, BUTTON, SELECT, TEXT_INPUT = 1, 2, 3, 4
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER, LABEL = 9, 10, 11, 12, 13, 14, 17, 18
SELECTS = frozenset({3, 5, 6, 7, 8})
LINK = 5
CHOSEN = {5: "a member", 6: "a role", 7: "a member or a role", 8: "a channel"}

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """A button; `number` is what to type, None for a link, which only a browser follows."""

    label: str
    number: int | None
    custom_id: str = ""
    style: int = 2
    disabled: bool = False
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Menu:
    """A select menu; `options` are pairs of shown label and sent value."""

    number: int
    custom_id: str
    placeholder: str
    options: tuple[tuple[str, str], ...]
    chosen: frozenset[str] = frozenset()
    maximum: int = 1
    disabled: bool = False
    kind: int = SELECT

    @property
    def of(self) -> str | None:
        """What there is to choose, where the options are not the menu's own."""
        return CHOSEN.get(self.kind)

    def value(self, typed: str) -> str:
        """Return the value of an option by its number, label or value; else the text itself."""
        if typed.isdecimal() and 1 <= int(typed) <= len(self.options):
            return self.options[int(typed) - 1][1]
        same = (v for label, v in self.options if typed.casefold() in (label.casefold(), v))
        return next(same, typed)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    custom_id: str
    label: str
    required: bool = True
    value: str = ""
    placeholder: str = ""
    options: tuple[tuple[str, str], ...] = ()
    is_menu: bool = False

    def read(self, typed: str) -> str | list[str]:
        """Return what is sent for what was typed: of a menu, the values of what was named."""
        if not self.is_menu:
            return typed
        values = {label.casefold(): value for label, value in self.options}
        named = [part.strip() for part in typed.split(",") if part.strip()]
        return [values.get(part.casefold(), part) for part in named]

    @property
    def offer(self) -> str:
        """What can be chosen, in one line; empty for a text."""
        return " | ".join(label for label, _ in self.options)

    @property
    def key(self) -> str:
        """What to call it on one line: its label in small letters, spaces as hyphens."""
        return "-".join(self.label.casefold().split())


@dataclass(frozen=True, slots=True)
class Controls:
    """What can be pressed on one message."""

    buttons: tuple[Button, ...]
    menus: tuple[Menu, ...]

    @property
    def menu_alone(self) -> bool:
        """Whether there is a menu and no button to press, so that a number can only mean it."""
        pressable = any(b.number is not None and not b.disabled for b in self.buttons)
        return not pressable and len(self.menus) == 1 and not self.menus[0].disabled

    @property
    def numbered(self) -> bool:
        """Whether a number means something here."""
        return self.menu_alone or any(b.number is not None for b in self.buttons)

    def button(self, number: int) -> Button | None:
        """Return the button of that number, or None."""
        return next((b for b in self.buttons if b.number == number), None)


def walk(components: Iterable[Json]) -> Iterator[Json]:
    """Yield every component of a tree in reading order, parents first."""
    for item in components:
        yield item
        yield from walk(item.get("components") or ())
        for single in ("component", "accessory"):
            if single in item:
                yield from walk([item[single]])


def controls(message: SentMessage) -> Controls:
    """Return a message's buttons and menus, each kind numbered from 1 in reading order."""
    items = list(walk(message.components))
    buttons: list[Button] = []
    for item in (i for i in items if i["type"] == BUTTON):
        pressable = sum(b.number is not None for b in buttons)
        buttons.append(_button(item, pressable + 1))
    menus = [i for i in items if i["type"] in SELECTS]
    return Controls(tuple(buttons), tuple(_menu(i, n) for n, i in enumerate(menus, 1)))


def fields(modal: Modal) -> tuple[Field, ...]:
    """Return a form's fields in order, each with the label it is shown under."""
    found = []
    label = ""
    for item in walk(modal.components):
        if item["type"] == LABEL:
            label = item.get("label", "")
        elif item["type"] in SELECTS | {TEXT_INPUT}:
            found.append(_field(item, label))
    return tuple(found)


def _button(item: Json, number: int) -> Button:
    emoji = (item.get("emoji") or {}).get("name") or ""
    label = " ".join(part for part in (emoji, item.get("label") or "") if part)
    is_link = item.get("style") == LINK
    return Button(
        label=label,
        number=None if is_link else number,
        custom_id=item.get("custom_id", ""),
        style=item.get("style", 2),
        disabled=item.get("disabled", False),
        url=item.get("url"),
    )


def _menu(item: Json, number: int) -> Menu:
    options = item.get("options") or ()
    return Menu(
        number=number,
        custom_id=item["custom_id"],
        placeholder=item.get("placeholder") or "Make a selection",
        options=tuple((o["label"], str(o["value"])) for o in options),
        chosen=frozenset(str(o["value"]) for o in options if o.get("default")),
        maximum=item.get("max_values", 1),
        disabled=item.get("disabled", False),
        kind=item["type"],
    )


def _field(item: Json, label: str) -> Field:
    return Field(
        custom_id=item["custom_id"],
        label=item.get("label") or label or item["custom_id"],
        required=item.get("required", True),
        value=item.get("value") or "",
        placeholder=item.get("placeholder") or "",
        options=tuple((o["label"], str(o["value"])) for o in item.get("options") or ()),
        is_menu=item["type"] in SELECTS,
    )
