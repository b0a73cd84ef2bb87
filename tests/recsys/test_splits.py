"""What is to be found is nowhere in what was learned or told."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recsys.opinions import OpinionMatrix
from recsys.splits import Fold, Opinions, Split, fewer, folds


def world(seed: int) -> Opinions:
    """Twenty members' likes and low ratings of forty items, none both."""
    rng = np.random.default_rng(seed)
    drawn = rng.choice(3, size=(20, 40), p=[0.6, 0.25, 0.15])
    drawn[:, :5] = 1

    def of(kind: int) -> OpinionMatrix:
        raters, items = np.nonzero(drawn == kind)
        return OpinionMatrix.of(raters, items, np.ones(len(raters)), drawn.shape)

    return Opinions(of(1), of(2))


def all_folds(seed: int, split: Split, low: float) -> list[Fold]:
    """The folds of a world."""
    return list(folds(world(seed), split, np.random.default_rng(seed), low))


@given(st.integers(0, 50), st.sampled_from(Split), st.sampled_from([0.0, 0.5]))
def test_nothing_leaks(seed: int, split: Split, low: float) -> None:
    """A held-out like is neither told nor banned, nor learned of that member."""
    for fold in all_folds(seed, split, low):
        for case in fold.cases:
            held_out = set(case.held_out.tolist())
            assert held_out
            assert len(case.items)
            assert not held_out & set(case.items.tolist())
            assert not held_out & set(case.banned.tolist())
            if case.rater is not None:
                assert not held_out & set(fold.training.row(case.rater)[0].tolist())


@given(st.integers(0, 50), st.sampled_from([Split.STRONG, Split.COLD]))
def test_the_served_are_strangers(seed: int, split: Split) -> None:
    """Nothing is learned from members who are served, and each is served once."""
    seen: list[int] = []
    for fold in all_folds(seed, split, 0.5):
        learned = set(np.unique(fold.training.triples[0]).tolist())
        assert not learned & fold.members
        seen += fold.members
    assert sorted(seen) == list(range(20))


@given(st.integers(0, 50))
def test_cold_items_have_no_opinions(seed: int) -> None:
    """Of a cold item nothing is learned or told, and only cold items are to be found."""
    for fold in all_folds(seed, Split.COLD, 0.5):
        assert fold.cold.sum() == 4
        assert not fold.training.counts()[fold.cold].any()
        for case in fold.cases:
            assert fold.cold[case.held_out].all()
            assert not fold.cold[case.items].any()


def test_low_ratings_are_unknown_unless_wanted() -> None:
    """Without a weight low ratings are neither learned nor told, and may be ranked."""
    for fold in all_folds(1, Split.STRONG, 0.0):
        assert set(fold.training.triples[2].tolist()) == {1.0}
        for case in fold.cases:
            assert set(case.banned.tolist()) == set(case.items.tolist())


@pytest.mark.parametrize("split", Split)
def test_a_seed_is_a_split(split: Split) -> None:
    """The same seed cuts the same folds."""
    one, other = all_folds(3, split, 0.5), all_folds(3, split, 0.5)
    for first, second in zip(one, other, strict=True):
        assert list(first.training) == list(second.training)
        for a, b in zip(first.cases, second.cases, strict=True):
            assert a.held_out.tolist() == b.held_out.tolist()


@pytest.mark.parametrize("raters", [0, 1, 5, 99])
def test_fewer_raters_serve_the_same_members(raters: int) -> None:
    """So many raters at most are learned from, with all their opinions, under their old numbers."""
    for fold in all_folds(2, Split.STRONG, 0.5):
        thin = fewer(fold, raters, np.random.default_rng(1))
        everybody = np.unique(fold.training.triples[0])
        drawn = np.unique(thin.training.triples[0])
        assert len(drawn) == min(raters, len(everybody))
        assert set(drawn.tolist()) <= set(everybody.tolist())
        for rater in drawn.tolist():
            same = (part.tolist() for part in fold.training.row(rater))
            assert [part.tolist() for part in thin.training.row(rater)] == [*same]
        assert thin.cases == fold.cases
