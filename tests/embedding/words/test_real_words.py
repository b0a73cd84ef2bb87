"""The word table that players use."""

import re
from itertools import pairwise

import numpy as np
import pytest

from embedding.words.table import WordTable
from game.scoring import score


def test_it_has_the_words_in_common_use(real_table: WordTable) -> None:
    """About thirty thousand different words in alphabetical order, each with a gloss."""
    words = list(real_table.words)
    assert 25_000 < len(words) < 35_000
    assert words == sorted(set(words))
    assert all(re.fullmatch("[a-z]{2,20}", word) for word in words)
    assert all(real_table.glosses)
    assert set(real_table.parts) == set("nvar")


@pytest.mark.parametrize(
    "word", ["river", "dog", "salt", "run", "happy", "quickly", "email", "pizza", "colour", "ok"]
)
def test_everyday_words_are_known(real_table: WordTable, word: str) -> None:
    """Words that a person would try are there."""
    assert real_table.row(word) is not None


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("dogs", "dog"),
        ("ran", "run"),
        ("went", "go"),
        ("children", "child"),
        ("mice", "mouse"),
        ("stopped", "stop"),
        ("happier", "happy"),
        ("rivers", "river"),
    ],
)
def test_forms_are_their_words(real_table: WordTable, form: str, word: str) -> None:
    """An inflected form counts as its word."""
    assert real_table.row(form) == real_table.row(word) is not None


def test_forms_are_no_words_and_lead_somewhere(real_table: WordTable) -> None:
    """No form is a word itself, and each leads to a row that there is."""
    assert not set(real_table.forms) & set(real_table.words)
    assert all(0 <= row < len(real_table) for row in real_table.forms.values())


def test_vectors_tell_words_apart(real_table: WordTable) -> None:
    """No word lacks a direction, and no two have the same one."""
    assert real_table.vectors.any(axis=1).all()
    assert len(np.unique(real_table.vectors, axis=0)) == len(real_table)


def test_secrets_are_many_different_nouns(real_table: WordTable) -> None:
    """There are secrets for years, each a common noun of three to ten letters."""
    secrets = real_table.secrets
    assert len(set(secrets.tolist())) == len(secrets) > 1500
    assert all(real_table.parts[row] == "n" for row in secrets)
    assert all(3 <= len(real_table.words[row]) <= 10 for row in secrets)
    assert real_table.zipf[secrets].min() >= 3.4


def test_secrets_are_clean(real_table: WordTable) -> None:
    """No insult, obscenity, first name or abbreviation is hidden in a puzzle."""
    unwanted = (
        "bastard bitch bum butt cock crap damn dick idiots jerk moron nazi piss prick pussy rape "
        "rapist sex shit slave slut suicide tit whore brad maria mike rbi sec"
    )
    secrets = {real_table.words[row] for row in real_table.secrets}
    assert not secrets & set(unwanted.split())


def test_every_secret_has_a_rank_table(real_table: WordTable) -> None:
    """For a sample of secrets over the whole list, ranks are a permutation led by the secret."""
    for row in real_table.secrets[::120].tolist():
        scores = score(real_table, row)
        assert scores.order[0] == row
        assert np.array_equal(np.sort(scores.rank), np.arange(len(real_table)))
        assert (np.diff(scores.similarity[scores.order]) <= 0).all()


def test_similarities_are_whole_number_arithmetic(real_table: WordTable) -> None:
    """The order of a secret's neighbours is that of exact fractions of whole numbers."""
    row = real_table.row("river")
    assert row is not None
    near = score(real_table, row).order[:300]
    vectors = real_table.vectors.astype(object)
    products = [int(vectors[other] @ vectors[row]) for other in near]
    lengths = [int(vectors[other] @ vectors[other]) for other in near]
    for (p, q), (r, s) in pairwise(zip(products, lengths, strict=True)):
        assert p * p * s >= r * r * q


def test_neighbours_make_sense(real_table: WordTable) -> None:
    """Words that a person would think of stand high."""
    for secret, near, within in (
        ("river", "stream", 20),
        ("dog", "puppy", 20),
        ("salt", "sodium", 20),
    ):
        row, other = real_table.row(secret), real_table.row(near)
        assert row is not None
        assert other is not None
        assert score(real_table, row).rank[other] <= within
