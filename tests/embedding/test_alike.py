"""Batches of texts of like length."""

from hypothesis import given
from hypothesis import strategies as st

from embedding.alike import alike

LENGTHS = st.lists(st.integers(0, 300))


@given(LENGTHS, st.integers(1, 40), st.integers(1, 1000))
def test_each_place_once_and_within_bounds(lengths: list[int], most: int, size: int) -> None:
    """Every place comes once, no batch is beyond a bound, and lengths never grow."""
    batches = list(alike(lengths, most, size))
    assert sorted(place for batch in batches for place in batch) == list(range(len(lengths)))
    for batch in batches:
        longest = max(lengths[place] for place in batch)
        assert len(batch) == 1 or (len(batch) <= most and len(batch) * longest <= size)
    told = [lengths[place] for batch in batches for place in batch]
    assert told == sorted(lengths, reverse=True)


def test_little_is_padded() -> None:
    """Of very unlike lengths, mixed, hardly anything is added where it would be many times over."""
    lengths = [5, 100] * 500
    padded = sum(len(batch) * lengths[batch[0]] for batch in alike(lengths, 256, 1000))
    assert padded < 1.02 * sum(lengths)


def test_equal_lengths_keep_their_order() -> None:
    """So a caller's batches are the same at every run."""
    assert list(alike([3, 3, 9, 3], 3, 100)) == [[2, 0, 1], [3]]
