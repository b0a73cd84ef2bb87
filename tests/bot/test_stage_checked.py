"""The look at every message that scenes see: what it refuses beyond Discord's own limits."""

from typing import Any

import pytest
from stage.checked import LimitBroken, check_form, check_said
from stage.said import Picture

CARD = Picture("card.png", b"png", "A card")


def image(name: str) -> dict[str, Any]:
    """An embed with a picture from the message's own files."""
    return {"title": "t", "image": {"url": f"attachment://{name}"}}


def button(custom_id: str) -> dict[str, Any]:
    """A row with one button."""
    return {
        "type": 1,
        "components": [{"type": 2, "style": 2, "label": "b", "custom_id": custom_id}],
    }


def test_what_is_right() -> None:
    """A described picture that an embed shows, a plain file, and a versioned custom id pass."""
    files = [CARD, Picture("mine.json", b"{}", None)]
    check_said("text", [image("card.png")], [button("w1:play:hint:1")], files)
    check_form({"title": "t", "custom_id": "w1:f", "components": [label()]})


def label() -> dict[str, Any]:
    """A form's input."""
    return {
        "type": 18,
        "label": "Word",
        "component": {"type": 4, "style": 1, "custom_id": "word"},
    }


@pytest.mark.parametrize(
    ("embeds", "components", "files"),
    [
        ([image("gone.png")], [], [CARD]),
        ([], [], [Picture("card.png", b"png", None)]),
        ([], [], [Picture("card.png", b"png", "x" * 1025)]),
        ([], [], [CARD] * 2),
        ([], [], [Picture(f"{n}.txt", b"", None) for n in range(11)]),
        ([], [], [Picture("big.bin", bytes(10 * 1024 * 1024 + 1), None)]),
        ([], [button("hint")], []),
        ([{"title": "x" * 257}], [], []),
        ([{"description": "x" * 3001}] * 2, [], []),
    ],
    ids=[
        "missing file", "no alternative text", "too long a text", "same name", "eleven files",
        "too large", "no version", "limit", "sum",
    ],
)  # fmt: skip
def test_what_is_refused(embeds: Any, components: Any, files: Any) -> None:
    """Each of these is refused."""
    with pytest.raises(LimitBroken):
        check_said("", embeds, components, files)


def test_forms_that_are_refused() -> None:
    """A form has its limits, and a versioned custom id."""
    for change in ({"title": "x" * 46}, {"custom_id": "form"}, {"components": [label()] * 6}):
        with pytest.raises(LimitBroken):
            check_form({"title": "t", "custom_id": "w1:f", "components": [label()]} | change)
