"""Exact search in plain numpy, and what every index on a table of rows shares."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import ClassVar, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

from embedding.bundle import Writer
from embedding.errors import BadVectors, DuplicateIds, IndexFault
from embedding.index import Hits, IdFilter, IndexSpec
from embedding.locks import ReadWriteLock
from embedding.metric import Floats, prepared
from embedding.nearest import exact_hits, exact_rank
from embedding.rows import Ids, Rows, VectorRows, checked_ids, distinct_ids
from embedding.snapshot import read_rows, write_snapshot

# Searches wait for one such step of a long change at most: some 5 ms of linking new rows into a
# graph, 50 ms of moving old ones.
_STEP = 16


class ExactIndex:
    """Scans every vector: always right, and fast enough for tens of thousands.

    Adapters that keep more than the rows override `_put`, `_drop`, `_hits` and `_saved`.
    """

    kind: ClassVar[str] = "exact"

    def __init__(self, spec: IndexSpec, rows: VectorRows | None = None) -> None:
        self._spec = spec
        self._rows = rows or VectorRows(spec.dimension)
        self._lock = ReadWriteLock()
        self._writer = Lock()  # one change at a time, while searches go on between its steps

    @classmethod
    def load(cls, folder: Path, spec: IndexSpec) -> Self:
        """The index that any adapter saved in that folder.

        Raises SnapshotMissing, SnapshotDamaged, or SnapshotMismatch where it is not of this spec.
        """
        return cls(spec, read_rows(folder, spec))

    @property
    def spec(self) -> IndexSpec:
        """What the index is made for."""
        return self._spec

    @property
    def ids(self) -> Ids:
        """All ids, ascending, shape (n,)."""
        with self._lock.reading():
            return np.sort(self._rows.ids[: self._rows.used][self._rows.live[: self._rows.used]])

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, item_id: int) -> bool:
        return item_id in self._rows

    def add(self, ids: ArrayLike, vectors: ArrayLike) -> None:
        """Adds vectors, shape (n, d), under new ids. Raises BadVectors or DuplicateIds."""
        new, ready = self._checked(ids, vectors)
        with self._writer:
            if known := tuple(item_id for item_id in new.tolist() if item_id in self._rows):
                raise DuplicateIds(known)
            rows = self._rows.room(len(new))
            with self._lock.writing():
                self._rows.reserve(int(rows.max(initial=-1)) + 1)
            self._in_steps(
                len(rows),
                lambda part: self._put(rows[part], new[part], ready[part]),
                lambda part: self._drop(rows[part][self._rows.live[rows[part]]]),
            )

    def update(self, ids: ArrayLike, vectors: ArrayLike) -> None:
        """Replaces vectors of ids that are there. Raises BadVectors, DuplicateIds, UnknownIds."""
        known, ready = self._checked(ids, vectors)
        with self._writer:
            rows = self._rows.find(known)
            before = self._rows.vectors[rows]
            self._in_steps(
                len(rows),
                lambda part: self._put(rows[part], known[part], ready[part]),
                lambda part: self._put(rows[part], known[part], before[part]),
            )

    def remove(self, ids: ArrayLike) -> None:
        """Removes ids and their vectors. Raises BadVectors, DuplicateIds or UnknownIds."""
        given = distinct_ids(ids)
        with self._writer:
            rows = self._rows.find(given)
            with self._lock.writing():
                self._drop(rows)

    def vectors(self, ids: ArrayLike) -> Floats:
        """The vectors as they are kept, shape (n, d). Raises BadVectors or UnknownIds."""
        given = checked_ids(ids)
        with self._lock.reading():
            return self._rows.vectors[self._rows.find(given)]

    def search(self, query: ArrayLike, k: int, allowed: IdFilter | None = None) -> Hits:
        """The k nearest to a query of shape (d,). Raises BadVectors."""
        return self._found([query], k, allowed)[0]

    def search_many(
        self, queries: ArrayLike, k: int, allowed: IdFilter | None = None
    ) -> list[Hits]:
        """What `search` finds for each query of an array of shape (q, d)."""
        return self._found(queries, k, allowed)

    def rank(self, query: ArrayLike, item_id: int) -> int:
        """The exact place of that id among all, 1 the nearest. Raises BadVectors, UnknownIds."""
        ready = prepared(self._spec.metric, [query], self._spec.dimension)
        with self._lock.reading():
            row = self._rows.find(checked_ids([item_id]))[0]
            return exact_rank(self._spec.metric, self._rows, ready[0], int(row))

    def save(self, folder: Path) -> None:
        """Leaves a snapshot in the folder, in one step; searches go on meanwhile."""
        with self._writer:
            facts, parts = self._saved()
            write_snapshot(folder, self._spec, self._rows, {"kind": self.kind, **facts}, parts)

    def _found(
        self, queries: ArrayLike | list[ArrayLike], k: int, allowed: IdFilter | None
    ) -> list[Hits]:
        if k < 1:
            raise BadVectors(IndexFault.K)
        ready = prepared(self._spec.metric, queries, self._spec.dimension)
        with self._lock.reading():
            return self._hits(ready, k, self._rows.mask(allowed))

    def _saved(self) -> tuple[dict[str, object], dict[str, Writer]]:
        return {}, {}

    def _hits(self, queries: Floats, k: int, mask: NDArray[np.bool_]) -> list[Hits]:
        return exact_hits(self._spec.metric, self._rows, queries, k, mask)

    def _put(self, rows: Rows, ids: Ids, vectors: Floats) -> None:
        self._rows.put(rows, ids, vectors)

    def _drop(self, rows: Rows) -> None:
        self._rows.drop(rows)

    def _checked(self, ids: ArrayLike, vectors: ArrayLike) -> tuple[Ids, Floats]:
        distinct = distinct_ids(ids)
        ready = prepared(self._spec.metric, vectors, self._spec.dimension)
        if len(distinct) != len(ready):
            raise BadVectors(IndexFault.COUNT)
        return distinct, ready

    def _in_steps(
        self, count: int, do: Callable[[slice], None], undo: Callable[[slice], None]
    ) -> None:
        parts = [slice(start, start + _STEP) for start in range(0, count, _STEP)]
        try:
            for part in parts:
                with self._lock.writing():
                    do(part)
        except BaseException:  # an interrupt too must leave the index as it was
            for part in parts:
                with self._lock.writing():
                    undo(part)
            raise
