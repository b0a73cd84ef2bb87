"""Every index adapter under every metric, for the contracts in this folder.

Another adapter joins by a function that makes an empty index, and its metrics, in `ADAPTERS`.
"""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.exact import ExactIndex
from embedding.graph import have_hnswlib
from embedding.hnsw import HnswIndex
from embedding.index import IndexSpec, VectorIndex
from embedding.metric import Metric

Make = Callable[[IndexSpec], VectorIndex]
DIMENSION = 8
MODEL = "toy@1"
# "graph" asks the graph even where a scan would be cheaper, as it would be in a large index.
ADAPTERS: dict[str, tuple[Make, set[Metric]]] = {
    "exact": (ExactIndex, set(Metric)),
    "hnsw": (HnswIndex, set(Metric) - {Metric.L1}),
    "graph": (lambda spec: HnswIndex(spec, scan_factor=0), set(Metric) - {Metric.L1}),
}
GRAPH = pytest.mark.skipif(not have_hnswlib(), reason="hnswlib is not installed")
CASES = [
    pytest.param(
        (make, metric), id=f"{name}-{metric.value}", marks=[] if name == "exact" else [GRAPH]
    )
    for name, (make, metrics) in ADAPTERS.items()
    for metric in sorted(metrics)
]


@pytest.fixture(params=CASES)
def empty(request: pytest.FixtureRequest) -> VectorIndex:
    """Every adapter under every metric it knows, empty."""
    make, metric = request.param
    return make(IndexSpec(MODEL, DIMENSION, metric))


@pytest.fixture
def points() -> NDArray[np.float32]:
    """Two hundred vectors of different lengths."""
    return np.random.default_rng(5).normal(size=(200, DIMENSION)).astype(np.float32)


@pytest.fixture
def index(empty: VectorIndex, points: NDArray[np.float32]) -> VectorIndex:
    """The same adapter holding those vectors under the ids 1000, 1003 and so on."""
    empty.add(1000 + 3 * np.arange(200), points)
    return empty
