"""What the commands about shelves do in a thread: each one call to the use cases, or a few."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.app import App
from bot.i18n import Tongue
from bot.tasting import figures, home, known_item, shelf, shelves
from game.turn import Turn
from recsys.nouns import Item, ItemStatus, Shelf, ShelfFigures


@dataclass(frozen=True, slots=True)
class Waiting:
    """What members wish onto a shelf."""

    shelf: Shelf
    items: Sequence[Item]


@dataclass(frozen=True, slots=True)
class Wished:
    """A wish as it was typed."""

    title: str
    year: int | None
    tags: str
    about: str


@dataclass(frozen=True, slots=True)
class Pooled:
    """A shelf, and with how many others of its name it learns."""

    shelf: Shelf
    others: int


def create(app: App, turn: Turn, name: str) -> tuple[Shelf, bool]:
    """The shelf of that name, and whether it was made now. Raises BadShelfName."""
    before = {one.id for one in shelves(app, turn.server_id)}
    made = app.recommenders.library.open_shelf(turn.server_id, name)
    return made, made.id not in before


def suggest(
    app: App, turn: Turn, wanted: str | None, wished: Wished, tongue: Tongue, *, granted: bool
) -> tuple[Shelf, Item]:
    """Note a wish, and grant it at once if `granted`.

    Raises UnknownShelf, AlreadyThere, TooManySuggestions or BadField.
    """
    library = app.recommenders.library
    home = shelf(app, turn.server_id, wanted, tongue)
    kept = library.suggest(
        home, turn.member_id, wished.title, description=wished.about, tags=wished.tags,
        year=wished.year,
    )  # fmt: skip
    return home, library.approve(kept.id) if granted else kept


def waiting(app: App, turn: Turn, wanted: str | int | None, tongue: Tongue) -> Waiting:
    """What is wished for. Raises UnknownShelf."""
    home = shelf(app, turn.server_id, wanted, tongue)
    return Waiting(home, app.recommenders.library.suggestions(home))


def wished(app: App, turn: Turn, item_id: int) -> tuple[Shelf, Item]:
    """What is wished for, and for which shelf. Raises UnknownItem."""
    found = app.recommenders.library.item(turn.server_id, item_id, (ItemStatus.SUGGESTED,))
    return home(app, found), found


def standing(app: App, turn: Turn, item_id: int) -> tuple[Shelf, Item]:
    """An item and its shelf. Raises UnknownItem."""
    found = known_item(app, turn.server_id, item_id)
    return home(app, found), found


def settle(app: App, turn: Turn, item_id: int, *, granted: bool) -> Item:
    """Grant a wish or not. Raises NotSuggested or UnknownItem."""
    library = app.recommenders.library
    found = library.item(turn.server_id, item_id, tuple(ItemStatus))
    return library.approve(found.id) if granted else library.decline(found.id)


def remove(app: App, turn: Turn, item_id: int) -> tuple[Item, bool]:
    """Take an item off its shelf, and whether it was there. Raises UnknownItem."""
    library = app.recommenders.library
    found = library.item(turn.server_id, item_id, (ItemStatus.LIVE, ItemStatus.REMOVED))
    return found, bool(library.remove(home(app, found), [found.id]))


def demo(app: App, turn: Turn, kind: str) -> tuple[Shelf, int]:
    """Put one of our own shelves up; how many things are on it."""
    made = app.recommenders.library.demo(turn.server_id, kind)
    return made, len(app.recommenders.library.items(made))


def rename(app: App, turn: Turn, wanted: str, name: str, tongue: Tongue) -> tuple[Shelf, Shelf]:
    """Give a shelf another name: it before, and it now.

    Raises UnknownShelf, BadShelfName or ShelfNameTaken.
    """
    home = shelf(app, turn.server_id, wanted, tongue)
    return home, app.recommenders.library.rename(home, name)


def held(app: App, turn: Turn, wanted: str, tongue: Tongue) -> ShelfFigures:
    """A shelf with how much is on it. Raises UnknownShelf."""
    home = shelf(app, turn.server_id, wanted, tongue)
    return next(one for one in figures(app, turn.server_id) if one.shelf.id == home.id)


def delete(app: App, turn: Turn, shelf_id: int) -> Shelf | None:
    """Delete a shelf of the place, model and all; None where it is gone already."""
    home = next((one for one in shelves(app, turn.server_id) if one.id == shelf_id), None)
    if home is None or not app.recommenders.library.delete(home):
        return None
    app.recommenders.tastes.drop(turn.server_id)
    return home


def pooled(app: App, turn: Turn, wanted: str | int, tongue: Tongue) -> Pooled:
    """Whether a shelf learns with others, and with how many. Raises UnknownShelf."""
    home = shelf(app, turn.server_id, wanted, tongue)
    return Pooled(home, len(app.recommenders.library.store.pool(home.id)))


def set_pooled(app: App, turn: Turn, shelf_id: int, tongue: Tongue, *, wanted: bool) -> Pooled:
    """Let a shelf learn with others, or alone. Raises UnknownShelf."""
    home = shelf(app, turn.server_id, shelf_id, tongue)
    app.recommenders.library.set_pooled(home, pooled=wanted)
    return pooled(app, turn, shelf_id, tongue)
