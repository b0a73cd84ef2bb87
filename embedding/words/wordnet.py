"""Reads the database files of WordNet 3.0, as Debian's `wordnet-base` installs them."""

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_SENSE_TYPE = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
# The suffixes which WordNet's own "morphy" takes off, by part of speech.
_SUFFIXES = {
    "n": (("ies", "y"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
          ("men", "man"), ("s", "")),
    "v": (("ies", "y"), ("es", "e"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", "e"), ("ed", ""),
          ("ing", "e"), ("ing", "")),
    "a": (("ier", "y"), ("iest", "y"), ("er", "e"), ("est", "e"), ("er", ""), ("est", "")),
    "r": (),
}  # fmt: skip
_DOUBLED = re.compile(r"(.)\1$")


@dataclass(frozen=True, slots=True)
class Pointer:
    """A link to another meaning; `source` and `target` number the words it is between, from 1.

    Both are 0 where the link is between the meanings as such. `symbol` is that of wninput(5).
    """

    symbol: str
    part: str
    offset: int
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """One meaning: the words that share it, its field, its gloss, its usage labels, its links."""

    words: tuple[str, ...]
    field: int
    gloss: str
    usages: tuple[str, ...]
    pointers: tuple[Pointer, ...] = dataclasses.field(default=(), compare=False)

    def spellings(self) -> tuple[str, ...]:
        """Its words without markers of place, as in *aware(p)*."""
        return tuple(word.partition("(")[0] for word in self.words)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A synset as one of a lemma's senses: its part of speech and its offset."""

    part: str
    offset: int
    synset: Synset


@dataclass(slots=True)
class WordNet:
    """All meanings by part of speech, in the order of frequency that WordNet gives them.

    `senses[part][lemma]` are offsets into `synsets[part]`; `counts[part, lemma]` is how often the
    lemma was met in tagged text, `sense_counts[part, lemma, n]` how often in its nth sense.
    """

    synsets: dict[str, dict[int, Synset]] = field(default_factory=dict)
    senses: dict[str, dict[str, tuple[int, ...]]] = field(default_factory=dict)
    exceptions: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    counts: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))

    sense_counts: dict[tuple[str, str, int], int] = field(default_factory=dict)

    def by_use(self, lemma: str) -> list[Meaning]:
        """The meanings in which the lemma is no name, of all parts of speech, most used first."""
        found = [
            (-self.sense_counts.get((part, lemma, number), 0), order, number, part, offset)
            for order, part in enumerate(self.parts(lemma))
            for number, offset in enumerate(self.senses[part][lemma], 1)
            if lemma in self.synsets[part][offset].spellings()
        ]
        return [
            Meaning(part, offset, self.synsets[part][offset]) for *_, part, offset in sorted(found)
        ]

    def meanings(self, lemma: str, part: str) -> list[Synset]:
        """The meanings of a lemma as that part of speech, commonest first."""
        return [self.synsets[part][at] for at in self.senses[part].get(lemma, ())]

    def parts(self, lemma: str) -> list[str]:
        """The parts of speech a lemma has, the most used first."""
        found = [part for part in PARTS if lemma in self.senses[part]]
        return sorted(found, key=lambda part: -self.counts[part, lemma])

    def bases(self, form: str, part: str) -> list[str]:
        """The lemmas which `form` may be an inflection of (Miller's "morphy"), itself left out."""
        lemmas = self.senses[part]
        found = [base for base in self.exceptions[part].get(form, ()) if base in lemmas]
        for suffix, ending in _SUFFIXES[part]:
            if form.endswith(suffix) and len(form) > len(suffix) + 1:
                stem = form.removesuffix(suffix)
                found += [base for base in _spellings(stem, ending, suffix) if base in lemmas]
        return [base for base in dict.fromkeys(found) if base != form]


def _spellings(stem: str, ending: str, suffix: str) -> Iterator[str]:
    yield stem + ending
    if not ending and suffix in {"ed", "ing", "er", "est"} and _DOUBLED.search(stem):
        yield stem[:-1]  # stopped, stopping: morphy itself leaves these to its exception lists


def read_wordnet(folder: Path) -> WordNet:
    """The database in `folder`. Raises OSError where a file of it is missing."""
    net = WordNet()
    for part, name in PARTS.items():
        net.synsets[part] = dict(_read_data(folder / f"data.{name}", folder))
        net.senses[part] = dict(_read_index(folder / f"index.{name}"))
        net.exceptions[part] = _read_exceptions(folder / f"{name}.exc")
    for line in _lines(folder / "cntlist.rev"):
        key, number, count = line.split()
        lemma, _, rest = key.partition("%")
        part = _SENSE_TYPE[rest[0]]
        net.counts[part, lemma] += int(count)
        net.sense_counts[part, lemma, int(number)] = int(count)
    return net


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from (line for line in file if not line.startswith("  "))  # the licence on top


def _read_index(path: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    for line in _lines(path):
        fields = line.split()
        senses = int(fields[2])
        yield fields[0], tuple(int(at) for at in fields[-senses:])


def _read_exceptions(path: Path) -> dict[str, tuple[str, ...]]:
    rows = (line.split() for line in _lines(path))
    return {form: tuple(bases) for form, *bases in rows}


def _read_data(path: Path, folder: Path) -> Iterator[tuple[int, Synset]]:
    labels = _usage_labels(folder)
    for line in _lines(path):
        body, _, gloss = line.partition("|")
        fields = body.split()
        number = int(fields[3], 16)
        words = tuple(fields[4 : 4 + 2 * number : 2])
        at = 5 + 2 * number
        pointers = tuple(_pointers(fields[at : at + 4 * int(fields[at - 1])]))
        usages = tuple(labels.get(x.offset, "") for x in pointers if x.symbol == ";u")
        yield int(fields[0]), Synset(words, int(fields[1]), gloss.strip(), usages, pointers)


def _pointers(fields: list[str]) -> Iterator[Pointer]:
    for symbol, offset, part, words in zip(*(fields[i::4] for i in range(4)), strict=True):
        ends = bytes.fromhex(words)  # two numbers of two hexadecimal digits each
        yield Pointer(symbol, "a" if part == "s" else part, int(offset), *ends)


def _usage_labels(folder: Path) -> dict[int, str]:
    """Offsets of the nouns that label usage ("ethnic slur", "obscenity"): all of them nouns."""
    found = {}
    for line in _lines(folder / "data.noun"):
        fields = line.split(maxsplit=5)
        found[int(fields[0])] = fields[4].replace("_", " ")
    return found
