"""Words beside their spots find places of their own."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pictures.labels import Label, clearest, place
from bot.pictures.type import Box, Style

BOUNDS = Box(0, 0, 800, 500)
STYLE = Style(24)
SPOTS = st.tuples(st.floats(0, 800), st.floats(0, 500))
WORDS = st.sampled_from(["ox", "river", "w" * 30])
LABELS = st.lists(st.builds(Label, SPOTS, WORDS, st.just(STYLE)), max_size=40)


@given(LABELS, st.lists(SPOTS, max_size=10))
@settings(max_examples=40)
def test_no_two_share_a_place(labels: list[Label], marks: list[tuple[float, float]]) -> None:
    """Every placed word is inside the bounds, clear of what was taken and of all other words."""
    taken = [Box(x - 9, y - 9, x + 9, y + 9) for x, y in marks]
    placed = list(place(labels, BOUNDS, taken))
    assert len(placed) == len(labels)
    boxes = [one.box for one in placed if one is not None]
    assert all(box.inside(BOUNDS) for box in boxes)
    assert not any(box.overlaps(mark) for box in boxes for mark in taken)
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))


def test_first_come_first_served() -> None:
    """A lone word stands to the right of its spot; one hemmed in has no place."""
    label = Label((400, 250), "river", STYLE)
    (alone,) = place([label], BOUNDS, [])
    assert alone is not None
    assert alone.box.left > 400
    assert list(place([label], BOUNDS, [BOUNDS])) == [None]


def test_clearest_always_finds_one() -> None:
    """What must be written goes where it covers least."""
    label = Label((400, 250), "river", STYLE)
    right = Box(410, 200, 800, 300)
    assert clearest(label, BOUNDS, [right], beside=16).box.right < 400
    assert clearest(label, BOUNDS, [BOUNDS] * 3, beside=16).box.inside(BOUNDS)
