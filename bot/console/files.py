"""Files that the person at the keyboard names, read to be sent: nothing else is ever opened."""

import os
import re
import stat
from itertools import islice
from pathlib import Path

from bot.console.errors import NoSuchFile, NoSuchFolder, NotAFile, UnreadableFile
from bot.local.errors import FileTooLarge

QUOTES = ("'", '"')
_ESCAPED = re.compile(r"\\(.)")
_MOST_LISTED = 1000


def read_file(typed: str, limit: int) -> tuple[str, bytes]:
    """The name and the bytes of a file; `typed` is its path, from the working folder or `~`.

    Raises NoSuchFile, NoSuchFolder, NotAFile, UnreadableFile, or FileTooLarge beyond `limit` bytes.
    """
    path = _path(typed)
    try:
        _check(path, limit)
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise _missing(path) from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(typed, getattr(error, "strerror", None) or str(error)) from None
    if len(content) > limit:
        raise FileTooLarge(path.name, len(content), limit)
    return path.name, content


def _path(typed: str) -> Path:
    """The path that is meant; a file that is dragged into a terminal comes quoted or escaped."""
    quoted = len(typed) > 1 and typed[0] in QUOTES and typed[-1] == typed[0]
    text = typed[1:-1] if quoted else typed
    path = _expanded(text)
    return path if os.path.lexists(path) else _expanded(_ESCAPED.sub(r"\1", text))


def _expanded(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # there is nobody of that name whose home it could be
        raise NoSuchFolder(text.partition("/")[0]) from None


def _check(path: Path, limit: int) -> None:
    """Before it is opened: a pipe or a device would keep us waiting, or never end."""
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise NotAFile(str(path), folder=stat.S_ISDIR(found.st_mode))
    if found.st_size > limit:
        raise FileTooLarge(path.name, found.st_size, limit)


def _missing(path: Path) -> NoSuchFile | NoSuchFolder:
    folder = path.absolute().parent
    if not folder.is_dir():
        return NoSuchFolder(str(folder))
    try:
        known = [one.name for one in islice(folder.iterdir(), _MOST_LISTED) if one.is_file()]
    except OSError:
        known = []
    return NoSuchFile(path.name, str(folder), tuple(sorted(known)))
