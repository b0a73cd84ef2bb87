"""Discord's newer messages, whose text and boxes are components, drawn in reading order."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import RenderableType
from rich.rule import Rule
from rich.style import Style as Look
from rich.text import Text

from bot.console.controls import CONTAINER, SECTION, SEPARATOR, TEXT
from bot.console.ink import QUIET, Barred, Pen, colour
from bot.console.pictures import media

Json = dict[str, Any]


def layout(components: Iterable[Json], pen: Pen) -> Iterator[RenderableType]:
    """Yield the texts, boxes, rules and pictures of a component tree, without its controls."""
    for item in components:
        kind = item["type"]
        if kind == CONTAINER:
            inside = layout(item["components"], pen)
            yield Barred(inside, colour(item.get("accent_color")))
        elif kind == TEXT:
            yield pen.write(item["content"])
        elif kind == SEPARATOR:
            yield Rule(style=QUIET) if item.get("divider", True) else Text("")
        elif kind == SECTION:
            yield from layout([*item["components"], item["accessory"]], pen)
        else:
            yield from (Text(line, Look(color=QUIET, italic=True)) for line in media(item))
