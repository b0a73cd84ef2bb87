"""Finds the dials for the data at hand by asking the raters themselves.

A rater in the model is served as if they were not (see `TasteModel`), so each can be a test of
strong generalisation without a fit of its own: some of their likes are told, the rest must be
found. Dials are tried one after the other, and a change must be better by more than chance.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from recsys.features import ItemFeatures
from recsys.kernel import Products
from recsys.metrics import judge
from recsys.model import Dials, TasteModel, rank
from recsys.opinions import Floats, Ints, OpinionMatrix

FEWEST_RATERS = 20
"""Below this many raters with `FEWEST_LIKES` the defaults stay: nothing could be told from luck."""
FEWEST_LIKES = 5
MOST_RATERS = 1000
"""So many raters are tuned on; the dials change little with their number."""
CASES = 200
_TOLD = 0.8
_HIDDEN = 0.1
_BY_CHANCE = 0.5
"""A change of a dial must gain more than this many standard errors."""
_COSTS_AT_10, _COSTS_AT_100 = 0.005, 0.01
"""What the lift of items nobody rated may cost the ranking of all others, as a share."""

_FEATURES = (1.0, 2.0, 0.25, 0.05)
_REGULARISATION = (100.0, 400.0, 50.0, 800.0, 1600.0, 25.0)
_CONTENT = (0.002, 0.01, 0.0, 0.02)
_LIFTS = (1.25, 1.5, 1.75, 2.0, 2.25, 2.5)


@dataclass(frozen=True, slots=True)
class _Case:
    """A rater's opinions, less the likes to be found."""

    rater: int
    items: Ints
    weights: Floats
    wanted: Ints


Values = Callable[[Dials], Floats]
"""How well every case is served under some dials, shape (cases, 2): NDCG at 10 and at 100."""


def tune(opinions: OpinionMatrix, features: ItemFeatures, rng: np.random.Generator) -> Dials:
    """The dials for these opinions; always the same for the same generator.

    Costs about as much as ten fits on at most a thousand raters.
    """
    learned = among(opinions, choose_raters(opinions, MOST_RATERS))
    cases = _cases(learned, rng)
    if len(cases) < FEWEST_RATERS:
        return Dials()
    bench = _Bench(learned, features, cases)
    dials = Dials()
    if features.width:
        dials = _best(bench.values, dials, (replace(dials, features=x) for x in _FEATURES))
    dials = _best(bench.values, dials, (replace(dials, regularisation=x) for x in _REGULARISATION))
    dials = _best(bench.values, dials, (replace(dials, content=x) for x in _CONTENT))
    if not features.width:
        return dials
    return _lifted(learned, features, cases, dials, rng)


def choose_raters(opinions: OpinionMatrix, most: int) -> Ints:
    """The numbers of at most so many raters, in order: a sample in which the active are likelier.

    Deterministic, and steady: a rater's lot is drawn by their number, and those with more opinions
    have better lots (Efraimidis and Spirakis, "Weighted random sampling with a reservoir", 2006,
    by the square root of the number of opinions).
    """
    held = np.bincount(opinions.triples[0], minlength=opinions.raters)
    active = np.flatnonzero(held)
    if len(active) <= most:
        return active
    lots = np.random.default_rng(0).random(opinions.raters)[active]
    keys = np.log(lots) / np.sqrt(held[active])
    return np.sort(active[np.argsort(-keys, kind="stable")[:most]])


def among(opinions: OpinionMatrix, raters: Ints) -> OpinionMatrix:
    """The opinions of these raters only, who are numbered anew in the order given."""
    numbers = np.full(opinions.raters, -1)
    numbers[raters] = np.arange(len(raters))
    whose, items, weights = opinions.triples
    kept = numbers[whose] >= 0
    shape = (len(raters), opinions.items)
    return OpinionMatrix.of(numbers[whose[kept]], items[kept], weights[kept], shape)


