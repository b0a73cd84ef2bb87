"""Items are found by words as by reading every text anew."""

import tracemalloc
from collections.abc import Callable

import numpy as np
import pytest

from recsys.lexicon import Lexicon
from recsys.nouns import Item, Shelf, ShelfKind
from recsys.taste import Tastes
from recsys.wording import search_key
from store.shelves import SqlShelves

HERE = 900
WORDS = [f"w{n}" for n in range(300)]


def items_of(number: int, words: int) -> list[Item]:
    """Items with descriptions of so many words."""
    rng = np.random.default_rng(1)
    texts = [" ".join(rng.choice(WORDS, words)) for _ in range(number)]
    return [
        Item(1, f"i{n}", f"Title {n % 7}", about, (f"t{n % 20}",), 1990)
        for n, about in enumerate(texts)
    ]


@pytest.mark.parametrize("text", ["w5 w6", "Title 3", "títle 3 W7 nowhere", "", "nowhere"])
def test_shares_are_those_of_the_texts(text: str) -> None:
    """Half a word's share for a text that has it, all of it for a title."""
    items = items_of(40, 30)
    words = set(search_key(text).split())
    counts = [
        len(words & set(search_key(item.text).split()))
        + len(words & set(search_key(item.title).split()))
        for item in items
    ]
    expected = np.array(counts, float) / max(2 * len(words), 1)
    assert Lexicon(items).shares(text).tolist() == expected.tolist()


def test_empty_shelf() -> None:
    """Nothing is found, and nothing is wrong."""
    assert Lexicon([]).shares("anything").tolist() == []


def test_no_text_is_read_twice(
    open_tastes: Callable[..., Tastes],
    fill: Callable[..., Shelf],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Once the model is made, a search without an encoder reads no item's text."""
    shelf = fill()
    tastes = open_tastes(encoder=lambda: None)
    tastes.search(shelf, "sea")
    monkeypatch.delattr(Item, "text")
    found = tastes.search(shelf, "moon 25")
    assert (found.by_meaning, found.items[0][0].title) == (False, "moon 25")


@pytest.mark.parametrize("encoder", [True, False])
def test_memory_is_counted(
    open_tastes: Callable[..., Tastes], shelves: SqlShelves, encoder: bool
) -> None:
    """What a model says that it takes is about what it takes, also where texts are long."""
    shelf = shelves.open_shelf(HERE, "big", ShelfKind.OWN)
    with shelves.importing(shelf.id) as work:
        work.put_items(items_of(500, 200))
        work.commit()
    tastes = open_tastes() if encoder else open_tastes(encoder=lambda: None)
    tastes.fit(shelf)  # what is loaded and kept but once
    tastes.drop(HERE)
    tracemalloc.start()
    try:
        tastes.search(shelf, "w5 w6")
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    learned = tastes._slots.ready(shelf)
    assert learned is not None
    assert held / 2 < learned.size < 2 * held
