"""Making the simulated players' associates of GloVe's vectors, and their file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from embedding.players.artifact import (
    NOBODY,
    Associates,
    load_associates,
    save_associates,
    vocabulary_digest,
)
from embedding.players.build import ASSOCIATES, build_associates
from embedding.players.errors import (
    PlayersDamaged,
    PlayersMissing,
    PlayersOfOtherWords,
)
from embedding.words.glove import DIMENSION
from embedding.words.table import WordTable

SIZE = 60


@pytest.fixture
def table() -> WordTable:
    """Sixty words, all common."""
    words = [f"{a}{b}x" for a in "abcdef" for b in "abcdefghij"]
    return WordTable(
        version="7", words=words, vectors=np.ones((SIZE, 2), np.int8), forms={},
        secrets=np.array([0], np.int32), parts="n" * SIZE, zipf=np.full(SIZE, 4, np.float32),
        glosses=[""] * SIZE,
    )  # fmt: skip


@pytest.fixture
def glove(table: WordTable) -> dict[str, Any]:
    """Vectors at random, those of the first two words nearly the same; the last word has none."""
    points = np.random.default_rng(3).normal(size=(SIZE, DIMENSION))
    points[1] = points[0] + 0.01
    return dict(zip(table.words[:-1], points, strict=False))


def test_associates_are_the_nearest(table: WordTable, glove: dict[str, Any]) -> None:
    """The likest word comes first, none is its own associate, and who has no vector has none."""
    rows = build_associates(table, glove, {}).rows
    assert rows.shape == (SIZE, ASSOCIATES)
    assert (rows[0, 0], rows[1, 0]) == (1, 0)
    assert all(row not in rows[row] for row in range(SIZE))
    assert (rows[-1] == NOBODY).all()
    assert not (rows == SIZE - 1).any()


def test_associates_are_common_showable_and_of_other_families(
    table: WordTable, glove: dict[str, Any]
) -> None:
    """Rare, hidden and name-like words are nobody's association, nor are a word's own forms."""
    zipf, families = table.zipf.copy(), np.arange(SIZE, dtype=np.int32)
    zipf[5], families[1] = 2.0, 0
    hidden, names = np.zeros(SIZE, np.bool_), np.zeros(SIZE, np.bool_)
    hidden[6] = names[7] = True
    changed = replace(table, zipf=zipf, families=families, hidden=hidden, name_like=names)
    rows = build_associates(changed, glove, {}).rows
    assert not np.isin(rows, [5, 6, 7]).any()
    assert 1 not in rows[0]
    assert 0 not in rows[1]
    assert (rows[5, :10] != NOBODY).all()


def test_same_input_same_bytes(table: WordTable, glove: dict[str, Any], tmp_path: Path) -> None:
    """Made and written twice, the file is the same, and read it is what was made."""
    paths = [tmp_path / "one", tmp_path / "two"]
    for path in paths:
        save_associates(build_associates(table, glove, {"a": "b"}), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    read = load_associates(paths[0], table)
    assert (read.version, read.sources) == ("7", {"a": "b"})
    np.testing.assert_array_equal(read.rows, build_associates(table, glove, {}).rows)
    assert not list(tmp_path.glob("*.part"))


def test_players_of_other_words_are_refused(
    table: WordTable, glove: dict[str, Any], tmp_path: Path
) -> None:
    """A table of other words, or in another order, is told by both versions."""
    path = tmp_path / "players"
    save_associates(build_associates(table, glove, {}), path)
    other = replace(table, words=[*table.words[:-1], "new"], version="8")
    with pytest.raises(PlayersOfOtherWords) as caught:
        load_associates(path, other)
    assert (caught.value.made_for, caught.value.in_use) == ("7", "8")


def test_missing_players(table: WordTable, tmp_path: Path) -> None:
    """No file is told as such."""
    with pytest.raises(PlayersMissing):
        load_associates(tmp_path / "none", table)


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        (lambda _: b"", "header"),
        (lambda data: b"[1]\n" + data, "header"),
        (lambda data: data.replace(b'"format": 1', b'"format": 2'), "header"),
        (lambda data: data[:-1], "checksum"),
        (lambda data: data.replace(b'"version": "7"', b'"version": "8"'), "checksum"),
    ],
)
def test_damaged_players(
    table: WordTable,
    glove: dict[str, Any],
    tmp_path: Path,
    damage: Callable[[bytes], bytes],
    part: str,
) -> None:
    """A file that is cut or changed anywhere is told, with what is wrong."""
    path = tmp_path / "players"
    save_associates(build_associates(table, glove, {}), path)
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(PlayersDamaged) as caught:
        load_associates(path, table)
    assert caught.value.part == part


def test_rows_outside_the_table_are_refused(table: WordTable, tmp_path: Path) -> None:
    """A file that leads out of the table, or is too short for it, is damaged."""
    digest = vocabulary_digest(table.words)
    for rows in (np.full((SIZE, 2), SIZE, np.uint16), np.zeros((3, 2), np.uint16)):
        path = tmp_path / "players"
        save_associates(Associates("7", digest, rows, {}), path)
        with pytest.raises(PlayersDamaged):
            load_associates(path, table)
