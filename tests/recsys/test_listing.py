"""Lists page by page, for several, and the account of a place on them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from recsys.features import ItemFeatures
from recsys.learned import Known, Learned
from recsys.listing import Lister
from recsys.meaning import Wish
from recsys.model import TasteModel
from recsys.nouns import Item, Opinion, Shelf, ShelfKind, ShelfState, Verdict, verdict_of
from recsys.picks import Basis, Picks
from recsys.rank import FLOOR, places
from recsys.weights import weights

ANNE, BEN, CARA = 1, 2, 3
PAGE = 6
EXACT = 1e-9
AT = datetime(2026, 11, 21, tzinfo=UTC)


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
    totals = [(one.later, -sum(term.amount for term in one.terms)) for one in accounts]
    near = [pair for pair in totals if not pair[0]]
    assert totals[: len(near)] == near
    assert all(before[1] <= after[1] + EXACT for before, after in pairwise(near))
    assert len(near) == (20 if wished else len(totals))
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


HATED = Known(np.arange(20, 26), np.full(6, 0.3), None)


def unknown() -> Known:
    """Somebody who has rated nothing."""
    return likes()


@pytest.mark.parametrize("wished", [False, True])
@pytest.mark.parametrize("place", ["first", "last"])
def test_who_has_rated_nothing_has_no_say(learned: Learned, wished: bool, place: str) -> None:
    """With somebody new beside them a list is the same, to the account of each place on it."""
    both = {"anne": likes(0, 7), "ben": likes(30, 31, 32)}
    new = {"cara": unknown()}
    known = lister(learned, **both)
    joined = lister(learned, **(new | both if place == "first" else both | new))
    wish = Wish(np.linspace(0, 1, 60), by_meaning=True) if wished else None
    before, after = (look(x, number=60, wish=wish) for x in (known, joined))
    assert ids_of(after) == ids_of(before)
    assert [x.compromise for x in after.picks] == [x.compromise for x in before.picks]
    shares = {one.member_id: one.share for one in after.standings if one.ratings}
    assert shares == {one.member_id: one.share for one in before.standings}
    for row in (20, 40):
        assert joined.explain(row, CARA, wish).terms == known.explain(row, ANNE, wish).terms


def test_a_newcomer_leaves_a_member_their_list(learned: Learned) -> None:
    """Beside one who rated something, the order is that member's own but for their lower half."""
    alone = ids_of(look(lister(learned, anne=likes(0, 7)), number=60, dial=0.0, surprise=False))
    lists = lister(learned, cara=unknown(), anne=likes(0, 7))
    assert ids_of(look(lists, number=60, dial=0.0, surprise=False)) == alone


def test_where_nobody_has_rated_the_common_order_decides(learned: Learned) -> None:
    """A group of whom nothing is known gets what anybody gets of whom nothing is known."""
    alone = look(lister(learned, cara=unknown()), number=60)
    both = look(lister(learned, cara=unknown(), anne=unknown()), number=60)
    assert ids_of(both) == ids_of(alone)
    assert not any(pick.compromise for pick in both.picks)


