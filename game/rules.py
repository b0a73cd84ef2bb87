"""What a guess, a hint or giving up does to a board. Pure: rows in, rows out."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from game.errors import AlreadyFinished, NoHintLeft, NothingGuessed
from game.model import Board, Entry, PuzzleFace

FIRST_HINT_RANK = 500
"""Where the first hint of an empty or cold board lies; later ones halve the best rank."""


class HintKind(StrEnum):
    """What a hint tells, from the faintest to the plainest."""

    DIRECTION = "direction"
    """A nearer word, in a direction of meaning that nobody has tried."""
    BETWEEN = "between"
    """A nearer word between two of the words on the board."""
    HALFWAY = "halfway"
    """A word halfway in rank between the best one and the secret."""
    SPELLING = "spelling"
    """The secret's first letter and its length."""


HINT_PRICES = {
    HintKind.DIRECTION: 1,
    HintKind.BETWEEN: 2,
    HintKind.HALFWAY: 3,
    HintKind.SPELLING: 5,
}
"""How many strokes a hint adds to a board's score: as many as that many guesses."""
VOTES_TO_GIVE_UP = 2
"""How many players of a shared board must wish to give up, where it has that many."""


def take_guess(
    board: Board,
    member_id: int,
    word: str,
    similarity: float,
    rank: int,
    at: datetime,
    interaction_id: int | None,
) -> tuple[Board, Entry]:
    """The board after a guess, and the guess; it costs an attempt only until the board ends."""
    attempts = board.attempts if board.finished else board.attempts + 1
    entry = Entry(
        board_id=board.id,
        position=board.entries + 1,
        member_id=member_id,
        word=word,
        similarity=similarity,
        rank=rank,
        at=at,
        attempt=None if board.finished else attempts,
        interaction_id=interaction_id,
    )
    after = replace(
        board, entries=entry.position, attempts=attempts, best_rank=_best(board.best_rank, rank)
    )
    if rank == 0 and not board.finished:
        after = replace(after, solved_in=attempts, solver_id=member_id, finished_at=at)
    return after, entry


def take_hint(
    board: Board,
    member_id: int,
    word: str,
    similarity: float,
    rank: int,
    at: datetime,
    interaction_id: int | None,
    price: int = HINT_PRICES[HintKind.HALFWAY],
) -> tuple[Board, Entry]:
    """The board after a hint, and the hint: it costs no attempt but `price` strokes."""
    entry = Entry(
        board.id, board.entries + 1, member_id, word, similarity, rank, at,
        hint=True, interaction_id=interaction_id,
    )  # fmt: skip
    return replace(
        board,
        entries=entry.position,
        hints=board.hints + price,
        best_rank=_best(board.best_rank, rank),
    ), entry


def take_spelling(puzzle: PuzzleFace, board: Board, told: bool) -> Board:
    """The board after its players learn the first letter: paid for once, free if `told` before.

    Raises AlreadyFinished.
    """
    if board.finished:
        raise AlreadyFinished(puzzle, board)
    return board if told else replace(board, hints=board.hints + HINT_PRICES[HintKind.SPELLING])


def rank_to_beat(puzzle: PuzzleFace, board: Board) -> int:
    """The rank that a hint must be below: the best one, on an untouched board a warm one.

    Raises AlreadyFinished on a finished board and NoHintLeft where the best rank is 1.
    """
    if board.finished:
        raise AlreadyFinished(puzzle, board)
    best = board.best_rank if board.best_rank is not None else 2 * FIRST_HINT_RANK
    if best <= 1:
        raise NoHintLeft(board)
    return best


def hint_ranks(puzzle: PuzzleFace, board: Board) -> Iterator[int]:
    """Ranks at which to look for a hint, the fittest first: halfway from the best to the secret.

    Raises as `rank_to_beat` does.
    """
    best = rank_to_beat(puzzle, board)
    middle = min(best // 2, FIRST_HINT_RANK)
    yield middle
    for step in range(1, best):
        yield from (rank for rank in (middle - step, middle + step) if 1 <= rank < best)


def gives_away(word: str, secret: str) -> bool:
    """Whether a hint would spell (part of) the secret."""
    return word in secret or secret in word or word[:5] == secret[:5]


def votes_needed(players: Collection[int]) -> int:
    """How many members must wish to give up a board that these have played on.

    Those below zero are forgotten, and wish for nothing any more.
    """
    return max(1, min(VOTES_TO_GIVE_UP, sum(player > 0 for player in players)))


def check_may_give_up(
    puzzle: PuzzleFace, board: Board, member_id: int, players: Collection[int]
) -> None:
    """Raise AlreadyFinished, or NothingGuessed where the member has no part in the board."""
    if board.finished:
        raise AlreadyFinished(puzzle, board)
    if member_id not in players:
        raise NothingGuessed(puzzle)


def give_up(board: Board, votes: int, needed: int, at: datetime) -> Board:
    """The board after a wish to give up: ended where enough members wish so."""
    return replace(board, gave_up=True, finished_at=at) if votes >= needed else board


def _best(before: int | None, rank: int) -> int:
    return rank if before is None else min(before, rank)
