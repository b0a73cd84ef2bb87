"""Suggestions for unknown words."""

import pytest

from embedding.words.table import WordTable
from game.spelling import Speller


@pytest.fixture(scope="session")
def speller(real_words: WordTable) -> Speller:
    """A speller over the real words."""
    return Speller(real_words)


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("rivre", "river"), ("guitr", "guitar"), ("kittchen", "kitchen"), ("strawbery", "strawberry")],
)
def test_slips_lead_to_the_word(speller: Speller, slip: str, meant: str) -> None:
    """A letter swapped, lost, or doubled leads to the word that was meant."""
    assert speller.suggest(slip)[0] == meant


def test_no_suggestion_for_nonsense(speller: Speller) -> None:
    """Nothing is like a run of consonants."""
    assert speller.suggest("xqzjvkwpt") == ()


def test_suggestions_are_few_known_and_different(speller: Speller, real_words: WordTable) -> None:
    """At most so many as asked for, each of them a guess that would be taken."""
    found = speller.suggest("bal", limit=3)
    assert len(set(found)) == len(found) == 3
    assert all(real_words.row(word) is not None for word in found)


def test_forms_are_suggested_too(circle: WordTable) -> None:
    """An inflected form that was mistyped leads to the form."""
    assert Speller(circle).suggest("forrests") == ("forests",)
