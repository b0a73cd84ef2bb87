"""Makes the simulated players' associations: each word's nearest words by GloVe."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from embedding.players.artifact import NOBODY, Associates, vocabulary_digest
from embedding.words.table import WordTable

ASSOCIATES = 24
# What comes to mind is a word one knows: rarer ones are never anybody's association.
COMMON_ZIPF = 2.5
# The strongest directions of GloVe tell frequency rather than meaning (Mu and Viswanath 2018).
_REMOVED = 3
_BLOCK = 1024


def build_associates(
    table: WordTable, glove: Mapping[str, NDArray[np.float64]], sources: Mapping[str, str]
) -> Associates:
    """Up to 24 associates a word: common, showable words of other families, by cosine in GloVe.

    Mean and three principal components are removed and the vectors rounded to whole numbers, so
    that cosines do not hang on the machine; equal ones stand in the table's order.
    """
    rows = np.array([row for row, word in enumerate(table.words) if word in glove], np.int32)
    found = np.full((len(table), ASSOCIATES), NOBODY, np.uint16)
    if len(rows):
        vectors = _rounded(np.stack([glove[table.words[row]] for row in rows.tolist()]))
        common = np.flatnonzero((table.zipf[rows] >= COMMON_ZIPF) & table.listable[rows])
        for start in range(0, len(rows), _BLOCK):
            block = slice(start, start + _BLOCK)
            found[rows[block]] = _nearest(table, rows, vectors, rows[block], vectors[block], common)
    return Associates(table.version, vocabulary_digest(table.words), found, sources)


def _nearest(
    table: WordTable,
    rows: NDArray[np.int32],
    vectors: NDArray[np.float32],
    asked: NDArray[np.int32],
    asked_vectors: NDArray[np.float32],
    common: NDArray[np.int64],
) -> NDArray[np.uint16]:
    """The associates of the rows asked for, shape (len(asked), ASSOCIATES)."""
    candidates = rows[common]
    lengths = np.maximum(np.linalg.norm(vectors[common].astype(np.float64), axis=1), 1)
    keys = (asked_vectors @ vectors[common].T) / lengths
    keys[table.families[asked][:, None] == table.families[candidates]] = -np.inf
    order = _best(keys)
    usable = np.take_along_axis(keys, order, axis=1) > -np.inf
    nearest = np.full((len(asked), ASSOCIATES), NOBODY, np.uint16)
    nearest[:, : order.shape[1]] = np.where(usable, candidates[order], NOBODY)
    return nearest


def _best(keys: NDArray[np.float64]) -> NDArray[np.int64]:
    """The columns of the highest keys of each row, equal ones in order."""
    columns = keys.shape[1]
    some = np.tile(np.arange(columns), (len(keys), 1))
    if columns > 4 * ASSOCIATES:  # sorting a few is quick; more than wanted, for ties at the end
        some = np.sort(np.argpartition(-keys, 4 * ASSOCIATES, axis=1)[:, : 4 * ASSOCIATES], axis=1)
    order = np.argsort(-np.take_along_axis(keys, some, axis=1), axis=1, kind="stable")
    best: NDArray[np.int64] = np.take_along_axis(some, order, axis=1)[:, :ASSOCIATES]
    return best


def _rounded(vectors: NDArray[np.float64]) -> NDArray[np.float32]:
    """Whole numbers of at most 127, products of which float32 adds up exactly."""
    units = _units(vectors)
    centred = units - units.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    strongest = axes[:, -min(_REMOVED, len(axes) - 1) :]
    left = _units(centred - (centred @ strongest) @ strongest.T)
    peak = np.maximum(np.abs(left).max(axis=1, keepdims=True), 1e-12)
    rounded: NDArray[np.float32] = np.rint(127 * left / peak).astype(np.float32)
    return rounded


def _units(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12))
