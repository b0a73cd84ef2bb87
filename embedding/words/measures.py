"""Measures word vectors against human judgement and against what people think of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr

from embedding.words.errors import SourceMissing
from embedding.words.lists import text_of

Row = Callable[[str], int | None]
Pair = tuple[str, str, float]


@dataclass(frozen=True, slots=True)
class Measures:
    """Spearman × 100 on both similarity sets; analogies solved, in per cent; and associations.

    `associates` is the median rank, among the whole vocabulary, of words that a person would name
    first (our own list, written before any table was measured), `within_100` how many of them, in
    per cent, are among the nearest hundred.
    """

    wordsim: float
    simlex: float
    analogies: float
    associates: float
    within_100: float


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """What vectors are measured by."""

    wordsim: Sequence[Pair]
    simlex: Sequence[Pair]
    analogies: Sequence[tuple[str, str, str, str]]
    associates: Sequence[tuple[str, str]]


def find_pairs(folder: Path | None) -> Path:
    """The folder of gensim's test data. Raises SourceMissing where there is none."""
    if folder is None:
        spec = find_spec("gensim")  # not imported: it is large, and only its data are wanted
        places = spec.submodule_search_locations if spec else None
        folder = Path(places[0]) / "test" / "test_data" if places else None
    if folder is None or not (folder / "wordsim353.tsv").is_file():
        raise SourceMissing("pairs", folder)
    return folder


def read_yardsticks(folder: Path) -> Yardsticks:
    """The public sets in that folder and our own associates. Raises SourceMissing."""
    try:
        return Yardsticks(
            _pairs(folder / "wordsim353.tsv"),
            _pairs(folder / "simlex999.txt"),
            _analogies(folder / "questions-words.txt"),
            _associates(),
        )
    except (OSError, ValueError) as error:
        raise SourceMissing("pairs", folder) from error


def measure(vectors: NDArray[np.floating], row: Row, by: Yardsticks) -> Measures:
    """Measure unit rows; what `row` does not know is left out. A set nobody knows gives nan."""
    units = vectors.astype(np.float32)
    ranks = _ranks(units, row, by.associates)
    return Measures(
        100 * _spearman(units, row, by.wordsim),
        100 * _spearman(units, row, by.simlex),
        100 * _solved(units, row, by.analogies),
        float(np.median(ranks)) if len(ranks) else float("nan"),
        100 * float((ranks <= 100).mean()) if len(ranks) else float("nan"),
    )


def _spearman(units: NDArray[np.float32], row: Row, pairs: Sequence[Pair]) -> float:
    found = [(a, b, score) for one, other, score in pairs
             if (a := row(one)) is not None and (b := row(other)) is not None]  # fmt: skip
    if len(found) < 2:
        return float("nan")
    cosines = [float(units[a] @ units[b]) for a, b, _ in found]
    return float(spearmanr(cosines, [score for *_, score in found]).statistic)


def _ranks(
    units: NDArray[np.float32], row: Row, pairs: Sequence[tuple[str, str]]
) -> NDArray[np.int64]:
    ranks = []
    for cue, associate in pairs:
        a, b = row(cue), row(associate)
        if a is not None and b is not None and a != b:
            cosines = units @ units[a]
            cosines[a] = -np.inf
            ranks.append(int((cosines > cosines[b]).sum()) + 1)
    return np.array(ranks, np.int64)


def _solved(
    units: NDArray[np.float32], row: Row, questions: Sequence[tuple[str, str, str, str]]
) -> float:
    """How many are solved by the nearest word to b - a + c (Mikolov et al. 2013)."""
    asked = [[x for word in question if (x := row(word)) is not None] for question in questions]
    known = [rows for rows in asked if len(set(rows)) == 4]
    right = 0
    for a, b, c, d in known:
        cosines = units @ (units[b] - units[a] + units[c])
        cosines[[a, b, c]] = -np.inf
        right += int(cosines.argmax()) == d
    return right / len(known) if known else float("nan")


def _pairs(path: Path) -> list[Pair]:
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()
             if not line.startswith(("#", "Word 1")))  # fmt: skip
    return [(a.lower(), b.lower(), float(score)) for a, b, score, *_ in lines]


def _analogies(path: Path) -> list[tuple[str, str, str, str]]:
    """The questions of meaning; those of grammar ask for forms, which have no row of their own."""
    found: list[tuple[str, str, str, str]] = []
    wanted = False
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith(":"):
            wanted = line[2:] in {"family", "gram1-adjective-to-adverb", "gram2-opposite"}
        elif wanted:
            a, b, c, d = line.lower().split()
            found.append((a, b, c, d))
    return found


def _associates() -> list[tuple[str, str]]:
    rows = (line.split("\t") for line in text_of("associates.tsv").splitlines())
    return [(cue, associate) for cue, *associates in rows for associate in associates]
