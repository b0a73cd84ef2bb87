"""A fitted model of one shelf, with whose row is whose, kept in step with single changes."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from sys import intern
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from embedding.index import VectorIndex
from recsys.features import ItemFeatures
from recsys.lexicon import Lexicon
from recsys.model import TasteModel
from recsys.nouns import Item, ItemStatus, Opinion, Shelf, ShelfState, Verdict
from recsys.opinions import Floats, Ints
from recsys.ports import Change, Rated
from recsys.refusals import UnknownItem
from recsys.weights import liked, weight

MOST_RATERS = 2000
"""So many members are learned from; all others are served by what they taught."""

_ITEM, _INDEXED = 500, 200
"""About how many bytes an item takes beside its title and id, and in an index beside its vector."""

RaterKey = tuple[int, int]
"""A shelf and a member of it: who is on two pooled shelves is learned from twice."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A member's ratings as the model takes them: rows, weights, and their number if a rater."""

    rows: Ints
    weights: Floats
    rater: int | None


@dataclass(frozen=True, slots=True, eq=False)
class TagVectors:
    """The vectors of tags, shape (tags, dimensions), and the row that each tag has there.

    `chance` is how near texts about nothing come to one of them.
    """

    places: Mapping[str, int]
    vectors: NDArray[np.float32]
    chance: float


