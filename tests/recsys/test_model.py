"""The model learns exactly, unlearns exactly, and tells the truth about why."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.linked import nearest_rows
from recsys.dials import Dials
from recsys.features import WIDE, ItemFeatures
from recsys.model import TasteModel
from recsys.opinions import OpinionMatrix

Dense = NDArray[np.float64]
Make = Callable[[Dense], TasteModel]
EXACT = 1e-9


def own(model: TasteModel, rater: int) -> Dense:
    """A rater's scores, as they are served."""
    items, weights = model.opinions.row(rater)
    return model.scores(items, weights, rater)


def test_changes_one_by_one_equal_one_fit(make: Make, dense: Dense) -> None:
    """After 10,000 random additions, changes, deletions and forgotten raters it is a fresh fit."""
    rng = np.random.default_rng(1)
    model = make(dense)
    for _ in range(10_000):
        rater, item = int(rng.integers(len(dense))), int(rng.integers(dense.shape[1]))
        if rng.random() < 0.01:
            model.forget(rater)
            dense[rater] = 0
        else:
            dense[rater, item] = rng.choice([0, 0.5, 1])
            model.set(rater, item, dense[rater, item])
    fresh = make(dense)
    for rater in range(len(dense)):
        assert np.abs(own(model, rater) - own(fresh, rater)).max() < EXACT


def test_a_rater_is_served_like_a_stranger(make: Make, dense: Dense) -> None:
    """Who is in the model gets the very scores of a model that never saw them."""
    model = make(dense)
    without = dense.copy()
    without[3] = 0
    stranger = make(without)
    items, weights = model.opinions.row(3)
    expected = stranger.scores(items, weights)
    others = np.setdiff1d(np.arange(dense.shape[1]), items)
    assert np.abs(model.scores(items, weights, 3) - expected)[others].max() < EXACT


def test_many_members_are_served_as_each_alone(make: Make, dense: Dense) -> None:
    """Strangers and raters served together have the scores they have alone."""
    model = make(dense)
    members = [(*model.opinions.row(rater), rater if rater % 2 else None) for rater in range(5)]
    for member, sources in zip(members, model.sources_of(members), strict=True):
        alone = model.sources(*member).mixed(model.dials)
        assert np.abs(sources.mixed(model.dials) - alone).max() < EXACT


def test_forgetting_equals_never_having_seen(make: Make, dense: Dense) -> None:
    """A forgotten rater leaves no trace in anybody's scores."""
    model = make(dense)
    model.forget(5)
    dense[5] = 0
    never = make(dense)
    for rater in (0, 1, 5):
        assert np.abs(own(model, rater) - own(never, rater)).max() < EXACT


@pytest.mark.parametrize("target", [7, 20, 55], ids=["rated", "also rated", "rated by nobody"])
def test_contributions_are_the_score(make: Make, dense: Dense, target: int) -> None:
    """What each opinion contributes, and the base, add up to the score."""
    dense[2, target] = 0
    model = make(dense)
    items, weights = model.opinions.row(2)
    parts = model.contributions(items, weights, target, 2)
    total = sum(part.amount for part in parts) + model.base(target)
    assert abs(total - own(model, 2)[target]) < EXACT


@pytest.mark.parametrize("target", [7, 55], ids=["rated", "rated by nobody"])
def test_removing_an_opinion_takes_away_what_was_named(
    make: Make, dense: Dense, target: int
) -> None:
    """Really removing a rating, the model learning of it, lowers the score by its contribution."""
    dense[2, target] = 0
    model = make(dense)
    items, weights = model.opinions.row(2)
    before = own(model, 2)[target]
    for part in model.contributions(items, weights, target, 2):
        model.set(2, part.item, 0)
        assert abs(before - part.amount - own(model, 2)[target]) < EXACT
        model.set(2, part.item, dense[2, part.item])


