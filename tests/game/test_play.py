"""Whole games of one member."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from embedding.words.table import WordTable
from game.errors import (
    AlreadyFinished,
    AlreadyGuessed,
    GameError,
    NothingGuessed,
    SecretGone,
    UnknownWord,
)
from game.model import Mode, PuzzleKind
from game.play import Game
from game.puzzles import Puzzles
from game.scoring import ScoreBook
from game.turn import Standing
from game.views import CLOSEST, NEAREST, Words

ANNE, BEN = 1, 2
DAY = date(2026, 5, 4)


def test_whole_game_to_the_solution(play: Any) -> None:
    """Guesses are ranked, the board keeps them nearest first, and the secret ends it."""
    secret = play.secret(play.turn())
    for number in range(3):
        result = play.game.guess(play.turn(), play.wrong(play.turn(), number))
        assert result.entry.attempt == number + 1
        assert not result.solves
        assert (result.view.secret, result.view.nearest) == (None, ())
    ranks = [entry.rank for entry in result.view.entries]
    assert ranks == sorted(ranks) == [23, 24, 25]
    assert result.best_before == 24
    last = play.game.guess(play.turn(), secret.upper() + "!")
    assert last.solves
    assert (last.entry.rank, last.entry.similarity, last.entry.attempt) == (0, 1.0, 4)
    board = last.view.board
    assert (board.solved_in, board.solver_id, board.attempts) == (4, ANNE, 4)
    assert board.finished_at == play.clock.now
    assert last.view.secret == secret
    assert [near.rank for near in last.view.nearest] == list(range(1, NEAREST + 1))
    assert play.game.look(play.turn()) == last.view


def test_view_says_what_is_played(play: Any) -> None:
    """A view names the puzzle, its day, today's date and how many words there are."""
    view = play.game.look(play.turn())
    assert (view.puzzle.number, view.puzzle.day, view.today) == (1, DAY, DAY)
    assert (view.puzzle.kind, view.puzzle.owner_id) == (PuzzleKind.DAILY, None)
    assert view.size == len(play.words)
    assert (view.entries, view.board.id) == ([], 0)


def test_answers_hold_the_closest_words_and_the_board_all(play: Any) -> None:
    """With a guess come the few nearest words; whoever looks at the board sees every one."""
    for number in range(CLOSEST + 3):
        answer = play.game.guess(play.turn(), play.wrong(play.turn(), number)).view.entries
    board = play.game.look(play.turn()).entries
    assert (len(answer), len(board)) == (CLOSEST, CLOSEST + 3)
    assert list(answer) == list(board)[:CLOSEST]


def test_looking_makes_no_board(play: Any) -> None:
    """Who only looks has not taken part."""
    play.game.look(play.turn())
    assert play.records.record(900, ANNE).statistics.played == 0
    assert not play.contents().boards


def test_forms_count_as_their_word(play: Any) -> None:
    """An inflected form is taken as its word, and told back as it was typed."""
    result = play.game.guess(play.turn(), "Forests")
    assert (result.entry.word, result.typed) == ("forest", "forests")
    with pytest.raises(AlreadyGuessed):
        play.game.guess(play.turn(), "forest")


def test_duplicates_cost_nothing(play: Any) -> None:
    """A word that stands on the board is told with its entry; nothing is stored."""
    word = play.wrong(play.turn())
    first = play.game.guess(play.turn(), word)
    before = play.contents()
    with pytest.raises(AlreadyGuessed) as caught:
        play.game.guess(play.turn(), f" {word.upper()} ")
    error = caught.value
    assert (error.entry, error.board, error.size) == (first.entry, first.view.board, 26)
    assert play.contents() == before


