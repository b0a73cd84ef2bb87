"""The names of a map's parts."""

import numpy as np
import pytest

from recsys.regions import regions


def test_regions_lie_where_their_tags_are() -> None:
    """Each tag's region is among its own items; a tag that is everywhere has none."""
    rng = np.random.default_rng(1)
    corners = np.array([[-0.7, -0.7], [0.7, 0.7], [0.7, -0.7]])
    kinds = np.arange(90) % 3
    places = corners[kinds] + rng.normal(scale=0.1, size=(90, 2))
    tags = [(f"kind{kind}", f"noise{rng.integers(5)}", "all") for kind in kinds]
    # Kinds are on a third of the items each, more than may have a region; so split them.
    tags = [(*held, held[0] + "ab"[row // 45]) for row, held in enumerate(tags)]
    found = {region.tag: region for region in regions(places, tags, 3)}
    assert {tag[:5] for tag in found} == {"kind0", "kind1", "kind2"}
    for tag, region in found.items():
        assert np.hypot(*(corners[int(tag[4])] - (region.x, region.y))) < 0.2
        assert region.items >= 4
    assert regions(np.zeros((0, 2)), []) == []


def test_no_great_cluster_goes_without_a_name() -> None:
    """A cluster is called by what most of it is, however rare and telling another tag there is."""
    rng = np.random.default_rng(3)
    corners = np.array([[-0.8, -0.8], [0.8, 0.8], [0.8, -0.8], [-0.8, 0.8]])
    kinds = np.repeat(np.arange(4), 200)
    places = corners[kinds] + rng.normal(scale=0.03, size=(800, 2))
    names = ["drama", "comedy", "horror", "comedy"]
    tags = [{names[kind]} | ({"drama"} if kind == 3 else set()) for kind in kinds]
    for row in range(6):
        tags[row] |= {"boxing"}
    found = {region.tag: region for region in regions(places, tags)}
    for kind, name in enumerate(["drama", "comedy", "horror", "comedy + drama"]):
        assert np.hypot(*(corners[kind] - (found[name].x, found[name].y))) < 0.1
        assert found[name].items > 20
    assert "boxing" not in found


@pytest.mark.parametrize("tag", ["all", None])
def test_nothing_to_tell(tag: str | None) -> None:
    """Where all have the same tag, or none has any, no part is named."""
    places = np.random.default_rng(0).uniform(-1, 1, (50, 2))
    assert regions(places, [{tag} if tag else set()] * 50) == []
