"""Finds the item that a text means: on Discord, in the console and on the command line."""

import re
from collections.abc import Sequence

from bot.called import plain_title
from bot.recommender import Recommenders
from recsys.nouns import Item, Shelf
from recsys.refusals import AmbiguousTitle, UnknownItem
from recsys.wording import search_key

_DIGITS = 18
_NUMBERED = re.compile(rf"\s*#(\d{{1,{_DIGITS}}})\s+(\S.*)", re.DOTALL)


def number_of(text: str) -> int | None:
    """The number of an item in a text such as `#12`; None in any other."""
    bare = text.strip()
    digits = bare.removeprefix("#")
    return int(digits[:_DIGITS]) if digits.isdecimal() and digits != bare else None


def numbered(item: Item) -> str:
    """The number of an item with its title, which mean nothing else; at most 100 characters."""
    return f"#{item.id} {plain_title(item)}"


def chosen(use: Recommenders, server_id: int, text: str) -> Item | None:
    """The item whose number and title a text is, as `numbered` writes them."""
    found = _NUMBERED.fullmatch(text)
    if found is None:
        return None
    try:
        item = use.library.item(server_id, int(found[1]))
    except UnknownItem:
        return None
    return item if search_key(plain_title(item)) == search_key(found[2]) else None


def spelled(
    use: Recommenders, server_id: int, text: str, shelf: Shelf | None = None
) -> Item | None:
    """The item whose title is that very text, signs and all. Raises AmbiguousTitle."""
    exact = text.strip().casefold()
    found: Sequence[Item] = use.library.find(server_id, text, shelf) if search_key(text) else ()
    meant = [item for item in found if item.title.casefold() == exact]
    if len(meant) > 1:
        raise AmbiguousTitle(text, meant)
    return meant[0] if meant else None


def titled(
    use: Recommenders, server_id: int, text: str, shelf: Shelf | None = None, *, exactly: bool
) -> Item:
    """The item that a title means, its words or, unless `exactly`, some of them; on that shelf.

    Raises AmbiguousTitle, or UnknownItem with what may have been meant.
    """
    try:
        return use.library.named(server_id, text, shelf, exactly=exactly)
    except UnknownItem as error:
        like = use.titles.near(server_id, text)
        here = [one for one in like if shelf is None or one.shelf_id == shelf.id]
        near = {item.id: item for item in [*error.near, *here]}
        raise UnknownItem(text, [*near.values()]) from None
