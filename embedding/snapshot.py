"""How the rows of an index lie on the disk."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embedding.bundle import Bundle, Writer, read_bundle, write_bundle
from embedding.errors import SnapshotDamaged, SnapshotMismatch
from embedding.index import IndexSpec
from embedding.rows import VectorRows


def write_snapshot(
    folder: Path,
    spec: IndexSpec,
    rows: VectorRows,
    facts: Mapping[str, object],
    parts: Mapping[str, Writer],
) -> None:
    """Writes the rows, and what else an adapter keeps, in one step."""
    used = np.flatnonzero(rows.live[: rows.used])
    arrays: Mapping[str, NDArray[np.generic]] = {
        "ids": rows.ids[used],
        "rows": used,
        "vectors": rows.vectors[used],
    }
    writers: dict[str, Writer] = {
        name: partial(_write_array, array) for name, array in arrays.items()
    }
    write_bundle(folder, {**facts, "count": len(used), **_facts(spec)}, {**parts, **writers})


def read_rows(folder: Path, spec: IndexSpec) -> VectorRows:
    """The rows of a snapshot. Raises SnapshotMissing, SnapshotDamaged or SnapshotMismatch."""
    return read_bundle(folder, partial(rows_of, spec))


def rows_of(spec: IndexSpec, bundle: Bundle) -> VectorRows:
    """The rows of an opened snapshot. Raises SnapshotDamaged or SnapshotMismatch."""
    for field, expected in _facts(spec).items():
        if (found := bundle.facts.get(field)) != expected:
            raise SnapshotMismatch(bundle.folder, field, expected, found)
    try:
        ids, places, vectors = (np.load(bundle.parts[x]) for x in ("ids", "rows", "vectors"))
        return _assembled(spec, ids, places, vectors)
    except (KeyError, ValueError, IndexError) as error:
        raise SnapshotDamaged(bundle.folder, "rows") from error


def _assembled(
    spec: IndexSpec, ids: NDArray[np.int64], places: NDArray[np.int64], vectors: NDArray[np.float32]
) -> VectorRows:
    if vectors.shape != (len(ids), spec.dimension) or places.shape != ids.shape:
        raise ValueError("shapes")
    if len(np.unique(ids)) != len(ids) or len(np.unique(places)) != len(places):
        raise ValueError("repeated")
    return VectorRows.restored(places, ids, vectors)


def _facts(spec: IndexSpec) -> dict[str, object]:
    return {
        "model_id": spec.model_id,
        "dimension": spec.dimension,
        "metric": spec.metric.value,
    }


def _write_array(array: NDArray[np.generic], path: Path) -> None:
    with path.open("wb") as file:  # np.save would add its own ending to a name
        np.save(file, array, allow_pickle=False)
