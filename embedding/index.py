"""The contract of every index of vectors, and the nouns it speaks in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike, NDArray

from embedding.metric import Metric


@dataclass(frozen=True, slots=True)
class IndexSpec:
    """What an index is made for; vectors of another model, size or metric do not belong in it."""

    model_id: str
    dimension: int
    metric: Metric = Metric.COSINE


@dataclass(frozen=True, slots=True, eq=False)
class Only:
    """A filter: nothing but these ids; those that are not in the index do not matter."""

    ids: Sequence[int] | NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Without:
    """A filter: everything but these ids."""

    ids: Sequence[int] | NDArray[np.int64]


IdFilter = Only | Without


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """What a search found, best first, equals by id: ids (m,) int64 and scores (m,) float32.

    A score is larger the nearer: the cosine, the inner product, or minus the distance.
    """

    ids: NDArray[np.int64]
    scores: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.ids)


class VectorIndex(Protocol):
    """Vectors under int64 ids, searched by nearness; safe to use from several threads.

    Every change is checked in full first: after an error the index is as it was before.
    """

    @property
    def kind(self) -> str:
        """The name of the adapter."""

    @property
    def spec(self) -> IndexSpec:
        """What the index is made for."""

    @property
    def ids(self) -> NDArray[np.int64]:
        """All ids, ascending, shape (n,)."""

    def __len__(self) -> int:
        """How many vectors are in it."""

    def __contains__(self, item_id: int) -> bool:
        """Whether that id is in it."""

    def add(self, ids: ArrayLike, vectors: ArrayLike) -> None:
        """Adds vectors, shape (n, d), under new ids, shape (n,).

        Raises BadVectors, or DuplicateIds where an id comes twice or is there already.
        """

    def update(self, ids: ArrayLike, vectors: ArrayLike) -> None:
        """Replaces vectors of ids that are there. Raises BadVectors, DuplicateIds, UnknownIds."""

    def remove(self, ids: ArrayLike) -> None:
        """Removes ids and their vectors. Raises BadVectors, DuplicateIds or UnknownIds."""

    def vectors(self, ids: ArrayLike) -> NDArray[np.float32]:
        """The vectors as they are kept (unit rows for cosine), shape (n, d). Raises UnknownIds."""

    def search(self, query: ArrayLike, k: int, allowed: IdFilter | None = None) -> Hits:
        """The k nearest to a query of shape (d,); fewer only where fewer pass the filter.

        Raises BadVectors.
        """

    def search_many(
        self, queries: ArrayLike, k: int, allowed: IdFilter | None = None
    ) -> list[Hits]:
        """What `search` finds for each query of an array of shape (q, d)."""

    def rank(self, query: ArrayLike, item_id: int) -> int:
        """The exact place of that id among all, 1 the nearest. Raises BadVectors, UnknownIds."""

    def save(self, folder: Path) -> None:
        """Leaves a snapshot in the folder, in one step; on any failure the old one stays."""
