"""Keeps a model in a file: opinions, features and dials, from which it is made again exactly.

The inverse is not kept: computing it anew takes as long as reading it would, and drops what
rounding has added up.
"""

import os
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from recsys.errors import SnapshotDamaged, SnapshotMissing, SnapshotTooNew
from recsys.features import ItemFeatures
from recsys.model import Dials, TasteModel
from recsys.opinions import OpinionMatrix

FORMAT = 1


def snapshot(model: TasteModel, path: Path) -> None:
    """Write the model beside `path`, then swap it in at once; a crash leaves the old file.

    Raises OSError where it cannot be written.
    """
    raters, items, weights = model.opinions.triples
    handle, name = tempfile.mkstemp(prefix=path.name, suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez(
                file, format=FORMAT, raters=raters, items=items, weights=weights,
                shape=(model.opinions.raters, model.opinions.items),
                features=model.features.values,
                blocks=(model.features.text, model.features.tags),
                dials=np.array([*asdict(model.dials).values()]), names=[*asdict(model.dials)],
            )  # fmt: skip
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def restore(path: Path) -> TasteModel:
    """The model of a snapshot.

    Raises SnapshotMissing, SnapshotDamaged, or SnapshotTooNew for a format of a later Warmer.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            if int(kept["format"]) > FORMAT:
                raise SnapshotTooNew(path, int(kept["format"]), FORMAT)
            return _model({name: kept[name] for name in kept.files})
    except FileNotFoundError as error:
        raise SnapshotMissing(path) from error
    except (BadZipFile, KeyError, ValueError, TypeError, EOFError, IndexError) as error:
        raise SnapshotDamaged(path) from error


def _model(kept: dict[str, NDArray[Any]]) -> TasteModel:
    raters, items = (int(size) for size in kept["shape"])
    text, tags = (int(width) for width in kept["blocks"])
    matrix = OpinionMatrix.of(kept["raters"], kept["items"], kept["weights"], (raters, items))
    values = zip(kept["names"].tolist(), kept["dials"].tolist(), strict=True)
    features = ItemFeatures(kept["features"], text, tags)
    return TasteModel(matrix, features, Dials(**dict(values)))
