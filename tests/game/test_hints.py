"""Hints."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from embedding.words.table import WordTable
from game.errors import AlreadyFinished, NoHintLeft
from game.hints import FAMILIAR_ZIPF, pick_hint
from game.model import Board, BoardKey, Entry, Mode, Puzzle, PuzzleKind
from game.rules import FIRST_HINT_RANK, gives_away
from game.scoring import score


def hints_to_the_end(play: Any, first_guess: str | None) -> list[Entry]:
    """Every hint of a board, one after the other, until none is left."""
    found: list[Entry] = []
    if first_guess is not None:
        play.game.guess(play.turn(), first_guess)
    while True:
        try:
            found.append(play.game.hint(play.turn()).entry)
        except NoHintLeft:
            return found


@pytest.mark.parametrize("day", range(5))
def test_hints_of_the_real_words_close_in(real_words: WordTable, play: Any, day: int) -> None:
    """Hints about halve the rank from warm down to the secret's neighbours, and never tell it."""
    play = type(play)(real_words)
    play.clock.advance(days=day)
    secret = play.secret(play.turn())
    hints = hints_to_the_end(play, None)
    ranks = [entry.rank for entry in hints]
    assert ranks == sorted(set(ranks), reverse=True)
    assert abs(ranks[0] - FIRST_HINT_RANK) <= 60
    assert all(after <= 0.75 * before for before, after in pairwise(ranks) if before > 100)
    assert all(entry.hint and entry.attempt is None for entry in hints)
    assert not any(gives_away(entry.word, secret) for entry in hints)
    board = play.game.look(play.turn()).board
    assert (board.hints, board.attempts, board.best_rank) == (len(hints), 0, ranks[-1])


def test_hints_lie_between_the_best_guess_and_the_secret(play: Any) -> None:
    """On the small table, too, each hint is a new word, nearer than all before it."""
    secret, guess = play.secret(play.turn()), play.wrong(play.turn())
    hints = hints_to_the_end(play, guess)
    ranks = [25, *(entry.rank for entry in hints)]
    assert ranks == sorted(set(ranks), reverse=True)
    assert ranks[-1] >= 1
    assert secret not in {entry.word for entry in hints}
    assert len({guess, *(entry.word for entry in hints)}) == len(hints) + 1


def test_first_hint_fits_a_small_table(play: Any) -> None:
    """A table of fewer words than the usual first rank has hints all the same."""
    entry = play.game.hint(play.turn()).entry
    assert 1 <= entry.rank < len(play.words)


def test_hints_cost_no_attempt_and_are_counted_apart(play: Any) -> None:
    """A hint stands on the board as such, and the next guess has the number it would have had."""
    play.game.guess(play.turn(), play.wrong(play.turn()))
    result = play.game.hint(play.turn())
    assert (result.view.board.attempts, result.view.board.hints) == (1, 1)
    assert play.game.guess(play.turn(), play.wrong(play.turn(), 1)).entry.attempt == 2


def test_no_hint_after_the_end(play: Any) -> None:
    """A solved board needs no hint, and nothing is stored."""
    play.solve()
    before = play.contents()
    with pytest.raises(AlreadyFinished):
        play.game.hint(play.turn())
    assert play.contents() == before


def planted(table: WordTable) -> tuple[Puzzle, Board]:
    """The puzzle that hides the first word, and a board whose best word is ten steps off."""
    puzzle = Puzzle(1, PuzzleKind.DAILY, 1, None, table.words[0], "v", id=1)  # type: ignore[arg-type]
    return puzzle, Board(BoardKey(1, Mode.SOLO, 1), id=1, entries=1, best_rank=10)


def test_hint_is_a_word_that_people_know(circle: WordTable) -> None:
    """Of the words around the middle, the nearest to it that is common enough is shown."""
    zipf = np.full(len(circle), FAMILIAR_ZIPF - 1, np.float32)
    zipf[[3, 9]] = FAMILIAR_ZIPF
    table = replace(circle, zipf=zipf)
    puzzle, board = planted(table)
    assert pick_hint(table, score(table, 0), puzzle, board, set()) == 3


def test_rare_words_hint_where_no_common_one_is_left(circle: WordTable) -> None:
    """With rare words only, the middle one is shown."""
    table = replace(circle, zipf=np.zeros(len(circle), np.float32))
    puzzle, board = planted(table)
    assert pick_hint(table, score(table, 0), puzzle, board, set()) == 5


def test_words_on_the_board_and_spellings_of_the_secret_are_passed_over(
    circle: WordTable,
) -> None:
    """The middle word stands on the board and the next spells the secret: the third is shown."""
    words = list(circle.words)
    words[4] = "anchored"
    table = replace(circle, words=words)
    puzzle, board = planted(table)
    assert pick_hint(table, score(table, 0), puzzle, board, {words[5]}) == 6


def test_no_hint_where_all_nearer_words_are_taken(circle: WordTable) -> None:
    """Where every nearer word stands on the board there is none to show."""
    puzzle, board = planted(circle)
    with pytest.raises(NoHintLeft):
        pick_hint(circle, score(circle, 0), puzzle, board, set(circle.words[1:10]))
