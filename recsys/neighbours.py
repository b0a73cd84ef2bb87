"""The items nearest to each in content, which tell what features alone cannot: a sequel's part one.

A small catalogue is searched exactly, a large one through the graph of the shared index.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from embedding.graph import Graph, GraphSettings
from embedding.metric import Metric
from recsys.opinions import Floats

NEAREST = 5
_SHARPNESS = 8.0
"""An item at cosine c weighs exp(8 (c - 1)): little unless it is very near."""
_EXACT = 20_000
"""Up to so many items all pairs are compared: beyond, that would take minutes."""
_BLOCK = 1024
_GRAPH = GraphSettings(links=12, build_effort=60, search_effort=30)

Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """For every item the `NEAREST` others and what they weigh, both of shape (items, k)."""

    items: NDArray[np.int32]
    weights: Floats

    @classmethod
    def of(cls, unit: Singles) -> Self:
        """The neighbours by cosine of rows of length 1 (or 0), shape (items, width)."""
        k = min(NEAREST, len(unit) - 1)
        if k < 1 or not unit.shape[1]:
            return cls(np.zeros((len(unit), 0), np.int32), np.zeros((len(unit), 0)))
        items, cosines = (_all_pairs if len(unit) <= _EXACT else _through_graph)(unit, k)
        return cls(items, np.exp(_SHARPNESS * (cosines.astype(np.float64) - 1)))


def _all_pairs(unit: Singles, k: int) -> tuple[NDArray[np.int32], Singles]:
    items, cosines = np.empty((len(unit), k), np.int32), np.empty((len(unit), k), np.float32)
    for at in range(0, len(unit), _BLOCK):
        block = unit[at : at + _BLOCK] @ unit.T
        rows = np.arange(len(block))
        block[rows, at + rows] = -np.inf
        near = np.argpartition(-block, k - 1, axis=1)[:, :k]
        items[at : at + _BLOCK] = near
        cosines[at : at + _BLOCK] = np.take_along_axis(block, near, axis=1)
    return items, cosines


def _through_graph(unit: Singles, k: int) -> tuple[NDArray[np.int32], Singles]:
    graph = Graph.empty(Metric.INNER_PRODUCT, unit.shape[1], _GRAPH)
    graph.put(np.arange(len(unit)), unit)
    items, cosines = np.empty((len(unit), k), np.int32), np.empty((len(unit), k), np.float32)
    for at in range(0, len(unit), _BLOCK):
        queries = unit[at : at + _BLOCK]
        found = graph.nearest(queries, k + 1)
        if found is None:  # too little is linked: these are on their own
            items[at : at + _BLOCK], cosines[at : at + _BLOCK] = 0, -np.inf
            continue
        near = np.einsum("qd,qkd->qk", queries, unit[found])
        near[found == np.arange(at, at + len(queries))[:, None]] = -np.inf
        best = np.argsort(-near, axis=1)[:, :k]
        items[at : at + _BLOCK] = np.take_along_axis(found, best, axis=1)
        cosines[at : at + _BLOCK] = np.take_along_axis(near, best, axis=1)
    return items, cosines
