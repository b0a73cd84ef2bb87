"""`warmer recs demo`: the whole recommender, for somebody who has nothing yet."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from rich.console import Console

from bot.cli.recs_demo import show

CHAPTERS = (
    "You rate five films", "What to watch next", "You like the first one", "Why ",
    "New on the shelf", "Movie night", "Alike, and by meaning", "Pairs and swaps", "Your taste",
)  # fmt: skip


@pytest.fixture
def unencoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the encoder."""
    monkeypatch.setattr("bot.cli.recs_demo_stage.encoder_installed", lambda: False)
    monkeypatch.setattr("bot.cli.recs_demo.encoder_installed", lambda: False)


def lasting(text: str) -> str:
    """What was printed without the times it took, which differ."""
    return re.sub(r"[\d.]+ (ms|s)\b", "", text)


def test_demo_shows_everything(warmer: Callable[..., Any], unencoded: None, tmp_path: Path) -> None:
    """Without a terminal it plays through by itself, needs no encoder and writes the picture.

    The same number draws the same visitor, guests and lists.
    """
    picture = tmp_path / "taste.png"
    ended = warmer("recs", "demo", "--seed", "3", "--picture", str(picture))
    assert ended.code == 0
    places = [ended.out.index(f" {n} " + f" {title}") for n, title in enumerate(CHAPTERS, 1)]
    assert places == sorted(places)
    falls, said = re.search(r"falls by (\S+); it was said to add (\S+)\.", ended.out).groups()
    assert falls == said
    assert float(said) > 0
    with Image.open(picture) as image:
        assert image.format == "PNG"
    again = Console(file=io.StringIO(), width=200)
    show(again, 3, ask=False, picture=picture)
    assert lasting(again.file.getvalue()) == lasting(ended.out)


def test_demo_listens(unencoded: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal it asks: what is not a number of stars is asked again, Enter passes over."""
    monkeypatch.setattr("sys.stdin", io.StringIO("5\nmuch\n7\n4,5\n\n2\n5\n3.5\n"))
    console = Console(file=io.StringIO(), width=120, force_terminal=False)
    show(console, 1, ask=True, picture=None)
    text = console.file.getvalue()
    assert text.count("Stars go from 0.5 to 5 in halves.") == 2
    given = re.findall("★+½?", text.split("What to watch next")[0])
    assert given == ["★★★★★", "★★★★½", "★★", "★★★★★", "★★★½"]
    assert all(title in text for title in CHAPTERS[1:])


def test_who_cannot_write_the_picture_is_told(warmer: Callable[..., Any], unencoded: None,
                                              tmp_path: Path) -> None:  # fmt: skip
    """A picture that cannot be written ends in one clear line, and before the show."""
    ended = warmer("recs", "demo", "--seed", "1", "--picture", str(tmp_path / "no" / "taste.png"))
    assert ended.code != 0
    assert str(tmp_path / "no") in ended.complaint
    assert not ended.out
