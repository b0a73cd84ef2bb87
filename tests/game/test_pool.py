"""The pool of secrets, its file, and the ratings in it."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from embedding.words.table import WordTable
from game.audit import Audited, make_pool
from game.fairness import Concern, Fairness, Reason
from game.model import PuzzleFace, PuzzleKind
from game.par import ParReport, Showing
from game.pool import MIDDLE, Pool, PoolDamaged, Rating, fingerprint, load_pool, save_pool

FACE = PuzzleFace(1, PuzzleKind.DAILY, 4, date(2026, 5, 4))
RATINGS = st.dictionaries(
    st.text("abcdé", min_size=1, max_size=5),
    st.builds(Rating, st.integers(1, 200), st.integers(1, 5)),
    min_size=1,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to write in."""
    return tmp_path_factory.mktemp("pool")


@given(RATINGS)
def test_pool_survives_its_file(
    folder: Path, circle: WordTable, ratings: dict[str, Rating]
) -> None:
    """What is read is what was written, byte for byte the same in whatever order."""
    path = folder / "pool.json"
    save_pool(Pool(fingerprint(circle), ratings), path)
    written = path.read_bytes()
    assert load_pool(path, circle).ratings == ratings
    save_pool(Pool(fingerprint(circle), dict(reversed(ratings.items()))), path)
    assert path.read_bytes() == written
    assert list(folder.iterdir()) == [path]


@pytest.mark.parametrize(
    ("damage", "part"),
    [
        (lambda text: text[:-20], "content"),
        (lambda text: text.replace("42", "43"), "checksum"),
        (lambda text: text.replace('"format": 1', '"format": 2'), "format"),
        (lambda text: text.replace("42", "null"), "content"),
        (lambda _: "[]", "content"),
        (lambda _: "", "content"),
    ],
)
def test_damaged_pool(tmp_path: Path, circle: WordTable, damage: object, part: str) -> None:
    """A file that was cut, changed or written by another version is told, with what is wrong."""
    path = tmp_path / "pool.json"
    save_pool(Pool(fingerprint(circle), {"island": Rating(42, 3)}), path)
    path.write_text(damage(path.read_text()))  # type: ignore[operator]  # a lambda of the table
    with pytest.raises(PoolDamaged) as caught:
        load_pool(path, circle)
    assert (caught.value.path, caught.value.part) == (path, part)


def test_folder_in_place_of_a_pool(tmp_path: Path, circle: WordTable) -> None:
    """What is there and cannot be read is damage, not absence."""
    with pytest.raises(PoolDamaged):
        load_pool(tmp_path, circle)


def test_pool_of_another_table_knows_nothing(tmp_path: Path, circle: WordTable) -> None:
    """Other vectors, or no file: then the table's candidates are played, unrated."""
    path = tmp_path / "pool.json"
    assert not len(load_pool(path, circle))
    save_pool(Pool(fingerprint(circle), {"island": Rating(42, 5)}), path)
    assert load_pool(path, circle).words(circle) == ["island"]
    moved = replace(circle, vectors=-circle.vectors)
    other = load_pool(path, moved)
    assert other.words(moved) == [circle.words[row] for row in circle.secrets]
    assert other.difficulty("island") == MIDDLE
    assert other.rated(FACE, "island") == FACE


def test_face_is_rated_without_the_secret() -> None:
    """A rated face tells par and difficulty, and no word."""
    face = Pool("", {"island": Rating(42, 5)}).rated(FACE, "island")
    assert face == replace(FACE, par=42, difficulty=5)
    assert "island" not in repr(face)


def audited(word: str, guesses: tuple[int | None, ...], *reasons: Reason) -> Audited:
    """A candidate of which the middling player played those games."""
    fairness = Fairness(word, reasons, (), 0, None, None, 1, 4)
    return Audited(fairness, ParReport(word, (Showing("middling", guesses),)))


def test_pool_keeps_what_passes(circle: WordTable) -> None:
    """Unfair words and those that mostly are not found stay out."""
    pool = make_pool(circle, [
        audited("good", (30, 40, 50)),
        audited("unfair", (30, 40, 50), Reason(Concern.HUB)),
        audited("lost", (30, None, None)),
        audited("scarcely", (30, 40, None, None)),
    ])  # fmt: skip
    assert pool.ratings == {"good": Rating(40, 1)}
    assert pool.fingerprint == fingerprint(circle)


def test_difficulties_are_as_many_as_a_week_wants(circle: WordTable) -> None:
    """Of seven words one is easiest and one hardest, in the order of their pars."""
    pars = np.random.default_rng(1).permutation(np.arange(20, 90)).tolist()
    pool = make_pool(circle, [audited(f"word{par}", (par,)) for par in pars])
    by_difficulty = sorted(pool.ratings.values(), key=lambda rating: rating.par)
    assert [x.difficulty for x in by_difficulty] == sorted(x.difficulty for x in by_difficulty)
    assert Counter(x.difficulty for x in by_difficulty) == {1: 10, 2: 20, 3: 20, 4: 10, 5: 10}


def test_losing_games_makes_a_word_harder(circle: WordTable) -> None:
    """Of two words with one par, that is harder which is found less often."""
    sure, unsure = audited("sure", (30, 30, 30)), audited("unsure", (30, 30, None))
    pool = make_pool(circle, [unsure, sure])
    assert pool.ratings["sure"].difficulty < pool.ratings["unsure"].difficulty


def test_file_can_be_read_by_people(tmp_path: Path, circle: WordTable) -> None:
    """Each secret has a line with its difficulty and its par."""
    path = tmp_path / "pool.json"
    save_pool(Pool(fingerprint(circle), {"sea": Rating(42, 3), "bay": Rating(9, 1)}), path)
    assert json.loads(path.read_text())["secrets"] == [["bay", 1, 9], ["sea", 3, 42]]
    assert '["bay", 1, 9],\n["sea", 3, 42]\n' in path.read_text()
