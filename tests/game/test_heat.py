"""Heat and its bands."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.heat import LIMITS, Band, band, heat

sizes = st.integers(2, 200_000)


@given(sizes, st.data())
def test_heat_falls_with_rank(size: int, data: st.DataObject) -> None:
    """A lower rank is always hotter."""
    rank = data.draw(st.integers(0, size - 2))
    assert heat(rank, size) > heat(rank + 1, size)


@given(sizes)
def test_heat_runs_from_100_to_0(size: int) -> None:
    """The secret has 100 and the farthest word 0."""
    assert heat(0, size) == 100
    assert heat(size - 1, size) == 0


@given(st.integers(1_002, 200_000), st.integers(1, 499))
def test_halving_warms_by_the_same_amount(size: int, half: int) -> None:
    """Among the near words each halving of rank + 1 warms as much as any other, in any table."""
    warmed = heat(half - 1, size) - heat(2 * half - 1, size)
    assert warmed == pytest.approx(60 * math.log(2) / math.log(1001))


@given(st.integers(2_000, 200_000))
def test_the_thousandth_word_is_at_forty(size: int) -> None:
    """Rank 1000 has the same heat in every table, however many words it has."""
    assert heat(1000, size) == pytest.approx(40)


@given(st.integers(20_000, 200_000))
def test_the_median_word_is_near_zero(size: int) -> None:
    """Half of all words are next to 0."""
    assert 0 < heat(size // 2, size) < 3


def test_only_word_is_hot() -> None:
    """In a table of one word the secret still has 100."""
    assert heat(0, 1) == 100


@pytest.mark.parametrize(("rank", "size"), [(-1, 10), (10, 10), (0, 0)])
def test_rank_outside_is_refused(rank: int, size: int) -> None:
    """A rank that no word of the table has is an error."""
    with pytest.raises(ValueError, match="rank"):
        heat(rank, size)


def test_bands_cover_every_rank_once() -> None:
    """Bands follow each other from found to cold with no rank left out and none twice."""
    found = [band(rank) for rank in range(30_000)]
    assert list(dict.fromkeys(found)) == list(Band)
    assert [found.count(name) for name, _ in LIMITS] == [1, 10, 90, 900, 3000, 8000]


@given(st.integers(0, 10**7))
def test_bands_never_cool_as_rank_falls(rank: int) -> None:
    """A nearer word is never in a colder band."""
    order = list(Band)
    assert order.index(band(rank)) <= order.index(band(rank + 1))
