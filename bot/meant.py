"""Finds the item that a text means: on Discord, in the console and on the command line."""

from bot.recommender import Recommenders
from recsys.nouns import Item, Shelf
from recsys.refusals import UnknownItem

_DIGITS = 18


def number_of(text: str) -> int | None:
    """The number of an item in a text such as `#12`; None in any other."""
    bare = text.strip()
    digits = bare.removeprefix("#")
    return int(digits[:_DIGITS]) if digits.isdecimal() and digits != bare else None


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
