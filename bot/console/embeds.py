"""An embed as a card."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from rich.console import RenderableType
from rich.style import Style as Look
from rich.table import Table
from rich.text import Text

from bot.console.ink import QUIET, Barred, colour, inked
from bot.console.markdown import Reader, local_time
from bot.console.pictures import picture_name

NARROW = 50
_FIELDS_A_ROW = 3
Json = dict[str, Any]


def card(embed: Json, reader: Reader, width: int, *, revealed: bool = False) -> Barred:
    """Return an embed drawn for `width` columns; inline fields share a row where there is room."""
    return Barred(_parts(embed, reader, width, revealed=revealed), colour(embed.get("color")))


def _parts(embed: Json, reader: Reader, width: int, *, revealed: bool) -> Iterator[RenderableType]:
    if author := embed.get("author", {}).get("name"):
        yield Text(author, Look(color=QUIET, bold=True))
    if title := embed.get("title"):
        drawn = inked(title, reader, revealed=revealed)
        drawn.stylize_before(Look(bold=True, link=embed.get("url")))
        yield drawn
    if description := embed.get("description"):
        yield inked(description, reader, revealed=revealed)
    columns = 1 if width < NARROW else _FIELDS_A_ROW
    for part in _fields(embed.get("fields") or (), reader, columns, revealed=revealed):
        yield Text("")
        yield part
    yield from _pictures(embed)
    if footer := _footer(embed, reader):
        yield Text("")
        yield Text(footer, Look(color=QUIET))


def _fields(
    fields: Iterable[Json], reader: Reader, columns: int, *, revealed: bool
) -> Iterator[RenderableType]:
    for inline, run in groupby(fields, key=lambda f: bool(f.get("inline"))):
        items = [_field(f, reader, revealed=revealed) for f in run]
        size = columns if inline else 1
        for start in range(0, len(items), size):
            yield _row(items[start : start + size], size if inline else 1)


def _row(items: list[Text], size: int) -> RenderableType:
    if size == 1:
        return items[0]
    row = Table.grid(padding=(0, 2), expand=True)
    for _ in range(min(size, len(items))):
        row.add_column(ratio=1, overflow="fold")
    row.add_row(*items)
    return row


def _field(field: Json, reader: Reader, *, revealed: bool) -> Text:
    name = inked(field["name"], reader, revealed=revealed)
    name.stylize_before(Look(bold=True))
    return Text("\n").join([name, inked(field["value"], reader, revealed=revealed)])


def _pictures(embed: Json) -> Iterator[RenderableType]:
    for place in ("thumbnail", "image"):
        if url := embed.get(place, {}).get("url"):
            yield Text(f"⟨{place}: {picture_name(url)}⟩", Look(color=QUIET, italic=True))


def _footer(embed: Json, reader: Reader) -> str:
    text = embed.get("footer", {}).get("text", "")
    stamp = local_time(embed.get("timestamp"), reader)
    return " · ".join(part for part in (text, stamp) if part)
