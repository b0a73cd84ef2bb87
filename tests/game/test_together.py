"""A shared board, and members who know the secret already."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from game.errors import AlreadyFinished, AlreadyGuessed, EndedForOthers, KnowsSecret, NothingGuessed
from game.model import Mode
from game.results import GuessResult

ANNE, BEN, CLEO = 1, 2, 3


def shared(play: Any, member: int, channel: int = 800) -> Any:
    """A turn on a channel's board."""
    return play.turn(member, mode=Mode.TOGETHER, channel=channel)


def test_members_share_a_board(play: Any) -> None:
    """All guesses of a channel stand on one board and count together; the finder is named."""
    play.game.guess(shared(play, ANNE), play.wrong(play.turn(), 0))
    second = play.game.guess(shared(play, BEN), play.wrong(play.turn(), 1))
    assert {entry.member_id for entry in second.view.entries} == {ANNE, BEN}
    last = play.game.guess(shared(play, CLEO), play.secret(play.turn()))
    assert (last.view.board.solved_in, last.view.board.solver_id) == (3, CLEO)
    assert play.records.record(900, ANNE).statistics.solved == 1
    assert play.records.record(900, ANNE).statistics.found == 0
    assert play.records.record(900, CLEO).statistics.found == 1


def test_channels_and_solo_boards_are_apart(play: Any) -> None:
    """A word on one board is free on another, and all hide the same secret."""
    word = play.wrong(play.turn())
    boards = {
        play.game.guess(turn, word).view.board.id
        for turn in (
            shared(play, ANNE, 800),
            shared(play, ANNE, 801),
            play.turn(ANNE, mode=Mode.SOLO),
        )
    }
    assert len(boards) == 3


def test_word_of_another_member_is_a_duplicate(play: Any) -> None:
    """On a shared board a word counts once, and the error names who said it."""
    word = play.wrong(play.turn())
    play.game.guess(shared(play, ANNE), word)
    with pytest.raises(AlreadyGuessed) as caught:
        play.game.guess(shared(play, BEN), word)
    assert caught.value.entry.member_id == ANNE


def test_several_players_must_agree_to_give_up(play: Any) -> None:
    """One wish of two players leaves the board open, however often it is said; two end it."""
    play.game.guess(shared(play, ANNE), play.wrong(play.turn(), 0))
    play.game.guess(shared(play, BEN), play.wrong(play.turn(), 1))
    for _ in range(2):
        result = play.game.give_up(shared(play, ANNE))
        assert (result.votes, result.needed, result.view.secret) == (1, 2, None)
    ended = play.game.give_up(shared(play, BEN))
    assert (ended.votes, ended.needed) == (2, 2)
    assert ended.view.board.gave_up
    with pytest.raises(AlreadyFinished):
        play.game.give_up(shared(play, CLEO))


def test_onlookers_cannot_give_up_for_others(play: Any) -> None:
    """Who has not played on a shared board cannot end it, and leaves no wish behind."""
    play.game.guess(shared(play, ANNE), play.wrong(play.turn()))
    play.game.look(shared(play, BEN))
    before = play.contents()
    with pytest.raises(NothingGuessed):
        play.game.give_up(shared(play, BEN))
    assert play.contents() == before
    assert play.game.give_up(shared(play, ANNE)).view.board.gave_up


def test_who_solved_alone_cannot_solve_for_the_channel(play: Any) -> None:
    """The member may help with other words, but not with the secret; nothing is stored."""
    play.solve(ANNE)
    play.game.guess(shared(play, ANNE), play.wrong(play.turn()))
    before = play.contents()
    with pytest.raises(KnowsSecret) as caught:
        play.game.guess(shared(play, ANNE), play.secret(play.turn()))
    assert caught.value.puzzle.number == 1
    assert play.contents() == before
    assert play.game.guess(shared(play, BEN), play.secret(play.turn())).solves


def test_who_gave_up_alone_cannot_solve_for_the_channel(play: Any) -> None:
    """Having been told the secret is knowing it."""
    play.game.guess(play.turn(ANNE), play.wrong(play.turn()))
    play.game.give_up(play.turn(ANNE))
    with pytest.raises(KnowsSecret):
        play.game.guess(shared(play, ANNE), play.secret(play.turn()))


def test_who_played_a_finished_shared_board_cannot_solve_alone(play: Any) -> None:
    """Players of a shared board that ended know the secret; members who stayed away do not."""
    play.game.guess(shared(play, ANNE), play.wrong(play.turn()))
    play.game.guess(shared(play, BEN), play.secret(play.turn()))
    for member in (ANNE, BEN):
        with pytest.raises(KnowsSecret):
            play.game.guess(play.turn(member, mode=Mode.SOLO), play.secret(play.turn()))
    assert play.game.guess(play.turn(CLEO), play.secret(play.turn())).solves


def test_secret_may_be_said_on_a_board_that_ended(play: Any) -> None:
    """After the end of a board nobody is kept from exploring it."""
    play.solve(ANNE)
    play.game.guess(shared(play, BEN), play.wrong(play.turn()))
    play.game.give_up(shared(play, BEN))
    said = play.game.guess(shared(play, ANNE), play.secret(play.turn()))
    assert (said.entry.rank, said.solves) == (0, False)


def test_two_who_solve_at_the_same_instant(play: Any) -> None:
    """One of them is the finder, for the others the board has ended; it ends once."""
    secret = play.secret(play.turn())
    turns = [shared(play, member) for member in range(10, 18)]
    start = Barrier(len(turns))

    def attempt(turn: Any) -> GuessResult | EndedForOthers:
        start.wait()
        try:
            found: GuessResult = play.game.guess(turn, secret)
        except EndedForOthers as error:
            return error
        return found

    with ThreadPoolExecutor(len(turns)) as threads:
        answers = list(threads.map(attempt, turns))
    [winner] = [x for x in answers if isinstance(x, GuessResult)]
    losers = [x for x in answers if isinstance(x, EndedForOthers)]
    assert winner.solves
    assert all(error.board.finished for error in losers)
    board = play.game.look(shared(play, ANNE)).board
    assert (board.entries, board.attempts, board.solved_in) == (1, 1, 1)
