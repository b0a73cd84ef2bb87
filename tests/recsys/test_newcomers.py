"""Items know when they came onto a shelf, and models tell new ones from unloved ones by that."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recsys.library import Library
from recsys.nouns import Item, Shelf
from recsys.taste import Tastes
from store.baskets import SqlBaskets
from store.engine import Database
from store.shelves import SqlShelves

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
BEFORE, AFTER = NOW - timedelta(days=1), NOW + timedelta(days=1)
HERE, ANNE = 900, 71
RATED, UNRATED = 30, 10


@pytest.fixture
def at(sqlite_database: Database, shelves: SqlShelves) -> Callable[[datetime], Library]:
    """The use cases of shelves at a moment."""

    def open_at(moment: datetime) -> Library:
        baskets = SqlBaskets(sqlite_database)
        return Library(shelves, baskets, lambda: None, lambda: moment, lambda _: None)

    return open_at


@pytest.fixture
def put(at: Callable[[datetime], Library], tmp_path: Path) -> Callable[..., Shelf]:
    """Imports items of these names at a moment."""

    def run(moment: datetime, *names: str) -> Shelf:
        path = tmp_path / "films.csv"
        path.write_text("external_id,title\n" + "".join(f"{x},Film {x}\n" for x in names))
        at(moment).import_items(HERE, "films", path)
        return at(moment).shelf(HERE, "films")

    return run


def held(library: Library, shelf: Shelf) -> dict[str, Item]:
    """The live items by title."""
    return {item.title: item for item in library.items(shelf)}


def test_items_know_when_they_came(
    at: Callable[[datetime], Library], put: Callable[..., Shelf]
) -> None:
    """When they were imported or approved; what is imported again does not come anew."""
    shelf = put(BEFORE, "a")
    put(NOW, "a", "b")
    wish = at(BEFORE).suggest(shelf, ANNE, "A Wish")
    assert wish.added == BEFORE
    assert at(AFTER).approve(wish.id).added == AFTER
    found = {title: item.added for title, item in held(at(AFTER), shelf).items()}
    assert found == {"Film a": BEFORE, "Film b": NOW, "A Wish": AFTER}
    demo = at(NOW).demo(HERE, "books")
    assert {item.added for item in at(NOW).items(demo)} == {NOW}


def test_models_tell_new_items_from_unloved_ones(
    at: Callable[[datetime], Library], put: Callable[..., Shelf], tastes: Tastes
) -> None:
    """After forty ratings without them old items are hardly new; what came since then is."""
    names = [f"{n}" for n in range(RATED + UNRATED)]
    shelf = put(BEFORE, *names)
    items = held(at(NOW), shelf)
    tastes.search(shelf, "film")  # a model of before
    for n in range(RATED + UNRATED):
        tastes.rate(items[f"Film {n % RATED}"], ANNE + n // RATED, 4.5)
    wish = at(BEFORE).suggest(shelf, ANNE, "A Wish")
    at(AFTER).approve(wish.id)
    put(AFTER, *names, "later")
    learned = tastes._slots.get(shelf)
    found = {item.title: learned.model.newness[learned.row(item)] for item in learned.items}
    assert found.pop("A Wish") == found.pop("Film later") == 1
    assert len(found) == RATED + UNRATED
    assert max(found.values()) < 0.6


def test_opinions_on_what_a_shelf_lacks_make_nothing_old(
    at: Callable[[datetime], Library], put: Callable[..., Shelf], tastes: Tastes,
    fill: Callable[..., Shelf], shelves: SqlShelves,
) -> None:  # fmt: skip
    """A pooled shelf's opinions count where they are on items that this one has, too."""
    shelf, other = put(BEFORE, "i0", "x"), fill(server_id=901)
    for pooled in (shelf, other):
        shelves.set_pooled(pooled.id, pooled=True)
    learned = tastes._slots.get(shelf)
    counted = len(learned.model.opinions)
    assert 0 < counted < 24
    assert learned.model.newness.tolist() == [2 / (2 + counted)] * 2
