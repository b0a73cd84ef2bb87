"""What the embedding service asks of its storage."""

from collections.abc import Collection, Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class VectorStore(Protocol):
    """Keeps vectors by (model id, content hash); safe to call from several threads."""

    def get(self, model_id: str, hashes: Collection[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors that are kept of those asked for, each of shape (d,)."""

    def put(self, model_id: str, vectors: Mapping[str, NDArray[np.float32]]) -> None:
        """Keeps all of them or, on an error, none; what is kept already stays as it is.

        Refuses a vector that is no row of finite numbers.
        """
