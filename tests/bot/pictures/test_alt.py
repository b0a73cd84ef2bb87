"""The pictures in words: complete, in every language, and no longer than Discord takes."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.i18n import tongue
from bot.pictures.alt import LIMIT, finished_alt, map_alt, record_alt, share_alt
from game.albums import Chart, Page, Tally
from game.stats import Statistics

BOARDS: list[dict[str, Any]] = [
    {"guesses": 0, "solved": False},
    {"guesses": 1},
    {"guesses": 30, "hints": 2, "streak": 12},
    {"guesses": 150, "word": "abdomen", "hints": 3},
    {"guesses": 400, "word": "justice", "solved": False, "gave_up": True},
    {"guesses": 12, "rated": False, "number": 0},
]
CODES = ("en", "de", "fr")
TALLY = Tally(Statistics(128, 119, 9, 80, 3, 57.5, 12, 34, (4, 17, 38, 41, 15, 4)), (61, 3, 55))
Boards = Callable[..., tuple[Page, Chart]]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("at", range(len(BOARDS)))
def test_all_fit(board: Boards, at: int, code: str) -> None:
    """Every text is whole: within the limit, its sentences ended, nothing left unsaid by Fluent."""
    page, chart = board(**BOARDS[at])
    said = tongue(code)
    texts = [share_alt(page, said), map_alt(chart, said)]
    if page.secret is not None:
        texts.append(finished_alt(page, said))
    for text in texts:
        assert 0 < len(text) <= LIMIT
        assert text.endswith(".")
        assert "  " not in text
        assert not re.search(r"[{}\u2068\u2069]|None", text)


def test_share_says_what_is_seen(board: Boards) -> None:
    """Which puzzle, how hard, the result, hints, streak and the way; not one word of the board."""
    page, _ = board(**BOARDS[2])
    text = share_alt(page, tongue("en"))
    for piece in ("Puzzle #128", "medium", "par 62", "28 guesses", "6 strokes", "28 under par",
                  "12 days", "28: 100.0°, found", "hint after 1"):  # fmt: skip
        assert piece in text
    own = {step.word for step in page.journey.steps} | {"river"}
    assert not own & set(re.findall("[a-z]+", text.replace("found", "")))


def test_finished_says_what_is_seen(board: Boards) -> None:
    """The secret, the turning point with its heat, the bridge and the nearest words."""
    page, _ = board(**BOARDS[2])
    text = finished_alt(page, tongue("en"))
    assert "the word was river" in text
    assert page.journey.turning is not None
    step = page.journey.steps[page.journey.turning]
    assert f"guess {step.attempt}, from " in text
    assert f"to {step.heat:.1f}°" in text
    assert page.bridge is not None
    assert page.bridge[1] in text
    assert all(near.word in text for near in page.nearest)


def test_map_counts_what_it_leaves_out(board: Boards) -> None:
    """Of many words the nearest are named, and how many more there are is told."""
    page, chart = board(**BOARDS[4])
    text = map_alt(chart, tongue("en"))
    named = text.count("°")
    more = re.search(r"And (\d+) more", text)
    assert more is not None
    assert named + int(more[1]) == sum(bool(step.word) for step in page.journey.steps)
    running, unfinished = board(guesses=9, solved=False)
    assert "not told" in map_alt(unfinished, tongue("en"))
    assert all(step.word in map_alt(unfinished, tongue("en")) for step in running.journey.steps)


def test_long_words_leave_steps_out_not_sentences(board: Boards) -> None:
    """Where words are long, fewer steps are named: the first and the last still are."""
    page, _ = board(**BOARDS[3])
    steps = tuple(replace(x, word=x.word and f"{'w' * 60}{at}")
                  for at, x in enumerate(page.journey.steps))  # fmt: skip
    long = replace(page, journey=replace(page.journey, steps=steps))
    text = finished_alt(long, tongue("fr"))
    assert len(text) <= LIMIT
    assert steps[0].word in text
    assert page.nearest[-1].word in text


@pytest.mark.parametrize("code", CODES)
def test_record_says_every_column(code: str) -> None:
    """All figures, the six columns and the three parts against par are told."""
    text = record_alt(TALLY, tongue(code))
    assert len(text) <= LIMIT
    for number in (128, 119, 12, 34, 3, 17, 38, 41, 15, 61, 55):
        assert re.search(rf"\b{number}\b", text)
    nothing = replace(TALLY, against_par=(0, 0, 0))
    assert len(record_alt(nothing, tongue(code))) < len(text)
