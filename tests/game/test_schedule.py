"""Which difficulty comes on which day."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.words.table import WordTable
from game.choose import WEEK, WEEKS, Misfit, misfit, next_secret, pools, suited
from game.memory.store import MemoryGameStore
from game.model import PuzzleKind
from game.pool import Pool, Rating, fingerprint, load_pool
from game.puzzles import Puzzles
from game.setup import Mix
from game.turn import Turn

MONDAY = date(2026, 1, 5)
EXTREMES = {1, 5}
DIFFICULTIES = st.integers(1, 5)


def drawn(
    ratings: dict[str, int], days: int, seed: int = 1, mix: Mix = Mix.WEEK
) -> list[tuple[date, str]]:
    """The secrets of so many days from a Monday."""
    used: list[tuple[int, str]] = []
    found = []
    words = suited(sorted(ratings), ratings.__getitem__, mix)

    def fit(day: date) -> Callable[[str], Misfit]:
        return lambda word: misfit(ratings[word], day, mix)

    for number in range(days):
        day = MONDAY + timedelta(number)
        used.append(next_secret(words, seed, used, fit(day)))
        found.append((day, used[-1][1]))
    return found


def proportioned(weeks: int) -> dict[str, int]:
    """Words in the proportion that weeks want."""
    return {f"word{week}x{place}": WEEK[place] for week in range(weeks) for place in range(7)}


@pytest.mark.parametrize("seed", range(5))
def test_a_year(seed: int) -> None:
    """Mondays are easiest, Saturdays hardest, no two extremes touch, and no word repeats."""
    ratings = proportioned(60)
    year = drawn(ratings, 365, seed)
    found = [ratings[word] for _, word in year]
    assert {ratings[word] for day, word in year if day.weekday() == 0} == {1}
    assert {ratings[word] for day, word in year if day.weekday() == 5} == {5}
    assert not any({a, b} <= EXTREMES for a, b in pairwise(found))
    assert len({word for _, word in year}) == 365
    assert Counter(found).keys() == {1, 2, 3, 4, 5}


def test_week_touches_no_two_extremes() -> None:
    """Over the week's turn as well, an extreme day has milder ones beside it."""
    assert not any({a, b} <= EXTREMES for a, b in pairwise([*WEEK, WEEK[0]]))
    assert (WEEK[0], WEEK[5]) == (1, 5)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=4), DIFFICULTIES, min_size=1))
def test_no_word_repeats_until_all_are_used(ratings: dict[str, int]) -> None:
    """Whatever the mix, one cycle holds each word once."""
    words = [word for _, word in drawn(ratings, 2 * len(ratings))]
    assert sorted(words[: len(ratings)]) == sorted(words[len(ratings) :]) == sorted(ratings)


@given(DIFFICULTIES, st.dates())
def test_what_is_wanted_fits_best(difficulty: int, day: date) -> None:
    """No difficulty fits a day better than the one wanted; an extreme one elsewhere fits worst."""
    wanted = WEEK[day.weekday()]
    assert misfit(wanted, day) <= misfit(difficulty, day)
    if difficulty in EXTREMES and difficulty != wanted:
        assert all(misfit(milder, day) < misfit(difficulty, day) for milder in (2, 3, 4))


def test_short_pool_comes_as_near_as_it_can() -> None:
    """Without very hard words, Saturday gets a hard one."""
    ratings = {f"word{number}": 1 + number % 4 for number in range(40)}
    week = drawn(ratings, 7)
    assert ratings[week[5][1]] == 4
    assert ratings[week[0][1]] == 1


