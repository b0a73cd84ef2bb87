"""Turns what is written about items into numbers: their text's vector, their tags, their year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from recsys.neighbours import Nearest, Neighbours, all_pairs
from recsys.opinions import Floats, Ints

TEXT_DIMENSIONS = 48
_TAGS, _AFFORDED = (64, 256), 1_600_000
"""Between so many tags, the more the fewer items there are, as they cost items times columns."""
FIRST_YEAR, LAST_YEAR, YEARS_APART, YEAR_WIDTH = 1930, 2030, 8, 6.0
WIDE = 20_000
"""From this many items on, features are kept in single precision."""
_KERNEL = (4.0, 4.0, 2.0)
_RICH = (2.0, 0.8, 0.8)
_CONTENT = (1.0, 0.5, 0.5)
_VISIBLE = (1.0, 1.5, 0.5)
"""What text, tags and year weigh: beside raters, to the imputer, in cosines, and on a map."""
_BLOCK = 4096

Vectors = NDArray[np.floating[Any]]


class Described(NamedTuple):
    """What is known about one item: its tags, and the year it is from, if any."""

    tags: Sequence[str]
    year: int | None


class ItemFeatures:
    """Features of items by row, kept once; each use weighs the columns in its own way.

    `values` has shape (items, text + tags + years), the text's columns first, then the tags';
    `kernel`, `rich` and `cosine` are the weights of the columns for the ridge over raters, for the
    imputer, and for cosines of content; `lengths` are the rows' lengths under the last, and
    `neighbours` what is nearest by them; `nearest` finds them in large catalogues.
    """

    def __init__(self, values: Vectors, text: int, tags: int, nearest: Nearest = all_pairs) -> None:
        self.text, self.tags = text, tags
        widths = (text, tags, values.shape[1] - text - tags)
        precision: type[np.floating[Any]] = np.float32 if len(values) >= WIDE else np.float64
        self.values: Vectors = values.astype(precision, copy=False)
        self.kernel, self.rich, self.cosine = (
            np.repeat(weights, widths) for weights in (_KERNEL, _RICH, _CONTENT)
        )
        self.lengths = np.sqrt((self.values**2) @ self.cosine**2).astype(np.float64)
        scale = (self.cosine / np.maximum(self.lengths, 1e-12)[:, None]).astype(np.float32)
        self.neighbours = Neighbours.of(scale * self.values.astype(np.float32, copy=False), nearest)

    def __len__(self) -> int:
        return len(self.values)

    @property
    def width(self) -> int:
        """The number of columns."""
        return int(self.values.shape[1])

    @property
    def tell(self) -> bool:
        """Whether they tell any two items apart."""
        return bool(self.values.any())

    @property
    def content(self) -> Floats:
        """The rows whose products are cosines of content, shape (items, width)."""
        return self.unit(np.arange(len(self)))

    @property
    def visible(self) -> Floats:
        """Rows for a map that people look at: tags, which they see, weigh more than texts."""
        widths = (self.text, self.tags, self.width - self.text - self.tags)
        rows = self.rows(np.arange(len(self))) * np.repeat(_VISIBLE, widths)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(lengths, 1e-12))

    def rows(self, items: Ints) -> Floats:
        """The values of some items, in double precision."""
        return np.asarray(self.values[items], dtype=np.float64)

    def unit(self, items: Ints) -> Floats:
        """Rows of content of length 1, of some items."""
        lengths = np.maximum(self.lengths[items], 1e-12)
        return np.asarray(self.rows(items) * self.cosine / lengths[:, None])

    def times(self, columns: Floats) -> Floats:
        """The values times columns (width, k), in double precision a block at a time."""
        if self.values.dtype == np.float64:
            return np.asarray(self.values @ columns)
        blocks = (self.values[at : at + _BLOCK] for at in range(0, len(self), _BLOCK))
        return np.concatenate([block.astype(np.float64) @ columns for block in blocks])

    def roughly_times(self, columns: Floats) -> NDArray[np.float32]:
        """The same in the precision the values are kept in: one fast pass."""
        return np.asarray(self.values @ columns.astype(self.values.dtype), dtype=np.float32)

    def back(self, weights: Floats) -> Floats:
        """The sum over items of weight times values, shape (width,)."""
        return np.asarray(weights @ self.values, dtype=np.float64)

    def gram(self, weights: Floats) -> Floats:
        """The sum over items of weight times [1, values]ᵀ[1, values]."""
        total = np.zeros((self.width + 1, self.width + 1))
        for at in range(0, len(self), _BLOCK):
            rows = np.asarray(self.values[at : at + _BLOCK], dtype=np.float64)
            rows = np.column_stack([np.ones(len(rows)), rows])
            total += (rows * weights[at : at + _BLOCK, None]).T @ rows
        return total


@dataclass(frozen=True, slots=True)
class FeatureBasis:
    """How items were turned into numbers, so that a later item is turned the same way.

    `axes` has shape (text dimensions, at most `TEXT_DIMENSIONS`); the means are those of the items
    it was made of.
    """

    text_mean: Floats
    axes: Floats
    vocabulary: tuple[str, ...]
    tag_mean: Floats
    year_mean: Floats

    @classmethod
    def of(cls, vectors: Vectors, items: Sequence[Described]) -> "FeatureBasis":
        """The basis of a catalogue; `vectors` has shape (items, dimensions), 0 columns for none.

        It helps to put the vector of the title alone beside that of the whole text.
        """
        mean = _mean(vectors)
        counts = Counter(tag for item in items for tag in dict.fromkeys(item.tags))
        common = sorted(counts, key=lambda tag: (-counts[tag], tag))[: _most_tags(len(items))]
        vocabulary = tuple(sorted(tag for tag in common if counts[tag] > 1))
        tags = _tags(items, vocabulary)
        years = _years(items)
        return cls(mean, _axes(vectors, mean), vocabulary, _mean(tags), _mean(years))

    def features(
        self, vectors: Vectors, items: Sequence[Described], nearest: Nearest = all_pairs
    ) -> ItemFeatures:
        """The features of items, which need not be those of the basis."""
        text, tags = self.axes.shape[1], len(self.vocabulary)
        width = text + tags + len(self.year_mean)
        # A large catalogue never stands there in double precision: it would be gigabytes.
        values = np.empty((len(items), width), np.float32 if len(items) >= WIDE else np.float64)
        for at in range(0, len(items), _BLOCK):
            rows = slice(at, at + _BLOCK)
            values[rows, :text] = (vectors[rows] - self.text_mean) @ self.axes
            values[rows, text:] = self._described(items[rows])
        return ItemFeatures(values, text, tags, nearest)

    def _described(self, items: Sequence[Described]) -> Floats:
        """What tags and years make."""
        tags = _tags(items, self.vocabulary) - self.tag_mean
        # An item without a year is like the mean of them all.
        dated = np.array([[item.year is not None] for item in items]).reshape(-1, 1)
        return np.hstack([tags, (_years(items) - self.year_mean) * dated])


def _most_tags(items: int) -> int:
    """How many tags the features of so many items have: many tell authors apart."""
    return int(np.clip(_AFFORDED / max(items, 1), *_TAGS))


def _axes(vectors: Vectors, mean: Floats) -> Floats:
    """The principal axes of texts, scaled so that the mean text has length 1."""
    if not vectors.size:
        return np.zeros((vectors.shape[1], 0))
    spread, axes = np.linalg.eigh(sum(rows.T @ rows for rows in _centred(vectors, mean)))
    order = np.argsort(spread)[::-1][:TEXT_DIMENSIONS]
    kept = axes[:, order[spread[order] > 1e-9 * max(spread[-1], 1e-300)]]
    lengths = [np.linalg.norm(rows @ kept, axis=1) for rows in _centred(vectors, mean)]
    length = float(np.concatenate(lengths).mean()) if kept.size else 1.0
    return np.asarray(kept * np.sign(kept.sum(axis=0) + 1e-300) / max(length, 1e-12))


def _centred(vectors: Vectors, mean: Floats) -> Iterator[Floats]:
    """The vectors less the mean, in double precision; a block at a time, to save memory."""
    for at in range(0, max(len(vectors), 1), _BLOCK):
        yield vectors[at : at + _BLOCK].astype(np.float64) - mean


def _tags(items: Sequence[Described], vocabulary: Sequence[str]) -> Floats:
    places = {tag: place for place, tag in enumerate(vocabulary)}
    held = np.zeros((len(items), len(vocabulary)))
    for row, item in enumerate(items):
        held[row, [places[tag] for tag in item.tags if tag in places]] = 1
    return np.asarray(held / np.sqrt(np.maximum(held.sum(axis=1, keepdims=True), 1)))


def _years(items: Sequence[Described]) -> Floats:
    """A smooth bump around each item's year, of unit length; nothing for an item without one."""
    centres = np.arange(FIRST_YEAR, LAST_YEAR + 1, YEARS_APART)
    years = np.array([np.nan if item.year is None else float(item.year) for item in items])
    inside = np.clip(years, FIRST_YEAR, LAST_YEAR)[:, None]
    bumps = np.nan_to_num(np.exp(-0.5 * ((inside - centres) / YEAR_WIDTH) ** 2))
    return np.asarray(bumps / np.maximum(np.linalg.norm(bumps, axis=1, keepdims=True), 1e-12))


def _mean(rows: Vectors) -> Floats:
    return rows.mean(axis=0, dtype=np.float64) if len(rows) else np.zeros(rows.shape[1])
