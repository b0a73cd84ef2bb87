"""Opens the best index that this machine and this metric allow."""

from pathlib import Path
from typing import Literal

from embedding.exact import ExactIndex
from embedding.graph import SHIPPED, GraphSettings, have_hnswlib
from embedding.hnsw import HnswIndex
from embedding.index import IndexSpec, VectorIndex
from embedding.metric import Metric

IndexKind = Literal["auto", "exact", "hnsw"]


def open_index(
    spec: IndexSpec, kind: IndexKind = "auto", *, settings: GraphSettings = SHIPPED
) -> VectorIndex:
    """An empty index; "auto" is the graph where hnswlib is installed and the metric is not L1.

    Raises MissingDependency or MetricUnsupported where the graph is asked for by name.
    """
    return HnswIndex(spec, settings=settings) if _graph(kind, spec) else ExactIndex(spec)


def load_index(
    folder: Path,
    spec: IndexSpec,
    kind: IndexKind = "auto",
    *,
    settings: GraphSettings = SHIPPED,
) -> VectorIndex:
    """The index saved in that folder, whichever adapter saved it.

    Raises SnapshotMissing, SnapshotDamaged, SnapshotMismatch and what `open_index` raises.
    """
    if _graph(kind, spec):
        return HnswIndex.load(folder, spec, settings=settings)
    return ExactIndex.load(folder, spec)


def _graph(kind: IndexKind, spec: IndexSpec) -> bool:
    return kind == "hnsw" or (kind == "auto" and spec.metric is not Metric.L1 and have_hnswlib())
