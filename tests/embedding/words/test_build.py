"""Building a word table."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.memory import MemoryVectorStore
from embedding.service import EmbeddingService
from embedding.toy import ToyEncoder
from embedding.words.artifact import save_words
from embedding.words.build import DIMENSION, build_table
from embedding.words.lexicon import Lexeme
from embedding.words.table import WordTable

LEXEMES = [
    Lexeme("dog", "n", "a domestic animal that barks", 5, secret=True),
    Lexeme("doggy", "n", "a domestic animal that hunts", 4, secret=True),
    Lexeme("river", "n", "a large stream of water", 5, secret=False),
    Lexeme("run", "v", "move fast on foot", 6, secret=False),
]
FORMS = {"dogs": "dog", "ran": "run"}


def build(dimension: int = 64) -> WordTable:
    """A table made with the toy encoder and a store of its own."""
    service = EmbeddingService(ToyEncoder(dimension), MemoryVectorStore())
    return build_table("1", LEXEMES, FORMS, service, {"toy": "MIT"})


def test_table_holds_what_the_lexemes_say() -> None:
    """Words, parts, glosses, frequencies, forms and secrets go where they belong."""
    table = build()
    assert list(table.words) == ["dog", "doggy", "river", "run"]
    assert (table.version, table.parts, dict(table.sources)) == ("1", "nnnv", {"toy": "MIT"})
    assert table.glosses[2] == "a large stream of water"
    assert table.zipf.tolist() == [5, 4, 5, 6]
    assert dict(table.forms) == {"dogs": 0, "ran": 3}
    assert table.secrets.tolist() == [0, 1]


def test_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """Building twice gives the same file."""
    for name in ("one", "two"):
        save_words(build(), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_words_of_like_meaning_lie_near() -> None:
    """Of many words, the one whose gloss is most alike is nearest."""
    others = [
        Lexeme(word, "n", gloss, 4, secret=False)
        for word, gloss in (
            ("stone", "hard earthy matter"),
            ("music", "sounds put in order"),
            ("cloud", "visible vapour in the sky"),
            ("ship", "a vessel that carries freight"),
            ("joy", "great happiness"),
            ("knife", "an edge for cutting"),
        )
    ]
    service = EmbeddingService(ToyEncoder(128), MemoryVectorStore())
    table = build_table("1", [*LEXEMES, *others], {}, service, {})
    assert table.similarities(0).argsort()[::-1][:2].tolist() == [0, 1]


@pytest.mark.parametrize("dimension", [8, 64, 130])
def test_vectors_use_the_whole_range_in_few_dimensions(dimension: int) -> None:
    """Every vector's largest number is 127, and there are at most 256 of them."""
    vectors = build(dimension).vectors
    assert vectors.shape == (4, min(2 * dimension, DIMENSION))
    assert np.abs(vectors.astype(int)).max(axis=1).tolist() == [127] * 4


def test_bare_words_are_not_encoded() -> None:
    """What is encoded is always a phrase about the word."""
    seen: list[str] = []

    class Listening(ToyEncoder):
        def encode(self, texts: list[str]) -> NDArray[np.float32]:  # type: ignore[override]
            seen.extend(texts)
            return super().encode(texts)

    build_table("1", LEXEMES, {}, EmbeddingService(Listening(), MemoryVectorStore()), {})
    assert len(seen) == 2 * len(LEXEMES)
    assert not {lexeme.word for lexeme in LEXEMES} & set(seen)


def test_progress_is_told() -> None:
    """Whoever waits hears how far it is."""
    heard: list[tuple[int, int]] = []
    service = EmbeddingService(ToyEncoder(), MemoryVectorStore(), batch_size=4)
    build_table("1", LEXEMES, {}, service, {}, lambda done, total: heard.append((done, total)))
    assert heard == [(4, 8), (8, 8)]


def test_single_word_makes_a_table() -> None:
    """One word alone has no direction among others: its vector is zero, and nothing fails."""
    service = EmbeddingService(ToyEncoder(), MemoryVectorStore())
    table = build_table("1", LEXEMES[:1], {}, service, {})
    assert not table.vectors.any()
    assert table.similarities(0).tolist() == [0.0]
