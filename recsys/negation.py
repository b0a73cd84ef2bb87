"""Tells what a text wishes for from what it says no to: in English, German and French."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recsys.wording import search_key

_TOKEN = re.compile(r"[^\W_]+n't\b|[^\W_]+(?:-[^\W_]+)*|[^\w\s]")


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NO = _words_of(
    """no not without nothing none avoid except nicht kein keine keinen keinem keiner keines ohne
    nichts ausser pas sans rien aucun aucune ni sauf"""
)
_ALL = _words_of("anything everything all alles tout")
"""After these a `but` says no."""
_NO_NO = _words_of(
    """only nur seulement uniquement bad schlecht ubel mal matter mind know care sure idea problem
    but als que"""
)
"""After these a no is none: not only, nicht schlecht, no matter, nothing but, rien que."""
_END = _words_of(
    """, ; . : ! ? ( ) but aber sondern mais rather instead just something lieber dafur stattdessen
    etwas plutot quelque"""
)
_JOIN = _words_of("and or nor und oder noch et ou & / '")
_LIGHT = _words_of(
    """a an the any too very so much many of with about in it is be to for that this me i i'd we
    you want wants wanted would like love need feel feeling please give show film films movie movies
    book books recipe recipes thing things do does don't doesn't didn't isn't aren't won't never
    zu sehr viel ein eine einen einem einer der die das den dem des mit uber von im am und ich wir
    will mochte hatte gern gerne mag bitte fur heute abend filme buch bucher rezept zeig gib mir
    de d des du la le les l un une trop tres avec sur je j ne n y a veux voudrais aime envie ai
    s il te vous t plait stp svp livre recette pour soir moi chose m mood"""
)
"""Words that wish for nothing by themselves."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text wishes for, empty where it only says no; and what it says no to."""

    wished: str
    unwanted: tuple[str, ...] = ()


def asked(text: str) -> Asked:
    """What a text asks for: without a no in it, all of it, as it is."""
    wished, unwanted = list[str](), list[list[str]]()
    words = _TOKEN.findall(text.replace("’", "'"))
    refused: list[str] | None = None
    for place, word in enumerate(words):
        if _says_no(words, place):
            refused = []
            unwanted.append(refused)
        elif refused is not None and not _ends(word, refused):
            refused.append(word)
        else:
            refused = None
            wished.append(word)
    against = tuple(phrase for phrase in map(_phrase, unwanted) if phrase)
    return Asked(_phrase(wished), against) if against else Asked(text)


def is_light(word: str) -> bool:
    """Whether a word wishes for nothing by itself."""
    key = search_key(word)
    return not key or key in _LIGHT or key in _JOIN or word.casefold() in _LIGHT


def _says_no(words: Sequence[str], place: int) -> bool:
    key, after = search_key(words[place]), _key(words, place + 1)
    if key == "but":
        return _key(words, place - 1) in _ALL
    no = key in _NO or words[place].casefold().endswith("n't")
    return no and after not in _NO_NO and not _asks_why(words, place)


def _asks_why(words: Sequence[str], place: int) -> bool:
    return _key(words, place - 1) in ("why", "warum", "pourquoi")


def _key(words: Sequence[str], place: int) -> str:
    return search_key(words[place]) if 0 <= place < len(words) else ""


def _ends(word: str, refused: Sequence[str]) -> bool:
    """Whether a word is none of what is refused any more; what was not named yet goes on."""
    return (search_key(word) or word) in _END and any(not is_light(one) for one in refused)


def _phrase(words: Sequence[str]) -> str:
    """The words from the first to the last that mean something."""
    kept = list(_heavy(words))
    return " ".join(filter(search_key, words[kept[0] : kept[-1] + 1])) if kept else ""


def _heavy(words: Sequence[str]) -> Iterator[int]:
    for place, word in enumerate(words):
        key = search_key(word)
        if not is_light(word) and key not in _ALL and (key or word) not in _END:
            yield place
