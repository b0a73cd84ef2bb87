"""How people name a puzzle."""

from datetime import date

import pytest

from game.errors import NoSuchChoice
from game.turn import Choice, Standing, read_choice


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("today", Standing.TODAY),
        (" Practice ", Standing.PRACTICE),
        ("2026-11-21", date(2026, 11, 21)),
    ],
)
def test_choices_are_read(text: str, choice: Choice) -> None:
    """A name in any case, or a date, is a puzzle."""
    assert read_choice(text) == choice


@pytest.mark.parametrize(
    "text", ["", "tomorrow", "2026-02-30", "21.11.2026", "-1", "😀", "today; --", "9" * 2000]
)
def test_anything_else_names_no_puzzle(text: str) -> None:
    """What is neither a name nor a real date is told back as it was."""
    with pytest.raises(NoSuchChoice) as caught:
        read_choice(text)
    assert caught.value.text == text
