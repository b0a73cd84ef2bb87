"""Nobody sees the secret before the end."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from game.errors import GameError
from game.model import Mode

ANNE, BEN = 1, 2


def texts(value: object) -> Iterator[str]:
    """Every text in an answer, however deep, and how it would look in a log."""
    yield repr(value)
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for column in fields(value):
            yield from texts(getattr(value, column.name))
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from texts(list(pair))
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from texts(item)


def told(value: object, secret: str) -> bool:
    """Whether an answer holds the secret anywhere."""
    return any(secret in text for text in texts(value))


@pytest.mark.parametrize("mode", Mode)
def test_no_answer_of_an_open_board_tells(play: Any, mode: Mode) -> None:
    """Looks, guesses, hints and wishes to give up hold the secret in no field."""
    turn = play.turn(ANNE, mode=mode)
    secret = play.secret(turn)
    answers = [play.game.look(turn)]
    for number in range(3):
        answers.append(play.game.guess(play.turn(ANNE), play.wrong(turn, number)))
        answers.append(play.game.hint(play.turn(ANNE)))
    if mode is Mode.TOGETHER:
        answers.append(play.game.guess(play.turn(BEN, mode=mode), play.wrong(turn, 4)))
        answers.append(play.game.give_up(play.turn(ANNE)))
    answers += [play.records.record(900, ANNE), play.records.archive(turn)]
    assert not any(told(answer, secret) for answer in answers)
    assert told(play.game.guess(play.turn(ANNE), secret), secret)  # so it would have been seen


def test_no_answer_of_a_practice_round_tells(play: Any) -> None:
    """A practice round hides its secret like any other puzzle."""
    view = play.game.practise(play.turn())
    secret = play.secret(play.turn())
    answers = [
        view,
        play.game.guess(play.turn(), play.wrong(play.turn())),
        play.game.look(play.turn()),
    ]
    assert not any(told(answer, secret) for answer in answers)


def test_no_error_of_an_open_board_tells(play: Any) -> None:
    """What is refused on an open board holds the secret in no field."""
    word, secret = play.wrong(play.turn()), play.secret(play.turn())
    with pytest.raises(GameError) as nothing:
        play.game.give_up(play.turn())
    play.game.guess(play.turn(), word)
    with pytest.raises(GameError) as again:
        play.game.guess(play.turn(), word)
    with pytest.raises(GameError) as unknown:
        play.game.guess(play.turn(), "xyzzy")
    with pytest.raises(GameError) as no_hint:
        deque((play.game.hint(play.turn()) for _ in play.words.words), maxlen=0)
    for caught in (nothing, again, unknown, no_hint):
        assert not told(caught.value, secret)


def test_error_after_the_end_elsewhere_does_not_tell(play: Any) -> None:
    """The channel's board stays a riddle where a member who knows the secret says it."""
    play.solve(ANNE)
    with pytest.raises(GameError) as knows:
        play.game.guess(play.turn(ANNE, mode=Mode.TOGETHER), play.secret(play.turn()))
    assert not told(knows.value, play.secret(play.turn()))


def test_nouns_hide_the_secret_and_the_seed_from_logs(play: Any) -> None:
    """Neither a puzzle nor a server shows in its text what the game must not tell."""
    place = play.puzzles.find(play.turn())
    assert place.puzzle.secret not in repr(place)
    assert str(place.server.seed) not in repr(place)
