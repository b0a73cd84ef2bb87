"""Which puzzle and which server a turn is about, by number and in groups."""

from dataclasses import replace
from typing import Any

import pytest

from game.errors import NoSuchPuzzle
from game.model import Mode, PuzzleKind
from game.turn import Numbered, Standing

ANNE, BEN, GROUP = 1, 2, 800


def group(play: Any, member: int, mode: Mode | None = None, **more: Any) -> Any:
    """A turn in a group without a server."""
    turn = play.turn(member, mode=mode, server=member, channel=GROUP, **more)
    return replace(turn, group_id=GROUP)


def test_numbered_puzzles(play: Any) -> None:
    """A button's puzzle stays that, the next day as well; commands go on with the new day's."""
    first = play.game.look(play.turn()).puzzle
    play.clock.advance(days=1)
    today = play.game.look(play.turn()).puzzle
    old = play.game.look(play.turn(puzzle=Numbered(first.id)))
    assert old.puzzle.id == first.id != today.id
    assert old.today != old.puzzle.day
    assert play.game.look(play.turn()).puzzle.id == today.id


def test_numbered_practice(play: Any) -> None:
    """A button of a practice round brings its member back there, and nobody else."""
    round_ = play.game.practise(play.turn(ANNE)).puzzle
    play.game.look(play.turn(ANNE, Standing.TODAY))
    assert play.game.look(play.turn(ANNE, Numbered(round_.id))).puzzle.id == round_.id
    assert play.game.look(play.turn(ANNE)).puzzle.kind is PuzzleKind.PRACTICE
    with pytest.raises(NoSuchPuzzle):
        play.game.look(play.turn(BEN, Numbered(round_.id)))


def test_no_such_puzzle(play: Any) -> None:
    """Neither a number that is nobody's nor another server's puzzle can be reached."""
    play.game.look(play.turn())
    other = play.game.look(play.turn(server=901)).puzzle
    before = play.contents()
    for number in (999, other.id):
        with pytest.raises(NoSuchPuzzle):
            play.game.guess(play.turn(puzzle=Numbered(number)), "anchor")
    assert play.contents() == before


def test_groups_share(play: Any) -> None:
    """In a group, together means the group's puzzle and solo everyone's own."""
    alone = play.game.look(group(play, ANNE))
    shared = play.game.look(group(play, ANNE, Mode.TOGETHER))
    assert shared.puzzle.id != alone.puzzle.id
    with play.store.reading() as reader:
        assert reader.puzzle(alone.puzzle.id).server_id == ANNE
        assert reader.puzzle(shared.puzzle.id).server_id == GROUP
    assert play.game.look(group(play, BEN, Mode.TOGETHER)).puzzle.id == shared.puzzle.id


def test_groups_remember(play: Any) -> None:
    """The last choice in a group holds there, and leads nowhere else."""
    shared = play.game.look(group(play, ANNE, Mode.TOGETHER))
    assert play.game.look(group(play, ANNE)).board.key == shared.board.key
    direct = play.turn(ANNE, server=ANNE, channel=700)
    assert play.game.look(direct).board.key.mode is Mode.SOLO
    alone = play.game.look(group(play, ANNE, Mode.SOLO))
    assert play.game.look(group(play, ANNE)).board.key == alone.board.key


def test_groups_do_not_mix_with_direct_messages(play: Any) -> None:
    """Whoever plays together in direct messages does not bring that board into a group."""
    play.game.look(play.turn(ANNE, mode=Mode.TOGETHER, server=ANNE, channel=700))
    assert play.game.look(group(play, ANNE)).board.key.mode is Mode.SOLO


def test_practice_in_a_group(play: Any) -> None:
    """A practice round is one's own, and guesses in the group go there until it ends."""
    play.game.look(group(play, ANNE, Mode.TOGETHER))
    round_ = play.game.practise(group(play, ANNE))
    assert play.game.look(group(play, ANNE)).puzzle.id == round_.puzzle.id
    with play.store.reading() as reader:
        assert reader.puzzle(round_.puzzle.id).server_id == ANNE


def test_numbers_in_a_group(play: Any) -> None:
    """A button leads to the group's puzzle or to one's own, whichever it is of."""
    alone = play.game.look(group(play, ANNE)).puzzle.id
    shared = play.game.look(group(play, ANNE, Mode.TOGETHER)).puzzle.id
    for number, mode in ((alone, Mode.SOLO), (shared, Mode.TOGETHER)):
        turn = group(play, ANNE, mode, puzzle=Numbered(number))
        view = play.game.look(turn)
        assert (view.puzzle.id, view.board.key.mode) == (number, mode)
