"""Tells what a text wishes for from what it says no to: in English, German and French.

Where that is in doubt, nothing is refused: a word too many that counts as wished for does less
harm than one that rules things out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from recsys.noes import (
    AGAIN,
    ALL,
    AND,
    ANEW,
    ASKING,
    END,
    ENDINGS,
    FIXED,
    JOIN,
    LIGHT,
    NO,
    NO_NO,
    NOT_NO,
    OR,
    QUALITIES,
    SHORT,
    THINGS,
    UNABLE,
    VAGUE,
    WANTING,
)
from recsys.wording import search_key

_WORD = r"[^\W_]+n't\b|[^\W_]+(?:-[^\W_]+)*|[^\w\s]"
_EDGES = " \t\n.,;:!?…\"'„“”»«"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a text wishes for, empty where it only says no; and what it says no to."""

    wished: str
    unwanted: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it only says no."""
        return bool(self.unwanted) and not self.wished


def asked(text: str, titles: Iterable[str] = ()) -> Asked:
    """What a text asks for: without a no in it, all of it, as it is.

    One that is one of `titles`, or words of one, is just that; and so is one inside of it.
    """
    told = _told(text, FIXED)
    if not told.unwanted:
        return told
    written = _folded(text).strip(_EDGES)
    inside = list(FIXED)
    for title in titles:
        folded = _folded(title)
        if written in folded and f" {search_key(written)} " in f" {search_key(title)} ":
            return Asked(text)
        if folded in written and " " in folded.strip():
            inside.append(title)
    return _told(text, inside) if len(inside) > len(FIXED) else told


def is_light(word: str) -> bool:
    """Whether a word wishes for nothing by itself."""
    key = search_key(word)
    return not key or key in LIGHT or key in JOIN or word.casefold() in LIGHT


def head(phrase: str) -> str:
    """The first words of a phrase that mean something: what it is about, without what that has."""
    words = dropwhile(lambda word: not _names(word), phrase.split())
    return " ".join(takewhile(lambda word: not is_light(word), words))


def _told(text: str, whole: Iterable[str]) -> Asked:
    """What a text asks for, in which each of `whole` is one word."""
    words = _tokens(text, whole)
    wished, unwanted = list[str](), list[list[str]]()
    refused: list[str] | None = None
    things = False
    for place, word in enumerate(words):
        another = refused is not None and any(map(_names, refused))
        if _says_no(words, place, again=refused is not None):
            things = _of_things(words, place) or (things and refused is not None)
            unwanted.append(refused := [])
        elif refused is None or (another and _ends(words, place, things=things)):
            refused = None
            wished.append(word)
        elif another and _key(words, place) in AND | OR:
            unwanted.append(refused := [])
        else:
            refused.append(word)
    against = tuple(phrase for phrase in map(_phrase, unwanted) if phrase)
    return Asked(_phrase(wished), against) if against else Asked(text)


def _tokens(text: str, whole: Iterable[str]) -> Sequence[str]:
    folded = sorted((_straight(one).strip() for one in whole), key=len, reverse=True)
    kept = "".join(rf"(?<!\w){re.escape(one)}(?!\w)|" for one in folded)
    return re.findall(kept + _WORD, _straight(text), re.IGNORECASE)


def _says_no(words: Sequence[str], place: int, *, again: bool) -> bool:
    """Whether a word is a no; `again` if something is refused already."""
    key, before, after = (_key(words, place + step) for step in (0, -1, 1))
    if key == "but":
        return before in ALL
    if key == "dont":
        return after in WANTING
    if key == "noch":
        said = [_key(words, one) for one in range(place)]
        return again or ("weder" in said and "noch" not in said)
    if before in ("why", "warum", "pourquoi") or after in NO_NO:
        return False
    if words[place].casefold() in SHORT:
        return after not in ASKING | NOT_NO
    return key in THINGS or (key in NO and after not in NOT_NO and before not in UNABLE)


def _of_things(words: Sequence[str], place: int) -> bool:
    """Whether a no is one to things, and not to what they are like."""
    key = _key(words, place)
    if key == "pas":
        return bool({_key(words, place + 1), _key(words, place + 2)} & {"de", "d"})
    return key in THINGS or key in ("but", "dont", "don t", "doesn t")


def _ends(words: Sequence[str], place: int, *, things: bool) -> bool:
    """Whether a word is none of what is refused any more, something of which was named."""
    key, after = _key(words, place), _key(words, place + 1)
    if key in AND | OR:
        if after in END | AGAIN | ANEW:
            return True
        return key in AND and (not things or _is_quality(words[place + 1 :], words[place - 1]))
    return key in END | AGAIN


def _is_quality(words: Sequence[str], thing: str) -> bool:
    """Whether the next that means something says how to be, and is no thing like that before.

    In German things have capitals.
    """
    word = next((word for word in words if not is_light(word)), "")
    key = search_key(word)
    small = thing[:1].isupper() and word.islower()
    return small or key in QUALITIES or key.endswith(ENDINGS)


def _key(words: Sequence[str], place: int) -> str:
    """A word as it is looked up, a sign as it is; empty beyond either end."""
    return search_key(words[place]) or words[place] if 0 <= place < len(words) else ""


def _names(word: str) -> bool:
    return not is_light(word) and search_key(word) not in VAGUE


def _phrase(words: Sequence[str]) -> str:
    """The words from the first to the last that mean something."""
    kept = list(_heavy(words))
    return " ".join(filter(search_key, words[kept[0] : kept[-1] + 1])) if kept else ""


def _heavy(words: Sequence[str]) -> Iterator[int]:
    for place, word in enumerate(words):
        key = search_key(word)
        if not is_light(word) and key not in ALL and (key or word) not in END:
            yield place


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _folded(text: str) -> str:
    return _straight(text).casefold()
