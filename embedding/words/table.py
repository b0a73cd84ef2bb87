"""The word table: every word people may guess, with its vector, its family and its meanings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from embedding.words.relations import Relations

# int8 products of so many dimensions add up below 2**24, so that float32 arithmetic on them is
# exact in any order: ranks do not depend on the machine or its BLAS.
MAX_DIMENSION = 2**24 // 128**2

# The names of WordNet's lexicographer files (lexnames(5)), by the number in `fields`.
FIELDS = [
    "adj.all", "adj.pert", "adv.all", "noun.Tops", "noun.act",
    "noun.animal", "noun.artifact", "noun.attribute", "noun.body", "noun.cognition",
    "noun.communication", "noun.event", "noun.feeling", "noun.food", "noun.group",
    "noun.location", "noun.motive", "noun.object", "noun.person", "noun.phenomenon",
    "noun.plant", "noun.possession", "noun.process", "noun.quantity", "noun.relation",
    "noun.shape", "noun.state", "noun.substance", "noun.time", "verb.body",
    "verb.change", "verb.cognition", "verb.communication", "verb.competition", "verb.consumption",
    "verb.contact", "verb.creation", "verb.emotion", "verb.motion", "verb.perception",
    "verb.possession", "verb.social", "verb.stative", "verb.weather", "adj.ppl",
]  # fmt: skip
NO_FIELD = 255
"""The field of a word that WordNet has no category for, such as a function word."""


@dataclass(frozen=True, slots=True)
class Sense:
    """One meaning of a word: its part of speech (n, v, a, r, f) and a short gloss."""

    part: str
    gloss: str


@dataclass(frozen=True)
class WordTable:
    """Words with vectors of integers, shape (n, d), that stand for unit vectors.

    All columns below go row by row, unless it says otherwise:

    - `words`: the word, in small letters; a spelling variant or an inflected form has no row of its
      own unless it is a word in its own right (*building*).
    - `forms` (a mapping): inflected form or spelling variant → row (*ran*, *colour*).
    - `secrets` (rows): those a puzzle may hide.
    - `parts`: the commonest part of speech (n, v, a, r; f for a function word).
    - `zipf`: log10 of the word's count per billion words (van Heuven et al. 2014), all its forms
      apart.
    - `glosses`: what its commonest sense means, in a few words.
    - `senses`: up to three senses, the commonest first; `senses[row][0].gloss == glosses[row]`.
    - `families`: the row that heads its family. Inflections and spelling variants are one family
      (*building*, *build*); derivations (*happiness*, *happy*) are not. A head heads itself.
    - `hidden`: slurs, obscene and cruel words: may be guessed, may never be shown or suggested.
    - `name_like`: words met mostly as names (*mike*): may be guessed, are never listed.
    - `fields`: index into FIELDS of the commonest sense, NO_FIELD where it has none: words of one
      field are of one category.
    - `relations` (see there): links between rows, by WordNet. May be given as a function that
      reads them when they are first asked for.

    Columns left out are as if there were nothing to say. Raises ValueError where the shapes do not
    fit, or where a family's head is not its own.
    """

    version: str
    words: Sequence[str]
    vectors: NDArray[np.int8]
    forms: Mapping[str, int]
    secrets: NDArray[np.int32]
    parts: str
    zipf: NDArray[np.float32]
    glosses: Sequence[str]
    sources: Mapping[str, str] = field(default_factory=dict)
    senses: Sequence[Sequence[Sense]] = ()
    families: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    hidden: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    name_like: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))
    fields: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, np.uint8))
    relation_source: Relations | Callable[[], Relations] = field(default_factory=Relations.none)

    def __post_init__(self) -> None:
        rows, dimension = self.vectors.shape
        self._fill(rows)
        columns = (self.words, self.parts, self.zipf, self.glosses, self.senses, self.families,
                   self.hidden, self.name_like, self.fields)  # fmt: skip
        if any(len(column) != rows for column in columns) or dimension > MAX_DIMENSION:
            raise ValueError("the columns of a word table do not fit together")
        if not np.array_equal(self.families[self.families], self.families):
            raise ValueError("the families of a word table do not fit together")

    def _fill(self, rows: int) -> None:
        """Put the empty case of every column that was left out."""
        if not len(self.senses):
            senses = [(Sense(*pair),) for pair in zip(self.parts, self.glosses, strict=False)]
            object.__setattr__(self, "senses", senses)
        empty = {
            "families": np.arange(rows, dtype=np.int32),
            "hidden": np.zeros(rows, np.bool_),
            "name_like": np.zeros(rows, np.bool_),
            "fields": np.full(rows, NO_FIELD, np.uint8),
        }
        for name, column in empty.items():
            if not len(getattr(self, name)):
                object.__setattr__(self, name, column)

    def __len__(self) -> int:
        return len(self.words)

    def row(self, word: str) -> int | None:
        """The row of a word or of the word it is a form of; None where it is unknown."""
        found = self._rows.get(word)
        return self.forms.get(word) if found is None else found

    def hides(self, word: str) -> bool:
        """Whether a word is known, and never to be shown."""
        row = self.row(word)
        return row is not None and bool(self.hidden[row])

    def same_family(self, row: int, other: int) -> bool:
        """Whether two rows are forms or spellings of one word."""
        return bool(self.families[row] == self.families[other])

    @cached_property
    def listable(self) -> NDArray[np.bool_]:
        """Which rows may stand in a list, a hint or a suggestion, shape (n,).

        Function words may not: nobody is helped by being told "the".
        """
        function = np.frombuffer(self.parts.encode(), np.uint8) == ord("f")
        listable: NDArray[np.bool_] = ~(self.hidden | self.name_like | function)
        return listable

    @cached_property
    def relations(self) -> Relations:
        """The links between rows."""
        source = self.relation_source
        return source if isinstance(source, Relations) else source()

    def similarities(self, row: int) -> NDArray[np.float64]:
        """The cosine of every word with the word of that row, shape (n,); the same everywhere."""
        target = self.vectors[row].astype(np.float32)
        products = np.empty(len(self), np.float64)
        for start in range(0, len(self), 4096):  # a float copy of all is big
            block = slice(start, start + 4096)
            products[block] = self.vectors[block].astype(np.float32) @ target
        # Squares of cosines, for they are quotients of integers: rounded so little that equal
        # cosines come out equal and none passes another.
        squares = products * products / self._squares / self._squares[row]
        cosines: NDArray[np.float64] = np.copysign(np.sqrt(squares), products)
        return cosines

    def unit_vectors(self, rows: Sequence[int] | NDArray[np.int32]) -> NDArray[np.float32]:
        """The unit vectors of those rows, shape (len(rows), d)."""
        picked = self.vectors[rows].astype(np.float32)
        units: NDArray[np.float32] = picked / np.linalg.norm(picked, axis=1, keepdims=True)
        return units

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {word: row for row, word in enumerate(self.words)}

    @cached_property
    def _squares(self) -> NDArray[np.float64]:
        """The squared length of every vector: exact, for it is a sum of integers."""
        sums = np.einsum("nd,nd->n", self.vectors, self.vectors, dtype=np.int64)
        squares: NDArray[np.float64] = np.maximum(sums, 1).astype(np.float64)
        return squares
