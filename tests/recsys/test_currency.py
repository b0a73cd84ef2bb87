"""What was removed or added since a model was made is not, or is, in what it answers."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from recsys.nouns import Basket, Item, ItemStatus, Shelf
from recsys.refusals import UnknownItem
from recsys.taste import Tastes
from store.baskets import SqlBaskets
from store.engine import Database
from store.shelves import SqlShelves

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNE = 71

Later = list[Callable[[], object]]


@pytest.fixture
def shelf(fill: Callable[..., Shelf], shelves: SqlShelves) -> Shelf:
    """A shelf with a basket that holds its first five items twice."""
    made = fill()
    ids = [item.id for item in shelves.items(made.id)[:5]]
    with shelves.importing(made.id) as work:
        work.put_baskets([Basket(f"b{n}", tuple(ids)) for n in range(2)])
        work.commit()
    return made


@pytest.fixture
def later() -> Later:
    """What was put off."""
    return []


@pytest.fixture
def tastes(
    open_tastes: Callable[..., Tastes], shelf: Shelf, later: Later, sqlite_database: Database
) -> Tastes:
    """Use cases whose model is made, and will not be made anew by itself."""
    made = open_tastes(later=later.append, baskets=SqlBaskets(sqlite_database))
    made.search(shelf, "sea")
    return made


ASKED = {
    "similar": lambda tastes, _, item: [x for x, _ in tastes.similar(item).items],
    "search": lambda tastes, shelf, item: [x for x, _ in tastes.search(shelf, item.title).items],
    "near": lambda tastes, shelf, item: tastes.near(shelf, item.title, 10),
    "pairs": lambda tastes, _, item: [x for x, _ in tastes.pairs(item)],
    "swaps": lambda tastes, _, item: tastes.swaps(item),
}


@pytest.mark.parametrize("asked", ASKED)
def test_removed_at_once(
    tastes: Tastes, shelf: Shelf, shelves: SqlShelves, later: Later, asked: str
) -> None:
    """What is taken off a shelf is in no list from then on, and others fill its place."""
    [item, *_] = shelves.items(shelf.id)
    before = ASKED[asked](tastes, shelf, item)
    gone = [one.id for one in before if one != item][:2]
    assert len(gone) == 2
    shelves.remove(shelf.id, gone)
    after = ASKED[asked](tastes, shelf, item)
    assert {one.id for one in after}.isdisjoint(gone)
    if asked != "pairs":  # of which there are four
        assert len(after) == len(before)
    assert len(later) == 1


def new_item(shelves: SqlShelves, shelf: Shelf) -> Item:
    """An item that comes onto a shelf."""
    with shelves.importing(shelf.id) as work:
        work.put_items([Item(shelf.id, "new", "Brand New", "Quite long.", ("sea",))])
        work.commit()
    return shelves.by_external(shelf.id, ["new"])["new"]


@pytest.mark.parametrize("asked", ["similar", "pairs", "swaps"])
def test_new_at_once(tastes: Tastes, shelf: Shelf, shelves: SqlShelves, asked: str) -> None:
    """What has just come onto a shelf is known to whoever asks about it by name."""
    item = new_item(shelves, shelf)
    tastes.rate(item, ANNE, 5)
    found = ASKED[asked](tastes, shelf, item)
    assert all(isinstance(one, Item) for one in found)
    assert tastes.explain(item, ANNE).item == item
    if asked == "similar":
        assert found[0].title.startswith("sea")


def test_never_there(tastes: Tastes, shelf: Shelf, shelves: SqlShelves, later: Later) -> None:
    """What waits to be approved is unknown, and no model is made in vain."""
    wish = Item(shelf.id, "wish", "A Wish", status=ItemStatus.SUGGESTED, suggested_by=ANNE)
    shelves.suggest(wish, 5)
    [stored] = shelves.items(shelf.id, (ItemStatus.SUGGESTED,))
    learned = tastes._slots.get(shelf)
    with pytest.raises(UnknownItem):
        tastes.similar(stored)
    assert tastes._slots.get(shelf) is learned
    assert len(later) == 1


def test_found_items_are_whole(tastes: Tastes, shelf: Shelf, shelves: SqlShelves) -> None:
    """What a model leaves out of its items is there in what is found."""
    item = new_item(shelves, shelf)
    assert tastes.similar(item).items[0][0].description == ""
    assert item in [one for one, _ in tastes.search(shelf, "Brand New").items]
    assert tastes.explain(item, ANNE).item.description == "Quite long."
