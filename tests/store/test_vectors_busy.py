"""Vectors that are to be stored while somebody else writes."""

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from threading import Event

import numpy as np
import pytest
from sqlalchemy import text

from embedding.service import EmbeddingService
from embedding.toy import ToyEncoder
from store.engine import Database, open_database
from store.errors import DatabaseLocked
from store.vectors import SqlVectorStore, Vector

TEXTS = ["sea", "moon"]


class Watched(SqlVectorStore):
    """The store, which tells when it begins to put, and lets the writer go at the third time."""

    def __init__(self, database: Database, writer: ExitStack, *, let_go: bool) -> None:
        super().__init__(database, lambda: datetime(2026, 11, 21, tzinfo=UTC))
        self.begun, self.tries = Event(), 0
        self._writer, self._let_go = writer, let_go

    def put(self, model_id: str, vectors: Mapping[str, Vector]) -> None:
        """As the store does."""
        self.tries += 1
        self.begun.set()
        if self._let_go and self.tries == 3:
            self._writer.close()
        super().put(model_id, vectors)


@pytest.fixture
def writer(sqlite_database: Database) -> Iterator[ExitStack]:
    """Somebody who is writing to the same file, until this is closed."""
    with ExitStack() as held, closing(open_database(str(sqlite_database.path))) as other:
        connection = held.enter_context(other.writing())
        connection.execute(text("DELETE FROM vectors"))
        yield held
        held.close()


def test_live_texts_do_not_wait_for_writers(sqlite_database: Database, writer: ExitStack) -> None:
    """While a batch waits to be stored, what somebody types is encoded."""
    store = Watched(sqlite_database, writer, let_go=False)
    service = EmbeddingService(ToyEncoder(), store)
    with ThreadPoolExecutor(1) as pool:
        batch = pool.submit(service.vectors, TEXTS)
        assert store.begun.wait(30)
        live = service.live("funny")
        assert not batch.done()
        writer.close()
        np.testing.assert_array_equal(batch.result(), ToyEncoder().encode(TEXTS))
    np.testing.assert_array_equal(live, ToyEncoder().encode(["funny"])[0])
    assert service.stored(TEXTS)[1].all()


@pytest.mark.parametrize("let_go", [True, False])
def test_a_batch_is_tried_again(sqlite_database: Database, writer: ExitStack, let_go: bool) -> None:
    """A writer who is soon done costs nothing; of one who goes on the caller is told."""
    with closing(open_database(str(sqlite_database.path), lock_timeout=0.02)) as impatient:
        store = Watched(impatient, writer, let_go=let_go)
        service = EmbeddingService(ToyEncoder(), store)
        if let_go:
            service.vectors(TEXTS)
        else:
            with pytest.raises(DatabaseLocked):
                service.vectors(TEXTS)
        assert store.tries == 3
        assert service.stored(TEXTS)[1].tolist() == [let_go, let_go]
        writer.close()
        np.testing.assert_array_equal(service.vectors(TEXTS), ToyEncoder().encode(TEXTS))
        assert service.stored(TEXTS)[1].all()
