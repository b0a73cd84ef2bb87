"""Says how what was spent compares with par."""

from bot.i18n import Tongue
from game.results import BoardView


def par_line(view: BoardView, tongue: Tongue) -> str:
    """What a board has cost so far against its par; empty where nobody has rated the puzzle."""
    board, par = view.board, view.puzzle.par
    if par is None or not board.attempts:
        return ""
    spent = tongue("common-guesses", number=board.attempts)
    if board.hints:
        spent += f" {tongue('common-hints-cost', strokes=board.hints)}"
    left = par - board.strokes
    if board.finished:
        how = "even" if not left else "under" if left > 0 else "over"
        return tongue(f"play-par-ended-{how}", spent=spent, par=par, difference=abs(left))
    if left < 0:
        return tongue("play-par-over", spent=spent, par=par, difference=-left)
    return tongue("play-par-left", spent=spent, par=par, left=left)
