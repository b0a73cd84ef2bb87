"""Writes items to a file that brings them back as they are."""

import csv
import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from recsys.faults import CannotWrite, FolderMissing
from recsys.nouns import Item
from recsys.parsing import COLUMNS

_NOTHING = (None, "", ())  # 0 is a year


def write_items(items: Iterable[Item], path: Path) -> int:
    """Write items as JSON Lines where the name ends in .jsonl or .ndjson, else as CSV.

    The file is written aside and takes its name at once. Returns how many. Raises FolderMissing
    or CannotWrite.
    """
    if not path.parent.is_dir():
        raise FolderMissing(path.parent)
    write = _as_lines if path.suffix.casefold() in {".jsonl", ".ndjson"} else _as_table
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
            part = Path(folder) / path.name
            with part.open("w", encoding="utf-8", newline="") as file:
                number = write(items, file)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
    except OSError as error:  # it would name the file aside
        raise CannotWrite(path, error.strerror or str(error)) from error
    return number


def _as_table(items: Iterable[Item], file: TextIO) -> int:
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    number = 0
    for item in items:
        row = (getattr(item, name) for name in COLUMNS)
        writer.writerow("|".join(x) if isinstance(x, tuple) else x for x in row)
        number += 1
    return number


def _as_lines(items: Iterable[Item], file: TextIO) -> int:
    number = 0
    for item in items:
        values = ((name, getattr(item, name)) for name in COLUMNS)
        row = {name: value for name, value in values if value not in _NOTHING}
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
        number += 1
    return number