def test_unknown_words_cost_nothing(play: Any) -> None:
    """An unknown word is told with words spelled like it; nothing is stored."""
    play.game.guess(play.turn(), play.wrong(play.turn()))
    before = play.contents()
    with pytest.raises(UnknownWord) as caught:
        play.game.guess(play.turn(), "Gitar")
    assert (caught.value.word, caught.value.suggestions) == ("gitar", ("guitar",))
    assert play.contents() == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x" * 2000,
        "😀",
        "ri\u200bver",
        "\u202erevir",
        "@everyone",
        "'; DROP TABLE boards;--",
        "**forest**",
        "not a word",
        "qqqqq",
    ],
)
def test_bad_guess_stores_nothing(play: Any, text: str) -> None:
    """Text that is no known word leaves a fresh store without so much as a server."""
    before = play.contents()
    with pytest.raises(GameError):
        play.game.guess(play.turn(), text)
    assert play.contents() == before
    assert not before.servers


def test_playing_on_after_solving_costs_nothing(play: Any) -> None:
    """Guesses after the end are ranked and kept, but count for nothing."""
    play.solve(misses=2)
    figures = play.records.record(900, ANNE).statistics
    ended = play.game.look(play.turn()).board
    result = play.game.guess(play.turn(), play.wrong(play.turn(), 9))
    assert result.entry.attempt is None
    assert not result.solves
    assert result.view.board == replace(ended, entries=4)
    assert play.records.record(900, ANNE).statistics == figures


def test_giving_up_tells_the_secret(play: Any) -> None:
    """Who gives up sees the secret and its neighbours, and has not solved the puzzle."""
    play.game.guess(play.turn(), play.wrong(play.turn()))
    result = play.game.give_up(play.turn())
    assert (result.votes, result.needed) == (1, 1)
    assert result.view.secret == play.secret(play.turn())
    assert len(result.view.nearest) == NEAREST
    board = result.view.board
    assert (board.gave_up, board.solved, board.attempts) == (True, False, 1)
    again = play.game.guess(play.turn(), result.view.secret)
    assert (again.solves, again.view.board.solved) == (False, False)


def test_giving_up_needs_a_try_and_an_open_board(play: Any) -> None:
    """An untouched board cannot be given up, nor one that has ended; neither changes anything."""
    play.game.look(play.turn())
    before = play.contents()
    with pytest.raises(NothingGuessed) as untouched:
        play.game.give_up(play.turn())
    assert untouched.value.puzzle.number == 1
    assert play.contents() == before
    play.solve()
    before = play.contents()
    with pytest.raises(AlreadyFinished) as ended:
        play.game.give_up(play.turn())
    assert ended.value.board.solved
    assert play.contents() == before


def test_board_may_be_given_up_after_a_hint(play: Any) -> None:
    """A hint is a try as well."""
    play.game.hint(play.turn())
    assert play.game.give_up(play.turn()).view.board.gave_up


def test_practice_takes_the_focus_and_gives_it_back(play: Any) -> None:
    """Guesses go to the practice round until it ends, and to the day's puzzle afterwards."""
    play.game.guess(play.turn(), play.wrong(play.turn()))
    view = play.game.practise(play.turn())
    assert (view.puzzle.kind, view.puzzle.owner_id) == (PuzzleKind.PRACTICE, ANNE)
    miss = play.game.guess(play.turn(), play.wrong(play.turn()))
    assert miss.view.puzzle == view.puzzle
    solved = play.game.guess(play.turn(), play.secret(play.turn()))
    assert solved.solves
    assert solved.view.puzzle == view.puzzle
    assert play.game.look(play.turn()).puzzle.kind is PuzzleKind.DAILY
    assert play.game.look(play.turn()).board.attempts == 1
    assert play.game.look(play.turn(puzzle=Standing.PRACTICE)).board == solved.view.board


def test_giving_up_a_practice_round_gives_the_focus_back(play: Any) -> None:
    """A practice round that was given up leaves the member at the day's puzzle."""
    play.game.practise(play.turn())
    play.game.guess(play.turn(), play.wrong(play.turn()))
    assert play.game.give_up(play.turn()).view.puzzle.kind is PuzzleKind.PRACTICE
    assert play.game.look(play.turn()).puzzle.kind is PuzzleKind.DAILY


