"""What goes with an item and what may take its place, by baskets and by what members like."""

from collections.abc import Iterable, Mapping
from threading import Lock
from weakref import WeakKeyDictionary

import numpy as np

from recsys.learned import Learned
from recsys.nouns import Item
from recsys.ports import BasketStore
from recsys.relations import Relations
from recsys.weights import liked

_MOST_SHELVES = 16
_FEWEST = 2
"""What stands together once alone may be what a single member likes: that is theirs to tell."""


class Pairing:
    """Relations by shelf, counted anew whenever something was learned; safe in threads.

    The likes of a member are a basket like any other: what is liked together goes together.
    """

    def __init__(self, baskets: BasketStore | None) -> None:
        self._baskets = baskets
        # By the model itself, without which they are of no use: they go with it.
        self._made: WeakKeyDictionary[Learned, tuple[int, Relations]] = WeakKeyDictionary()
        self._lock = Lock()

    def pairs(self, learned: Learned, item: Item, number: int) -> list[tuple[Item, int]]:
        """Live items that go with one, the clearest first, and how many baskets hold both."""
        found = self._relations(learned).goes_with(item.id, 2 * number)
        live = _live(learned)
        clear = [x for x in found if x.item in live and x.together >= _FEWEST]
        return [(live[x.item], x.together) for x in clear][:number]

    def swaps(self, learned: Learned, item: Item, number: int) -> list[Item]:
        """Live items that may take the place of one, the best first."""
        found = self._relations(learned).instead_of(item.id, 2 * number)
        live = _live(learned)
        return [live[x.item] for x in found if x.item in live][:number]

    def _relations(self, learned: Learned) -> Relations:
        with self._lock:
            held = self._made.get(learned)
            if held is not None and held[0] == learned.updates:
                return held[1]
        with learned.lock:
            updates, likes = learned.updates, list(_likes(learned))
        stored = self._baskets.baskets(learned.shelf.id) if self._baskets else ()
        ids = [item.id for item in learned.items]
        content = learned.features.unit(np.arange(len(ids)))
        made = Relations([*(basket.item_ids for basket in stored), *likes], ids, content)
        with self._lock:
            if len(self._made) >= _MOST_SHELVES:
                self._clear()
            self._made[learned] = updates, made
            learned.beside = content.nbytes
        return made

    def clear(self) -> None:
        """Keep nothing of what was counted."""
        with self._lock:
            self._clear()

    def _clear(self) -> None:
        for learned in self._made:
            learned.beside = 0
        self._made.clear()


def _likes(learned: Learned) -> Iterable[list[int]]:
    """The ids of what each member likes."""
    raters, items, given = learned.model.opinions.triples
    likes = liked(given)
    held: dict[int, list[int]] = {}
    for rater, item in zip(raters[likes].tolist(), items[likes].tolist(), strict=True):
        held.setdefault(rater, []).append(learned.items[item].id)
    return held.values()


def _live(learned: Learned) -> Mapping[int, Item]:
    gone = set(learned.gone.tolist())
    return {item.id: item for row, item in enumerate(learned.items) if row not in gone}
