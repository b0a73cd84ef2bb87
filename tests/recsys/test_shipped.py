"""The demo catalogue and its invented members."""

import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from recsys import shipped
from recsys.demo import RATED_SHELVES, TEMPERAMENTS, UNSEEN, community
from recsys.nearness import IDLE
from recsys.shipped import (
    MOODS,
    SHELVES,
    NoShippedVector,
    ShippedEncoder,
    ShippedVectorsBroken,
    baskets,
    shelf_items,
)


@pytest.fixture(scope="module")
def encoder() -> ShippedEncoder:
    """The vectors that ship."""
    return ShippedEncoder()


@pytest.mark.parametrize(
    ("shelf", "least"), [("films", 200), ("books", 100), ("recipes", 100), ("ingredients", 60)]
)
def test_shelves_are_well_filled(shelf: str, least: int) -> None:
    """Each shelf has as many items as promised, no id or title twice, all with tags and a text."""
    items = shelf_items(shelf)
    assert len(items) >= least
    assert max(Counter(item.external_id for item in items).values()) == 1
    assert max(Counter(item.text.title for item in items).values()) == 1
    for item in items:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", item.external_id)
        assert item.text.description.endswith((".", "?"))
        assert len(item.text.tags) == len(set(item.text.tags)) >= 2


@pytest.mark.parametrize("shelf", ["films", "books"])
def test_works_are_dated(shelf: str) -> None:
    """Every film and book has a year, over many decades, and four tags at least."""
    items = shelf_items(shelf)
    years = [item.text.year for item in items if item.text.year is not None]
    assert len(years) == len(items)
    assert min(years) < 1930
    assert max(years) > 2020
    assert all(4 <= len(item.text.tags) <= 8 for item in items)


def test_ingredients_are_a_shelf() -> None:
    """What goes into the recipes stands on the shelf of ingredients, and nothing else."""
    used = {held for _, basket in baskets() for held in basket}
    assert used == {item.external_id for item in shelf_items("ingredients")}
    assert all(len(basket) >= 3 for _, basket in baskets())


def test_every_text_has_its_vector(encoder: ShippedEncoder) -> None:
    """The vectors are those of the texts as they are now: unit rows, told apart."""
    texts = [*MOODS, *IDLE, *(item.text.text for shelf in SHELVES for item in shelf_items(shelf))]
    titles = [item.text.title for shelf in SHELVES for item in shelf_items(shelf)]
    vectors = encoder.encode(texts)
    assert len(encoder.encode(titles)) == len(titles)
    assert vectors.shape == (len(texts), encoder.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    cosines = vectors @ vectors.T
    assert (cosines.argmax(axis=1) == np.arange(len(texts))).all()


def test_vectors_know_what_is_alike(encoder: ShippedEncoder) -> None:
    """The film nearest to one about a great shark is not one about a wedding."""
    films = {item.external_id: item.text.text for item in shelf_items("films")}
    one, near, far = encoder.encode([films[x] for x in ("alien", "aliens", "monsoon-wedding")])
    assert one @ near > one @ far + 0.2


def test_other_texts_need_an_encoder(encoder: ShippedEncoder) -> None:
    """A text that is not in the catalogue is refused by name."""
    with pytest.raises(NoShippedVector) as caught:
        encoder.encode(["something else"])
    assert caught.value.text == "something else"


def test_other_texts_go_to_the_encoder_behind(encoder: ShippedEncoder) -> None:
    """With an encoder of the same model behind it any text has a vector; no other is taken."""

    class Behind:
        model_id, dimension = encoder.model_id, encoder.dimension

        def encode(self, texts: list[str]) -> np.ndarray:
            return np.eye(self.dimension, dtype=np.float32)[: len(texts)]

    both = ShippedEncoder(Behind())
    assert both.encode(["something else"])[0, 0] == 1
    Behind.model_id = "another"
    with pytest.raises(ValueError, match="another model"):
        ShippedEncoder(Behind())


def test_changed_vectors_are_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of vectors that is not the one built is not read."""
    broken = tmp_path / "vectors.npz"
    broken.write_bytes(shipped.VECTORS.read_bytes()[:-1] + b"x")
    monkeypatch.setattr(shipped, "VECTORS", broken)
    with pytest.raises(ShippedVectorsBroken):
        ShippedEncoder()


def test_the_community_is_the_same_for_a_seed() -> None:
    """The same seed invents the same members and ratings, another one others."""
    assert community(3) == community(3)
    assert community(3) != community(4)
    assert 40 <= len(community()) <= 60


def test_ratings_are_on_the_scale_and_of_known_items() -> None:
    """Every rating is of an item of the shelf that is not held back, in half stars."""
    for member in community():
        for shelf in RATED_SHELVES:
            known = {item.external_id for item in shelf_items(shelf)} - UNSEEN
            ratings = member.ratings[shelf]
            assert len(ratings) >= len(known) // 8
            assert set(ratings) <= known
            assert all(0.5 <= stars <= 5 and stars * 2 % 1 == 0 for stars in ratings.values())


def test_tastes_are_planted() -> None:
    """Members rate films with tags they love higher than their others."""
    films = {item.external_id: set(item.text.tags) for item in shelf_items("films")}
    kinds = {kind.name: kind for kind in TEMPERAMENTS}
    for member in community():
        kind = kinds[member.temperament]
        stars = member.ratings["films"]
        loved = [given for film, given in stars.items() if films[film] & set(kind.loves)]
        assert np.mean(loved) > np.mean(list(stars.values()))
