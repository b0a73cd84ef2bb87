"""The contract of opinions, on every database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from threading import Barrier

import numpy as np
import pytest
from sqlalchemy import text

from game.model import Server
from recsys.nouns import (
    Fit,
    Item,
    ItemStatus,
    Opinion,
    Quality,
    Recorded,
    Shelf,
    ShelfKind,
    ShelfState,
    Tuning,
    Verdict,
    verdict_of,
)
from recsys.ports import Change
from recsys.refusals import NothingToUndo, UnknownItem
from store.engine import Database
from store.fits import KEPT_FITS
from store.members import SqlMembers
from store.opinions import SqlOpinions
from store.shelves import SqlShelves
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE = 900
ANNE, BEN = 7_100_000_000_000_000_001, 7_100_000_000_000_000_002


def shelf_on(database: Database) -> Shelf:
    """A shelf with three items on a server."""
    with SqlGameStore(database).working() as work:
        work.add_server(Server(HERE, "UTC", 7, date(2026, 11, 1)))
        work.commit()
    shelves = SqlShelves(database)
    shelf = shelves.open_shelf(HERE, "films", ShelfKind.FILMS)
    with shelves.importing(shelf.id) as work:
        work.put_items([Item(shelf.id, name, f"The {name}") for name in "abc"])
        work.commit()
    return shelf


@pytest.fixture
def films(database: Database) -> Shelf:
    """A shelf with three items."""
    return shelf_on(database)


@pytest.fixture
def items(database: Database, films: Shelf) -> list[Item]:
    """Those items."""
    return list(SqlShelves(database).items(films.id))


@pytest.fixture
def opinions(database: Database, films: Shelf) -> SqlOpinions:
    """The store."""
    return SqlOpinions(database)


@pytest.fixture
def said(films: Shelf, items: list[Item]) -> Callable[..., Opinion]:
    """Makes an opinion of Anne's, of the item of that number."""

    def make(number: int, stars: float | None, member: int = ANNE, minute: int = 0) -> Opinion:
        at = NOW + timedelta(minutes=minute)
        verdict = Verdict.SEEN if stars is None else verdict_of(stars)
        return Opinion(films.id, member, items[number].id, verdict, stars, at)

    return make


def test_last_opinion_counts(
    opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf, items: list[Item]
) -> None:
    """There is one opinion a member and item, and what it replaced is told."""
    low, like = said(0, 3.5), said(0, 4.0, minute=1)
    assert opinions.record(low) == Recorded(items[0], None, low)
    assert opinions.record(like) == Recorded(items[0], low, like)
    seen, others = said(1, None, minute=2), said(0, 1.0, BEN)
    opinions.record(seen)
    opinions.record(others)
    assert opinions.of_member(films.id, ANNE) == [seen, like]
    assert opinions.of_member(films.id, BEN) == [others]


def test_what_cannot_be_rated(
    database: Database, opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf
) -> None:
    """An item that is not there, of another shelf, or only suggested takes no opinion."""
    wish = Item(films.id, "d", "D", status=ItemStatus.SUGGESTED, suggested_by=BEN)
    suggested = SqlShelves(database).suggest(wish, 5)
    assert suggested is not None
    for wrong in (
        replace(said(0, 4), item_id=999),
        replace(said(0, 4), shelf_id=999),
        replace(said(0, 4), item_id=suggested.id),
    ):
        with pytest.raises(UnknownItem):
            opinions.record(wrong)
    assert opinions.of_member(films.id, ANNE) == []


def test_same_interaction_changes_nothing_twice(
    opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf, items: list[Item]
) -> None:
    """A delivery that comes again, even after another change, does nothing."""
    like, low = said(0, 5.0), said(0, 2.0, minute=1)
    opinions.record(like, 71)
    opinions.record(low, 72)
    assert opinions.record(like, 71) == Recorded(items[0], low, low, repeated=True)
    assert opinions.undo(films.id, ANNE, None, NOW, 73).now == like
    assert opinions.undo(films.id, ANNE, None, NOW, 73) == Recorded(
        items[0], like, like, repeated=True
    )
    assert opinions.of_member(films.id, ANNE) == [like]


def test_undoing_goes_back_step_by_step(
    opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf
) -> None:
    """Each undoing brings back what was before, of one item or of all; then nothing is left."""
    first, second, third = said(0, 5.0), said(1, 2.0, minute=1), said(0, 1.0, minute=2)
    for opinion in (first, second, third):
        opinions.record(opinion)
    opinions.record(said(0, 3.0, BEN))
    undone = opinions.undo(films.id, ANNE, second.item_id, NOW)
    assert (undone.before, undone.now) == (second, None)
    undone = opinions.undo(films.id, ANNE, None, NOW)
    assert (undone.before, undone.now) == (third, first)
    assert opinions.of_member(films.id, ANNE) == [first]
    assert opinions.undo(films.id, ANNE, None, NOW).now is None
    with pytest.raises(NothingToUndo):
        opinions.undo(films.id, ANNE, None, NOW)
    assert len(opinions.of_member(films.id, BEN)) == 1


