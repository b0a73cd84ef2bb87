"""Finds the senses of the vocabulary's words in WordNet, and the links between the words."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import numpy as np

from embedding.words.relations import OTHER_SENSE, Kind, Relations
from embedding.words.table import Sense
from embedding.words.wordnet import Meaning, Synset, WordNet

GLOSSED = 3
"""So many senses of a word are told."""
_LINKED = 5  # a link by a rarer sense than this would puzzle whoever is told of it
_KINDS = {
    "@": Kind.KIND_OF,
    "#m": Kind.PART_OF,
    "#s": Kind.PART_OF,
    "#p": Kind.PART_OF,
    "!": Kind.ANTONYM,
    "&": Kind.SIMILAR,
    "^": Kind.SIMILAR,
    "$": Kind.SIMILAR,
    "+": Kind.DERIVED,
    "\\": Kind.DERIVED,
    "*": Kind.ENTAILS,
    ">": Kind.ENTAILS,
    ";c": Kind.IN_TOPIC,
}
_BOTH_WAYS = {Kind.SYNONYM, Kind.ANTONYM, Kind.SIMILAR, Kind.DERIVED}
# Links between two words, which say nothing of other words of the same meanings.
_OF_WORDS = {Kind.DERIVED}
_Key = tuple[str, int]  # part of speech and offset of a meaning
_Use = tuple[int, int]  # row of a word, and which of its senses a meaning is
_Link = tuple[int, int, int, int]


def short(gloss: str) -> str:
    """A gloss without its examples and afterthoughts."""
    return gloss.partition(";")[0].strip()


def senses_of(meanings: Sequence[Meaning]) -> tuple[Sense, ...]:
    """What the table tells of a word: its commonest senses."""
    return tuple(Sense(x.part, short(x.synset.gloss)) for x in meanings[:GLOSSED])


def relate(net: WordNet, rows: Mapping[str, int]) -> Relations:
    """The links that WordNet has between those words, in their five commonest senses."""
    uses: dict[_Key, dict[str, _Use]] = defaultdict(dict)
    for word, row in rows.items():
        for number, meaning in enumerate(net.by_use(word)[:_LINKED]):
            sense = number if number < GLOSSED else OTHER_SENSE
            uses[meaning.part, meaning.offset][word] = (row, sense)
    links: dict[tuple[int, int, int], int] = {}
    for key, words in uses.items():
        for source, kind, target, sense in _links(net, key, words, uses):
            at = (source, int(kind), target)
            if source != target:
                links[at] = min(sense, links.get(at, OTHER_SENSE))
    columns = list(zip(*((*at, sense) for at, sense in sorted(links.items())), strict=True))
    if not columns:
        return Relations.none()
    kinds = (np.int32, np.uint8, np.int32, np.uint8)
    return Relations(*(np.array(x, kind) for x, kind in zip(columns, kinds, strict=True)))


def _links(
    net: WordNet,
    key: _Key,
    words: Mapping[str, _Use],
    uses: Mapping[_Key, Mapping[str, _Use]],
) -> Iterator[_Link]:
    part, offset = key
    synset = net.synsets[part][offset]
    yield from _pairs(Kind.SYNONYM, words.values(), words.values())
    for pointer in synset.pointers:
        kind = _KINDS.get(pointer.symbol)
        there = uses.get((pointer.part, pointer.offset))
        if kind is None or not there:
            continue
        if kind in _OF_WORDS:
            other = net.synsets[pointer.part][pointer.offset]
            yield from _pairs(kind, _only(words, synset, pointer.source),
                              _only(there, other, pointer.target))  # fmt: skip
        else:
            yield from _pairs(kind, words.values(), there.values())


def _only(words: Mapping[str, _Use], synset: Synset, number: int) -> list[_Use]:
    """Of a synset's words the one a pointer names; all of them where it names none."""
    if not number:
        return list(words.values())
    word = synset.spellings()[number - 1]
    return [words[word]] if word in words else []


def _pairs(kind: Kind, sources: Iterable[_Use], targets: Collection[_Use]) -> Iterator[_Link]:
    for source, sense in sources:
        for target, target_sense in targets:
            yield source, kind, target, sense
            if kind in _BOTH_WAYS:
                yield target, kind, source, target_sense
