"""How pictures and files are named where they cannot be shown."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.console.controls import FILE, GALLERY, THUMBNAIL
from bot.local.exchange import Attachment

Json = dict[str, Any]

_KILO = 1000


def picture_name(url: str) -> str:
    """Return the file name at the end of a picture's address."""
    return url.removeprefix("attachment://").partition("?")[0].rpartition("/")[2] or url


def file_line(attachment: Attachment) -> str:
    """Return a file's name, size and alternative text in one line."""
    parts = [attachment.filename, size(len(attachment.content)), attachment.description]
    return f"⟨file: {' · '.join(part for part in parts if part)}⟩"


def size(count: int) -> str:
    """Return a number of bytes in the unit that reads best."""
    if count < _KILO:
        return f"{count} bytes"
    if count < _KILO**2:
        return f"{count / _KILO:.1f} kB"
    return f"{count / _KILO**2:.1f} MB"


def media(item: Json) -> Iterator[str]:
    """Yield a line for each picture or file of a component."""
    kind = item["type"]
    shown: Iterable[Json] = ()
    if kind == GALLERY:
        shown = item["items"]
    elif kind in (THUMBNAIL, FILE):
        shown = [{**item, "media": item.get("media") or item.get("file")}]
    for one in shown:
        about = f" · {one['description']}" if one.get("description") else ""
        yield f"⟨{'file' if kind == FILE else 'image'}: {picture_name(one['media']['url'])}{about}⟩"
