"""Choosing words, forms and secrets."""

from collections.abc import Callable

import pytest

from embedding.words.lexicon import Lexeme, choose_forms, choose_words, is_rude
from embedding.words.wordnet import WordNet

Zipf = Callable[[str], float]


@pytest.fixture
def chosen(wordnet: WordNet, zipf: Zipf) -> dict[str, Lexeme]:
    """The words chosen from the small WordNet."""
    return {lexeme.word: lexeme for lexeme in choose_words(wordnet, zipf)}


def test_words_in_common_use_are_chosen_in_order(chosen: dict[str, Lexeme]) -> None:
    """Lemmas of every part of speech that people use, in alphabetical order."""
    assert list(chosen) == [
        "aware", "boor", "boy", "brothel", "carry", "dog", "gem", "goose", "halt", "idea", "lout",
        "river", "run", "soon", "speedy", "stop", "tally", "turkey",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["paris", "nth", "boys", "domestic_dog", "a_b", "depreciation"])
def test_names_abbreviations_inflections_and_rare_words_are_not(
    chosen: dict[str, Lexeme], word: str
) -> None:
    """Names, words without a vowel, mere plurals, phrases and rare words are left out."""
    assert word not in chosen


def test_lexeme_tells_its_main_use(chosen: dict[str, Lexeme]) -> None:
    """A word has its commonest part of speech, and that part's first gloss without examples."""
    assert (chosen["run"].part, chosen["run"].gloss) == ("v", "move fast by using one's feet")
    assert chosen["river"].gloss == "a large stream of water"
    assert chosen["aware"].part == "a"


def test_gloss_is_of_the_word_not_of_a_name(chosen: dict[str, Lexeme]) -> None:
    """Where the first meaning is a name, the gloss is that of the first one that is not."""
    assert chosen["turkey"].gloss == "a large gallinaceous bird"


def test_secrets_are_clean_nouns_one_can_picture(chosen: dict[str, Lexeme]) -> None:
    """No verbs, no names, nothing abstract, nothing rude."""
    assert {word for word, lexeme in chosen.items() if lexeme.secret} == {
        "boy", "dog", "gem", "goose", "river",
    }  # fmt: skip


@pytest.mark.parametrize("frequency", [3.3, 5.5])
def test_secrets_are_neither_rare_nor_everywhere(wordnet: WordNet, frequency: float) -> None:
    """A word too rare or too common may be guessed, but is no secret."""
    lexemes = choose_words(wordnet, lambda word: frequency if word == "river" else 0.0)
    assert [(lexeme.word, lexeme.secret) for lexeme in lexemes] == [("river", False)]


def test_rude_words_are_known_by_label_or_gloss(wordnet: WordNet) -> None:
    """A label of disparagement or a telling gloss makes a word rude, in any of its meanings."""
    assert is_rude(wordnet, "lout")
    assert is_rude(wordnet, "boor")
    assert is_rude(wordnet, "disparagement")  # by its gloss
    assert not is_rude(wordnet, "river")


def test_forms_lead_to_chosen_words(
    wordnet: WordNet, zipf: Zipf, chosen: dict[str, Lexeme]
) -> None:
    """Forms in use lead to their word; words themselves, unheard forms and non-words do not."""
    candidates = ["dogs", "ran", "running", "stopped", "geese", "carries", "rivers", "dog",
                  "halts", "paris", "zzz", "Dogs", "dog's"]  # fmt: skip
    assert choose_forms(wordnet, chosen.values(), candidates, zipf) == {
        "carries": "carry",
        "dogs": "dog",
        "geese": "goose",
        "ran": "run",
        "rivers": "river",
        "running": "run",
        "stopped": "stop",
    }


def test_mere_inflections_become_forms(
    wordnet: WordNet, zipf: Zipf, chosen: dict[str, Lexeme]
) -> None:
    """A plural with an entry of its own that people use as a plural leads to the singular."""
    assert choose_forms(wordnet, chosen.values(), ["boys"], zipf) == {"boys": "boy"}
