"""What goes with what, and what may stand instead."""

from itertools import chain, repeat

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recsys.relations import LIKES, RelationDials, Relations

PASTA, TOMATO, BASIL, BUTTER, OIL, ONION, CARROT, SALT, MILK = range(9)
_MEALS = [
    [PASTA, TOMATO, BASIL, SALT],
    [PASTA, TOMATO, SALT],
    [BUTTER, ONION, CARROT, SALT],
    [OIL, ONION, CARROT, SALT],
    [BUTTER, ONION, SALT],
    [OIL, CARROT, SALT],
    [MILK, SALT],
    [SALT],
]
MEALS = list(chain.from_iterable(repeat(_MEALS, 6)))
BASKETS = st.lists(st.lists(st.integers(0, 8), max_size=6), max_size=25)


@pytest.fixture(scope="module")
def kitchen() -> Relations:
    """Meals in which butter and oil do the same, and pasta comes with tomato."""
    return Relations(MEALS, range(9))


def test_what_is_used_together_goes_together(kitchen: Relations) -> None:
    """Tomato is the first to go with pasta, with the numbers that say so."""
    first = kitchen.goes_with(PASTA)[0]
    assert (first.item, first.together, first.baskets) == (TOMATO, 12, 12)
    assert first.expected == pytest.approx(12 * 12 / 48)
    assert first.score == pytest.approx(np.log((12 + 1) / (3 + 1)))


def test_the_most_popular_goes_with_nothing(kitchen: Relations) -> None:
    """Salt is in every meal, and so tells nothing of any."""
    assert all(x.item != SALT for item in range(9) for x in kitchen.goes_with(item))
    assert kitchen.goes_with(SALT) == []


def test_more_evidence_counts_more() -> None:
    """Of two pairs with the same lift, that which was seen more often is the clearer one."""
    one, other, third, fourth, fifth = range(5)
    relations = Relations([[one, other]] * 8 + [[third, fourth]] + [[fifth]] * 20, range(5))
    often, once = relations.goes_with(one)[0], relations.goes_with(third)[0]
    assert often.together == 8
    assert once.together == 1
    assert often.score > once.score


def test_what_fills_the_same_role_is_a_substitute(kitchen: Relations) -> None:
    """Butter is swapped for oil and the other way round, as both go with onion and carrot."""
    for item, other in ((BUTTER, OIL), (OIL, BUTTER)):
        best = kitchen.instead_of(item)[0]
        assert (best.item, best.together, best.apart) == (other, 0, 1.0)
        assert set(best.shared) == {ONION, CARROT}
    assert TOMATO not in {x.item for x in kitchen.instead_of(BUTTER)}


def test_what_comes_along_is_no_substitute(kitchen: Relations) -> None:
    """Tomato goes with pasta, so it does not stand instead of it however alike their company is."""
    found = {x.item: x for x in kitchen.instead_of(PASTA)}
    assert found[TOMATO].apart < 0.5
    assert found[TOMATO].score == pytest.approx(found[TOMATO].contexts * found[TOMATO].apart)


def test_content_speaks_where_there_are_no_baskets() -> None:
    """An item in no basket has substitutes by content; without content it has none."""
    content = np.array([[1.0, 0.0], [0.8, 0.6], [0.0, 1.0]])
    alike = Relations([[0, 1]], range(3), content).instead_of(2)
    assert [x.item for x in alike] == [1]
    assert alike[0].score == pytest.approx(RelationDials().content * 0.6)
    assert Relations([[0, 1]], range(3)).instead_of(2) == []


def test_a_basket_is_completed(kitchen: Relations) -> None:
    """What a meal lacks comes first, and nothing that is in it."""
    assert kitchen.completing([PASTA, SALT])[0] == TOMATO
    assert not {PASTA, SALT} & set(kitchen.completing([PASTA, SALT], 9))


def test_unknown_items_and_empty_baskets_do_no_harm() -> None:
    """An item that is not known has no relations, and baskets of such items count for nothing."""
    relations = Relations([[], [77], [0, 77, 0, 1]], [0, 1])
    assert relations.baskets == 1
    assert relations.goes_with(77) == []
    assert relations.instead_of(77) == []
    assert relations.count(0) == 1
    assert relations.count(77) == 0
    assert Relations([], []).completing([1]) == []
    assert Relations([], [1, 2]).goes_with(1) == []


def test_ids_may_be_any_numbers() -> None:
    """Answers bear the ids that were given, whatever their order."""
    relations = Relations([[900, 4]] * 3 + [[17]] * 9, [17, 900, 4])
    assert [x.item for x in relations.goes_with(4)] == [900]


@given(BASKETS)
def test_going_together_is_mutual(baskets: list[list[int]]) -> None:
    """What goes with an item: the item goes with it just as much, and never with itself."""
    relations = Relations(baskets, range(9))
    found = {(a, x.item): x for a in range(9) for x in relations.goes_with(a, 9)}
    for (a, b), one in found.items():
        assert a != b
        other = found[b, a]
        assert (one.score, one.together, one.expected) == (
            other.score, other.together, other.expected,
        )  # fmt: skip
        assert one.score > 0
        assert one.together > one.expected


@given(BASKETS)
def test_order_does_not_matter(baskets: list[list[int]]) -> None:
    """The same baskets say the same in any order, of items in a basket too."""
    shuffled = [sorted(basket, reverse=True) * 2 for basket in reversed(baskets)]
    one, other = Relations(baskets, range(9)), Relations(shuffled, range(9))
    for item in range(9):
        assert one.goes_with(item) == other.goes_with(item)
        assert one.instead_of(item) == other.instead_of(item)


