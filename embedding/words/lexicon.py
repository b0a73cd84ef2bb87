"""Chooses the words people may guess and the secrets they look for, from WordNet and frequency."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from embedding.words.wordnet import PARTS, Synset, WordNet

Zipf = Callable[[str], float]
"""Frequency of a word: log10 of its count per billion words (van Heuven et al. 2014)."""

VOCABULARY_ZIPF = 2.05
FORM_ZIPF = 1.8
SECRET_ZIPF = (3.4, 5.4)
SECRET_LENGTH = range(3, 11)
_RUDE = {"disparagement", "ethnic slur", "obscenity"}
_RUDE_GLOSS = re.compile(
    r"\b(offensive|slang term|obscene|vulgar|insult\w*|derogat\w+|disparag\w+|pejorative"
    r"|sexual\w*|genital\w*|penis|vagina|anus|prostitut\w+|rape|genocide|nazi\w*|suicide"
    r"|terrorist)\b",
    re.IGNORECASE,
)
# Fields of WordNet's nouns a secret may come from (lexnames 5.0): act, animal, artifact, body,
# event, feeling, food, object, person, phenomenon, plant, substance, time.
_SECRET_FIELDS = {4, 5, 6, 8, 11, 12, 13, 17, 18, 19, 20, 27, 28}
# Names, abbreviations and words that nobody is glad to find: no label in WordNet tells them.
_NO_SECRETS = {
    "abortion", "afghan", "bash", "beau", "booker", "brad", "breast", "bum", "cocaine", "dope",
    "heroin", "homicide", "maria", "mercer", "mike", "murderer", "opium", "racist", "rbi", "sec",
    "slave", "stein", "tit",
}  # fmt: skip
_WORD = re.compile(r"[a-z]{2,20}")
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word of the vocabulary: its commonest part of speech (n, v, a, r), gloss and frequency."""

    word: str
    part: str
    gloss: str
    zipf: float
    secret: bool


def choose_words(net: WordNet, zipf: Zipf) -> list[Lexeme]:
    """The vocabulary in alphabetical order; names, abbreviations and mere inflections left out."""
    lemmas = sorted(set().union(*(net.senses[part] for part in PARTS)))
    spelled = {word.partition("(")[0] for part in PARTS for s in net.synsets[part].values()
               for word in s.words}  # fmt: skip
    return [
        _lexeme(net, lemma, frequency)
        for lemma in lemmas
        if lemma in spelled  # a name is spelled with a capital and nothing else
        and _looks_like_a_word(lemma)
        and (frequency := zipf(lemma)) >= VOCABULARY_ZIPF
        and not _mere_inflection(net, lemma, zipf)
    ]


def choose_forms(
    net: WordNet, lexemes: Iterable[Lexeme], candidates: Iterable[str], zipf: Zipf
) -> dict[str, str]:
    """Inflected forms that stand for a word of the vocabulary (`ran` for `run`)."""
    known = {lexeme.word: lexeme for lexeme in lexemes}
    forms = {}
    for form in sorted(set(candidates)):
        if form in known or not _WORD.fullmatch(form) or zipf(form) < FORM_ZIPF:
            continue
        bases = [base for base, _ in _bases(net, form) if base in known]
        if bases:
            forms[form] = max(bases, key=lambda base: (known[base].zipf, base))
    return forms


def _bases(net: WordNet, form: str) -> list[tuple[str, str]]:
    return [(base, part) for part in PARTS for base in net.bases(form, part)]


def _looks_like_a_word(lemma: str) -> bool:
    return bool(_WORD.fullmatch(lemma) and _VOWEL.search(lemma) and len(set(lemma)) > 1)


def _mere_inflection(net: WordNet, lemma: str, zipf: Zipf) -> bool:
    """Whether people use the word as a form of a commoner one (*boys*, *went*), not by itself."""
    own = sum(net.counts[part, lemma] for part in PARTS)
    return any(
        net.counts[part, base] > 3 * own and zipf(base) > zipf(lemma) - 0.5
        for base, part in _bases(net, lemma)
    )


def _lexeme(net: WordNet, lemma: str, zipf: float) -> Lexeme:
    part = _main_part(net, lemma)
    meanings = [s for s in net.meanings(lemma, part) if _spells(s, lemma)]
    gloss = meanings[0].gloss.split(";")[0].strip() if meanings else ""
    return Lexeme(lemma, part, gloss, zipf, _may_be_secret(net, lemma, part, zipf))


def _main_part(net: WordNet, lemma: str) -> str:
    parts = [p for p in net.parts(lemma) if any(_spells(s, lemma) for s in net.meanings(lemma, p))]
    return (parts or net.parts(lemma))[0]


def _spells(meaning: Synset, lemma: str) -> bool:
    return any(word.partition("(")[0] == lemma for word in meaning.words)


def _may_be_secret(net: WordNet, lemma: str, part: str, zipf: float) -> bool:
    """A common, clean noun, used mostly as one, whose first meaning one can picture."""
    if part != "n" or len(lemma) not in SECRET_LENGTH or lemma in _NO_SECRETS:
        return False
    if not SECRET_ZIPF[0] <= zipf <= SECRET_ZIPF[1] or _bases(net, lemma):
        return False
    meanings = net.meanings(lemma, "n")
    others = sum(net.counts[p, lemma] for p in "var")
    return (
        meanings[0].field in _SECRET_FIELDS
        and _spells(meanings[0], lemma)  # else its first meaning is a name
        and net.counts["n", lemma] > 2 * others
        and not is_rude(net, lemma)
    )


def is_rude(net: WordNet, lemma: str) -> bool:
    """Whether any meaning is labelled or described as a slur, an obscenity or an insult."""
    meanings = [s for part in PARTS for s in net.meanings(lemma, part)]
    return any(_RUDE & set(s.usages) or _RUDE_GLOSS.search(s.gloss) for s in meanings)
