"""Chooses the words that puzzles may hide."""

import re
from collections.abc import Collection

from embedding.words.lexicon import Lexeme
from embedding.words.lists import words_of
from embedding.words.wordnet import PARTS, WordNet

# The fewest and the most a secret may be used, by part of speech: rarer words not everybody knows,
# commoner ones mean too many things. (Zipf, van Heuven et al. 2014)
_ZIPF = {"n": (3.4, 5.6), "v": (3.7, 5.4), "a": (3.9, 5.5)}
_LENGTH = range(3, 12)
# WordNet's fields (lexnames(5)) whose meanings one can picture. Nouns: act, animal, artifact, body,
# event, feeling, food, group, object, person, phenomenon, plant, shape, substance, time. Verbs:
# body, consumption, contact, creation, emotion, motion, perception, weather.
_FIELDS = {
    "n": {4, 5, 6, 8, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 25, 27, 28},
    "v": {29, 34, 35, 36, 37, 38, 39, 43},
    "a": {0, 44},
}
_ABSTRACT = re.compile(
    r".*(tion|sion|ment|ness|ity|ism|ance|ence|ency|ship|hood|ology|ing|ally|ative|ary|ical|ual"
    r"|able|ible|ial|onal)"
)
_UNKIND = re.compile(
    r"\b(offensive|slang term|obscene|vulgar|insult\w*|derogat\w+|disparag\w+|pejorative"
    r"|sexual\w*|genital\w*|prostitut\w+|rape|genocide|nazi\w*|suicide|terrorist|narcotic"
    r"|murder\w*|torture\w*|execut(?:ed|ion)|excrement|feces)\b",
    re.IGNORECASE,
)


def choose_secrets(
    net: WordNet, lexemes: Collection[Lexeme], forms: Collection[str], everyday: Collection[str]
) -> list[str]:
    """Common, clean nouns, verbs and adjectives that one can picture, in alphabetical order.

    `forms` are words that are also a form of another one, `everyday` those that everybody knows.
    `data/no_secrets.txt` takes out what no rule finds: words that nobody is glad to find. No rule
    tells adjectives that one can picture either: they come from `data/adjectives.txt`.
    """
    barred = words_of("no_secrets.txt") | frozenset(forms)
    vivid = words_of("adjectives.txt")
    return [
        x.word
        for x in lexemes
        if x.word in everyday
        and x.word not in barred
        and (x.senses[0].part != "a" or x.word in vivid)
        and _fit(net, x)
    ]


def _fit(net: WordNet, lexeme: Lexeme) -> bool:
    part, word = lexeme.senses[0].part, lexeme.word
    if part not in _ZIPF or lexeme.hidden or lexeme.name_like or len(word) not in _LENGTH:
        return False
    low, high = _ZIPF[part]
    return (
        low <= lexeme.zipf <= high
        and lexeme.field in _FIELDS[part]
        and not _ABSTRACT.fullmatch(word)
        and _mostly(net, word, part)
        and not any(_UNKIND.search(sense.gloss) for sense in lexeme.senses)
    )


def _mostly(net: WordNet, word: str, part: str) -> bool:
    """Whether the word is used as that part of speech at least as often as as all others."""
    others = sum(net.counts[other, word] for other in PARTS if other != part)
    return net.counts[part, word] >= others
