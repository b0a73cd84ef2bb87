"""The short texts that several pictures have in them."""

from bot.i18n import Tongue
from game.albums import Page
from game.heat import Band
from game.model import Board, PuzzleFace, PuzzleKind
from game.stats import BUCKETS


def puzzle_title(puzzle: PuzzleFace, tongue: Tongue) -> str:
    """What a puzzle is called."""
    if puzzle.kind is PuzzleKind.PRACTICE:
        return tongue("common-practice-round", number=puzzle.number)
    if puzzle.number > 0:
        return tongue("pictures-puzzle", number=puzzle.number)
    return tongue("pictures-puzzle-plain")


def difficulty(puzzle: PuzzleFace, tongue: Tongue) -> str | None:
    """How hard a puzzle is, in a word; None where nobody has rated it."""
    rated = puzzle.difficulty is not None and puzzle.par is not None
    return tongue(f"common-difficulty-{puzzle.difficulty}") if rated else None


def against_par(page: Page, tongue: Tongue) -> str | None:
    """How the score of a solved board compares with par; None where there is nothing to compare."""
    board, par = page.board, page.puzzle.par
    if not board.solved or par is None:
        return None
    over = board.strokes - par
    if over == 0:
        return tongue("pictures-even")
    return tongue("pictures-over" if over > 0 else "pictures-under", strokes=abs(over))


def headline(page: Page, tongue: Tongue) -> tuple[str, str]:
    """A large figure and what it counts: guesses of a board that ended, else the best heat.

    The figure is empty on an empty board.
    """
    board, best = page.board, page.journey.best
    if board.finished:
        attempts = board.attempts
        return tongue.number(attempts), tongue("pictures-unit-guesses", number=attempts)
    if best is None:
        return "", tongue("pictures-nothing")
    return tongue.degrees(best.heat), tongue("pictures-unit-warmest")


def state(board: Board, tongue: Tongue) -> str | None:
    """How a board stands that nobody has solved."""
    if board.solved:
        return None
    return tongue("pictures-given-up" if board.finished else "pictures-running")


def band_name(band: Band, tongue: Tongue) -> str:
    """The name of a band."""
    return tongue(f"common-band-{band.value}")


def ranges(tongue: Tongue) -> list[str]:
    """What each column of the distribution counts: 1–10 and so on."""
    starts = (1, *(end + 1 for end in BUCKETS))
    named = [f"{start}–{end}" for start, end in zip(starts, BUCKETS, strict=False)]
    return [*named, tongue("pictures-more", start=starts[-1])]
