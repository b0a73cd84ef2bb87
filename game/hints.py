"""Picks the word a hint shows."""

from collections.abc import Collection
from itertools import islice

from embedding.words.table import WordTable
from game.errors import NoHintLeft
from game.model import Board, Puzzle
from game.rules import gives_away, hint_ranks
from game.scoring import Scores

# How common a hint must be: a word most people know (Zipf, van Heuven et al. 2014).
FAMILIAR_ZIPF = 3.0
# So many words around the wanted rank are searched for a familiar one.
_NEARBY = 40


def pick_hint(
    table: WordTable, scores: Scores, puzzle: Puzzle, board: Board, known: Collection[str]
) -> int:
    """The row of the hint: nearer than the board's best, new to it, and not spelling the secret.

    Raises AlreadyFinished or NoHintLeft.
    """
    ranks = (rank for rank in hint_ranks(puzzle.face, board) if rank < len(table))
    rows = (int(scores.order[rank]) for rank in ranks)
    usable = list(islice((row for row in rows if _fits(table.words[row], puzzle, known)), _NEARBY))
    if not usable:
        raise NoHintLeft(board)
    return next((row for row in usable if table.zipf[row] >= FAMILIAR_ZIPF), usable[0])


def _fits(word: str, puzzle: Puzzle, known: Collection[str]) -> bool:
    return word not in known and not gives_away(word, puzzle.secret)
