"""A message's buttons and menus as numbered chips."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.style import Style as Look
from rich.text import Text

from bot.console.controls import Button, Controls, Menu
from bot.console.ink import QUIET

_STYLES = {
    1: Look(color="bright_white", bgcolor="blue", bold=True),
    2: Look(color="bright_white", bgcolor="grey30", bold=True),
    3: Look(color="bright_white", bgcolor="dark_green", bold=True),
    4: Look(color="bright_white", bgcolor="dark_red", bold=True),
}


def chips(controls: Controls) -> Iterator[RenderableType]:
    """Yield the row of buttons, then each menu."""
    if controls.buttons:
        yield Text("  ").join(map(_chip, controls.buttons))
    for menu in controls.menus:
        yield _menu(menu, alone=controls.menu_alone)


def _chip(button: Button) -> Text:
    # No-break spaces keep a chip in one piece where a row of them wraps.
    label = button.label.replace(" ", "\u00a0")
    if button.number is None:
        return Text(f"{label} ↗", Look(color="bright_blue", underline=True, link=button.url))
    if button.disabled:
        return Text(f"[–]\u00a0{label}", Look(color=QUIET))
    return Text.assemble(
        (f"[{button.number}]", Look(bold=True)),
        (f"\u00a0{label}\u00a0", _STYLES.get(button.style, _STYLES[2])),
    )


def _menu(menu: Menu, *, alone: bool) -> Text:
    name = "" if menu.number == 1 else f"{menu.number} "
    drawn = Text(f"▾ {menu.placeholder}", Look(bold=not menu.disabled, dim=menu.disabled))
    for number, (label, value) in enumerate(menu.options, 1):
        mark = "●" if value in menu.chosen else "○"
        drawn.append(f"\n  {mark} {number}. {label}", Look(bold=False, dim=menu.disabled))
    if not menu.disabled:
        what = f"NAME chooses {menu.of}" if menu.of else "N chooses"
        how = what if alone and not menu.of else f":select {name}{what}"
        drawn.append(f"\n  {how}", Look(color=QUIET, bold=False))
    return drawn
