"""What can go wrong in the recommender. Errors carry fields; `bot` has the words for them."""

from pathlib import Path


class RecsysError(Exception):
    """The base of all errors of this package."""


class DatasetMissing(RecsysError):
    """A file of a data set is not there."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class DatasetBroken(RecsysError):
    """A line of a file lacks a column, or holds something else than it should."""

    def __init__(self, path: Path, line: int, column: str) -> None:
        super().__init__(path, line, column)
        self.path, self.line, self.column = path, line, column


class SplitEmpty(RecsysError):
    """A file of a split holds nothing that could be learned, told or found."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path
