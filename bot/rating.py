"""Words for how hard a puzzle is."""

from game.model import PuzzleFace
from game.pool import DIFFICULTIES

_NAMES = ("very easy", "easy", "medium", "hard", "very hard")


def rating_words(puzzle: PuzzleFace) -> str | None:
    """The par and the difficulty of a puzzle; None where nobody has rated it."""
    if puzzle.par is None or puzzle.difficulty is None:
        return None
    dots = "●" * puzzle.difficulty + "○" * (len(DIFFICULTIES) - puzzle.difficulty)
    return f"par {puzzle.par:,} · {dots} {_NAMES[puzzle.difficulty - 1]}"
