"""Lists page by page, for several, and the account of a place on them."""

from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from recsys.features import ItemFeatures
from recsys.learned import Known, Learned
from recsys.listing import Lister
from recsys.meaning import Wish
from recsys.model import TasteModel
from recsys.nouns import Item, Shelf, ShelfKind, ShelfState
from recsys.picks import Picks
from recsys.rank import FLOOR, places
from recsys.weights import weights

ANNE, BEN, CARA = 1, 2, 3
PAGE = 6
EXACT = 1e-9


@pytest.fixture
def learned(
    make: Callable[[NDArray[np.float64]], TasteModel],
    dense: NDArray[np.float64],
    features: ItemFeatures,
) -> Learned:
    """A model of sixty items and thirty raters, none of whom is asked for."""
    shelf = Shelf(900, "films", ShelfKind.FILMS, id=1)
    items = [Item(1, f"i{n}", f"Title {n}", tags=(f"t{n % 6}",), id=100 + n) for n in range(60)]
    rows = {item.id: row for row, item in enumerate(items)}
    return Learned(shelf, items, features, make(dense), rows, {}, {1: ShelfState(0, 0)}, None)


def likes(*rows: int) -> Known:
    """Somebody who likes the items in these rows."""
    return Known(np.array(rows, int), np.ones(len(rows)), None)


def lister(learned: Learned, **known: Known) -> Lister:
    """Lists for members by name."""
    ids = {"anne": ANNE, "ben": BEN, "cara": CARA}
    members = {ids[name]: one for name, one in known.items()}
    return Lister(learned, members, dict.fromkeys(members, ()))


def look(lists: Lister, seed: int = 1, **how: object) -> Picks:
    """A page."""
    options = {"number": PAGE, "wish": None, "dial": 0.25, "surprise": True} | how
    return lists.picks(np.random.default_rng(seed), **options)  # type: ignore[arg-type]  # by name


def ids_of(picks: Picks) -> list[int]:
    """What is on a page."""
    return [pick.item.id for pick in picks.picks]


@pytest.mark.parametrize("members", [1, 2])
def test_pages_cover_all_once(learned: Learned, members: int) -> None:
    """Looking on shows everything there is once, with a surprise on every page but the last."""
    both = {"anne": likes(0, 7), "ben": likes(30, 31, 32)}
    lists = lister(learned, **dict(list(both.items())[:members]))
    seen: list[int] = []
    for page in range(20):
        picks = look(lists, page, without=seen)
        seen += ids_of(picks)
        if not picks.more:
            break
    assert len(seen) == len({*seen}) == len(learned.items)
    assert picks.left == len(learned.items)


def test_pages_have_their_own_surprise(learned: Learned) -> None:
    """Each page ends with one, and what it took the place of comes on a later one."""
    lists = lister(learned, anne=likes(0, 7))
    plain = ids_of(look(lists, surprise=False))
    first = look(lists)
    assert [pick.explored for pick in first.picks] == [False] * (PAGE - 1) + [True]
    second = look(lists, without=ids_of(first))
    assert second.picks[-1].explored
    assert plain[-1] in ids_of(second)


