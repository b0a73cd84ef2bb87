"""What `/shelf import` does in a thread: as `warmer items import` does, but tried first."""

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.fuzz import ratio

from bot.app import App
from bot.i18n import Tongue
from bot.taste_text import shelf_name
from bot.tasting import shelf, shelves
from game.turn import Turn
from recsys.faults import Fault, ImportBroken, Problem
from recsys.importer import Imported
from recsys.nouns import Shelf
from recsys.refusals import UnknownShelf
from recsys.wording import search_key

_STRANGE = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 80
_ALIKE = 75.0
"""From here on, out of 100, the names of two shelves are thought to be mistaken for each other."""


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
    """What a file would bring onto a shelf, and what is wrong with it; the first of it is told.

    A shelf that is still to be made has the id 0, and `near` is one there is of nearly its name.
    """

    shelf: Shelf
    items: int
    broken: int
    shortened: int
    problems: Sequence[Problem]
    near: Shelf | None = None

    @property
    def fresh(self) -> bool:
        """Whether the shelf is still to be made."""
        return not self.shelf.id


def try_out(
    app: App, turn: Turn, wanted: str | None, given: Given, way: Way, tongue: Tongue
) -> Tried:
    """Check a file for a shelf there is or a new one, and write nothing.

    Raises UnknownShelf where there is none and none is named, BadShelfName, or what is wrong with
    all of the file.
    """
    home, near = _home(app, turn, wanted, tongue)
    try:
        done = _use(app, turn, home if home.id else home.name, given, way, dry_run=True)
    except ImportBroken as error:
        wrong = [one for one in error.problems if one.fault is not Fault.SHORTENED]
        return Tried(home, error.items, error.broken, 0, wrong, near)
    return Tried(home, done.rows, done.broken, done.shortened, done.problems, near)


def bring(app: App, turn: Turn, shelf_id: int, given: Given, way: Way, tongue: Tongue) -> Imported:
    """Import a file that was tried. Raises UnknownShelf, or what is wrong with it all the same."""
    home = shelf(app, turn.server_id, shelf_id, tongue)
    return _use(app, turn, home, given, way, dry_run=False)


def bring_new(app: App, turn: Turn, name: str, given: Given, way: Way) -> Imported:
    """Make a shelf and import a file that was tried onto it, both or neither.

    One that has got that name meanwhile is used. Raises what is wrong with it all the same.
    """
    return _use(app, turn, name, given, way, dry_run=False)


def _use(
    app: App, turn: Turn, home: Shelf | str, given: Given, way: Way, *, dry_run: bool
) -> Imported:
    with _lying(given) as path:
        return app.recommenders.library.import_items(
            turn.server_id,
            home,
            path,
            skip_broken=way.skip_broken,
            restore=way.restore,
            dry_run=dry_run,
        )


def _home(app: App, turn: Turn, wanted: str | None, tongue: Tongue) -> tuple[Shelf, Shelf | None]:
    """The shelf that is meant; or what a new one would be, and one of nearly its name."""
    try:
        return shelf(app, turn.server_id, wanted, tongue), None
    except UnknownShelf:
        if wanted is None:
            raise
    new = app.recommenders.library.draft(turn.server_id, wanted)
    known = shelves(app, turn.server_id)
    same = next((one for one in known if one.name == new.name), None)
    return (same, None) if same else (new, _nearest(new, known, tongue))


def _nearest(new: Shelf, known: Sequence[Shelf], tongue: Tongue) -> Shelf | None:
    def likeness(one: Shelf) -> float:
        names = (one.name, shelf_name(one, tongue))
        return max(ratio(search_key(new.name), search_key(name)) for name in names)

    near = max(known, key=likeness, default=None)
    return near if near and likeness(near) >= _ALIKE else None


@contextmanager
def _lying(given: Given) -> Iterator[Path]:
    """The file on disk, for as long as it is read."""
    with tempfile.TemporaryDirectory(prefix="warmer-import-") as folder:
        path = Path(folder) / given.name
        path.write_bytes(given.content)
        yield path
