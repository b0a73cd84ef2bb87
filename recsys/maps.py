"""Keeps where items lie on the maps of shelves: laid out aside, and handed on to later models."""

from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from recsys.learned import Learned
from recsys.opinions import Floats, Ints
from recsys.tastemap import beside, layout

_ANCHORS = 16
_MOVED = 0.1
"""An item whose cosine with an anchor differs more than that is another one now."""
_SAME = 0.9
"""A map is handed on where at least so large a share of the items is as it was."""
_ROOM = 32 * 2**20
"""So many bytes of maps are kept beside the models, and the latest one in any case."""
_KEPT = "map"
_BATCH = 2000

Prints = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class _Map:
    """As it was laid out. `marks` are the items' cosines with the anchors, which are items too.

    Features cannot be compared themselves: their axes turn with every item that comes. `prints`
    tell an item that was changed, though it may be as far from the anchors as before.
    """

    server_id: int
    ids: Ints
    places: Floats
    anchors: Ints
    marks: NDArray[np.float16]
    prints: Prints

    @property
    def size(self) -> int:
        return int(self.ids.nbytes + self.places.nbytes + self.marks.nbytes + self.prints.nbytes)


class Maps:
    """The maps of shelves; safe in threads, and none but who wants to see one waits for it."""

    def __init__(self) -> None:
        self._laid: OrderedDict[int, _Map] = OrderedDict()
        self._drawing, self._lock = Lock(), Lock()

    def places(self, learned: Learned) -> Floats:
        """Where the items of a model lie, shape (items, 2); one map is laid out at a time.

        Takes no lock of the model: it needs nothing that changes.
        """
        if learned.places is None:
            with self._drawing:
                if learned.places is None:
                    learned.places = self._places(learned)
        return learned.places

    def drop(self, server_id: int) -> None:
        """Keep nothing of a server's shelves."""
        with self._lock:
            for shelf_id in [key for key, x in self._laid.items() if x.server_id == server_id]:
                del self._laid[shelf_id]

    def _places(self, learned: Learned) -> Floats:
        ids = np.array([item.id for item in learned.items], np.int64)
        visible, prints = learned.features.visible, _prints(learned)
        with self._lock:
            before = self._laid.get(learned.shelf.id)
        places = None if before is None else _handed_on(before, ids, visible, prints)
        if places is None:
            places = layout(visible)
            self._keep(learned, ids, places, visible, prints)
        learned.beside[_KEPT] = int(places.nbytes)
        return places

    def _keep(
        self, learned: Learned, ids: Ints, places: Floats, visible: Floats, prints: Prints
    ) -> None:
        rows = np.unique(np.linspace(0, len(ids) - 1, min(_ANCHORS, len(ids))).round().astype(int))
        marks = (visible @ visible[rows].T).astype(np.float16)
        shelf = learned.shelf
        with self._lock:
            self._laid.pop(shelf.id, None)
            self._laid[shelf.id] = _Map(shelf.server_id, ids, places, ids[rows], marks, prints)
            while len(self._laid) > 1 and sum(x.size for x in self._laid.values()) > _ROOM:
                self._laid.popitem(last=False)


def _prints(learned: Learned) -> Prints:
    """A number for each item, which differs where what it is or the vector of its text does.

    The vectors stand for descriptions, which a model does not keep.
    """
    told = [
        blake2b(repr((item.title, item.tags, item.year)).encode(), digest_size=8)
        for item in learned.items
    ]
    if learned.index is not None:
        rows = [row for row, item in enumerate(learned.items) if item.id in learned.index]
        for start in range(0, len(rows), _BATCH):  # all at once would be large
            some = rows[start : start + _BATCH]
            vectors = learned.index.vectors([learned.items[row].id for row in some])
            for row, vector in zip(some, vectors, strict=True):
                told[row].update(vector.tobytes())
    return np.array([int.from_bytes(one.digest(), "big") for one in told], np.uint64)


def _handed_on(before: _Map, ids: Ints, visible: Floats, prints: Prints) -> Floats | None:
    """The places of a map for items of which most are still the same, or None."""
    rows = {item: row for row, item in enumerate(ids.tolist())}
    anchored = np.array([rows.get(item, -1) for item in before.anchors.tolist()], int)
    there = anchored >= 0
    if not there.any() or there.mean() < _SAME:
        return None
    marks = visible @ visible[anchored[there]].T
    old = np.flatnonzero(np.isin(before.ids, ids))
    new = np.array([rows[item] for item in before.ids[old].tolist()], int)
    same = np.abs(marks[new] - before.marks[old][:, there]).max(axis=1) <= _MOVED
    same &= prints[new] == before.prints[old]
    old, new = old[same], new[same]
    if len(new) < _SAME * len(ids):
        return None
    places = np.empty((len(ids), 2))
    places[new] = before.places[old]
    rest = np.setdiff1d(np.arange(len(ids)), new)
    if len(rest):
        places[rest] = beside(visible[rest], visible[new], before.places[old])
    return places
