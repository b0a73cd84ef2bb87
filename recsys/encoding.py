"""Encodes the texts of what stands on a shelf already, a few at a time."""

from collections.abc import Callable, Sequence

import numpy as np

from recsys.fitting import OpenEncoder, texts_of
from recsys.importer import quiet
from recsys.nouns import Item, Shelf
from recsys.ports import Progress, ShelfStore, TextEncoder

PAGE = 2000
"""Texts of so many items are sorted by length before they are encoded."""


def page(store: ShelfStore, shelf: Shelf, after: int) -> Sequence[Item]:
    """The next few live items beyond an id; none after the last."""
    items: list[Item] = []
    while len(items) < PAGE and (found := store.page(shelf.id, items[-1].id if items else after)):
        items += found
    return items


def read(
    encoder: TextEncoder,
    items: Sequence[Item],
    number: int,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """Keep what is missing of the texts of some of `number` items; of how many any was missing."""
    texts = texts_of(items, number)
    _, there = encoder.stored(texts)
    encoder.vectors([texts[place] for place in np.flatnonzero(~there)], progress)
    return int((~there).reshape(-1, len(items)).any(axis=0).sum())


def lacks_texts(store: ShelfStore, encoder: OpenEncoder, shelf: Shelf) -> bool | None:
    """Whether any text of a shelf is not encoded; None where there is no encoder."""
    opened = encoder()
    if opened is None:
        return None
    number, after = _number(store, shelf), 0
    while items := page(store, shelf, after):
        if not opened.stored(texts_of(items, number))[1].all():
            return True
        after = items[-1].id
    return False


def encode_shelf(
    store: ShelfStore, encoder: OpenEncoder, shelf: Shelf, progress: Progress = quiet
) -> int | None:
    """Keep the vectors of all texts of a shelf; of how many items any was missing.

    Each is kept soon after it is made: whatever breaks this off, it goes on from there. Models are
    made anew afterwards. None where there is no encoder.
    """
    opened = encoder()
    if opened is None:
        return None
    number = _number(store, shelf)
    done, encoded, after = 0, 0, 0
    while items := page(store, shelf, after):

        def told(n: int, of: int, before: int = done, more: int = len(items)) -> None:
            progress("encoding", before + more * n // of, number)

        encoded += read(opened, items, number, told)
        done, after = done + len(items), items[-1].id
        progress("encoding", done, number)
    if encoded:
        with store.importing(shelf.id) as work:
            work.commit()
    return encoded


def _number(store: ShelfStore, shelf: Shelf) -> int:
    figures = store.figures(shelf.server_id)
    return sum(found.items for found in figures if found.shelf.id == shelf.id)
