"""The contract of `embedding.index.VectorIndex`: snapshots come back whole or not at all."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.errors import SnapshotDamaged, SnapshotMismatch, SnapshotMissing
from embedding.graph import have_hnswlib
from embedding.index import IndexSpec, VectorIndex
from embedding.metric import Metric
from embedding.open import load_index

DIMENSION = 8


@pytest.mark.parametrize("kind", ["auto", "exact", "hnsw"])
def test_snapshot(
    index: VectorIndex, points: NDArray[np.float32], tmp_path: Path, kind: str
) -> None:
    """A snapshot brings back the same index under any adapter, which then goes on living."""
    if kind == "hnsw" and (index.spec.metric is Metric.L1 or not have_hnswlib()):
        kind = "auto"
    index.remove(index.ids[::7])
    index.save(tmp_path)
    again = load_index(tmp_path, index.spec, kind)
    assert again.ids.tolist() == index.ids.tolist()
    for query in points[:5]:
        hits, wanted = again.search(query, 20), index.search(query, 20)
        assert (hits.ids.tolist(), hits.scores.tolist()) == (
            wanted.ids.tolist(),
            wanted.scores.tolist(),
        )
    again.add(np.arange(100), points[:100])
    again.save(tmp_path)
    assert len(load_index(tmp_path, index.spec)) == len(index) + 100


def test_empty_snapshot(empty: VectorIndex, tmp_path: Path) -> None:
    """An empty index can be saved and comes back empty."""
    empty.save(tmp_path)
    assert len(load_index(tmp_path, empty.spec)) == 0


@pytest.mark.parametrize(
    ("field", "other"),
    [("model_id", "toy@2"), ("dimension", DIMENSION + 1), ("metric", None)],
)
def test_snapshot_of_something_else(
    index: VectorIndex, tmp_path: Path, field: str, other: object
) -> None:
    """A snapshot of another model, size or metric is refused, and the difference named."""
    index.save(tmp_path)
    wanted = {name: getattr(index.spec, name) for name in ("model_id", "dimension", "metric")}
    if other is None:
        other = Metric.L2 if index.spec.metric is not Metric.L2 else Metric.COSINE
    wanted[field] = other
    with pytest.raises(SnapshotMismatch) as caught:
        load_index(tmp_path, IndexSpec(**wanted))
    assert caught.value.field == field


def test_damaged_snapshot(index: VectorIndex, tmp_path: Path) -> None:
    """Damage in any part of a snapshot is refused, and so is a folder without one."""
    index.save(tmp_path)
    for part in tmp_path.glob("*.part"):
        whole = part.read_bytes()
        part.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        with pytest.raises(SnapshotDamaged) as caught:
            load_index(tmp_path, index.spec)
        assert part.name.startswith(caught.value.part)
        part.write_bytes(whole)
    with pytest.raises(SnapshotMissing):
        load_index(tmp_path / "absent", index.spec)


def test_interrupted_save(
    index: VectorIndex,
    points: NDArray[np.float32],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A save that dies before the swap leaves the old snapshot usable."""
    index.save(tmp_path)
    old = index.ids.tolist()
    index.add([1], points[:1])

    def full(*_: object) -> None:
        raise OSError("disk full")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(OSError, match="disk full"):
            index.save(tmp_path)
    assert load_index(tmp_path, index.spec).ids.tolist() == old
