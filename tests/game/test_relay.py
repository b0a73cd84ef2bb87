"""Turns on one board, the race, and what a panel shows of either."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest

from game.errors import NotYourTurn
from game.model import Entry, Mode
from game.panel_desk import PanelDesk
from game.relay import PATIENCE, pause
from game.rules import HintKind
from game.scoring import ScoreBook
from game.setup import Style
from game.spelling import Speller
from game.views import Words
from store.engine import Database
from store.panels import SqlPanels
from store.work import SqlGameStore

ANNE, BEN, CLEO = 1, 2, 3
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


def said(position: int, member: int, minutes: float, *, hint: bool = False) -> Entry:
    """An entry of a member, so many minutes after noon."""
    at = NOON + timedelta(minutes=minutes)
    return Entry(1, position, member, f"word{position}", 0.5, 9, at, position, hint)


@pytest.mark.parametrize(
    ("entries", "minute", "waits"),
    [
        ([], 0, None),
        ([said(1, ANNE, 0), said(2, ANNE, 1)], 2, None),
        ([said(1, BEN, 0), said(2, ANNE, 1)], 2, (ANNE, 10)),
        ([said(1, BEN, 0), said(2, ANNE, 1)], 10, None),
        ([said(1, BEN, 0), said(2, CLEO, 4), said(3, ANNE, 5)], 11, (ANNE, 14)),
        ([said(1, BEN, 0), said(2, ANNE, 1), said(3, BEN, 2, hint=True)], 3, (ANNE, 10)),
        ([said(1, BEN, 0, hint=True), said(2, ANNE, 1)], 2, None),
    ],
)
def test_who_waits(entries: list[Entry], minute: int, waits: tuple[int, int] | None) -> None:
    """Who guessed last waits while others play who guessed within ten minutes; hints count not."""
    found = pause(entries, NOON + timedelta(minutes=minute))
    told = found and (found.member_id, (found.until - NOON) / timedelta(minutes=1))
    assert told == waits


def on(make_play: Callable[..., Any], database: Database) -> tuple[Any, PanelDesk]:
    """A game on a database, and the desk of its panels."""
    play = make_play(store=SqlGameStore(database))
    words = Words(play.words, ScoreBook(play.words), Speller(play.words).suggest)
    panels = SqlPanels(database)
    return play, PanelDesk(play.store, panels, play.puzzles, words, play.clock)


def relayed(play: Any, member: int) -> Any:
    """A turn on the channel's board."""
    return play.turn(member, mode=Mode.TOGETHER)


def test_turns_are_kept(make_play: Callable[..., Any], database: Database) -> None:
    """Nobody guesses twice in a row while another one plays; the refused guess costs nothing."""
    play, desk = on(make_play, database)
    desk.open(play.turn(), Style.RELAY)
    words = [play.wrong(play.turn(), number) for number in range(6)]
    play.game.guess(relayed(play, ANNE), words[0])
    play.game.guess(relayed(play, ANNE), words[1])  # nobody else is there yet
    ben = relayed(play, BEN)
    play.game.guess(ben, words[2])
    with pytest.raises(NotYourTurn) as caught:
        play.game.guess(relayed(play, BEN), words[3])
    assert caught.value.until == play.clock.now + PATIENCE
    assert play.game.guess(ben, words[2]).repeated
    assert play.game.look(relayed(play, BEN)).board.attempts == 3
    play.game.guess(relayed(play, ANNE), words[3])
    play.clock.advance(minutes=10)
    play.game.guess(relayed(play, ANNE), words[4])


def test_hints_and_wishes_need_no_turn(make_play: Callable[..., Any], database: Database) -> None:
    """A hint may be taken out of turn, and so may a wish to give up be made."""
    play, desk = on(make_play, database)
    desk.open(play.turn(), Style.RELAY)
    play.game.guess(relayed(play, ANNE), play.wrong(play.turn(), 0))
    play.game.guess(relayed(play, BEN), play.wrong(play.turn(), 1))
    play.game.hint(relayed(play, BEN), HintKind.SPELLING)
    assert play.game.give_up(relayed(play, BEN)).votes == 1
    view = desk.view(1, relayed(play, BEN).channel_id)
    assert view is not None
    assert (view.votes, view.hints, view.panel.changes) == (1, 5, 5)


def test_channels_without_relay_have_no_turns(
    make_play: Callable[..., Any], database: Database
) -> None:
    """On a together panel's board anybody may guess as often as they like."""
    play, desk = on(make_play, database)
    desk.open(play.turn(), Style.TOGETHER)
    for number, member in enumerate((ANNE, BEN, BEN)):
        play.game.guess(relayed(play, member), play.wrong(play.turn(), number))
    assert play.game.look(relayed(play, BEN)).board.attempts == 3


