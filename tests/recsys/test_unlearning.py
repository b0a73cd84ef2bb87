"""Whoever is forgotten, in whichever process, has no part in any answer after that."""

import gc
from collections.abc import Callable
from datetime import UTC, datetime
from weakref import ref

import numpy as np
import pytest
from sqlalchemy import text

from recsys.dials import Dials
from recsys.fitting import Fitter
from recsys.learned import Learned
from recsys.model import TasteModel
from recsys.nouns import Item, Shelf
from recsys.picks import Basis, Picks
from recsys.taste import Tastes
from store.engine import Database
from store.members import SqlMembers
from store.shelves import SqlShelves

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE, THERE = 900, 901
ANNE, BEN = 71, 72
HALF = 20
EXACT = 1e-9
GO = text("DELETE FROM servers WHERE id = :id")

Later = list[Callable[[], object]]


def ask(tastes: Tastes, shelf: Shelf, *members: int) -> Picks:
    """A list without surprises."""
    return tastes.recommend(shelf, members, np.random.default_rng(1), number=6, surprise=False)


def scores(tastes: Tastes, shelf: Shelf, member: int) -> dict[int, float]:
    """A member's scores by item, and what the model is asked of beside them."""
    learned = tastes._slots.get(shelf)
    held = [one.opinion for one in tastes.opinions(shelf, member)]
    known = learned.known(member, held)
    found = learned.model.scores(known.rows, known.weights, known.rater)
    return {item.id: float(score) for item, score in zip(learned.items, found, strict=True)}


def fresh(tastes: Tastes, shelf: Shelf, like: TasteModel, member: int) -> dict[int, float]:
    """The same of a model that is made of the database as it is now, with dials and newness kept.

    Those are of the moment when a model is made.
    """
    learned: Learned = tastes._slots._fitter.fit(shelf, like.dials)
    learned.model.newness = like.newness
    held = [one.opinion for one in tastes.opinions(shelf, member)]
    known = learned.known(member, held)
    found = learned.model.scores(known.rows, known.weights, known.rater)
    return {item.id: float(score) for item, score in zip(learned.items, found, strict=True)}


@pytest.fixture
def items(shelves: SqlShelves) -> Callable[[Shelf], list[Item]]:
    """The items of a shelf in their order."""
    return lambda shelf: list(shelves.items(shelf.id))


@pytest.fixture
def forget(sqlite_database: Database) -> Callable[..., object]:
    """Forgets a member, and tells no model."""

    def run(member: int, servers: list[int] | None = None) -> object:
        return SqlMembers(sqlite_database).forget(member, servers, NOW)

    return run


@pytest.fixture
def settled(open_tastes: Callable[..., Tastes]) -> Callable[..., tuple[Tastes, Later]]:
    """Opens another process whose model is made and tuned, and where everything else waits."""

    def run(shelf: Shelf, **how: object) -> tuple[Tastes, Later]:
        put_off: Later = []
        tastes = open_tastes(later=put_off.append, **how)
        ask(tastes, shelf, BEN)
        while put_off:
            put_off.pop(0)()
            ask(tastes, shelf, BEN)
        return tastes, put_off

    return run


def test_forgotten_elsewhere(
    tastes: Tastes,
    settled: Callable[..., tuple[Tastes, Later]],
    fill: Callable[..., Shelf],
    items: Callable[[Shelf], list[Item]],
    forget: Callable[..., object],
) -> None:
    """Another process serves nothing from what was forgotten here, before any new model."""
    shelf = fill()
    other, put_off = settled(shelf)
    before = ask(other, shelf, ANNE)
    for item in items(shelf)[:4]:
        tastes.rate(item, ANNE, 5)
    assert ask(other, shelf, ANNE).basis is Basis.TASTE
    forget(ANNE)
    after = ask(other, shelf, ANNE)
    assert after.basis is Basis.NOTHING
    assert [(x.item, x.because) for x in after.picks] == [(x.item, x.because) for x in before.picks]
    assert other.explain(items(shelf)[10], ANNE).reasons == ()
    assert len(put_off) == 1


