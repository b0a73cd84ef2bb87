"""The word table."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from embedding.words.table import MAX_DIMENSION, WordTable


def test_words_and_forms_lead_to_rows(small_table: WordTable) -> None:
    """A word has its row, a form that of its word, and nothing else any."""
    rows = [small_table.row(word) for word in ("cat", "cats", "ran", "run", "dogs", "", "CAT")]
    assert rows == [0, 0, 3, 3, None, None, None]
    assert len(small_table) == 4


def test_word_goes_before_a_form_of_the_same_spelling(small_table: WordTable) -> None:
    """Where a word is spelled like another one's form, it is itself."""
    assert replace(small_table, forms={"dog": 0}).row("dog") == 1


def test_similarities_are_cosines(small_table: WordTable) -> None:
    """Each number is the cosine, worked out here from whole numbers."""
    rows = small_table.vectors.tolist()
    for row, target in enumerate(rows):
        expected = [
            sum(a * b for a, b in zip(target, other, strict=True))
            / math.sqrt(sum(a * a for a in target) * sum(b * b for b in other))
            for other in rows
        ]
        assert small_table.similarities(row) == pytest.approx(np.array(expected), abs=1e-15)
        assert small_table.similarities(row)[row] == 1.0


def test_vector_of_zeros_is_like_nothing(small_table: WordTable) -> None:
    """A word without a direction has similarity zero, and none is undefined."""
    vectors = small_table.vectors.copy()
    vectors[1] = 0
    table = replace(small_table, vectors=vectors)
    assert table.similarities(0)[1] == 0
    assert table.similarities(1).tolist() == [0.0] * 4


def test_sums_stay_exact_at_the_largest_dimension(small_table: WordTable) -> None:
    """The longest vectors of the largest numbers still give a cosine of exactly one."""
    vectors = np.full((4, MAX_DIMENSION), -128, np.int8)
    vectors[1, 0] = 127
    found = replace(small_table, vectors=vectors).similarities(0)
    assert found[0] == found[2] == found[3] == 1.0
    product = 128 * 128 * (MAX_DIMENSION - 1) - 127 * 128
    lengths = (128 * 128 * MAX_DIMENSION, 128 * 128 * (MAX_DIMENSION - 1) + 127 * 127)
    assert found[1] == pytest.approx(product / math.sqrt(lengths[0] * lengths[1]), abs=1e-15)


def test_unit_vectors_have_length_one(small_table: WordTable) -> None:
    """The rows asked for come back in order, as float32 of length one."""
    units = small_table.unit_vectors([3, 0])
    assert units.dtype == np.float32
    assert np.linalg.norm(units, axis=1) == pytest.approx([1, 1])
    assert units[0].tolist() == [0, -1]


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": ["cat"]},
        {"parts": "nnn"},
        {"glosses": []},
        {"zipf": np.zeros(5, np.float32)},
        {"vectors": np.zeros((4, MAX_DIMENSION + 1), np.int8)},
        {"vectors": np.zeros(4, np.int8)},
    ],
)
def test_columns_that_do_not_fit_are_refused(small_table: WordTable, wrong: dict[str, Any]) -> None:
    """A table whose columns have different lengths, or too many dimensions, is not made."""
    with pytest.raises(ValueError, match=r"fit|unpack"):
        replace(small_table, **wrong)
