"""Discord's newer messages, whose text and boxes are components, drawn in reading order."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import RenderableType
from rich.rule import Rule
from rich.style import Style as Look
from rich.text import Text

from bot.console.controls import CONTAINER, SECTION, SEPARATOR, TEXT
from bot.console.ink import QUIET, Barred, colour, inked
from bot.console.markdown import Reader
from bot.console.pictures import media

Json = dict[str, Any]


def layout(
    components: Iterable[Json], reader: Reader, *, revealed: bool = False
) -> Iterator[RenderableType]:
    """Yield the texts, boxes, rules and pictures of a component tree, without its controls."""
    for item in components:
        kind = item["type"]
        if kind == CONTAINER:
            inside = layout(item["components"], reader, revealed=revealed)
            yield Barred(inside, colour(item.get("accent_color")))
        elif kind == TEXT:
            yield inked(item["content"], reader, revealed=revealed)
        elif kind == SEPARATOR:
            yield Rule(style=QUIET) if item.get("divider", True) else Text("")
        elif kind == SECTION:
            yield from layout([*item["components"], item["accessory"]], reader, revealed=revealed)
        else:
            yield from (Text(line, Look(color=QUIET, italic=True)) for line in media(item))
