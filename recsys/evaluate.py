"""Measures our model and its peers side by side: the same folds, the same run."""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from recsys.baselines import Recommender
from recsys.metrics import Ranking, judge, rank
from recsys.opinions import Floats, OpinionMatrix
from recsys.splits import Fold

Fit = Callable[[OpinionMatrix], Recommender]
"""Learns from opinions."""
Peers = Callable[[Fold], Mapping[str, Fit]]
"""The methods for a fold, by name, ours first."""
MEASURES = ("ndcg10", "ndcg100", "recall20", "recall100")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one method did: a value a member served for each measure, and what it cost."""

    values: Mapping[str, Floats]
    coverage: float
    fit_s: float
    serve_ms: float

    def mean(self, measure: str) -> tuple[float, float]:
        """The mean over members and its standard error."""
        return _estimate(self.values[measure])

    def above(self, other: "Outcome", measure: str) -> tuple[float, float]:
        """The mean paired difference to another method, and its standard error."""
        return _estimate(self.values[measure] - other.values[measure])


def _estimate(values: Floats) -> tuple[float, float]:
    error = values.std(ddof=1) / np.sqrt(len(values)) if len(values) > 1 else np.inf
    return float(values.mean()), float(error)


@dataclass(frozen=True, slots=True)
class Report:
    """How every method did among all items and, where some are cold, among the cold alone."""

    everything: Mapping[str, Outcome]
    cold: Mapping[str, Outcome]


def run(folds: Iterable[Fold], fits: Mapping[str, Fit]) -> Mapping[str, Outcome]:
    """Fit every method on every fold and serve all its cases from all items."""
    return compare(folds, lambda _: fits).everything


def compare(
    folds: Iterable[Fold], peers: Peers, done: Callable[[str], None] = lambda _: None
) -> Report:
    """Fit every method on every fold and serve all its cases; `done` hears of each fit's end."""
    everything: dict[str, list[_Part]] = {}
    cold: dict[str, list[_Part]] = {}
    for fold in folds:
        for name, fit in peers(fold).items():
            of_all, of_cold = _serve(fold, fit)
            everything.setdefault(name, []).append(of_all)
            cold.setdefault(name, []).append(of_cold)
            done(name)
    return Report(_joined(everything), _joined(cold))


@dataclass(frozen=True, slots=True)
class _Part:
    rankings: Sequence[Ranking]
    items: int
    fit_s: float
    serve_s: float


def _serve(fold: Fold, fit: Fit) -> tuple[_Part, _Part]:
    start = time.perf_counter()
    method = fit(fold.training.copy())
    fitted = time.perf_counter() - start
    rankings, of_cold, took = [], [], 0.0
    for case in fold.cases:
        start = time.perf_counter()
        scores = method.scores(case.items, case.weights, case.rater)
        took += time.perf_counter() - start
        scores = rank(scores, case.banned)
        rankings.append(judge(scores, case.held_out))
        wanted = case.held_out[fold.cold[case.held_out]]
        if len(wanted):
            of_cold.append(judge(rank(scores, np.flatnonzero(~fold.cold)), wanted))
    items = fold.training.items
    return _Part(rankings, items, fitted, took), _Part(of_cold, items, fitted, took)


def _joined(those: Mapping[str, Sequence[_Part]]) -> dict[str, Outcome]:
    joined = {name: _outcome(parts) for name, parts in those.items()}
    return {name: outcome for name, outcome in joined.items() if len(outcome.values["ndcg10"])}


def _outcome(parts: Sequence[_Part]) -> Outcome:
    rankings = [ranking for part in parts for ranking in part.rankings]
    shown = {item for ranking in rankings for item in ranking.shown}
    values = {name: np.array([getattr(row, name) for row in rankings]) for name in MEASURES}
    return Outcome(
        values,
        coverage=len(shown) / max(parts[0].items, 1),
        fit_s=sum(part.fit_s for part in parts) / len(parts),
        serve_ms=1000 * sum(part.serve_s for part in parts) / max(len(rankings), 1),
    )
