"""Pairs and swaps of a shelf, by its baskets and by what its members like."""

from collections.abc import Callable
from threading import Thread

import numpy as np
import pytest

from recsys.nouns import Basket, Item, ItemStatus, Shelf
from recsys.taste import Tastes
from store.baskets import SqlBaskets
from store.engine import Database
from store.shelves import SqlShelves

ANNE, BEN = 71, 72


@pytest.fixture
def asked(open_tastes: Callable[..., Tastes], sqlite_database: Database) -> Tastes:
    """The use cases, with baskets."""
    return open_tastes(baskets=SqlBaskets(sqlite_database))


@pytest.fixture
def shelf(fill: Callable[..., Shelf]) -> Shelf:
    """Two halves, each liked by its own camp."""
    return fill()


@pytest.fixture
def items(shelf: Shelf, shelves: SqlShelves) -> list[Item]:
    """What stands there."""
    return list(shelves.items(shelf.id))


def _store(shelves: SqlShelves, shelf: Shelf, *baskets: list[Item]) -> None:
    with shelves.importing(shelf.id) as work:
        work.put_baskets(
            [Basket(f"b{n}", tuple(item.id for item in held)) for n, held in enumerate(baskets)]
        )
        work.commit()


def test_what_is_liked_together_goes_together(asked: Tastes, items: list[Item]) -> None:
    """Pairs of an item are of its half, with how many members like both, and never itself."""
    found = asked.pairs(items[0], 10)
    assert len(found) >= 3
    assert all(one.title.startswith("sea") and one != items[0] for one, _ in found)
    assert all(times >= 2 for _, times in found)


def test_swaps_are_of_the_same_kind(asked: Tastes, items: list[Item]) -> None:
    """What may stand for an item is of its half."""
    assert all(one.title.startswith("sea") for one in asked.swaps(items[0], 5))


def test_a_rating_counts_at_once(asked: Tastes, items: list[Item]) -> None:
    """What two members like together is told, and taken back with either's like."""
    cold, other = items[18], items[39]  # which nobody likes
    for member in (ANNE, BEN):
        for item in (cold, other):
            asked.rate(item, member, 5)
    assert asked.pairs(cold)[0] == (other, 2)
    asked.rate(cold, BEN, 1)
    assert asked.pairs(cold) == []


def test_baskets_come_before_likes(
    asked: Tastes, shelf: Shelf, items: list[Item], shelves: SqlShelves
) -> None:
    """What was used together twice comes first, then what is liked together, nothing twice."""
    one, used = items[0], items[30]
    _store(shelves, shelf, [one, used], [one, used], [items[5], items[6]], [items[7], items[8]])
    found = asked.pairs(one, 10)
    assert found[0] == (used, 2)
    assert all(item.title.startswith("sea") for item, _ in found[1:])
    assert len({item.id for item, _ in found}) == len(found) > 2


def test_baskets_say_what_may_stand_instead(
    asked: Tastes, shelf: Shelf, items: list[Item], shelves: SqlShelves
) -> None:
    """Of an item that baskets hold, they tell the swaps: what is used with the same, never with it.

    Here that is one of the other half, which members' likes would never offer.
    """
    butter, oil, onion, carrot = items[0], items[30], items[10], items[11]
    rest = [[items[n], items[n + 20]] for n in range(12, 18)]
    pan = [[fat, with_it] for fat in (butter, oil) for with_it in (onion, carrot)]
    _store(shelves, shelf, *pan, *pan, *pan, *rest)
    assert oil in asked.swaps(butter, 3)


def test_what_is_gone_is_in_no_list(asked: Tastes, items: list[Item], shelves: SqlShelves) -> None:
    """Removed items are offered by neither relation."""
    gone = [one for one, _ in asked.pairs(items[0], 2)]
    shelves.remove(items[0].shelf_id, [one.id for one in gone])
    shown = [one for one, _ in asked.pairs(items[0], 20)] + list(asked.swaps(items[0], 20))
    assert not set(gone) & {one for one in shown if one.status is ItemStatus.LIVE}


def test_asking_leaves_nothing_uncounted(asked: Tastes, shelf: Shelf, items: list[Item]) -> None:
    """What stays after a question is counted in the model's size, and asking again adds nothing."""
    learned = asked._slots.get(shelf)
    before = learned.size
    asked.pairs(items[0])
    after = learned.size
    asked.swaps(items[1])
    assert before < after == learned.size
    assert after - before < 100 * len(items) + 1000


def test_many_may_ask_at_once(asked: Tastes, items: list[Item]) -> None:
    """Questions in several threads have the answers they have alone, whoever rates meanwhile."""
    alone = [asked.pairs(item) for item in items[:6]]
    found: dict[int, object] = {}

    def ask(n: int) -> None:
        found[n] = asked.pairs(items[n])

    threads = [Thread(target=ask, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    asked.rate(items[39], ANNE, 5)  # alone in a like, so that nothing goes with it
    for thread in threads:
        thread.join()
    got = [[item for item, _ in found[n]] for n in range(6)]
    assert got == [[item for item, _ in one] for one in alone]


def test_content_is_that_of_the_features(asked: Tastes, shelf: Shelf, items: list[Item]) -> None:
    """An item that nobody likes is swapped by what it is: the likest by content come first."""
    learned = asked._slots.get(shelf)
    unit = learned.features.unit(np.arange(len(items)))
    row = learned.rows[items[19].id]
    cosines = unit @ unit[row]
    cosines[row] = -1
    best = [learned.items[n].id for n in np.argsort(-cosines, kind="stable")[:3]]
    assert [one.id for one in asked.swaps(items[19], 3)] == best