@pytest.mark.parametrize("shown", [0, 40, 52])
def test_surprises_come_from_the_better_half(learned: Learned, shown: int) -> None:
    """However little is left, what is in the worse half of it surprises nobody."""
    lists = lister(learned, anne=likes(0, 7))
    order = ids_of(look(lists, number=60, dial=0.0, surprise=False))
    left = order[shown + PAGE :]
    found = {
        look(lists, seed, dial=0.0, without=order[:shown]).picks[-1].item.id for seed in range(200)
    }
    assert found == {*left[: len(left) // 2]}


def test_plain_pages_are_the_long_list(learned: Learned) -> None:
    """Without a surprise or diversity, three pages are what one list of that length has."""
    lists = lister(learned, anne=likes(0, 7))
    long = ids_of(look(lists, number=3 * PAGE, dial=0.0, surprise=False))
    pages: list[int] = []
    for _ in range(3):
        pages += ids_of(look(lists, dial=0.0, surprise=False, without=pages))
    assert pages == long


def lowest(learned: Learned, *members: Known) -> NDArray[np.float64]:
    """For every item, the lowest place it has on one of their own lists."""
    nothing = np.zeros(len(learned.items), bool)
    scores = [learned.model.scores(one.rows, one.weights, one.rater) for one in members]
    return np.min([places(row, nothing) for row in scores], axis=0)


@pytest.mark.parametrize("wished", [False, True])
def test_a_group_gets_what_suits_all_first(learned: Learned, wished: bool) -> None:
    """What is in anybody's lower half is marked; without a mood it comes after all else."""
    anne, ben = likes(0, 1, 2, 3, 4), likes(40, 41, 42, 43, 44)
    lists, low = lister(learned, anne=anne, ben=ben), lowest(learned, anne, ben)
    wish = Wish(np.linspace(0, 1, 60), by_meaning=True) if wished else None
    seen: list[int] = []
    marks: list[bool] = []
    while len(seen) < len(learned.items):
        picks = look(lists, len(seen), without=seen, wish=wish)
        for pick in picks.picks:
            assert pick.compromise == (low[learned.rows[pick.item.id]] < FLOOR)
        seen += ids_of(picks)
        marks += [pick.compromise for pick in picks.picks]
    assert {*marks} == {False, True}
    assert (marks == sorted(marks)) is not wished


def test_who_is_not_known_spares_nothing(learned: Learned) -> None:
    """Of a member who has rated nothing no lower half is known; of one alone none counts."""
    assert not any(pick.compromise for pick in look(lister(learned, anne=likes(0))).picks)
    anne = likes(0, 1, 2)
    low = lowest(learned, anne)
    everything = look(lister(learned, anne=anne, cara=likes()), number=60)
    for pick in everything.picks:
        assert pick.compromise == (low[learned.rows[pick.item.id]] < FLOOR)


@pytest.mark.parametrize("wished", [False, True])
@pytest.mark.parametrize("members", [1, 2])
def test_terms_tell_the_order(learned: Learned, wished: bool, members: int) -> None:
    """What adds up to each thing's place falls along a list without diversity or surprise."""
    both = {"anne": likes(0, 7), "ben": likes(30, 31, 32)}
    lists = lister(learned, **dict(list(both.items())[:members]))
    wish = Wish(np.linspace(1, 0, 60) ** 2, by_meaning=True) if wished else None
    picks = look(lists, number=60, dial=0.0, surprise=False, wish=wish)
    rows = [learned.rows[x.item.id] for x in picks.picks if wished or not x.compromise]
    accounts = [lists.explain(row, ANNE, wish) for row in rows]
    if not wished and members == 1:
        assert not any(one.terms for one in accounts)
        return
    totals = [sum(term.amount for term in one.terms) for one in accounts]
    assert all(after <= before + EXACT for before, after in pairwise(totals))
    for term in (term for one in accounts for term in one.terms):
        assert -EXACT <= term.amount <= term.most + EXACT
    assert all(sum(term.most for term in one.terms) == pytest.approx(1) for one in accounts)


def test_an_account_is_of_ones_own_ratings(learned: Learned) -> None:
    """In a group it has the reasons of whoever asks, and they add up to their own score."""
    anne = likes(0, 7)
    lists = lister(learned, anne=anne, ben=likes(30, 31, 32))
    told = lists.explain(20, ANNE)
    assert {reason.item.id for reason in told.reasons} == {100, 107}
    assert told.base + sum(reason.amount for reason in told.reasons) == pytest.approx(
        told.score, abs=EXACT
    )
    alone = lister(learned, anne=anne).explain(20, ANNE)
    assert told.score == alone.score


def test_shared_tags_are_the_askers(learned: Learned) -> None:
    """What an item shares with the likes of others in the group is not told."""
    lists = lister(learned, anne=likes(0), ben=likes(1, 2, 3))
    shared = {tag for pick in look(lists, number=60).picks for tag in pick.shared}
    assert shared == {"t0"}


def test_faint_likes_share_tags_too(learned: Learned) -> None:
    """A like of few stars counts as a like, and a low rating of many does not."""
    given = weights(np.array([True, False]), np.array([4.0, 3.5]), low=0.5)
    lists = lister(learned, anne=Known(np.array([0, 1]), given, None))
    shared = {tag for pick in look(lists, number=60).picks for tag in pick.shared}
    assert shared == {"t0"}
