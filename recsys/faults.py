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
    OPEN_QUOTE = "open_quote"
    """A quote in a table is not closed, or stands undoubled within a quoted text."""
    NOT_A_TIME = "not_a_time"
    UNKNOWN_ITEM = "unknown_item"
    SHORTENED = "shortened"
    """Not wrong: a description is cut where it is longer than is kept."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in one place of a file.

    `limit` is the most it may be, or the line it repeats; `least` the least it may be.
    """

    file: str
    line: int
    column: str
    fault: Fault
    found: str = ""
    limit: float | None = None
    least: float | None = None


@dataclass(eq=False)
class FileEmpty(RecsysError):
    """There is no row in a file."""

    path: Path


@dataclass(eq=False)
class NotAFile(RecsysError):
    """What should be read more than once is no plain file: a pipe, perhaps, or a folder."""

    path: Path


@dataclass(eq=False)
class BadJson(RecsysError):
    """A JSON array is broken at that line, and so nothing after it can be made out."""

    path: Path
    line: int


@dataclass(eq=False)
class CannotWrite(RecsysError):
    """A file cannot be written; `detail` is what the system says."""

    path: Path
    detail: str


@dataclass(eq=False)
class FolderMissing(RecsysError):
    """There is no such folder to write into."""

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
    """Rows are wrong, and so nothing was written; the first of `broken` problems are told.

    The others would bring so many items, ratings and baskets.
    """

    path: Path
    problems: tuple[Problem, ...]
    broken: int
    items: int = 0
    ratings: int = 0
    baskets: int = 0
