"""The words a person would think of beside a word, by WordNet, and those that merely inflect it."""

import re
from collections.abc import Iterable

from embedding.words.relations import Kind
from embedding.words.table import WordTable

# What people say is common: rarer words are not expected of them.
_COMMON_ZIPF = 3.0
_LINKED, _SIBLINGS = 20, 10
# A kind with more kinds of its own than this (artifact, change) says little of any of them.
_WIDEST_KIND = 40
_SHORT_VOWEL = re.compile(r"(^|[^aeiou])[aeiou][^aeiouwxy]$")


def expected_words(table: WordTable, row: int) -> list[int]:
    """Rows that WordNet links with the word, and others of its narrowest kinds; common ones only.

    At most 20 linked by the word's first sense (any sense of the other word), and at most 10 of
    the same kind, the commonest first; none of the word's own family, none unfit to be shown.
    """
    links = table.relations
    out = [link for link in links.of(row) if link.sense == 0]
    linked = {link.target for link in out} | {link.source for link in links.to(row)}
    found = _commonest(table, row, linked, _LINKED)
    siblings: set[int] = set()
    for kind in (link.target for link in out if link.kind is Kind.KIND_OF):
        same = {x.source for x in links.to(kind) if x.kind is Kind.KIND_OF and x.sense == 0}
        if len(same) <= _WIDEST_KIND:
            siblings |= same
    return found + _commonest(table, row, siblings - linked, _SIBLINGS)


def inflects(word: str, other: str) -> bool:
    """Whether one of two words is spelled as a regular inflection of the other.

    This looks at spelling alone, so that it also finds what the table's families have missed.
    """
    return word in _forms(other) or other in _forms(word)


def _commonest(table: WordTable, row: int, rows: Iterable[int], limit: int) -> list[int]:
    fit = [
        other
        for other in rows
        if table.listable[other]
        and table.zipf[other] >= _COMMON_ZIPF
        and not table.same_family(other, row)
    ]
    return sorted(fit, key=lambda other: (-float(table.zipf[other]), other))[:limit]


def _forms(word: str) -> set[str]:
    forms = {word + "s", word + "es", word + "ed", word + "ing"}
    if word.endswith("y"):
        forms |= {word[:-1] + "ies", word[:-1] + "ied"}
    elif word.endswith("e"):
        forms |= {word + "d", word[:-1] + "ing"}
    elif _SHORT_VOWEL.search(word):  # the last letter doubles: stopped, but eared
        forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return forms
