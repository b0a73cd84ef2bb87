"""How much is kept of titles, on a real database."""

import tracemalloc
from collections.abc import Callable
from dataclasses import replace

import pytest

from recsys.nouns import Shelf
from recsys.titles import Titles
from store.engine import Database
from store.opinions import SqlOpinions
from store.shelves import SqlShelves

HERE, THERE = 900, 901
LETTERS = 20_000


@pytest.fixture
def open_titles(sqlite_database: Database, shelves: SqlShelves) -> Callable[..., Titles]:
    """Opens titles of which nothing is kept yet."""
    opinions = SqlOpinions(sqlite_database)
    return lambda **options: Titles(shelves, opinions, **options)


def test_what_is_only_shown_is_not_kept(
    fill: Callable[..., Shelf], shelves: SqlShelves, open_titles: Callable[..., Titles]
) -> None:
    """Titles take no more room for long descriptions, and are found with tags and year."""
    shelf, titles = fill(), open_titles()
    titles.complete(HERE, "sea 1")
    before = titles.size
    text, link = "a" * LETTERS, "https://a.example/" + "b" * 900
    held = [replace(one, description=text, url=link) for one in shelves.items(shelf.id)]
    with shelves.importing(shelf.id) as work:
        work.put_items(held)
        work.commit()
    [found, *_] = titles.complete(HERE, "sea 1")
    assert (found.title, found.tags, found.year) == ("sea 1", ("sea", "t1"), 1981)
    assert (found.description, found.url) == ("", None)
    assert titles.size == before
    other = open_titles()
    tracemalloc.start()
    other.complete(HERE, "sea 1")
    now, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert now < len(held) * LETTERS / 2


def test_titles_are_given_up_for_room(
    fill: Callable[..., Shelf], open_titles: Callable[..., Titles]
) -> None:
    """Without room the titles of one server are kept at a time, and read again when asked for."""
    fill(HERE)
    fill(THERE)
    titles, alone = open_titles(room=1), open_titles()
    alone.complete(HERE, "")
    for server in (HERE, THERE, HERE):
        assert titles.complete(server, "sea 1")[0].title == "sea 1"
        assert titles.size == alone.size
    alone.complete(THERE, "")
    assert alone.size == 2 * titles.size