def test_saying_the_same_again_is_no_change(
    opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf
) -> None:
    """It is not undone to itself, and nobody has to catch up with it."""
    first = said(0, 5.0)
    opinions.record(first)
    assert opinions.record(said(0, 5.0, minute=9)).now == first
    assert opinions.state([films.id])[films.id].changes == 1
    assert opinions.undo(films.id, ANNE, None, NOW).now is None


def test_rated_are_likes_and_lows(
    opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf
) -> None:
    """Models learn of likes and lows, and how many changes they have seen by that."""
    opinions.record(said(0, 4.5))
    opinions.record(said(1, 3.5))
    opinions.record(said(2, None))
    state, rated = opinions.rated([films.id])
    assert state == {films.id: ShelfState(1, 3)}
    found = zip(rated.shelves, rated.members, rated.items, rated.likes, rated.stars, strict=True)
    assert sorted(tuple(value.item() for value in row) for row in found) == sorted(
        [(films.id, ANNE, said(0, 1).item_id, 1, 4.5), (films.id, ANNE, said(1, 1).item_id, 0, 3.5)]
    )


def test_rated_say_when(opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf) -> None:
    """Models learn to the second when each opinion was given, whatever zone it was told in."""
    early, late = said(0, 4.5), said(1, 3.5, minute=90)
    east = timezone(timedelta(hours=9))
    opinions.record(replace(late, at=late.at.astimezone(east)))
    opinions.record(early)
    _, rated = opinions.rated([films.id])
    found = dict(zip(rated.items.tolist(), rated.at.tolist(), strict=True))
    assert found == {one.item_id: one.at.timestamp() for one in (early, late)}


def test_rated_without_stars(
    opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf
) -> None:
    """A thumb is a like or a low without stars, for models and for whoever catches up."""
    first, second = said(0, 4.5), said(1, 0.5)
    opinions.record(replace(first, stars=None))
    opinions.record(second)
    _, rated = opinions.rated([films.id])
    found = dict(zip(rated.items.tolist(), rated.stars.tolist(), strict=True))
    assert np.isnan(found[first.item_id])
    assert found[second.item_id] == 0.5
    assert [change.stars for change in opinions.changes(films.id, 0)] == [None, 0.5]
    _, nothing = opinions.rated([films.id + 1])
    assert [len(part) for part in (nothing.items, nothing.likes, nothing.stars)] == [0, 0, 0]


def test_changes_tell_what_is_so_now(
    opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf
) -> None:
    """Whoever was away learns each changed opinion once, as it is by now."""
    first, second = said(0, 4.5), said(1, 3.5)
    for opinion in (first, second, replace(first, stars=1.0, verdict=Verdict.LOW)):
        opinions.record(opinion)
    opinions.undo(films.id, ANNE, second.item_id, NOW)
    assert opinions.changes(films.id, 1) == [
        Change(3, ANNE, first.item_id, Verdict.LOW, 1.0), Change(4, ANNE, second.item_id, None),
    ]  # fmt: skip
    assert opinions.changes(films.id, 4) == []


def test_forgetting_counts_an_epoch(
    database: Database, opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf
) -> None:
    """After a member is forgotten nothing of theirs is left, and models are fitted anew."""
    opinions.record(said(0, 4.5), 71)
    opinions.record(said(1, 4.5, BEN))
    opinions.opt_in(HERE, ANNE, NOW, wanted=True)
    before = opinions.state([films.id])[films.id]
    SqlMembers(database).forget(ANNE, None, NOW)
    after = opinions.state([films.id])[films.id]
    assert (after.epoch, after.changes) == (before.epoch + 1, before.changes)
    assert opinions.of_member(films.id, ANNE) == []
    assert opinions.opted_in(HERE) == frozenset()
    assert opinions.rated([films.id])[1].members.tolist() == [BEN]
    assert [change.member_id for change in opinions.changes(films.id, 0)] == [BEN]


def test_twins_opt_in_and_out(opinions: SqlOpinions) -> None:
    """Saying so twice is the same as once."""
    for wanted in (True, True, False, False, True):
        opinions.opt_in(HERE, ANNE, NOW, wanted=wanted)
    assert opinions.opted_in(HERE) == {ANNE}