def test_practice_can_be_left_and_taken_up_again(play: Any) -> None:
    """Naming a puzzle moves the focus to it."""
    play.game.practise(play.turn())
    play.game.guess(play.turn(), "forest")
    assert play.game.look(play.turn(puzzle=Standing.TODAY)).puzzle.kind is PuzzleKind.DAILY
    assert play.game.guess(play.turn(), "forest").view.puzzle.kind is PuzzleKind.DAILY
    back = play.game.look(play.turn(puzzle=Standing.PRACTICE))
    assert [entry.word for entry in back.entries] == ["forest"]
    assert play.game.look(play.turn()).puzzle == back.puzzle


def test_focus_lasts_for_the_day(play: Any) -> None:
    """A new day begins with its own puzzle, whatever was played the day before."""
    play.game.practise(play.turn())
    play.clock.advance(days=1)
    assert play.game.look(play.turn()).puzzle.number == 2


def test_other_members_focus_is_their_own(play: Any) -> None:
    """One member's practice round does not move another."""
    play.game.practise(play.turn(ANNE))
    assert play.game.look(play.turn(BEN)).puzzle.kind is PuzzleKind.DAILY


def test_mode_is_remembered(play: Any) -> None:
    """Who chose to play together goes on together, the next day too, until saying otherwise."""
    play.game.look(play.turn(mode=Mode.TOGETHER))
    play.clock.advance(days=1)
    assert play.game.look(play.turn()).board.key.mode is Mode.TOGETHER
    play.game.practise(play.turn())
    assert play.game.look(play.turn(puzzle=Standing.TODAY)).board.key.mode is Mode.TOGETHER
    play.game.look(play.turn(mode=Mode.SOLO))
    assert play.game.look(play.turn()).board.key.mode is Mode.SOLO


def test_archive_is_played_like_any_day(play: Any) -> None:
    """A past day keeps the focus while it is open, and the day's puzzle is next after its end."""
    play.game.look(play.turn())
    play.clock.advance(days=3)
    play.game.guess(play.turn(puzzle=DAY), play.wrong(play.turn(puzzle=DAY)))
    on_it = play.game.guess(play.turn(), play.secret(play.turn(puzzle=DAY)))
    assert on_it.solves
    assert (on_it.view.puzzle.number, on_it.view.today) == (1, DAY + timedelta(3))
    assert play.game.look(play.turn()).puzzle.number == 4
    figures = play.records.record(900, ANNE).statistics
    assert (figures.solved, figures.streak) == (1, 0)


def with_words(play: Any, table: WordTable) -> Game:
    """The game on the same store after its words were changed."""
    puzzles = Puzzles(play.store, table, play.clock, play.puzzles._rng, "UTC")
    return Game(play.store, puzzles, Words(table, ScoreBook(table), lambda _: ()), play.clock)


def without(table: WordTable, word: str) -> WordTable:
    """The table without a word."""
    keep = [row for row, other in enumerate(table.words) if other != word]
    return WordTable(
        version="circle-2",
        words=[table.words[row] for row in keep],
        vectors=table.vectors[keep],
        forms={},
        secrets=np.arange(len(keep), dtype=np.int32),
        parts="n" * len(keep),
        zipf=table.zipf[keep],
        glosses=[table.glosses[row] for row in keep],
    )


def test_puzzle_whose_secret_left_the_words_says_so(play: Any) -> None:
    """With words that lack the secret an open puzzle cannot be played; nothing is spent."""
    secret = play.secret(play.turn())
    other = play.wrong(play.turn())
    game = with_words(play, without(play.words, secret))
    before = play.contents()
    for action in (lambda: game.guess(play.turn(), other), lambda: game.hint(play.turn())):
        with pytest.raises(SecretGone) as caught:
            action()
        assert caught.value.puzzle.number == 1
    assert play.contents() == before


def test_finished_puzzle_whose_secret_left_the_words_can_be_seen(play: Any) -> None:
    """An old board is shown with its secret, only without neighbours, which nobody can tell."""
    play.solve(misses=1)
    secret = play.secret(play.turn())
    view = with_words(play, without(play.words, secret)).look(play.turn())
    assert (view.secret, view.nearest) == (secret, ())
    assert len(view.entries) == 2
