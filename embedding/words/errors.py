"""What can be wrong with the word table's file."""

from dataclasses import dataclass
from pathlib import Path


class WordsError(Exception):
    """The word table cannot be used."""


@dataclass(eq=False)
class WordsMissing(WordsError):
    """There is no readable file at `path`."""

    path: Path


@dataclass(eq=False)
class WordsDamaged(WordsError):
    """The file is not what was written; `part` is header, checksum or content."""

    path: Path
    part: str


@dataclass(eq=False)
class WordsTooNew(WordsError):
    """The file has another format than this version of Warmer reads."""

    path: Path
    found: object
    wanted: int


@dataclass(eq=False)
class SourceMissing(WordsError):
    """What the words are built from is not there.

    `source` is wordnet, scowl, profanities, frequencies or pairs; `path` where it was looked for,
    if anywhere.
    """

    source: str
    path: Path | None = None


@dataclass(eq=False)
class GloveMissing(WordsError):
    """GloVe's vectors could not be had; `detail` says why."""

    detail: str