def test_last_fits_are_kept(database: Database, opinions: SqlOpinions, films: Shelf) -> None:
    """The overview shows the last fit of a shelf, with its quality or without."""
    quality = Quality(50, 0.3, 0.4, 0.5, 0.1, 0.2, 0.3, 0.2, 0.01)
    bare = Fit(films.id, NOW, 3, 4, 5, 0.25, None)
    for second in range(KEPT_FITS + 5):
        opinions.keep_fit(replace(bare, at=NOW + timedelta(seconds=second)))
    [figures] = SqlShelves(database).figures(HERE)
    assert figures.fit is not None
    assert replace(figures.fit, id=0) == replace(bare, at=NOW + timedelta(seconds=KEPT_FITS + 4))
    opinions.keep_fit(replace(bare, quality=quality))
    [figures] = SqlShelves(database).figures(HERE)
    assert figures.fit is not None
    assert figures.fit.quality == quality
    with database.reading() as connection:
        [number] = connection.exec_driver_sql("SELECT count(*) FROM fits").one()
    assert number == KEPT_FITS


def test_fits_come_back_with_what_they_found(
    database: Database, opinions: SqlOpinions, films: Shelf
) -> None:
    """The latest first, each under a number of its own; dials that cannot be read are none."""
    bare = Fit(films.id, NOW, 3, 4, 5, 0.25, None)
    found = replace(bare, tuning=Tuning(1, "toy", {"lift": 1 / 3, "low": 0.5}))
    unheard = replace(bare, tuning=Tuning(9, None, {}))
    for fit in (bare, found, unheard):
        opinions.keep_fit(fit)
    kept = opinions.fits(films.id)
    assert [replace(fit, id=0) for fit in kept] == [unheard, found, bare]
    assert kept[0].id > kept[1].id > kept[2].id
    for broken in ("", "{", "[]", "3"):
        with database.writing() as connection:
            connection.execute(text("UPDATE fits SET dials = :dials"), {"dials": broken})
            connection.commit()
        assert [replace(fit, id=0) for fit in opinions.fits(films.id)] == [bare] * 3
    assert opinions.fits(films.id + 1) == []


def test_fit_of_a_shelf_that_is_gone(
    database: Database, opinions: SqlOpinions, films: Shelf
) -> None:
    """Nothing is kept, and nobody fails: it was computed while somebody deleted the shelf."""
    SqlShelves(database).delete(films.id)
    opinions.keep_fit(Fit(films.id, NOW, 3, 4, 5, 0.25, None))
    assert opinions.fits(films.id) == []


def test_eight_at_once(lasting_database: Database) -> None:
    """Opinions of several at once all count, each under a number of its own."""
    films = shelf_on(lasting_database)
    [item, *_] = SqlShelves(lasting_database).items(films.id)
    opinions, start = SqlOpinions(lasting_database), Barrier(8)

    def rate(number: int) -> bool:
        start.wait()
        mine = Opinion(films.id, 1 + number // 2, item.id, Verdict.LIKE, 5.0, NOW)
        return opinions.record(mine, 100 + number // 2).repeated

    with ThreadPoolExecutor(8) as pool:
        repeated = list(pool.map(rate, range(8)))
    assert sum(repeated) == 4
    assert opinions.state([films.id])[films.id].changes == 4
    assert [change.change for change in opinions.changes(films.id, 0)] == [1, 2, 3, 4]


def test_used_lately(
    database: Database, opinions: SqlOpinions, said: Callable[..., Opinion], films: Shelf
) -> None:
    """Where a member spoke or a model was fitted, the latest first; imports do not count."""
    shelves = SqlShelves(database)
    books, games = (shelves.open_shelf(HERE, x, ShelfKind.of(x)) for x in ("books", "games"))
    with shelves.importing(games.id) as work:
        work.put_items([Item(games.id, "go", "Go")])
        work.put_opinions([Opinion(games.id, -1, work.ids()["go"], Verdict.LIKE, 5.0, NOW)])
        work.commit()
    assert opinions.used(NOW, 9) == []
    opinions.record(said(0, 4.0, minute=1))
    opinions.record(said(0, 5.0, minute=3))
    opinions.keep_fit(Fit(books.id, NOW + timedelta(minutes=2), 0, 0, 0, 0.1, None))
    assert opinions.used(NOW, 9) == [films.id, books.id]
    assert opinions.used(NOW, 1) == [films.id]
    assert opinions.used(NOW + timedelta(minutes=3), 9) == [films.id]
    assert opinions.used(NOW + timedelta(minutes=4), 9) == []
