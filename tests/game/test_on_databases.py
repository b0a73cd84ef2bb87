"""A whole game on every kind of database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from game.errors import AlreadyGuessed, KnowsSecret
from game.model import Mode, PuzzleKind
from store.engine import Database
from store.work import SqlGameStore

ANNE, BEN = 1, 2


@pytest.fixture
def stored(make_play: Callable[..., Any], database: Database) -> Any:
    """A game on the small table whose store is a database."""
    return make_play(store=SqlGameStore(database))


def test_day_of_two_members(stored: Any) -> None:
    """Guesses, hints, practice, a shared board and a repeated delivery work as in memory."""
    secret, word = stored.secret(stored.turn()), stored.wrong(stored.turn())
    stored.game.guess(stored.turn(ANNE), word)
    with pytest.raises(AlreadyGuessed):
        stored.game.guess(stored.turn(ANNE), word)
    hint = stored.turn(ANNE)
    assert stored.game.hint(hint) == stored.game.hint(hint)
    assert stored.game.guess(stored.turn(ANNE), secret).view.board.solved_in == 2
    with pytest.raises(KnowsSecret):
        stored.game.guess(stored.turn(ANNE, mode=Mode.TOGETHER), secret)
    stored.game.practise(stored.turn(BEN))
    turn, found = stored.turn(BEN), stored.secret(stored.turn(BEN))
    first, second = (stored.game.guess(turn, found) for _ in range(2))
    assert second.repeated
    assert second.view == first.view
    assert second.view.puzzle.kind is PuzzleKind.PRACTICE
    stored.game.guess(stored.turn(BEN, mode=Mode.TOGETHER), word)
    assert stored.game.give_up(stored.turn(BEN)).view.board.gave_up
    figures = stored.records.record(900, ANNE).statistics
    assert (figures.played, figures.solved, figures.best, figures.streak) == (1, 1, 2, 1)


def test_members_who_solve_at_once(
    make_play: Callable[..., Any], lasting_database: Database
) -> None:
    """Of members who solve a shared board at the same instant one is the finder."""
    stored = make_play(store=SqlGameStore(lasting_database))
    secret = stored.secret(stored.turn())
    turns = [stored.turn(member, mode=Mode.TOGETHER) for member in range(10, 16)]

    def attempt(turn: Any) -> bool:
        try:
            solved: bool = stored.game.guess(turn, secret).solves
        except AlreadyGuessed:
            return False
        return solved

    with ThreadPoolExecutor(len(turns)) as threads:
        assert sorted(threads.map(attempt, turns)) == [False] * 5 + [True]
    board = stored.game.look(turns[0]).board
    assert (board.entries, board.attempts, board.solved_in) == (1, 1, 1)
