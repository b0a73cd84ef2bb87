"""Models of shelves whose texts are not encoded yet: they serve at once, and get better."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.service import EmbeddingService
from embedding.toy import ToyEncoder
from recsys import encoding, fitting
from recsys.nouns import Item, Shelf, ShelfKind
from recsys.taste import Tastes
from store.engine import Database
from store.opinions import SqlOpinions
from store.shelves import SqlShelves
from store.vectors import SqlVectorStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE, ANNE, ITEMS = 900, 7_100_000_000_000_000_001, 2800


class Counting(ToyEncoder):
    """The toy, which counts."""

    def __init__(self) -> None:
        super().__init__(16)
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The toy's rows."""
        self.encoded += len(texts)
        return super().encode(texts)


class Desk:
    """Jobs that wait until somebody says that the next one is done."""

    def __init__(self) -> None:
        self.jobs: list[Callable[[], object]] = []

    def next(self) -> None:
        """Do the first."""
        self.jobs.pop(0)()


@pytest.fixture
def encoder() -> Counting:
    """The encoder."""
    return Counting()


@pytest.fixture
def desk() -> Desk:
    """Where what is done later waits."""
    return Desk()


@pytest.fixture
def tastes(sqlite_database: Database, shelves: SqlShelves, encoder: Counting, desk: Desk) -> Tastes:
    """The use cases, in which models are made later."""
    service = EmbeddingService(encoder, SqlVectorStore(sqlite_database, lambda: NOW))
    return Tastes(
        shelves, SqlOpinions(sqlite_database), lambda: service, lambda: NOW, desk.jobs.append
    )


@pytest.fixture
def shelf(shelves: SqlShelves) -> Shelf:
    """A shelf of many items, of which no text is encoded."""
    made = shelves.open_shelf(HERE, "films", ShelfKind.FILMS)
    items = [
        Item(made.id, f"i{n}", f"{word} {n}", f"About {n}.", tags=("wet",) if n % 2 else ())
        for n in range(ITEMS)
        for word in ("Sea" if n % 2 else "Moon",)
    ]
    with shelves.importing(made.id) as work:
        work.put_items(items)
        work.commit()
    return made


def test_it_serves_at_once(
    tastes: Tastes, shelf: Shelf, shelves: SqlShelves, encoder: Counting
) -> None:
    """Nobody waits for thousands of texts: tags and opinions make a list, and words are found."""
    liked = shelves.titled(HERE, "sea 1")[0]
    tastes.rate(liked, ANNE, 5.0)
    picks = tastes.recommend(shelf, [ANNE], np.random.default_rng(1), surprise=False).picks
    assert encoder.encoded == 0
    assert all("wet" in pick.item.tags for pick in picks)
    found = tastes.search(shelf, "moon 42")
    assert (found.items[0][0].title, found.by_meaning) == ("Moon 42", False)


def test_texts_are_read_meanwhile(
    tastes: Tastes, shelf: Shelf, encoder: Counting, desk: Desk
) -> None:
    """A few at a time, each a job of its own behind others; in the end all is found by meaning."""
    tastes.search(shelf, "moon")
    assert len(desk.jobs) == 1
    others = []
    desk.next()
    assert 0 < encoder.encoded < 2 * ITEMS
    desk.jobs.insert(0, lambda: others.append(encoder.encoded))
    for _ in range(20):
        if desk.jobs:
            desk.next()
    assert (desk.jobs, len(others)) == ([], 1)
    assert encoder.encoded == 2 * ITEMS  # texts, and titles
    assert tastes.search(shelf, "Moon 42").by_meaning
    assert desk.jobs == []  # nothing is left to do


