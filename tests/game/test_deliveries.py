"""The same interaction, delivered twice."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

from game.model import Mode, PuzzleKind

ANNE = 1


def test_guess_delivered_twice(play: Any) -> None:
    """The second delivery gets the first one's entry and board, and changes nothing."""
    turn, word = play.turn(), play.wrong(play.turn())
    first = play.game.guess(turn, word)
    before = play.contents()
    second = play.game.guess(turn, word)
    assert (second.entry, second.view, second.typed) == (first.entry, first.view, first.typed)
    assert (first.repeated, second.repeated) == (False, True)
    assert play.contents() == before


def test_solution_delivered_twice(play: Any) -> None:
    """The guess that ended the board is answered as such again."""
    turn, secret = play.turn(), play.secret(play.turn())
    first = play.game.guess(turn, secret)
    before = play.contents()
    second = play.game.guess(turn, secret)
    assert second.solves
    assert second.repeated
    assert second.view == first.view
    assert play.contents() == before


def test_solution_of_a_practice_round_delivered_twice(play: Any) -> None:
    """Though the focus has gone back since, the answer is the practice round's, not the day's."""
    play.game.look(play.turn())
    play.game.practise(play.turn())
    turn, secret = play.turn(), play.secret(play.turn())
    first = play.game.guess(turn, secret)
    before = play.contents()
    second = play.game.guess(turn, secret)
    assert second.repeated
    assert (second.view, second.entry) == (first.view, first.entry)
    assert second.view.puzzle.kind is PuzzleKind.PRACTICE
    assert play.contents() == before


def test_guess_delivered_again_the_next_day(play: Any) -> None:
    """A delivery that comes again after midnight is answered from its own day."""
    turn, word = play.turn(), play.wrong(play.turn())
    first = play.game.guess(turn, word)
    play.clock.advance(days=1)
    second = play.game.guess(turn, word)
    assert (second.entry, second.view.puzzle) == (first.entry, first.view.puzzle)
    assert play.game.look(play.turn()).entries == []


def test_hint_delivered_twice(play: Any) -> None:
    """The second delivery shows the same hint and takes no other."""
    turn = play.turn()
    first = play.game.hint(turn)
    before = play.contents()
    assert play.game.hint(turn) == first
    assert play.contents() == before


def test_last_hint_delivered_after_the_end(play: Any) -> None:
    """A hint is told again even where the board has ended since, with the board as it is now."""
    turn = play.turn()
    first = play.game.hint(turn)
    play.game.guess(play.turn(), play.secret(play.turn()))
    again = play.game.hint(turn)
    assert again.entry == first.entry
    assert again.view.board.solved


def test_hint_of_another_board_delivered_again(play: Any) -> None:
    """Where the member has gone elsewhere since, the hint comes with the board it stands on."""
    turn = play.turn()
    first = play.game.hint(turn)
    play.game.look(play.turn(mode=Mode.TOGETHER))
    assert play.game.hint(turn) == first


def test_guess_delivered_many_times_at_once(play: Any) -> None:
    """Deliveries at the same instant store one guess, which all of them are answered with."""
    turn, word = play.turn(), play.wrong(play.turn())
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: play.game.guess(turn, word), range(8)))
    assert len({answer.entry for answer in answers}) == 1
    assert sum(not answer.repeated for answer in answers) == 1
    assert play.game.look(play.turn()).board.attempts == 1


def test_turns_without_an_interaction_are_never_taken_for_repeats(play: Any) -> None:
    """Where nothing identifies a delivery, every guess is a new one."""
    for number in range(2):
        turn = replace(play.turn(), interaction_id=None)
        assert not play.game.guess(turn, play.wrong(play.turn(), number)).repeated
        play.game.hint(turn)
    assert play.game.look(play.turn()).board.entries == 4


def test_giving_up_a_practice_round_delivered_twice(play: Any) -> None:
    """The second delivery shows the practice round again and leaves the day's board alone."""
    play.game.guess(play.turn(), play.wrong(play.turn()))
    play.game.practise(play.turn())
    play.game.guess(play.turn(), play.wrong(play.turn()))
    turn = play.turn()
    first = play.game.give_up(turn)
    before = play.contents()
    second = play.game.give_up(turn)
    assert second.view == first.view
    assert second.view.puzzle.kind is PuzzleKind.PRACTICE
    assert (second.votes, second.needed) == (first.votes, first.needed)
    assert play.contents() == before
    assert not play.game.look(play.turn()).board.finished


def test_starting_practice_delivered_twice(play: Any) -> None:
    """The second delivery leads to the round that the first one started."""
    turn = play.turn()
    first, second = play.game.practise(turn), play.game.practise(turn)
    assert second.puzzle == first.puzzle
    assert play.game.practise(play.turn()).puzzle.number == first.puzzle.number + 1


def test_starting_practice_delivered_eight_times_at_once(play: Any) -> None:
    """However many deliveries race, one round is started."""
    turn = play.turn()
    with ThreadPoolExecutor(8) as pool:
        views = list(pool.map(lambda _: play.game.practise(turn), range(8)))
    assert {view.puzzle.number for view in views} == {1}
