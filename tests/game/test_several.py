"""Several guesses in one go."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import (
    AlreadyGuessed,
    EmptyGuess,
    GuessTooLong,
    KnowsSecret,
    NotLetters,
    TooManyWords,
    UnknownWord,
)
from game.model import Mode
from game.several import MOST_WORDS, Refusal, split

ANNE, BEN = 1, 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("river", ("river",)),
        ("river, lake;sea\nocean\t pond", ("river", "lake", "sea", "ocean", "pond")),
        ("river river RIVER", ("river", "RIVER")),
        ("river - lake !", ("river", "lake")),
        ("ice-cream don't", ("ice-cream", "don't")),
        ("a，b", ("a", "b")),
        ("   ", ("   ",)),
    ],
)
def test_split(text: str, words: tuple[str, ...]) -> None:
    """A text falls into words, each once, with no punctuation among them."""
    assert split(text) == words


def test_split_has_a_limit() -> None:
    """Twenty words are taken, twenty-one and endless texts are not."""
    assert len(split(" ".join(f"w{n}" for n in range(MOST_WORDS)))) == MOST_WORDS
    with pytest.raises(TooManyWords) as error:
        split(" ".join(f"w{n}" for n in range(MOST_WORDS + 1)))
    assert (error.value.count, error.value.limit) == (MOST_WORDS + 1, MOST_WORDS)
    with pytest.raises(GuessTooLong):
        split("a" * 10_000)


@given(st.text(max_size=200))
def test_split_keeps_the_letters(text: str) -> None:
    """Whatever is typed, it falls apart without an error or is too many words."""
    try:
        words = split(text)
    except TooManyWords:
        return
    assert words
    assert all(words) or text == ""


def test_words_in_their_order(play: Any) -> None:
    """Each word gets its answer, compared with the best before it, and costs one guess."""
    words = [play.wrong(play.turn(), number) for number in (0, 9, 4)]
    result = play.game.guess_many(play.turn(), " ".join(words))
    assert [answer.entry.word for answer in result.answers] == words
    assert [answer.entry.attempt for answer in result.answers] == [1, 2, 3]
    ranks = [answer.entry.rank for answer in result.answers]
    befores = [answer.best_before for answer in result.answers]
    assert befores == [None, ranks[0], ranks[1]]
    assert result.view.board.attempts == 3
    assert result.unspent == []


def test_what_is_wrong_hinders_no_other(play: Any) -> None:
    """Unknown, repeated and senseless words are answered in their place and cost nothing."""
    word, other = play.wrong(play.turn(), 0), play.wrong(play.turn(), 1)
    play.game.guess(play.turn(), word)
    result = play.game.guess_many(play.turn(), f"{word} zzyzx {other} qqqq 123 {other.title()}")
    kinds = [
        type(answer.error) if isinstance(answer, Refusal) else answer.entry.word
        for answer in result.answers
    ]
    assert kinds == [AlreadyGuessed, UnknownWord, other, UnknownWord, NotLetters, AlreadyGuessed]
    assert result.view.board.attempts == 2


def test_nothing_but_refusals(play: Any) -> None:
    """Where no word is taken, nothing is stored."""
    play.game.look(play.turn())
    before = play.contents()
    result = play.game.guess_many(play.turn(), "zzyzx qqqq")
    assert result.taken == []
    assert play.contents() == before


def test_the_solution_ends_it(play: Any) -> None:
    """Words behind the one that solves are not spent."""
    words = [play.wrong(play.turn(), number) for number in (0, 1, 2)]
    secret = play.secret(play.turn())
    result = play.game.guess_many(play.turn(), f"{words[0]} {secret} {words[1]} {words[2]}")
    assert result.view.board.solved_in == 2
    assert result.unspent == words[1:]
    assert result.view.secret == secret
    assert len(play.game.look(play.turn()).entries) == 2


def test_exploring_takes_all(play: Any) -> None:
    """After the end every word is taken, the secret among them, and none counts."""
    play.solve()
    words = [play.wrong(play.turn(), number) for number in (0, 1)]
    result = play.game.guess_many(play.turn(), " ".join(words))
    assert [answer.entry.attempt for answer in result.taken] == [None, None]
    assert result.unspent == []


def test_one_word_is_a_guess(play: Any) -> None:
    """A single word is answered, or refused, as by `guess`."""
    word = play.wrong(play.turn())
    assert play.game.guess_many(play.turn(), f" {word}, ").answers[0].entry.word == word
    with pytest.raises(AlreadyGuessed):
        play.game.guess_many(play.turn(), word)
    with pytest.raises(UnknownWord):
        play.game.guess_many(play.turn(), "zzyzx")
    with pytest.raises(EmptyGuess):
        play.game.guess_many(play.turn(), " - ")


def test_too_many_words_cost_nothing(play: Any) -> None:
    """None of them is taken."""
    before = play.contents()
    with pytest.raises(TooManyWords):
        play.game.guess_many(play.turn(), " ".join(f"w{chr(97 + n)}" for n in range(21)))
    assert play.contents() == before


def test_delivered_twice(play: Any) -> None:
    """The second delivery answers with what stands, and changes nothing."""
    words = [play.wrong(play.turn(), number) for number in (0, 1)]
    turn = play.turn()
    first = play.game.guess_many(turn, f"{words[0]} zzyzx {words[1]}")
    before = play.contents()
    second = play.game.guess_many(turn, f"{words[0]} zzyzx {words[1]}")
    assert play.contents() == before
    assert [x.entry for x in second.taken] == [x.entry for x in first.taken]
    assert all(answer.repeated for answer in second.taken)
    assert second.view == first.view


def test_solution_delivered_twice(play: Any) -> None:
    """Of a practice round as well, though the member's focus has gone back since."""
    play.game.look(play.turn())
    play.game.practise(play.turn())
    word, secret, turn = play.wrong(play.turn()), play.secret(play.turn()), play.turn()
    first = play.game.guess_many(turn, f"{word} {secret}")
    before = play.contents()
    second = play.game.guess_many(turn, f"{word} {secret}")
    assert second.view == first.view
    assert play.contents() == before


def test_delivered_at_once(play: Any) -> None:
    """However many deliveries come at the same time, the words are counted once."""
    words = " ".join(play.wrong(play.turn(), number) for number in range(5))
    turn = play.turn()
    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(lambda _: play.game.guess_many(turn, words), range(8)))
    assert sum(not x.taken[0].repeated for x in results) == 1
    assert play.game.look(play.turn()).board.attempts == 5


def test_known_secret(play: Any) -> None:
    """Who knows the word from their own board cannot slip it in among others on a shared one."""
    secret, word = play.secret(play.turn()), play.wrong(play.turn())
    play.solve(ANNE)
    turn = play.turn(ANNE, mode=Mode.TOGETHER)
    result = play.game.guess_many(turn, f"{secret} {word}")
    assert isinstance(result.answers[0].error, KnowsSecret)
    assert result.taken[0].entry.word == word
    assert not result.view.board.finished
