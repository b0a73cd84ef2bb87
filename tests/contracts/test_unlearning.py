"""What is forgotten in one process has gone from the models of another, on any database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime

import numpy as np
import pytest

from game.model import Server
from game.purging import Due, Reason, Terms
from recsys.nouns import Item, Opinion, Shelf, ShelfKind, Verdict
from recsys.picks import Basis
from recsys.taste import Tastes
from store.engine import Database
from store.members import SqlMembers
from store.opinions import SqlOpinions
from store.purging import SqlPurging
from store.shelves import SqlShelves
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE, ANNE, BEN = 900, 71, 72
ITEMS, MEMBERS = 24, 8
EXACT = 1e-9


@pytest.fixture
def shelf(database: Database) -> Shelf:
    """A shelf where some imported members like six things each."""
    with SqlGameStore(database).working() as work:
        work.add_server(Server(HERE, "UTC", 7, date(2026, 11, 1)))
        work.commit()
    shelves, rng = SqlShelves(database), np.random.default_rng(1)
    made = shelves.open_shelf(HERE, "films", ShelfKind.FILMS)
    with shelves.importing(made.id) as work:
        work.put_items(
            [Item(made.id, f"i{n}", f"Film {n}", tags=(f"t{n % 4}",)) for n in range(24)]
        )
        ids = list(work.ids().values())
        work.put_opinions(
            [
                Opinion(made.id, -1 - member, ids[place], Verdict.LIKE, 5.0, NOW)
                for member in range(MEMBERS)
                for place in rng.permutation(ITEMS)[:6].tolist()
            ]
        )
        work.commit()
    return made


@pytest.fixture
def start(database: Database) -> Callable[..., Tastes]:
    """Opens the use cases as another process would, where nothing is made anew by itself."""

    def run() -> Tastes:
        shelves, opinions = SqlShelves(database), SqlOpinions(database)
        return Tastes(shelves, opinions, lambda: None, lambda: NOW, [].append)

    return run


def held(tastes: Tastes, shelf: Shelf) -> set[tuple[int, int, float]]:
    """What the model of a process knows: member, item and weight."""
    learned = tastes._slots.get(shelf)
    members = {rater: member for (_, member), rater in learned.raters.items()}
    return {(members[u], learned.items[i].id, w) for u, i, w in learned.model.opinions}


@pytest.mark.parametrize("purged", [False, True])
def test_gone_everywhere(
    database: Database, shelf: Shelf, start: Callable[..., Tastes], purged: bool
) -> None:
    """The next answer of each process is that of one that never knew the member."""
    here, there = start(), start()
    before = held(there, shelf)
    for item in SqlShelves(database).items(shelf.id)[:5]:
        here.rate(item, ANNE, 5)
    assert held(there, shelf) > before
    if purged:
        SqlPurging(database).purge(Due(HERE, ANNE, Reason.ASKED, NOW), NOW, Terms())
    else:
        SqlMembers(database).forget(ANNE, None, NOW)
    for tastes in (here, there):
        assert held(tastes, shelf) == before
        found = tastes.recommend(shelf, [ANNE], np.random.default_rng(1))
        assert found.basis is Basis.NOTHING


def test_storm(database: Database, shelf: Shelf, start: Callable[..., Tastes]) -> None:
    """However ratings, undoing and forgetting fall together, all end with what is stored."""
    processes = [start(), start()]
    items = SqlShelves(database).items(shelf.id)

    def act(member: int) -> None:
        rng = np.random.default_rng(member)
        tastes = processes[member % 2]
        for _ in range(25):
            item = items[int(rng.integers(len(items)))]
            tastes.rate(item, member, float(rng.integers(1, 11)) / 2)
            if rng.random() < 0.2:
                tastes.undo(shelf, member)
            if rng.random() < 0.1:
                SqlMembers(database).forget(member, None, NOW)
                tastes.unlearn(member)
            processes[int(rng.integers(2))].recommend(shelf, [member], rng)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(act, range(1, 5)))
    exact = held(start(), shelf)
    for tastes in processes:
        assert {part[:2] for part in held(tastes, shelf)} == {part[:2] for part in exact}
        followed = tastes._slots.get(shelf)
        fresh = tastes._slots._fitter.fit(shelf, followed.model.dials)
        for member in range(1, 5):
            said = [one.opinion for one in tastes.opinions(shelf, member)]
            one, other = (
                use.model.scores(known.rows, known.weights, known.rater)
                for use in (followed, fresh)
                for known in (use.known(member, said),)
            )
            assert np.abs(one - other).max() < EXACT