def test_new_rater_counts_at_once(make: Make, dense: Dense) -> None:
    """A rater who comes later is learned from like the others."""
    model = make(dense)
    number = model.add_rater()
    grown = np.vstack([dense, np.zeros(dense.shape[1])])
    for item in (1, 4, 9):
        model.set(number, item, 1.0)
        grown[number, item] = 1.0
    fresh = make(grown)
    for rater in (0, number):
        assert np.abs(own(model, rater) - own(fresh, rater)).max() < EXACT


def test_nobody_has_rated_anything(make: Make, dense: Dense, features: ItemFeatures) -> None:
    """On a server without a rating, one like brings what is alike in content to the top."""
    model = make(np.zeros_like(dense))
    scores = model.scores(np.array([0]), np.ones(1))
    scores[0] = -np.inf
    content = features.content @ features.content[0]
    content[0] = -np.inf
    assert content[scores.argmax()] >= np.sort(content)[-3]


def test_without_opinions_the_popular_leads(make: Make, dense: Dense) -> None:
    """A member who said nothing yet is offered what most like, before what nobody knows."""
    model = make(dense)
    scores = model.scores(np.empty(0, int), np.empty(0))
    likes = (dense == 1).sum(axis=0)
    assert likes[scores.argmax()] == likes.max()
    assert scores[likes > 0].min() > scores[50:].max()


def test_without_opinions_the_hated_comes_last(make: Make, dense: Dense) -> None:
    """What people only dislike comes after what nobody knows, as soon as they say so."""
    model = make(dense)
    lowest = 2 / 3 * model.dials.low
    for rater in range(3):
        model.set(rater, 55, lowest)
    scores = model.scores(np.empty(0, int), np.empty(0))
    assert scores.argmin() == 55
    model.set(0, 55, 0.0)
    for rater in (1, 2):
        model.set(rater, 55, 1.0)
    assert model.scores(np.empty(0, int), np.empty(0))[55] > scores[56:].max()


