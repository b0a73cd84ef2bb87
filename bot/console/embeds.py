"""An embed as a card."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from rich.console import RenderableType
from rich.style import Style as Look
from rich.table import Table
from rich.text import Text

from bot.console.ink import QUIET, Barred, Pen, colour
from bot.console.markdown import Reader, local_time
from bot.console.pictures import pictures, shown_files
from bot.local.exchange import Attachment

NARROW = 50
_FIELDS_A_ROW = 3
Json = dict[str, Any]


def card(embed: Json, files: Iterable[Attachment], pen: Pen, width: int) -> Barred:
    """Return an embed drawn for `width` columns; inline fields share a row where there is room.

    `files` are those uploaded with its message, which its pictures may be.
    """
    return Barred(_parts(embed, files, pen, width), colour(embed.get("color")))


def _parts(
    embed: Json, files: Iterable[Attachment], pen: Pen, width: int
) -> Iterator[RenderableType]:
    if author := embed.get("author", {}).get("name"):
        yield Text(author, Look(color=QUIET, bold=True))
    if title := embed.get("title"):
        yield pen.write(title, Look(bold=True, link=embed.get("url")))
    if description := embed.get("description"):
        yield pen.write(description)
    columns = 1 if width < NARROW else _FIELDS_A_ROW
    for part in _fields(embed.get("fields") or (), pen, columns):
        yield Text("")
        yield part
    for line in pictures(embed, files, pen.reader):
        yield Text(line, Look(color=QUIET, italic=True))
    yield from pen.previews(shown_files(embed, files), width)
    if footer := _footer(embed, pen.reader):
        yield Text("")
        yield Text(footer, Look(color=QUIET))


def _fields(fields: Iterable[Json], pen: Pen, columns: int) -> Iterator[RenderableType]:
    for inline, run in groupby(fields, key=lambda f: bool(f.get("inline"))):
        items = [_field(f, pen) for f in run]
        size = columns if inline else 1
        for start in range(0, len(items), size):
            yield _row(items[start : start + size], size)


def _row(items: list[Text], size: int) -> RenderableType:
    if size == 1:
        return items[0]
    row = Table.grid(padding=(0, 2), expand=True)
    for _ in range(min(size, len(items))):
        row.add_column(ratio=1, overflow="fold")
    row.add_row(*items)
    return row


def _field(field: Json, pen: Pen) -> Text:
    name = pen.write(field["name"], Look(bold=True))
    return Text("\n").join([name, pen.write(field["value"])])


def _footer(embed: Json, reader: Reader) -> str:
    text = embed.get("footer", {}).get("text", "")
    stamp = local_time(embed.get("timestamp"), reader)
    return " · ".join(part for part in (text, stamp) if part)
