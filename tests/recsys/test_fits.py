"""Fits are computed aside, kept, and serve after a restart and in other processes."""

import subprocess
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import text

from embedding.service import EmbeddingService
from embedding.toy import ToyEncoder
from game.model import Server
from recsys.dials import Dials
from recsys.fitting import Check, Fitter, go_on
from recsys.nouns import Fit, Item, Opinion, Shelf, ShelfKind, ShelfState, Verdict
from recsys.ports import Rated
from recsys.slots import Slots
from recsys.tuned import MODEL, dials_of, tuning_of
from store.engine import Database
from store.members import SqlMembers
from store.opinions import SqlOpinions
from store.shelves import SqlShelves
from store.vectors import SqlVectorStore
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE, ANNE = 900, 71
ITEMS, MEMBERS, LIKES = 30, 24, 8
HELD = MEMBERS * LIKES
TOY = ToyEncoder().model_id
RARE = Dials(regularisation=123.0)
"""Dials that no tuning finds, so that it shows where they come from."""

Open = Callable[..., Slots]
Later = list[Callable[[], object]]


@pytest.fixture
def shelves(sqlite_database: Database) -> SqlShelves:
    """The store, with a server known."""
    with SqlGameStore(sqlite_database).working() as work:
        work.add_server(Server(HERE, "UTC", 7, date(2026, 11, 1)))
        work.commit()
    return SqlShelves(sqlite_database)


@pytest.fixture
def opinions(sqlite_database: Database) -> SqlOpinions:
    """The store of opinions and fits."""
    return SqlOpinions(sqlite_database)


@pytest.fixture
def shelf(shelves: SqlShelves) -> Shelf:
    """Two halves of items, each liked by one half of the members."""
    made = shelves.open_shelf(HERE, "films", ShelfKind.FILMS)
    rng, half = np.random.default_rng(1), ITEMS // 2
    with shelves.importing(made.id) as work:
        work.put_items(
            [Item(made.id, f"i{n}", f"{'sea' if n < half else 'moon'} {n}") for n in range(ITEMS)]
        )
        ids = work.ids()
        work.put_opinions(
            [
                Opinion(made.id, -1 - member, ids[f"i{n}"], Verdict.LIKE, 4.5, NOW)
                for member in range(MEMBERS)
                for n in half * (member % 2) + rng.permutation(half)[:LIKES]
            ]
        )
        work.commit()
    return made


@pytest.fixture
def start(sqlite_database: Database, shelves: SqlShelves) -> Open:
    """Opens the models as a process does that just started."""

    def run(
        store: SqlOpinions | None = None,
        encoder: bool = True,
        check: Check = go_on,
        **how: object,
    ) -> Slots:
        service = EmbeddingService(ToyEncoder(), SqlVectorStore(sqlite_database, lambda: NOW))
        found = store or SqlOpinions(sqlite_database)
        fitter = Fitter(shelves, found, lambda: service if encoder else None, lambda: NOW, check)
        return Slots(shelves, found, fitter, **how)  # type: ignore[arg-type]  # by name

    return run


@pytest.fixture
def kept(shelf: Shelf, opinions: SqlOpinions) -> Callable[..., Fit]:
    """Stores a fit that found those rare dials, as another process would, and returns it."""

    def run(dials: Dials = RARE, held: int = HELD, items: int = ITEMS) -> Fit:
        tuning = tuning_of(dials, TOY)
        opinions.keep_fit(Fit(shelf.id, NOW, MEMBERS, items, held, 0.5, None, tuning))
        return opinions.fits(shelf.id)[0]

    return run


def like(opinions: SqlOpinions, shelves: SqlShelves, shelf: Shelf, members: Sequence[int]) -> None:
    """Each of these members likes the first eight items."""
    for member in members:
        for item in shelves.items(shelf.id)[:8]:
            opinions.record(Opinion(shelf.id, member, item.id, Verdict.LIKE, None, NOW))


def test_restart_serves_what_was_found(
    start: Open, shelf: Shelf, kept: Callable[..., Fit], opinions: SqlOpinions
) -> None:
    """The first model of a process has the dials of the last fit, and none is fitted again."""
    fit = kept()
    assert start().get(shelf).model.dials == RARE
    assert opinions.fits(shelf.id) == [fit]


