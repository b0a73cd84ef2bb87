"""What becomes of a shelf that is opened while another connection purges or deletes it."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, delete, event, insert

from bot.i18n import tongue
from bot.text import error_words
from game.model import Server
from game.purging import Due, Reason, Terms
from recsys.library import Library
from recsys.nouns import Item, Shelf, ShelfKind
from recsys.refusals import UnknownShelf
from store import shelf_changes
from store.baskets import SqlBaskets
from store.columns import table_of
from store.engine import Database, open_database
from store.errors import DatabaseLocked, UnknownServer
from store.purging import SqlPurging
from store.schema import ServerRow
from store.schema_taste import ShelfRow
from store.shelves import SqlShelves
from store.work import SqlGameStore

HERE = 900
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ASKED = Due(HERE, 0, Reason.ASKED, NOW)
_servers, _shelves = table_of(ServerRow), table_of(ShelfRow)


def host(database: Database, server_id: int = HERE) -> None:
    """Make a server known."""
    with SqlGameStore(database).working() as work:
        work.add_server(Server(server_id, "UTC", 7, date(2026, 11, 1)))
        work.commit()


@pytest.fixture
def other(lasting_database: Database) -> Iterator[Database]:
    """The same database as another process opens it, that waits for nobody."""
    url = str(lasting_database.path or lasting_database.url.render_as_string(hide_password=False))
    opened = open_database(url, lock_timeout=0.01)
    yield opened
    opened.close()


@pytest.fixture
def store(lasting_database: Database) -> SqlShelves:
    """The store, with a server known."""
    host(lasting_database)
    return SqlShelves(lasting_database)


def purge(database: Database) -> None:
    """Delete the server with all that belongs to it."""
    assert SqlPurging(database).purge(ASKED, NOW, Terms()) is not None


def take_down(database: Database, name: str) -> None:
    """Delete a shelf."""
    store = SqlShelves(database)
    shelf = store.shelf(HERE, name)
    assert shelf is not None
    assert store.delete(shelf.id)


def open_it(library: Library, _: Path) -> object:
    """Open a shelf."""
    return library.open_shelf(HERE, "films")


def bring(library: Library, folder: Path) -> object:
    """Import a file onto a new shelf."""
    file = folder / "films.csv"
    file.write_text("title\nBlue Comet\n", "utf-8")
    return library.import_items(HERE, "films", file)


def put_up(library: Library, _: Path) -> object:
    """Put one of our own shelves up."""
    return library.demo(HERE, "books")


@pytest.mark.parametrize("act", [open_it, bring, put_up])
def test_server_purged_before_its_shelf_is_opened(
    lasting_database: Database,
    other: Database,
    tmp_path: Path,
    act: Callable[[Library, Path], object],
) -> None:
    """Whoever opens a shelf then hears that the server is gone, and what to do; nothing stays."""

    def known_and_gone(server_id: int) -> None:
        host(lasting_database, server_id)
        purge(other)

    store = SqlShelves(lasting_database)
    library = Library(
        store, SqlBaskets(lasting_database), lambda: None, lambda: NOW, known_and_gone
    )
    with pytest.raises(UnknownServer) as refused:
        act(library, tmp_path)
    assert refused.value.server_id == HERE
    assert "Do that once more" in (error_words(refused.value, tongue("en")) or "")
    assert store.shelves() == []


@contextmanager
def between(database: Database, before: Callable[[], object], after: Callable[[], object]) -> Any:
    """Others act right before and right after a shelf is stored on that database."""

    def is_it(statement: str) -> bool:
        return statement.startswith("INSERT INTO shelves")

    def on_before(_c: Any, _k: Any, statement: str, *_: Any) -> None:
        if is_it(statement):
            before()

    def on_after(_c: Any, _k: Any, statement: str, *_: Any) -> None:
        if is_it(statement):
            after()

    event.listen(database.writer, "before_cursor_execute", on_before)
    event.listen(database.writer, "after_cursor_execute", on_after)
    try:
        yield
    finally:
        event.remove(database.writer, "before_cursor_execute", on_before)
        event.remove(database.writer, "after_cursor_execute", on_after)


def test_no_purge_between_two_statements(
    lasting_database: Database, store: SqlShelves, other: Database
) -> None:
    """A server is held from the moment that it is looked for, so that a purge must wait."""
    kept_out = []

    def try_to_purge() -> None:
        with pytest.raises(DatabaseLocked):
            purge(other)
        kept_out.append(True)

    with between(lasting_database, try_to_purge, try_to_purge):
        shelf = store.open_shelf(HERE, "films", ShelfKind.FILMS)
    assert kept_out == [True, True]
    assert store.shelves() == [shelf]
    purge(other)
    assert store.shelves() == []


def test_no_deletion_between_two_statements_of_an_import(
    lasting_database: Database, store: SqlShelves, other: Database
) -> None:
    """A shelf that an import opened is held, be it new or not, and nobody else sees a new one."""
    with store.opening(HERE, "films", ShelfKind.FILMS) as (shelf, work):
        assert SqlShelves(other).shelves() == []
        work.put_items([Item(shelf.id, "a", "A")])
        work.commit()
    with store.opening(HERE, "films", ShelfKind.FILMS) as (again, work):
        with pytest.raises(DatabaseLocked):
            take_down(other, "films")
        work.put_items([Item(again.id, "b", "B")])
        work.commit()
    assert again.id == shelf.id
    assert [item.title for item in store.items(shelf.id)] == ["A", "B"]


def fail(store: SqlShelves) -> None:
    """Make a shelf, put something on it, and come to grief."""
    with store.opening(HERE, "new", ShelfKind.OWN) as (shelf, work):
        work.put_items([Item(shelf.id, "a", "A")])
        raise RuntimeError


def test_import_that_fails_leaves_no_shelf(store: SqlShelves) -> None:
    """What was made in a transaction that is not committed was never there."""
    with pytest.raises(RuntimeError):
        fail(store)
    assert store.shelves() == []


class Rival:
    """Opens a shelf before another can, and deletes it again at once."""

    def __init__(self, database: Database, times: int) -> None:
        self.database = database
        self.times = times

    def before(self) -> None:
        """Be the first."""
        if self.times:
            SqlShelves(self.database).open_shelf(HERE, "films", ShelfKind.FILMS)

    def after(self) -> None:
        """Delete what stood in the other's way."""
        if self.times:
            take_down(self.database, "films")
            self.times -= 1