@given(BASKETS)
def test_substitutes_are_sound(baskets: list[list[int]]) -> None:
    """No item stands for itself; cosines stay in [0, 1]; shared contexts do go with both."""
    relations = Relations(baskets, range(9))
    company = {item: {x.item for x in relations.goes_with(item, 9)} for item in range(9)}
    for item in range(9):
        for found in relations.instead_of(item, 9):
            assert found.item != item
            assert 0 < found.contexts <= 1 + 1e-9
            assert 0 < found.apart <= 1
            assert found.shared
            assert set(found.shared) <= company[item] & company[found.item]


def _dense(
    baskets: list[list[int]], items: int, content: np.ndarray, dials: RelationDials
) -> tuple[np.ndarray, np.ndarray]:
    """Both relations by their definitions, all pairs at once: the scores, shape (items, items)."""
    held = np.array([[n in basket for n in range(items)] for basket in baskets if basket], float)
    counts, off = held.sum(axis=0), 1 - np.eye(items)
    together = held.T @ held * off
    expected = np.outer(counts, counts) / len(held)
    lifts = np.log((together + dials.doubt) / (expected + dials.doubt)) * (together > 0)
    sizes = held.sum(axis=1)
    busy = max(
        1.0, len(held) * (sizes * (sizes - 1)).sum() / (np.outer(counts, counts) * off).sum()
    )
    share = busy if dials.busy else 1.0
    beyond = np.log((together + dials.doubt) / (share * expected + dials.doubt)) * (together > 0)
    rows = np.maximum(beyond, 0)
    swaps = np.zeros((items, items))
    for one in range(items):
        for other in set(range(items)) - {one}:
            rest = [x for x in range(items) if x not in (one, other)]
            mine, theirs = rows[one, rest], rows[other, rest]
            length = np.linalg.norm(mine) * np.linalg.norm(theirs)
            contexts = mine @ theirs / length if length > 1e-9 else 0.0
            contexts *= counts[other] / (counts[other] + dials.doubt)
            apart = np.exp(-max(lifts[one, other], 0)) if dials.apart else 1.0
            swaps[one, other] = contexts * apart
    return np.maximum(lifts, 0), swaps + dials.content * np.clip(content @ content.T, 0, None) * off


@pytest.mark.parametrize("dials", [RelationDials(), LIKES])
def test_what_is_counted_for_one_item_is_what_all_pairs_say(dials: RelationDials) -> None:
    """Scores are those of the definitions, written out for all items at once."""
    rng = np.random.default_rng(8)
    baskets = [rng.choice(14, rng.integers(1, 9), replace=False).tolist() for _ in range(40)]
    content = rng.normal(size=(14, 3))
    content /= np.linalg.norm(content, axis=1, keepdims=True)
    relations = Relations(baskets, range(14), content, dials)
    pairs, swaps = _dense(baskets, 14, content, dials)
    for item in range(14):
        for wanted, found in (
            (pairs[item], relations.goes_with(item, 14)),
            (swaps[item], relations.instead_of(item, 14)),
        ):
            scores = {x.item: x.score for x in found}
            assert scores == pytest.approx({n: x for n, x in enumerate(wanted) if x > 0}, rel=1e-6)
            assert [*scores.values()] == sorted(scores.values(), reverse=True)


def test_content_may_be_told_when_asked() -> None:
    """Cosines given by a function count as those of rows do."""
    content = np.array([[1.0, 0.0], [0.8, 0.6], [0.0, 1.0]])
    rows = Relations([[0, 1]], range(3), content)
    told = Relations([[0, 1]], range(3), lambda place: content @ content[place])
    assert rows.instead_of(2) == told.instead_of(2)


def test_of_many_items_the_likeliest_are_compared() -> None:
    """On a large shelf the best substitutes are those that comparing all would find."""
    rng = np.random.default_rng(2)
    role = rng.integers(30, size=900)  # of each role any one stands beside those of the next
    by_role = [np.flatnonzero(role == n) for n in range(30)]
    baskets = []
    for _ in range(2500):
        first = rng.integers(30)
        chosen = [rng.choice(by_role[(first + step) % 30]) for step in (0, 1, 2)]
        baskets.append([*map(int, chosen), int(rng.integers(900))])
    fast = Relations(baskets, range(900))
    slow = Relations(baskets, range(900), shortlist=900)
    for item in range(0, 900, 90):
        first, whole = (x.instead_of(item, 10, reasons=0) for x in (fast, slow))
        assert {x.item: x.score for x in first} == {x.item: x.score for x in whole}


def test_liking_both_is_nothing_against_a_substitute() -> None:
    """Two sequels that the same members like stand for each other; two things eaten at once do not.

    Content says that they are alike; all else is what the same baskets say as meals and as likes.
    """
    one, sequel, other, *rest = range(12)
    baskets = [[one, sequel, rest[n % 4]] for n in range(12)]
    baskets += [[other, rest[n % 4], rest[4 + n % 4]] for n in range(12)]
    content = np.eye(12)
    content[sequel] = 0.8 * content[one] + 0.6 * content[sequel]
    used, liked = (Relations(baskets, range(12), content, x) for x in (None, LIKES))
    assert {x.item: x.apart for x in used.instead_of(one)}[sequel] < 0.6
    best = liked.instead_of(one)[0]
    assert (best.item, best.apart) == (sequel, 1.0)


def test_who_likes_everything_makes_no_context() -> None:
    """Two things that only members share who like nearly all have no company in common."""
    busy = [list(range(20)) for _ in range(6)]
    quiet = [[n] for n in range(20)] * 6
    relations = Relations([*busy, *quiet], range(20), dials=LIKES)
    assert relations.instead_of(0) == []
    assert Relations([*busy, *quiet], range(20)).instead_of(0) != []
