"""Vectors that nothing needs any more, on every database."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from embedding.service import EmbeddingService, content_hash
from embedding.toy import ToyEncoder
from game.model import Server
from recsys.nouns import Item, Shelf, ShelfKind
from store.engine import Database
from store.shelves import SqlShelves
from store.unused import drop_unused
from store.vectors import SqlVectorStore
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
MONTH = timedelta(days=30)


@pytest.fixture
def shelf(database: Database) -> Shelf:
    """A shelf of three items."""
    with SqlGameStore(database).working() as work:
        work.add_server(Server(900, "UTC", 7, date(2026, 11, 1)))
        work.commit()
    made = SqlShelves(database).open_shelf(900, "films", ShelfKind.FILMS)
    put(database, made, *(Item(made.id, f"i{n}", f"Film {n}", f"About {n}.") for n in range(3)))
    return made


def put(database: Database, shelf: Shelf, *items: Item) -> None:
    """Import these items."""
    with SqlShelves(database).importing(shelf.id) as work:
        work.put_items(items)
        work.commit()


def kept(database: Database, texts: list[str]) -> list[bool]:
    """Of which texts there are vectors."""
    store = SqlVectorStore(database, lambda: NOW)
    found = store.get(ToyEncoder().model_id, [content_hash(text) for text in texts])
    return [content_hash(text) in found for text in texts]


def test_only_what_nothing_needs_goes(database: Database, shelf: Shelf) -> None:
    """Texts and titles of all items stay, removed ones' too; others go once they are old."""
    shelves = SqlShelves(database)
    items = shelves.items(shelf.id)
    shelves.remove(shelf.id, [items[0].id])
    needed = [text for item in items for text in (item.text, item.title)]
    others = [f"what somebody looked for {n}" for n in range(1200)]
    EmbeddingService(ToyEncoder(), SqlVectorStore(database, lambda: NOW)).vectors(needed + others)
    SqlVectorStore(database, lambda: NOW).put(
        "another", {content_hash("x"): np.ones(3, np.float32)}
    )
    assert drop_unused(database, NOW) == 0
    assert drop_unused(database, NOW + MONTH) == 1201
    assert all(kept(database, needed))
    assert not any(kept(database, others))
    assert drop_unused(database, NOW + MONTH) == 0


def test_what_was_changed_goes(database: Database, shelf: Shelf) -> None:
    """An item's old text is nobody's once it has another."""
    [first, *_] = SqlShelves(database).items(shelf.id)
    EmbeddingService(ToyEncoder(), SqlVectorStore(database, lambda: NOW)).vectors([first.text])
    put(database, shelf, Item(shelf.id, first.external_id, first.title, "About something else."))
    assert drop_unused(database, NOW + MONTH) == 1


def test_tags_and_what_is_named_stay(database: Database, shelf: Shelf) -> None:
    """The tags of items are texts of models, and so is whatever the caller names."""
    tagged = Item(shelf.id, "i9", "Film 9", tags=("wet", "blue"))
    put(database, shelf, tagged)
    needed = [tagged.text, tagged.title, "wet", "blue", "qwertz"]
    store = SqlVectorStore(database, lambda: NOW)
    EmbeddingService(ToyEncoder(), store).vectors([*needed, "green"])
    assert drop_unused(database, NOW + MONTH, needed=["qwertz"]) == 1
    assert all(kept(database, needed))
    assert drop_unused(database, NOW + MONTH) == 1  # nobody needs that any more
    assert not any(kept(database, ["qwertz"]))


def test_given_up_between(database: Database) -> None:
    """What the check raises ends it; what was dropped before stays so, and it can be done again."""
    texts = [f"text {n}" for n in range(1700)]
    EmbeddingService(ToyEncoder(), SqlVectorStore(database, lambda: NOW)).vectors(texts)
    left = [1, 2]
    with pytest.raises(IndexError):
        drop_unused(database, NOW + MONTH, left.pop)
    assert 0 < sum(kept(database, texts)) < 1700
    assert drop_unused(database, NOW + MONTH) > 0
    assert not any(kept(database, texts))
