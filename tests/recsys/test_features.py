"""Items become numbers, whatever is known of them."""

import numpy as np
import pytest

from embedding.linked import nearest_rows
from recsys.features import WIDE, Described, FeatureBasis, ItemFeatures


def features_of(items: list[Described], dimensions: int = 0) -> ItemFeatures:
    """Features of items on their own basis, text vectors drawn at random."""
    vectors = np.random.default_rng(0).normal(size=(len(items), dimensions))
    return FeatureBasis.of(vectors, items).features(vectors, items)


@pytest.mark.parametrize(
    "items",
    [
        [],
        [Described([], None)],
        [Described(["a"], 1999)],
        [Described([], None), Described([], None)],
        [Described(["a", "a"], -5), Described(["a"], 99999)],
    ],
    ids=["none", "one, bare", "one", "two, bare", "odd years"],
)
@pytest.mark.parametrize("dimensions", [0, 4])
def test_little_is_known(items: list[Described], dimensions: int) -> None:
    """Nothing known, or one item only, makes finite features."""
    made = features_of(items, dimensions)
    assert len(made) == len(items)
    assert np.isfinite(made.values).all()
    assert np.isfinite(made.content).all()


def test_missing_year_is_the_middle() -> None:
    """An item without a year stands where the mean of the others stands."""
    made = features_of([Described([], 1950), Described([], 2010), Described([], None)])
    years = made.values
    assert np.abs(years[2]).max() == 0
    assert np.abs(years[0]).max() > 0


def test_near_years_are_near() -> None:
    """Items of one decade are more alike than items of different centuries."""
    content = features_of([Described([], year) for year in (1950, 1953, 2015, 1980)]).content
    near, far, farther = content[0] @ content[1], content[0] @ content[3], content[0] @ content[2]
    assert near > max(far, farther)


def test_a_later_item_fits_in() -> None:
    """The basis gives an item seen later the very features it has among the others."""
    rng = np.random.default_rng(1)
    items = [Described([f"t{row % 3}"], 1990 + row) for row in range(20)]
    vectors = rng.normal(size=(20, 5))
    basis = FeatureBasis.of(vectors, items)
    whole = basis.features(vectors, items).values
    alone = basis.features(vectors[7:8], items[7:8]).values
    assert np.abs(whole[7] - alone[0]).max() < 1e-12


def test_cosines_of_content() -> None:
    """Rows of content have length 1."""
    made = features_of([Described([f"t{row % 3}"], 1990 + row) for row in range(9)], 6)
    assert np.abs(np.linalg.norm(made.content, axis=1) - 1).max() < 1e-12


def test_a_large_catalogue_is_multiplied_in_double_precision() -> None:
    """Kept in single precision, values are still multiplied exactly as they are."""
    rng = np.random.default_rng(2)
    made = ItemFeatures(rng.normal(size=(WIDE + 5, 3)), 2, 1, nearest_rows)
    columns = rng.normal(size=(3, 2))
    exact = made.values.astype(np.float64) @ columns
    assert np.abs(made.times(columns) - exact).max() < 1e-12
    assert np.abs(made.roughly_times(columns) - exact).max() < 1e-4


def test_many_tags_of_few_items_are_told_apart() -> None:
    """A small catalogue keeps its hundred authors; in a large one only the most frequent count."""
    few = [Described([f"author {row % 100}"], None) for row in range(200)]
    same = features_of(few).unit(np.arange(200))
    assert np.allclose(same[5] @ same[105], 1)
    assert abs(same[5] @ same[6]) < 0.1
    many = [Described([f"author {row % 100}"], None) for row in range(WIDE + 5_000)]
    assert len(FeatureBasis.of(np.zeros((len(many), 0)), many).vocabulary) == 64


def test_what_is_not_there_tells_nothing() -> None:
    """Items without texts, tags and years are known to be told apart by nothing."""
    assert not features_of([Described([], None)] * 5).tell
    assert features_of([Described([], None), Described([], 1999)]).tell
