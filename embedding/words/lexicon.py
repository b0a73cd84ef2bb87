"""Chooses the words people may guess, their forms, their senses and their families."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from embedding.words.lists import text_of, words_of
from embedding.words.relate import senses_of, short
from embedding.words.rude import Rudeness
from embedding.words.spellings import Spellings, is_name
from embedding.words.table import NO_FIELD, Sense
from embedding.words.wordnet import PARTS, WordNet

Zipf = Callable[[str], float]
"""Frequency of a word: log10 of its count per billion words (van Heuven et al. 2014)."""

VOCABULARY_ZIPF = 2.05
FORM_ZIPF = 1.5
_SYNONYMS = 5
_WORD = re.compile(r"[a-z]{2,20}")
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of the vocabulary with what the table is to say of it, and the text it is encoded by.

    That is `explained`: its three commonest senses and their synonyms; empty for a word that nobody
    has described.
    """

    word: str
    zipf: float
    senses: tuple[Sense, ...]
    field: int = NO_FIELD
    explained: str = ""
    hidden: bool = False
    name_like: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lexemes in alphabetical order, forms and variants of them, and inflections among them.

    `forms` leads from a form or a variant to a lexeme's word; `kin` from a lexeme's word to those
    which it looks an inflection of. Whether they are one word is for their vectors to say.
    """

    lexemes: tuple[Lexeme, ...]
    forms: Mapping[str, str]
    kin: Mapping[str, Sequence[str]] = field(default_factory=dict)


class Lexicographer:
    """Makes the vocabulary from WordNet, SCOWL's spellings, frequencies, and own lists.

    `data/extra.tsv` has words that WordNet lacks (function words, new words) with glosses of our
    own; `data/same_words.tsv` spellings that SCOWL does not pair; `data/other_words.txt` those
    that only look like inflections of another word (*seed*, *left*); `data/names.txt` those that
    are names more than words.
    """

    def __init__(
        self, net: WordNet, spellings: Spellings, zipf: Zipf, profanities: Collection[str] = ()
    ) -> None:
        self._net = net
        self._spellings = spellings
        self._zipf = zipf
        self._rude = Rudeness(net, profanities)
        self._others = words_of("other_words.txt")
        self._names = words_of("names.txt")
        self._same = dict(line.split("\t") for line in text_of("same_words.tsv").splitlines())
        rows = (line.split("\t") for line in text_of("extra.tsv").splitlines())
        self._extra = {word: Sense(part, gloss) for word, part, gloss in rows}

    def vocabulary(self, candidates: Iterable[str]) -> Vocabulary:
        """The vocabulary; forms are looked for among the candidates, say all words in use."""
        words = self._words()
        lexemes = tuple(self._lexeme(word) for word in sorted(words))
        frequency = {lexeme.word: lexeme.zipf for lexeme in lexemes}
        forms = {}
        for form in sorted(set(candidates) | self._spellings.variants):
            if form not in words and _WORD.fullmatch(form) and self._zipf(form) >= FORM_ZIPF:
                base = self._resolved(form, frequency)
                if base is not None:
                    forms[form] = base
        kin = {word: bases for word in sorted(words) if (bases := self._kin(word, frequency))}
        return Vocabulary(lexemes, forms, kin)

    def _words(self) -> set[str]:
        net = self._net
        lemmas = set().union(*(net.senses[part] for part in PARTS))
        chosen = {
            lemma
            for lemma in lemmas
            if lemma in self._uncapitalised
            and _looks_like_a_word(lemma)
            and self._zipf(lemma) >= VOCABULARY_ZIPF
            and not self._mere_inflection(lemma)
        }
        chosen |= self._extra.keys()
        return {
            word
            for word in chosen
            if (american := self._american(word)) is None
            or not (american in chosen or (american in lemmas and self._mere_inflection(american)))
        }

    @cached_property
    def _uncapitalised(self) -> frozenset[str]:
        """Words that are spelled without a capital in one of their meanings at least."""
        return frozenset(
            word
            for part in PARTS
            for synset in self._net.synsets[part].values()
            for word in synset.spellings()
        )

    @cached_property
    def _capitalised(self) -> frozenset[str]:
        return frozenset(word.lower() for word in self._uncapitalised if word != word.lower())

    def _lexeme(self, word: str) -> Lexeme:
        meanings = self._net.by_use(word)
        zipf = self._zipf(word)
        hidden = self._rude.hides(word)
        if word in self._extra:
            own = self._extra[word]
            senses = (own, *senses_of(meanings)[:2])
            return Lexeme(word, zipf, senses, explained=f"{word}: {own.gloss}", hidden=hidden)
        explained = []
        for meaning in meanings[:3]:
            same = [x.replace("_", " ") for x in meaning.synset.spellings() if x != word]
            names = ", ".join([word, *same][:_SYNONYMS])
            explained.append(f"{names}: {short(meaning.synset.gloss)}")
        return Lexeme(
            word,
            zipf,
            senses_of(meanings),
            meanings[0].synset.field,
            "; ".join(explained),
            hidden,
            self._name_like(word),
        )

    def _name_like(self, word: str) -> bool:
        """Whether it is met mostly as a name, or is short and hardly a word at all."""
        used = self._used(word)
        return (
            word in self._names
            or (not used and is_name(word, self._spellings, self._capitalised))
            or (not used and len(word) < 3)
        )

    def _used(self, word: str) -> int:
        return sum(self._net.counts[part, word] for part in PARTS)

    def _american(self, word: str) -> str | None:
        if word in self._same.values():
            return None
        return self._same.get(word) or self._spellings.american(word, self._share_a_meaning)

    def _share_a_meaning(self, word: str, other: str) -> bool | None:
        """None where WordNet does not know the word, so that it cannot tell."""
        mine = {(x.part, x.offset) for x in self._net.by_use(word)}
        if not mine:
            return None
        return any((x.part, x.offset) in mine for x in self._net.by_use(other))

    def _mere_inflection(self, lemma: str) -> bool:
        """Whether people use the word as a form of a commoner one (*boys*, *went*)."""
        if lemma in self._others or lemma in self._extra:
            return False
        own = self._used(lemma)
        return any(
            self._net.counts[part, base] > 3 * own
            and self._zipf(base) > self._zipf(lemma) - 0.5
            and not (part == "a" and self._net.counts["n", lemma])
            for base, part in self._bases(lemma)
        )

    def _bases(self, form: str) -> list[tuple[str, str]]:
        found = [(base, part) for part in PARTS for base in self._net.bases(form, part)]
        stems = [form.removesuffix(x) for x in ("s", "es", "ed", "d", "ing") if form.endswith(x)]
        stems += [form.removesuffix("ing") + "e"] if form.endswith("ing") else []
        return found + [(x, self._extra[x].part) for x in stems if x in self._extra]

    def _resolved(self, form: str, words: Mapping[str, float], depth: int = 0) -> str | None:
        """The word a form stands for: itself a base, by its American spelling, or both in turn."""
        american = self._american(form)
        if american in words:
            return american
        near = [american] if american else []
        near += [base for base, _ in self._bases(form)]
        known = [base for base in near if base in words]
        if known:
            return max(known, key=lambda base: (words[base], base))
        if depth == 2:
            return None
        further = (self._resolved(base, words, depth + 1) for base in near)
        return next((base for base in further if base is not None), None)

    def _kin(self, word: str, words: Collection[str]) -> Sequence[str]:
        if word in self._others or word in self._extra:
            return ()
        return [
            base
            for base, part in self._bases(word)
            if base in words and len(base) > 2 and not self._noun_by_chance(word, base, part)
        ]

    def _noun_by_chance(self, word: str, base: str, part: str) -> bool:
        """Whether a noun (*number*) only looks like a form of an adjective (*numb*)."""
        return part == "a" and word.startswith(base[:2]) and self._net.counts["n", word] > 0


def _looks_like_a_word(lemma: str) -> bool:
    return bool(_WORD.fullmatch(lemma) and _VOWEL.search(lemma) and len(set(lemma)) > 1)
