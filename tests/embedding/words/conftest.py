"""A word table of a few words, and a WordNet of a few meanings in the true file format."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

from embedding.words.artifact import load_words
from embedding.words.lexicon import Lexicographer, Vocabulary
from embedding.words.spellings import Spellings
from embedding.words.table import WordTable
from embedding.words.wordnet import WordNet, read_wordnet

LICENCE = "  1 This software and database is being provided to you, the LICENSEE, by  \n"
FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_TYPES = {"n": "1", "v": "2", "a": "3", "r": "4", "s": "5"}


@pytest.fixture
def small_table() -> WordTable:
    """Four words in two dimensions, with forms, glosses of any letters and sources."""
    return WordTable(
        version="7",
        words=["cat", "dog", "naïve", "run"],
        vectors=np.array([[127, 1], [120, 40], [-3, 127], [0, -127]], np.int8),
        forms={"cats": 0, "ran": 3, "running": 3},
        secrets=np.array([0, 1], np.int32),
        parts="nnav",
        zipf=np.array([4.5, 5.25, 3, 6], np.float32),
        glosses=["a feline", "a canine", "lacking guile: “wide-eyed”", ""],
        sources={"by hand": "MIT"},
    )


@pytest.fixture(scope="session")
def real_table() -> WordTable:
    """The table that players use."""
    return load_words(Path(__file__).parents[3] / "game" / "data" / "words.warmer")


@dataclass(frozen=True)
class Sense:
    """A meaning to write: words as they are spelled, gloss, field, and its usage label, if any."""

    part: str
    words: tuple[str, ...]
    gloss: str
    field: int = 0
    label: str | None = None
    satellite: bool = False


@dataclass
class Dictionary:
    """What a WordNet folder is to hold; senses of a word come in the order of use."""

    senses: list[Sense] = field(default_factory=list)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    exceptions: dict[str, list[str]] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        """Write the files with their true offsets, which all have eight digits."""
        offsets: dict[Sense, int] = dict.fromkeys(self.senses, 0)
        for _ in range(2):  # once to learn the offsets, once more to write them
            for part, name in FILES.items():
                text = LICENCE
                for sense in (x for x in self.senses if x.part == part):
                    offsets[sense] = len(text.encode())
                    text += self._data(sense, offsets)
                (folder / f"data.{name}").write_text(text, encoding="utf-8")
        for part, name in FILES.items():
            (folder / f"index.{name}").write_text(self._index(part, offsets), encoding="utf-8")
            lines = "".join(f"{line}\n" for line in self.exceptions.get(part, ()))
            (folder / f"{name}.exc").write_text(lines, encoding="utf-8")
        (folder / "cntlist.rev").write_text(self._counts(), encoding="utf-8")
        return folder

    def _data(self, sense: Sense, offsets: dict[Sense, int]) -> str:
        words = " ".join(f"{word} 0" for word in sense.words)
        pointers = [f"+ {offsets[sense]:08d} {sense.part} 0101"]
        if sense.label is not None:
            label = next(x for x in self.senses if sense.label in x.words)
            pointers.append(f";u {offsets[label]:08d} n 0000")
        frames = " 01 + 02 00" if sense.part == "v" else ""
        kind = "s" if sense.satellite else sense.part
        return (
            f"{offsets[sense]:08d} {sense.field:02d} {kind} {len(sense.words):02x} {words} "
            f"{len(pointers):03d} {' '.join(pointers)}{frames} | {sense.gloss}  \n"
        )

    def _index(self, part: str, offsets: dict[Sense, int]) -> str:
        lemmas: dict[str, list[Sense]] = {}
        for sense in (x for x in self.senses if x.part == part):
            for word in sense.words:
                lemmas.setdefault(word.partition("(")[0].lower(), []).append(sense)
        lines = [
            f"{lemma} {part} {len(found)} 2 + ;u {len(found)} 0 "
            + " ".join(f"{offsets[sense]:08d}" for sense in found)
            for lemma, found in sorted(lemmas.items())
        ]
        return LICENCE + "".join(f"{line}  \n" for line in lines)

    def _counts(self) -> str:
        return "".join(
            f"{lemma}%{SENSE_TYPES[kind]}:00:00:: 1 {count}\n"
            for (kind, lemma), count in self.counts.items()
        )


DICTIONARY = Dictionary(
    senses=[
        Sense("n", ("disparagement", "depreciation"), "a disparaging remark", 10),
        Sense("n", ("river",), 'a large stream of water; "the river was navigable"', 17),
        Sense("n", ("dog", "domestic_dog"), "a member of the genus Canis", 5),
        Sense("n", ("dog",), "someone who is morally reprehensible", 18),
        Sense("n", ("run", "tally"), "a score in baseball", 4),
        Sense("n", ("Turkey",), "a Eurasian republic", 15),
        Sense("n", ("turkey",), "a large gallinaceous bird", 5),
        Sense("n", ("Paris",), "the capital of France", 15),
        Sense("n", ("idea",), "the content of cognition", 9),
        Sense("n", ("lout", "boor"), "a crude person", 18, label="disparagement"),
        Sense("n", ("brothel",), "a building where prostitutes are available", 6),
        Sense("n", ("boys",), "a gang", 14),
        Sense("n", ("boy",), "a youthful male person", 18),
        Sense("n", ("nth",), "an abbreviation", 6),
        Sense("n", ("gem",), "a crystalline rock", 6),
        Sense("n", ("goose", "a_b"), "web-footed bird", 5),
        Sense("n", ("color", "colour"), "a visual attribute of things", 7),
        Sense("v", ("run",), "move fast by using one's feet", 38),
        Sense("v", ("stop", "halt"), "come to a halt", 38),
        Sense("v", ("carry",), "move while supporting", 35),
        Sense("a", ("aware(p)",), "having or showing knowledge", 0),
        Sense("a", ("speedy",), "moving quickly", 0, satellite=True),
        Sense("r", ("soon",), "in the near future", 2),
    ],
    counts={
        ("n", "river"): 10,
        ("n", "dog"): 20,
        ("n", "run"): 4,
        ("v", "run"): 50,
        ("n", "turkey"): 3,
        ("n", "idea"): 30,
        ("n", "boy"): 40,
        ("n", "boys"): 2,
        ("n", "gem"): 1,
        ("n", "lout"): 1,
        ("n", "boor"): 1,
        ("n", "brothel"): 1,
        ("n", "goose"): 2,
        ("s", "speedy"): 5,
    },
    exceptions={"v": ["ran run"], "n": ["geese goose", "dice die"]},
)


@pytest.fixture(scope="session")
def wordnet_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files of a small WordNet."""
    return DICTIONARY.write(tmp_path_factory.mktemp("wordnet"))


