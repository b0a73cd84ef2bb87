"""Fits the model of a shelf to what is stored, and measures what it is worth."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embedding.exact import ExactIndex
from embedding.index import IndexSpec, VectorIndex
from recsys.dials import Dials
from recsys.features import WIDE, Described, FeatureBasis, ItemFeatures
from recsys.learned import MOST_RATERS, Learned, RaterKey
from recsys.lexicon import Lexicon
from recsys.metrics import Ranking, judge, rank
from recsys.model import TasteModel
from recsys.neighbours import Nearest, all_pairs
from recsys.newness import newness
from recsys.nouns import Fit, Item, ItemStatus, Quality, Shelf
from recsys.opinions import Floats, OpinionMatrix
from recsys.ports import Clock, OpinionStore, Rated, ShelfStore, TextEncoder
from recsys.splits import FEWEST_LIKES, Opinions, Split, folds
from recsys.tuned import tuning_of
from recsys.tuning import among, choose_raters, tune
from recsys.weights import liked, weights

FEWEST_MEMBERS = 10
"""With fewer members who like enough, nothing is measured."""
MOST_CASES = 200
MOST_WAITED_FOR = 500
"""So many texts are encoded for a model that somebody waits for; more are encoded after it."""
_BATCH = 2000
_MEASURES = ("ndcg10", "ndcg100", "recall20")

Check = Callable[[], object]
"""Raises where what is being made is not wanted any more."""
OpenEncoder = Callable[[], TextEncoder | None]
"""The encoder, or None where none is installed."""


def go_on() -> None:
    """It is wanted."""


def texts_of(items: Sequence[Item], number: int) -> list[str]:
    """What a model of so many items is made of, of some of them.

    Titles beside whole texts help, at twice the memory.
    """
    whole = [item.text for item in items]
    return whole if number >= WIDE else [*whole, *(item.title for item in items)]


@dataclass(frozen=True, slots=True)
class Fitter:
    """Makes models, of which it keeps none; between its steps it calls `check`."""

    shelves: ShelfStore
    opinions: OpinionStore
    encoder: OpenEncoder
    clock: Clock
    check: Check = go_on
    nearest: Nearest = all_pairs

    @property
    def encoder_id(self) -> str | None:
        """Whose texts models are made of; None where there is no encoder."""
        encoder = self.encoder()
        return None if encoder is None else encoder.model_id

    def fit(self, shelf: Shelf, dials: Dials) -> Learned:
        """The model of a shelf as it is now, with all the shelves it is pooled with."""
        pool = self.shelves.pool(shelf.id)
        states, rated = self.opinions.rated([shelf.id, *(other.id for other in pool)])
        self.check()
        items = self._items(shelf, rated)
        self.check()
        rows = {item.id: row for row, item in enumerate(items)}
        rows |= self._strangers(pool, {item.external_id: rows[item.id] for item in items})
        features, index = self._features(items)
        self.check()
        matrix, raters = _matrix(rated, rows, len(items), dials.low)
        model = TasteModel(matrix, features, dials, newness=_newness(items, rated, rows))
        lexicon = Lexicon(items) if index is None else None
        return Learned(shelf, items, features, model, rows, raters, dict(states), index, lexicon)

    def train(self, before: Learned) -> tuple[Learned, Fit]:
        """A model under the dials that suit the one before best, and that fit with its figures.

        Nothing is stored or swapped. It is the one before where its dials are the best.
        """
        start = time.perf_counter()
        matrix = _copy(before)
        self.check()
        new = before.model.newness
        dials = tune(matrix, before.features, np.random.default_rng(0), new)
        self.check()
        quality = measure(matrix, before.features, dials, new)
        self.check()
        # Last, so that what changed meanwhile is in it.
        learned = before if dials == before.model.dials else self.fit(before.shelf, dials)
        with learned.lock:
            sizes = len(learned.raters), len(learned.items), len(learned.model.opinions)
        tuning = tuning_of(dials, self.encoder_id)
        seconds = time.perf_counter() - start
        return learned, Fit(before.shelf.id, self.clock(), *sizes, seconds, quality, tuning)

    def _items(self, shelf: Shelf, rated: Rated) -> Sequence[Item]:
        """All that is live, and all that was rated before it was removed."""
        held = set(rated.items.tolist())
        found = self.shelves.items(shelf.id, (ItemStatus.LIVE, ItemStatus.REMOVED))
        return [x for x in found if x.status is ItemStatus.LIVE or x.id in held]

    def _strangers(self, pool: Sequence[Shelf], own: Mapping[str, int]) -> dict[int, int]:
        """The rows of other shelves' items, which are ours by their external ids."""
        rows: dict[int, int] = {}
        for shelf in pool:
            theirs = self.shelves.ids(shelf.id)
            rows |= {theirs[name]: own[name] for name in theirs.keys() & own.keys()}
        return rows

    def lacks_texts(self, learned: Learned) -> bool:
        """Whether a model was made before all texts of its items were encoded."""
        index = learned.index
        return self.encoder() is not None and (index is None or len(index) < len(learned.items))

    def _features(self, items: Sequence[Item]) -> tuple[ItemFeatures, VectorIndex | None]:
        encoder, described = self.encoder(), [item.described for item in items]
        if encoder is None:
            nothing = np.zeros((len(items), 0))
            return self._made(nothing, described), None
        whole, known = self._vectors(encoder, [item.text for item in items])
        vectors = whole
        if len(items) < WIDE:  # it helps, at twice the memory
            titles, named = self._vectors(encoder, [item.title for item in items])
            vectors, known = np.hstack([whole, titles]), known & named
        features = self._made(vectors, described, known)
        self.check()
        live = np.array([item.status is ItemStatus.LIVE for item in items], bool)
        if not known[live].all():  # an index would hide the others; words find all
            return features, None
        index = ExactIndex(IndexSpec(encoder.model_id, encoder.dimension))
        index.add(
            [item.id for item, there in zip(items, known, strict=True) if there],
            whole if known.all() else whole[known],
        )
        return features, index

    def _made(
        self,
        vectors: NDArray[np.floating],
        described: Sequence[Described],
        known: NDArray[np.bool_] | None = None,
    ) -> ItemFeatures:
        """The features; an item whose text is not known is like the mean of those that are."""
        if known is None or known.all():
            basis = FeatureBasis.of(vectors, described)
        else:
            basis = FeatureBasis.of(vectors[known], described)
            vectors[~known] = basis.text_mean
        return basis.features(vectors, described, self.nearest)

    def _vectors(
        self, encoder: TextEncoder, texts: Sequence[str]
    ) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """The vectors of texts, and which are known: a few are encoded if need be, many are not.

        Whoever asked waits for the model; in single precision, as a large shelf's are many.
        """
        vectors = np.zeros((len(texts), encoder.dimension), np.float32)
        known = np.zeros(len(texts), np.bool_)
        for start in range(0, len(texts), _BATCH):
            self.check()
            batch = slice(start, start + _BATCH)
            vectors[batch], known[batch] = encoder.stored(texts[batch])
        missing = np.flatnonzero(~known)
        if len(missing) <= MOST_WAITED_FOR:
            vectors[missing] = encoder.vectors([texts[place] for place in missing.tolist()])
            known[missing] = True
        return vectors, known


