"""Finds the dials for the data at hand by asking the raters themselves.

A rater in the model is served as if they were not (see `TasteModel`), so each can be a test of
strong generalisation without a fit of its own: some of their likes are told, the rest must be
found. Dials are tried one after the other, and a change must be better by more than chance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from recsys.dials import Dials
from recsys.features import ItemFeatures
from recsys.kernel import Products
from recsys.metrics import judge, rank
from recsys.model import TasteModel
from recsys.opinions import Floats, Ints, OpinionMatrix
from recsys.weights import liked

FEWEST_RATERS = 20
"""Below this many raters with `FEWEST_LIKES` the defaults stay: nothing could be told from luck."""
FEWEST_LIKES = 5
MOST_RATERS = 1000
"""So many raters are tuned on; the dials change little with their number."""
FEWEST_CASES, MOST_CASES, CASES_BY_ITEMS = 150, 400, 2_000_000
"""So many members are asked: serving one costs time that grows with the catalogue."""
DRAWS = 3
"""So many different tenths of the items play new ones."""
_TOGETHER = 25
"""So many are served in one multiplication: more would need much memory in large catalogues."""
_STEPS = 4
_TOLD = 0.8
_HIDDEN = 0.1
_BY_CHANCE = 1.0
"""A change of a dial must gain more than this many standard errors."""
_COST, _COST_RATED = 0.15, 0.25
"""What the lift of items nobody rated may cost all others, of NDCG at 10 and at 100, as a share.

That is where nearly everything is rated. Elsewhere it is the second, times the fifth power of the
share of items that are: being unrated says little of being new there.
"""
_WORTHLESS = 0.5
"""How much that cost counts beside what new items gain."""

_FEATURES = (1.0, 2.0, 0.25, 0.05)
_REGULARISATION = 1.5
_CONTENT = (0.002, 0.01, 0.0, 0.02)
_DISLIKE = (0.0, 1.0)
_LIFTS = (1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 3.0)


Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Case:
    """A rater's opinions, less the likes to be found; `banned` may not be ranked."""

    rater: int
    items: Ints
    weights: Floats
    wanted: Ints
    banned: Ints


def tune(
    opinions: OpinionMatrix,
    features: ItemFeatures,
    rng: np.random.Generator,
    newness: Floats | None = None,
) -> Dials:
    """The dials for these opinions; always the same for the same generator.

    `newness` is as `TasteModel` has it.

    Costs about as much as ten fits on at most a thousand raters.
    """
    learned = among(opinions, choose_raters(opinions, MOST_RATERS))
    cases = _cases(learned, rng)
    if len(cases) < FEWEST_RATERS:
        return Dials()
    new = np.ones(opinions.items) if newness is None else newness
    bench = _Bench(learned, features, cases, new)
    dials = Dials()
    if features.tell:
        dials = bench.best(dials, [replace(dials, features=x) for x in _FEATURES])
    for factor in (_REGULARISATION, 1 / _REGULARISATION):
        dials = bench.climb(dials, factor)
    if not features.tell:
        return dials
    dials = bench.best(dials, [replace(dials, content=x) for x in _CONTENT])
    if not liked(opinions.triples[2]).all():
        dials = bench.best(dials, [replace(dials, dislike=x) for x in _DISLIKE])
    return _lifted(bench, dials, rng)


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
        self, opinions: OpinionMatrix, features: ItemFeatures, cases: list[_Case], newness: Floats
    ) -> None:
        self._opinions, self._features, self._cases = opinions, features, cases
        self._newness = newness
        self._products = Products.of(opinions, features)
        self._known: dict[Dials, Floats] = {}

    @property
    def rated(self) -> float:
        """The share of items that anybody rated."""
        return float((self._opinions.counts() > 0).mean())

    def values(self, those: Iterable[Dials]) -> list[Floats]:
        """NDCG at 10 and 100 of every case under each dials, of shape (cases, 2)."""
        asked = [dials for dials in those if dials not in self._known]
        for _, alike in groupby(asked, _fitted_alike):
            self._serve([*alike])
        return [self._known[dials] for dials in those]

    def best(self, start: Dials, others: Sequence[Dials]) -> Dials:
        """The first unless another gains more than by chance: of those, who gains most."""
        before, *after = (found.sum(axis=1) for found in self.values([start, *others]))
        best, most = start, 0.0
        for dials, found in zip(others, after, strict=True):
            gain = found - before
            sure = gain.mean() - _BY_CHANCE * gain.std() / np.sqrt(len(gain))
            if sure > 0 and gain.mean() > most:
                best, most = dials, float(gain.mean())
        return best

    def climb(self, start: Dials, factor: float) -> Dials:
        """Multiply the regularisation as long as that gains."""
        for _ in range(_STEPS):
            tried = replace(start, regularisation=start.regularisation * factor)
            if self.best(start, [tried]) is start:
                break
            start = tried
        return start

    def with_new_items(self, rng: np.random.Generator) -> "_Bench | None":
        """The same raters, a tenth of the rated items hidden from the model, to be found if liked.

        No item that nobody has rated is ranked.
        """
        items = self._opinions.items
        rated = self._opinions.counts() > 0
        places = rng.permutation(np.flatnonzero(rated))
        hidden = np.zeros(items, bool)
        hidden[places[: round(_HIDDEN * len(places))]] = True
        raters, held, weights = self._opinions.triples
        seen = ~hidden[held]
        shape = (self._opinions.raters, items)
        left = OpinionMatrix.of(raters[seen], held[seen], weights[seen], shape)
        unknown = np.flatnonzero(~rated)
        asked = [
            _of_all(case, hidden, unknown) for case in self._cases if (~hidden[case.items]).any()
        ]
        if len(asked) < FEWEST_RATERS:
            return None
        return _Bench(left, self._features, asked, np.where(hidden, 1.0, self._newness))

    def _serve(self, alike: Sequence[Dials]) -> None:
        model = TasteModel(self._opinions, self._features, alike[0], self._products, self._newness)
        found = np.empty((len(alike), len(self._cases), 2))
        for start in range(0, len(self._cases), _TOGETHER):
            cases = self._cases[start : start + _TOGETHER]
            sources = model.sources_of([(case.items, case.weights, case.rater) for case in cases])
            for number, (case, those) in enumerate(zip(cases, sources, strict=True), start):
                for row, dials in enumerate(alike):
                    ranking = judge(rank(those.mixed(dials), case.banned), case.wanted)
                    found[row, number] = ranking.ndcg10, ranking.ndcg100
        self._known.update(zip(alike, found, strict=True))


