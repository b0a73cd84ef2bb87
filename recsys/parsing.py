"""Reads items from files, row by row: what is good as items, what is not as problems."""

import csv
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TextIO

from recsys.faults import Fault, FileEmpty, NoColumn, NotText, Problem
from recsys.nouns import Item
from recsys.wording import slug

TITLE, DESCRIPTION, TAG, TAGS, LINK, ID = 200, 4000, 60, 50, 2000, 200
"""The most characters of each, and the most tags of an item."""
FIRST_YEAR, LAST_YEAR = -5000, 2200
FIELD = 16 * 2**20
"""So many characters one field of a CSV file may have before it is taken for a broken file."""
_SHOWN = 60
_SEPARATORS = str.maketrans("|\n", ";;")
_NAMES = {
    "id": "external_id", "item_id": "external_id", "name": "title", "overview": "description",
    "genres": "tags", "categories": "tags", "link": "url", "image_url": "image",
}  # fmt: skip
COLUMNS = ("external_id", "title", "description", "tags", "year", "url", "image")


@dataclass(frozen=True, slots=True)
class Row:
    """A good row; the item is on no shelf yet. `note` tells what was done to it."""

    file: str
    line: int
    item: Item
    note: Problem | None = None


class Bad(Exception):
    """A field is wrong; for `Problem`."""

    def __init__(
        self, column: str, fault: Fault, found: object = "", limit: int | None = None
    ) -> None:
        super().__init__(column, fault)
        self.column, self.fault, self.limit = column, fault, limit
        self.found = shown(found)

    def at(self, file: str, line: int) -> Problem:
        """The problem, with its place."""
        return Problem(file, line, self.column, self.fault, self.found, self.limit)


def read_items(path: Path) -> Iterator[Row | Problem]:
    """The rows of a CSV or JSON Lines file. Raises FileEmpty, NotText, NoColumn or OSError."""
    for line, fields in records(path, "title"):
        try:
            if isinstance(fields, Bad):
                raise fields
            yield make_row(path.name, line, fields)
        except Bad as bad:
            yield bad.at(path.name, line)


def records(path: Path, *needed: str) -> Iterator[tuple[int, Mapping[str, object] | Bad]]:
    """The line and the fields of each record, by our names of columns.

    A table must have one of the columns needed.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = next((line for line in file if line.strip()), None)
            if first is None:
                raise FileEmpty(path)
            file.seek(0)
            if first.lstrip().startswith("{"):
                yield from _lines(file)
            else:
                yield from _table(file, path, needed)
    except UnicodeDecodeError as error:
        raise NotText(path, _first_wrong(path)) from error


def make_row(file: str, line: int, fields: Mapping[str, object]) -> Row:
    """A good row of named fields. Raises Bad."""
    title = text_of(fields, "title", TITLE)
    if not title:
        raise Bad("title", Fault.MISSING)
    year = _year(fields.get("year"))
    description, cut = _description(fields)
    item = Item(
        0,
        text_of(fields, "external_id", ID) or slug(title, year) or title,
        title,
        description,
        _tags(fields.get("tags")),
        year,
        _link(fields, "url"),
        _link(fields, "image"),
    )
    note = Problem(file, line, "description", Fault.SHORTENED, str(cut), DESCRIPTION)
    return Row(file, line, item, note if cut else None)


def text_of(fields: Mapping[str, object], column: str, limit: int) -> str:
    """A field as one line of clean text. Raises Bad."""
    found = " ".join(_plain(fields.get(column), column).split())
    if len(found) > limit:
        raise Bad(column, Fault.TOO_LONG, found, limit)
    return found


def shown(value: object) -> str:
    """A value short enough to be shown in a complaint."""
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _table(
    file: TextIO, path: Path, needed: tuple[str, ...]
) -> Iterator[tuple[int, Mapping[str, object] | Bad]]:
    # The module's limit is everybody's: raised, never lowered.
    csv.field_size_limit(max(FIELD, csv.field_size_limit()))
    reader = csv.DictReader(file, restkey="")
    names = tuple(named(name) for name in reader.fieldnames or ())
    if not {*needed} & {*names}:
        raise NoColumn(path, needed[0], names)
    reader.fieldnames = names
    line = reader.line_num
    rows = iter(reader)
    found = False
    while True:
        start = line + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            line = reader.line_num
            yield start, Bad("", Fault.TOO_MANY_FIELDS, error)
            continue
        line = reader.line_num
        if row is None:
            break
        found = True
        extra = row.pop("", None)
        yield start, Bad("", Fault.TOO_MANY_FIELDS, extra) if extra else row
    if not found:
        raise FileEmpty(path)


def _lines(file: TextIO) -> Iterator[tuple[int, Mapping[str, object] | Bad]]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            yield number, Bad("", Fault.NOT_JSON, line)
            continue
        if isinstance(found, dict):
            yield number, {named(str(name)): value for name, value in found.items()}
        else:
            yield number, Bad("", Fault.NOT_JSON, line)


def named(name: str) -> str:
    """Our name of a column."""
    plain = name.strip().casefold().replace(" ", "_")
    return _NAMES.get(plain, plain)


def _plain(value: object, column: str) -> str:
    """A value as text, without control characters, in NFC. Raises Bad for lists and the like."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise Bad(column, Fault.WRONG_TYPE, value)
    text = unicodedata.normalize("NFC", str(value).replace("\r\n", "\n").replace("\r", "\n"))
    text = text.encode(errors="replace").decode()  # half a surrogate pair fits in no database
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip()


def _description(fields: Mapping[str, object]) -> tuple[str, int]:
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
        raise Bad("year", Fault.OUT_OF_RANGE, text, LAST_YEAR)
    return int(year)


def _link(fields: Mapping[str, object], column: str) -> str | None:
    link = text_of(fields, column, LINK)
    if link and (not link.startswith(("https://", "http://")) or " " in link):
        raise Bad(column, Fault.NOT_A_LINK, link)
    return link or None


def _first_wrong(path: Path) -> int:
    """The first byte that is not UTF-8, found a block at a time."""
    at, rest = 0, b""
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            try:
                (rest + block).decode()
                at, rest = at + len(rest) + len(block), b""
            except UnicodeDecodeError as error:
                if error.end < len(rest) + len(block) - 3:
                    return at + error.start
                whole = rest + block
                at, rest = at + error.start, whole[error.start :]
    return at
