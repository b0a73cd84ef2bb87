"""Building a word table."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from embedding.memory import MemoryVectorStore
from embedding.service import EmbeddingService
from embedding.toy import ToyEncoder
from embedding.words.artifact import save_words
from embedding.words.blend import drawn_together, evened, unit
from embedding.words.build import Ingredients, build_table
from embedding.words.lexicon import Vocabulary
from embedding.words.relations import Kind
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
    assert 0 < heard[0][0] < heard[0][1]
    assert heard[-1][0] == heard[-1][1]


def test_related_rows_are_drawn_together() -> None:
    """Rows not shown to the map come nearer too, where they differ as the shown ones do."""
    rng = np.random.default_rng(2)
    meaning, chance = rng.standard_normal((2, 400, 6))
    vectors = unit(np.hstack([meaning, chance]))
    vectors[200:] = unit(np.hstack([meaning[:200], chance[200:]]))  # alike in meaning only
    first = np.arange(100, dtype=np.int32)
    before = (vectors[100:200] * vectors[300:]).sum(axis=1).mean()
    mapped = drawn_together(vectors, first, first + 200, 1)
    after = (mapped[100:200] * mapped[300:]).sum(axis=1).mean()
    assert after > before + 0.2
    assert np.linalg.norm(mapped, axis=1) == pytest.approx(np.ones(400))


def test_nothing_is_drawn_without_pairs() -> None:
    """Where no rows are related, and where the map has no power, cosines stay as they are."""
    vectors = unit(np.random.default_rng(4).standard_normal((50, 8)))
    nobody, first = np.zeros(0, np.int32), np.arange(20, dtype=np.int32)
    assert drawn_together(vectors, nobody, nobody, 1) == pytest.approx(vectors)
    unmapped = drawn_together(vectors, first, first + 20, 0)
    assert unmapped @ unmapped.T == pytest.approx(vectors @ vectors.T)


def test_evening_weakens_strong_axes_and_keeps_unknown_words() -> None:
    """The strongest axis counts less; a row of zeros stays one."""
    rng = np.random.default_rng(1)
    block = rng.standard_normal((200, 5)) * [20, 1, 1, 1, 1]
    block[7] = 0
    shares = [np.square(evened(block, power)).sum(axis=0).max() for power in (0, 0.5, 1)]
    assert shares[0] > shares[1] > shares[2]
    assert not evened(block, 0.5)[7].any()
