"""Titles that are typed in part or wrongly."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import pytest

from recsys.nouns import Item, Shelf, ShelfKind, ShelfState
from recsys.titles import Titles

SERVER = 7
TITLES = ("Star Dust", "Dust and Stars", "The Star", "Inspector Vane", "Amélie", "Öl!")


class Shelves:
    """One shelf, in memory, that tells how often it was read."""

    def __init__(self) -> None:
        self.items_ = [Item(1, str(n), title, id=n) for n, title in enumerate(TITLES, 1)]
        self.epoch, self.read = 0, 0

    def shelves(self, server_id: int | None = None) -> Sequence[Shelf]:
        """The one shelf."""
        return [Shelf(SERVER, "films", ShelfKind.FILMS, id=1)] if server_id == SERVER else []

    def walk(self, shelf_id: int) -> Iterator[Item]:
        """All items."""
        assert shelf_id == 1
        self.read += 1
        yield from self.items_

    def state(self, shelf_ids: Collection[int]) -> Mapping[int, ShelfState]:
        """How far it has come."""
        return {one: ShelfState(self.epoch, 0) for one in shelf_ids}


@pytest.fixture
def shelves() -> Shelves:
    """The shelf."""
    return Shelves()


@pytest.fixture
def titles(shelves: Any) -> Titles:
    """What is tested."""
    return Titles(shelves, shelves)


def test_beginnings_come_first(titles: Titles) -> None:
    """First titles that begin so, then those with a word that does."""
    found = [item.title for item in titles.complete(SERVER, "star")]
    assert found[:3] == ["Star Dust", "Dust and Stars", "The Star"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("inspektor vain", "Inspector Vane"), ("AMELIE", "Amélie"), ("ol", "Öl!")],
)
def test_misspelt(titles: Titles, typed: str, meant: str) -> None:
    """Misspelt titles are found, and case, accents and signs do not matter."""
    assert titles.complete(SERVER, typed)[0].title == meant


def test_as_shown(shelves: Shelves, titles: Titles) -> None:
    """A title is found with the year that is shown behind it, and by the year alone."""
    shelves.items_ += [Item(1, "a", "Heat", year=1986, id=8), Item(1, "b", "Heat", year=1995, id=9)]
    assert titles.complete(SERVER, "Heat (1995)")[0].id == 9
    assert [item.id for item in titles.complete(SERVER, "heat")][:2] == [8, 9]
    assert titles.complete(SERVER, "1986")[0].id == 8


@pytest.mark.parametrize("typed", ["", "  ", "?!"])
def test_nothing_typed(titles: Titles, typed: str) -> None:
    """For nothing typed the first items are offered, and none is near it."""
    assert [item.title for item in titles.complete(SERVER, typed, 2)] == list(TITLES[:2])
    assert titles.near(SERVER, typed) == []


def test_too_far(titles: Titles) -> None:
    """What is like no title is near none."""
    assert titles.near(SERVER, "qqqxxyyzz") == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("The Conterfeiters", "The Counterfeiters (Die Fälscher)"),
        ("die felscher", "The Counterfeiters (Die Fälscher)"),
        ("the shunning", "Shining, The"),
    ],
)
def test_near_are_names_and_no_articles(
    shelves: Shelves, titles: Titles, typed: str, meant: str
) -> None:
    """A misspelt name, also in brackets, is near; a long title with an article in it is not."""
    more = ("The Counterfeiters (Die Fälscher)", "Father of the Bride Part II", "Shining, The", "M")
    shelves.items_ = [Item(1, str(n), title, id=n) for n, title in enumerate(more)]
    assert [item.title for item in titles.near(SERVER, typed)] == [meant]


def test_limit(titles: Titles) -> None:
    """No more are offered than were asked for, none twice."""
    found = [item.id for item in titles.complete(SERVER, "star", 2)]
    assert len(found) == len(set(found)) == 2


def test_other_servers(titles: Titles) -> None:
    """On a server without shelves there is nothing."""
    assert titles.complete(SERVER + 1, "star") == []


def test_read_once_until_changed(shelves: Shelves, titles: Titles) -> None:
    """The items are read at first, and again only when they have changed."""
    titles.complete(SERVER, "star")
    titles.near(SERVER, "star")
    assert shelves.read == 1
    shelves.items_.append(Item(1, "9", "Starling", id=9))
    shelves.epoch += 1
    assert "Starling" in [item.title for item in titles.complete(SERVER, "starl")]
    assert shelves.read == 2
