"""Things of one title that can be told apart."""

from dataclasses import replace

from bot.apart import labels, told_apart
from recsys.nouns import Item

ALIEN = Item(1, "alien", "Alien", tags=("space", "dark"), year=1979, id=1)
NAMES = {1: "Films", 2: "Books"}


def test_clear_titles_need_nothing() -> None:
    """Another title or year is enough."""
    assert told_apart([ALIEN, replace(ALIEN, id=2, year=2003), replace(ALIEN, id=3, title="Heat")])
    assert told_apart([ALIEN, replace(ALIEN, id=2, year=2003)], NAMES) == ["", ""]


def test_shelves_then_tags_then_ids() -> None:
    """The first thing that differs is told, and more where that leaves two of them alike."""
    book = replace(ALIEN, id=2, shelf_id=2)
    assert told_apart([ALIEN, book], NAMES) == ["Films", "Books"]
    funny = replace(ALIEN, id=3, tags=("space", "funny"))
    assert told_apart([ALIEN, funny], NAMES) == ["dark", "funny"]
    again = replace(ALIEN, id=4, external_id="tt0078748")
    assert told_apart([ALIEN, again], NAMES) == ["alien", "tt0078748"]
    assert told_apart([ALIEN, again, book], NAMES) == [
        "Films · alien", "Films · tt0078748", "Books · alien"
    ]  # fmt: skip
    bare = replace(ALIEN, id=5, tags=())
    assert told_apart([ALIEN, bare], NAMES) == ["space, dark", ""]


def test_long_ids_that_begin_alike() -> None:
    """Where what is shown of them is the same, the numbers tell."""
    one, two = (replace(ALIEN, id=n, external_id="x" * 90 + str(n)) for n in (1, 2))
    assert told_apart([one, two], NAMES) == ["#1", "#2"]


def test_labels_fit() -> None:
    """A long title is cut, and never what tells it apart."""
    long = replace(ALIEN, title="A" * 300)
    found = labels([long, replace(long, id=2, shelf_id=2)], NAMES, 80)
    assert [label[-8:] for label in found] == [" · Films", " · Books"]
    assert all(len(label) <= 80 for label in found)
