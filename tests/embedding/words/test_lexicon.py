"""Choosing words, their forms and their families."""

from collections.abc import Callable

import pytest

from embedding.words.lexicon import Lexeme, Lexicographer, Vocabulary
from embedding.words.spellings import Spellings
from embedding.words.wordnet import WordNet

Zipf = Callable[[str], float]


@pytest.fixture
def chosen(vocabulary: Vocabulary) -> dict[str, Lexeme]:
    """The words of the vocabulary."""
    return {lexeme.word: lexeme for lexeme in vocabulary.lexemes}


def test_words_in_common_use_are_chosen_in_order(chosen: dict[str, Lexeme]) -> None:
    """Lemmas of every part of speech that people use, and new words, in alphabetical order."""
    assert list(chosen) == sorted(chosen)
    assert {
        "aware", "boor", "boy", "brothel", "carry", "color", "dog", "gem", "goose", "halt", "idea",
        "lout", "river", "run", "soon", "speedy", "stop", "tally", "turkey", "because", "selfie",
    } <= chosen.keys()  # fmt: skip


@pytest.mark.parametrize(
    "word", ["paris", "nth", "boys", "domestic_dog", "a_b", "depreciation", "colour"]
)
def test_names_abbreviations_inflections_variants_and_rare_words_are_not(
    chosen: dict[str, Lexeme], word: str
) -> None:
    """Names, words without a vowel, plurals, variants, phrases and rare words are left out."""
    assert word not in chosen


def test_lexeme_tells_its_senses_by_use(chosen: dict[str, Lexeme]) -> None:
    """A word has its senses, the most used first, without examples; new words have our own."""
    assert [(x.part, x.gloss) for x in chosen["run"].senses] == [
        ("v", "move fast by using one's feet"),
        ("n", "a score in baseball"),
    ]
    assert chosen["river"].senses[0].gloss == "a large stream of water"
    assert chosen["because"].senses[0].part == "f"


def test_gloss_is_of_the_word_not_of_a_name(chosen: dict[str, Lexeme]) -> None:
    """Where the first meaning is a name, the gloss is that of the first one that is not."""
    assert chosen["turkey"].senses[0].gloss == "a large gallinaceous bird"


def test_texts_explain_the_word(chosen: dict[str, Lexeme]) -> None:
    """What is encoded names the word's synonyms and says what it means."""
    assert chosen["stop"].explained == "stop, halt: come to a halt"


def test_rude_words_are_hidden(chosen: dict[str, Lexeme]) -> None:
    """A profanity by list and one by WordNet's label are hidden; others are not."""
    assert [word for word in ("boor", "lout", "river", "dog") if chosen[word].hidden] == [
        "boor", "lout",
    ]  # fmt: skip


def test_name_like_words_are_marked(chosen: dict[str, Lexeme]) -> None:
    """A word that is written with a capital, and that texts do not use, is like a name."""
    assert chosen["tally"].name_like
    assert not chosen["turkey"].name_like


def test_forms_lead_to_chosen_words(vocabulary: Vocabulary) -> None:
    """Forms, variants and forms of variants lead to their word; nothing else does."""
    assert vocabulary.forms == {
        "carries": "carry", "colour": "color", "colours": "color", "dogs": "dog", "geese": "goose",
        "ran": "run", "rivers": "river", "running": "run", "selfies": "selfie", "stopped": "stop",
    }  # fmt: skip


def test_mere_inflections_become_forms(wordnet: WordNet, spellings: Spellings, zipf: Zipf) -> None:
    """A plural with an entry of its own that people use as a plural leads to the singular."""
    assert Lexicographer(wordnet, spellings, zipf).vocabulary(["boys"]).forms["boys"] == "boy"
