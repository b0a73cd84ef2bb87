"""The pictures: nothing clipped, nothing on top of another, no word where none may be."""

import io
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.i18n import tongue
from bot.pictures import Shade, Studio
from bot.pictures.canvas import Canvas
from bot.pictures.chart import plotted, spots_of
from bot.pictures.finished import finished_card
from bot.pictures.map import map_picture
from bot.pictures.record import record_picture
from bot.pictures.share import share_card
from bot.pictures.theme import THEMES
from bot.pictures.type import Box, Style, fitted, width, writable
from game.albums import Chart, Page, Tally
from game.stats import Statistics

BOARDS: dict[str, dict[str, Any]] = {
    "nothing": {"guesses": 0, "solved": False},
    "first-try": {"guesses": 1},
    "five": {"guesses": 5, "solved": False},
    "thirty": {"guesses": 30, "hints": 2, "streak": 12},
    "hint-heavy": {"guesses": 12, "hints": 9, "solved": False},
    "at-par": {"guesses": 62, "word": "music", "streak": 365},
    "many": {"guesses": 150, "hints": 3, "word": "abdomen"},
    "given-up": {"guesses": 400, "solved": False, "gave_up": True, "word": "justice"},
    "hints-at-last": {
        "guesses": 18,
        "hints": 8,
        "late": True,
        "solved": False,
        "gave_up": True,
        "rated": False,
    },
    "unrated": {"guesses": 20, "rated": False, "number": -3},
}
CODES = ("en", "de", "fr")
FULL = Tally(Statistics(1280, 1190, 90, 800, 3, 57.5, 120, 340, (40, 170, 380, 410, 150, 40)),
             (610, 30, 550))  # fmt: skip
FRESH = Tally(Statistics(2, 0, 1, 0, None, None, 0, 0, (0,) * 6), (0, 0, 0))
FIRST = Tally(Statistics(1, 1, 0, 1, 1, 1.0, 1, 1, (1, 0, 0, 0, 0, 0)), (1, 0, 0))
Boards = Callable[..., tuple[Page, Chart]]


@pytest.fixture(params=BOARDS)
def played(request: pytest.FixtureRequest, board: Boards) -> tuple[Page, Chart]:
    """Each of the boards."""
    return board(**BOARDS[request.param])


def drawn(page: Page, chart: Chart, code: str, shade: Shade) -> dict[str, Canvas]:
    """Every picture that there is of a board."""
    theme, said = THEMES[shade], tongue(code)
    found = {
        "share": share_card(page, theme, said),
        "map": map_picture(chart, theme, said),
    }
    if page.secret is not None:
        found["finished"] = finished_card(page, theme, said)
    return found


def tallies(code: str) -> list[Canvas]:
    """Records of a long player, of a new one and of one who solved once."""
    theme, said = THEMES[Shade.LIGHT], tongue(code)
    return [record_picture(x, "Käthe", theme, said) for x in (FULL, FRESH, FIRST)]


def check(canvas: Canvas, name: str) -> None:
    """Every text lies on the picture wholly, on no other text, and is large enough to read."""
    for text, box, style in canvas.texts:
        assert box.inside(canvas.box), (name, text)
        assert style.size >= 24, (name, text)
        assert text == "" or writable(text) == text.strip(), (name, text)
    for (one, room, _), (other, another, _) in combinations(canvas.texts, 2):
        assert not room.overlaps(another), (name, one, other)


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_clipped(played: tuple[Page, Chart], code: str) -> None:
    """In every language each text is whole, readable inline, and clear of every other."""
    for name, canvas in drawn(*played, code, Shade.DARK).items():
        check(canvas, name)


def test_every_step_has_room(played: tuple[Page, Chart]) -> None:
    """Each guess and each hint lies in the chart, those after the last guess too."""
    way = played[0].journey
    plot, _ = plotted(Box(100, 100, 900, 500), way, None)
    left, top, right, bottom = plot.box
    for x, y in spots_of(plot, way):
        assert left <= x <= right
        assert top <= y <= bottom


@pytest.mark.parametrize("code", CODES)
def test_records_are_not_clipped(code: str) -> None:
    """The same holds for records."""
    for canvas in tallies(code):
        check(canvas, "record")


@pytest.mark.parametrize("shade", Shade)
def test_files_are_small(played: tuple[Page, Chart], shade: Shade) -> None:
    """Every picture is a PNG of its size and under 200 kB."""
    for canvas in drawn(*played, "de", shade).values():
        png = canvas.png()
        assert len(png) < 200_000
        with Image.open(io.BytesIO(png)) as image:
            assert image.format == "PNG"
            assert image.size == canvas.box[2:]


