"""The map of a shelf, and what sets a member apart."""

import numpy as np
import pytest
from numpy.typing import NDArray

from recsys import tastemap
from recsys.tastemap import beside, layout, telling_tags

KINDS = 5


@pytest.fixture(scope="module")
def planted() -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Features of 150 items of five kinds, and the kind of each."""
    rng = np.random.default_rng(2)
    kinds = np.arange(150) % KINDS
    return rng.normal(size=(KINDS, 20))[kinds] * 2 + rng.normal(size=(150, 20)), kinds


def _purity(places: NDArray[np.float64], kinds: NDArray[np.int64]) -> float:
    """How many of each item's five nearest are of its kind, as a share."""
    far = np.linalg.norm(places[:, None] - places[None], axis=2)
    np.fill_diagonal(far, np.inf)
    nearest = np.argsort(far, axis=1)[:, :5]
    return float((kinds[nearest] == kinds[:, None]).mean())


def test_alike_items_lie_together(planted: tuple[NDArray, NDArray]) -> None:
    """Neighbours on the map are nearly always of one kind, and the map fills its square."""
    features, kinds = planted
    places = layout(features)
    assert _purity(places, kinds) > 0.95
    assert np.allclose(places.max(axis=0), 1)
    assert np.allclose(places.min(axis=0), -1)


def test_a_map_is_always_the_same(planted: tuple[NDArray, NDArray]) -> None:
    """The same features lead to the same places, to the last bit."""
    assert np.array_equal(layout(planted[0]), layout(planted[0].copy()))


def test_a_large_shelf_is_laid_out_by_landmarks(
    planted: tuple[NDArray, NDArray], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Items that are no landmarks come to lie by their kind all the same."""
    monkeypatch.setattr(tastemap, "LANDMARKS", 60)
    places = layout(planted[0])
    assert _purity(places, planted[1]) > 0.9
    assert np.abs(places).max() <= 1


@pytest.mark.parametrize("items", [0, 1, 2, 3, 5])
def test_tiny_shelves_have_maps(items: int) -> None:
    """Even an empty shelf and one with a single item have finite places."""
    places = layout(np.eye(5)[:items])
    assert places.shape == (items, 2)
    assert np.isfinite(places).all()


def _nearest(places: NDArray[np.float64]) -> float:
    """How far the two items that lie nearest to each other are apart."""
    far = np.linalg.norm(places[:, None] - places[None], axis=2)
    np.fill_diagonal(far, np.inf)
    return float(far.min())


def test_equal_items_have_places() -> None:
    """Items without any feature that tells them apart each have a place of their own."""
    places = layout(np.ones((30, 4)))
    assert np.abs(places).max() <= 1
    assert _nearest(places) > 0.05


def test_equal_items_stand_together_but_apart() -> None:
    """Where a few tags are all that is known, no dot hides another, and kinds stay together."""
    kinds = np.arange(45) % 3
    places = layout(np.eye(3)[kinds])
    assert _purity(places, kinds) == 1
    assert _nearest(places) > 0.03
    assert np.abs(places).max() <= 1


def test_tags_that_set_apart_are_found() -> None:
    """A tag on most of a member's likes and few of the others' comes first, with its counts."""
    mine = [("space", "drama")] * 8 + [("drama",)] * 2
    theirs = [("drama", "crime")] * 60 + [("space", "drama")] * 6 + [("romance",)] * 34
    first, *rest = telling_tags(mine, theirs)
    assert (first.tag, first.mine, first.of_mine, first.theirs, first.of_theirs) == (
        "space", 8, 10, 6, 100,
    )  # fmt: skip
    assert first.z > 2
    assert all(tag.tag != "crime" for tag in rest)
    assert telling_tags(theirs, mine)[0].tag == "crime"


def test_one_like_tells_little() -> None:
    """A rare tag on two likes is less telling than a common one on many; on one, nothing."""
    mine = [("rare", "liked")] * 2 + [("once", "liked")] + [("liked",)] * 7
    theirs = [("liked",)] * 40 + [("other",)] * 160
    first, second = telling_tags(mine, theirs)
    assert (first.tag, second.tag) == ("liked", "rare")
    assert first.z > second.z


def test_who_is_like_all_others_is_set_apart_by_nothing() -> None:
    """Equal shares tell nothing, and neither do no likes at all."""
    likes = [("a",), ("b",)] * 5
    assert telling_tags(likes, likes) == []
    assert telling_tags([], likes) == []
    assert telling_tags([], []) == []


def test_later_items_lie_beside_what_they_are_like(planted: tuple[NDArray, NDArray]) -> None:
    """What comes onto a map that is drawn already comes to lie by its kind, inside the square."""
    features, kinds = planted
    places = layout(features[:120])
    later = beside(features[120:], features[:120], places)
    far = np.linalg.norm(later[:, None] - places[None], axis=2)
    nearest = np.argsort(far, axis=1)[:, :5]
    assert (kinds[:120][nearest] == kinds[120:, None]).mean() > 0.9
    assert np.abs(later).max() <= 1


def test_later_items_that_are_equal_stand_apart(planted: tuple[NDArray, NDArray]) -> None:
    """No later item hides another, however alike they are."""
    features = planted[0]
    later = beside(np.repeat(features[:1], 6, axis=0), features, layout(features))
    assert _nearest(later) > 0.03
