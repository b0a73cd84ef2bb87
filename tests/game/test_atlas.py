"""The map of a board: where words lie around the secret."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from embedding.words.table import WordTable
from game.atlas import Compass, atlas, distance, rings
from game.heat import Band
from game.scoring import ScoreBook, Scores

SIZE = 29_000


@pytest.fixture(scope="module")
def river(real_words: WordTable) -> Scores:
    """Every word's rank for "river"."""
    row = real_words.row("river")
    assert row is not None
    return ScoreBook(real_words).scores(row)


@pytest.fixture(scope="module")
def compass(real_words: WordTable, river: Scores) -> Compass:
    """Directions from "river"."""
    return Compass(real_words, river)


def apart(one: float, other: float) -> float:
    """The angle between two directions."""
    return abs(math.remainder(one - other, math.tau))


@given(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1))
def test_nearer_in_rank_is_nearer_on_the_map(one: int, other: int) -> None:
    """Distance grows with rank, from 0 for the secret to 1 for the last word."""
    assert (distance(one, SIZE) < distance(other, SIZE)) == (one < other)
    assert 0 <= distance(one, SIZE) <= 1


def test_rings_part_the_bands() -> None:
    """Rings lie between the edge and the middle, the coldest outside; a small table has fewer."""
    bands, edges = zip(*rings(SIZE), strict=True)
    assert (bands[0], edges[0]) == (Band.FREEZING, 1)
    assert len(set(bands)) == len(set(edges)) == 6
    assert list(edges) == sorted(edges, reverse=True)
    assert edges[-1] > 0
    assert len(rings(26)) == 2
    assert distance(0, 1) == 0


def test_similar_words_lie_in_similar_directions(
    real_words: WordTable, river: Scores, compass: Compass
) -> None:
    """Over common words, the most similar pairs are much nearer in angle than pairs at large."""
    common = np.flatnonzero(real_words.listable & (real_words.zipf > 4.2))
    rows = np.random.default_rng(3).choice(common, 150, replace=False)
    rows = rows[rows != river.secret]
    angles = compass.angles(rows.tolist())
    units = real_words.unit_vectors(rows)
    alike = (units @ units.T)[np.triu_indices(len(rows), 1)]
    turns = np.array([[apart(a, b) for b in angles] for a in angles])
    turned = turns[np.triu_indices(len(rows), 1)]
    most = np.argsort(-alike)[:100]
    assert np.median(turned) > 1.2  # at large: nearly a quarter of the circle
    assert np.median(turned[most]) < 0.8


def test_directions_fill_the_circle(real_words: WordTable, compass: Compass) -> None:
    """No third of the circle is left empty by common words."""
    common = np.flatnonzero(real_words.listable & (real_words.zipf > 4.5))[::20]
    angles = np.sort(compass.angles(common.tolist()))
    gaps = np.diff([*angles, angles[0] + math.tau])
    assert gaps.max() < math.tau / 3
    assert abs(np.exp(1j * angles).mean()) < 0.45


@settings(max_examples=10)
@given(st.lists(st.integers(1, 29_000), min_size=1, max_size=30, unique=True))
def test_directions_do_not_depend_on_the_guesses(
    real_words: WordTable, river: Scores, compass: Compass, rows: list[int]
) -> None:
    """A word has its direction alone and among others, today and after a restart."""
    rows = [row for row in rows if row != river.secret] or [1]
    alone = compass.angles(rows[:1])[0]
    assert compass.angles(rows)[0] == pytest.approx(alone)
    assert Compass(real_words, river).angles(rows)[0] == pytest.approx(alone)


def test_spots_are_apart(real_words: WordTable, river: Scores) -> None:
    """A hundred near words lie on a hundred spots, none upon another."""
    rows = river.order[1:101].tolist()
    spots = atlas(real_words, river, rows)
    assert [spot.row for spot in spots] == rows
    points = np.array([(spot.x, spot.y) for spot in spots])
    gaps = np.linalg.norm(points[:, None] - points[None], axis=2)
    np.fill_diagonal(gaps, 9)
    assert gaps.min() > 0.03
    assert np.allclose(np.linalg.norm(points, axis=1), [spot.distance for spot in spots])


def test_only_the_words_given(real_words: WordTable, river: Scores) -> None:
    """Neither the secret nor a neighbour is on a map that it was not given to."""
    rows = river.order[[300, 5000, 20_000]].tolist()
    assert {spot.row for spot in atlas(real_words, river, rows)} == set(rows)
    assert atlas(real_words, river, ()) == ()


def test_secret_lies_in_the_middle(real_words: WordTable, river: Scores) -> None:
    """The secret itself is at no distance."""
    (spot,) = atlas(real_words, river, [river.secret])
    assert (spot.x, spot.y, spot.rank) == (0, 0, 0)


def test_small_table(circle: WordTable) -> None:
    """A table of two dimensions has a map as well."""
    scores = ScoreBook(circle).scores(5)
    spots = atlas(circle, scores, [row for row in range(len(circle)) if row != 5])
    assert all(math.isfinite(spot.angle) and 0 < spot.distance <= 1 for spot in spots)
