"""A model comes back from its file as it was."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from recsys.errors import SnapshotDamaged, SnapshotMissing, SnapshotTooNew
from recsys.model import TasteModel
from recsys.snapshots import FORMAT, restore, snapshot

Make = Callable[[NDArray[np.float64]], TasteModel]


def test_there_and_back(tmp_path: Path, make: Make, dense: NDArray[np.float64]) -> None:
    """Scores are the same after a snapshot, and the model goes on learning."""
    model = make(dense)
    model.set(1, 2, 1.0)
    snapshot(model, tmp_path / "model.npz")
    again = restore(tmp_path / "model.npz")
    for each in (model, again):
        each.set(3, 4, 0.5)
    items, weights = model.opinions.row(3)
    assert again.dials == model.dials
    assert np.abs(again.scores(items, weights, 3) - model.scores(items, weights, 3)).max() < 1e-9
    assert [path.name for path in tmp_path.iterdir()] == ["model.npz"]


def test_a_failed_write_leaves_the_old(
    tmp_path: Path, make: Make, dense: NDArray[np.float64], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where writing breaks off, the file before serves on and nothing lies about."""
    path = tmp_path / "model.npz"
    snapshot(make(dense), path)
    before = path.read_bytes()

    def broken(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "savez", broken)
    with pytest.raises(OSError, match="No space"):
        snapshot(make(dense), path)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_what_cannot_be_restored(tmp_path: Path, make: Make, dense: NDArray[np.float64]) -> None:
    """No file, a torn one, another program's and a later format are told apart."""
    path = tmp_path / "model.npz"
    with pytest.raises(SnapshotMissing):
        restore(path)
    snapshot(make(dense), path)
    whole = path.read_bytes()
    for damaged in (b"", b"hello", whole[: len(whole) // 2]):
        path.write_bytes(damaged)
        with pytest.raises(SnapshotDamaged):
            restore(path)
    np.savez(path, format=FORMAT + 1)
    with pytest.raises(SnapshotTooNew):
        restore(path)
