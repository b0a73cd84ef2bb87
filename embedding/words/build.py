"""Builds the word table: every word encoded by its meaning, made small, and put in rows."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embedding.words.lexicon import Lexeme
from embedding.words.table import WordTable

Progress = Callable[[int, int], None]
DIMENSION = 256
GLOSS_WEIGHT = 0.5


class Vectors(Protocol):
    """Whatever turns texts into unit vectors, such as the embedding service."""

    def vectors(
        self, texts: Sequence[str], progress: Progress | None = None
    ) -> NDArray[np.float32]:
        """One unit vector a text, shape (len(texts), d)."""


def build_table(
    version: str,
    lexemes: Sequence[Lexeme],
    forms: Mapping[str, str],
    encoder: Vectors,
    sources: Mapping[str, str],
    progress: Progress | None = None,
) -> WordTable:
    """The table of those words; the bare word is never encoded, for that would score its spelling.

    Two views of each word, "the meaning of the word X" and its gloss, are stripped of what all
    words share (their mean), joined, and reduced to 256 dimensions by PCA.
    """
    words = [lexeme.word for lexeme in lexemes]
    texts = [f"the meaning of the word {word}" for word in words]
    texts += [f"{lexeme.word}: {lexeme.gloss}" for lexeme in lexemes]
    encoded = encoder.vectors(texts, progress)
    meaning, gloss = (_centred(half) for half in np.split(encoded, 2))
    reduced = _reduce(np.hstack([meaning, GLOSS_WEIGHT * gloss]), DIMENSION)
    rows = {word: row for row, word in enumerate(words)}
    return WordTable(
        version=version,
        words=words,
        vectors=_quantise(reduced),
        forms={form: rows[word] for form, word in forms.items()},
        secrets=np.array([row for row, x in enumerate(lexemes) if x.secret], np.int32),
        parts="".join(lexeme.part for lexeme in lexemes),
        zipf=np.array([lexeme.zipf for lexeme in lexemes], np.float32),
        glosses=[lexeme.gloss for lexeme in lexemes],
        sources=sources,
    )


def _centred(block: NDArray[np.float32]) -> NDArray[np.float64]:
    moved = block.astype(np.float64) - block.mean(axis=0, dtype=np.float64)
    # A text that says what all say has no direction left: its row stays zero.
    return np.asarray(moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-12))


def _reduce(vectors: NDArray[np.float64], dimension: int) -> NDArray[np.float64]:
    """Project on the strongest principal axes, as many as there are (uncentred PCA)."""
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    strongest = axes[:, ::-1][:, :dimension]
    # An eigenvector's sign is arbitrary: fix it, so that the same input gives the same bytes.
    signs = np.sign(strongest[np.abs(strongest).argmax(axis=0), np.arange(strongest.shape[1])])
    reduced: NDArray[np.float64] = vectors @ (strongest * signs)
    return reduced


def _quantise(vectors: NDArray[np.float64]) -> NDArray[np.int8]:
    peak = np.abs(vectors).max(axis=1, keepdims=True)
    steps: NDArray[np.float64] = np.rint(127 * vectors / np.maximum(peak, 1e-12))
    return steps.astype(np.int8)
