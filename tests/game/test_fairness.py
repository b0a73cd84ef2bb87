"""The fairness gate, on tables where something is planted."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.words.relations import Kind, Relations
from embedding.words.table import WordTable
from game.expected import expected_words, inflects
from game.fairness import NEAR, TOP, Concern, Fairness, Gate
from game.scoring import score

SIZE = 1500
SUBJECT = 12
HUB, ISLAND = 100, 101


def spelled(row: int) -> str:
    """A word of five letters, another for each row, none of which inflects another."""
    return "".join("bcfgklmnpt"[int(digit)] + "a" for digit in f"{row:04}")


@pytest.fixture(scope="module")
def plain() -> WordTable:
    """Words strewn around one common direction; one lies in it, and one on its other side."""
    rng = np.random.default_rng(5)
    middle = np.full(32, 20.0)
    points = middle + rng.normal(0, 32, (SIZE, 32))
    points[HUB], points[ISLAND] = 5 * middle, -5 * middle
    words = [spelled(row) for row in range(SIZE)]
    return WordTable(
        version="plain",
        words=words,
        vectors=np.clip(np.rint(points), -127, 127).astype(np.int8),
        forms={},
        secrets=np.array([SUBJECT], np.int32),
        parts="n" * SIZE,
        zipf=np.full(SIZE, 4, np.float32),
        glosses=[""] * SIZE,
    )


@pytest.fixture(scope="module")
def judge(plain: WordTable) -> Callable[..., Fairness]:
    """Judges a word of the plain table with some columns changed."""

    def run(row: int = SUBJECT, **changes: Any) -> Fairness:
        return Gate(replace(plain, **changes) if changes else plain).judge(row)

    return run


def concerns(found: Fairness) -> set[Concern]:
    """What is wrong."""
    return {reason.concern for reason in found.reasons}


def marked(rows: Any) -> Any:
    """A column that is true in some rows."""
    column = np.zeros(SIZE, np.bool_)
    column[rows] = True
    return column


def links(source: int, kind: Kind, targets: list[int]) -> Relations:
    """Links of a word's first sense."""
    ordered = np.array(sorted(targets), np.int32)
    small = np.zeros(len(ordered), np.uint8)
    return Relations(np.full(len(ordered), source, np.int32), small + int(kind), ordered, small)


def test_word_with_nothing_against_it_is_fair(judge: Callable[..., Fairness]) -> None:
    """A common noun among common nouns passes, with its figures."""
    found = judge()
    assert found.fair
    assert found.reasons == ()
    assert (len(found.nearest), found.expected, found.expected_near) == (TOP, 0, None)
    assert found.zipf == 4


def test_rude_neighbours(judge: Callable[..., Fairness], plain: WordTable) -> None:
    """A hidden word among the 50 nearest is a reason, which counts but never says it."""
    order = score(plain, SUBJECT).order
    found = judge(hidden=marked(order[[3, 50]]))
    (reason,) = found.reasons
    assert (reason.concern, reason.words, reason.value) == (Concern.RUDE_NEAR, (), 2)
    assert not {plain.words[row] for row in order[[3, 50]]} & set(found.nearest)
    assert judge(hidden=marked(order[[51]])).fair


def test_names_near(judge: Callable[..., Fairness], plain: WordTable) -> None:
    """A few names among the 50 nearest are borne, more are a reason, and none is ever listed."""
    order = score(plain, SUBJECT).order
    few, many = (judge(name_like=marked(order[1 : 1 + number])) for number in (5, 6))
    assert few.fair
    assert concerns(many) == {Concern.NAMES_NEAR}
    assert not set(many.reasons[0].words) & set(many.nearest)


def test_forms_near(judge: Callable[..., Fairness], plain: WordTable) -> None:
    """A plural that the families have missed is found by its spelling."""
    near = int(score(plain, SUBJECT).order[4])
    words = list(plain.words)
    words[near] = words[SUBJECT] + "s"
    found = judge(words=words)
    assert concerns(found) == {Concern.FORMS_NEAR}
    assert found.reasons[0].words == (words[near],)