def test_puzzles_follow_the_week(circle: WordTable) -> None:
    """The days of a server have their difficulties, and practice has whatever comes."""
    candidates = [circle.words[row] for row in circle.secrets]
    everyday = pools(candidates)[PuzzleKind.DAILY][:14]
    practice = pools(candidates)[PuzzleKind.PRACTICE]
    ratings = {word: Rating(30, WEEK[place % 7]) for place, word in enumerate(everyday)}
    ratings |= dict.fromkeys(practice, Rating(20, 5))
    rated = Pool(fingerprint(circle), ratings)
    now = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 12, tzinfo=UTC)
    store = MemoryGameStore()
    found = []
    for number in range(14):
        today = now + timedelta(number)
        puzzles = Puzzles(store, circle, lambda at=today: at, Random(1), "UTC", rated)  # type: ignore[misc]  # a clock
        found.append(puzzles.find(Turn(9, 8, 1)).puzzle.secret)
    assert [ratings[word].difficulty for word in found] == [*WEEK, *WEEK]
    assert len(set(found)) == 14
    assert puzzles.practise(Turn(9, 8, 1, 77)).puzzle.secret in practice


def test_board_shows_par_and_not_the_secret(play: Any) -> None:
    """A board's face has the par of its secret while the secret is unknown; practice too."""
    words = [play.words.words[row] for row in play.words.secrets]
    rated = Pool(fingerprint(play.words), {word: Rating(34, 3) for word in words})
    play.game._views._words = replace_pool(play.game._views._words, rated)
    for view in (play.game.look(play.turn()), play.game.practise(play.turn())):
        assert (view.puzzle.par, view.puzzle.difficulty) == (34, 3)
        assert view.secret is None


def replace_pool(words: Any, rated: Pool) -> Any:
    """The same words with other ratings."""
    return words._replace(pool=rated)


def test_unrated_boards_show_no_par(play: Any) -> None:
    """Where nobody has rated the secret, its face says nothing of it."""
    face = play.game.look(play.turn()).puzzle
    assert face == replace(face, par=None, difficulty=None)


@pytest.mark.parametrize(("mix", "allowed"), [(Mix.EASY, {1, 2}), (Mix.HARD, {4, 5})])
def test_mixes_of_the_shipped_pool(real_words: WordTable, mix: Mix, allowed: set[int]) -> None:
    """Who chose easy or hard puzzles gets only those, each on its days, for a year."""
    shipped = load_pool(Path(__file__).parents[2] / "game" / "data" / "pool.json", real_words)
    words = pools(shipped.words(real_words))[PuzzleKind.DAILY]
    ratings = {word: shipped.difficulty(word) for word in words}
    year = drawn(ratings, 365, mix=mix)
    assert {ratings[word] for _, word in year} == allowed
    assert all(ratings[word] == WEEKS[mix][day.weekday()] for day, word in year)
    assert len({word for _, word in year}) == 365


def test_easy_words_come_again_before_a_very_hard_one() -> None:
    """Once the easy words are used up, the next cycle of them begins."""
    ratings = proportioned(2)
    easy = [word for word, difficulty in ratings.items() if difficulty <= 3]
    found = [word for _, word in drawn(ratings, 2 * len(easy), mix=Mix.EASY)]
    assert sorted(found[: len(easy)]) == sorted(found[len(easy) :]) == sorted(easy)


def test_mix_without_any_fitting_word_takes_what_there_is() -> None:
    """A pool that nobody has rated serves every mix."""
    assert suited(["lake", "sea"], lambda _: 3, Mix.HARD) == ["lake", "sea"]


def test_puzzles_follow_the_mix_of_their_server(circle: WordTable) -> None:
    """Two servers that chose differently get different difficulties on the same day."""
    candidates = pools([circle.words[row] for row in circle.secrets])[PuzzleKind.DAILY]
    ratings = {word: Rating(30, 1 + number % 5) for number, word in enumerate(candidates)}
    rated = Pool(fingerprint(circle), ratings)
    now = datetime(MONDAY.year, MONDAY.month, MONDAY.day, 12, tzinfo=UTC)
    chosen = {1: Mix.EASY, 2: Mix.HARD}
    store = MemoryGameStore()
    puzzles = Puzzles(
        store, circle, lambda: now, Random(1), "UTC", rated, chosen.__getitem__
    )  # fmt: skip
    found = [puzzles.find(Turn(server, 8, 1)).puzzle.secret for server in chosen]
    assert [ratings[word].difficulty for word in found] == [1, 4]
    assert puzzles.daily(1, now.date())[1].secret == found[0]
