"""Measures our model and its peers side by side: the same folds, the same run."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from recsys.baselines import (
    Blend,
    ContentMean,
    Ease,
    ItemNeighbours,
    Popularity,
    Recommender,
)
from recsys.features import ItemFeatures
from recsys.metrics import Ranking, judge
from recsys.model import Dials, TasteModel
from recsys.opinions import Floats, Ints, OpinionMatrix
from recsys.splits import Case, Fold

Fit = Callable[[OpinionMatrix], Recommender]
"""Learns from opinions."""
MEASURES = ("ndcg10", "ndcg100", "recall20", "recall100")


class OurModel:
    """`TasteModel`, served as everything else is."""

    def __init__(self, opinions: OpinionMatrix, features: ItemFeatures, dials: Dials) -> None:
        self._model = TasteModel(opinions, features, dials)

    def scores(self, items: Ints, weights: Floats, rater: int | None = None) -> Floats:
        """The model's scores."""
        return self._model.scores(items, weights, rater)


def methods(features: ItemFeatures, vectors: Floats, dials: Dials) -> dict[str, Fit]:
    """Every method by name, ours first; those that need texts are left out without them."""
    found: dict[str, Fit] = {
        "Warmer": lambda opinions: OurModel(opinions, features, dials),
        "popularity": Popularity,
        "item-kNN": ItemNeighbours,
        "EASE": Ease,
    }
    if vectors.shape[1]:
        content = ContentMean(vectors)
        found["content mean"] = lambda _: content
        found["EASE + content"] = lambda opinions: Blend(Ease(opinions), content, 0.1)
    return found


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one method did: a value a member served for each measure, and what it cost."""

    values: Mapping[str, Floats]
    coverage: float
    fit_s: float
    serve_ms: float

    def mean(self, measure: str) -> tuple[float, float]:
        """The mean over members and its standard error."""
        values = self.values[measure]
        return float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values)))

    def above(self, other: "Outcome", measure: str) -> tuple[float, float]:
        """The mean paired difference to another method, and its standard error."""
        change = self.values[measure] - other.values[measure]
        return float(change.mean()), float(change.std(ddof=1) / np.sqrt(len(change)))


def run(
    folds: Iterable[Fold], fits: Mapping[str, Fit], *, cold_only: bool = False
) -> dict[str, Outcome]:
    """Fit every method on every fold and serve all its cases.

    With `cold_only` only items that nothing was learned about are ranked.
    """
    parts: dict[str, list[_Part]] = {name: [] for name in fits}
    for fold in folds:
        for name, fit in fits.items():
            parts[name].append(_serve(fold, fit, cold_only=cold_only))
    return {name: _joined(those) for name, those in parts.items()}


@dataclass(frozen=True, slots=True)
class _Part:
    rankings: Sequence[Ranking]
    items: int
    fit_s: float
    serve_s: float


def _serve(fold: Fold, fit: Fit, *, cold_only: bool) -> _Part:
    start = time.perf_counter()
    method = fit(fold.training.copy())
    fitted = time.perf_counter()
    rankings = [_ranking(method, case, fold, cold_only=cold_only) for case in fold.cases]
    return _Part(rankings, fold.training.items, fitted - start, time.perf_counter() - fitted)


def _ranking(method: Recommender, case: Case, fold: Fold, *, cold_only: bool) -> Ranking:
    scores = method.scores(case.items, case.weights, case.rater).copy()
    scores[case.banned] = -np.inf
    if cold_only:
        scores[~fold.cold] = -np.inf
    return judge(scores, case.held_out)


def _joined(parts: Sequence[_Part]) -> Outcome:
    rankings = [ranking for part in parts for ranking in part.rankings]
    shown = {item for ranking in rankings for item in ranking.shown}
    values = {name: np.array([getattr(row, name) for row in rankings]) for name in MEASURES}
    return Outcome(
        values,
        coverage=len(shown) / parts[0].items,
        fit_s=sum(part.fit_s for part in parts) / len(parts),
        serve_ms=1000 * sum(part.serve_s for part in parts) / max(len(rankings), 1),
    )