def test_forgotten_elsewhere_teaches_nobody(
    tastes: Tastes,
    settled: Callable[..., tuple[Tastes, Later]],
    fill: Callable[..., Shelf],
    items: Callable[[Shelf], list[Item]],
    forget: Callable[..., object],
) -> None:
    """To the last digit others get there what a model gives that never saw the member."""
    shelf = fill(camps=3)
    other, _ = settled(shelf)
    for number in (0, HALF):
        tastes.rate(items(shelf)[number], BEN, 5)
    before = scores(other, shelf, BEN)
    for item in items(shelf)[2:9]:
        tastes.rate(item, ANNE, 5)
    changed = scores(other, shelf, BEN)
    assert max(abs(before[one] - changed[one]) for one in before) > EXACT
    learned = other._slots.ready(shelf)
    forget(ANNE)
    after = scores(other, shelf, BEN)
    assert other._slots.ready(shelf) is learned
    assert max(abs(before[one] - after[one]) for one in before) < EXACT


def test_forgotten_and_back_again(
    tastes: Tastes,
    settled: Callable[..., tuple[Tastes, Later]],
    fill: Callable[..., Shelf],
    items: Callable[[Shelf], list[Item]],
    forget: Callable[..., object],
) -> None:
    """Who comes back before another process looks is known there by what they said since."""
    shelf = fill()
    other, _ = settled(shelf)
    for item in items(shelf)[:4]:
        tastes.rate(item, ANNE, 5)
    tastes.rate(items(shelf)[HALF], ANNE, 5)
    ask(other, shelf, ANNE)
    forget(ANNE)
    for number in (HALF, HALF + 1):
        tastes.rate(items(shelf)[number], ANNE, 4.5)
    reasons = {reason.item.id for reason in other.explain(items(shelf)[HALF + 9], ANNE).reasons}
    assert reasons == {items(shelf)[number].id for number in (HALF, HALF + 1)}
    learned = other._slots.get(shelf)
    rows, _ = learned.model.opinions.row(learned.raters[shelf.id, ANNE])
    assert {learned.items[row].id for row in rows} == reasons
    for member in (ANNE, BEN):
        one, exact = scores(other, shelf, member), fresh(other, shelf, learned.model, member)
        assert max(abs(one[item] - exact[item]) for item in exact) < EXACT


def test_forgotten_on_one_server(
    settled: Callable[..., tuple[Tastes, Later]],
    tastes: Tastes,
    fill: Callable[..., Shelf],
    shelves: SqlShelves,
    items: Callable[[Shelf], list[Item]],
    forget: Callable[..., object],
) -> None:
    """Where shelves learn together, who is forgotten on one server is known by the other still."""
    homes = [fill(HERE), fill(THERE)]
    for shelf in homes:
        shelves.set_pooled(shelf.id, pooled=True)
        tastes.rate(items(shelf)[0], ANNE, 5)
    here, there = homes
    other, _ = settled(here)
    assert {(here.id, ANNE), (there.id, ANNE)} <= set(other._slots.get(here).raters)
    forget(ANNE, [THERE])
    raters = other._slots.get(here).raters
    assert (here.id, ANNE) in raters
    assert (there.id, ANNE) not in raters


def test_pooled_server_that_is_gone(
    settled: Callable[..., tuple[Tastes, Later]],
    fill: Callable[..., Shelf],
    shelves: SqlShelves,
    sqlite_database: Database,
) -> None:
    """A server that is deleted, or learns alone from now on, takes all that it taught along."""
    here, there = fill(HERE, camps=2), fill(THERE, camps=2)
    for shelf in (here, there):
        shelves.set_pooled(shelf.id, pooled=True)
    other, put_off = settled(here)
    assert {home for home, _ in other._slots.get(here).raters} == {here.id, there.id}
    shelves.set_pooled(there.id, pooled=False)
    assert {home for home, _ in other._slots.get(here).raters} == {here.id}
    shelves.set_pooled(there.id, pooled=True)
    put_off.pop()()
    assert {home for home, _ in other._slots.get(here).raters} == {here.id, there.id}
    with sqlite_database.writing() as connection:
        connection.execute(GO, {"id": THERE})
        connection.commit()
    assert {home for home, _ in other._slots.get(here).raters} == {here.id}