class _Bench:
    """Serves cases under any dials, with one fit for those that share a kernel."""

    def __init__(
        self, opinions: OpinionMatrix, features: ItemFeatures, cases: list[_Case]
    ) -> None:
        self._opinions, self._features, self._cases = opinions, features, cases
        self._products = Products.of(opinions, features)
        self._made: tuple[Dials, TasteModel] | None = None

    def values(self, dials: Dials) -> Floats:
        """NDCG at 10 and 100 of every case, shape (cases, 2)."""
        return next(self.each([dials]))

    def each(self, those: Iterable[Dials]) -> Iterator[Floats]:
        """The same for several dials, all with the kernel of the first."""
        first, *rest = those
        model = self._model(first)
        rows: list[list[tuple[float, float]]] = [[] for _ in (first, *rest)]
        for case in self._cases:
            sources = model.sources(case.items, case.weights, case.rater)
            for row, dials in zip(rows, (first, *rest), strict=True):
                found = judge(rank(sources.mixed(dials), case.items), case.wanted)
                row.append((found.ndcg10, found.ndcg100))
        return (np.array(row) for row in rows)

    def _model(self, dials: Dials) -> TasteModel:
        if self._made and _kernel(self._made[0]) == _kernel(dials):
            return self._made[1]
        model = TasteModel(self._opinions, self._features, dials, self._products)
        self._made = dials, model
        return model


def _kernel(dials: Dials) -> tuple[float, float]:
    return dials.regularisation, dials.features


def _best(values: Values, start: Dials, others: Iterable[Dials]) -> Dials:
    """The first unless another gains more than by chance: of those, who gains most."""
    best, most = start, 0.0
    before = values(start).sum(axis=1)
    for dials in others:
        gain = values(dials).sum(axis=1) - before
        sure = gain.mean() - _BY_CHANCE * gain.std() / np.sqrt(len(gain))
        if sure > 0 and gain.mean() > most:
            best, most = dials, float(gain.mean())
    return best


def _lifted(
    opinions: OpinionMatrix,
    features: ItemFeatures,
    cases: list[_Case],
    dials: Dials,
    rng: np.random.Generator,
) -> Dials:
    """The highest lift of items nobody rated that costs the others next to nothing.

    A tenth of the items is hidden from all raters for that, and nobody asks for them.
    """
    hidden = np.zeros(opinions.items, bool)
    hidden[rng.permutation(opinions.items)[: round(_HIDDEN * opinions.items)]] = True
    raters, items, weights = opinions.triples
    seen = ~hidden[items]
    shape = (opinions.raters, opinions.items)
    left = OpinionMatrix.of(raters[seen], items[seen], weights[seen], shape)
    asked = [case for case in (_hide(case, hidden) for case in cases) if case]
    if len(asked) < FEWEST_RATERS:
        return dials
    plain, *lifted = _Bench(left, features, asked).each(
        chain([replace(dials, lift=0.0)], (replace(dials, lift=x) for x in (1.0, *_LIFTS)))
    )
    least = plain.mean(axis=0) * (1 - np.array([_COSTS_AT_10, _COSTS_AT_100]))
    fair = [
        lift
        for lift, found in zip((1.0, *_LIFTS), lifted, strict=True)
        if (found.mean(axis=0) >= least).all()
    ]
    return replace(dials, lift=max(fair, default=1.0))


def _hide(case: _Case, hidden: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> _Case | None:
    told = ~hidden[case.items]
    wanted = case.wanted[~hidden[case.wanted]]
    if not told.any() or not len(wanted):
        return None
    return _Case(case.rater, case.items[told], case.weights[told], wanted)


def _cases(opinions: OpinionMatrix, rng: np.random.Generator) -> list[_Case]:
    """Some of the raters who like enough, each with a fifth of their likes to be found."""
    raters, _, weights = opinions.triples
    likes = np.bincount(raters[weights >= 1], minlength=opinions.raters)
    able = np.flatnonzero(likes >= FEWEST_LIKES)
    return [_case(opinions, int(rater), rng) for rater in rng.permutation(able)[:CASES]]


def _case(opinions: OpinionMatrix, rater: int, rng: np.random.Generator) -> _Case:
    items, weights = opinions.row(rater)
    order = np.argsort(items)
    items, weights = items[order], weights[order]
    likes = rng.permutation(np.flatnonzero(weights >= 1))
    wanted = likes[min(len(likes) - 1, round(_TOLD * len(likes))) :]
    told = np.setdiff1d(np.arange(len(items)), wanted)
    return _Case(rater, items[told], weights[told], items[wanted])
