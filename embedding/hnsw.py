"""Approximate search in a graph, with exact search where the graph would be slower or short."""

from functools import partial
from pathlib import Path
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from embedding.bundle import Bundle, Writer, read_bundle
from embedding.exact import ExactIndex
from embedding.graph import SHIPPED, Graph, GraphSettings, library
from embedding.index import Hits, IndexSpec
from embedding.metric import Floats
from embedding.nearest import best_of
from embedding.rows import Ids, Rows, VectorRows
from embedding.snapshot import rows_of

_GRAPH_PART = "graph"
# A graph query costs about as much as scanning this many rows for each candidate it keeps in view.
SCAN_FACTOR = 32
# Candidates beyond the k asked for: float32 distances order the last places arbitrarily.
_SPARE = 8


class HnswIndex(ExactIndex):
    """An hnswlib graph beside the rows it links.

    The rows give exact scores, exact ranks and the answer to every search for which a scan is
    cheaper (a small index, a narrow filter, many neighbours) or for which the graph found fewer
    than k. `scan_factor` moves that border: 0 always tries the graph first. Raises
    MetricUnsupported for L1 and MissingDependency without hnswlib.
    """

    kind: ClassVar[str] = "hnsw"

    def __init__(
        self,
        spec: IndexSpec,
        rows: VectorRows | None = None,
        *,
        settings: GraphSettings = SHIPPED,
        scan_factor: float = SCAN_FACTOR,
        graph: Graph | None = None,
    ) -> None:
        super().__init__(spec, rows)
        self._settings = settings
        self._scan_factor = scan_factor
        self._graph = graph or self._built()

    @classmethod
    def load(cls, folder: Path, spec: IndexSpec, *, settings: GraphSettings = SHIPPED) -> Self:
        """The index that any adapter saved in that folder, its graph built anew where need be.

        Raises SnapshotMissing, SnapshotDamaged, SnapshotMismatch or what the class raises.
        """
        return read_bundle(folder, partial(cls._opened, spec, settings))

    @classmethod
    def _opened(cls, spec: IndexSpec, settings: GraphSettings, bundle: Bundle) -> Self:
        rows = rows_of(spec, bundle)
        path = bundle.parts.get(_GRAPH_PART)
        if path is None or bundle.facts.get("library") != library():
            return cls(spec, rows.compacted(), settings=settings)
        graph = Graph.load(path, spec.metric, spec.dimension, settings)
        return cls(spec, rows, settings=settings, graph=graph)

    def _saved(self) -> tuple[dict[str, object], dict[str, Writer]]:
        return {"library": library()}, {_GRAPH_PART: self._graph.save}

    def _hits(self, queries: Floats, k: int, mask: NDArray[np.bool_]) -> list[Hits]:
        survivors = int(np.count_nonzero(mask))
        fetch = self._fetch(k, survivors)
        found = None
        if survivors > self._scan_factor * max(self._settings.search_effort, fetch):
            found = self._graph.nearest(queries, fetch)
        if found is None:
            return super()._hits(queries, k, mask)
        return [
            self._best(query, rows, k, mask, min(k, survivors))
            for query, rows in zip(queries, found, strict=True)
        ]

    def _best(
        self, query: Floats, found: Rows, k: int, mask: NDArray[np.bool_], least: int
    ) -> Hits:
        near = found[found < len(mask)]
        near = near[mask[near]]
        if len(near) < least:  # the filter hides more here than elsewhere
            return super()._hits(query[None], k, mask)[0]
        return best_of(self._spec.metric, self._rows, query, near, k)

    def _fetch(self, k: int, survivors: int) -> int:
        total = len(self._rows)
        wanted = k + _SPARE
        if k > self._settings.search_effort // 2:  # the graph misses more of a long list
            wanted = 2 * k
        hidden = total - survivors
        if hidden and survivors:
            wanted = min(wanted + hidden, int(1.5 * wanted * total / survivors) + 1)
        return min(wanted, total)

    def _put(self, rows: Rows, ids: Ids, vectors: Floats) -> None:
        self._graph.put(rows, vectors)  # first: the rows decide what a search may return
        super()._put(rows, ids, vectors)

    def _drop(self, rows: Rows) -> None:
        super()._drop(rows)
        if len(self._rows):
            self._graph.remove(rows)
        else:  # a graph of nothing but deleted rows would lead new ones astray
            self._graph = self._built()

    def _built(self) -> Graph:
        graph = Graph.empty(self._spec.metric, self._spec.dimension, self._settings)
        rows = np.flatnonzero(self._rows.live)
        graph.put(rows, self._rows.vectors[rows])
        return graph
