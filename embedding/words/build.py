"""Builds the word table: several views of every word's meaning, blended, made small, in rows."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embedding.words.blend import Block, centred, evened, joined, pushed_apart, quantised, reduced
from embedding.words.graph import graph_vectors
from embedding.words.lexicon import Lexeme, Vocabulary
from embedding.words.relate import relate
from embedding.words.table import WordTable
from embedding.words.wordnet import WordNet

Progress = Callable[[int, int], None]
DIMENSION = 384
GRAPH_DIMENSION = 200
# How much each view counts. Chosen on measures that docs/words.md names; all of them are broad
# optima, where a tenth more or less changes little.
MEANING, PICTURE, EXPLAINED, GRAPH, GLOVE = 0.9, 0.9, 0.7, 0.8, 0.95
GLOVE_EVENED = 0.3
APART = 0.1
# Below this cosine a word is no form of what it looks like a form of: *bed*, not *be*.
KIN = 0.4


class Vectors(Protocol):
    """Whatever turns texts into unit vectors, such as the embedding service."""

    def vectors(
        self, texts: Sequence[str], progress: Progress | None = None
    ) -> NDArray[np.float32]:
        """One unit vector a text, shape (len(texts), d)."""


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What a table is made of. `glove` has a row a lexeme, of zeros where it knows no vector."""

    vocabulary: Vocabulary
    net: WordNet
    glove: Block
    secrets: Collection[str] = ()
    sources: Mapping[str, str] = field(default_factory=dict)


def build_table(
    version: str, made_of: Ingredients, encoder: Vectors, progress: Progress | None = None
) -> WordTable:
    """The table of those words; the bare word is never encoded, for that would score its spelling.

    Views: what the encoder makes of "the meaning of the word X", of "a picture of X" and of its
    glosses with their synonyms; short walks through WordNet; GloVe. Each is stripped of what all
    words share, weighted and joined; opposites are pushed apart; PCA leaves 384 dimensions.
    """
    lexemes = made_of.vocabulary.lexemes
    rows = {lexeme.word: row for row, lexeme in enumerate(lexemes)}
    relations = relate(made_of.net, rows)
    views = _views(made_of, encoder, progress)
    blended = reduced(pushed_apart(joined(views), relations, APART), DIMENSION)
    vectors = quantised(blended)
    return WordTable(
        version=version,
        words=list(rows),
        vectors=vectors,
        forms={form: rows[word] for form, word in made_of.vocabulary.forms.items()},
        secrets=np.array(sorted(rows[word] for word in made_of.secrets), np.int32),
        parts="".join(lexeme.senses[0].part for lexeme in lexemes),
        zipf=np.array([lexeme.zipf for lexeme in lexemes], np.float32),
        glosses=[lexeme.senses[0].gloss for lexeme in lexemes],
        sources=made_of.sources,
        senses=[lexeme.senses for lexeme in lexemes],
        families=_families(made_of.vocabulary, rows, vectors),
        hidden=np.array([lexeme.hidden for lexeme in lexemes], np.bool_),
        name_like=np.array([lexeme.name_like for lexeme in lexemes], np.bool_),
        fields=np.array([lexeme.field for lexeme in lexemes], np.uint8),
        relation_source=relations,
    )


def texts_of(lexemes: Sequence[Lexeme]) -> list[list[str]]:
    """What is encoded of the words, view by view."""
    return [
        [f"the meaning of the word {lexeme.word}" for lexeme in lexemes],
        [f"a picture of {lexeme.word}" for lexeme in lexemes],
        [lexeme.explained for lexeme in lexemes],
    ]


def _views(
    made_of: Ingredients, encoder: Vectors, progress: Progress | None
) -> list[tuple[float, Block]]:
    lexemes, forms = made_of.vocabulary.lexemes, made_of.vocabulary.forms
    texts = texts_of(lexemes)
    encoded = encoder.vectors([text for view in texts for text in view], progress)
    meaning, picture, explained = (centred(view) for view in np.split(encoded, len(texts)))
    words = [lexeme.word for lexeme in lexemes]
    graph = graph_vectors(made_of.net, words, forms, GRAPH_DIMENSION)
    return [
        (MEANING, meaning),
        (PICTURE, picture),
        (EXPLAINED, explained),
        (GRAPH, evened(graph, 0)),
        (GLOVE, evened(made_of.glove, GLOVE_EVENED)),
    ]


def _families(
    vocabulary: Vocabulary, rows: Mapping[str, int], vectors: NDArray[np.int8]
) -> NDArray[np.int32]:
    """The head of each word's family: what it is an inflection of, where they mean the like."""
    units = vectors / np.maximum(np.linalg.norm(vectors.astype(np.float64), axis=1), 1)[:, None]
    heads = np.arange(len(rows), dtype=np.int32)
    for word, base in vocabulary.kin.items():
        row, head = rows[word], rows[base]
        if units[row] @ units[head] >= KIN:
            heads[row] = head
    # From forms of forms to the word itself. A ring of words would never end: it stays apart.
    for _ in range(4):
        heads = heads[heads]
    heads[heads[heads] != heads] = np.flatnonzero(heads[heads] != heads)
    return heads
