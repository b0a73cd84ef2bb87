"""Builds the word table: several views of every word's meaning, blended, made small, in rows."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from embedding.words.blend import (
    Block,
    centred,
    drawn_together,
    evened,
    joined,
    quantised,
    reduced,
)
from embedding.words.graph import graph_vectors
from embedding.words.lexicon import Lexeme, Vocabulary
from embedding.words.relate import relate
from embedding.words.relations import Kind, Relations
from embedding.words.table import WordTable
from embedding.words.wordnet import WordNet

Progress = Callable[[int, int], None]
DIMENSION = 384
GRAPH_DIMENSION = 200
# How much each view counts. Chosen on measures that docs/words.md names; all of them are broad
# optima, where a tenth more or less changes little.
MEANING, PICTURE, EXPLAINED, GRAPH, GLOVE = 0.9, 0.9, 0.7, 0.8, 1.0
GLOVE_EVENED = 0.3
TOGETHER = 0.3
# Relations of rarer words than this teach the map little.
_TAUGHT_ZIPF = 2.5
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
    glosses with their synonyms, the three mapped so that related words differ less; short walks
    through WordNet; GloVe. Each is stripped of what all words share, weighted and joined; PCA
    leaves 384 dimensions.
    """
    lexemes = made_of.vocabulary.lexemes
    rows = {lexeme.word: row for row, lexeme in enumerate(lexemes)}
    relations = relate(made_of.net, rows)
    views = _views(made_of, relations, encoder, progress)
    vectors = quantised(reduced(joined(views), DIMENSION))
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
    made_of: Ingredients, relations: Relations, encoder: Vectors, progress: Progress | None
) -> list[tuple[float, Block]]:
    lexemes, forms = made_of.vocabulary.lexemes, made_of.vocabulary.forms
    texts = texts_of(lexemes)
    encoded = encoder.vectors([text for view in texts for text in view], progress)
    views = (centred(view) for view in np.split(encoded, len(texts)))
    weights = (MEANING, PICTURE, EXPLAINED)
    taught = _taught(lexemes, relations)
    said = drawn_together(
        joined(zip(weights, views, strict=True)),
        relations.source[taught],
        relations.target[taught],
        TOGETHER,
    )
    words = [lexeme.word for lexeme in lexemes]
    graph = graph_vectors(made_of.net, words, forms, GRAPH_DIMENSION)
    return [
        (float(np.linalg.norm(weights)), said),
        (GRAPH, evened(graph, 0)),
        (GLOVE, evened(made_of.glove, GLOVE_EVENED)),
    ]


def _taught(lexemes: Sequence[Lexeme], relations: Relations) -> NDArray[np.bool_]:
    """The relations that teach the map: all but opposites, between words in use."""
    used = np.array([lexeme.zipf >= _TAUGHT_ZIPF for lexeme in lexemes], np.bool_)
    alike = relations.kind != Kind.ANTONYM
    taught: NDArray[np.bool_] = alike & used[relations.source] & used[relations.target]
    return taught


def _families(
    vocabulary: Vocabulary, rows: Mapping[str, int], vectors: NDArray[np.int8]
) -> NDArray[np.int32]:
    """The head of each word's family: the likest that it is a form of, if they are alike."""
    units = vectors / np.maximum(np.linalg.norm(vectors.astype(np.float64), axis=1), 1)[:, None]
    heads = np.arange(len(rows), dtype=np.int32)
    for word, bases in vocabulary.kin.items():
        row = rows[word]
        cosine, head = max((float(units[row] @ units[rows[base]]), rows[base]) for base in bases)
        if cosine >= KIN:
            heads[row] = head
    # From forms of forms to the word itself. A ring of words would never end: it stays apart.
    for _ in range(4):
        heads = heads[heads]
    heads[heads[heads] != heads] = np.flatnonzero(heads[heads] != heads)
    return heads
