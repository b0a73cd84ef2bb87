"""What goes with an item and what may take its place, by baskets and by what members like."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from weakref import WeakKeyDictionary

import numpy as np
from scipy.sparse import csr_array

from recsys.features import ItemFeatures
from recsys.learned import Learned
from recsys.nouns import Item
from recsys.opinions import Floats
from recsys.ports import BasketStore
from recsys.relations import LIKES, Relations
from recsys.weights import liked

_FEWEST = 2
"""What stands together once alone may be what a single member likes: that is theirs to tell."""
_KEPT = "baskets"


@dataclass(slots=True, eq=False)
class _Shelf:
    """What is kept of a shelf beside its model: its baskets, which only an import changes."""

    counting: Lock = field(default_factory=Lock)
    """Held by whoever counts: several at once would take several times the memory."""
    used: Relations | None = None


class Pairing:
    """Relations by shelf, counted when somebody asks; safe in threads.

    What is used together counts first. The likes of a member are a basket of another kind: what is
    liked together goes together. They are read from the model whenever it is asked, and not kept.
    """

    def __init__(self, baskets: BasketStore | None) -> None:
        self._baskets = baskets
        # By the model itself, as a basket's items are its rows: what is kept goes with it.
        self._shelves: WeakKeyDictionary[Learned, _Shelf] = WeakKeyDictionary()
        self._lock = Lock()

    def pairs(self, learned: Learned, item: Item, number: int) -> list[tuple[Item, int]]:
        """Live items that go with one, the clearest first, and how many baskets hold both.

        Those used with it come first, then those liked with it.
        """
        with self._relations(learned) as both:
            found = [one for known in both for one in known.goes_with(item.id, 2 * number)]
        clear = {x.item: x.together for x in reversed(found) if x.together >= _FEWEST}
        order = dict.fromkeys(x.item for x in found if x.item in clear)
        return [(one, clear[one.id]) for one in _live(learned, [*order])][:number]

    def swaps(self, learned: Learned, item: Item, number: int) -> list[Item]:
        """Live items that may take the place of one, the best first.

        By baskets where several hold it, otherwise by what is liked.
        """
        with self._relations(learned) as (used, likes):
            known = used if used.count(item.id) >= _FEWEST else likes
            found = known.instead_of(item.id, 2 * number, reasons=0)
        return _live(learned, [x.item for x in found])[:number]

    @contextmanager
    def _relations(self, learned: Learned) -> Iterator[tuple[Relations, Relations]]:
        """The relations by use and by liking, to nobody else at the same time."""
        with self._lock:
            shelf = self._shelves.setdefault(learned, _Shelf())
        with shelf.counting:
            ids, content = [item.id for item in learned.items], partial(_cosines, learned.features)
            if shelf.used is None:
                stored = self._baskets.baskets(learned.shelf.id) if self._baskets else ()
                held = (basket.item_ids for basket in stored)
                shelf.used = Relations(held, ids, content, places=learned.rows)
                learned.beside[_KEPT] = shelf.used.size + 8 * len(ids)
            likes = Relations(_likes(learned), ids, content, LIKES, places=learned.rows)
            yield shelf.used, likes


def _likes(learned: Learned) -> csr_array:
    """Members by items, 1 where somebody likes something; without those who like nothing."""
    with learned.lock:
        raters, items, given = learned.model.opinions.triples
        likes = liked(given)
        raters, items = raters[likes], items[likes]
    who_likes = np.bincount(raters) > 0
    number = np.cumsum(who_likes) - 1
    shape = (int(who_likes.sum()), len(learned.items))
    return csr_array((np.ones(len(items), np.float32), (number[raters], items)), shape=shape)


def _cosines(features: ItemFeatures, row: int) -> Floats:
    """How alike each item is to one by content, shape (items,)."""
    one = features.unit(np.array([row]))[0]
    products = features.roughly_times((features.cosine * one)[:, None])[:, 0]
    return np.asarray(products / np.maximum(features.lengths, 1e-12), np.float64)


def _live(learned: Learned, found: Sequence[int]) -> list[Item]:
    """Those of these ids that may be recommended."""
    gone = set(learned.gone.tolist())
    rows = [row for row in (learned.rows[one] for one in found) if row not in gone]
    return [learned.items[row] for row in rows]
