"""The contract of shelves, items and baskets, on every database."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from game.model import Server
from recsys.nouns import Basket, Item, ItemStatus, Opinion, Shelf, ShelfKind, Verdict, Written
from recsys.refusals import AlreadyThere, ShelfNameTaken, TooManySuggestions, UnknownShelf
from store.baskets import SqlBaskets
from store.engine import Database
from store.errors import UnknownServer
from store.opinions import SqlOpinions
from store.schema import METADATA
from store.shelves import SqlShelves
from store.work import SqlGameStore

HERE, THERE = 900, 901
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNE = 7_100_000_000_000_000_001


def host(database: Database, server_id: int) -> None:
    """Make a server known."""
    with SqlGameStore(database).working() as work:
        work.add_server(Server(server_id, "UTC", 7, date(2026, 11, 1)))
        work.commit()


@pytest.fixture
def shelves(database: Database) -> SqlShelves:
    """The store, with two servers known."""
    host(database, HERE)
    host(database, THERE)
    return SqlShelves(database)


@pytest.fixture
def films(shelves: SqlShelves) -> Shelf:
    """An empty shelf."""
    return shelves.open_shelf(HERE, "films", ShelfKind.FILMS)


@pytest.fixture
def put(shelves: SqlShelves, films: Shelf) -> Callable[..., Written]:
    """Imports items that last."""

    def run(*items: Item) -> Written:
        with shelves.importing(films.id) as work:
            written = work.put_items(items)
            work.commit()
        return written

    return run


def item(films: Shelf, name: str, title: str = "", **more: object) -> Item:
    """An item with something in every field."""
    made = Item(
        films.id, name, title or f"The {name}", f"About {name}\nand more", ("drama", "sea"), 1999,
        "https://example.org/x", "https://example.org/x.png",
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


def test_one_shelf_a_name(shelves: SqlShelves, films: Shelf) -> None:
    """A shelf is opened once on each server, and found by name and by id."""
    assert shelves.open_shelf(HERE, "films", ShelfKind.OWN) == films
    other = shelves.open_shelf(THERE, "films", ShelfKind.FILMS)
    assert other.id != films.id
    assert shelves.shelves(HERE) == [films]
    assert shelves.shelves() == [films, other]
    assert shelves.shelf(HERE, "films") == shelves.shelf_of(films.id) == films
    assert shelves.shelf(HERE, "books") is None


def test_unknown_server_has_no_shelf(shelves: SqlShelves) -> None:
    """A server that is not stored gets none."""
    with pytest.raises(UnknownServer):
        shelves.open_shelf(902, "films", ShelfKind.FILMS)


def test_items_come_back_as_they_were(
    shelves: SqlShelves, films: Shelf, put: Callable[..., Written]
) -> None:
    """Every field of an item is kept, and so is one that has the fewest."""
    full, bare = item(films, "a"), Item(films.id, "b", "水")
    assert put(full, bare) == Written(added=2)
    found = shelves.items(films.id)
    assert [replace(one, id=0) for one in found] == [full, bare]
    assert list(shelves.walk(films.id)) == list(found)
    assert shelves.items_of([one.id for one in found]) == {one.id: one for one in found}
    assert shelves.by_external(films.id, ["b", "c"]) == {"b": found[1]}


def test_import_again_changes_what_differs(
    shelves: SqlShelves, films: Shelf, put: Callable[..., Written]
) -> None:
    """Items keep their ids, what is equal counts as the same, and what was removed stays so."""
    put(item(films, "a"), item(films, "b"))
    first, second = shelves.items(films.id)
    assert shelves.remove(films.id, [second.id]) == 1
    assert shelves.remove(films.id, [second.id]) == 0
    assert shelves.items(films.id) == [first]
    changed = item(films, "a", year=2000)
    written = put(changed, item(films, "b"), item(films, "c"))
    assert written == Written(added=1, changed=1, removed=1)
    assert put(changed, item(films, "b"), item(films, "c")) == Written(same=2, removed=1)
    assert [one.year for one in shelves.items(films.id)] == [2000, 1999]
    with shelves.importing(films.id) as work:
        again = [changed, item(films, "b", year=2001), item(films, "c")]
        assert work.put_items(again, restore=True) == Written(changed=1, same=2)
        work.commit()
    found = shelves.items(films.id)
    assert [one.id for one in found][:2] == [first.id, second.id]
    assert [one.year for one in found] == [2000, 2001, 1999]


def test_import_again_makes_nothing_new(
    shelves: SqlShelves, films: Shelf, put: Callable[..., Written]
) -> None:
    """Items keep when they were added, or that nobody knows, changed and restored ones too."""
    later = NOW + timedelta(days=1)
    put(item(films, "a", added=NOW), item(films, "b", added=NOW), item(films, "c"))
    shelves.remove(films.id, [shelves.by_external(films.id, ["b"])["b"].id])
    again = [item(films, name, year=2001, added=later) for name in "abcd"]
    with shelves.importing(films.id) as work:
        assert work.put_items(again, restore=True) == Written(added=1, changed=3)
        same = [item(films, "a", year=2001, added=later)]
        assert work.put_items(same) == Written(same=1)
        work.commit()
    found = {one.external_id: (one.year, one.added) for one in shelves.items(films.id)}
    assert found == {"a": (2001, NOW), "b": (2001, NOW), "c": (2001, None), "d": (2001, later)}


def test_suggestions_are_new_once_they_are_approved(shelves: SqlShelves, films: Shelf) -> None:
    """Approval says when an item was added; wished for again or declined, it keeps its date."""
    wish = item(films, "a", status=ItemStatus.SUGGESTED, suggested_by=ANNE, added=NOW)
    days = [NOW + timedelta(days=day) for day in range(4)]
    stored = shelves.suggest(wish, 2)
    assert stored.added == NOW
    assert shelves.settle(stored.id, ItemStatus.LIVE, days[1])
    assert shelves.items_of([stored.id])[stored.id].added == days[1]
    shelves.remove(films.id, [stored.id])
    assert shelves.suggest(replace(wish, added=days[2]), 2).added == days[1]
    assert shelves.settle(stored.id, ItemStatus.REMOVED)
    assert shelves.items_of([stored.id])[stored.id].added == days[1]


def test_import_that_does_not_commit_leaves_nothing(shelves: SqlShelves, films: Shelf) -> None:
    """Whatever was put is not there afterwards."""
    with shelves.importing(films.id) as work:
        work.put_items([item(films, str(number)) for number in range(1200)])
        assert len(work.ids()) == 1200
    assert shelves.items(films.id) == []


def test_titles_are_found_by_their_words(
    shelves: SqlShelves, films: Shelf, put: Callable[..., Written]
) -> None:
    """Case, accents and signs do not matter; the title itself comes first, then its beginnings."""
    titles = ["Amélie and the Sea", "The Fabulous Amélie", "Amélie", "100% Wolf", "100 Girls"]
    put(*(item(films, str(n), title) for n, title in enumerate(titles)))
    found = [one.title for one in shelves.titled(HERE, "AMELIE")]
    assert found == ["Amélie", "Amélie and the Sea", "The Fabulous Amélie"]
    assert [one.title for one in shelves.titled(HERE, "sea amelie")] == ["Amélie and the Sea"]
    found = [one.title for one in shelves.titled(HERE, "100%", films.id)]
    assert found == ["100% Wolf", "100 Girls"]
    assert len(shelves.titled(HERE, "", limit=2)) == 2
    assert shelves.titled(THERE, "amelie") == []


def test_suggestions_wait_for_a_decision(shelves: SqlShelves, films: Shelf) -> None:
    """A suggested item is not live, is decided on once, and there is a limit to them."""
    wish = item(films, "a", status=ItemStatus.SUGGESTED, suggested_by=ANNE)
    stored = shelves.suggest(wish, 2)
    assert stored == replace(wish, id=stored.id)
    for same in (wish, replace(wish, external_id="b"), replace(wish, title="Another")):
        with pytest.raises(AlreadyThere):
            shelves.suggest(same, 2)
    assert shelves.items(films.id) == []
    assert shelves.items(films.id, [ItemStatus.SUGGESTED]) == [stored]
    assert shelves.suggest(replace(wish, external_id="b", title="B"), 2).title == "B"
    with pytest.raises(TooManySuggestions):
        shelves.suggest(replace(wish, external_id="c", title="C"), 2)
    assert shelves.settle(stored.id, ItemStatus.LIVE)
    assert not shelves.settle(stored.id, ItemStatus.REMOVED)
    assert [one.status for one in shelves.items(films.id)] == [ItemStatus.LIVE]
    with shelves.importing(films.id) as work:
        assert work.put_items([item(films, "a", year=2001)]) == Written(changed=1)
        work.commit()
    [found] = shelves.items(films.id)
    assert (found.id, found.year, found.suggested_by) == (stored.id, 2001, ANNE)
    assert set(shelves.ids(films.id)) == {"a", "b"}


def test_shelves_are_renamed(shelves: SqlShelves, films: Shelf) -> None:
    """A name is one shelf's on its server; a shelf that is gone gets none."""
    shelves.open_shelf(THERE, "movies", ShelfKind.OWN)
    assert shelves.rename(films, "movies")
    assert shelves.shelf_of(films.id) == replace(films, name="movies")
    assert shelves.rename(films, "movies")
    books = shelves.open_shelf(HERE, "books", ShelfKind.BOOKS)
    with pytest.raises(ShelfNameTaken):
        shelves.rename(books, "movies")
    assert shelves.delete(books.id)
    assert not shelves.rename(books, "novels")