def test_bars_go_with_the_lower_half(learned: Learned) -> None:
    """A list without a compromise has no bar below a half, and the only thing left a full one."""
    lists = lister(learned, anne=likes(0, 1, 2), ben=likes(3, 4, 5))
    picks = look(lists)
    assert not any(pick.compromise for pick in picks.picks)
    assert all(one.share >= FLOOR for one in picks.standings)
    rest = {pick.item.id: pick for pick in look(lists, number=60, surprise=False).picks}
    said = [Opinion(1, ANNE, one, Verdict.SEEN, None, AT) for one in list(rest)[:-1]]
    last = Lister(learned, {ANNE: likes(0), BEN: likes(9)}, {ANNE: said, BEN: ()})
    left = look(last)
    assert len(left.picks) == 1
    assert [one.share for one in left.standings] == [1.0, 1.0]
    assert [
        term.amount for term in last.explain(learned.rows[left.picks[0].item.id], ANNE).terms
    ] == [
        0.5,
        0.5,
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_mood_comes_first(learned: Learned, seed: int) -> None:
    """Whatever one's taste, the nearest third of a small shelf goes before all the rest."""
    rng = np.random.default_rng(seed)
    wish = Wish(rng.permutation(60) / 60, by_meaning=True)
    lists = lister(learned, anne=likes(*rng.choice(60, 4, replace=False).tolist()))
    seen: list[int] = []
    while len(seen) < len(learned.items):
        picks = look(lists, len(seen), without=seen, wish=wish)
        seen += ids_of(picks)
    nearest = {100 + int(row) for row in np.argsort(-wish.nearness)[:20]}
    assert set(seen[:20]) == nearest
    assert len(seen) == len({*seen}) == 60


def test_taste_orders_what_is_about_as_near(learned: Learned) -> None:
    """Of things equally near to a mood those that suit one's taste come first."""
    near = np.zeros(60)
    near[10:30] = 0.5
    lists = lister(learned, anne=likes(0, 7))
    scores = learned.model.scores(np.array([0, 7]), np.ones(2), None)
    picks = look(lists, number=20, dial=0.0, surprise=False, wish=Wish(near, by_meaning=True))
    best = sorted(range(10, 30), key=lambda row: -scores[row])
    assert ids_of(picks) == [100 + row for row in best]


def test_what_is_not_wanted_comes_last(learned: Learned) -> None:
    """A text that only says no leaves the order to taste, and what it rules out to the end."""
    against = np.zeros(60, bool)
    against[::3] = True
    wish = Wish(np.linspace(0, 1, 60), by_meaning=True, against=against, open=True)
    lists = lister(learned, anne=likes(1, 7))
    plain = ids_of(look(lists, number=60, dial=0.0, surprise=False))
    picks = look(lists, number=60, dial=0.0, surprise=False, wish=wish)
    wanted = [one for one in plain if (one - 100) % 3]
    assert ids_of(picks)[:40] == wanted
    assert not any(pick.wished for pick in picks.picks)
    assert lists.explain(3, ANNE, wish).later


def test_a_mood_is_the_cause_where_taste_is_not(learned: Learned) -> None:
    """Of what the mood brings, only what lies in one's upper half there has reasons of taste."""
    wish = Wish(np.linspace(0, 1, 60), by_meaning=True)
    lists = lister(learned, anne=likes(0, 7))
    picks = look(lists, number=30, surprise=False, wish=wish).picks
    nearest = {100 + row for row in range(40, 60)}
    assert {pick.item.id for pick in picks if pick.wished} == nearest
    scores = learned.model.scores(np.array([0, 7]), np.ones(2), None)
    bar = np.median(scores[40:])
    for pick in (one for one in picks if one.wished):
        if scores[learned.rows[pick.item.id]] < bar:
            assert not pick.because
    faint = look(lists, wish=replace(wish, faint=True))
    assert not any(pick.wished for pick in faint.picks)


def test_reasons_are_told_where_all_together_speak_for_it(learned: Learned) -> None:
    """Where what one said speaks against a thing, or as much, no liked title is named for it."""
    known = Known(np.array([0, 7, 21, 22]), np.array([1.0, 1.0, 0.3, 0.3]), None)
    lists = lister(learned, anne=known)
    told = 0
    for pick in look(lists, number=60).picks:
        reasons = lists.explain(learned.rows[pick.item.id], ANNE).reasons
        net = sum(reason.amount for reason in reasons)
        assert bool(pick.because) == (net > 0)
        if pick.because:
            told += 1
            assert pick.support - pick.against == pytest.approx(net, abs=EXACT)
            assert pick.against >= -EXACT
    assert 0 < told < 56


def test_reasons_in_a_group_are_the_first_ones(learned: Learned) -> None:
    """Nothing of what others rated leaves the list, and how much that is changes nothing told."""
    anne = likes(0, 7)
    for ben in (likes(30, 31, 32), HATED):
        picks = look(lister(learned, anne=anne, ben=ben), number=60).picks
        assert {reason.member_id for pick in picks for reason in pick.because} == {ANNE}
        alone = {x.item.id: x for x in look(lister(learned, anne=anne), number=60).picks}
        assert all(pick.because == alone[pick.item.id].because for pick in picks)


@pytest.mark.parametrize(
    ("stars", "basis"),
    [
        ((), Basis.NOTHING),
        ((1, 2.5, None), Basis.ONLY_LOW),
        ((1, 3), Basis.LUKEWARM),
        ((3.5,), Basis.LUKEWARM),
        ((0.5, 4), Basis.TASTE),
    ],
)
def test_what_a_list_rests_on(
    learned: Learned, stars: tuple[float | None, ...], basis: Basis
) -> None:
    """Three stars are no dislike; a thumb down is one; what was only seen says neither."""
    said = [
        Opinion(1, ANNE, 100 + n, Verdict.LOW if one is None else verdict_of(one), one, AT)
        for n, one in enumerate(stars)
    ]
    said.append(Opinion(1, ANNE, 150, Verdict.SEEN, None, AT))
    assert look(Lister(learned, {ANNE: unknown()}, {ANNE: said})).basis is basis
    both = {ANNE: unknown(), BEN: unknown()}
    assert look(Lister(learned, both, {ANNE: (), BEN: said})).basis is Basis.SHARED
