"""The pool, the players and the words that are shipped fit each other, and all secrets are fair."""

from collections import Counter
from pathlib import Path

import pytest

from embedding.players.artifact import load_associates
from embedding.words.artifact import load_words
from embedding.words.table import WordTable
from game.choose import WEEK, pools
from game.fairness import Gate
from game.model import PuzzleKind
from game.pool import Pool, load_pool
from game.simulate import PATIENCE

DATA = Path(__file__).parents[2] / "game" / "data"
# "via", "whose" and "at" are in the list that most games of this kind share.
NEVER = {"via", "whose", "at", "the", "which", "would", "january", "monday"}
LARGEST_PLAYERS = 2_000_000


@pytest.fixture(scope="module")
def table() -> WordTable:
    """The shipped words."""
    return load_words(DATA / "words.warmer")


@pytest.fixture(scope="module")
def secrets(table: WordTable) -> Pool:
    """The shipped pool, which knows nothing if it was made for other words."""
    return load_pool(DATA / "pool.json", table)


@pytest.fixture(scope="module")
def gate(table: WordTable) -> Gate:
    """What judges them; it counts the hubs only once."""
    return Gate(table)


def test_players_fit_the_words(table: WordTable) -> None:
    """The simulated players know the shipped words, and their file is small."""
    players = load_associates(DATA / "players.warmer", table)
    assert len(players.rows) == len(table)
    assert (DATA / "players.warmer").stat().st_size < LARGEST_PLAYERS


def test_pool_is_large_and_of_the_candidates(table: WordTable, secrets: Pool) -> None:
    """At least 2,000 secrets, all of them candidates of the very table, none a function word."""
    candidates = {table.words[row] for row in table.secrets}
    assert len(secrets) >= 2000
    assert set(secrets) <= candidates
    assert not NEVER & set(secrets)


def test_difficulties_are_in_proportion(secrets: Pool) -> None:
    """Every weekday finds its difficulty for as long as the others, also among the days' own."""
    daily = pools(sorted(secrets))[PuzzleKind.DAILY]
    counts = Counter(secrets.difficulty(word) for word in daily)
    weeks = {number: counts[number] / WEEK.count(number) for number in range(1, 6)}
    assert min(weeks.values()) > 0.75 * max(weeks.values())
    assert all(1 <= secrets.ratings[word].par <= PATIENCE for word in secrets)


@pytest.mark.parametrize("part", range(4))
def test_every_secret_passes_the_gate(
    table: WordTable, secrets: Pool, gate: Gate, part: int
) -> None:
    """No secret has a reason against it."""
    rows = [row for word in sorted(secrets)[part::4] if (row := table.row(word)) is not None]
    judged = (gate.judge(row) for row in rows)
    assert {found.word: found.reasons for found in judged if not found.fair} == {}
