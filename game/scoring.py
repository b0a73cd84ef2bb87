"""Exact similarity and exact rank of every word for a secret: one table a puzzle, kept."""

import threading
from collections import OrderedDict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from embedding.words.table import WordTable


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """For each row of the word table, its cosine with the secret and its rank (the secret's: 0).

    `order` holds the rows by rank. All three have shape (n,).
    """

    secret: int
    similarity: NDArray[np.float64]
    rank: NDArray[np.int32]
    order: NDArray[np.int32]


def score(table: WordTable, secret: int) -> Scores:
    """Score every word against the secret's row; equal cosines rank in the table's order."""
    similarity = table.similarities(secret)
    keys = similarity.copy()
    keys[secret] = np.inf  # first even where another word has the very same vector
    order = np.argsort(-keys, kind="stable").astype(np.int32)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(table), dtype=np.int32)
    return Scores(secret, similarity, rank, order)


class ScoreBook:
    """Keeps the scores of the puzzles in play; safe to use from several threads."""

    def __init__(self, table: WordTable, capacity: int = 64) -> None:
        self._table = table
        self._capacity = capacity
        self._kept: OrderedDict[int, Scores] = OrderedDict()
        self._lock = threading.Lock()

    def scores(self, secret: int) -> Scores:
        """The scores for that row as the secret, computed at most once while they are kept."""
        with self._lock:
            if secret not in self._kept:
                self._kept[secret] = score(self._table, secret)
            self._kept.move_to_end(secret)
            while len(self._kept) > self._capacity:
                self._kept.popitem(last=False)
            return self._kept[secret]
