"""The use cases of taste, on a real database with a real model."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from threading import Thread

import numpy as np
import pytest

from recsys.nouns import Item, ItemStatus, Shelf, ShelfKind, Verdict, verdict_of
from recsys.picks import Basis, Picks
from recsys.refusals import BadStars, NothingToUndo, NotOptedIn, UnknownItem
from recsys.taste import Tastes
from store.engine import Database
from store.members import SqlMembers
from store.shelves import SqlShelves

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE, THERE = 900, 901
ANNE, BEN, CARA = 71, 72, 73
HALF = 20
EXACT = 1e-9


def items_of(shelves: SqlShelves, shelf: Shelf) -> list[Item]:
    """The items of a shelf in their order."""
    return list(shelves.items(shelf.id))


def ask(tastes: Tastes, shelf: Shelf, *members: int, **how: object) -> Picks:
    """A list without surprises."""
    options = {"surprise": False, "number": 6} | how
    return tastes.recommend(shelf, members, np.random.default_rng(1), **options)  # type: ignore[arg-type]  # by name


def test_likes_count_at_once(
    tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """Two likes bring the rest of that half, and nothing of what was said, whatever it was."""
    shelf = fill()
    items = items_of(shelves, shelf)
    assert ask(tastes, shelf, ANNE).basis is Basis.NOTHING
    tastes.rate(items[0], ANNE, 5)
    tastes.say(items[1], ANNE, Verdict.LIKE)
    tastes.say(items[2], ANNE, Verdict.SEEN)
    tastes.say(items[3], ANNE, Verdict.DISMISSED)
    tastes.rate(items[4], ANNE, 1.5)
    found = ask(tastes, shelf, ANNE, number=8, dial=0.0)
    titles = [pick.item.title for pick in found.picks]
    assert found.basis is Basis.TASTE
    assert all(title.startswith("sea") for title in titles)
    assert {x.item.id for x in found.picks}.isdisjoint(item.id for item in items[:5])
    assert (found.left, found.on_shelf) == (2 * HALF - 5, 2 * HALF)


def test_reasons_add_up_and_are_true(
    tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """All amounts and the base are the score; without a rating it is lower by its amount."""
    shelf = fill()
    items = items_of(shelves, shelf)
    for number, stars in ((0, 5), (1, 4), (HALF, 2)):
        tastes.rate(items[number], ANNE, stars)
    for target in (items[7], items[HALF - 1]):
        before = tastes.explain(target, ANNE)
        total = before.base + sum(reason.amount for reason in before.reasons)
        assert abs(total - before.score) < EXACT
        assert {reason.item.id for reason in before.reasons} == {items[n].id for n in (0, 1, HALF)}
        for reason in before.reasons:
            tastes.undo(shelf, ANNE, reason.item.id)
            after = tastes.explain(target, ANNE)
            assert abs(before.score - reason.amount - after.score) < EXACT
            again = {5.0: items[0], 4.0: items[1], 2.0: items[HALF]}
            [stars] = [stars for stars, item in again.items() if item.id == reason.item.id]
            tastes.rate(reason.item, ANNE, stars)


def test_cold_items_are_marked_and_share_tags(
    tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """What nobody rated may be recommended, and says what it has in common with what is liked."""
    shelf = fill()
    items = items_of(shelves, shelf)
    for number in range(6):
        tastes.rate(items[number], ANNE, 5)
    found = ask(tastes, shelf, ANNE, number=40, dial=0.0)
    cold = {pick.item.id: pick for pick in found.picks if pick.cold}
    assert set(cold) == {items[n].id for n in (18, 19, 38, 39)}
    assert cold[items[18].id].shared[0] == "sea"


def test_following_equals_a_fresh_model(
    open_tastes: Callable[..., Tastes], fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """A model that followed every change gives the scores of one made of the database anew."""
    shelf, put_off = fill(), []
    tastes = open_tastes(later=put_off.append)
    items = items_of(shelves, shelf)
    rng = np.random.default_rng(3)
    ask(tastes, shelf, ANNE)
    for _ in range(60):
        member = int(rng.choice([ANNE, BEN, CARA]))
        tastes.rate(items[int(rng.integers(len(items)))], member, float(rng.integers(1, 11)) / 2)
        if rng.random() < 0.3:
            tastes.undo(shelf, member)
    followed = tastes._slots.get(shelf)
    assert followed.updates > 40
    fresh = tastes._slots._fitter.fit(shelf, followed.model.dials)
    for member in (ANNE, BEN, CARA):
        held = [one.opinion for one in tastes.opinions(shelf, member)]
        one, other = (
            use.model.scores(known.rows, known.weights, known.rater)
            for use in (followed, fresh)
            for known in (use.known(member, held),)
        )
        assert np.abs(one - other).max() < EXACT


def test_other_processes_changes_are_caught_up_with(
    tastes: Tastes,
    open_tastes: Callable[..., Tastes],
    fill: Callable[..., Shelf],
    shelves: SqlShelves,
) -> None:
    """A rating that another process stored counts in the next list here."""
    shelf = fill()
    items = items_of(shelves, shelf)
    ask(tastes, shelf, ANNE)
    learned = tastes._slots.get(shelf)
    open_tastes().rate(items[HALF], ANNE, 5)
    found = ask(tastes, shelf, ANNE, dial=0.0)
    assert all(pick.item.title.startswith("moon") for pick in found.picks)
    assert tastes._slots.get(shelf) is learned


def test_imports_and_removals_reach_the_model(
    tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """A removed item is recommended no more, an approved one may be, and its tastes are kept."""
    shelf = fill()
    items = items_of(shelves, shelf)
    tastes.rate(items[0], ANNE, 5)
    first = ask(tastes, shelf, ANNE).picks[0].item
    shelves.remove(shelf.id, [first.id])
    assert first.id not in {pick.item.id for pick in ask(tastes, shelf, ANNE, number=40).picks}
    wish = replace(items[0], external_id="new", title="sea anew", id=0, suggested_by=BEN)
    stored = shelves.suggest(replace(wish, status=ItemStatus.SUGGESTED), 5)
    assert stored is not None
    with pytest.raises(UnknownItem):
        tastes.rate(stored, ANNE, 5)
    shelves.settle(stored.id, ItemStatus.LIVE)
    assert stored.id in {pick.item.id for pick in ask(tastes, shelf, ANNE, number=40).picks}
    tastes.rate(first, BEN, 5)
    assert ask(tastes, shelf, BEN).basis is Basis.TASTE


def test_old_model_serves_while_the_new_is_made(
    open_tastes: Callable[..., Tastes], fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """What is put off is not waited for; a failure of it leaves the old model serving."""
    shelf = fill()
    items = items_of(shelves, shelf)
    put_off: list[Callable[[], object]] = []
    tastes = open_tastes(later=put_off.append)
    tastes.rate(items[0], ANNE, 5)
    tastes._slots.get(shelf)
    put_off.pop()()
    old = tastes._slots.get(shelf)
    shelves.remove(shelf.id, [items[1].id])
    assert tastes._slots.get(shelf) is old
    assert items[1].id not in {x.item.id for x in ask(tastes, shelf, ANNE, number=40).picks}
    put_off[0]()
    assert tastes._slots.get(shelf) is not old


def test_forgetting_is_exact(
    tastes: Tastes,
    open_tastes: Callable[..., Tastes],
    fill: Callable[..., Shelf],
    shelves: SqlShelves,
    sqlite_database: Database,
) -> None:
    """After a member is forgotten everybody's scores are those of a model that never saw them."""
    shelf = fill()
    items = items_of(shelves, shelf)
    for number in (0, 3, HALF):
        tastes.rate(items[number], BEN, 5)
    before = {x.item.id: x.score for x in ask(tastes, shelf, BEN, number=40).picks}
    for number in range(5, 15):
        tastes.rate(items[number], ANNE, 5)
    changed = {x.item.id: x.score for x in ask(tastes, shelf, BEN, number=40).picks}
    assert any(abs(before[one] - changed[one]) > EXACT for one in before)
    learned = tastes._slots.get(shelf)
    SqlMembers(sqlite_database).forget(ANNE, None, NOW)
    tastes.unlearn(ANNE)
    with learned.lock:
        assert (shelf.id, ANNE) not in learned.raters
        items_rated, weights = learned.model.opinions.row(learned.raters[shelf.id, BEN])
        scores = learned.model.scores(items_rated, weights, learned.raters[shelf.id, BEN])
    exact = {learned.items[row].id: float(score) for row, score in enumerate(scores)}
    assert all(abs(before[one] - exact[one]) < EXACT for one in before)
    assert ask(tastes, shelf, ANNE).basis is Basis.NOTHING


