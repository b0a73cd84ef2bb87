"""Draws the words of a board, those that are kept back included."""

from collections.abc import Sequence

from bot.i18n import Tongue
from bot.look import bar, degrees, shown_rank
from bot.render.parts import table
from bot.text import member_name
from game.model import Entry, Mode
from game.results import BoardView
from game.veil import Veiled

HIDDEN = "▒▒▒▒▒"
"""What stands in place of a word that is kept back."""

Line = Entry | Veiled


def lines_of(view: BoardView) -> list[Line]:
    """All words of a view, the nearest first, whether they may be read or not."""
    return sorted([*view.entries, *view.veiled], key=lambda line: (line.rank, line.position))


def words_of(
    view: BoardView, lines: Sequence[Line], tongue: Tongue, marked: Entry | None = None
) -> str:
    """These words with heat and rank; on a shared board also whose they are."""
    if view.board.key.mode is not Mode.TOGETHER:
        return table(view, [line for line in lines if isinstance(line, Entry)], marked, tongue)
    return "\n".join(_shared(line, view, tongue, line == marked) for line in lines)


def _shared(line: Line, view: BoardView, tongue: Tongue, marked: bool) -> str:
    warmth = degrees(line.rank, view.size)
    rank = "★" if line.rank == 0 else shown_rank(line.rank, tongue) or "·"
    word = f"**{line.word}**" if isinstance(line, Entry) else HIDDEN
    note = f" {tongue('common-hint-mark')}" if line.hint else ""
    arrow = " ←" if marked else ""
    heat = f"`{rank:>6} {tongue.degrees(warmth):>6} {bar(warmth)}`"
    return f"{heat} {word} · {member_name(line.member_id, tongue)}{note}{arrow}"
