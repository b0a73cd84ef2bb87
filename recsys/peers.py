"""Our model and its peers, each with its dials found on what it may learn from."""

from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from recsys.baselines import (
    Blend,
    ContentMean,
    Ease,
    Ials,
    ItemNeighbours,
    Popularity,
    Recommender,
)
from recsys.evaluate import Fit
from recsys.features import ItemFeatures
from recsys.metrics import judge, rank
from recsys.model import TasteModel
from recsys.newness import presumed
from recsys.opinions import Floats, Ints, OpinionMatrix
from recsys.tuning import among, choose_raters, tune
from recsys.weights import liked

OURS = "Warmer"
MOST_RATERS = 4000
"""So many raters a model is measured with: time and memory grow with their square and more."""
_CASES, _SHARE, _TOLD = 150, 0.2, 0.8
_RIDGES = (25.0, 50.0, 100.0, 200.0, 400.0, 800.0)
_FACTORS = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
_NEAREST = (20, 50, 100, 200, 1000)
_LOW = 0.4
"""What a low rating weighs for peers."""
_IALS = ((2.0, 3.0), (4.0, 3.0), (4.0, 10.0), (10.0, 3.0), (10.0, 10.0))
"""How much more an opinion weighs than none, and the regularisation."""

Dial = TypeVar("Dial", int, float, tuple[float, float])


def fits(
    features: ItemFeatures, content: Floats, seed: int, unseen: NDArray[np.bool_]
) -> Mapping[str, Fit]:
    """Every method by name, ours first; those that need texts are left out without `content`.

    `content` has a row for each item: the vector of its text.
    """

    def rng() -> np.random.Generator:
        return np.random.default_rng(seed)

    peers: dict[str, Fit] = {
        "popularity": Popularity,
        "item-kNN": lambda opinions: best_neighbours(opinions, rng()),
        "EASE": lambda opinions: best_ease(opinions, rng()),
    }
    if find_spec("implicit"):
        peers["iALS"] = lambda opinions: best_ials(opinions, rng())
    if content.shape[1]:
        peers["content mean"] = lambda _: ContentMean(content)
        peers["EASE + content"] = lambda opinions: best_blend(opinions, content, rng())
    found: dict[str, Fit] = {OURS: lambda opinions: ours(opinions, features, rng(), unseen)}
    return found | {name: _plainly(fit) for name, fit in peers.items()}


class Plain:
    """A method as it was published: it knows likes and low ratings, but no stars."""

    def __init__(self, method: Recommender) -> None:
        self._method = method

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:
        """The method's scores."""
        return self._method.scores(items, _plain(weights), rater)


def _plainly(fit: Fit) -> Fit:
    def fitted(opinions: OpinionMatrix) -> Recommender:
        raters, items, weights = opinions.triples
        shape = (opinions.raters, opinions.items)
        return Plain(fit(OpinionMatrix.of(raters, items, _plain(weights), shape)))

    return fitted


def _plain(weights: Floats) -> Floats:
    return np.where(liked(weights), 1.0, _LOW)


class Sampled:
    """The model, learning from some of the raters only; it serves everybody."""

    def __init__(self, model: TasteModel, raters: Ints) -> None:
        self.model = model
        self._numbers = {int(rater): number for number, rater in enumerate(raters)}

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:
        """The model's scores; `rater` is numbered as before the sampling."""
        number = None if rater is None else self._numbers.get(rater)
        return self.model.scores(items, weights, number)


def ours(
    opinions: OpinionMatrix,
    features: ItemFeatures,
    rng: np.random.Generator,
    unseen: NDArray[np.bool_] | None = None,
) -> Sampled:
    """The model, its dials found first, learning from at most `MOST_RATERS` raters.

    `unseen` are the items that may be new; without it, all that nobody rated.
    """
    new = presumed(opinions.counts() == 0 if unseen is None else unseen, len(opinions))
    raters = choose_raters(opinions, MOST_RATERS)
    learned = among(opinions, raters)
    dials = tune(learned, features, rng, new)
    return Sampled(TasteModel(learned, features, dials, newness=new), raters)


def best_ease(opinions: OpinionMatrix, rng: np.random.Generator) -> Ease:
    """EASE with the regularisation that serves raters best whom it has not seen."""
    return Ease(opinions, best(opinions, _RIDGES, Ease, rng))


def best_neighbours(opinions: OpinionMatrix, rng: np.random.Generator) -> ItemNeighbours:
    """Item-kNN with the best number of neighbours."""
    return ItemNeighbours(opinions, best(opinions, _NEAREST, ItemNeighbours, rng))


def best_ials(opinions: OpinionMatrix, rng: np.random.Generator) -> Ials:
    """Implicit ALS with the best weight of opinions and the best regularisation."""

    def fit(learned: OpinionMatrix, dials: tuple[float, float]) -> Ials:
        return Ials(learned, alpha=dials[0], regularisation=dials[1])

    return fit(opinions, best(opinions, _IALS, fit, rng))


def best_blend(opinions: OpinionMatrix, content: Floats, rng: np.random.Generator) -> Blend:
    """EASE plus content, both dials the best."""
    ridge = best(opinions, _RIDGES, Ease, rng)
    other = ContentMean(content)

    def fit(learned: OpinionMatrix, factor: float) -> Blend:
        return Blend(Ease(learned, ridge), other, factor)

    return fit(opinions, best(opinions, _FACTORS, fit, rng))


def best(
    opinions: OpinionMatrix,
    values: Sequence[Dial],
    fit: Callable[[OpinionMatrix, Dial], Recommender],
    rng: np.random.Generator,
) -> Dial:
    """The value with which held back raters are served best, by NDCG at 10 and 100."""
    raters = rng.permutation(np.unique(opinions.triples[0]))
    asked, rest = np.split(raters, [min(_CASES, round(_SHARE * len(raters)))])
    if not len(asked):
        return values[len(values) // 2]
    learned = among(opinions, rest)
    cases = [_halves(opinions, int(rater), rng) for rater in asked]
    return max(values, key=lambda value: _worth(fit(learned, value), cases))


def _halves(
    opinions: OpinionMatrix, rater: int, rng: np.random.Generator
) -> tuple[Ints, Floats, Ints]:
    items, weights = opinions.row(rater)
    order = rng.permutation(len(items))
    cut = max(1, min(len(items) - 1, round(_TOLD * len(items))))
    told, kept = order[:cut], order[cut:]
    return items[told], weights[told], items[kept][liked(weights[kept])]


def _worth(method: Recommender, cases: Sequence[tuple[Ints, Floats, Ints]]) -> float:
    total = 0.0
    for items, weights, wanted in cases:
        if len(wanted):
            found = judge(rank(method.scores(items, weights), items), wanted)
            total += found.ndcg10 + found.ndcg100
    return total
