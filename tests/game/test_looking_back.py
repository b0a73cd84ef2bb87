"""What is told after the end, and what is asked before it."""

from typing import Any

import pytest

from game.errors import AlreadyFinished, EndedForOthers, NotFinished, NothingGuessed
from game.model import Mode
from game.rules import HintKind

ANNE, BEN = 1, 2


def test_nearest(play: Any) -> None:
    """The secret's neighbours come by rank, and those that were guessed are known."""
    word = play.wrong(play.turn(), 3)
    play.game.guess(play.turn(), word)
    play.solve()
    result = play.game.nearest(play.turn())
    ranks = [near.rank for near in result.neighbours]
    assert ranks == sorted(ranks)
    assert ranks[0] == 1
    assert word in result.guessed
    assert result.view.secret not in {near.word for near in result.neighbours}


def test_nothing_is_told_too_early(play: Any) -> None:
    """On a running board, or on one that others ended, neither neighbours nor journey are told."""
    play.game.guess(play.turn(), play.wrong(play.turn()))
    for ask in (play.game.nearest, play.game.journey):
        with pytest.raises(NotFinished):
            ask(play.turn())
    play.game.guess(play.turn(ANNE, mode=Mode.TOGETHER), play.secret(play.turn()))
    for ask in (play.game.nearest, play.game.journey):
        with pytest.raises(EndedForOthers):
            ask(play.turn(BEN, mode=Mode.TOGETHER))


def test_nearest_words_come_by_rank(make_play: Any, real_words: Any) -> None:
    """The few familiar neighbours shown at the end stand in the order of their ranks."""
    play = type(make_play())(real_words)
    for day in range(5):
        play.solve()
        ranks = [near.rank for near in play.game.look(play.turn()).nearest]
        assert ranks == sorted(ranks), day
        play.clock.advance(days=1)


def test_journey(play: Any) -> None:
    """The journey has every guess in order up to the end."""
    words = [play.wrong(play.turn(), number) for number in (0, 20)]
    for word in words:
        play.game.guess(play.turn(), word)
    play.solve()
    way = play.game.journey(play.turn()).journey
    assert [step.word for step in way.steps] == [*words, play.secret(play.turn())]
    assert way.turning == 1


def test_offers(play: Any) -> None:
    """Each kind of hint has its price, or why it cannot be had; asking takes nothing."""
    before = play.contents()
    offers = {x.kind: x for x in play.game.offers(play.turn()).offers}
    assert offers[HintKind.BETWEEN].error is not None
    assert offers[HintKind.HALFWAY].error is None
    assert offers[HintKind.SPELLING].price == 5
    play.game.hint(play.turn(), HintKind.SPELLING)
    told = {x.kind: x for x in play.game.offers(play.turn()).offers}
    assert told[HintKind.SPELLING].price == 0
    assert play.contents() != before
    play.solve()
    with pytest.raises(AlreadyFinished):
        play.game.offers(play.turn())


def test_what_is_offered_can_be_had(play: Any) -> None:
    """Every kind that an offer holds out is given at that price."""
    for number in range(3):
        play.game.guess(play.turn(), play.wrong(play.turn(), number))
    for kind in HintKind:
        offer = next(x for x in play.game.offers(play.turn()).offers if x.kind is kind)
        if offer.error is None:
            before = play.game.look(play.turn()).board.hints
            assert play.game.hint(play.turn(), kind).view.board.hints == before + offer.price


def test_asking_before_giving_up(play: Any) -> None:
    """The question says how many must agree, changes nothing, and is refused as giving up is."""
    shared = {"mode": Mode.TOGETHER}
    with pytest.raises(NothingGuessed):
        play.game.ask_to_give_up(play.turn())
    play.game.guess(play.turn(ANNE, **shared), play.wrong(play.turn(), 0))
    play.game.guess(play.turn(BEN, **shared), play.wrong(play.turn(), 1))
    before = play.contents()
    asked = play.game.ask_to_give_up(play.turn(ANNE, **shared))
    assert (asked.votes, asked.needed, asked.view.secret) == (0, 2, None)
    assert play.contents() == before
    play.game.give_up(play.turn(ANNE, **shared))
    assert play.game.ask_to_give_up(play.turn(BEN, **shared)).votes == 1
    play.game.give_up(play.turn(BEN, **shared))
    with pytest.raises(AlreadyFinished):
        play.game.ask_to_give_up(play.turn(ANNE, **shared))