@pytest.fixture(scope="session")
def wordnet(wordnet_folder: Path) -> WordNet:
    """The small WordNet, read."""
    return read_wordnet(wordnet_folder)


@pytest.fixture
def zipf() -> Callable[[str], float]:
    """Frequencies of the small WordNet's words; all others are unheard of."""
    common = (
        "river dog tally turkey paris idea lout boor brothel boy boys nth gem goose run stop halt "
        "carry aware speedy soon rivers dogs ran running stopped stopping geese carries carried "
        "gems colour color colours selfie selfies"
    )
    return lambda word: 4.0 if word in common.split() else 0.0


@pytest.fixture
def spellings() -> Spellings:
    """What the small WordNet's words are, in the manner of SCOWL."""
    ordinary = frozenset({"river", "dog", "color", "colour", "colors", "colours", "turkey", "boy"})
    return Spellings(
        ordinary=ordinary,
        names=frozenset({"paris", "tally"}),
        variants=frozenset({"colour", "colours"}),
        standard=ordinary - {"colour", "colours"},
    )


@pytest.fixture
def vocabulary(wordnet: WordNet, spellings: Spellings, zipf: Callable[[str], float]) -> Vocabulary:
    """The vocabulary of the small WordNet."""
    writer = Lexicographer(wordnet, spellings, zipf, {"boor"})
    candidates = "dogs ran running stopped geese carries rivers halts paris zzz Dogs dog's selfies"
    return writer.vocabulary(candidates.split())
