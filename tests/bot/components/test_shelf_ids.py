"""The custom ids of shelves' buttons, those that hang below old messages, too."""

import pytest

from bot.components.shelf_ids import ShelfButton, shelf_id

PATTERN = ShelfButton.__discord_ui_compiled_template__


@pytest.mark.parametrize(
    ("custom_id", "verb", "args", "name"),
    [
        ("w1:shelf:erase:7", "erase", "7", None),
        ("w1:shelf:pool:7:1", "pool", "7:1", None),
        ("w1:shelf:bring:7:0:1", "bring", "7:0:1", None),
        ("w1:shelf:new:0:1=2001: a=b", "new", "0:1", "2001: a=b"),
    ],
)
def test_custom_ids_are_read(custom_id: str, verb: str, args: str, name: str | None) -> None:
    """Numbers apart, then the name as it was typed, whatever stands in it."""
    found = PATTERN.fullmatch(custom_id)
    assert found is not None
    assert (found["verb"], found["args"], found["name"]) == (verb, args, name)
    assert shelf_id(verb, *map(int, args.split(":")), name=name) == custom_id


@pytest.mark.parametrize(
    "custom_id", ["w1:shelf:new:x=a", "w1:shelf:new:0:1=", "w1:shelf:other:1", "w2:shelf:pool:7:1"]
)
def test_others_are_not(custom_id: str) -> None:
    """They are answered as any button is that nobody knows."""
    assert PATTERN.fullmatch(custom_id) is None


def test_the_longest_fits() -> None:
    """Discord takes 100 characters, counted as it may count them."""
    longest = shelf_id("new", 1, 1, name="\N{ROCKET}" * 32)
    assert len(longest.encode("utf-16-le")) // 2 <= 100