def test_shelves_are_deleted(
    database: Database, shelves: SqlShelves, films: Shelf, put: Callable[..., Written]
) -> None:
    """All that belongs to it goes, nothing else; and no id of it is ever given out again."""
    put(item(films, "a"), item(films, "b"))
    other = shelves.open_shelf(THERE, "films", ShelfKind.FILMS)
    one, two = (found.id for found in shelves.items(films.id))
    opinions = SqlOpinions(database)
    opinions.record(Opinion(films.id, ANNE, one, Verdict.LIKE, 5.0, NOW), 7)
    with shelves.importing(films.id) as work:
        work.put_baskets([Basket("x", (one, two))])
        work.commit()
    last = shelves.open_shelf(HERE, "books", ShelfKind.BOOKS)
    assert shelves.delete(films.id)
    assert shelves.delete(last.id)
    assert not shelves.delete(films.id)
    assert shelves.shelves() == [other]
    with database.reading() as connection:
        left = [
            connection.execute(select(func.count()).select_from(METADATA.tables[name])).scalar()
            for name in ("items", "opinions", "opinion_changes", "baskets", "basket_items", "fits")
        ]
    assert left == [0] * 6
    anew = shelves.open_shelf(HERE, "films", ShelfKind.FILMS)
    assert anew.id > last.id
    wish = Item(anew.id, "w", "W", status=ItemStatus.SUGGESTED)
    third = shelves.suggest(wish, 5).id
    with shelves.importing(anew.id) as work:
        work.put_items([Item(anew.id, "a", "A"), Item(anew.id, "b", "B")])
        work.commit()
    assert two < third < min(found.id for found in shelves.items(anew.id))
    assert len(shelves.items(anew.id, tuple(ItemStatus))) == 3
    with pytest.raises(UnknownShelf), shelves.importing(films.id):
        pass
    with pytest.raises(UnknownShelf):
        shelves.suggest(replace(wish, shelf_id=films.id), 5)


