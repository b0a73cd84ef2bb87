"""What people type becomes one word, or an error that says what is wrong."""

import contextlib
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.errors import EmptyGuess, GameError, GuessTooLong, NotLetters, SeveralWords
from game.normalise import LONGEST_WORD, normalise


@pytest.mark.parametrize(
    "typed",
    [
        "river",
        "  River\n",
        "RIVER!",
        "ＲＩＶＥＲ",
        "“river”",
        "(river…)",
        "`river`",
        "-- river --",
        "rívér",
        "river\u0301",
        "river\ufe0f",
        "ri\u034fver",
        "river\u2028",
        ", \x0briver",
        "river\u00a0",
        "river‐",
    ],
)
def test_stray_marks_and_case_do_not_matter(typed: str) -> None:
    """Case, width, accents, spaces of any kind and punctuation around a word are taken off."""
    assert normalise(typed) == "river"


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Café", "cafe"),
        ("naïve", "naive"),
        ("Straße", "strasse"),
        ("ﬁsh", "fish"),
        ("don’t", "don't"),
        ("e‑mail", "e-mail"),
        ("İstanbul", "istanbul"),
        ("Ελλάδα", "ελλαδα"),
        ("a" * LONGEST_WORD, "a" * LONGEST_WORD),
    ],
)
def test_words_keep_their_letters(typed: str, word: str) -> None:
    """Letters of any script stay, as do an apostrophe and a hyphen inside the word."""
    assert normalise(typed) == word


@pytest.mark.parametrize("typed", ["", "   ", "!?…", "\u0301", "``` ```", " - ", "\u2029"])
def test_nothing_is_an_empty_guess(typed: str) -> None:
    """Nothing, and nothing but spaces, marks and punctuation, is an empty guess."""
    with pytest.raises(EmptyGuess):
        normalise(typed)


@pytest.mark.parametrize("length", [LONGEST_WORD + 1, 200, 2000])
def test_too_long_is_told_with_its_length(length: int) -> None:
    """Text longer than any word is refused with its length and the limit."""
    with pytest.raises(GuessTooLong) as caught:
        normalise("a" * length)
    assert (caught.value.length, caught.value.limit) == (length, LONGEST_WORD)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ice cream", ("ice", "cream")),
        ("ice - cream!", ("ice", "cream")),
        ("'; DROP TABLE boards;--", ("drop", "table", "boards")),
    ],
)
def test_several_words_are_told_apart(typed: str, words: tuple[str, ...]) -> None:
    """More than one word is refused with the words found."""
    with pytest.raises(SeveralWords) as caught:
        normalise(typed)
    assert caught.value.words == words


@pytest.mark.parametrize(
    "typed",
    [
        "😀",
        "river😀",
        "ri\u200bver",
        "\u200b",
        "\u202erevir",
        "\u3164",
        "@everyone",
        "<@1234567890>",
        "**river**",
        "~~river~~",
        "||river||",
        "[river](https://example.org)",
        "river_bank",
        "r1ver",
        "1=1",
        "x' OR 'a'='a",
        "\ud800",
        "river\x00",
        "it's 5 o'clock",
    ],
)
def test_what_no_word_holds_is_refused(typed: str) -> None:
    """Digits, symbols, mentions, Markdown, SQL and invisible characters are no letters."""
    with pytest.raises(NotLetters) as caught:
        normalise(typed)
    assert caught.value.text == typed


@given(st.text(max_size=60))
@example("\u0345")
@example("ŉ")
@example("\u1160a")
def test_any_text_is_a_word_or_an_error(text: str) -> None:
    """Whatever is typed, the answer is a visible lower-case word or a game error."""
    with contextlib.suppress(GameError):
        word = normalise(text)
        assert 1 <= len(word) <= LONGEST_WORD
        assert all(unicodedata.category(c)[0] == "L" or c in "'-" for c in word)
        assert word == word.strip("'-")
        assert normalise(word) == word
