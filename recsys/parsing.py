"""Reads items from files, row by row: what is good as items, what is not as problems."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from recsys.faults import Fault, Problem
from recsys.naming import undated
from recsys.nouns import Item
from recsys.tables import Bad, records
from recsys.wording import slug

TITLE, DESCRIPTION, TAG, TAGS, LINK, ID = 200, 4000, 60, 50, 2000, 200
"""The most characters of each, and the most tags of an item."""
FIRST_YEAR, LAST_YEAR = -5000, 2200
_SEPARATORS = str.maketrans("|\n", ";;")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Unicode's category Cc but for tabs and ends of lines."""
COLUMNS = ("external_id", "title", "description", "tags", "year", "url", "image")


Fields = Mapping[str, object]
"""A record by the names of its columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """A good row; the item is on no shelf yet. `note` tells what was done to it."""

    file: str
    line: int
    item: Item
    note: Problem | None = None


def _as_is(fields: Fields) -> Fields:
    return fields


def read_items(path: Path, meant: Callable[[Fields], Fields] = _as_is) -> Iterator[Row | Problem]:
    """The rows of a file, each made of what `meant` takes its record for; that may raise Bad.

    Raises what `recsys.tables.records` does.
    """
    for line, fields in records(path, "title"):
        try:
            if isinstance(fields, Bad):
                raise fields
            yield make_row(path.name, line, meant(fields))
        except Bad as bad:
            yield bad.at(path.name, line)


def make_row(file: str, line: int, fields: Fields) -> Row:
    """A good row of named fields. Raises Bad."""
    title = text_of(fields, "title", TITLE)
    if not title:
        raise Bad("title", Fault.MISSING)
    year = _year(fields.get("year"))
    description, cut = _description(fields)
    item = Item(
        0,
        text_of(fields, "external_id", ID) or slug(title, year) or title,
        undated(title, year),
        description,
        _tags(fields.get("tags")),
        year,
        _link(fields, "url"),
        _link(fields, "image"),
    )
    note = Problem(file, line, "description", Fault.SHORTENED, str(cut), DESCRIPTION)
    return Row(file, line, item, note if cut else None)


def text_of(fields: Fields, column: str, limit: int) -> str:
    """A field as one line of clean text. Raises Bad."""
    found = " ".join(_plain(fields.get(column), column).split())
    if len(found) > limit:
        raise Bad(column, Fault.TOO_LONG, found, limit)
    return found


def _plain(value: object, column: str) -> str:
    """A value as text, without control characters, in NFC. Raises Bad for lists and the like."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Bad(column, Fault.WRONG_TYPE, value)
    text = str(value)
    if text.isascii() and text.isprintable():  # most are, and a file may have a million rows
        return text.strip()
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.encode(errors="replace").decode()  # half a surrogate pair fits in no database
    return _CONTROLS.sub("", text).strip()


def _description(fields: Fields) -> tuple[str, int]:
    """A description, and how long it was if it had to be cut: at a word's end, with an ellipsis."""
    text = _plain(fields.get("description"), "description")
    if len(text) <= DESCRIPTION:
        return text, 0
    kept = text[: DESCRIPTION - 1]
    words = kept.rsplit(maxsplit=1)[0] if any(c.isspace() for c in kept) else kept
    return words.rstrip() + "…", len(text)


def _tags(value: object) -> tuple[str, ...]:
    parts = value if isinstance(value, list) else [value]
    texts = (_plain(part, "tags").translate(_SEPARATORS).split(";") for part in parts)
    tags = dict.fromkeys(" ".join(tag.split()).casefold() for tag in chain.from_iterable(texts))
    tags.pop("", None)
    if len(tags) > TAGS:
        raise Bad("tags", Fault.TOO_MANY, len(tags), TAGS)
    for tag in tags:
        if len(tag) > TAG:
            raise Bad("tags", Fault.TOO_LONG, tag, TAG)
    return tuple(tags)


def _year(value: object) -> int | None:
    text = _plain(value, "year")
    if not text:
        return None
    try:
        year = float(text)
    except ValueError as error:
        raise Bad("year", Fault.NOT_A_NUMBER, text) from error
    if not year.is_integer() or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Bad("year", Fault.OUT_OF_RANGE, text, LAST_YEAR, FIRST_YEAR)
    return int(year)


def _link(fields: Fields, column: str) -> str | None:
    link = text_of(fields, column, LINK)
    if link and (not link.startswith(("https://", "http://")) or " " in link):
        raise Bad(column, Fault.NOT_A_LINK, link)
    return link or None
