"""What a newcomer is asked about: known things that are unlike each other."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from recsys.features import Described, FeatureBasis, ItemFeatures
from recsys.learned import Learned
from recsys.model import TasteModel
from recsys.nouns import Item, ItemStatus, Shelf, ShelfKind, ShelfState
from recsys.opening import opening
from recsys.opinions import OpinionMatrix

KINDS, EACH = 4, 10
Matrix = Callable[[NDArray[np.float64]], OpinionMatrix]


@pytest.fixture
def features() -> ItemFeatures:
    """Four kinds of things, ten of each, alike within a kind."""
    items = [Described([f"kind{row // EACH}"], None) for row in range(KINDS * EACH)]
    nothing = np.zeros((len(items), 0))
    return FeatureBasis.of(nothing, items).features(nothing, items)


@pytest.fixture
def learn(features: ItemFeatures, matrix: Matrix) -> Callable[..., Learned]:
    """A model where so many raters know each thing; `gone` are the rows of removed ones."""

    def run(known: NDArray[np.int64], gone: tuple[int, ...] = ()) -> Learned:
        dense = (np.arange(max(known.max(), 1))[:, None] < known).astype(float)
        shelf = Shelf(900, "films", ShelfKind.FILMS, id=1)
        items = [
            Item(1, f"i{n}", f"Title {n}", id=100 + n)
            if n not in gone
            else Item(1, f"i{n}", f"Title {n}", status=ItemStatus.REMOVED, id=100 + n)
            for n in range(len(known))
        ]
        rows = {item.id: row for row, item in enumerate(items)}
        model = TasteModel(matrix(dense), features)
        return Learned(shelf, items, features, model, rows, {}, {1: ShelfState(0, 0)}, None)

    return run


def asked(learned: Learned, number: int) -> list[int]:
    """The rows of so many things that are asked about one after the other."""
    found: list[int] = []
    for _ in range(number):
        one = opening(learned, found)
        if one is not None:
            found.append(one)
    return [item_id - 100 for item_id in found]


def test_best_known_of_every_kind(learn: Callable[..., Learned]) -> None:
    """The first is the best known; then every kind is asked about by what is best known of it."""
    known = np.full(KINDS * EACH, 3)
    known[[4, 15, 26, 37]] = [30, 24, 27, 21]
    known[[5, 6, 7]] = [29, 28, 26]
    rows = asked(learn(known), KINDS)
    assert rows[0] == 4
    assert {*rows} == {4, 15, 26, 37}


def test_nothing_twice_and_nothing_gone(learn: Callable[..., Learned]) -> None:
    """Everything there is comes once, then nothing."""
    learned = learn(np.arange(KINDS * EACH) % 7, gone=(0, 13))
    rows = asked(learned, KINDS * EACH + 5)
    assert len(rows) == len({*rows}) == KINDS * EACH - 2
    assert not {0, 13} & {*rows}


def test_a_shelf_without_ratings_is_asked_about_evenly(learn: Callable[..., Learned]) -> None:
    """Where nobody has rated anything, the kinds take turns."""
    rows = asked(learn(np.zeros(KINDS * EACH, int)), KINDS)
    assert {row // EACH for row in rows} == {*range(KINDS)}


def test_what_was_said_counts_as_asked(learn: Callable[..., Learned]) -> None:
    """Who has spoken of one kind is asked about others first."""
    known = np.full(KINDS * EACH, 5)
    first = opening(learn(known), [100, 101, 102])
    assert first is not None
    assert (first - 100) // EACH != 0
