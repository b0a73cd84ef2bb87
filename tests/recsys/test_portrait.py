"""The portrait of a member: what it is compared with, and that nobody waits for its map."""

from collections.abc import Callable
from dataclasses import replace
from threading import Event, Thread

import numpy as np
import pytest

from recsys import maps
from recsys.nouns import Item, Shelf
from recsys.opinions import Floats
from recsys.taste import Tastes
from recsys.tastemap import layout
from store.shelves import SqlShelves

ANNE, BEN = 71, 72
SHARE = 0.5
"""Of what stands on the shelf, half is about the sea."""


def _like(tastes: Tastes, items: list[Item], member: int, *rows: int) -> None:
    for row in rows:
        tastes.rate(items[row], member, 5)


@pytest.fixture
def items(fill: Callable[..., Shelf], shelves: SqlShelves) -> list[Item]:
    """A shelf of two halves on which nobody has rated."""
    return list(shelves.items(fill(camps=0).id))


@pytest.fixture
def home(items: list[Item], shelves: SqlShelves) -> Shelf:
    """Where they stand."""
    found = shelves.shelf_of(items[0].shelf_id)
    assert found is not None
    return found


def test_alone_with_the_shelf(tastes: Tastes, home: Shelf, items: list[Item]) -> None:
    """Where nobody else likes anything, likes are compared with what stands on the shelf."""
    _like(tastes, items, ANNE, 0, 1, 2, 3, 4)
    found = tastes.portrait(home, ANNE)
    assert found.against_shelf
    assert [(one.tag, one.mine, one.all) for one in found.tags] == [("sea", 1.0, SHARE)]


@pytest.mark.parametrize(("others", "alone"), [(1, True), (4, True), (5, False), (8, False)])
def test_few_others_are_not_given_away(
    tastes: Tastes, home: Shelf, items: list[Item], others: int, alone: bool
) -> None:
    """What one to four others like has no part in a portrait; from five on it is what they like."""
    _like(tastes, items, ANNE, 0, 1, 2, 3, 4, 5)
    for member in range(others):
        _like(tastes, items, 100 + member, 21, 22, 23, 24)
        tastes.rate(items[25], 100 + member, 1)
    found = tastes.portrait(home, ANNE)
    assert found.against_shelf is alone
    assert next((one.tag, one.all) for one in found.tags) == ("sea", SHARE if alone else 0.0)


def test_who_only_dislikes_is_no_other(tastes: Tastes, home: Shelf, items: list[Item]) -> None:
    """Members without a like are not counted among those to be compared with."""
    _like(tastes, items, ANNE, 0, 1, 2)
    for member in range(9):
        tastes.rate(items[30], 100 + member, 1)
    assert tastes.portrait(home, ANNE).against_shelf


def test_own_likes_are_not_those_of_others(tastes: Tastes, home: Shelf, items: list[Item]) -> None:
    """What a member likes counts on their side only, though others like it too."""
    _like(tastes, items, ANNE, 0, 1, 2, 3)
    for member in range(6):
        _like(tastes, items, 100 + member, 0, 21 + member, 30)
    [sea, *_] = tastes.portrait(home, ANNE).tags
    assert (sea.tag, sea.mine, sea.all) == ("sea", 1.0, pytest.approx(6 / 18))


