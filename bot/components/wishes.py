"""Keeps what a list was wished for, and what was shown of it, in the message it stands in."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import discord

from bot.components.base import Interaction
from bot.components.tastes import taste_id
from bot.render.recommend import MOOD_MARK
from bot.tasting import DIALS, Wish

_BASE = 36
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NOBODY = "-"
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_HALF = 32
_LONGEST_VALUE = 100


def wish_id(verb: str, wish: Wish, *, dial: int | None = None, looks: int | None = None) -> str:
    """The custom id of a list: but for the mood and what was shown, which its message has."""
    return taste_id(
        verb,
        wish.shelf,
        wish.dial if dial is None else dial,
        (wish.looks if looks is None else looks) % 100,
        joined(wish.others),
    )


def wish_of(interaction: Interaction, details: Sequence[str]) -> Wish:
    """The wish that a custom id and the message it hangs on tell; none of old ones without it."""
    if len(details) != 4:
        return Wish()
    shelf_id, dial, looks, others = details
    at = max(0, min(int(dial), len(DIALS) - 1))
    shown = chain.from_iterable(recalled(more) for _, more in _values(interaction))
    return Wish(int(shelf_id), _mood(interaction), parted(others), at, int(looks), frozenset(shown))


def joined(ids: Iterable[int]) -> str:
    """Ids as a part of a custom id: five members' fit there so."""
    return _NOBODY.join(map(_short, ids)) or _NOBODY


def parted(text: str) -> tuple[int, ...]:
    """The ids that `joined` put together."""
    return tuple(int(one, _BASE) for one in text.split(_NOBODY) if one)


def page_of(interaction: Interaction) -> frozenset[int]:
    """The ids of the items on the list that a message has."""
    return frozenset(int(item_id) for item_id, _ in _values(interaction))


def remember(menu: discord.ui.Select[Any], shown: Iterable[int]) -> None:
    """Hang the ids of what was shown before onto the options of a menu of items.

    They take some hundreds of them; what goes beyond that may come again.
    """
    left: Sequence[int] = sorted(shown)
    for option in menu.options:
        text, left = remembered(left, _LONGEST_VALUE - len(option.value) - 1)
        if text:
            option.value += f" {text}"


def remembered(ids: Sequence[int], room: int) -> tuple[str, Sequence[int]]:
    """As many ascending ids as fit into so many letters, and the ids that are left.

    Each is written as its distance from the one before, five bits a letter, the lowest first.
    """
    text, before = "", 0
    for number, one in enumerate(ids):
        more = _letters(one - before)
        if len(text) + len(more) > room:
            return text, ids[number:]
        text, before = text + more, one
    return text, ()


def recalled(text: str) -> Iterator[int]:
    """The ids that `remembered` wrote."""
    before, distance, shift = 0, 0, 0
    for letter in text:
        value = _ALPHABET.index(letter)
        distance += value % _HALF << shift
        shift += 5
        if value < _HALF:
            before += distance
            yield before
            distance, shift = 0, 0


def _letters(number: int) -> str:
    text = ""
    while number >= _HALF:
        text += _ALPHABET[_HALF + number % _HALF]
        number //= _HALF
    return text + _ALPHABET[number]


def _values(interaction: Interaction) -> Iterator[tuple[str, str]]:
    """The id of every item on a list's menu, with what its option remembers."""
    rows = interaction.message.components if interaction.message else []
    for row in rows:
        for part in row.children if isinstance(row, discord.ActionRow) else ():
            if isinstance(part, discord.SelectMenu) and part.custom_id == taste_id("change"):
                for option in part.options:
                    item_id, _, more = option.value.partition(" ")
                    yield item_id, more


def _mood(interaction: Interaction) -> str | None:
    embeds = interaction.message.embeds if interaction.message else []
    name = embeds[0].author.name if embeds else None
    return name.removeprefix(MOOD_MARK) if name and name.startswith(MOOD_MARK) else None


def _short(number: int) -> str:
    """A number in few characters."""
    digits = ""
    while number:
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return digits or "0"