def test_a_broken_off_reading_goes_on(
    tastes: Tastes, shelf: Shelf, encoder: Counting, desk: Desk, sqlite_database: Database,
    shelves: SqlShelves,
) -> None:  # fmt: skip
    """Another process encodes only what this one had not come to."""
    tastes.search(shelf, "moon")
    desk.next()
    before = encoder.encoded
    service = EmbeddingService(encoder, SqlVectorStore(sqlite_database, lambda: NOW))
    other = Tastes(shelves, SqlOpinions(sqlite_database), lambda: service, lambda: NOW)
    assert other.search(shelf, "Moon 42").by_meaning  # it does all at once
    assert before < encoder.encoded <= 2 * ITEMS + 20  # and what is searched for


def test_unknown_texts_count_as_the_mean(
    tastes: Tastes, shelf: Shelf, shelves: SqlShelves, sqlite_database: Database, encoder: Counting
) -> None:
    """Where some are known, those have the features they have alone; words find all of them."""
    service = EmbeddingService(encoder, SqlVectorStore(sqlite_database, lambda: NOW))
    items = shelves.items(shelf.id)
    service.vectors([text for item in items[:2000] for text in (item.text, item.title)])
    learned = tastes._slots.get(shelf)
    assert learned.index is None
    text = learned.features.values[:, : learned.features.text]
    assert np.abs(text[2000:]).max() < 1e-6
    assert np.linalg.norm(text[:2000], axis=1).mean() == pytest.approx(1)
    assert encoder.encoded == 4000
    for last in (items[0], items[-1]):
        found = tastes.search(shelf, last.title)
        assert (found.items[0][0].title, found.by_meaning) == (last.title, False)


def test_few_are_encoded_at_once(
    tastes: Tastes, shelf: Shelf, shelves: SqlShelves, sqlite_database: Database, encoder: Counting
) -> None:
    """What a wish or two adds is in the first model already."""
    service = EmbeddingService(encoder, SqlVectorStore(sqlite_database, lambda: NOW))
    known = shelves.items(shelf.id)[fitting.MOST_WAITED_FOR :]
    service.vectors([text for item in known for text in (item.text, item.title)])
    assert tastes.search(shelf, "Moon 42").by_meaning
    learned = tastes._slots.get(shelf)
    assert learned.index is not None
    assert len(learned.index) == ITEMS


def test_each_quarter_counts_once_it_is_read(
    tastes: Tastes, shelf: Shelf, shelves: SqlShelves, sqlite_database: Database, desk: Desk,
    encoder: Counting, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Also past half of a shelf a new model knows what was read, and words find the rest."""
    monkeypatch.setattr(encoding, "PAGE", 1)  # as few as the store gives at a time
    monkeypatch.setattr(fitting, "MOST_WAITED_FOR", 0)
    service = EmbeddingService(encoder, SqlVectorStore(sqlite_database, lambda: NOW))
    items = shelves.items(shelf.id)
    service.vectors([text for item in items[:1500] for text in (item.text, item.title)])
    before = tastes._slots.get(shelf)
    while tastes._slots.ready(shelf) is before:
        desk.next()
    learned = tastes._slots.ready(shelf)
    assert learned is not None
    assert learned.index is None
    known = np.linalg.norm(learned.features.values[:, : learned.features.text], axis=1) > 0.5
    assert 1500 + ITEMS // 4 < known.sum() < ITEMS
    assert tastes.search(shelf, items[-1].title).items[0][0].title == items[-1].title


def test_what_changes_meanwhile_is_read_too(
    tastes: Tastes, shelf: Shelf, shelves: SqlShelves, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that changes after its turn has another one, so that all is known in the end."""
    monkeypatch.setattr(fitting, "MOST_WAITED_FOR", 0)
    tastes.search(shelf, "moon")
    desk.next()
    with shelves.importing(shelf.id) as work:
        work.put_items([Item(shelf.id, "i0", "Moon 0", "About something else.")])
        work.commit()
    tastes.search(shelf, "moon")
    while desk.jobs:
        desk.next()
    assert tastes.search(shelf, "About something else").by_meaning
    learned = tastes._slots.get(shelf)
    assert learned.index is not None
    assert len(learned.index) == ITEMS
