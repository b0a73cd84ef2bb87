"""What `/shelf import` does in a thread: as `warmer items import` does, but tried first."""

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.app import App
from bot.i18n import Tongue
from bot.tasting import shelf
from game.turn import Turn
from recsys.faults import Fault, ImportBroken, Problem
from recsys.importer import Imported
from recsys.nouns import Shelf

_STRANGE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Given:
    """A file as a member sent it."""

    filename: str
    content: bytes

    @property
    def name(self) -> str:
        """A name that is one in every folder."""
        return _STRANGE.sub("_", self.filename).strip(".")[-_LONGEST_NAME:] or "file"


@dataclass(frozen=True, slots=True)
class Way:
    """How a file is to be imported: without its broken rows, and with what was removed before."""

    skip_broken: bool = False
    restore: bool = False


@dataclass(frozen=True, slots=True)
class Tried:
    """What a file would bring onto a shelf, and what is wrong with it; the first of it is told."""

    shelf: Shelf
    items: int
    broken: int
    shortened: int
    problems: Sequence[Problem]


def try_out(
    app: App, turn: Turn, wanted: str | None, given: Given, way: Way, tongue: Tongue
) -> Tried:
    """Check a file, and write nothing. Raises UnknownShelf, or what is wrong with all of it."""
    home = shelf(app, turn.server_id, wanted, tongue)
    try:
        done = _use(app, home, given, way, dry_run=True)
    except ImportBroken as error:
        wrong = [one for one in error.problems if one.fault is not Fault.SHORTENED]
        return Tried(home, error.items, error.broken, 0, wrong)
    return Tried(home, done.rows, done.broken, done.shortened, done.problems)


def bring(app: App, turn: Turn, shelf_id: int, given: Given, way: Way, tongue: Tongue) -> Imported:
    """Import a file that was tried. Raises UnknownShelf, or what is wrong with it all the same."""
    return _use(app, shelf(app, turn.server_id, shelf_id, tongue), given, way, dry_run=False)


def _use(app: App, home: Shelf, given: Given, way: Way, *, dry_run: bool) -> Imported:
    with _lying(given) as path:
        done = app.recommenders.library.import_items(
            home.server_id,
            home.name,
            path,
            skip_broken=way.skip_broken,
            restore=way.restore,
            dry_run=dry_run,
        )
    done.shelf = home
    return done


@contextmanager
def _lying(given: Given) -> Iterator[Path]:
    """The file on disk, for as long as it is read."""
    with tempfile.TemporaryDirectory(prefix="warmer-import-") as folder:
        path = Path(folder) / given.name
        path.write_bytes(given.content)
        yield path
