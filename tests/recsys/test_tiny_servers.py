"""On a server of very few, lists make sense: our own films, rated by one member or a handful."""

from collections.abc import Mapping

import numpy as np
import pytest
from numpy.typing import NDArray

from recsys.features import FeatureBasis, ItemFeatures
from recsys.metrics import rank
from recsys.model import TasteModel
from recsys.opinions import OpinionMatrix
from recsys.shipped import ShippedEncoder, ShippedItem, shelf_items
from recsys.weights import weight

Stars = Mapping[str, float]
ANIMATION = {"Toy Story": 5.0, "Up": 5.0, "Inside Out": 5.0}
HORROR = {"The Shining": 5.0, "Hereditary": 5.0, "The Witch": 5.0, "Alien": 4.5}
CRIME = {"Drive": 5.0, "Heat": 5.0, "Goodfellas": 5.0}


@pytest.fixture(scope="module")
def films() -> list[ShippedItem]:
    """Our films."""
    return shelf_items("films")


@pytest.fixture(scope="module")
def features(films: list[ShippedItem]) -> ItemFeatures:
    """Their features, as a bot without torch has them."""
    described, encoder = [film.text.described for film in films], ShippedEncoder()
    texts = [[film.text.text for film in films], [film.text.title for film in films]]
    vectors = np.hstack([encoder.encode(block) for block in texts])
    return FeatureBasis.of(vectors, described).features(vectors, described)


def order(films: list[ShippedItem], features: ItemFeatures, *members: Stars) -> list[ShippedItem]:
    """What the first member would be shown, best first."""
    rows = {film.text.title: row for row, film in enumerate(films)}
    opinions = OpinionMatrix(len(members), len(films))
    model = TasteModel(opinions, features)
    for rater, stars in enumerate(members):
        for title, given in stars.items():
            model.set(rater, rows[title], weight(given >= 4, given, model.dials.low))
    items, weights = opinions.row(0)
    scores: NDArray[np.float64] = rank(model.scores(items, weights, 0), items)
    return [films[row] for row in np.argsort(-scores)[: len(films) - len(items)]]


def middle_place(films: list[ShippedItem], tag: str) -> float:
    """The median place of what has a tag."""
    return float(np.median([place for place, film in enumerate(films) if tag in film.text.tags]))


@pytest.mark.parametrize(
    "others", [[HORROR], [CRIME], [HORROR, CRIME]], ids=["one", "other", "two"]
)
def test_others_do_not_take_over(
    films: list[ShippedItem], features: ItemFeatures, others: list[Stars]
) -> None:
    """Whoever likes animation goes on getting it when others come who like something else."""
    alone = order(films, features, ANIMATION)
    among = order(films, features, ANIMATION, *others)
    assert middle_place(among, "animation") <= 1.5 * middle_place(alone, "animation")
    theirs = {title for stars in others for title in stars}
    assert not theirs & {film.text.title for film in among[:8]}


def test_what_is_liked_leads(films: list[ShippedItem], features: ItemFeatures) -> None:
    """Three ratings are enough for most of the first eight to be of their kind."""
    for stars, tag in ((ANIMATION, "animation"), (HORROR, "horror"), (CRIME, "crime")):
        first = order(films, features, stars)[:8]
        assert sum(tag in film.text.tags for film in first) >= 5


def test_disliking_brings_less(films: list[ShippedItem], features: ItemFeatures) -> None:
    """Half a star for three horror films moves horror down, and does not undo what is liked."""
    lows = {"The Exorcist": 0.5, "Suspiria": 0.5, "The Shining": 1.0}
    mixed = {"Toy Story": 5.0, "Heat": 5.0, "Arrival": 5.0}
    before, after = order(films, features, mixed), order(films, features, mixed | lows)
    assert middle_place(after, "horror") > middle_place(before, "horror")
    liked = [film.text.title for film in before[:20]]
    assert len({*liked} & {film.text.title for film in after[:40]}) >= 10