def test_same_input_same_bytes(board: Boards) -> None:
    """What is drawn twice is the same to the byte."""
    page, chart = board(**BOARDS["thirty"])
    for shade in Shade:
        first, second = (drawn(page, chart, "fr", shade) for _ in range(2))
        assert {k: c.png() for k, c in first.items()} == {k: c.png() for k, c in second.items()}


def test_looks_differ(board: Boards) -> None:
    """Dark is not light, and one language not another."""
    page, _ = board(**BOARDS["thirty"])
    pictures = {
        share_card(page, THEMES[shade], tongue(code)).png() for shade in Shade for code in CODES
    }
    assert len(pictures) == len(Shade) * len(CODES)


def test_share_card_hides_every_word(board: Boards) -> None:
    """Two boards with the same ranks and other words have the very same card and alt text."""
    page, _ = board(**BOARDS["thirty"])
    steps = tuple(replace(step, word=f"other{at}") for at, step in enumerate(page.journey.steps))
    other = replace(
        page, journey=replace(page.journey, steps=steps), secret="else", nearest=(), bridge=None
    )
    for shade in Shade:
        one, two = (Studio().share(x, shade, tongue("en")) for x in (page, other))
        assert one == two
    words = {step.word for step in page.journey.steps} | {page.secret}
    shown = {text for text, _, _ in share_card(page, THEMES[Shade.DARK], tongue("en")).texts}
    assert not words & shown


def test_unfinished_map_keeps_the_secret(board: Boards) -> None:
    """The map of a running board has the guessed words on it and no other word."""
    page, chart = board(guesses=60, solved=False)
    canvas = map_picture(chart, THEMES[Shade.DARK], tongue("en"))
    guessed = {step.word for step in page.journey.steps}
    known = {text for text, _, _ in canvas.texts}
    empty = map_picture(replace(chart, landmarks=()), THEMES[Shade.DARK], tongue("en"))
    assert known - {text for text, _, _ in empty.texts} <= guessed
    assert "river" not in known


def test_finished_card_names_what_counts(board: Boards) -> None:
    """The secret, its ten nearest words, the turning point and the bridge stand on it."""
    page, _ = board(**BOARDS["thirty"])
    said = " ".join(t for t, _, _ in finished_card(page, THEMES[Shade.DARK], tongue("en")).texts)
    assert "river" in said
    assert all(near.word in said for near in page.nearest)
    assert page.journey.turning is not None
    assert page.journey.steps[page.journey.turning].word in said
    assert page.bridge is not None
    assert page.bridge[1] in said


def test_veiled_page_has_no_finished_card(board: Boards) -> None:
    """A page whose secret is not told is not drawn as finished."""
    page, _ = board(**BOARDS["five"])
    with pytest.raises(ValueError, match="not to be told"):
        Studio().finished(page, Shade.DARK, tongue("en"))


def test_longest_words_fit(board: Boards) -> None:
    """The longest words there may be are cut or shrunk, not clipped."""
    page, chart = board(**BOARDS["thirty"])
    long = "w" * 24
    steps = tuple(replace(x, word=f"{long}{at}") for at, x in enumerate(page.journey.steps))
    nearest = tuple(replace(near, word=f"{long}{near.rank}") for near in page.nearest)
    huge = replace(
        page, secret=long, nearest=nearest, bridge=(long, long), streak=1000,
        journey=replace(page.journey, steps=steps),
    )  # fmt: skip
    marks = tuple(
        replace(mark, word=long[:20] + str(at)) for at, mark in enumerate(chart.landmarks)
    )
    for name, canvas in drawn(huge, Chart(huge, marks), "de", Shade.LIGHT).items():
        check(canvas, name)


@given(st.text(max_size=40))
@settings(max_examples=25)
def test_any_name_is_drawn(name: str) -> None:
    """Whatever a member calls themselves, their record has no box in place of a letter."""
    check(record_picture(FULL, name, THEMES[Shade.DARK], tongue("en")), "record")


@given(st.text(alphabet="abcwmß é", max_size=60), st.integers(60, 500))
def test_fitted_text_fits(text: str, room: int) -> None:
    """A fitted text is never wider than its room."""
    said, style = fitted(text, Style(48), room)
    assert width(said, style) <= room
    assert style.size >= 24
