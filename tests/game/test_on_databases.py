"""A whole game on every kind of database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from game.errors import AlreadyGuessed, EndedForOthers, KnowsSecret
from game.model import Mode, PuzzleKind
from game.rules import HintKind
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
    assert (figures.played, figures.solved, figures.best, figures.streak) == (1, 1, 5, 1)


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
        except EndedForOthers:
            return False
        return solved

    with ThreadPoolExecutor(len(turns)) as threads:
        assert sorted(threads.map(attempt, turns)) == [False] * 5 + [True]
    board = stored.game.look(turns[0]).board
    assert (board.entries, board.attempts, board.solved_in) == (1, 1, 1)


def test_spelling_asked_for_at_once(
    make_play: Callable[..., Any], lasting_database: Database
) -> None:
    """Of members who ask a shared board for the first letter at once, one makes it pay."""
    stored = make_play(store=SqlGameStore(lasting_database))
    turns = [stored.turn(member, mode=Mode.TOGETHER) for member in range(1, 5)]
    for turn in turns:
        stored.game.look(turn)
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda turn: stored.game.hint(turn, HintKind.SPELLING), turns))
    assert sorted(answer.price for answer in answers) == [0, 0, 0, 5]
    assert stored.game.look(turns[0]).board.hints == 5


def test_every_hint_again(stored: Any) -> None:
    """Each kind of hint, delivered twice, is answered alike and paid once."""
    for number in (0, 9, 17):
        stored.game.guess(stored.turn(ANNE), stored.wrong(stored.turn(), number))
    for kind in (HintKind.DIRECTION, HintKind.SPELLING, HintKind.HALFWAY):
        turn = stored.turn(ANNE)
        assert stored.game.hint(turn, kind) == stored.game.hint(turn, kind)
    assert stored.game.look(stored.turn(ANNE)).board.hints == 1 + 5 + 3
