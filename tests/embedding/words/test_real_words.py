"""The word table that players use."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from embedding.words.neighbors import neighbors
from embedding.words.relations import Kind
from embedding.words.spellings import read_scowl
from embedding.words.table import WordTable
from game.scoring import score


def test_it_has_the_words_in_common_use(real_table: WordTable) -> None:
    """About thirty thousand different words in alphabetical order, each with a gloss."""
    words = list(real_table.words)
    assert 25_000 < len(words) < 35_000
    assert words == sorted(set(words))
    assert all(re.fullmatch("[a-z]{2,20}", word) for word in words)
    assert all(real_table.glosses)
    assert set(real_table.parts) == set("nvarf")


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


def test_secrets_are_many_everyday_words(real_table: WordTable) -> None:
    """There are more than 2,600 secrets: known nouns, verbs and adjectives that head a family."""
    secrets = real_table.secrets
    assert len(set(secrets.tolist())) == len(secrets) > 2600
    assert {real_table.parts[row] for row in secrets} == set("nva")
    assert all(3 <= len(real_table.words[row]) <= 11 for row in secrets)
    assert real_table.zipf[secrets].min() >= 3.4
    assert real_table.listable[secrets].all()
    assert np.array_equal(real_table.families[secrets], secrets)


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


def test_every_family_is_closed(real_table: WordTable) -> None:
    """A family's head heads itself, and forms lead into their word's own family."""
    heads = real_table.families
    assert np.array_equal(heads[heads], heads)
    assert not set(real_table.forms) & set(real_table.words)


@pytest.mark.parametrize(
    ("british", "american"),
    [("colour", "color"), ("centre", "center"), ("organise", "organize"), ("grey", "gray"),
     ("travelling", "travel"), ("colours", "color"), ("defence", "defense"), ("tyre", "tire"),
     ("catalogue", "catalog"), ("aluminium", "aluminum"), ("moustache", "mustache")],
)  # fmt: skip
def test_british_and_american_are_one_row(
    real_table: WordTable, british: str, american: str
) -> None:
    """A spelling of either side of the ocean leads to the same row."""
    assert real_table.row(british) == real_table.row(american) is not None


@pytest.mark.parametrize(
    "word", ["the", "because", "whilst", "smartphone", "selfie", "ouch", "others", "bored", "axe"]
)
def test_function_words_and_new_words_are_known(real_table: WordTable, word: str) -> None:
    """What WordNet lacks can be guessed all the same."""
    assert real_table.row(word) is not None


@pytest.mark.parametrize(
    ("form", "word"), [("better", "good"), ("best", "good"), ("worse", "bad"), ("worst", "bad")]
)
def test_irregular_forms_are_of_the_likest_word(
    real_table: WordTable, form: str, word: str
) -> None:
    """Of the words that a form may come from (*good*, *well*) it belongs to the one it is like."""
    row, base = real_table.row(form), real_table.row(word)
    assert row is not None
    assert base is not None
    assert real_table.families[row] == base


def test_look_alikes_are_no_family(real_table: WordTable) -> None:
    """Words that only look like inflections stand by themselves."""
    for word, other in (("seed", "see"), ("bed", "be"), ("number", "numb"), ("left", "leave")):
        row, base = real_table.row(word), real_table.row(other)
        assert row is not None
        assert base is not None
        assert not real_table.same_family(row, base)


@pytest.mark.parametrize("word", ["king", "dog", "woman", "body", "love", "fool", "night"])
def test_lists_show_no_unfit_word_and_each_family_once(real_table: WordTable, word: str) -> None:
    """What players see holds no hidden word, name, function word or second form of a word."""
    row = real_table.row(word)
    assert row is not None
    shown = [x.row for x in neighbors(real_table, row, 300)]
    heads = [int(real_table.families[x]) for x in shown]
    assert real_table.listable[shown].all()
    assert len(set(heads)) == len(shown) == 300
    assert real_table.families[row] not in heads
    assert not real_table.hidden[shown].any()


def test_raw_neighbours_are_by_similarity(real_table: WordTable) -> None:
    """Without familiarity the list is every row, nearest first, with ranks from one."""
    found = neighbors(real_table, 500, 50, raw=True)
    assert [x.rank for x in found] == list(range(1, 51))
    assert 500 not in [x.row for x in found]


def test_relations_are_what_people_would_say(real_table: WordTable) -> None:
    """Opposites, kinds and synonyms are linked as such."""
    for source, kind, target in (
        ("hot", Kind.ANTONYM, "cold"),
        ("oak", Kind.KIND_OF, "wood"),
        ("dog", Kind.KIND_OF, "canine"),
        ("happiness", Kind.DERIVED, "happy"),
        ("finger", Kind.PART_OF, "hand"),
    ):
        a, b = real_table.row(source), real_table.row(target)
        assert a is not None
        assert b is not None
        assert kind in {x.kind for x in real_table.relations.between(a, b)}


def test_common_words_are_known(real_table: WordTable) -> None:
    """Of ordinary words as frequent as Zipf 3, by our own list of all forms, 99 % are known.

    What is ordinary is said by SCOWL where it is installed; `warmer words` needs it only to build.
    """
    folder = Path("/usr/share/dict/scowl")
    if not folder.is_dir():
        pytest.skip("Debian's scowl is not installed")
    top_n_list, zipf = pytest.importorskip("wordfreq").top_n_list, wordfreq_zipf()
    spellings = read_scowl(folder)
    ordinary = spellings.ordinary - spellings.names
    tokens = {
        word: 10 ** zipf(word)
        for word in top_n_list("en", 40_000)
        if re.fullmatch("[a-z]{2,}", word) and zipf(word) >= 3 and word in ordinary
    }
    known = sum(count for word, count in tokens.items() if real_table.row(word) is not None)
    assert len(tokens) > 15_000
    assert known >= 0.99 * sum(tokens.values())


def wordfreq_zipf() -> Callable[[str], float]:
    """How frequent a word is, by wordfreq."""
    wordfreq = pytest.importorskip("wordfreq")
    return lambda word: float(wordfreq.zipf_frequency(word, "en"))
