"""Folders that change in one step: damage is named, and whoever dies leaves the old one."""

import json
import os
from pathlib import Path

import pytest

from embedding.bundle import MANIFEST, Bundle, read_bundle, write_bundle
from embedding.errors import SnapshotDamaged, SnapshotMismatch, SnapshotMissing


def write(folder: Path, text: str) -> None:
    """Leaves a bundle of two parts in the folder."""
    write_bundle(
        folder,
        {"name": text},
        {"one": lambda path: path.write_text(text), "two": lambda path: path.write_bytes(b"2")},
    )


def text_of(bundle: Bundle) -> str:
    """The first part's text."""
    return bundle.parts["one"].read_text()


def test_round_trip(tmp_path: Path) -> None:
    """What was written is read, with its facts, and a second write replaces it whole."""
    write(tmp_path / "new" / "folder", "a")
    write(tmp_path / "new" / "folder", "b")
    found = read_bundle(tmp_path / "new" / "folder", lambda bundle: (text_of(bundle), bundle.facts))
    assert found == ("b", {"name": "b"})
    assert len(list((tmp_path / "new" / "folder").iterdir())) == 3


def test_missing(tmp_path: Path) -> None:
    """A folder without a manifest, or no folder at all, holds nothing."""
    for folder in (tmp_path, tmp_path / "absent"):
        with pytest.raises(SnapshotMissing):
            read_bundle(folder, text_of)


@pytest.mark.parametrize("step", ["first", "second", "swap"])
def test_interrupted_write(tmp_path: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that is interrupted at any step leaves the old bundle and no litter."""
    write(tmp_path, "old")
    before = sorted(path.name for path in tmp_path.iterdir())

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    writers = {"one": lambda path: path.write_text("new"), "two": lambda path: path.write_text("")}
    if step == "swap":
        monkeypatch.setattr(Path, "replace", interrupt)
    else:
        writers["one" if step == "first" else "two"] = interrupt
    with pytest.raises(KeyboardInterrupt):
        write_bundle(tmp_path, {}, writers)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert read_bundle(tmp_path, text_of) == "old"


@pytest.mark.parametrize("damage", ["cut", "changed", "gone"])
def test_damaged_part(tmp_path: Path, damage: str) -> None:
    """A part that was cut, changed or removed is refused by name."""
    write(tmp_path, "text")
    path = read_bundle(tmp_path, lambda bundle: bundle.parts["one"])
    {
        "cut": lambda: path.write_text("tex"),
        "changed": lambda: path.write_text("tExt"),
        "gone": path.unlink,
    }[damage]()
    with pytest.raises(SnapshotDamaged) as caught:
        read_bundle(tmp_path, text_of)
    assert (caught.value.path, caught.value.part) == (tmp_path, "one")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1, "parts": 3, "facts": {}}'])
def test_damaged_manifest(tmp_path: Path, text: str) -> None:
    """A manifest that is no manifest is refused by name, and may be written over."""
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(SnapshotDamaged) as caught:
        read_bundle(tmp_path, text_of)
    assert caught.value.part == MANIFEST
    write(tmp_path, "new")
    assert read_bundle(tmp_path, text_of) == "new"


def test_other_format(tmp_path: Path) -> None:
    """A bundle of another format is refused with both numbers."""
    write(tmp_path, "text")
    body = json.loads((tmp_path / MANIFEST).read_text()) | {"format": 99}
    (tmp_path / MANIFEST).write_text(json.dumps(body))
    with pytest.raises(SnapshotMismatch) as caught:
        read_bundle(tmp_path, text_of)
    assert (caught.value.field, caught.value.found) == ("format", 99)


def test_part_cannot_point_elsewhere(tmp_path: Path) -> None:
    """A manifest that names a file outside its folder reads nothing there."""
    write(tmp_path / "bundle", "text")
    (tmp_path / "elsewhere").write_text("text")
    body = json.loads((tmp_path / "bundle" / MANIFEST).read_text())
    body["parts"]["one"]["file"] = "../elsewhere"
    (tmp_path / "bundle" / MANIFEST).write_text(json.dumps(body))
    with pytest.raises(SnapshotDamaged):
        read_bundle(tmp_path / "bundle", text_of)


def test_swap_while_reading(tmp_path: Path) -> None:
    """A reader whose parts were swapped away under its hands gets the new bundle."""
    write(tmp_path, "old")
    seen: list[str] = []

    def read(bundle: Bundle) -> str:
        if not seen:
            write(tmp_path, "new")
        seen.append(bundle.facts["name"])
        return text_of(bundle)

    assert read_bundle(tmp_path, read) == "new"
    assert seen == ["old", "new"]


def test_abandoned_parts_are_swept(tmp_path: Path) -> None:
    """What a killed save left behind long ago goes with the next one; a running one's stays."""
    for name, age in (("old", 7200), ("running", 0)):
        path = tmp_path / f"one-{name}.part"
        path.write_text("")
        moment = path.stat().st_mtime - age
        os.utime(path, (moment, moment))
    write(tmp_path, "text")
    assert not (tmp_path / "one-old.part").exists()
    assert (tmp_path / "one-running.part").exists()
