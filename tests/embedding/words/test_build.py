"""Building a word table."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.memory import MemoryVectorStore
from embedding.service import EmbeddingService
from embedding.toy import ToyEncoder
from embedding.words.artifact import save_words
from embedding.words.blend import evened, pushed_apart, unit
from embedding.words.build import Ingredients, build_table
from embedding.words.lexicon import Vocabulary
from embedding.words.relations import Kind, Relations
from embedding.words.table import WordTable
from embedding.words.wordnet import WordNet


@pytest.fixture
def made_of(vocabulary: Vocabulary, wordnet: WordNet) -> Ingredients:
    """The small WordNet's words with vectors drawn for GloVe, which lacks the first word."""
    glove = np.random.default_rng(5).standard_normal((len(vocabulary.lexemes), 20))
    glove[0] = 0
    return Ingredients(vocabulary, wordnet, glove, ["river", "dog"], {"toy": "MIT"})


def build(made_of: Ingredients) -> WordTable:
    """A table made with the toy encoder and a store of its own."""
    service = EmbeddingService(ToyEncoder(64), MemoryVectorStore())
    return build_table("1", made_of, service)


def test_table_holds_what_the_lexemes_say(made_of: Ingredients) -> None:
    """Words, parts, glosses, frequencies, forms and secrets go where they belong."""
    table = build(made_of)
    row = table.row("river")
    assert row is not None
    assert (table.version, dict(table.sources)) == ("1", {"toy": "MIT"})
    assert (table.parts[row], table.glosses[row]) == ("n", "a large stream of water")
    assert table.zipf[row] == 4
    assert table.row("rivers") == row
    assert [table.words[x] for x in table.secrets] == ["dog", "river"]
    assert table.vectors.any(axis=1).all()
    assert {"boor", "lout"} <= {table.words[x] for x in np.flatnonzero(table.hidden)}


def test_same_input_gives_the_same_bytes(made_of: Ingredients, tmp_path: Path) -> None:
    """Building twice gives the same file."""
    for name in ("one", "two"):
        save_words(build(made_of), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_synonyms_are_linked_and_near(made_of: Ingredients) -> None:
    """Words of one meaning are related, and nearer than most others."""
    table = build(made_of)
    stop, halt = table.row("stop"), table.row("halt")
    assert stop is not None
    assert halt is not None
    assert [x.kind for x in table.relations.between(stop, halt)] == [Kind.SYNONYM]
    assert (table.similarities(stop) > table.similarities(stop)[halt]).sum() < len(table) / 20


def test_bare_words_are_not_encoded(made_of: Ingredients) -> None:
    """What is encoded is always a phrase about the word."""
    seen: list[str] = []

    class Listening(ToyEncoder):
        def encode(self, texts: list[str]) -> NDArray[np.float32]:  # type: ignore[override]  # narrower: only lists come
            seen.extend(texts)
            return super().encode(texts)

    build_table("1", made_of, EmbeddingService(Listening(), MemoryVectorStore()))
    assert not {lexeme.word for lexeme in made_of.vocabulary.lexemes} & set(seen)


def test_progress_is_told(made_of: Ingredients) -> None:
    """Whoever waits hears how far it is."""
    heard: list[tuple[int, int]] = []
    service = EmbeddingService(ToyEncoder(), MemoryVectorStore(), batch_size=500)
    build_table("1", made_of, service, lambda done, total: heard.append((done, total)))
    assert heard[0][0] == 500
    assert heard[-1][0] == heard[-1][1]


def test_opposites_are_pushed_apart() -> None:
    """Two opposites end with a smaller cosine than before, and other words stay."""
    vectors = unit(np.array([[1.0, 0.5, 0], [1, 0, 0.5], [0, 1, 1]]))
    ends = np.array([0, 1], np.int32)
    links = Relations(
        ends, np.full(2, Kind.ANTONYM, np.uint8), ends[::-1].copy(), np.zeros(2, np.uint8)
    )
    moved = pushed_apart(vectors, links, 0.2)
    assert moved[0] @ moved[1] < vectors[0] @ vectors[1] - 0.1
    assert moved[2] == pytest.approx(vectors[2])


def test_evening_weakens_strong_axes_and_keeps_unknown_words() -> None:
    """The strongest axis counts less; a row of zeros stays one."""
    rng = np.random.default_rng(1)
    block = rng.standard_normal((200, 5)) * [20, 1, 1, 1, 1]
    block[7] = 0
    shares = [np.square(evened(block, power)).sum(axis=0).max() for power in (0, 0.5, 1)]
    assert shares[0] > shares[1] > shares[2]
    assert not evened(block, 0.5)[7].any()
