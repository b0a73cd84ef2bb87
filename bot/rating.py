"""Words for how hard a puzzle is."""

from bot.i18n import Tongue
from game.model import PuzzleFace
from game.pool import DIFFICULTIES


def rating_words(puzzle: PuzzleFace, tongue: Tongue) -> str | None:
    """The par and the difficulty of a puzzle; None where nobody has rated it."""
    if puzzle.par is None or puzzle.difficulty is None:
        return None
    dots = "●" * puzzle.difficulty + "○" * (len(DIFFICULTIES) - puzzle.difficulty)
    name = tongue(f"common-difficulty-{puzzle.difficulty}")
    return tongue("common-rating", par=puzzle.par, dots=dots, difficulty=name)
