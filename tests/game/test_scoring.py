"""Exact similarities and ranks."""

import math
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from numpy.typing import NDArray

from embedding.words.table import WordTable
from game.scoring import ScoreBook, Scores, score

# So few dimensions that neighbouring cosines are farther apart than float64 can blur.
small_vectors = hnp.arrays(
    np.int8,
    st.tuples(st.integers(1, 12), st.integers(1, 4)),
    elements=st.integers(-127, 127),
)


def table_of(vectors: NDArray[np.int8]) -> WordTable:
    """A table of those vectors under made-up words."""
    rows = len(vectors)
    return WordTable(
        version="made",
        words=[f"word{row}" for row in range(rows)],
        vectors=vectors,
        forms={},
        secrets=np.arange(rows, dtype=np.int32),
        parts="n" * rows,
        zipf=np.zeros(rows, np.float32),
        glosses=[""] * rows,
    )


def exact_key(one: list[int], other: list[int]) -> Fraction:
    """The cosine squared, with its sign, without any rounding."""
    product = sum(a * b for a, b in zip(one, other, strict=True))
    lengths = sum(a * a for a in one) * sum(b * b for b in other)
    return Fraction(product * abs(product), lengths) if lengths else Fraction(0)


@given(small_vectors, st.data())
def test_ranks_agree_with_exact_arithmetic(vectors: NDArray[np.int8], data: st.DataObject) -> None:
    """The order is that of the true cosines, equal ones in the table's order, the secret first."""
    secret = data.draw(st.integers(0, len(vectors) - 1))
    rows = vectors.tolist()
    keys = [exact_key(rows[secret], row) for row in rows]
    expected = sorted(range(len(rows)), key=lambda row: (row != secret, -keys[row], row))
    scores = score(table_of(vectors), secret)
    assert scores.order.tolist() == expected
    assert scores.rank[scores.order].tolist() == list(range(len(rows)))
    cosines = [math.copysign(math.sqrt(abs(key)), key) for key in keys]
    assert scores.similarity == pytest.approx(np.array(cosines), abs=1e-12)


@given(small_vectors, st.data())
def test_similarity_never_rises_with_rank(vectors: NDArray[np.int8], data: st.DataObject) -> None:
    """No word looks nearer than one that ranks before it, and cosines stay within -1 and 1."""
    secret = data.draw(st.integers(0, len(vectors) - 1))
    scores = score(table_of(vectors), secret)
    ordered = scores.similarity[scores.order]
    if vectors[secret].any():
        assert ordered[0] == 1.0
        assert (np.diff(ordered) <= 0).all()
    assert (np.abs(ordered) <= 1).all()


def test_cosines_that_float32_cannot_tell_apart_are_ranked() -> None:
    """A difference in the eighth decimal place decides, not the order of the table."""
    vectors = np.array([[127, 3, -50], [-78, -4, -6], [-76, -37, 16]], np.int8)
    scores = score(table_of(vectors), 0)
    assert scores.order.tolist() == [0, 2, 1]
    assert 0 < scores.similarity[2] - scores.similarity[1] < 5e-8


def test_same_direction_ties_in_the_order_of_the_table() -> None:
    """Words with the secret's direction have cosine 1 and rank after it in the table's order."""
    vectors = np.array([[2, 4], [1, 2], [5, 10], [0, 1], [7, 14]], np.int8)
    scores = score(table_of(vectors), 2)
    assert scores.order.tolist() == [2, 0, 1, 4, 3]
    assert scores.similarity[[0, 1, 2, 4]].tolist() == [1.0] * 4


def test_similarities_do_not_depend_on_the_order_of_sums(circle: WordTable) -> None:
    """Shuffled dimensions give the very same numbers: sums of products are exact."""
    rng = np.random.default_rng(5)
    vectors = rng.integers(-127, 128, (5000, 256)).astype(np.int8)
    shuffled = np.ascontiguousarray(vectors[:, rng.permutation(256)])
    one, other = table_of(vectors), table_of(shuffled)
    for row in (0, 4095, 4096, 4999):
        assert np.array_equal(one.similarities(row), other.similarities(row))


def test_neighbours_on_the_circle(circle: WordTable) -> None:
    """Where the geometry is known, ranks follow it."""
    scores = score(circle, circle.words.index("kettle"))
    nearest = {circle.words[row] for row in scores.order[1:3]}
    assert scores.order[0] == circle.words.index("kettle")
    assert nearest == {"jungle", "ladder"}
    assert circle.words[scores.order[-1]] == "zipper"


class CountingTable(WordTable):
    """Counts how often it is asked."""

    asked = 0

    def similarities(self, row: int) -> NDArray[np.float64]:
        """The real answer, counted."""
        type(self).asked += 1
        return super().similarities(row)


@pytest.fixture
def counting() -> CountingTable:
    """A table that counts, from zero."""
    CountingTable.asked = 0
    plain = table_of(np.random.default_rng(1).integers(-9, 9, (50, 3)).astype(np.int8))
    return CountingTable(**{name: getattr(plain, name) for name in WordTable.__annotations__})


def test_book_computes_once(counting: CountingTable) -> None:
    """Asking again returns the very same scores without computing."""
    book = ScoreBook(counting)
    first = book.scores(3)
    assert book.scores(3) is first
    assert counting.asked == 1


def test_book_computes_once_for_many_threads(counting: CountingTable) -> None:
    """Threads that ask at the same time share one computation and one answer."""
    book = ScoreBook(counting)
    with ThreadPoolExecutor(8) as pool:
        found: list[Scores] = list(pool.map(book.scores, [3, 4] * 40))
    assert counting.asked == 2
    assert all(scores is found[number % 2] for number, scores in enumerate(found))
    assert np.array_equal(found[0].rank, score(counting, 3).rank)


def test_book_forgets_what_was_not_asked_for_longest(counting: CountingTable) -> None:
    """A full book drops the scores that have rested longest, and can compute them again."""
    book = ScoreBook(counting, capacity=2)
    first = book.scores(0)
    book.scores(1)
    book.scores(0)
    book.scores(2)  # pushes out 1, not 0
    assert book.scores(0) is first
    assert counting.asked == 3
    book.scores(1)
    assert counting.asked == 4