def test_nobody_waits_for_a_map(
    tastes: Tastes, home: Shelf, items: list[Item], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a map is laid out others are served, and whoever wants it too has the same one."""
    _like(tastes, items, ANNE, 0, 1)
    begun, served = Event(), Event()
    laid: list[Floats] = []

    def slowly(features: Floats) -> Floats:
        begun.set()
        assert served.wait(30)
        laid.append(layout(features))
        return laid[-1]

    monkeypatch.setattr(maps, "layout", slowly)
    found: list[object] = []
    threads = [
        Thread(target=lambda who=who: found.append(tastes.portrait(home, who).places))
        for who in (ANNE, BEN)
    ]
    for thread in threads:
        thread.start()
    assert begun.wait(30)
    assert tastes.recommend(home, [BEN], np.random.default_rng(0)).picks
    tastes.rate(items[3], BEN, 4)
    served.set()
    for thread in threads:
        thread.join()
    assert len(laid) == 1
    assert found[0] == found[1]


def _later(shelves: SqlShelves, shelf: Shelf, *items: Item) -> None:
    with shelves.importing(shelf.id) as work:
        work.put_items(items)
        work.commit()


def test_a_map_is_handed_on(
    tastes: Tastes, home: Shelf, items: list[Item], shelves: SqlShelves
) -> None:
    """What stood on a shelf keeps its place when little comes to it; that lies by its like."""
    before = tastes.portrait(home, ANNE).places
    model = tastes._slots.get(home)
    _later(shelves, home, Item(home.id, "new", "sea 99", tags=("sea", "t0"), year=1985))
    [new] = shelves.by_external(home.id, ["new"]).values()
    tastes.similar(new)
    after = tastes.portrait(home, ANNE).places
    assert tastes._slots.get(home) is not model
    assert {key: after[key] for key in before} == before
    nearest = min(before, key=lambda one: np.hypot(*np.subtract(after[one], after[new.id])))
    assert next(item for item in items if item.id == nearest).title.startswith("sea")


def test_a_map_of_other_things_is_laid_out_anew(
    tastes: Tastes, home: Shelf, items: list[Item], shelves: SqlShelves
) -> None:
    """Where items have become others, the map shows them as they are now."""
    tastes.portrait(home, ANNE)
    turned = [
        Item(home.id, one.external_id, f"x {n}", tags=("odd" if n % 2 else "even",), year=1990)
        for n, one in enumerate(items)
    ]
    _later(shelves, home, *turned, Item(home.id, "new", "y", tags=("odd",), year=1990))
    tastes.similar(shelves.by_external(home.id, ["new"])["new"])
    found = tastes.portrait(home, ANNE).places
    learned = tastes._slots.get(home)
    assert [*found.values()] == [(x, y) for x, y in layout(learned.features.visible).tolist()]


def test_a_server_that_goes_takes_its_maps_along(
    tastes: Tastes, home: Shelf, items: list[Item]
) -> None:
    """Of a server that is gone no map is kept."""
    assert len(tastes.portrait(home, ANNE).places) == len(items)
    tastes.drop(home.server_id)
    assert not tastes._maps._laid


def test_maps_are_counted(tastes: Tastes, home: Shelf, items: list[Item]) -> None:
    """A map counts in the size of its model."""
    before = tastes._slots.get(home).size
    tastes.portrait(home, ANNE)
    assert tastes._slots.get(home).size == before + 16 * len(items)


def test_a_changed_item_moves(
    open_tastes: Callable[..., Tastes], shelves: SqlShelves, home: Shelf
) -> None:
    """What became of another kind lies by that kind, though no anchor of the map is of either."""
    tastes = open_tastes(encoder=lambda: None)
    shelf = shelves.open_shelf(home.server_id, "games", home.kind)
    kinds = [n % 30 if n % 20 else 0 for n in range(300)]  # where the anchors are, there is one
    items = [Item(shelf.id, f"g{n}", f"Game {n}", tags=(f"t{kinds[n]}",)) for n in range(300)]
    _later(shelves, shelf, *items)
    before = tastes.portrait(shelf, ANNE).places
    anchored = {kinds[n] for n in np.linspace(0, 299, 16).round().astype(int)}
    old, new, *_ = [kind for kind in range(30) if kind not in anchored]
    ids = [one.id for one in shelves.items(shelf.id)]
    turned = kinds.index(old)
    _later(shelves, shelf, Item(shelf.id, f"g{turned}", f"Game {turned}", tags=(f"t{new}",)))
    tastes.similar(shelves.items(shelf.id)[turned])
    after = tastes.portrait(shelf, ANNE).places

    def far(kind: int) -> float:
        there = [after[ids[n]] for n in range(300) if kinds[n] == kind and n != turned]
        return float(np.hypot(*(np.array(after[ids[turned]]) - np.mean(there, axis=0))))

    assert far(new) < far(old)
    assert [key for key in before if before[key] != after[key]] == [ids[turned]]


def test_another_description_moves_an_item(
    tastes: Tastes, home: Shelf, items: list[Item], shelves: SqlShelves,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """A model keeps no description, yet an item with another one is laid out again."""
    monkeypatch.setattr(maps, "_MOVED", 9)  # whatever the anchors say
    before = tastes.portrait(home, ANNE).places
    _later(shelves, home, replace(items[7], description="Of snow, and of nothing else at all."))
    tastes.fit(home)
    after = tastes.portrait(home, ANNE).places
    assert [key for key in before if before[key] != after[key]] == [items[7].id]
