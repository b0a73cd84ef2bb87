"""What members of one server may know and change of each other's play."""

from dataclasses import replace
from typing import Any

import pytest

from game.errors import AlreadyGuessed, EndedForOthers, InteractionTaken, KnowsSecret, UnknownWord
from game.model import Mode
from game.rules import HintKind
from game.turn import Standing

ANNE, BO, CY = 1, 2, 3


def test_an_id_of_somebody_elses_guess_is_refused(play: Any) -> None:
    """One member's entry is never taken for another's, whatever their interactions' ids."""
    turn = play.turn(ANNE)
    play.game.guess(turn, play.wrong(turn))
    before = play.contents()
    with pytest.raises(InteractionTaken):
        play.game.guess(replace(turn, member_id=BO), play.wrong(turn, 1))
    assert play.contents() == before


def test_an_id_of_somebody_elses_practice_is_refused(play: Any) -> None:
    """One member's practice round is never another's."""
    turn = play.turn(ANNE)
    play.game.practise(turn)
    with pytest.raises(InteractionTaken):
        play.game.practise(replace(turn, member_id=BO))


def test_a_refused_guess_still_says_where_to_play(play: Any) -> None:
    """The mode that came with an unknown or repeated word is remembered for the next turn."""
    with pytest.raises(UnknownWord):
        play.game.guess(play.turn(mode=Mode.TOGETHER), "notaword")
    assert play.game.look(play.turn()).board.key.mode is Mode.TOGETHER
    word = play.wrong(play.turn())
    play.game.guess(play.turn(), word)
    play.game.look(play.turn(mode=Mode.SOLO))
    with pytest.raises(AlreadyGuessed):
        play.game.guess(play.turn(mode=Mode.TOGETHER), word)
    assert play.game.look(play.turn()).board.key.mode is Mode.TOGETHER


def test_who_has_not_played_a_shared_board_does_not_learn_its_end(play: Any) -> None:
    """Looking at a board that others ended shows neither the secret nor its neighbours."""
    shared = play.turn(ANNE, Standing.TODAY, Mode.TOGETHER)
    play.game.guess(shared, play.wrong(shared))
    secret = play.secret(shared)
    play.game.guess(play.turn(ANNE, Standing.TODAY, Mode.TOGETHER), secret)
    theirs = play.game.look(play.turn(CY, Standing.TODAY, Mode.TOGETHER))
    assert theirs.board.finished
    assert (theirs.secret, theirs.nearest) == (None, ())
    assert secret not in {entry.word for entry in theirs.entries}
    hers = play.game.look(play.turn(ANNE, Standing.TODAY, Mode.TOGETHER))
    assert hers.secret == secret


def test_a_guess_after_the_end_tells_a_newcomer_nothing(play: Any) -> None:
    """Who was not there before a shared board ended is told so; their own game goes on unharmed."""
    shared = play.turn(ANNE, Standing.TODAY, Mode.TOGETHER)
    secret = play.secret(shared)
    play.game.guess(shared, secret)
    before = play.contents()
    moves = (
        lambda turn: play.game.guess(turn, play.wrong(turn)),
        lambda turn: play.game.guess_many(turn, "anchor badger"),
        play.game.hint, play.game.offers, play.game.give_up, play.game.ask_to_give_up,
        play.game.nearest, play.game.journey,
        lambda turn: play.game.hint(turn, HintKind.SPELLING),
    )  # fmt: skip
    for move in moves:
        with pytest.raises(EndedForOthers):
            move(play.turn(CY, Standing.TODAY, Mode.TOGETHER))
    assert (play.contents().entries, play.contents().boards) == (before.entries, before.boards)
    assert play.game.guess(play.turn(CY, Standing.TODAY, Mode.SOLO), secret).solves


def test_who_asks_is_told_how_a_board_ended(play: Any) -> None:
    """A newcomer who asks is shown the whole board, may explore it, and knows the word."""
    shared = play.turn(ANNE, Standing.TODAY, Mode.TOGETHER)
    secret = play.secret(shared)
    play.game.guess(shared, secret)
    told = play.game.tell(play.turn(CY, Standing.TODAY, Mode.TOGETHER))
    assert (told.secret, [x.word for x in told.entries]) == (secret, [secret])
    late = play.game.guess(play.turn(CY), play.wrong(shared))
    assert (late.entry.attempt, late.view.secret) == (None, secret)
    with pytest.raises(KnowsSecret):
        play.game.guess(play.turn(CY, Standing.TODAY, Mode.SOLO), secret)


def test_telling_of_a_board_that_runs_lifts_the_veil_only(play: Any) -> None:
    """Nobody is told the secret of a board that has not ended."""
    shared = play.turn(ANNE, Standing.TODAY, Mode.TOGETHER)
    play.game.guess(shared, word := play.wrong(shared))
    told = play.game.tell(play.turn(CY, Standing.TODAY, Mode.TOGETHER))
    assert (told.secret, [x.word for x in told.entries]) == (None, [word])
    assert play.game.guess(play.turn(CY, mode=Mode.SOLO), play.secret(shared)).solves


def test_who_knows_the_word_is_told_which_board_it_is_about(play: Any) -> None:
    """Solving a second board is refused, and the refusal says whether it was the solo one."""
    together = play.turn(ANNE, Standing.TODAY, Mode.TOGETHER)
    secret = play.secret(together)
    play.game.guess(together, secret)
    with pytest.raises(KnowsSecret) as solo:
        play.game.guess(play.turn(ANNE, Standing.TODAY, Mode.SOLO), secret)
    assert solo.value.mode is Mode.SOLO
