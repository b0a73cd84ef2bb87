"""The demo's stage: what was planted in the invented members is found again."""

from collections.abc import Iterator

import numpy as np
import pytest

from bot.cli.recs_demo_stage import Stage, staged
from recsys.demo import TEMPERAMENTS, UNSEEN

LOVES = {kind.name: set(kind.loves) for kind in TEMPERAMENTS}


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    """The stage of one seed."""
    with staged(11) as opened:
        yield opened


def test_portraits_find_planted_tastes(stage: Stage) -> None:
    """Among the tags that set a member apart are ones they love, for nearly everybody."""
    found = 0
    for member_id, member in stage.members.items():
        portrait = stage.tastes.portrait(stage.shelves["films"], member_id)
        assert all(tag.mine > tag.all for tag in portrait.tags)
        found += bool(LOVES[member.temperament] & {tag.tag for tag in portrait.tags[:3]})
    assert found >= 0.9 * len(stage.members)


def test_likes_lie_together(stage: Stage) -> None:
    """What a member likes lies closer together on the map than the shelf does, on average."""
    spreads = []
    for member_id in stage.members:
        portrait = stage.tastes.portrait(stage.shelves["films"], member_id)
        everything = np.array(list(portrait.places.values()))
        liked = np.array([portrait.places[item.id] for item in portrait.liked])
        assert np.abs(everything).max() <= 1
        spreads.append(liked.std(axis=0).sum() / everything.std(axis=0).sum())
    assert np.mean(spreads) < 0.9


def test_recommendations_follow_planted_tastes(stage: Stage) -> None:
    """Members are recommended films with tags they love, far more often than chance would."""
    rng = np.random.default_rng(0)
    shelf = stage.shelves["films"]
    items = stage.library.items(shelf)
    hits, chance = [], []
    for member_id, member in stage.members.items():
        loves = LOVES[member.temperament]
        found = stage.tastes.recommend(shelf, [member_id], rng, number=5, surprise=False)
        known = member.ratings["films"]
        assert all(pick.item.external_id not in known for pick in found.picks)
        hits.append(np.mean([bool(loves & set(pick.item.tags)) for pick in found.picks]))
        chance.append(np.mean([bool(loves & set(item.tags)) for item in items]))
    assert np.mean(hits) > np.mean(chance) + 0.25


def test_new_items_are_on_the_shelf(stage: Stage) -> None:
    """What is held back from the members stands there, and nobody has rated it."""
    films = {item.external_id for item in stage.library.items(stage.shelves["films"])}
    assert UNSEEN & films
    assert not any(UNSEEN & set(member.ratings["films"]) for member in stage.members.values())


def test_relations_rest_on_all_recipes(stage: Stage) -> None:
    """Every recipe is a basket, and lemon may stand instead of lime."""
    assert stage.relations.baskets == 141
    lime, lemon = (stage.titled("ingredients", name) for name in ("lime", "lemon"))
    assert lemon.id in [x.item for x in stage.relations.instead_of(lime.id, 3)]
