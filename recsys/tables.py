"""Reads records from files: tables with commas, semicolons or tabs, JSON Lines, a JSON array."""

import csv
import json
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TextIO

from recsys.faults import BadJson, Fault, FileEmpty, NoColumn, NotAFile, NotText, Problem

FIELD = 16 * 2**20
"""So many characters one field of a CSV file may have before it is taken for a broken file."""
LINES = 1000
"""So many lines a row of a table may go on before a quote in it is taken for one left open."""
_SHOWN = 60
_DELIMITERS = (",", ";", "\t")
_NAMES = {
    "id": "external_id", "item_id": "external_id", "name": "title", "overview": "description",
    "genres": "tags", "categories": "tags", "link": "url", "image_url": "image",
}  # fmt: skip


class Bad(Exception):
    """A field is wrong; for `Problem`. What is found should lie from `least` to `limit`."""

    def __init__(
        self,
        column: str,
        fault: Fault,
        found: object = "",
        limit: float | None = None,
        least: float | None = None,
    ) -> None:
        super().__init__(column, fault)
        self.column, self.fault, self.limit, self.least = column, fault, limit, least
        self.found = shown(found)

    def at(self, file: str, line: int) -> Problem:
        """The problem, with its place."""
        return Problem(file, line, self.column, self.fault, self.found, self.limit, self.least)


Record = tuple[int, Mapping[str, object] | Bad]
"""The line of a record, and its fields by our names of columns or what is wrong with it."""


def records(path: Path, *needed: str) -> Iterator[Record]:
    """Every record of a file, in its order.

    A table must have one of the columns needed. Raises FileEmpty, NotText, NoColumn, NotAFile,
    BadJson or OSError.
    """
    if path.exists() and not path.is_file():
        raise NotAFile(path)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            first = next((line for line in file if line.strip()), None)
            if first is None:
                raise FileEmpty(path)
            file.seek(0)
            if first.lstrip().startswith("{"):
                yield from _lines(file)
            elif first.lstrip().startswith("["):
                yield from _array(file.read(), path)
            else:
                yield from _table(file, path, needed)
    except UnicodeDecodeError as error:
        raise NotText(path, _first_wrong(path)) from error


def shown(value: object) -> str:
    """A value short enough to be shown in a complaint."""
    text = " ".join(str(value).split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def named(name: str) -> str:
    """Our name of a column."""
    plain = name.strip().casefold().replace(" ", "_")
    return _NAMES.get(plain, plain)


class _Endless(Exception):
    """A row goes on for more lines than any should."""


class _Pages:
    """The lines of a file, of which those of the row being read can be gone back to."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self._before = 0

    @property
    def start(self) -> int:
        """The number of the first line of the row."""
        return self._before + 1

    @property
    def first(self) -> str:
        """The first line of the row."""
        return self._row[0] if self._row else ""

    def begin(self) -> None:
        """Begin a row at the next line."""
        self._before += len(self._row)
        self._row.clear()

    def back(self, kept: int = 1) -> None:
        """Go back to the second line of the row, or to where so many lines of it are kept."""
        self._again.extendleft(reversed(self._row[kept:]))
        del self._row[kept:]

    def __iter__(self) -> "_Pages":
        return self

    def __next__(self) -> str:
        if len(self._row) == LINES:
            raise _Endless
        line = self._again.popleft() if self._again else next(self._file)
        self._row.append(line)
        return line


def _table(file: TextIO, path: Path, needed: tuple[str, ...]) -> Iterator[Record]:
    # The module's limit is everybody's: raised, never lowered.
    csv.field_size_limit(max(FIELD, csv.field_size_limit()))
    pages = _Pages(file)
    delimiter, names = _header(pages, needed)
    rows = _rows(pages, delimiter)
    head = next(rows)
    if isinstance(head, Bad) or not {*needed} & {*names}:
        raise NoColumn(path, needed[0], names)
    keys = [named(name) for name in head]
    found, whole = False, True
    for row in rows:
        found = True
        if isinstance(row, Bad):
            whole = False
            yield pages.start, row
        elif any(row[len(head) :]):
            extra = delimiter.join(row[len(head) :])
            yield pages.start, Bad("", Fault.TOO_MANY_FIELDS, extra, len(head))
        elif not whole and len(row) < len(head):
            # What an open quote began goes on here: no row of its own.
            yield pages.start, Bad("", Fault.OPEN_QUOTE, pages.first)
        else:
            whole = True
            yield pages.start, dict(zip(keys, row, strict=False))
    if not found:
        raise FileEmpty(path)


def _header(pages: _Pages, needed: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What the columns are separated by, and our names of them as far as the first line has them.

    The header is there to be read again afterwards.
    """
    line = next(line for line in pages if line.strip())
    pages.back(0)
    read = {mark: next(csv.reader([line], delimiter=mark)) for mark in _DELIMITERS}
    names = {mark: tuple(named(name) for name in row) for mark, row in read.items()}
    best = max(_DELIMITERS, key=lambda mark: (bool({*needed} & {*names[mark]}), len(names[mark])))
    return best, names[best]


def _rows(pages: _Pages, delimiter: str) -> Iterator[list[str] | Bad]:
    """The rows of a table; after one that is broken the reading goes on at its second line."""
    reader = csv.reader(pages, delimiter=delimiter, strict=True, skipinitialspace=True)
    while True:
        pages.begin()
        try:
            row = next(reader, None)
        except (csv.Error, _Endless):
            pages.back()
            yield Bad("", Fault.OPEN_QUOTE, pages.first)
            continue
        if row is None:
            return
        if row:
            yield row


def _lines(file: TextIO) -> Iterator[Record]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
        except (ValueError, RecursionError):
            yield number, Bad("", Fault.NOT_JSON, line)
            continue
        yield number, _fields(found, line)


def _array(text: str, path: Path) -> Iterator[Record]:
    """The elements of a JSON array, one after the other, so that each is told with its line."""
    decoder, line, seen, at, found = json.JSONDecoder(), 1, 0, text.index("[") + 1, False
    while True:
        at = _next(text, at)
        line, seen = line + text.count("\n", seen, at), at
        if text.startswith("]", at) and not text[at + 1 :].strip():
            break
        if found:
            if not text.startswith(",", at):
                raise BadJson(path, line)
            at = _next(text, at + 1)
            line, seen = line + text.count("\n", seen, at), at
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise BadJson(path, line) from error
        found = True
        yield line, _fields(value, text[at : min(end, at + 2 * _SHOWN)])
        at = end
    if not found:
        raise FileEmpty(path)


def _next(text: str, at: int) -> int:
    """The next place where no blank stands."""
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _fields(found: object, text: str) -> Mapping[str, object] | Bad:
    if isinstance(found, dict):
        return {named(str(name)): value for name, value in found.items()}
    return Bad("", Fault.NOT_JSON, text)


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
