"""Lists of scores: diverse ones, ones with a surprise, ones for several members."""

from typing import Any

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from recsys.rank import (
    FLOOR,
    diversify,
    explore,
    group,
    halves,
    places,
    suits_all,
    unit_range,
)

Dense = NDArray[np.float64]
_finite = st.floats(-100, 100, width=32)


@st.composite
def candidates(draw: st.DrawFn) -> tuple[Dense, Dense]:
    """Relevances in [0, 1], some barred, and unit rows of content."""
    size = draw(st.integers(1, 20))
    relevance = draw(arrays(np.float64, size, elements=st.floats(0, 1, width=32)))
    barred = draw(arrays(np.bool_, size))
    content = draw(arrays(np.float64, (size, 4), elements=_finite))
    lengths = np.linalg.norm(content, axis=1, keepdims=True)
    return np.where(barred, -np.inf, relevance), content / np.maximum(lengths, 1e-9)


def scores_of(members: int) -> Any:
    """Scores of that many members for 2 to 20 items."""
    return st.integers(2, 20).flatmap(
        lambda size: arrays(np.float64, (members, size), elements=_finite)
    )


@given(candidates(), st.integers(1, 25))
def test_dial_at_zero_is_the_plain_order(given_: tuple[Dense, Dense], number: int) -> None:
    """Without a wish for diversity the most relevant come first, ties by place."""
    relevance, content = given_
    plain = [int(x) for x in np.argsort(-relevance, kind="stable") if relevance[x] > -np.inf]
    assert diversify(relevance, content, number, 0.0) == plain[:number]


@given(candidates(), st.integers(1, 25), st.floats(0, 1))
@example((np.array([0.0, 1.0]), np.zeros((2, 4))), 1, 1.0)
def test_lists_hold_nothing_barred_or_twice(
    given_: tuple[Dense, Dense], number: int, dial: float
) -> None:
    """Whatever the dial, a list is as long as it can be, and each place another candidate's."""
    relevance, content = given_
    chosen = diversify(relevance, content, number, dial)
    assert len(chosen) == len({*chosen}) == min(number, int((relevance > -np.inf).sum()))
    assert (relevance[chosen] > -np.inf).all()
    if chosen:
        assert relevance[chosen[0]] == relevance.max()


def test_diversity_passes_over_what_is_alike() -> None:
    """Of two that are the same, the second gives way to one that is a little less relevant."""
    relevance = np.array([1.0, 0.99, 0.8])
    content = np.array([[1.0, 0], [1.0, 0], [0, 1.0]])
    assert diversify(relevance, content, 2, 0.0) == [0, 1]
    assert diversify(relevance, content, 2, 0.3) == [0, 2]


@given(candidates(), st.integers(1, 10), st.integers(0, 2**32))
def test_surprise_takes_the_last_place_only(
    given_: tuple[Dense, Dense], number: int, seed: int
) -> None:
    """It is none of the list and nothing barred; the same seed surprises the same way."""
    relevance, content = given_
    chosen = diversify(relevance, content, number, 0.2)
    found, surprise = explore(chosen, relevance, 5, np.random.default_rng(seed))
    assert explore(chosen, relevance, 5, np.random.default_rng(seed)) == (found, surprise)
    assert len(found) == len(chosen)
    assert found[:-1] == chosen[: len(found) - 1]
    if surprise is None:
        assert found == chosen
    else:
        assert found[-1] == surprise
        assert surprise not in chosen
        assert relevance[surprise] > -np.inf


def test_surprises_differ() -> None:
    """Over many lists every candidate within reach turns up, and none beyond it."""
    relevance = np.linspace(1, 0, 12)
    rng = np.random.default_rng(1)
    seen = {explore([0, 1, 2], relevance, 4, rng)[1] for _ in range(200)}
    assert seen == {3, 4, 5, 6}


@given(scores_of(1))
def test_group_of_one_is_the_member(scores: Dense) -> None:
    """The order is the member's own."""
    joint = group(scores)
    assert (np.diff(joint[np.argsort(scores[0], kind="stable")]) >= -1e-12).all()
    assert np.allclose(joint, unit_range(scores[0], equal=1.0))


@given(scores_of(3))
def test_what_suits_all_is_in_nobodys_lower_half(scores: Dense) -> None:
    """It is told item by item, and by each one's own list."""
    nothing = np.zeros(scores.shape[1], bool)
    worst = np.min([places(row, nothing) for row in scores], axis=0)
    assert np.array_equal(suits_all(scores), worst >= FLOOR)


@given(scores_of(3))
def test_group_counts_average_and_lowest_by_halves(scores: Dense) -> None:
    """The two halves add up to the joint score; neither is above a half, nor the lowest above."""
    average, lowest = halves(scores)
    assert np.allclose(average + lowest, group(scores))
    assert (lowest <= average + 1e-12).all()
    assert average.max() <= 0.5


@given(scores_of(2), st.integers(0, 19))
def test_group_holds_nothing_barred_for_one(scores: Dense, barred: int) -> None:
    """What one of them may not get, the group does not."""
    scores[1, barred % scores.shape[1]] = -np.inf
    assert group(scores)[barred % scores.shape[1]] == -np.inf
    assert not suits_all(scores)[barred % scores.shape[1]]


def test_group_leaves_nobody_out() -> None:
    """What both like well goes before what one loves and the other does not like."""
    anne = np.array([1.0, 0.8, 0.0, 0.1, 0.2])
    ben = np.array([0.0, 0.8, 1.0, 0.1, 0.2])
    assert group(np.array([anne, ben])).argmax() == 1