def _fitted_alike(dials: Dials) -> tuple[float, ...]:
    """What the sources of scores depend on: other dials only mix them."""
    return dials.regularisation, dials.features, dials.dislike


def _lifted(bench: _Bench, dials: Dials, rng: np.random.Generator) -> Dials:
    """The lift of items nobody rated that serves best where a tenth of the items are new.

    New items are played by rated ones, hidden from all raters; what nobody rated is left out, as
    its worth is not known. Should all of that be worthless, lifting it costs the rest something:
    that counts half, and may not be too much. The fewer items are rated, the less being unrated
    says of being new.
    """
    tried = [replace(dials, lift=lift) for lift in _LIFTS]
    draws = [together for _ in range(DRAWS) if (together := bench.with_new_items(rng))]
    if not draws:
        return tried[0]
    cost = 1 - _relative(bench, tried)
    gain = np.mean([_relative(together, tried) - 1 for together in draws], axis=0)
    fair = (cost <= min(_COST, _COST_RATED * bench.rated**5)).all(axis=1)
    worth = (gain - _WORTHLESS * cost).sum(axis=1)
    return tried[int(np.argmax(np.where(fair, worth, -np.inf)))]


def _relative(bench: _Bench, tried: Sequence[Dials]) -> Floats:
    """NDCG at 10 and 100 under each dials as shares of those under the first."""
    found = np.array([values.mean(axis=0) for values in bench.values(tried)])
    return np.asarray(found / np.maximum(found[0], 1e-12))


def _of_all(case: _Case, hidden: Flags, unknown: Ints) -> _Case:
    """The likes that are hidden are to be found too; what is unknown is not to be ranked."""
    told = ~hidden[case.items]
    unseen = case.items[~told & liked(case.weights)]
    wanted = np.concatenate([case.wanted, unseen])
    banned = np.union1d(np.setdiff1d(case.items, unseen), unknown)
    return _Case(case.rater, case.items[told], case.weights[told], wanted, banned)


def _cases(opinions: OpinionMatrix, rng: np.random.Generator) -> list[_Case]:
    """Some of the raters who like enough, each with a fifth of their likes to be found."""
    raters, _, weights = opinions.triples
    likes = np.bincount(raters[liked(weights)], minlength=opinions.raters)
    able = np.flatnonzero(likes >= FEWEST_LIKES)
    most = int(np.clip(CASES_BY_ITEMS // max(opinions.items, 1), FEWEST_CASES, MOST_CASES))
    return [_case(opinions, int(rater), rng) for rater in rng.permutation(able)[:most]]


def _case(opinions: OpinionMatrix, rater: int, rng: np.random.Generator) -> _Case:
    items, weights = opinions.row(rater)
    order = np.argsort(items)
    items, weights = items[order], weights[order]
    likes = rng.permutation(np.flatnonzero(liked(weights)))
    wanted = likes[min(len(likes) - 1, round(_TOLD * len(likes))) :]
    told = np.setdiff1d(np.arange(len(items)), wanted)
    return _Case(rater, items[told], weights[told], items[wanted], items[told])
