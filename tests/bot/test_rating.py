"""How hard a puzzle is, in words."""

from dataclasses import replace
from datetime import date

import discord
import pytest

from bot.i18n import tongue
from bot.rating import rating_words
from bot.render.parts import signed
from game.model import Board, BoardKey, Mode, PuzzleFace, PuzzleKind
from game.results import BoardView

TODAY = date(2026, 5, 4)
ENGLISH = tongue("en")
FACE = PuzzleFace(1, PuzzleKind.DAILY, 4, TODAY)


@pytest.mark.parametrize(
    ("difficulty", "words"),
    [
        (1, "par 34 · ●○○○○ very easy"),
        (3, "par 34 · ●●●○○ medium"),
        (5, "par 34 · ●●●●● very hard"),
    ],
)
def test_rating_is_told_by_dots_and_by_word(difficulty: int, words: str) -> None:
    """Par and difficulty, which can be told without counting dots."""
    assert rating_words(replace(FACE, par=34, difficulty=difficulty), ENGLISH) == words


def test_unrated_puzzles_say_nothing() -> None:
    """Where nobody has rated the secret, there is no par to tell."""
    assert rating_words(FACE, ENGLISH) is None


def test_footer_has_the_rating_where_there_is_one() -> None:
    """Every board's footer shows the par of its puzzle, daily or practice, or leaves it out."""
    for kind in PuzzleKind:
        rated = replace(FACE, kind=kind, par=34, difficulty=3)
        for face, shown in ((rated, True), (replace(rated, par=None), False)):
            view = BoardView(face, Board(BoardKey(1, Mode.SOLO, 1)), (), 10, TODAY)
            footer = signed(discord.Embed(), view, ENGLISH).footer.text or ""
            assert ("par 34" in footer) is shown
