"""Where an index keeps its vectors: the one place that knows which id lies in which row."""

from typing import Self, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

from embedding.errors import BadVectors, DuplicateIds, IndexFault, UnknownIds
from embedding.index import IdFilter, Only
from embedding.metric import squares

Ids = NDArray[np.int64]
Rows = NDArray[np.int64]
Kind = TypeVar("Kind", bound=np.generic)
_SMALL_FILTER = 1000  # up to here looking ids up one by one beats comparing whole arrays


class VectorRows:
    """Vectors in rows that grow by doubling; rows of removed ids are used again.

    `live` marks the rows in use, all of them below `used`. It trusts its caller: ids and vectors
    were checked before, and nobody reads while one of them is put or dropped.
    """

    def __init__(self, dimension: int, capacity: int = 64) -> None:
        self.vectors = np.zeros((capacity, dimension), np.float32)
        self.squares = np.zeros(capacity, np.float32)
        self.ids = np.zeros(capacity, np.int64)
        self.live = np.zeros(capacity, np.bool_)
        self.used = 0
        self._row_of: dict[int, int] = {}
        self._free: list[int] = []

    @classmethod
    def restored(cls, places: Rows, ids: Ids, vectors: NDArray[np.float32]) -> Self:
        """Rows as they once were, gaps included; trusts that nothing in it comes twice."""
        rows = cls(vectors.shape[1], capacity=max(64, int(places.max(initial=-1)) + 1))
        rows.put(places, ids, vectors)
        rows._free = np.flatnonzero(~rows.live[: rows.used]).tolist()
        return rows

    def compacted(self) -> Self:
        """The same ids and vectors in rows without gaps."""
        used = np.flatnonzero(self.live)
        return type(self).restored(np.arange(len(used)), self.ids[used], self.vectors[used])

    def __len__(self) -> int:
        return len(self._row_of)

    def __contains__(self, item_id: int) -> bool:
        return item_id in self._row_of

    @property
    def capacity(self) -> int:
        """How many rows there is room for."""
        return len(self.ids)

    def find(self, ids: Ids) -> Rows:
        """The row of each id, shape (n,). Raises UnknownIds."""
        try:
            return np.array([self._row_of[item_id] for item_id in ids.tolist()], np.int64)
        except KeyError:
            unknown = tuple(item_id for item_id in ids.tolist() if item_id not in self)
            raise UnknownIds(unknown) from None

    def room(self, count: int) -> Rows:
        """The rows that the next `count` new ids go to: free ones first."""
        reused = self._free[max(0, len(self._free) - count) :]
        fresh = range(self.used, self.used + count - len(reused))
        return np.array([*reversed(reused), *fresh], np.int64)

    def reserve(self, rows: int) -> None:
        """Makes room for that many rows, and then some."""
        if rows > self.capacity:
            capacity = max(rows, 2 * self.capacity)
            self.vectors = _grown(self.vectors, capacity)
            self.squares = _grown(self.squares, capacity)
            self.ids = _grown(self.ids, capacity)
            self.live = _grown(self.live, capacity)

    def put(self, rows: Rows, ids: Ids, vectors: NDArray[np.float32]) -> None:
        """Puts vectors into rows that `room` named, or that hold these ids already."""
        self.reserve(int(rows.max(initial=-1)) + 1)
        new = ~self.live[rows]
        reused = int((rows[new] < self.used).sum())
        del self._free[len(self._free) - reused :]
        self.vectors[rows], self.squares[rows] = vectors, squares(vectors)
        self.ids[rows], self.live[rows] = ids, True
        self.used = max(self.used, int(rows.max(initial=-1)) + 1)
        self._row_of.update(zip(ids.tolist(), rows.tolist(), strict=True))

    def drop(self, rows: Rows) -> None:
        """Frees rows that are in use; the last one to go takes all gaps with it."""
        for item_id in self.ids[rows].tolist():
            del self._row_of[item_id]
        self.live[rows] = False
        self._free.extend(rows.tolist())
        if not self._row_of:
            self.used, self._free = 0, []

    def mask(self, allowed: IdFilter | None) -> NDArray[np.bool_]:
        """Which rows below `used` are in use and pass the filter, shape (used,)."""
        live = self.live[: self.used]
        if allowed is None:
            return live
        ids = checked_ids(allowed.ids)
        named = np.zeros(self.used, np.bool_)
        if len(ids) > _SMALL_FILTER:
            named = np.isin(self.ids[: self.used], ids)
        else:
            named[[self._row_of[x] for x in ids.tolist() if x in self._row_of]] = True
        mask: NDArray[np.bool_] = live & named if isinstance(allowed, Only) else live & ~named
        return mask


def checked_ids(ids: ArrayLike) -> Ids:
    """The ids as an int64 array of shape (n,). Raises BadVectors where they are no such thing."""
    try:
        given = np.asarray(ids)
    except (ValueError, TypeError) as error:
        raise BadVectors(IndexFault.ID_TYPE) from error
    if given.ndim != 1:
        raise BadVectors(IndexFault.ID_TYPE)
    if given.size == 0:
        return np.zeros(0, np.int64)
    if given.dtype.kind not in "iu" or (given > np.iinfo(np.int64).max).any():
        raise BadVectors(IndexFault.ID_TYPE)
    return given.astype(np.int64)


def distinct_ids(ids: ArrayLike) -> Ids:
    """`checked_ids`, and DuplicateIds where one comes twice."""
    given = checked_ids(ids)
    values, counts = np.unique(given, return_counts=True)
    if (repeated := values[counts > 1]).size:
        raise DuplicateIds(tuple(repeated.tolist()))
    return given


def _grown(array: NDArray[Kind], capacity: int) -> NDArray[Kind]:
    larger = np.zeros((capacity, *array.shape[1:]), array.dtype)
    larger[: len(array)] = array
    return larger
