"""What can be wrong with a file that is imported, and with its rows; light to be imported."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from recsys.errors import RecsysError


class Fault(StrEnum):
    """What is wrong with a row."""

    MISSING = "missing"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_LINK = "not_a_link"
    DUPLICATE = "duplicate"
    NOT_JSON = "not_json"
    WRONG_TYPE = "wrong_type"
    TOO_MANY_FIELDS = "too_many_fields"
    UNKNOWN_ITEM = "unknown_item"
    SHORTENED = "shortened"
    """Not wrong: a description is cut where it is longer than is kept."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one place of a file; `limit` is what it may be, or the line it repeats."""

    file: str
    line: int
    column: str
    fault: Fault
    found: str = ""
    limit: int | None = None


@dataclass(eq=False)
class FileEmpty(RecsysError):
    """There is no row in a file."""

    path: Path


@dataclass(eq=False)
class NotText(RecsysError):
    """A file is not text in UTF-8; `at` is the first byte that is not."""

    path: Path
    at: int


@dataclass(eq=False)
class NoColumn(RecsysError):
    """A table has no column of that name; `found` are those it has."""

    path: Path
    column: str
    found: tuple[str, ...]


@dataclass(eq=False)
class UnknownFolder(RecsysError):
    """A folder holds no data set that is known."""

    path: Path


@dataclass(eq=False)
class ImportBroken(RecsysError):
    """Rows are wrong, and so nothing was written; the first of `broken` problems are told."""

    path: Path
    problems: tuple[Problem, ...]
    broken: int
    good: int
