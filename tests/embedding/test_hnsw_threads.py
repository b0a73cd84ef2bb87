"""An index that several threads search, change and save at once."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from embedding.errors import DuplicateIds
from embedding.hnsw import HnswIndex
from embedding.index import IndexSpec, Without
from embedding.open import load_index

pytest.importorskip("hnswlib")


def test_changes_while_searching(tmp_path: Path) -> None:
    """Searches, changes and saves at once: nobody fails, and no search sees a half-made change."""
    rng = np.random.default_rng(9)
    rows = rng.normal(size=(3000, 16)).astype(np.float32)
    index = HnswIndex(IndexSpec("toy", 16), scan_factor=0)
    index.add(np.arange(500), rows[:500])  # these stay, so that ten can always be found
    done, searches = threading.Event(), []

    def search(seed: int) -> None:
        mine = np.random.default_rng(seed)
        count = 0
        while not done.is_set() or count < 50:
            query = mine.normal(size=16)
            hits = index.search(query, 10, None if count % 3 else Without(range(40)))
            assert len(hits) == 10
            assert (np.diff(hits.scores) <= 0).all()
            assert index.rank(query, int(mine.integers(500))) >= 1
            count += 1
        searches.append(count)

    def change(first: int) -> None:
        for start in range(first, first + 1200, 300):
            ids = np.arange(start, start + 300)
            index.add(ids, rows[ids])
            index.update(ids[::2], rows[ids[::2]] + 1)
            index.remove(ids[::3])

    def save() -> None:
        for _ in range(5):
            index.save(tmp_path)
            load_index(tmp_path, index.spec)

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # threads change places a hundred times as often
    try:
        with ThreadPoolExecutor(6) as pool:
            readers = [pool.submit(search, seed) for seed in range(3)]
            writers = [pool.submit(change, first) for first in (500, 1700)] + [pool.submit(save)]
            try:
                for writer in writers:
                    writer.result()
            finally:
                done.set()
            for reader in readers:
                reader.result()
    finally:
        sys.setswitchinterval(interval)
    assert len(index) == 500 + 2400 - 800
    assert len(searches) == 3


def test_writers_meet() -> None:
    """Threads that add the same ids at once: one succeeds, the others are refused."""
    index = HnswIndex(IndexSpec("toy", 4))
    barrier = threading.Barrier(4)

    def add(_: int) -> bool:
        barrier.wait()
        try:
            index.add(np.arange(200), np.ones((200, 4)))
        except DuplicateIds:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(add, range(4))) == 1
    assert len(index) == 200