def test_many_are_forgotten(
    settled: Callable[..., tuple[Tastes, Later]],
    fill: Callable[..., Shelf],
    shelves: SqlShelves,
) -> None:
    """If too many are gone for a model to follow, it serves nobody before it is made anew."""
    here, there = fill(HERE), fill(THERE)
    for shelf in (here, there):
        shelves.set_pooled(shelf.id, pooled=True)
    other, put_off = settled(here)
    old = other._slots.get(here)
    shelves.set_pooled(there.id, pooled=False)
    learned = other._slots.get(here)
    assert learned is not old
    assert {home for home, _ in learned.raters} == {here.id}
    assert len(put_off) <= 1


def test_shelf_of_an_id_given_out_again(
    open_tastes: Callable[..., Tastes], fill: Callable[..., Shelf], sqlite_database: Database
) -> None:
    """The model of a shelf that is gone does not serve another one that has its id by now."""
    gone = fill(HERE)
    tastes = open_tastes()
    old = tastes._slots.get(gone)
    with sqlite_database.writing() as connection:
        connection.execute(GO, {"id": HERE})
        connection.commit()
    new = fill(THERE, name="books")
    assert new.id == gone.id
    assert tastes._slots.get(new) is not old


def test_forgotten_while_a_fit_runs(
    settled: Callable[..., tuple[Tastes, Later]],
    fill: Callable[..., Shelf],
    shelves: SqlShelves,
    items: Callable[[Shelf], list[Item]],
    forget: Callable[..., object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A model that was read before somebody was forgotten does not bring them back."""
    shelf = fill()
    tastes, put_off = settled(shelf)
    for item in items(shelf)[:5]:
        tastes.rate(item, ANNE, 5)
    ask(tastes, shelf, BEN)
    shelves.remove(shelf.id, [items(shelf)[39].id])
    ask(tastes, shelf, BEN)
    real = Fitter.fit

    def late(self: Fitter, shelf: Shelf, dials: Dials) -> Learned:
        made = real(self, shelf, dials)
        if (shelf.id, ANNE) in made.raters:
            forget(ANNE)
            tastes.unlearn(ANNE)
        return made

    monkeypatch.setattr(Fitter, "fit", late)
    put_off.pop(0)()
    learned = tastes._slots.ready(shelf)
    assert learned is not None
    assert (shelf.id, ANNE) not in learned.raters
    assert tastes.explain(items(shelf)[10], ANNE).reasons == ()


def test_models_are_not_kept_alive(
    tastes: Tastes, fill: Callable[..., Shelf], items: Callable[[Shelf], list[Item]]
) -> None:
    """What goes together is counted for a model that serves, and keeps it no longer than that."""
    shelf = fill()
    item = items(shelf)[0]
    assert tastes.pairs(item)
    assert tastes.portrait(shelf, ANNE).places
    learned = ref(tastes._slots.get(shelf))
    tastes.drop(THERE)
    assert learned() is tastes._slots.get(shelf)
    tastes.drop(HERE)
    gc.collect()
    assert learned() is None
    assert tastes.pairs(item)


def test_likes_that_were_forgotten_pair_nothing(
    tastes: Tastes, fill: Callable[..., Shelf], items: Callable[[Shelf], list[Item]]
) -> None:
    """What two members liked together counts until they are forgotten, and then no more."""
    shelf = fill(camps=0)
    one, other = items(shelf)[:2]
    for member in (ANNE, BEN):
        tastes.rate(one, member, 5)
        tastes.rate(other, member, 5)
    for member in range(3):  # without whom all would be liked together by chance
        tastes.rate(items(shelf)[5], member, 5)
    assert [(x.id, times) for x, times in tastes.pairs(one)] == [(other.id, 2)]
    tastes.unlearn(ANNE)
    assert tastes.pairs(one) == []
