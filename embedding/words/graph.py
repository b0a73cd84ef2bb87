"""Vectors of words from WordNet's graph: where short walks from a word's meanings lead.

After Goikoetxea, Soroa and Agirre, "Random walks and neural network language models on knowledge
bases" (2015), with the walks worked out instead of drawn, and factored as in Levy and Goldberg,
"Neural word embedding as implicit matrix factorization" (2014). Nothing is drawn by chance but the
starting guess of the factoring, whose seed is fixed.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from embedding.words.relate import short
from embedding.words.wordnet import WordNet

# How likely a walk takes a link of that kind, against one to a hypernym. Antonyms are no way to go.
_LINKS = {
    "@": 1.0, "~": 0.7, "@i": 0.3, "~i": 0.1, "#m": 0.7, "#s": 0.7, "#p": 0.9, "%m": 0.5,
    "%s": 0.7, "%p": 0.7, "&": 1.0, "^": 0.7, "$": 1.0, "+": 1.0, "\\": 1.0, "=": 0.7, "*": 0.8,
    ">": 0.8, ";c": 0.5, "-c": 0.15,
}  # fmt: skip
_BACK = 0.7
_GLOSS, _GLOSS_BACK = 0.5, 0.35
_STEPS, _ON = 3, 0.75
_TINY = 4e-4
_SENSES = 6
_EXTRA_AXES, _ROUNDS = 40, 3
_STOP = {
    "the", "a", "an", "of", "to", "in", "is", "was", "his", "her", "he", "she", "it", "and",
    "or", "on", "at", "for", "with", "by", "from", "be", "that", "this", "they", "their",
    "were", "are", "as", "had", "have", "has", "not", "who", "into", "its", "him", "my",
    "we", "you", "your", "so", "if", "up", "out", "all", "some", "any", "one", "used",
    "having", "being", "something", "someone", "especially", "usually", "often", "which",
    "made", "can", "make", "more", "than", "other", "etc", "very", "such", "when", "most",
    "many", "act", "kind",
}  # fmt: skip
_Entries = list[tuple[int, int, float]]


def graph_vectors(
    net: WordNet, words: Sequence[str], forms: Mapping[str, str], dimension: int
) -> NDArray[np.float64]:
    """One row a word, shape (n, at most dimension); zeros for a word that WordNet lacks."""
    ids = {(part, at): i for i, (part, at) in enumerate(
        (part, at) for part in net.synsets for at in net.synsets[part])}  # fmt: skip
    step = _shares(_links(net, ids) + _gloss_links(net, ids, set(words), forms), len(ids), len(ids))
    start = _shares(_starts(net, ids, words), len(words), len(ids))
    reached, walk = start * (1 - _ON), start
    for taken in range(1, _STEPS + 1):
        walk = _without_tiny(walk @ step)
        reached = reached + walk * (_ON**taken * (1 - _ON if taken < _STEPS else 1))
    return _factors(_surprise(reached.tocsr()), dimension)


def _links(net: WordNet, ids: Mapping[tuple[str, int], int]) -> _Entries:
    found: _Entries = []
    for (part, at), here in ids.items():
        for pointer in net.synsets[part][at].pointers:
            weight = _LINKS.get(pointer.symbol)
            there = ids.get((pointer.part, pointer.offset))
            if weight is not None and there is not None:
                found += [(here, there, weight), (there, here, weight * _BACK)]
    return found


def _gloss_links(
    net: WordNet, ids: Mapping[tuple[str, int], int], words: set[str], forms: Mapping[str, str]
) -> _Entries:
    """From a meaning to those of the words that define it, the rarer the stronger, and back."""
    said = {
        here: set(re.findall("[a-z]+", short(net.synsets[part][at].gloss).lower())) - _STOP
        for (part, at), here in ids.items()
    }
    met = Counter(word for gloss in said.values() for word in gloss)
    meant = {
        word: [ids[x.part, x.offset] for x in net.by_use(forms.get(word, word))[:2]]
        for word in met
        if word in words or word in forms
    }
    found: _Entries = []
    for here, gloss in said.items():
        for word in sorted(gloss & meant.keys()):
            rarity = min(1.0, math.log(len(ids) / met[word]) / 9)
            for there, share in zip(meant[word], (1.0, 0.4), strict=False):
                if there != here:
                    found.append((here, there, _GLOSS * share * rarity))
                    found.append((there, here, _GLOSS * _GLOSS_BACK * share * rarity))
    return found


def _starts(net: WordNet, ids: Mapping[tuple[str, int], int], words: Sequence[str]) -> _Entries:
    """A walk from a word starts at its meanings, the more used the likelier."""
    found: _Entries = []
    for row, word in enumerate(words):
        for place, meaning in enumerate(net.by_use(word)[:_SENSES], 1):
            number = net.senses[meaning.part][word].index(meaning.offset) + 1
            used = net.sense_counts.get((meaning.part, word, number), 0)
            found.append((row, ids[meaning.part, meaning.offset], (used + 1) ** 0.6 / place**0.5))
    return found


def _shares(entries: _Entries, rows: int, columns: int) -> sparse.csr_matrix:
    """The matrix of those entries, each row adding up to one."""
    at, to, weights = zip(*entries, strict=True) if entries else ((), (), ())
    matrix = sparse.csr_matrix((np.array(weights, np.float32), (at, to)), shape=(rows, columns))
    sums = np.asarray(matrix.sum(axis=1)).ravel()
    return (sparse.diags_array((1 / np.maximum(sums, 1e-9)).astype(np.float32)) @ matrix).tocsr()


def _without_tiny(matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    matrix.data[matrix.data < _TINY] = 0
    matrix.eliminate_zeros()
    return matrix


def _surprise(reached: sparse.csr_matrix) -> sparse.csr_matrix:
    """Positive pointwise mutual information of words and the meanings that their walks reach."""
    rows, columns = (np.asarray(reached.sum(axis=axis)).ravel() for axis in (1, 0))
    cells = reached.tocoo()
    expected = np.maximum(rows[cells.row] * columns[cells.col] / columns.sum(), 1e-30)
    excess = np.log(np.maximum(cells.data / expected, 1)).astype(np.float32)
    return sparse.csr_matrix((excess, (cells.row, cells.col)), shape=reached.shape)


def _factors(matrix: sparse.csr_matrix, dimension: int) -> NDArray[np.float64]:
    """Rows scaled by the root of the singular values (Halko et al. 2011, subspace iteration)."""
    size = min(dimension + _EXTRA_AXES, *matrix.shape)
    rng = np.random.default_rng(0)
    basis = matrix @ rng.standard_normal((matrix.shape[1], size)).astype(np.float32)
    for _ in range(_ROUNDS):
        basis, _ = np.linalg.qr(basis)
        basis = matrix @ (matrix.T @ basis)
    basis, _ = np.linalg.qr(basis)
    axes, values, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    vectors: NDArray[np.float64] = (basis @ axes * np.sqrt(values))[:, :dimension].astype(
        np.float64
    )
    return vectors