@pytest.mark.parametrize(
    ("changes", "concern"),
    [
        ({"hidden": marked([SUBJECT])}, Concern.HIDDEN),
        ({"name_like": marked([SUBJECT])}, Concern.NAME),
        ({"parts": "f" * SIZE}, Concern.PART),
        ({"parts": "r" * SIZE}, Concern.PART),
        ({"zipf": np.full(SIZE, 3.1, np.float32)}, Concern.RARE),
        ({"words": ["ab", *(spelled(row) for row in range(1, SIZE))]}, Concern.LENGTH),
        ({"words": ["a" * 11, *(spelled(row) for row in range(1, SIZE))]}, Concern.LENGTH),
    ],
)
def test_unfit_words(
    judge: Callable[..., Fairness], changes: dict[str, Any], concern: Concern
) -> None:
    """Hurtful words, names, function words and adverbs, rare, short and long words are unfair."""
    row = 0 if "words" in changes else SUBJECT
    assert concern in concerns(judge(row, **changes))


def test_form_of_another_word(judge: Callable[..., Fairness], plain: WordTable) -> None:
    """A word that another one heads the family of is told which."""
    families = np.arange(SIZE, dtype=np.int32)
    families[SUBJECT] = 3
    reason = judge(families=families).reasons[0]
    assert (reason.concern, reason.words) == (Concern.FORM, (plain.words[3],))


def test_expected_words_that_are_far(judge: Callable[..., Fairness], plain: WordTable) -> None:
    """Related words beyond rank 1000 are a reason with their share; near ones are none."""
    order = score(plain, SUBJECT).order.tolist()
    far = links(SUBJECT, Kind.SYNONYM, order[NEAR + 1 : NEAR + 4] + order[1:2])
    found = judge(relation_source=far)
    assert concerns(found) == {Concern.EXPECTED_FAR}
    assert (found.expected, found.expected_near) == (4, 0.25)
    assert set(found.reasons[0].words) == {plain.words[row] for row in order[NEAR + 1 : NEAR + 4]}
    near = judge(relation_source=links(SUBJECT, Kind.PART_OF, order[1:5]))
    assert near.fair
    assert (near.expected_near, near.expected_rank) == (1, 2.5)


def test_hub_and_island(judge: Callable[..., Fairness]) -> None:
    """A word near everything and one that no other is near are both unfair."""
    assert Concern.HUB in concerns(judge(HUB))
    assert Concern.ISOLATED in concerns(judge(ISLAND))
    assert judge(ISLAND).reach == 0


def test_expected_words_come_from_links_and_narrow_kinds(plain: WordTable) -> None:
    """Both ends of a link count, and others of the same kind; rare and unfit words do not."""
    sources = np.array([1, 2, 3, SUBJECT, 20], np.int32)  # all but the last are kinds of 30
    kinds = np.array([1, 1, 1, 1, 2], np.uint8)
    targets = np.array([30, 30, 30, 30, SUBJECT], np.int32)
    zipf = plain.zipf.copy()
    zipf[2] = 2.9
    table = replace(
        plain,
        zipf=zipf,
        hidden=marked([3]),
        relation_source=Relations(sources, kinds, targets, np.zeros(5, np.uint8)),
    )
    assert expected_words(table, SUBJECT) == [20, 30, 1]


@pytest.mark.parametrize(
    ("word", "other"),
    [("dog", "dogs"), ("box", "boxes"), ("city", "cities"), ("bake", "baked"), ("bake", "baking"),
     ("stop", "stopped"), ("stop", "stopping"), ("play", "playing"), ("carry", "carried")],
)  # fmt: skip
def test_inflections_by_spelling(word: str, other: str) -> None:
    """Regular inflections are known, whichever comes first."""
    assert inflects(word, other)
    assert inflects(other, word)


@pytest.mark.parametrize(("word", "other"), [("ear", "earring"), ("sun", "son"), ("art", "artist")])
def test_words_that_only_look_like_inflections(word: str, other: str) -> None:
    """A last letter doubles after a short vowel only, and other endings make other words."""
    assert not inflects(word, other)


@given(st.text("abcdeghiknorstu", min_size=1, max_size=8))
def test_no_word_inflects_itself(word: str) -> None:
    """A word is none of its own forms, and neither is one that only begins alike."""
    assert not inflects(word, word)
    assert not inflects(word, word + "zzz")