def test_fit_is_kept_with_what_it_found(start: Open, shelf: Shelf, opinions: SqlOpinions) -> None:
    """Where there is no fit one is made behind the first model, and it is whole."""
    slots = start()
    slots.get(shelf)
    [fit] = opinions.fits(shelf.id)
    assert (fit.raters, fit.items, fit.opinions) == (MEMBERS, ITEMS, HELD)
    assert fit.seconds > 0
    assert fit.quality is not None
    assert dials_of(fit.tuning, TOY) == slots.get(shelf).model.dials
    again = slots.refit(shelf)
    assert replace(again, id=0, seconds=0) == replace(fit, id=0, seconds=0)
    assert [one.id > fit.id for one in opinions.fits(shelf.id)] == [True, False]


@pytest.mark.parametrize(
    ("held", "items", "again"),
    [
        (HELD, ITEMS, False),
        (round(HELD / 1.09), ITEMS, False),
        (round(HELD / 1.12), ITEMS, True),
        (round(HELD / 0.88), ITEMS, True),
        (HELD, ITEMS // 2, True),
    ],
)
def test_dials_are_sought_again_once_outgrown(
    start: Open,
    shelf: Shelf,
    kept: Callable[..., Fit],
    opinions: SqlOpinions,
    held: int,
    items: int,
    again: bool,
) -> None:
    """They serve until opinions or items differ by more than a tenth from those of their fit."""
    kept(held=held, items=items)
    put_off: Later = []
    slots = start(later=put_off.append)
    assert slots.get(shelf).model.dials == RARE
    assert len(put_off) == again
    for work in put_off:
        work()
    assert len(opinions.fits(shelf.id)) == 1 + again
    assert (slots.get(shelf).model.dials == RARE) is not again


def test_young_server_is_tuned_as_it_grows(
    start: Open, shelf: Shelf, opinions: SqlOpinions, shelves: SqlShelves
) -> None:
    """A model that has grown by a tenth by single ratings is fitted anew, without a restart."""
    slots = start()
    slots.get(shelf)
    like(opinions, shelves, shelf, range(1, 3))
    slots.get(shelf)
    assert len(opinions.fits(shelf.id)) == 1
    like(opinions, shelves, shelf, [3])
    slots.get(shelf)
    assert [fit.raters for fit in opinions.fits(shelf.id)] == [MEMBERS + 3, MEMBERS]


def test_empty_server_is_tuned_as_it_fills(
    start: Open, shelf: Shelf, opinions: SqlOpinions, shelves: SqlShelves,
    sqlite_database: Database,
) -> None:  # fmt: skip
    """Dials and figures do not stay those of the first day, nor are they sought at each rating."""
    with sqlite_database.writing() as connection:
        connection.execute(text("DELETE FROM opinions"))
        connection.commit()
    slots = start()
    items = shelves.items(shelf.id)
    half, rng = ITEMS // 2, np.random.default_rng(2)
    seen = set()
    for member in range(40):
        for place in rng.permutation(half)[:LIKES]:
            item = items[half * (member % 2) + int(place)]
            opinions.record(Opinion(shelf.id, 1 + member, item.id, Verdict.LIKE, 5.0, NOW))
            slots.get(shelf)
            seen |= {fit.id for fit in opinions.fits(shelf.id)}
    [fit, *_] = opinions.fits(shelf.id)
    assert fit.quality is not None
    assert fit.opinions > 0.9 * 40 * LIKES
    assert 3 < len(seen) < 40
    assert dials_of(fit.tuning, TOY) != Dials()


def test_renewal_takes_what_another_process_found(
    start: Open, shelf: Shelf, kept: Callable[..., Fit], shelves: SqlShelves
) -> None:
    """Who makes a model anew makes it under the latest dials there are, whoever found them."""
    put_off: Later = []
    slots = start(later=put_off.append)
    assert slots.get(shelf).model.dials == Dials()
    put_off.pop()()
    first = slots.get(shelf)
    [own] = slots._opinions.fits(shelf.id)
    fit = kept()
    assert slots.get(shelf) is first
    shelves.remove(shelf.id, [shelves.items(shelf.id)[0].id])
    slots.get(shelf)
    while put_off:
        put_off.pop()()
    assert slots.get(shelf).model.dials == RARE
    assert slots._opinions.fits(shelf.id) == [fit, own]


def test_outgrown_dials_of_another_process_are_taken(
    start: Open, shelf: Shelf, kept: Callable[..., Fit], opinions: SqlOpinions, shelves: SqlShelves
) -> None:
    """Where another process has sought them for what there is by now, its are taken."""
    kept(replace(RARE, lift=1.5))
    put_off: Later = []
    slots = start(later=put_off.append)
    slots.get(shelf)
    like(opinions, shelves, shelf, [1, 2, 3])
    fit = kept(held=HELD + 3 * 8)
    slots.get(shelf)
    put_off.pop()()
    assert slots.get(shelf).model.dials == RARE
    assert put_off == []
    assert opinions.fits(shelf.id)[0] == fit


def test_many_who_wait_for_one_model_have_it_made_once(
    start: Open, shelf: Shelf, kept: Callable[..., Fit], shelves: SqlShelves
) -> None:
    """Nobody is sent for a model while somebody is on their way, however many ask."""
    kept()
    put_off: Later = []
    slots = start(later=put_off.append)
    old = slots.get(shelf)
    assert put_off == []
    for number in range(3):
        shelves.remove(shelf.id, [shelves.items(shelf.id)[number].id])
        for _ in range(10):
            slots.get(shelf)
    assert len(put_off) == 1
    put_off.pop()()
    made = slots.get(shelf)
    assert made is not old
    slots.get(shelf)
    assert put_off == []


def test_keystrokes_have_one_model_made(
    start: Open, shelf: Shelf, kept: Callable[..., Fit]
) -> None:
    """Whoever asks what is ready where nothing is sends for it once, and again if that fails."""
    kept()
    put_off: Later = []
    slots = start(later=put_off.append)
    assert [slots.ready(shelf) for _ in range(12)] == [None] * 12
    assert len(put_off) == 1
    slots._fitter = None  # type: ignore[assignment]  # so that it fails
    with pytest.raises(AttributeError):
        put_off.pop()()
    assert slots.ready(shelf) is None
    slots._fitter = start()._fitter
    put_off.pop()()
    assert slots.ready(shelf) is slots.get(shelf)
    assert put_off == []


def test_failure_to_keep_leaves_the_old_serving(
    start: Open, shelf: Shelf, kept: Callable[..., Fit], sqlite_database: Database
) -> None:
    """What cannot be stored is not served either, so that all processes agree after it."""

    class Full(SqlOpinions):
        def keep_fit(self, fit: Fit) -> None:
            raise OSError(28, "No space left on device")

    fit = kept(held=HELD // 2)
    put_off: Later = []
    store = Full(sqlite_database)
    slots = start(store, later=put_off.append)
    old = slots.get(shelf)
    with pytest.raises(OSError, match="No space"):
        put_off.pop()()
    assert slots.get(shelf) is old
    assert old.model.dials == RARE
    assert store.fits(shelf.id) == [fit]


def test_deleted_while_dials_are_sought(
    start: Open, shelf: Shelf, shelves: SqlShelves, opinions: SqlOpinions
) -> None:
    """A shelf that goes meanwhile leaves no fit, and afterwards a model of nothing."""
    deleted: list[bool] = []
    put_off: Later = []
    seeking = False

    def check() -> None:
        if seeking and not deleted:
            deleted.append(shelves.delete(shelf.id))

    slots = start(later=put_off.append, check=check)
    assert len(slots.get(shelf).raters) == MEMBERS
    seeking = True
    put_off.pop()()
    assert deleted == [True]
    assert opinions.fits(shelf.id) == []
    for learned in (slots.get(shelf), start().get(shelf)):
        assert (len(learned.raters), len(learned.items)) == (0, 0)
    assert slots.refit(shelf).items == 0
    assert opinions.fits(shelf.id) == []


def test_forgotten_while_a_model_is_made(
    start: Open, shelf: Shelf, shelves: SqlShelves, sqlite_database: Database
) -> None:
    """Who is forgotten after a new model was read is not in it when it serves."""
    like(SqlOpinions(sqlite_database), shelves, shelf, [ANNE])
    forgotten = []

    class Late(SqlOpinions):
        def rated(self, shelf_ids: Collection[int]) -> tuple[Mapping[int, ShelfState], Rated]:
            found = super().rated(shelf_ids)
            if not forgotten:
                forgotten.append(ANNE)
                SqlMembers(sqlite_database).forget(ANNE, None, NOW)
                slots.unlearn(ANNE)
            return found

    put_off: Later = []
    slots = start(Late(sqlite_database), later=put_off.append)
    learned = slots.get(shelf)
    assert forgotten == [ANNE]
    assert (shelf.id, ANNE) not in learned.raters
    assert len(learned.raters) == MEMBERS
    while put_off:
        put_off.pop(0)()
    like(SqlOpinions(sqlite_database), shelves, shelf, [ANNE])
    assert (shelf.id, ANNE) in slots.get(shelf).raters


CRASH = """
import os, sys
from datetime import UTC, datetime
import store.opinions
from recsys.fitting import Fitter
from recsys.slots import Slots
from store.engine import open_database
from store.fits import put_fit
from store.shelves import SqlShelves

def crash(connection, fit):
    put_fit(connection, fit)
    print(fit.opinions, flush=True)
    os._exit(9)

store.opinions.put_fit = crash
database = open_database(sys.argv[1])
shelves, opinions = SqlShelves(database), store.opinions.SqlOpinions(database)
fitter = Fitter(shelves, opinions, lambda: None, lambda: datetime.now(UTC))
Slots(shelves, opinions, fitter).refit(shelves.shelves()[0])
"""


def test_crash_in_between_leaves_the_old_serving(
    start: Open, shelf: Shelf, kept: Callable[..., Fit], sqlite_database: Database
) -> None:
    """A process that dies with its fit computed and not yet committed has changed nothing."""
    fit = kept()
    here = Path(__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", CRASH, str(sqlite_database.path)],
        capture_output=True, text=True, check=False, cwd=here,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout) == (9, f"{HELD}\n"), ended.stderr
    slots = start()
    assert slots.get(shelf).model.dials == RARE
    assert slots._opinions.fits(shelf.id) == [fit]


@pytest.mark.parametrize(
    "how",
    [
        f"model = {MODEL + 1}",
        "dials = '{\"regularisation\": '",
        "dials = '[200.0]'",
        "dials = '{\"regularisation\": -1.0}'",
        "encoder = 'another'",
        "encoder = NULL",
        "model = NULL, dials = NULL",
    ],
)
def test_unusable_dials_are_ignored(
    start: Open,
    shelf: Shelf,
    kept: Callable[..., Fit],
    sqlite_database: Database,
    how: str,
) -> None:
    """What is broken or another release's is passed over: for a fit before, or the defaults."""
    before, broken = kept(), kept(replace(RARE, lift=1.5))

    def run(statement: str, fit: Fit) -> None:
        with sqlite_database.writing() as connection:
            connection.execute(text(f"{statement} WHERE id = {fit.id}"))
            connection.commit()

    run(f"UPDATE fits SET {how}", broken)  # noqa: S608  # from above
    put_off: Later = []
    assert start(later=put_off.append).get(shelf).model.dials == RARE
    run("DELETE FROM fits", before)
    assert start(later=put_off.append).get(shelf).model.dials == Dials()
    assert [fit.id for fit in SqlOpinions(sqlite_database).fits(shelf.id)] == [broken.id]


def test_fits_without_an_encoder_are_kept_apart(
    start: Open, shelf: Shelf, kept: Callable[..., Fit], opinions: SqlOpinions
) -> None:
    """A process without an encoder tunes for itself, and takes nothing from one that has it."""
    fit = kept()
    bare = start(encoder=False)
    assert bare.get(shelf).model.dials != RARE
    [own, other] = opinions.fits(shelf.id)
    assert own.tuning is not None
    assert own.tuning.encoder is None
    assert other == fit
    assert start().get(shelf).model.dials == RARE
    assert len(opinions.fits(shelf.id)) == 2


def test_given_up_at_any_step(
    start: Open, shelf: Shelf, opinions: SqlOpinions, shelves: SqlShelves
) -> None:
    """Wherever a fit is given up, what served goes on serving, and the next one is whole."""

    class GivenUp(Exception):
        pass

    left = [1_000]

    def check() -> None:
        left[0] -= 1
        if left[0] == 0:
            raise GivenUp

    put_off: Later = []
    slots = start(later=put_off.append, check=check)
    slots.get(shelf)
    put_off.pop()()
    [first] = opinions.fits(shelf.id)
    old = slots.get(shelf)
    like(opinions, shelves, shelf, range(1, 9))
    with shelves.importing(shelf.id) as work:
        work.commit()
    steps = 0
    for steps in range(1, 100):  # told below
        assert slots.get(shelf) is old
        left[0] = steps
        try:
            put_off.pop()()
        except GivenUp:
            if slots.get(shelf) is not old:  # the model was made, and dials were being sought
                break
    assert opinions.fits(shelf.id) == [first]
    assert steps > 4
    left[0] = 1_000
    slots.refit(shelf)
    assert [fit.raters for fit in opinions.fits(shelf.id)] == [MEMBERS + 8, MEMBERS]