def test_imports_count_on(shelves: SqlShelves, films: Shelf, put: Callable[..., Written]) -> None:
    """Where the first to come after a shelf's end is an import, its items get new ids too."""
    put(item(films, "a"), item(films, "b"))
    last = max(found.id for found in shelves.items(films.id))
    shelves.delete(films.id)
    anew = shelves.open_shelf(HERE, "films", ShelfKind.FILMS)
    with shelves.importing(anew.id) as work:
        work.put_items([Item(anew.id, name, name) for name in "abc"])
        work.commit()
    assert min(found.id for found in shelves.items(anew.id, tuple(ItemStatus))) > last


def test_pools_are_of_one_name(shelves: SqlShelves, films: Shelf) -> None:
    """A pooled shelf learns with the other pooled ones of its name, and alone otherwise."""
    books = shelves.open_shelf(THERE, "books", ShelfKind.BOOKS)
    other = shelves.open_shelf(THERE, "films", ShelfKind.FILMS)
    for shelf in (books, other):
        shelves.set_pooled(shelf.id, pooled=True)
    assert shelves.pool(films.id) == []
    assert shelves.set_pooled(films.id, pooled=True)
    assert not shelves.set_pooled(films.id, pooled=True)
    assert shelves.pool(films.id) == [replace(other, pooled=True)]
    shelves.set_pooled(other.id, pooled=False)
    assert shelves.pool(films.id) == []


def test_baskets_are_replaced(
    database: Database, shelves: SqlShelves, films: Shelf, put: Callable[..., Written]
) -> None:
    """A basket of the same id replaces the one before; an item in it twice is in it once."""
    put(*(item(films, name) for name in "abc"))
    one, two, three = (found.id for found in shelves.items(films.id))
    for second in ((one, two, two), (three,)):
        with shelves.importing(films.id) as work:
            work.put_baskets([Basket("x", (one, three)), Basket("y", second)])
            work.commit()
    assert SqlBaskets(database).baskets(films.id) == [
        Basket("x", (one, three)),
        Basket("y", (three,)),
    ]


def test_figures_count_what_is_there(
    shelves: SqlShelves, films: Shelf, put: Callable[..., Written]
) -> None:
    """The overview has every shelf of a server, empty ones too."""
    put(item(films, "a"), item(films, "b"))
    shelves.suggest(item(films, "c", status=ItemStatus.SUGGESTED, suggested_by=ANNE), 5)
    books = shelves.open_shelf(HERE, "books", ShelfKind.BOOKS)
    first, second = shelves.figures(HERE)
    assert (first.shelf, first.items, first.suggested) == (books, 0, 0)
    assert (second.shelf, second.items, second.suggested, second.opinions) == (films, 2, 1, 0)
    assert second.fit is None


@pytest.mark.parametrize(("before", "after"), [(-1, -2), (-2, -1), (1999, None), (None, 0)])
def test_every_other_year_is_a_change(
    put: Callable[..., Written], shelves: SqlShelves, films: Shelf,
    before: int | None, after: int | None,
) -> None:  # fmt: skip
    """What differs in a year alone is written, those too that Python's hash takes for one."""
    put(item(films, "a", "Medea", year=before))
    assert put(item(films, "a", "Medea", year=after)) == Written(changed=1)
    assert [one.year for one in shelves.items(films.id)] == [after]
    assert put(item(films, "a", "Medea", year=after)) == Written(same=1)
