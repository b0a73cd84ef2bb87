"""How pictures and files are named where they cannot be shown."""

from collections.abc import Iterable, Iterator
from typing import Any

from bot.console.controls import FILE, GALLERY, THUMBNAIL, walk
from bot.console.markdown import Reader
from bot.local.exchange import Attachment, SentMessage

Json = dict[str, Any]

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_KILO = 1000
_PLACES = ("thumbnail", "image")


def picture_name(url: str) -> str:
    """Return the file name at the end of a picture's address."""
    return url.removeprefix("attachment://").partition("?")[0].rpartition("/")[2] or url


def pictures(embed: Json, files: Iterable[Attachment], reader: Reader) -> Iterator[str]:
    """Yield a line for each picture of an embed, with what its file says where it was uploaded."""
    uploaded = {f"attachment://{f.filename}": f for f in files}
    for place in _PLACES:
        if url := embed.get(place, {}).get("url"):
            yield file_line(uploaded[url], reader) if url in uploaded else _named(url)


def shown_files(embed: Json, files: Iterable[Attachment]) -> tuple[Attachment, ...]:
    """Return the uploaded files that an embed shows."""
    urls = {embed.get(place, {}).get("url") for place in _PLACES}
    return tuple(f for f in files if f"attachment://{f.filename}" in urls)


def _named(url: str) -> str:
    return f"⟨image: {picture_name(url)}⟩"


def loose_files(message: SentMessage) -> tuple[Attachment, ...]:
    """Return the files that Discord lists below a message: those no embed or component shows."""
    shown = {e.get(place, {}).get("url") for e in message.embeds for place in _PLACES}
    for item in walk(message.components):
        media_of = (
            item.get("media"),
            item.get("file"),
            *(i["media"] for i in item.get("items", ())),
        )
        shown |= {one["url"] for one in media_of if one}
    return tuple(a for a in message.attachments if f"attachment://{a.filename}" not in shown)


def file_line(attachment: Attachment, reader: Reader) -> str:
    """Return where a file lies (else its name), its size and alternative text in one line."""
    kind = "image" if attachment.filename.casefold().endswith(_PICTURES) else "file"
    name = reader.saved(attachment) or attachment.filename
    parts = [name, size(len(attachment.content)), attachment.description]
    return f"⟨{kind}: {' · '.join(part for part in parts if part)}⟩"


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
