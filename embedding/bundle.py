"""A folder of files that changes in one step: parts written aside, then one manifest swapped in.

The manifest names every part with its size and SHA-256. Whoever dies in the middle leaves the old
manifest, whose parts are still there.
"""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

from embedding.errors import SnapshotDamaged, SnapshotMismatch, SnapshotMissing

MANIFEST = "manifest.json"
FORMAT = 1
# A part that no manifest names may belong to a save that is still running; past this many seconds
# it was left behind by one that was killed.
_ABANDONED = 3600.0

Writer = Callable[[Path], None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Bundle:
    """What a folder held when it was read: facts about it, and its verified parts by name."""

    folder: Path
    facts: Mapping[str, Any]
    parts: Mapping[str, Path]


def write_bundle(folder: Path, facts: Mapping[str, object], writers: Mapping[str, Writer]) -> None:
    """Writes the parts and swaps the manifest; on any failure the old bundle stays as it was."""
    folder.mkdir(parents=True, exist_ok=True)
    token = uuid4().hex[:12]
    paths = {part: folder / f"{part}-{token}.part" for part in writers}
    aside = folder / f"{MANIFEST}-{token}.part"
    try:
        for part, write in writers.items():
            write(paths[part])
            _flush(paths[part])
        entries = {part: _describe(path) for part, path in paths.items()}
        body = {"format": FORMAT, "facts": dict(facts), "parts": entries}
        aside.write_text(json.dumps(body, indent=1, sort_keys=True), "utf-8")
        _flush(aside)
        old = _named_parts(folder)
        aside.replace(folder / MANIFEST)
    except BaseException:  # an interrupt too must leave no litter
        for path in (*paths.values(), aside):
            path.unlink(missing_ok=True)
        raise
    _flush(folder)
    _sweep(folder, old)


def read_bundle(folder: Path, read: Callable[[Bundle], T]) -> T:
    """What `read` makes of the folder's verified parts.

    Raises SnapshotMissing where there is no manifest, SnapshotDamaged where a part is not what was
    written and SnapshotMismatch where the format is another.
    """
    manifest = _manifest_bytes(folder)
    while True:
        try:
            return read(_verified(folder, manifest))
        except (SnapshotDamaged, FileNotFoundError):
            # Somebody may have swapped in the next bundle, and removed these parts, meanwhile.
            newer = _manifest_bytes(folder)
            if newer == manifest:
                raise
            manifest = newer


def _manifest_bytes(folder: Path) -> bytes:
    try:
        return (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SnapshotMissing(folder) from error


def _verified(folder: Path, manifest: bytes) -> Bundle:
    try:
        body = json.loads(manifest)
        found_format = body["format"]
        if found_format != FORMAT:
            raise SnapshotMismatch(folder, "format", FORMAT, found_format)
        entries, facts = dict(body["parts"]), dict(body["facts"])
    except (ValueError, KeyError, TypeError) as error:
        raise SnapshotDamaged(folder, MANIFEST) from error
    return Bundle(folder, facts, {part: _part(folder, part, entries[part]) for part in entries})


def _part(folder: Path, part: str, entry: Mapping[str, object]) -> Path:
    try:
        path = folder / Path(str(entry["file"])).name
        if _describe(path) == entry:
            return path
    except (OSError, KeyError, TypeError) as error:
        raise SnapshotDamaged(folder, part) from error
    raise SnapshotDamaged(folder, part)


def _named_parts(folder: Path) -> set[str]:
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        entries = json.loads((folder / MANIFEST).read_bytes())["parts"].values()
        return {Path(str(entry["file"])).name for entry in entries}
    return set()


def _sweep(folder: Path, old: set[str]) -> None:
    kept = _named_parts(folder)
    with suppress(OSError):  # what cannot be removed now is removed after a later save
        now = (folder / MANIFEST).stat().st_mtime
        for path in folder.glob("*.part"):
            superseded = path.name in old or now - path.stat().st_mtime > _ABANDONED
            if superseded and path.name not in kept:
                path.unlink(missing_ok=True)


def _describe(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    return {"file": path.name, "bytes": path.stat().st_size, "sha256": digest}


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