@pytest.fixture
def second(postgres_database: Database) -> Iterator[Database]:
    """Another connection to a database that lets both write."""
    opened = open_database(postgres_database.url.render_as_string(hide_password=False))
    yield opened
    opened.close()


@pytest.fixture
def films(postgres_database: Database) -> SqlShelves:
    """The store on such a database, with a server known."""
    host(postgres_database)
    return SqlShelves(postgres_database)


def test_shelf_deleted_between_two_statements(
    postgres_database: Database, films: SqlShelves, second: Database
) -> None:
    """One that stood in the way when ours was stored, and is gone when we look, is made anew."""
    rival = Rival(second, times=3)
    with between(postgres_database, rival.before, rival.after):
        shelf = films.open_shelf(HERE, "films", ShelfKind.FILMS)
    assert rival.times == 0
    assert films.shelves() == [shelf]


def test_shelf_deleted_over_and_over(
    postgres_database: Database, films: SqlShelves, second: Database
) -> None:
    """Who always comes too late gives up with an error that has words, instead of for ever."""
    rival = Rival(second, times=100)
    with (
        between(postgres_database, rival.before, rival.after),
        pytest.raises(UnknownShelf) as refused,
    ):
        films.open_shelf(HERE, "films", ShelfKind.FILMS)
    assert error_words(refused.value, tongue("en"))
    assert films.shelves() == []


def meanwhile(database: Database, first: Callable[[Connection], object], then: Any) -> Any:
    """What comes of something that waits for a transaction."""
    with ThreadPoolExecutor(1) as others, database.writing() as connection:
        first(connection)
        result: Future[Any] = others.submit(then)
        waiting = 0
        while not waiting:
            assert not result.done()
            waiting = int(
                connection.exec_driver_sql(
                    "SELECT count(*) FROM pg_locks WHERE NOT granted"
                ).scalar_one()
            )
        connection.commit()
    return result.result()


def test_server_that_is_being_purged(
    postgres_database: Database, films: SqlShelves, second: Database
) -> None:
    """Whoever opens a shelf meanwhile waits for the end of it, and hears of it by name."""
    with pytest.raises(UnknownServer):
        meanwhile(
            second,
            lambda connection: connection.execute(delete(_servers).where(_servers.c.id == HERE)),
            lambda: films.open_shelf(HERE, "films", ShelfKind.FILMS),
        )
    assert films.shelves() == []


def brought(store: SqlShelves) -> Shelf:
    """The shelf of films, with one item more."""
    with store.opening(HERE, "films", ShelfKind.FILMS) as (shelf, work):
        work.put_items([Item(shelf.id, "b", "B")])
        work.commit()
    return shelf


def test_shelf_that_is_being_deleted(
    postgres_database: Database, films: SqlShelves, second: Database
) -> None:
    """An import by its name that waits for the end of that makes it anew."""
    old = films.open_shelf(HERE, "films", ShelfKind.FILMS)
    new = meanwhile(
        second,
        lambda connection: shelf_changes.take_down(connection, old.id),
        lambda: brought(films),
    )
    assert new.id != old.id
    assert [item.title for item in films.items(new.id)] == ["B"]


def test_shelf_that_is_being_made(
    postgres_database: Database, films: SqlShelves, second: Database
) -> None:
    """An import by its name that waits for the end of that uses it."""
    row = {"server_id": HERE, "name": "films", "kind": "films", "pooled": False}
    shelf = meanwhile(
        second,
        lambda connection: connection.execute(insert(_shelves), row | {"epoch": 0, "changes": 0}),
        lambda: brought(films),
    )
    assert films.shelves() == [shelf]
    assert [item.title for item in films.items(shelf.id)] == ["B"]
