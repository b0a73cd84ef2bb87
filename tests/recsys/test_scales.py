"""Ratings of any scale weigh what their place on it says."""

import pytest

from recsys.scales import Scale, liked_from
from recsys.weights import weight

LOW = 0.4


@pytest.mark.parametrize(
    ("values", "liked"),
    [
        ([1, 3, 5], 4.0),
        ([4, 4.5, 5], 4),
        ([1, 1], 1),
        ([1, 6, 10], 8.0),
        ([1, 7, 130], 1),
        ([1] * 150 + [90], 1),
    ],
    ids=["stars", "likes chosen before", "implicit", "out of ten", "plays", "hours"],
)
def test_what_is_a_like(values: list[float], liked: float) -> None:
    """The upper fifth of the scale, or all where only likes were kept, or uses counted."""
    assert liked_from(values) == liked


def test_stars_weigh_what_members_stars_weigh() -> None:
    """A file of half stars is weighed as ratings given on Discord are."""
    stars = [step / 2 for step in range(1, 11)]
    scale = Scale.of(stars)
    for value in stars:
        assert scale.weight(value, LOW) == pytest.approx(weight(value >= 4, value, LOW))


@pytest.mark.parametrize("values", [[1.0], [0.0], [3.0, 3.0]], ids=["ones", "zeros", "threes"])
def test_one_step_only_is_a_plain_like(values: list[float]) -> None:
    """Where all ratings are the same, each is a like like any other."""
    assert Scale.of(values).weight(values[0], LOW) == 1.0


def test_what_lies_outside_is_clipped() -> None:
    """A held-out rating beyond those learned from weighs as the last of them."""
    scale = Scale.of([1.0, 2.0, 4.0, 5.0])
    assert scale.weight(9.0, LOW) == scale.weight(5.0, LOW)
    assert scale.weight(-1.0, LOW) == scale.weight(1.0, LOW)
