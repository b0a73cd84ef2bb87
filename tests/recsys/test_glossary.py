"""German and French moods, for encoders that know English only."""

import pytest

from recsys.glossary import in_english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("etwas Lustiges für den Abend", "etwas funny"),
        ("ein ruhiger Film über Einsamkeit", "quiet loneliness"),
        ("Gewalt", "violence"),
        ("un film triste sur la guerre", "sad war"),
        ("DRÔLE", "funny"),
        ("spannend, schräg", "thrilling weird"),
    ],
)
def test_known_words_are_put_in_english(text: str, english: str) -> None:
    """In any form and case, without the small words around them; others stay."""
    assert in_english(text) == english


@pytest.mark.parametrize(
    "text",
    [
        "",
        "something funny and light for the evening",
        "still life at court",
        "essential natural history",
        "the mortal enemy of a familiar polar bear",
        "a song she sang at supper on sale",
        "wglmpf",
    ],
)
def test_english_stays_as_it_is(text: str) -> None:
    """No word of another language begins an English one of another meaning."""
    assert in_english(text) == text