def test_the_unknown_come_in_no_order(make: Make, dense: Dense) -> None:
    """Of things nobody knows, the first on a list are not the first on the shelf."""
    scores = make(np.zeros_like(dense)).scores(np.empty(0, int), np.empty(0))
    first = np.argsort(-scores)[:12]
    assert len(np.unique(scores)) == len(scores)
    assert all(np.any(first // 20 == third) for third in range(3))


def test_planted_taste_is_found(make: Make) -> None:
    """Two camps like two halves of a catalogue: each is offered the rest of its own half."""
    rng = np.random.default_rng(2)
    dense = np.zeros((40, 60))
    dense[:20, :25] = rng.random((20, 25)) < 0.5
    dense[20:, 25:50] = rng.random((20, 25)) < 0.5
    model = make(dense)
    items, weights = model.opinions.row(0)
    scores = model.scores(items, weights, 0)
    scores[items] = -np.inf
    assert set(scores.argsort()[::-1][:8].tolist()) <= set(range(25))


def test_alike_raters_share_their_likes(make: Make, dense: Dense) -> None:
    """The rater with the same opinions is the most alike."""
    dense[9] = dense[4]
    likeness = make(dense).raters_alike(4)
    likeness[4] = -1
    assert likeness.argmax() == 9


def test_the_best_are_those_with_the_highest_scores(make: Make, dense: Dense) -> None:
    """A list has the highest scores in order, and nothing banned."""
    model = make(dense)
    items, weights = model.opinions.row(2)
    found, scores = model.best(items, weights, 2, items, 10)
    everything = own(model, 2)
    everything[items] = -np.inf
    assert found.tolist() == np.argsort(-everything, kind="stable")[:10].tolist()
    assert np.abs(scores - everything[found]).max() < EXACT


def test_the_best_of_a_large_catalogue_are_scored_exactly() -> None:
    """Where rough scores choose whom to score, the list is that of the exact scores."""
    rng = np.random.default_rng(6)
    raters, items = (part.ravel() for part in np.mgrid[:20, :WIDE:50])
    kept = rng.random(len(raters)) < 0.1
    shape = (20, WIDE + 7)
    opinions = OpinionMatrix.of(raters[kept], items[kept], np.ones(kept.sum()), shape)
    model = TasteModel(opinions, ItemFeatures(rng.normal(size=(WIDE + 7, 6)), 4, 1, nearest_rows))
    known, weights = model.opinions.row(3)
    found, scores = model.best(known, weights, 3, known, 20)
    everything = own(model, 3)
    everything[known] = -np.inf
    assert found.tolist() == np.argsort(-everything, kind="stable")[:20].tolist()
    assert np.abs(scores - everything[found]).max() < EXACT


def test_refreshing_changes_nothing(make: Make, dense: Dense) -> None:
    """Computed afresh, a model that has learned scores as before."""
    model = make(dense)
    model.set(1, 1, 1.0)
    model.forget(4)
    before = own(model, 2)
    model.refresh()
    assert np.abs(own(model, 2) - before).max() < EXACT


def kinds_of(items: int, kinds: int = 3) -> ItemFeatures:
    """Items that are of one kind each, in turn, and else unlike each other a little."""
    values = np.eye(kinds)[np.arange(items) % kinds] - 1 / kinds
    noise = 0.1 * np.random.default_rng(8).normal(size=(items, 5))
    return ItemFeatures(np.hstack([noise, values]), 5, kinds)


@pytest.mark.parametrize("raters", [0, 3, 30])
def test_disliking_brings_less_of_the_kind(raters: int) -> None:
    """Whoever only disliked things of one kind gets the other kinds first."""
    rng = np.random.default_rng(9)
    dense = (rng.random((raters, 60)) < 0.15).astype(np.float64)
    rated = np.nonzero(dense)
    model = TasteModel(OpinionMatrix.of(*rated, dense[rated], (raters, 60)), kinds_of(60))
    told, weights = np.array([0, 3, 6]), np.full(3, 0.3)
    found, _ = model.best(told, weights, None, told, 10)
    assert np.mean(found % 3 == 0) <= 0.1


def test_a_new_item_is_taken_for_its_neighbours_like() -> None:
    """Of two new items of one kind the one next to what a member's peers like comes first."""
    rng = np.random.default_rng(10)
    values = np.hstack([rng.normal(size=(60, 5)), np.eye(3)[np.arange(60) % 3] - 1 / 3])
    values[57] = values[0] + 0.02  # a sequel; 54 is of its kind too
    dense = np.zeros((20, 60))
    dense[:, [0, 3, 6]] = 1
    dense[:10, 9:30:3] = 1
    rated = np.nonzero(dense)
    model = TasteModel(
        OpinionMatrix.of(*rated, dense[rated], dense.shape), ItemFeatures(values, 5, 3)
    )
    scores = model.scores(np.array([3, 6]), np.ones(2))
    assert scores[57] > scores[54]


def test_opposite_tastes_are_not_alike(make: Make, dense: Dense) -> None:
    """A rater who dislikes all that another likes is less like them than one who shares nothing."""
    dense[1], dense[2], dense[3] = 0, 0, 0
    dense[1, :10], dense[2, :10], dense[3, 10:20] = 1, 0.3, 1
    alike = make(dense).raters_alike(1)
    assert alike[2] < 0 == alike[3]


def test_only_new_items_are_lifted(dense: Dense, features: ItemFeatures) -> None:
    """Of items nobody rated the lift raises those that are new, and no rated one."""
    rated = np.nonzero(dense)
    opinions = OpinionMatrix.of(*rated, dense[rated], dense.shape)
    new = np.zeros(dense.shape[1])
    new[[3, 55]] = 1.0
    plain, lifted = (
        TasteModel(opinions.copy(), features, Dials(lift=lift), newness=new) for lift in (1.0, 2.0)
    )
    change = own(lifted, 4) - own(plain, 4)
    assert abs(change[55]) > 1e-6
    assert np.abs(np.delete(change, [3, 55])).max() < 1e-12
    assert abs(change[3]) < 1e-3 * abs(change[55]) + 1e-6