def test_everybody_may_explore_after_the_end(
    make_play: Callable[..., Any], database: Database
) -> None:
    """A relay's board that has ended knows no turns; what is explored then shows on no panel."""
    play, desk = on(make_play, database)
    panel = desk.open(play.turn(), Style.RELAY)
    play.game.guess(relayed(play, ANNE), play.wrong(play.turn(), 0))
    play.game.guess(relayed(play, BEN), play.secret(play.turn()))
    for number in (1, 2):
        play.game.guess(relayed(play, BEN), play.wrong(play.turn(), number))
    view = desk.view(panel.puzzle_id, panel.channel_id)
    assert view is not None
    assert (view.solver_id, view.solved_in, view.words, view.pause) == (BEN, 2, 2, None)


def test_several_guesses_of_one_member_at_once(
    make_play: Callable[..., Any], lasting_database: Database
) -> None:
    """Of six guesses that one member sends at the same instant while another plays, one counts."""
    play, desk = on(make_play, lasting_database)
    desk.open(play.turn(), Style.RELAY)
    play.game.guess(relayed(play, BEN), play.wrong(play.turn(), 0))
    moves = [(relayed(play, ANNE), play.wrong(play.turn(), number)) for number in range(1, 7)]
    start = Barrier(len(moves))

    def attempt(move: tuple[Any, str]) -> bool:
        start.wait()
        try:
            play.game.guess(*move)
        except NotYourTurn:
            return False
        return True

    with ThreadPoolExecutor(len(moves)) as threads:
        assert sorted(threads.map(attempt, moves)) == [False] * 5 + [True]
    assert play.game.look(relayed(play, BEN)).board.attempts == 2


def test_racers_who_solve_at_once(
    make_play: Callable[..., Any], lasting_database: Database
) -> None:
    """Of members who find the word at the same instant one wins, and no place is given twice."""
    play, desk = on(make_play, lasting_database)
    panel = desk.open(play.turn(), Style.RACE)
    secret = play.secret(play.turn())
    turns = [play.turn(member, mode=Mode.SOLO) for member in range(10, 16)]
    start = Barrier(len(turns))

    def solve(turn: Any) -> None:
        start.wait()
        play.game.guess(turn, secret)

    with ThreadPoolExecutor(len(turns)) as threads:
        list(threads.map(solve, turns))
    view = desk.view(panel.puzzle_id, panel.channel_id)
    assert view is not None
    assert [racer.place for racer in view.racers] == [1, 2, 3, 4, 5, 6]
    assert {racer.member_id for racer in view.racers} == set(range(10, 16))
    assert view.panel.changes == 7


def test_race_begins_with_a_guess(make_play: Callable[..., Any], database: Database) -> None:
    """Looking or taking a hint enters nobody; who had found it before has come in with that."""
    play, desk = on(make_play, database)
    play.solve(CLEO)
    panel = desk.open(play.turn(), Style.RACE)
    play.game.hint(play.turn(ANNE))
    play.game.guess(play.turn(CLEO), play.wrong(play.turn(), 0))
    assert [(racer.member_id, racer.place) for racer in desk.panels.racers(panel)] == [(CLEO, 1)]
    play.game.guess(play.turn(BEN), play.wrong(play.turn(), 0))
    play.game.give_up(play.turn(BEN))
    _, racer = desk.panels.racers(panel)
    assert (racer.member_id, racer.attempts, racer.gave_up, racer.place) == (BEN, 1, True, None)


def test_practice_is_nobodys_business(make_play: Callable[..., Any], database: Database) -> None:
    """A practice round in a channel with a race changes nothing there."""
    play, desk = on(make_play, database)
    panel = desk.open(play.turn(), Style.RACE)
    play.game.practise(play.turn(ANNE))
    play.game.guess(play.turn(ANNE), play.secret(play.turn(ANNE)))
    assert desk.panels.racers(panel) == []
    assert desk.panels.panel(panel.puzzle_id, panel.channel_id) == panel


def test_view_has_no_word(make_play: Callable[..., Any], database: Database) -> None:
    """What a panel is drawn from names members and ranks, and nowhere a word or the secret."""
    play, desk = on(make_play, database)
    panel = desk.open(play.turn(), Style.TOGETHER)
    words = [play.wrong(play.turn(), number) for number in range(8)]
    for number, word in enumerate(words):
        play.game.guess(relayed(play, ANNE + number % 3), word)
    hint = play.game.hint(relayed(play, ANNE)).entry.word
    secret = play.secret(play.turn())
    play.game.guess(relayed(play, BEN), secret)
    view = desk.view(panel.puzzle_id, panel.channel_id)
    assert view is not None
    assert not [word for word in (*words, hint, secret) if word in repr(view)]
    assert (view.words, view.players, view.attempts, view.solver_id) == (10, 3, 9, BEN)
    assert [step.member_id for step in view.newest] == [BEN, BEN, ANNE, CLEO, BEN]
    ranks = [step.rank for step in view.warmest]
    assert ranks == sorted(ranks)
    assert view.warmest[0].rank == 0
    assert [step.member_id for step in view.warmest if step.hint] == [ANNE]


def test_solo_has_no_panel(make_play: Callable[..., Any], database: Database) -> None:
    """A style in which nobody sees anybody cannot be opened."""
    play, desk = on(make_play, database)
    with pytest.raises(ValueError, match="solo"):
        desk.open(play.turn(), Style.SOLO)