def _copy(learned: Learned) -> OpinionMatrix:
    with learned.lock:
        return learned.model.opinions.copy()


def measure(
    matrix: OpinionMatrix, features: ItemFeatures, dials: Dials, new: Floats | None = None
) -> Quality | None:
    """How well a fifth of the members would be served as strangers; None where too few like enough.

    Low ratings are known and not ranked, as when members are served; `new` is each item's newness.
    """
    data = _opinions(matrix, dials.low)
    if data.likes.raters < FEWEST_MEMBERS:
        return None
    fold = next(folds(data, Split.STRONG, np.random.default_rng(0), dials.low))
    model = TasteModel(fold.training.copy(), features, dials, newness=new)
    popular = fold.training.counts()
    cases = fold.cases[:MOST_CASES]
    ours = [
        judge(rank(model.scores(x.items, x.weights), x.banned), x.held_out) for x in cases
    ]  # fmt: skip
    theirs = [judge(rank(popular, x.banned), x.held_out) for x in cases]
    return _quality(ours, theirs) if len(cases) > 1 else None


def _quality(ours: Sequence[Ranking], popular: Sequence[Ranking]) -> Quality:
    gains = np.array([a.ndcg10 - b.ndcg10 for a, b in zip(ours, popular, strict=True)])
    return Quality(
        members=len(ours),
        **{name: _mean(ours, name) for name in _MEASURES},
        **{f"popular_{name}": _mean(popular, name) for name in _MEASURES},
        gain=float(gains.mean()),
        error=float(gains.std(ddof=1) / np.sqrt(len(gains))),
    )


def _mean(rankings: Sequence[Ranking], name: str) -> float:
    return float(np.mean([getattr(ranking, name) for ranking in rankings]))


def _opinions(matrix: OpinionMatrix, low: float) -> Opinions:
    """Likes, and lows as shares of `low`, of the members who like enough."""
    raters, items, given = matrix.triples
    likes_it = liked(given)
    able = np.bincount(raters[likes_it], minlength=matrix.raters) >= FEWEST_LIKES
    numbers = np.cumsum(able) - 1
    enough = able[raters]
    shape = (int(able.sum()), matrix.items)
    likes, lows = (
        OpinionMatrix.of(numbers[raters[kept]], items[kept], given[kept] / unit, shape)
        for kept, unit in ((enough & likes_it, 1.0), (enough & ~likes_it, low))
    )
    return Opinions(likes, lows)


def _newness(items: Sequence[Item], rated: Rated, rows: Mapping[int, int]) -> Floats:
    """How new each item is, by the opinions on these items at this moment.

    It stays so until the next model is made, as dials do: with every opinion that moved it, reasons
    would not add up any more.
    """
    added = [np.nan if item.added is None else item.added.timestamp() for item in items]
    return newness(np.array(added, float), rated.at[np.isin(rated.items, [*rows])])


def _matrix(
    rated: Rated, rows: Mapping[int, int], items: int, low: float
) -> tuple[OpinionMatrix, dict[RaterKey, int]]:
    """The opinions of those who are learned from, and their numbers."""
    places = np.array([rows.get(item, -1) for item in rated.items.tolist()], int)
    told = weights(rated.likes, rated.stars, low)
    kept = (places >= 0) & (told != 0)
    keys, numbers = np.unique(
        np.column_stack([rated.shelves, rated.members])[kept], axis=0, return_inverse=True
    )
    everybody = OpinionMatrix.of(numbers.reshape(-1), places[kept], told[kept], (len(keys), items))
    chosen = choose_raters(everybody, MOST_RATERS)
    number_of = {(int(keys[old, 0]), int(keys[old, 1])): new for new, old in enumerate(chosen)}
    return among(everybody, chosen), number_of
