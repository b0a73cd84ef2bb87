"""hnswlib's graph over numbered rows, with what it leaves open: growth, reuse, too few found."""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embedding.errors import MetricUnsupported, MissingDependency
from embedding.metric import Floats, Metric
from embedding.rows import Rows

if TYPE_CHECKING:
    import hnswlib

# Rows of a cosine index are unit rows: their inner product is the cosine.
_SPACES = {Metric.COSINE: "ip", Metric.INNER_PRODUCT: "ip", Metric.L2: "l2"}
_PACKAGES = ("hnswlib", "chroma-hnswlib")  # one module, two packages


@dataclass(frozen=True, slots=True)
class GraphSettings:
    """How the graph is built and searched (Malkov and Yashunin 2018).

    `links` (M) a node, `build_effort` and `search_effort` (ef) candidates kept in view, `threads`
    for building. More of each finds more and costs more.
    """

    links: int = 16
    build_effort: int = 200
    search_effort: int = 100
    threads: int = 1
    seed: int = 100


SHIPPED = GraphSettings()


class Graph:
    """Finds rows near a query, most of the time all the nearest; trusts its caller's locks."""

    def __init__(self, graph: "hnswlib.Index", settings: GraphSettings) -> None:
        self._graph = graph
        self._settings = settings
        graph.set_ef(settings.search_effort)  # no file keeps it

    @classmethod
    def empty(cls, metric: Metric, dimension: int, settings: GraphSettings) -> "Graph":
        """A graph without rows. Raises MetricUnsupported or MissingDependency."""
        graph = _new(metric, dimension)
        graph.init_index(
            max_elements=64,
            M=settings.links,
            ef_construction=settings.build_effort,
            random_seed=settings.seed,
        )
        return cls(graph, settings)

    @classmethod
    def load(cls, path: Path, metric: Metric, dimension: int, settings: GraphSettings) -> "Graph":
        """The graph that `save` wrote with the same `library`. Raises what `empty` raises."""
        graph = _new(metric, dimension)
        graph.load_index(str(path))
        return cls(graph, settings)

    def save(self, path: Path) -> None:
        """Writes the graph with its vectors and marks of deletion."""
        self._graph.save_index(str(path))

    def put(self, rows: Rows, vectors: Floats) -> None:
        """Links rows to their near ones; rows that are in the graph already move there."""
        top = int(rows.max(initial=-1)) + 1
        if top > (capacity := self._graph.get_max_elements()):
            self._graph.resize_index(max(top, 2 * capacity))
        fresh = rows >= self._graph.get_current_count()
        self._add(rows[fresh], vectors[fresh], self._settings.threads)
        # hnswlib moves a row, deleted or not, by giving its label again; never in parallel, for
        # two neighbours that move at once would repair each other's links.
        self._add(rows[~fresh], vectors[~fresh], 1)

    def _add(self, rows: Rows, vectors: Floats, threads: int) -> None:
        if len(rows):  # hnswlib chokes on none
            self._graph.add_items(vectors, rows, num_threads=threads)

    def remove(self, rows: Rows) -> None:
        """Marks rows as deleted: they still lead to others but are not found."""
        for row in rows.tolist():
            self._graph.mark_deleted(row)

    def nearest(self, queries: Floats, k: int) -> NDArray[np.int64] | None:
        """About k nearest rows to each query, shape (q, k); None where some query reaches fewer."""
        try:
            rows, _ = self._graph.knn_query(queries, k=k, num_threads=1)
        except RuntimeError:  # all that hnswlib says when a query has fewer than k answers
            return None
        return np.asarray(rows, np.int64)


def have_hnswlib() -> bool:
    """Whether the optional library is installed."""
    return find_spec("hnswlib") is not None


def library() -> str:
    """Name and version of the package behind the module: another one may not read its files."""
    for package in _PACKAGES:
        try:
            return f"{package} {version(package)}"
        except PackageNotFoundError:
            continue
    return "unknown"


def _new(metric: Metric, dimension: int) -> "hnswlib.Index":
    if metric not in _SPACES:
        raise MetricUnsupported("hnsw", metric.value)
    if not have_hnswlib():
        raise MissingDependency("hnswlib", "hnsw")
    import hnswlib  # here and not above: it is optional

    return hnswlib.Index(space=_SPACES[metric], dim=dimension)
