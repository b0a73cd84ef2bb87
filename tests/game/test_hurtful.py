"""Words that hurt: told to nobody but who said them, and put nowhere."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.errors import HurtfulWord
from game.model import Mode
from game.play import Game
from game.puzzles import Puzzles
from game.views import Words


def hiding(play: Any, *words: str) -> Any:
    """The game with those words hurtful, on the same store."""
    hidden = np.zeros(len(play.words), np.bool_)
    hidden[[play.words.row(word) for word in words]] = True
    table = replace(play.words, hidden=hidden)
    puzzles = Puzzles(play.store, table, play.clock, play.puzzles._rng, "UTC")
    return Game(play.store, puzzles, Words(table, play.book, lambda _: ()), play.clock)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("form", ["forest", "Forests!"])
def test_hurtful_guess_is_stored_nowhere(play: Any, mode: Mode, form: str) -> None:
    """It is refused in any form and mode, with an error that does not hold it."""
    game = hiding(play, "forest")
    game.look(play.turn(mode=mode))
    before = play.contents()
    with pytest.raises(HurtfulWord) as caught:
        game.guess(play.turn(), form)
    assert "forest" not in repr(vars(caught.value)) + str(caught.value)
    assert play.contents() == before


def test_hurtful_words_are_refused_after_the_end_too(play: Any) -> None:
    """Neither exploring a finished board nor asking why brings one up."""
    play.solve()
    game = hiding(play, play.wrong(play.turn()))
    before = play.contents()
    for act in (game.guess, game.why):
        with pytest.raises(HurtfulWord):
            act(play.turn(), play.wrong(play.turn()))
    assert play.contents() == before


def test_words_found_hurtful_later_leave_the_board(play: Any) -> None:
    """A word that stood on a board before it was known to hurt is shown no more."""
    words = [play.wrong(play.turn(), number) for number in range(3)]
    for word in words:
        play.game.guess(play.turn(), word)
    view = hiding(play, words[1]).look(play.turn())
    assert {entry.word for entry in view.entries} == {words[0], words[2]}


def test_hints_and_neighbours_show_none(play: Any) -> None:
    """With every word but a few hurtful, hints and neighbours are among those few."""
    secret = play.secret(play.turn())
    kept = {secret, play.wrong(play.turn()), play.wrong(play.turn(), 3), play.wrong(play.turn(), 9)}
    game = hiding(play, *(word for word in play.words.words if word not in kept))
    game.guess(play.turn(), play.wrong(play.turn()))
    assert game.hint(play.turn()).entry.word in kept
    view = game.guess(play.turn(), secret).view
    assert {near.word for near in view.nearest} == kept - {secret}
