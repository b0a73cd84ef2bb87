"""What a member may see when looking back on a board."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from game.albums import Albums, Page
from game.errors import NoSuchBoard, NotForYou
from game.model import BoardKey, Mode
from game.pool import Pool, Rating
from game.spelling import Speller
from game.views import Words

ANNE, BEN = 1, 2


class Shelf:
    """A game, and the albums of it."""

    def __init__(self, play: Any) -> None:
        self.play = play
        pool = Pool("", {word: Rating(3, 2) for word in play.words.words})
        kit = Words(play.words, play.book, Speller(play.words).suggest, pool)
        self.albums = Albums(play.store, play.puzzles, kit)

    def page(self, member: int = ANNE, mode: Mode | None = None) -> Page:
        """The page of a member's board."""
        return self.albums.page(self.play.turn(member, mode=mode))

    def guess(self, member: int, word: str, mode: Mode | None = None) -> None:
        """Let a member guess."""
        self.play.game.guess(self.play.turn(member, mode=mode), word)


@pytest.fixture
def shelf(play: Any) -> Shelf:
    """A game on the small table, and the albums of it."""
    return Shelf(play)


def test_running_board_tells_no_secret(shelf: Shelf) -> None:
    """Its page and map hold the member's own words and nothing else."""
    wrong = shelf.play.wrong(shelf.play.turn())
    shelf.guess(ANNE, wrong)
    page = shelf.page()
    assert [step.word for step in page.journey.steps] == [wrong]
    assert (page.secret, page.nearest, page.bridge) == (None, (), None)
    chart = shelf.albums.chart(page)
    assert [mark.word for mark in chart.landmarks] == [wrong]
    assert shelf.play.secret(shelf.play.turn()) not in repr(chart)


def test_finished_board_tells_all(shelf: Shelf) -> None:
    """Its page has the secret and its neighbours by rank, and its map shows them."""
    shelf.play.solve(misses=2)
    page = shelf.page()
    secret = shelf.play.secret(shelf.play.turn())
    assert page.secret == secret
    ranks = [near.rank for near in page.nearest]
    assert ranks == sorted(ranks)
    assert len(ranks) == 10
    assert page.streak == 1
    assert page.puzzle.par == 3
    chart = shelf.albums.chart(page)
    middle = [mark for mark in chart.landmarks if mark.spot.rank == 0]
    assert [mark.word for mark in middle] == [secret]
    assert any(not mark.guessed for mark in chart.landmarks)


def test_streak_is_of_late_days_only(shelf: Shelf) -> None:
    """Today's streak stands on today's page, not on that of a puzzle long gone."""
    for _ in range(3):
        shelf.play.solve()
        key = shelf.page().board.key
        shelf.play.clock.advance(days=1)
    assert shelf.albums.page_of(key, ANNE).streak == 3
    shelf.play.clock.advance(days=1)
    shelf.play.solve()
    assert shelf.page().streak == 1
    assert shelf.albums.page_of(key, ANNE).streak == 0


def test_looking_back_changes_nothing(shelf: Shelf) -> None:
    """Nothing is stored by looking, not even which board the next guess goes to."""
    shelf.play.solve(misses=1)
    before = shelf.play.contents()
    shelf.page(mode=Mode.TOGETHER)
    page = shelf.page()
    shelf.albums.chart(page)
    shelf.albums.page_of(page.board.key, ANNE)
    shelf.albums.tally(900, ANNE)
    assert shelf.play.contents() == before


def test_shared_board_shows_own_words_only(shelf: Shelf) -> None:
    """While it runs, a member's page of a shared board has the others' steps without words."""
    turn = shelf.play.turn(mode=Mode.TOGETHER)
    one, other = shelf.play.wrong(turn, 0), shelf.play.wrong(turn, 1)
    shelf.guess(ANNE, one, Mode.TOGETHER)
    shelf.guess(BEN, other, Mode.TOGETHER)
    assert [x.word for x in shelf.page(ANNE, Mode.TOGETHER).journey.steps] == [one, ""]
    chart = shelf.albums.chart(shelf.page(BEN, Mode.TOGETHER))
    assert [mark.word for mark in chart.landmarks] == [other]


