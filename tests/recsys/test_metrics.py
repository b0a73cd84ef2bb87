"""Metrics stay within their bounds and mean what they say."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from recsys.metrics import judge, top

ITEMS = 150
Scores = st.lists(st.integers(-50, 50), min_size=ITEMS, max_size=ITEMS)
Wanted = st.sets(st.integers(0, ITEMS - 1), min_size=1, max_size=130)


@given(Scores, Wanted)
def test_measures_lie_between_none_and_all(scores: list[int], wanted: set[int]) -> None:
    """Every measure of every ranking is from 0 to 1."""
    found = judge(np.array(scores, float), np.array([*wanted]))
    for value in (found.ndcg10, found.ndcg100, found.recall20, found.recall100):
        assert -1e-12 <= value <= 1 + 1e-12


@given(Wanted)
def test_a_perfect_ranking_is_one(wanted: set[int]) -> None:
    """With everything wanted before all else each measure is 1."""
    scores = np.zeros(ITEMS)
    scores[[*wanted]] = 1
    found = judge(scores, np.array([*wanted]))
    for value in (found.ndcg10, found.ndcg100, found.recall20, found.recall100):
        assert abs(value - 1) < 1e-12


@given(st.permutations(range(ITEMS)), Wanted)
def test_numbering_of_items_means_nothing(order: list[int], wanted: set[int]) -> None:
    """Items numbered otherwise, with scores all different, are ranked as well as before."""
    scores = np.arange(ITEMS, dtype=float)
    place = np.argsort(order)
    before = judge(scores, np.array([*wanted]))
    after = judge(scores[order], place[[*wanted]])
    assert (before.ndcg10, before.ndcg100, before.recall20, before.recall100) == (
        after.ndcg10, after.ndcg100, after.recall20, after.recall100,
    )  # fmt: skip


@given(Scores, st.integers(1, ITEMS), st.sets(st.integers(0, ITEMS - 1)))
def test_the_first_are_the_highest(scores: list[int], length: int, banned: set[int]) -> None:
    """No banned item is listed, and no item left out scores more than one listed."""
    ranked = np.array(scores, float)
    ranked[[*banned]] = -np.inf
    found = top(ranked, length)
    assert not banned & set(found.tolist())
    assert len(found) == min(length, ITEMS - len(banned))
    rest = np.setdiff1d(np.arange(ITEMS), found)
    if len(found) and len(rest):
        assert ranked[rest].max() <= ranked[found].min()
