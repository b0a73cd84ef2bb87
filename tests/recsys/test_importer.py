"""Imports that are broken off, that are overtaken by others, and that leave texts for later."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.service import EmbeddingService
from embedding.toy import ToyEncoder
from game.model import Server
from recsys.encoding import encode_shelf
from recsys.library import Library
from store.baskets import SqlBaskets
from store.engine import Database
from store.shelves import SqlShelves
from store.vectors import SqlVectorStore
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
HERE, ROWS = 900, 3000


class Stopping(ToyEncoder):
    """Counts what it encodes; somebody presses Ctrl-C once it has encoded so many texts."""

    def __init__(self) -> None:
        super().__init__(16)
        self.encoded = 0
        self.until = 10**9

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The toy's rows."""
        if self.encoded + len(texts) > self.until:
            raise KeyboardInterrupt
        self.encoded += len(texts)
        return super().encode(texts)


@pytest.fixture
def encoder() -> Stopping:
    """The encoder behind the library."""
    return Stopping()


@pytest.fixture
def library(sqlite_database: Database, encoder: Stopping) -> Library:
    """The use cases, of one server."""
    with SqlGameStore(sqlite_database).working() as work:
        work.add_server(Server(HERE, "UTC", 7, date(2026, 11, 1)))
        work.commit()
    service = EmbeddingService(encoder, SqlVectorStore(sqlite_database, lambda: NOW))
    return Library(
        SqlShelves(sqlite_database), SqlBaskets(sqlite_database), lambda: service, lambda: NOW,
        lambda _: None,
    )  # fmt: skip


@pytest.fixture
def films(tmp_path: Path) -> Path:
    """A file of some thousand films, each with a description."""
    path = tmp_path / "films.csv"
    rows = (f"f{n},Film {n},A story of {n} people." for n in range(ROWS))
    path.write_text("external_id,title,description\n" + "\n".join(rows) + "\n")
    return path


def at(stage: str, act: Callable[[], object]) -> Callable[[str, int, int | None], None]:
    """Follows an import, and acts once, when it comes to that stage."""
    left = [act]

    def follow(now: str, _done: int, _total: int | None) -> None:
        if now == stage and left:
            left.pop()()

    return follow


def interrupt() -> None:
    """Presses Ctrl-C."""
    raise KeyboardInterrupt


def test_interrupted_while_encoding(library: Library, films: Path, encoder: Stopping) -> None:
    """Nothing is on the shelf, and the same import encodes only what it had not come to."""
    encoder.until = 4000
    with pytest.raises(KeyboardInterrupt):
        library.import_items(HERE, "films", films)
    assert library.shelves(HERE) == []
    before = encoder.encoded
    assert before > ROWS
    encoder.until = 10**9
    assert library.import_items(HERE, "films", films).written.added == ROWS
    assert encoder.encoded == 2 * ROWS


@pytest.mark.parametrize("stage", ["checking", "encoding", "preparing", "writing", "storing"])
def test_interrupted_anywhere_before_the_end(library: Library, films: Path, stage: str) -> None:
    """Whenever it is, a shelf of another file is as it was, and the import can be done again."""
    other = films.with_name("other.csv")
    other.write_text("external_id,title\nf1,Before\n")
    library.import_items(HERE, "films", other)
    with pytest.raises(KeyboardInterrupt):
        library.import_items(HERE, "films", films, progress=at(stage, interrupt))
    assert [item.title for item in library.items(library.shelf(HERE, "films"))] == ["Before"]
    done = library.import_items(HERE, "films", films).written
    assert (done.added, done.changed) == (ROWS - 1, 1)


def test_removed_while_it_is_made_ready(library: Library, films: Path) -> None:
    """What an admin removes in that time stays removed, as if they had been first."""
    library.import_items(HERE, "films", films)
    shelf = library.shelf(HERE, "films")
    gone = library.items(shelf)[5]
    films.write_text(films.read_text().replace("A story", "The story"))
    progress = at("preparing", lambda: library.remove(shelf, [gone.id]))
    done = library.import_items(HERE, "films", films, progress=progress).written
    assert (done.changed, done.removed) == (ROWS - 1, 1)
    assert gone.external_id not in {item.external_id for item in library.items(shelf)}


def test_made_by_another_while_it_is_made_ready(library: Library, films: Path) -> None:
    """Where another import fills the new shelf first, this one finds all as before."""
    progress = at("preparing", lambda: library.import_items(HERE, "films", films))
    done = library.import_items(HERE, "films", films, progress=progress).written
    assert (done.added, done.same) == (0, ROWS)


def test_removed_ones_stay_so(library: Library, films: Path) -> None:
    """Also by what was made ready, unless they are to be restored."""
    library.import_items(HERE, "films", films)
    shelf = library.shelf(HERE, "films")
    library.remove(shelf, [item.id for item in library.items(shelf)[:3]])
    assert library.import_items(HERE, "films", films).written.removed == 3
    assert library.import_items(HERE, "films", films, restore=True).written.changed == 3
    assert len(library.items(shelf)) == ROWS


def test_encoded_later(library: Library, films: Path, encoder: Stopping) -> None:
    """The items are there at once; their texts are encoded when that is asked for, and once."""
    done = library.import_items(HERE, "films", films, encode=False)
    assert (done.written.added, done.encoded, encoder.encoded) == (ROWS, None, 0)
    shelf, told = library.shelf(HERE, "films"), []
    encoder.until = 2000
    with pytest.raises(KeyboardInterrupt):
        encode_shelf(library.store, library.encoder, shelf)
    encoder.until = 10**9
    encoded = encode_shelf(library.store, library.encoder, shelf, lambda *one: told.append(one))
    assert (encoded, encoder.encoded) == (ROWS, 2 * ROWS)
    assert told[-1] == ("encoding", ROWS, ROWS)
    assert encode_shelf(library.store, library.encoder, shelf) == 0


def test_models_are_made_anew_once_texts_are_there(
    library: Library, films: Path, sqlite_database: Database
) -> None:
    """Encoding is a change of the shelf, so that bots take it up; finding nothing is none."""
    library.import_items(HERE, "films", films, encode=False)
    shelf = library.shelf(HERE, "films")
    epochs = []
    for _ in range(3):
        with sqlite_database.reading() as connection:
            epochs.append(connection.exec_driver_sql("SELECT epoch FROM shelves").scalar())
        encode_shelf(library.store, library.encoder, shelf)
    assert epochs[0] < epochs[1] == epochs[2]


def test_without_an_encoder(sqlite_database: Database, library: Library, films: Path) -> None:
    """There is nothing to encode with, which is told."""
    silent = Library(library.store, library.baskets, lambda: None, lambda: NOW, lambda _: None)
    assert silent.import_items(HERE, "films", films).encoded is None
    shelf = silent.shelf(HERE, "films")
    assert encode_shelf(silent.store, silent.encoder, shelf) is None
