"""Turns what is written about items into numbers: their text's vector, their tags, their year."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from recsys.opinions import Floats

TEXT_DIMENSIONS = 96
TAGS = 64
FIRST_YEAR, LAST_YEAR, YEARS_APART, YEAR_WIDTH = 1930, 2030, 8, 6.0
_TEXT, _TAGS, _YEAR = 2.0, 4.0, 6.0
"""How much each block weighs beside the raters of `recsys.kernel`."""
_YEAR_OF_CONTENT = 0.5


class Described(NamedTuple):
    """What is known about one item: its tags, and the year it is from, if any."""

    tags: Sequence[str]
    year: int | None


@dataclass(frozen=True, slots=True)
class ItemFeatures:
    """Features of items by row: for the kernel, for the imputer, and of unit length for cosines."""

    kernel: Floats
    rich: Floats
    content: Floats


@dataclass(frozen=True, slots=True)
class FeatureBasis:
    """How items were turned into numbers, so that a later item is turned the same way.

    `axes` has shape (text dimensions, at most 96); the means are those of the items it was made
    of.
    """

    text_mean: Floats
    axes: Floats
    vocabulary: tuple[str, ...]
    tag_mean: Floats
    year_mean: Floats

    @classmethod
    def of(cls, vectors: Floats, items: Sequence[Described]) -> "FeatureBasis":
        """The basis of a catalogue; `vectors` has shape (items, dimensions), 0 columns for none."""
        mean = vectors.mean(axis=0) if len(items) else np.zeros(vectors.shape[1])
        counts = Counter(tag for item in items for tag in dict.fromkeys(item.tags))
        common = sorted(counts, key=lambda tag: (-counts[tag], tag))[:TAGS]
        vocabulary = tuple(sorted(tag for tag in common if counts[tag] > 1))
        tags, years = _tags(items, vocabulary), _years(items)
        return cls(mean, _axes(vectors - mean), vocabulary, _mean(tags), _mean(years))

    def features(self, vectors: Floats, items: Sequence[Described]) -> ItemFeatures:
        """The features of items, which need not be those of the basis."""
        text = (vectors - self.text_mean) @ self.axes
        tags = _tags(items, self.vocabulary) - self.tag_mean
        # An item without a year is like the mean of them all.
        dated = np.array([[item.year is not None] for item in items]).reshape(-1, 1)
        years = (_years(items) - self.year_mean) * dated
        content = np.hstack([text, tags, _YEAR_OF_CONTENT * years])
        return ItemFeatures(
            np.hstack([_TEXT * text, _TAGS * tags, _YEAR * years]),
            np.hstack([text, tags, years]),
            content / np.maximum(np.linalg.norm(content, axis=1, keepdims=True), 1e-12),
        )


def _axes(centred: Floats) -> Floats:
    """The principal axes of texts, scaled so that the mean text has length 1."""
    if not centred.size:
        return np.zeros((centred.shape[1], 0))
    spread, axes = np.linalg.eigh(centred.T @ centred)
    order = np.argsort(spread)[::-1][:TEXT_DIMENSIONS]
    kept = axes[:, order[spread[order] > 1e-9 * max(spread[-1], 1e-300)]]
    length = np.linalg.norm(centred @ kept, axis=1).mean() if kept.size else 1.0
    return np.asarray(kept * np.sign(kept.sum(axis=0) + 1e-300) / max(length, 1e-12))


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


def _mean(rows: Floats) -> Floats:
    return np.asarray(rows.mean(axis=0) if len(rows) else np.zeros(rows.shape[1]))