@dataclass(slots=True, eq=False, weakref_slot=True)
class Learned:
    """Who holds `lock` may use the model; it changes with every opinion.

    `items` lack what is only shown: descriptions and links. `rows` leads from an item's id to its
    row, for items of pooled shelves too. `index` has the vectors of the texts by item id; without
    an encoder it is None, and `lexicon` has their words. `gone` are the rows of items that may not
    be recommended to anybody.
    """

    shelf: Shelf
    items: Sequence[Item]
    features: ItemFeatures
    model: TasteModel
    rows: Mapping[int, int]
    raters: dict[RaterKey, int]
    states: dict[int, ShelfState]
    index: VectorIndex | None
    lexicon: Lexicon | None = None
    lock: RLock = field(default_factory=RLock)
    updates: int = 0
    places: Floats | None = None
    """Where the items lie on the map, shape (items, 2), once somebody has looked."""
    idle: float | None = None
    """How near texts about nothing come to some item, once somebody has searched."""
    tags: TagVectors | None = None
    """What the commonest tags mean, once somebody has named a mood."""
    beside: dict[str, int] = field(default_factory=dict)
    """How many bytes others keep that go with it, by what that is."""
    texts: int = field(init=False)
    """About how many bytes the items take."""
    gone: Ints = field(init=False)
    clean: dict[int, int | None] = field(init=False)
    """By shelf, the epoch up to which nothing is known that is not stored any more."""

    def __post_init__(self) -> None:
        self.items = [_slim(item) for item in self.items]
        self.texts = sum(_ITEM + len(x.title) + len(x.external_id) for x in self.items)
        gone = [n for n, item in enumerate(self.items) if item.status is not ItemStatus.LIVE]
        self.gone = np.array(gone, int)
        self.clean = {home: state.epoch for home, state in self.states.items()}

    @property
    def size(self) -> int:
        """About how many bytes it takes."""
        width, raters = self.features.width, len(self.raters)
        found = 0 if self.lexicon is None else self.lexicon.size
        if self.index is not None:
            found += len(self.index) * (4 * self.index.spec.dimension + _INDEXED)
        model = 8 * (width + raters) ** 2 + 8 * width * raters + 16 * len(self.model.opinions)
        found += int(self.features.values.nbytes) + self.texts + sum(self.beside.values())
        return model + found

    def row(self, item: Item) -> int:
        """The row of an item. Raises UnknownItem where the model has none for it yet."""
        if item.id not in self.rows:
            raise UnknownItem(item.title)
        return self.rows[item.id]

    def likes(self, rater: int) -> frozenset[int]:
        """The rows of what a rater likes."""
        rows, given = self.model.opinions.row(rater)
        return frozenset(rows[liked(given)].tolist())

    def learn(self, shelf_id: int, changes: Iterable[Change], until: int) -> None:
        """Follow single changes of a shelf: all that there are up to that number, or later."""
        for change in changes:
            row = self.rows.get(change.item_id)
            if row is not None:
                given = self._weight(change.verdict, change.stars)
                self._learn((shelf_id, change.member_id), row, given)
            until = max(until, change.change)
        # Of members who were forgotten there are numbers without changes.
        self.states[shelf_id] = replace(self.states[shelf_id], changes=until)

    def unlearn(self, member_id: int, shelf_ids: Iterable[int]) -> None:
        """Make the model one that never saw the member on these shelves."""
        for shelf_id in shelf_ids:
            rater = self.raters.pop((shelf_id, member_id), None)
            if rater is not None:
                self.model.forget(rater)
                self.updates += 1

    def vanished(self, shelf_ids: Collection[int], rated: Rated) -> dict[RaterKey, Ints]:
        """What the model has of these shelves' members and `rated` has not: rows by rater."""
        homes = {key: rater for key, rater in self.raters.items() if key[0] in shelf_ids}
        members = zip(rated.shelves.tolist(), rated.members.tolist(), strict=True)
        whose = np.array([homes.get(key, -1) for key in members], np.int64)
        stored = np.array([self.rows.get(item, -1) for item in rated.items.tolist()], np.int64)
        width = len(self.items) + 1  # so that what has no row is nothing that the model has
        raters, rows, _ = self.model.opinions.triples
        gone = np.isin(raters, [*homes.values()])
        gone &= ~np.isin(raters.astype(np.int64) * width + rows, whose * width + stored)
        found = set(raters[gone].tolist())
        return {key: rows[gone & (raters == n)] for key, n in homes.items() if n in found}

    def take_back(self, key: RaterKey, rows: Ints) -> None:
        """Make the model one that never saw these opinions of a rater."""
        rater = self.raters[key]
        held, given = self.model.opinions.row(rater)
        left = ~np.isin(held, rows)
        if left.sum() > len(rows):
            for row in rows.tolist():
                self.model.set(rater, row, 0.0)
        else:
            self.model.forget(rater)
            for row, amount in zip(held[left].tolist(), given[left].tolist(), strict=True):
                self.model.set(rater, row, amount)
        if not left.any():
            del self.raters[key]
        self.updates += 1

    def known(self, member_id: int, opinions: Sequence[Opinion]) -> Known:
        """A member's stored opinions as the model takes them.

        What is stored counts, never the row that a rater has in the model: that may be of a moment
        ago.
        """
        told = [
            (self.rows[opinion.item_id], self._weight(opinion.verdict, opinion.stars))
            for opinion in opinions
            if opinion.verdict.rated and opinion.item_id in self.rows
        ]
        table = np.array(told, dtype=np.float64).reshape(-1, 2)
        rater = self.raters.get((self.shelf.id, member_id))
        return Known(table[:, 0].astype(int), table[:, 1], rater)

    def _learn(self, key: RaterKey, row: int, given: float) -> None:
        rater = self.raters.get(key)
        if rater is None:
            if not given or len(self.raters) >= MOST_RATERS:
                return
            rater = self.raters[key] = self.model.add_rater()
        self.model.set(rater, row, given)
        self.updates += 1

    def _weight(self, verdict: Verdict | None, stars: float | None) -> float:
        if verdict is None or not verdict.rated:
            return 0.0
        return weight(verdict is Verdict.LIKE, stars, self.model.dials.low)


def _slim(item: Item) -> Item:
    """An item without what is only shown; its tags are shared with all that have them."""
    tags = tuple(intern(tag) for tag in item.tags)
    return replace(item, description="", url=None, image=None, tags=tags)