@pytest.mark.parametrize("stars", [0, 0.25, 4.7, 5.5, -1])
def test_stars_off_the_scale(
    tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves, stars: float
) -> None:
    """Half a star to five in halves; nothing else is stored."""
    shelf = fill()
    with pytest.raises(BadStars):
        tastes.rate(items_of(shelves, shelf)[0], ANNE, stars)
    assert tastes.opinions(shelf, ANNE) == []


def test_only_dislikes(tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves) -> None:
    """Who rated everything low gets a list that says so, without any of it."""
    shelf = fill()
    items = items_of(shelves, shelf)
    for item in items[:3]:
        tastes.rate(item, ANNE, 1)
    found = ask(tastes, shelf, ANNE)
    assert found.basis is Basis.ONLY_LOW
    assert len(found.picks) == 6
    assert {x.item.id for x in found.picks}.isdisjoint(item.id for item in items[:3])


def test_everything_is_known(
    tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """Nothing is left, and the result tells that from an empty shelf."""
    shelf = fill()
    for item in items_of(shelves, shelf):
        tastes.say(item, ANNE, Verdict.SEEN)
    found = ask(tastes, shelf, ANNE)
    assert (found.picks, found.left, found.on_shelf) == ((), 0, 2 * HALF)
    empty = shelves.open_shelf(HERE, "books", ShelfKind.BOOKS)
    found = ask(tastes, empty, ANNE)
    assert (found.picks, found.left, found.on_shelf) == ((), 0, 0)
    assert tastes.search(empty, "sea").items == ()
    assert tastes.portrait(empty, ANNE).liked == ()
    assert tastes.fit(empty).quality is None


def test_shelf_with_one_item(tastes: Tastes, shelves: SqlShelves) -> None:
    """It is recommended, then known; nothing is like it."""
    shelf = shelves.open_shelf(HERE, "games", ShelfKind.GAMES)
    with shelves.importing(shelf.id) as work:
        work.put_items([Item(shelf.id, "go", "Go", tags=("old",))])
        work.commit()
    [item] = items_of(shelves, shelf)
    assert [pick.item for pick in ask(tastes, shelf, ANNE, surprise=True).picks] == [item]
    assert tastes.similar(item).items == ()
    assert [one for one, _ in tastes.search(shelf, "go").items] == [item]
    tastes.rate(item, ANNE, 5)
    assert ask(tastes, shelf, ANNE).left == 0
    assert tastes.portrait(shelf, ANNE).liked == (item,)


def test_list_for_several(tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves) -> None:
    """Nothing that any of them said anything about; a group of one gets the member's own list."""
    shelf = fill()
    items = items_of(shelves, shelf)
    for number in (0, 1, 2):
        tastes.rate(items[number], ANNE, 5)
        tastes.rate(items[HALF + number], BEN, 5)
    tastes.say(items[HALF + 3], BEN, Verdict.DISMISSED)
    found = ask(tastes, shelf, ANNE, BEN, number=30)
    known = {items[n].id for n in (0, 1, 2, HALF, HALF + 1, HALF + 2, HALF + 3)}
    assert found.members == (ANNE, BEN)
    assert {x.item.id for x in found.picks}.isdisjoint(known)
    assert {reason.member_id for x in found.picks for reason in x.because} == {ANNE}
    assert found.basis is Basis.SHARED
    alone = ask(tastes, shelf, ANNE)
    assert ask(tastes, shelf, ANNE).picks == alone.picks


def test_mood_and_search(tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves) -> None:
    """A wish in words leads the list, and the search finds by meaning."""
    shelf = fill()
    items = items_of(shelves, shelf)
    tastes.rate(items[0], ANNE, 5)
    found = ask(tastes, shelf, ANNE, mood="moon", dial=0.0, number=4)
    assert found.by_meaning
    assert all(pick.item.title.startswith("moon") for pick in found.picks)
    assert tastes.search(shelf, items[25].text).items[0][0] == items[25]


def test_gibberish(tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves) -> None:
    """A search for what nothing comes near to says so, and so does a list in such a mood."""
    shelf = fill()
    tastes.rate(items_of(shelves, shelf)[0], ANNE, 5)
    assert tastes.search(shelf, "wglmpf").faint
    assert not tastes.search(shelf, "moon").faint
    assert ask(tastes, shelf, ANNE, mood="wglmpf").faint
    assert not ask(tastes, shelf, ANNE, mood="moon").faint
    assert not ask(tastes, shelf, ANNE).faint


def test_without_an_encoder(
    open_tastes: Callable[..., Tastes], fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """Tags and years still tell items apart, and texts are compared by their words."""
    shelf = fill()
    items = items_of(shelves, shelf)
    tastes = open_tastes(encoder=lambda: None)
    tastes.rate(items[0], ANNE, 5)
    found = ask(tastes, shelf, ANNE, mood="Moon", number=4, dial=0.0)
    assert not found.by_meaning
    assert all(pick.item.title.startswith("moon") for pick in found.picks)
    searched = tastes.search(shelf, "the moon 25")
    assert (searched.by_meaning, searched.items[0][0].title) == (False, "moon 25")
    assert tastes.search(shelf, "sun").items == ()
    assert tastes.similar(items[0]).items[0][0].title.startswith("sea")


def test_twins_are_found_among_the_willing(
    tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """Only those who opted in find and are found; the most alike come first, with shared likes."""
    shelf = fill()
    items = items_of(shelves, shelf)
    for member, start in ((ANNE, 0), (BEN, 1), (CARA, 4), (74, HALF)):
        for item in items[start : start + 6]:
            tastes.rate(item, member, 5)
    with pytest.raises(NotOptedIn):
        tastes.twins(shelf, ANNE)
    for member in (ANNE, CARA, 74):
        tastes.opt_in(HERE, member, wanted=True)
    [twin] = tastes.twins(shelf, ANNE)
    assert (twin.member_id, [x.id for x in twin.shared]) == (CARA, [x.id for x in items[4:6]])
    tastes.opt_in(HERE, BEN, wanted=True)
    assert [twin.member_id for twin in tastes.twins(shelf, ANNE)] == [BEN, CARA]
    tastes.opt_in(HERE, CARA, wanted=False)
    assert [twin.member_id for twin in tastes.twins(shelf, ANNE)] == [BEN]


def test_pooled_shelves_learn_together(
    open_tastes: Callable[..., Tastes], fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """A new shelf without ratings borrows those of its name elsewhere, if both wish so."""
    there = fill(THERE)
    shelf = fill(HERE, camps=0)
    tastes = open_tastes()
    assert tastes.fit(shelf).raters == 0
    for one in (shelf, there):
        shelves.set_pooled(one.id, pooled=True)
    assert tastes.fit(shelf).raters == 24
    items = items_of(shelves, shelf)
    tastes.rate(items[HALF], ANNE, 5)
    found = ask(tastes, shelf, ANNE, dial=0.0)
    assert all(x.item.shelf_id == shelf.id and x.item.title.startswith("moon") for x in found.picks)
    assert not found.picks[0].cold
    learned = tastes._slots.get(shelf)
    tastes.rate(items_of(shelves, there)[0], BEN, 5)
    ask(tastes, shelf, ANNE)
    assert (there.id, BEN) in learned.raters
    tastes.opt_in(HERE, ANNE, wanted=True)
    assert tastes.twins(shelf, ANNE) == []


def test_fits_are_measured_beside_popularity(
    tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves
) -> None:
    """Two camps are told apart far better than by what is popular; the figures are kept."""
    shelf = fill(camps=30)
    fit = tastes.fit(shelf)
    assert fit.quality is not None
    assert fit.quality.ndcg10 > fit.quality.popular_ndcg10
    assert fit.quality.gain == pytest.approx(fit.quality.ndcg10 - fit.quality.popular_ndcg10)
    [figures] = shelves.figures(HERE)
    assert figures.fit is not None
    assert figures.fit.quality == fit.quality


def test_models_are_given_up_for_room(
    open_tastes: Callable[..., Tastes], fill: Callable[..., Shelf]
) -> None:
    """Beyond the room only the latest used are kept, and the others are made again."""
    tastes = open_tastes(room=1)
    films, books = fill(), fill(name="books")
    first = tastes._slots.get(films)
    tastes._slots.get(books)
    assert len(tastes._slots._slots) == 1
    assert tastes._slots.get(films) is not first


def test_many_at_once(tastes: Tastes, fill: Callable[..., Shelf], shelves: SqlShelves) -> None:
    """Eight members rate and ask at once: every rating is learned, once."""
    shelf = fill()
    items = items_of(shelves, shelf)
    failed: list[BaseException] = []

    def use(member: int) -> None:
        try:
            for number in range(8):
                tastes.rate(items[(member + 3 * number) % HALF], member, 5)
                ask(tastes, shelf, member)
        except BaseException as error:  # noqa: BLE001  # told below
            failed.append(error)

    threads = [Thread(target=use, args=(100 + n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    learned = tastes._slots.get(shelf)
    for member in range(100, 108):
        rows, _ = learned.model.opinions.row(learned.raters[shelf.id, member])
        assert len(rows) == len(tastes.opinions(shelf, member)) == 8


def test_nothing_to_undo(tastes: Tastes, fill: Callable[..., Shelf]) -> None:
    """Who changed nothing cannot take anything back; imported ratings are no change."""
    shelf = fill()
    for member in (ANNE, -1000):
        with pytest.raises(NothingToUndo):
            tastes.undo(shelf, member)


def test_verdict_of_stars() -> None:
    """Four stars are a like, three and a half are none."""
    assert (verdict_of(4.0), verdict_of(3.5)) == (Verdict.LIKE, Verdict.LOW)
