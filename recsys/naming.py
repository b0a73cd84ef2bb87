"""The names that a title has: with its article in front, without what stands in brackets, and it.

Catalogues sort "The Counterfeiters" as "Counterfeiters, The (Die Fälscher)"; people do not.
"""

import re
from collections.abc import Iterator

from recsys.wording import search_key

_ARTICLES = (
    "The", "A", "An",
    "Der", "Die", "Das", "Den", "Dem", "Ein", "Eine",
    "Le", "La", "Les", "L'", "L’", "Un", "Une",
    "El", "Los", "Las", "Lo", "Una", "Il", "I", "Gli",
    "De", "Det", "En", "Ett", "Het", "Da",
)  # fmt: skip
_KNOWN_AS = r"(?:a\.?\s?k\.?\s?a\.?\s+)"
_LOOKED_UP = {search_key(article) for article in _ARTICLES}
_TRAILING = re.compile(
    rf"(?P<before>(?:^|\()\s*{_KNOWN_AS}?)(?P<name>[^()]+?),\s(?P<article>{'|'.join(_ARTICLES)})"
    r"(?=\s*(?:[()]|$))"
)
_LAST_BRACKETS = re.compile(r"^(?P<main>.*\S)\s*\((?P<other>[^()]+)\)\s*$", re.DOTALL)
_AKA = re.compile(rf"^\s*{_KNOWN_AS}", re.IGNORECASE)
_YEAR = re.compile(r"\s*-?\d{1,4}\s*")


def fronted(title: str) -> str:
    """A title with the articles at the ends of its names in front of these."""
    return _TRAILING.sub(_front, title)


def keys_of(title: str) -> tuple[str, ...]:
    """The names of a title as they are looked up: first the whole, then the parts, none twice.

    Brackets at its end hold names of their own, unless a year stands in them.
    """
    plain = fronted(title)
    found = (search_key(name) for name in (title, plain, *_parts(plain)))
    return tuple(key for key in dict.fromkeys(found) if key)


def telling(key: str) -> str:
    """The words of a key that are no articles, by which it can be told; all where it has none."""
    words = [word for word in key.split() if word not in _LOOKED_UP]
    return " ".join(words) or key


def undated(title: str, year: int | None) -> str:
    """A title without that year in brackets at its end, unless nothing else is in it."""
    end = f"({year})"
    if year is None or not title.endswith(end):
        return title
    return title[: -len(end)].rstrip() or title


def _front(found: re.Match[str]) -> str:
    article = found["article"]
    gap = "" if article.endswith(("'", "’")) else " "
    return f"{found['before']}{article}{gap}{found['name']}"


def _parts(title: str) -> Iterator[str]:
    while (found := _LAST_BRACKETS.match(title)) is not None:
        title = found["main"]
        if not _YEAR.fullmatch(found["other"]):
            yield _AKA.sub("", found["other"])
        yield title
