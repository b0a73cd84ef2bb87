"""Simulated players and the par they make."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.players.artifact import NOBODY, Associates, load_associates
from embedding.words.relations import Kind, Relations
from embedding.words.table import WordTable
from game.mind import Mind
from game.par import ParReport, Players, Showing
from game.simulate import BEGINNER, EXPERT, MIDDLING, PATIENCE, STRENGTHS, Player, Strength

STRENGTH = st.sampled_from(STRENGTHS)
SEEDS = st.integers(0, 2**32)
SHIPPED_PLAYERS = Path(__file__).parents[2] / "game" / "data" / "players.warmer"


def associates(table: WordTable, seed: int = 1, each: int = 4) -> Associates:
    """Associations at random."""
    rows = np.random.default_rng(seed).integers(0, len(table), (len(table), each))
    return Associates(table.version, "", rows.astype(np.uint16), {})


def nobody(table: WordTable) -> Associates:
    """No associations at all."""
    return Associates(table.version, "", np.full((len(table), 1), NOBODY, np.uint16), {})


def one_word() -> WordTable:
    """A table of one word."""
    return WordTable(
        version="1", words=["sun"], vectors=np.ones((1, 2), np.int8), forms={},
        secrets=np.array([0], np.int32), parts="n", zipf=np.array([5], np.float32), glosses=[""],
    )  # fmt: skip


@given(st.permutations(range(26)), STRENGTH, SEEDS, st.integers(1, 40))
def test_no_guess_is_repeated(
    circle: WordTable, ranks: list[int], strength: Strength, seed: int, patience: int
) -> None:
    """No row comes twice, nothing comes after the secret, and patience is kept."""
    player = Player(circle, Mind(circle, associates(circle)), strength)
    guesses = player.play(ranks, Random(seed), patience)
    assert len(set(guesses)) == len(guesses) <= patience
    assert all(ranks[row] for row in guesses[:-1])


@given(st.permutations(range(26)), STRENGTH, SEEDS)
def test_same_randomness_same_game(
    circle: WordTable, ranks: list[int], strength: Strength, seed: int
) -> None:
    """A game hangs on its randomness alone, not on the games before it."""
    mind = Mind(circle, associates(circle))
    player = Player(circle, mind, strength)
    first = player.play(ranks, Random(seed))
    player.play(ranks, Random(seed + 1))
    assert player.play(ranks, Random(seed)) == first
    assert Player(circle, mind, strength).play(ranks, Random(seed)) == first


@given(STRENGTH, SEEDS)
def test_only_word_is_found_at_once(strength: Strength, seed: int) -> None:
    """Where the secret is the only word, it is the first guess."""
    table = one_word()
    assert Player(table, Mind(table, nobody(table)), strength).play([0], Random(seed)) == [0]


@given(SEEDS)
def test_players_follow_what_is_warm(circle: WordTable, seed: int) -> None:
    """Who is led from every word to the next warmer one arrives; who is led nowhere need not."""
    rows = np.arange(26)[:, None]
    led = Associates("", "", np.maximum(rows - 1, 0).astype(np.uint16), {})
    sure = Strength("sure", 0, 5, 0, 1, 1, 100)
    player = Player(circle, Mind(circle, led), sure)
    guesses = player.play(list(range(26)), Random(seed))
    assert guesses == list(range(guesses[0], -1, -1))


def test_mind_joins_links_with_neighbours(circle: WordTable) -> None:
    """Links both ways and GloVe's neighbours come to mind; the hidden and the rare do not."""
    zipf = circle.zipf.copy()
    zipf[5] = 2
    hidden = np.zeros(26, np.bool_)
    hidden[6] = True
    linked = Relations(
        np.array([0, 3], np.int32), np.array([int(Kind.ANTONYM)] * 2, np.uint8),
        np.array([2, 0], np.int32), np.array([0, 2], np.uint8),
    )  # fmt: skip
    table = WordTable(
        version="x", words=circle.words, vectors=circle.vectors, forms={}, secrets=circle.secrets,
        parts=circle.parts, zipf=zipf, glosses=circle.glosses, hidden=hidden,
        relation_source=linked,
    )  # fmt: skip
    near = np.full((26, 4), NOBODY, np.uint16)
    near[0] = [4, 5, 6, 2]
    thoughts = Mind(table, Associates("", "", near, {})).thoughts(0)
    assert {row for row, _ in thoughts} == {2, 3, 4}
    assert thoughts[-1][0] == 3  # linked by a rare sense
    assert all(0 < strength <= 1 for _, strength in thoughts)
    assert [x for _, x in thoughts] == sorted((x for _, x in thoughts), reverse=True)


@given(st.lists(st.none() | st.integers(1, PATIENCE), min_size=1, max_size=30))
def test_median_counts_unsolved_games_as_longest(games: list[int | None]) -> None:
    """Half of the games, or more, took no longer than the median; without it, most were lost."""
    showing = Showing("middling", tuple(games))
    median = showing.median
    if median is None:
        assert showing.solved <= 0.5
    else:
        assert sum(x is not None and x <= median for x in games) >= len(games) / 2
        assert median in games


def test_par_is_the_middling_players_median(circle: WordTable) -> None:
    """Each strength plays as often as it is told, and par is what the middling one needs."""
    players = Players(circle, associates(circle))
    report = players.par(3, {BEGINNER: 2, MIDDLING: 9, EXPERT: 4}, Random(1))
    assert [len(showing.guesses) for showing in report.showings] == [2, 9, 4]
    assert report.word == "desert"
    assert report.par == report.showings[1].median
    assert report.solved == report.showings[1].solved
    assert players.par(3, 5, Random(2)) == players.par(3, 5, Random(2))


def test_no_par_where_the_middling_player_fails() -> None:
    """A secret that is mostly not found has no par."""
    report = ParReport("x", (Showing("middling", (None, None, 4)),))
    assert report.par is None
    assert report.solved == pytest.approx(1 / 3)


def test_strengths_on_the_real_words(real_words: WordTable) -> None:
    """Over several secrets the expert solves more than the beginner, and far faster than chance."""
    players = Players(real_words, load_associates(SHIPPED_PLAYERS, real_words))
    rows = real_words.secrets[:: len(real_words.secrets) // 10].tolist()
    reports = [players.par(row, 8, Random(row)) for row in rows]
    solved = {
        strength.name: np.mean([x.solved for r in reports for x in r.showings
                                if x.strength == strength.name])
        for strength in STRENGTHS
    }  # fmt: skip
    assert solved["beginner"] < solved["expert"]
    assert solved["middling"] > 0.5  # by chance: 200 guesses of 30,000 words
