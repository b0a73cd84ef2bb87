"""The hint that tells how the secret is spelled."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from game.errors import AlreadyFinished
from game.model import Mode
from game.rules import HintKind


def test_spelling_is_told_and_paid_once(play: Any) -> None:
    """The first letter and the length, with no word on the board; a second time it is free."""
    secret = play.secret(play.turn())
    first, second = (play.game.hint(play.turn(), HintKind.SPELLING) for _ in range(2))
    assert (first.first, first.length, first.price) == (secret[0], len(secret), 5)
    assert (second.first, second.length, second.price) == (secret[0], len(secret), 0)
    board = play.game.look(play.turn()).board
    assert (board.hints, board.strokes, board.entries, board.best_rank) == (5, 5, 0, None)


def test_boards_pay_for_the_spelling_each(play: Any) -> None:
    """What one board was told, another pays for itself."""
    prices = [
        play.game.hint(play.turn(member, mode=mode), HintKind.SPELLING).price
        for member, mode in ((1, Mode.SOLO), (1, Mode.TOGETHER), (2, Mode.TOGETHER), (2, Mode.SOLO))
    ]
    assert prices == [5, 5, 0, 5]


def test_spelling_delivered_twice(play: Any) -> None:
    """A second delivery gets the same answer and pays nothing, also after the board's end."""
    turn = play.turn()
    first = play.game.hint(turn, HintKind.SPELLING)
    before = play.contents()
    assert play.game.hint(turn, HintKind.SPELLING) == first
    assert play.contents() == before
    play.game.guess(play.turn(), play.secret(play.turn()))
    again = play.game.hint(turn, HintKind.SPELLING)
    assert (again.first, again.price) == (first.first, first.price)


def test_spelling_asked_for_at_once_is_paid_once(play: Any) -> None:
    """Of several members who ask at the same instant, one makes the shared board pay."""
    turns = [play.turn(member, mode=Mode.TOGETHER) for member in range(1, 9)]
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda turn: play.game.hint(turn, HintKind.SPELLING), turns))
    assert sorted(answer.price for answer in answers) == [0] * 7 + [5]
    assert play.game.look(turns[0]).board.hints == 5


def test_no_spelling_after_the_end(play: Any) -> None:
    """A finished board has nothing left to spell."""
    play.solve()
    before = play.contents()
    with pytest.raises(AlreadyFinished):
        play.game.hint(play.turn(), HintKind.SPELLING)
    assert play.contents() == before