def test_end_of_a_shared_board_is_for_those_who_played(shelf: Shelf) -> None:
    """Who had no part in it and does not know the word sees no word of a finished shared board."""
    turn = shelf.play.turn(mode=Mode.TOGETHER)
    secret = shelf.play.secret(turn)
    shelf.guess(ANNE, secret, Mode.TOGETHER)
    assert shelf.page(ANNE, Mode.TOGETHER).secret == secret
    strange = shelf.page(BEN, Mode.TOGETHER)
    assert strange.secret is None
    assert secret not in repr(strange)
    shelf.guess(BEN, secret, Mode.SOLO)
    assert shelf.page(BEN, Mode.TOGETHER).secret == secret


def test_solo_words_are_for_those_who_know(shelf: Shelf) -> None:
    """Nobody sees another's words before both have finished; then they may."""
    wrong = shelf.play.wrong(shelf.play.turn())
    shelf.guess(ANNE, wrong)
    key = shelf.page().board.key
    with pytest.raises(NotForYou):
        shelf.albums.page_of(key, BEN)
    shelf.guess(ANNE, shelf.play.secret(shelf.play.turn()))
    with pytest.raises(NotForYou):
        shelf.albums.page_of(key, BEN)
    shelf.play.solve(BEN)
    page = shelf.albums.page_of(key, BEN)
    assert page.others
    assert page.journey.steps[0].word == wrong
    assert not shelf.albums.page_of(key, ANNE).others


def test_running_board_of_another_stays_closed(shelf: Shelf) -> None:
    """Even who knows the word does not look on at somebody who is still guessing."""
    shelf.guess(ANNE, shelf.play.wrong(shelf.play.turn()))
    shelf.play.solve(BEN)
    with pytest.raises(NotForYou):
        shelf.albums.page_of(shelf.page().board.key, BEN)


def test_board_that_is_gone(shelf: Shelf) -> None:
    """An old button about a board that is not there is refused."""
    shelf.guess(ANNE, shelf.play.wrong(shelf.play.turn()))
    known = shelf.page().board.key
    for key in (BoardKey(10**9, Mode.SOLO, ANNE), BoardKey(known.puzzle_id, Mode.SOLO, 77)):
        with pytest.raises(NoSuchBoard):
            shelf.albums.page_of(key, ANNE)


def test_hurtful_words_are_never_on_a_page(shelf: Shelf) -> None:
    """A word found hurtful since it was guessed is on no page and no map, nor is such a secret."""
    play = shelf.play
    wrong, secret = play.wrong(play.turn()), play.secret(play.turn())
    play.solve(misses=1)

    def later(*hurtful: str) -> Shelf:
        hidden = np.array([word in hurtful for word in play.words.words])
        words = replace(play.words, hidden=hidden)
        return Shelf(type(play)(words, store=play.store, clock=play.clock))

    page = later(wrong).page()
    assert [step.word for step in page.journey.steps] == ["", secret]
    marks = later(wrong).albums.chart(page).landmarks
    assert wrong not in [mark.word for mark in marks]
    veiled = later(wrong, secret).page()
    assert veiled.secret is None
    assert secret not in repr(veiled)


def test_tally_compares_with_par(shelf: Shelf) -> None:
    """Puzzles solved under, at and over their par are counted apart."""
    for misses in (0, 2, 2, 5):
        shelf.play.solve(misses=misses)
        shelf.play.clock.advance(days=1)
    tally = shelf.albums.tally(900, ANNE)
    assert tally.against_par == (1, 2, 1)
    assert tally.statistics.solved == 4
