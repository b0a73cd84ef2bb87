"""What becomes of a shelf that two change at once, on a database that lets both write."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection

from game.model import BoardKey, Entry, Mode, Puzzle, PuzzleKind, Server
from game.purging import Due, Reason, Terms
from recsys.nouns import (
    Fit,
    Item,
    ItemStatus,
    Opinion,
    Recorded,
    Shelf,
    ShelfKind,
    Verdict,
    Written,
)
from recsys.refusals import ShelfNameTaken, UnknownItem, UnknownShelf
from store import shelf_changes
from store.engine import Database
from store.importing import LOCK
from store.members import SqlMembers
from store.opinions import SqlOpinions
from store.purging import SqlPurging
from store.shelves import SqlShelves
from store.work import SqlGameStore

HERE = 900
ANNE = 7_100_000_000_000_000_001
DAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ASKED = Due(HERE, 0, Reason.ASKED, NOW)
WISH = Item(0, "w", "W", status=ItemStatus.SUGGESTED, suggested_by=ANNE)
Got = TypeVar("Got")
Step = Callable[[Connection], object]


@pytest.fixture
def store(postgres_database: Database) -> SqlShelves:
    """The store, with a server known."""
    with SqlGameStore(postgres_database).working() as work:
        work.add_server(Server(HERE, "UTC", 7, date(2026, 11, 1)))
        work.commit()
    return SqlShelves(postgres_database)


@pytest.fixture
def films(store: SqlShelves) -> Shelf:
    """A shelf with an item."""
    shelf = store.open_shelf(HERE, "films", ShelfKind.FILMS)
    with store.importing(shelf.id) as work:
        work.put_items([Item(shelf.id, "a", "A")])
        work.commit()
    return shelf


def meanwhile(database: Database, first: Step, second: Callable[[], Got], then: Step = bool) -> Got:
    """What a second transaction comes to that waits for the first."""
    with ThreadPoolExecutor(1) as other, database.writing() as connection:
        first(connection)
        result = other.submit(second)
        wait_for_locks(database, result)
        then(connection)
        connection.commit()
    return result.result()


def wait_for_locks(database: Database, *runs: Future[Any]) -> None:
    """Returns once as many transactions as run there wait for another to end."""
    query = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    waiting = 0
    while waiting < len(runs):
        assert not any(run.done() for run in runs)
        with database.reading() as connection:
            waiting = int(connection.exec_driver_sql(query).scalar_one())


def test_one_name_for_two_shelves(
    postgres_database: Database, store: SqlShelves, films: Shelf
) -> None:
    """Of two shelves that are given one name at once the later is told that it is taken."""
    books = store.open_shelf(HERE, "books", ShelfKind.BOOKS)
    with pytest.raises(ShelfNameTaken) as refused:
        meanwhile(
            postgres_database,
            lambda connection: shelf_changes.rename(connection, films, "new"),
            lambda: store.rename(books, "new"),
        )
    assert refused.value.name == "new"
    assert store.shelves(HERE) == [books, replace(films, name="new")]


def test_shelf_opened_while_another_is_given_its_name(
    postgres_database: Database, store: SqlShelves, films: Shelf
) -> None:
    """Whoever opens a shelf under that very name gets the one that has it by then."""
    found = meanwhile(
        postgres_database,
        lambda connection: shelf_changes.rename(connection, films, "new"),
        lambda: store.open_shelf(HERE, "new", ShelfKind.OWN),
    )
    assert found == replace(films, name="new")


def wish(database: Database, item: Item) -> Item:
    """A wish for the shelf of that item."""
    return SqlShelves(database).suggest(replace(WISH, shelf_id=item.shelf_id), 5)


def rate(database: Database, item: Item) -> Recorded:
    """An opinion on that item."""
    said = Opinion(item.shelf_id, ANNE, item.id, Verdict.LIKE, 5.0, NOW)
    return SqlOpinions(database).record(said)


def bring(database: Database, item: Item) -> Written:
    """An import of that item."""
    with SqlShelves(database).importing(item.shelf_id) as work:
        written = work.put_items([item])
        work.commit()
    return written


@pytest.mark.parametrize(
    ("act", "refusal"), [(wish, UnknownShelf), (rate, UnknownItem), (bring, UnknownShelf)]
)
def test_shelf_deleted_before_it_is_used(
    postgres_database: Database,
    store: SqlShelves,
    films: Shelf,
    act: Callable[[Database, Item], object],
    refusal: type[Exception],
) -> None:
    """Whoever waits for a shelf that is being deleted hears that it is gone."""
    [item] = store.items(films.id)
    with pytest.raises(refusal):
        meanwhile(
            postgres_database,
            lambda connection: shelf_changes.take_down(connection, films.id),
            lambda: act(postgres_database, item),
        )
    assert store.shelves(HERE) == []


def test_shelf_deleted_before_its_fit_is_kept(
    postgres_database: Database, store: SqlShelves, films: Shelf
) -> None:
    """A fit that waits for a shelf that is being deleted goes with it, and nobody fails."""
    opinions = SqlOpinions(postgres_database)
    meanwhile(
        postgres_database,
        lambda connection: shelf_changes.take_down(connection, films.id),
        lambda: opinions.keep_fit(Fit(films.id, NOW, 3, 4, 5, 0.25, None)),
    )
    assert opinions.fits(films.id) == []
    assert store.shelves(HERE) == []


def test_shelf_deleted_while_its_server_is_purged(
    postgres_database: Database, store: SqlShelves, films: Shelf
) -> None:
    """The purge waits for whoever deletes a shelf before it locks what they need, too."""
    counts = meanwhile(
        postgres_database,
        lambda connection: connection.execute(LOCK, {"of_shelf": films.id}),
        lambda: SqlPurging(postgres_database).purge(ASKED, NOW, Terms()),
        lambda connection: shelf_changes.take_down(connection, films.id),
    )
    assert counts == {"days": 0, "boards": 0, "guesses": 0, "servers": 1}
    assert store.shelves() == []


def test_member_forgotten_while_a_server_is_purged(
    postgres_database: Database, store: SqlShelves, films: Shelf
) -> None:
    """Both want the member's boards and shelves, and neither holds what the other waits for."""
    rate(postgres_database, store.items(films.id)[0])
    games, members = SqlGameStore(postgres_database), SqlMembers(postgres_database)
    with games.working() as work:
        puzzle = work.add_puzzle(Puzzle(HERE, PuzzleKind.DAILY, 1, DAY, "river", "w"))
        assert puzzle is not None
        key = BoardKey(puzzle.id, Mode.SOLO, ANNE)
        work.add_entry(Entry(work.lock_board(key).id, 1, ANNE, "lake", 0.5, 9, NOW, 1))
        work.commit()
    purging = SqlPurging(postgres_database)
    with ThreadPoolExecutor(2) as others, games.working() as work:
        work.lock_board(key)
        forgotten = others.submit(members.forget, ANNE, None, NOW)
        wait_for_locks(postgres_database, forgotten)
        purged = others.submit(purging.purge, ASKED, NOW, Terms())
        wait_for_locks(postgres_database, forgotten, purged)
        work.commit()
    counts = forgotten.result()
    assert counts is not None
    assert counts["opinions"] == 1
    assert purged.result() is not None
    assert store.shelves() == []


def test_removals_wait_for_an_import(postgres_database: Database, store: SqlShelves) -> None:
    """Whoever removes items during an import of the same waits for it, and both come through."""
    shelf = store.open_shelf(HERE, "films", ShelfKind.FILMS)
    rows = [Item(shelf.id, f"i{n}", f"Film {n}") for n in range(5)]
    with store.importing(shelf.id) as work:
        work.put_items(rows)
        work.commit()
    wished = store.suggest(replace(WISH, shelf_id=shelf.id), 5)
    ids = [one.id for one in store.items(shelf.id)]
    with ThreadPoolExecutor(2) as others, store.importing(shelf.id) as work:
        removed = others.submit(store.remove, shelf.id, ids)
        settled = others.submit(store.settle, wished.id, ItemStatus.LIVE)
        wait_for_locks(postgres_database, removed, settled)
        work.put_items([replace(row, title=f"{row.title} anew") for row in [*rows, wished]])
        work.commit()
    assert (removed.result(), settled.result()) == (5, False)
    assert [one.external_id for one in store.items(shelf.id)] == ["w"]
