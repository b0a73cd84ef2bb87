"""The embedding service: nothing is encoded twice, and an interrupt loses a batch at most."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from embedding.errors import DimensionMismatch
from embedding.memory import MemoryVectorStore
from embedding.service import MOST_LIVE, EmbeddingService, content_hash
from embedding.toy import ToyEncoder


class CountingEncoder(ToyEncoder):
    """The toy, which remembers every batch and may be interrupted at one."""

    def __init__(self, interrupted_at: int | None = None) -> None:
        super().__init__(16)
        self.batches: list[list[str]] = []
        self.inside = threading.Lock()
        self.interrupted_at = interrupted_at

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """What the toy says; fails where two threads are in here at once."""
        assert self.inside.acquire(blocking=False), "two threads shared the encoder"
        try:
            if len(self.batches) == self.interrupted_at:
                raise KeyboardInterrupt
            self.batches.append(list(texts))
            return super().encode(texts)
        finally:
            self.inside.release()


def test_order_and_repeats() -> None:
    """Each text gets its own vector in its place, though repeats are encoded once."""
    encoder = CountingEncoder()
    texts = ["b", "a", "b", "c", "a"]
    rows = EmbeddingService(encoder, MemoryVectorStore()).vectors(texts)
    np.testing.assert_array_equal(rows, ToyEncoder(16).encode(texts))
    assert encoder.batches == [["b", "a", "c"]]


def test_nothing_twice() -> None:
    """What is stored is not encoded again, by another service on the same store either."""
    store, first, second = MemoryVectorStore(), CountingEncoder(), CountingEncoder()
    EmbeddingService(first, store).vectors(["a", "b"])
    EmbeddingService(second, store).vectors(["b", "c", "a"])
    assert second.batches == [["c"]]


def test_none() -> None:
    """No texts give no rows, of the right width, and wake nobody."""
    encoder = CountingEncoder()
    assert EmbeddingService(encoder, MemoryVectorStore()).vectors([]).shape == (0, 16)
    assert encoder.batches == []


def test_batches_and_progress() -> None:
    """Missing texts go in batches, and progress counts only those."""
    encoder, store, seen = CountingEncoder(), MemoryVectorStore(), []
    service = EmbeddingService(encoder, store, batch_size=2)
    service.vectors(["x"])
    service.vectors(list("axbcd"), lambda done, total: seen.append((done, total)))
    assert encoder.batches == [["x"], ["a", "b"], ["c", "d"]]
    assert seen == [(2, 4), (4, 4)]


def test_interrupt_loses_a_batch() -> None:
    """After an interrupt, everything encoded before it is kept and goes on from there."""
    store = MemoryVectorStore()
    with pytest.raises(KeyboardInterrupt):
        EmbeddingService(CountingEncoder(2), store, batch_size=2).vectors(list("abcdef"))
    encoder = CountingEncoder()
    EmbeddingService(encoder, store, batch_size=2).vectors(list("abcdef"))
    assert encoder.batches == [["e", "f"]]


def test_threads_share_the_work() -> None:
    """Threads that ask for the same missing texts at once have each encoded once."""
    encoder = CountingEncoder()
    service = EmbeddingService(encoder, MemoryVectorStore(), batch_size=3)
    texts = [f"word {number}" for number in range(20)]
    barrier = threading.Barrier(6)

    def ask(_: int) -> NDArray[np.float32]:
        barrier.wait()
        return service.vectors(texts)

    with ThreadPoolExecutor(6) as pool:
        for rows in pool.map(ask, range(6)):
            np.testing.assert_array_equal(rows, ToyEncoder(16).encode(texts))
    encoded = [text for batch in encoder.batches for text in batch]
    assert sorted(encoded) == sorted(texts)


def test_same_text_in_other_code_points() -> None:
    """Composed and decomposed letters are one text; other spellings are not."""
    encoder = CountingEncoder()
    rows = EmbeddingService(encoder, MemoryVectorStore()).vectors(["e\u0301", "\xe9", "E"])
    assert encoder.batches == [["\xe9", "E"]]
    np.testing.assert_array_equal(rows[0], rows[1])


@given(st.text(st.characters(), max_size=20))
def test_any_text_has_a_hash(text: str) -> None:
    """Any text, lone surrogates too, has a content hash of 64 digits."""
    assert len(content_hash(text)) == 64


def test_stored_vectors_of_another_size() -> None:
    """A store that holds vectors of another size under this model's id is refused by size."""
    store = MemoryVectorStore()
    store.put("toy-ngram-16", {content_hash("a"): np.ones(3, np.float32)})
    with pytest.raises(DimensionMismatch) as caught:
        EmbeddingService(CountingEncoder(), store).vectors(["a"])
    assert (caught.value.expected, caught.value.found) == (16, 3)


def test_texts_of_like_length_go_together() -> None:
    """A batch is of like length, with no more letters than are wanted; each is in its place."""
    encoder, store = CountingEncoder(), MemoryVectorStore()
    texts = ["ab", "a long one", "cd", "another 1.", "ef"]
    rows = EmbeddingService(encoder, store, letters=20).vectors(texts)
    assert encoder.batches == [["a long one", "another 1."], ["ab", "cd", "ef"]]
    np.testing.assert_array_equal(rows, ToyEncoder(16).encode(texts))


def test_stored_encodes_nothing() -> None:
    """What is stored is told from what is not, in the order of the texts, and nobody is woken."""
    encoder, store = CountingEncoder(), MemoryVectorStore()
    service = EmbeddingService(encoder, store)
    known = service.vectors(["b"])
    rows, there = service.stored(["a", "b", "c", "b"])
    assert there.tolist() == [False, True, False, True]
    np.testing.assert_array_equal(rows[[1, 3]], known[[0, 0]])
    assert not rows[[0, 2]].any()
    assert encoder.batches == [["b"]]


def test_live_text_is_not_kept() -> None:
    """What somebody types is encoded as any text is, once, and nothing of it is stored."""
    store, encoder = MemoryVectorStore(), CountingEncoder()
    service = EmbeddingService(encoder, store)
    typed = "e\u0301t\u00e9"
    row = service.live(typed)
    np.testing.assert_array_equal(row, service.live("\u00e9t\u00e9"))
    assert encoder.batches == [["\u00e9t\u00e9"]]
    assert store.get(service.model_id, [content_hash(typed)]) == {}
    np.testing.assert_array_equal(service.vectors([typed])[0], row)


def test_live_texts_do_not_pile_up() -> None:
    """Of ever more live texts only the latest stay in memory."""
    encoder = CountingEncoder()
    service = EmbeddingService(encoder, MemoryVectorStore())
    for number in range(MOST_LIVE + 1):
        service.live(f"text {number}")
    service.live("text 1")
    assert len(encoder.batches) == MOST_LIVE + 1
    service.live("text 0")
    assert len(encoder.batches) == MOST_LIVE + 2
