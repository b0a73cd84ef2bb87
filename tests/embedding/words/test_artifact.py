"""The word table's file."""

import hashlib
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from embedding.words.artifact import FORMAT, load_words, save_words
from embedding.words.errors import WordsDamaged, WordsError, WordsMissing, WordsTooNew
from embedding.words.table import WordTable


@pytest.fixture
def file(small_table: WordTable, tmp_path: Path) -> Path:
    """The small table's file."""
    path = tmp_path / "words.warmer"
    save_words(small_table, path)
    return path


def write(path: Path, header: dict[str, Any], payload: bytes) -> Path:
    """A file with that content whose checksum is right."""
    line = json.dumps(header, sort_keys=True).encode()
    header = header | {"sha256": hashlib.sha256(line + b"\n" + payload).hexdigest()}
    path.write_bytes(json.dumps(header, sort_keys=True).encode() + b"\n" + payload)
    return path


def test_table_comes_back_as_it_was(small_table: WordTable, file: Path) -> None:
    """Saving and loading loses nothing."""
    loaded = load_words(file)
    for name in ("version", "words", "forms", "parts", "glosses", "sources"):
        assert getattr(loaded, name) == getattr(small_table, name)
    for name in ("vectors", "secrets", "zipf"):
        before, after = getattr(small_table, name), getattr(loaded, name)
        assert before.dtype == after.dtype
        assert np.array_equal(before, after)


def test_table_without_forms_comes_back(small_table: WordTable, tmp_path: Path) -> None:
    """No forms are no forms, not one empty one."""
    save_words(replace(small_table, forms={}), tmp_path / "w")
    assert load_words(tmp_path / "w").forms == {}


def test_same_table_gives_the_same_bytes(file: Path, tmp_path: Path) -> None:
    """What was loaded and is saved again is the same file."""
    again = tmp_path / "again"
    save_words(load_words(file), again)
    assert again.read_bytes() == file.read_bytes()


def test_header_says_what_it_is(file: Path) -> None:
    """The first line can be read by anyone."""
    header = json.loads(file.read_bytes().partition(b"\n")[0])
    assert (header["format"], header["version"]) == (FORMAT, "7")
    assert header["sources"] == {"by hand": "MIT"}


def test_missing_file(tmp_path: Path) -> None:
    """Where there is no file, and where a folder stands, the words are missing."""
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(WordsMissing) as caught:
            load_words(path)
        assert caught.value.path == path


def test_every_truncation_is_told(file: Path) -> None:
    """A file cut off anywhere is damaged, or newer than itself, but never loaded."""
    whole = file.read_bytes()
    for length in range(0, len(whole), 7):
        file.write_bytes(whole[:length])
        with pytest.raises(WordsDamaged) as caught:
            load_words(file)
        assert (caught.value.path, caught.value.part in {"header", "checksum"}) == (file, True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(st.data())
def test_every_flipped_bit_is_told(file: Path, data: st.DataObject) -> None:
    """Any one bit flipped anywhere, in the header too, gives a typed error."""
    whole = bytearray(file.read_bytes())
    at = data.draw(st.one_of(st.integers(0, 199), st.integers(0, len(whole) - 1)))
    whole[at] ^= 1 << data.draw(st.integers(0, 7))
    damaged = file.with_name("damaged")
    damaged.write_bytes(whole)
    with pytest.raises(WordsError):
        load_words(damaged)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"PK\x03\x04" + bytes(100),
        b"[1, 2]\n",
        b'{"magic": "another"}\n',
        b"null\n",
        b"[" * 100_000 + b"\n",
        "Wörter\n".encode("utf-16"),
    ],
)
def test_other_files_are_no_words(tmp_path: Path, content: bytes) -> None:
    """A file of another kind is told by its header."""
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(WordsDamaged) as caught:
        load_words(path)
    assert caught.value.part == "header"


@pytest.mark.parametrize("found", [FORMAT + 1, 99, None, "1"])
def test_other_formats_are_told(tmp_path: Path, found: object) -> None:
    """A file of another format is refused with what it has and what is read."""
    path = write(tmp_path / "newer", {"magic": "warmer-words", "format": found}, b"")
    with pytest.raises(WordsTooNew) as caught:
        load_words(path)
    assert (caught.value.found, caught.value.wanted) == (found, FORMAT)


def archive(**arrays: Any) -> bytes:
    """A NumPy archive."""
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"no archive",
        b"PK\x03\x04 no archive either",
        archive(),
        archive(form_rows=np.zeros(0, np.int32), words=np.zeros(3, np.uint8)),
        archive(form_rows=np.array([None])),
    ],
)
def test_content_that_is_no_table(tmp_path: Path, payload: bytes) -> None:
    """A right checksum over wrong content is told as damage of the content; nothing is run."""
    header = {"magic": "warmer-words", "format": FORMAT, "version": "1", "sources": {}}
    with pytest.raises(WordsDamaged) as caught:
        load_words(write(tmp_path / "odd", header, payload))
    assert caught.value.part == "content"


@pytest.mark.parametrize("method", ["replace", "write_bytes"])
def test_interrupted_save_leaves_the_old_file(
    small_table: WordTable, file: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """Where saving is cut off, the old file stays and nothing else is left in the folder."""
    before = file.read_bytes()
    real_write = Path.write_bytes

    def interrupted(path: Path, content: Any) -> int:
        if method == "write_bytes":
            real_write(path, content[:100])
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, method, interrupted)
        with pytest.raises(KeyboardInterrupt):
            save_words(small_table, file)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_saving_replaces_an_older_file(small_table: WordTable, file: Path) -> None:
    """A new table takes the place of the old one."""
    save_words(replace(small_table, version="8"), file)
    assert load_words(file).version == "8"
