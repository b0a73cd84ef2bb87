"""The order of secrets."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.words.table import WordTable
from game.choose import next_secret, pools

words = st.lists(st.text(string.ascii_lowercase, min_size=3, max_size=6), unique=True, min_size=1)
seeds = st.integers(0, 2**62)
DRAWN_BEFORE = ["needle", "yellow", "kettle", "saddle"]


def draw(among: list[str], seed: int, number: int) -> list[tuple[int, str]]:
    """The first so many secrets of a server."""
    used: list[tuple[int, str]] = []
    for _ in range(number):
        used.append(next_secret(among, seed, used))
    return used


@given(words)
def test_pools_share_no_word_and_lose_none(secrets: list[str]) -> None:
    """Every secret is either for days or for practice."""
    daily, practice = pools(secrets).values()
    assert sorted(daily + practice) == sorted(secrets)
    assert not set(daily) & set(practice)


def test_pools_of_the_real_words(real_words: WordTable) -> None:
    """About a quarter of the real secrets is for practice, and the days last for years."""
    secrets = [real_words.words[row] for row in real_words.secrets]
    daily, practice = pools(secrets).values()
    assert 0.2 < len(practice) / len(secrets) < 0.3
    assert len(daily) > 3 * 365


@given(words, seeds)
def test_no_word_repeats_until_all_are_used(among: list[str], seed: int) -> None:
    """One cycle holds each word once; then the next cycle begins with all of them."""
    drawn = draw(among, seed, 2 * len(among))
    first, second = drawn[: len(among)], drawn[len(among) :]
    assert sorted(word for _, word in first) == sorted(word for _, word in second) == sorted(among)
    assert {cycle for cycle, _ in first} == {0}
    assert {cycle for cycle, _ in second} == {1}


@given(words, seeds, st.text(string.ascii_lowercase, min_size=7, max_size=7))
def test_order_stays_when_a_word_joins(among: list[str], seed: int, newcomer: str) -> None:
    """A new word comes somewhere between the others, whose order it leaves alone."""
    before = [word for _, word in draw(among, seed, len(among))]
    after = [word for _, word in draw([newcomer, *among], seed, len(among) + 1)]
    assert [word for word in after if word != newcomer] == before


@given(words, seeds)
def test_order_does_not_hang_on_the_list(among: list[str], seed: int) -> None:
    """The order of the pool itself does not matter."""
    assert draw(among, seed, 3) == draw(among[::-1], seed, 3)


def test_servers_have_orders_of_their_own(circle: WordTable) -> None:
    """Other seeds give other orders, and another cycle too."""
    orders = {tuple(word for _, word in draw(list(circle.words), seed, 26)) for seed in range(50)}
    assert len(orders) == 50
    twice = [word for _, word in draw(list(circle.words), 1, 52)]
    assert twice[:26] != twice[26:]


def test_order_is_the_same_in_every_process(circle: WordTable) -> None:
    """The order rests on no hash of the running process: these words were drawn in another."""
    assert [word for _, word in draw(list(circle.words), 2**61 + 1, 4)] == DRAWN_BEFORE


def test_words_that_left_the_pool_do_not_matter() -> None:
    """Secrets used before that are no longer in the pool neither come back nor hold up a cycle."""
    used = {(0, "gone"), (0, "lake")}
    assert next_secret(["lake", "sea"], 1, used) == (0, "sea")
    assert next_secret(["lake"], 1, used) == (1, "lake")


def test_empty_pool_is_refused() -> None:
    """There is no secret where there are no words."""
    with pytest.raises(ValueError, match="empty"):
        next_secret([], 1, set())
