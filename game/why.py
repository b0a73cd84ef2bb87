"""Tells what links a guess with the secret."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from embedding.words.neighbors import FAMILIARITY, nearest_rows
from embedding.words.relations import Kind, Relation
from embedding.words.table import FIELDS, NO_FIELD, Sense, WordTable
from game.scoring import Scores

SHARED = 5
"""How many neighbours that both words have are named."""
# Two words keep company if so many of so many nearest neighbours are the same.
_COMPANY, _AROUND = 4, 100
# Upwards from kind to kind so many steps; more lead to "thing".
_STEPS = 4
# A kind of so many words is too wide to be worth naming ("artifact").
_WIDEST = 150
# Categories that say next to nothing: every adjective is of the first.
_WIDE_FIELDS = {"adj.all", "adj.pert", "adj.ppl", "adv.all", "noun.Tops", "verb.stative"}


class Link(StrEnum):
    """How a guess is related to the secret, the most telling first."""

    ITSELF = "itself"
    FAMILY = "family"
    OPPOSITE = "opposite"
    SYNONYM = "synonym"
    KIND_OF = "kind of"
    """The guess is a kind of the secret."""
    HAS_KIND = "has kind"
    """The secret is a kind of the guess."""
    PART_OF = "part of"
    HAS_PART = "has part"
    ENTAILS = "entails"
    """Doing the guess includes or brings about the secret."""
    ENTAILED = "entailed"
    TOPIC = "topic"
    """One of them belongs to the topic that the other names."""
    DERIVED = "derived"
    SIMILAR = "similar"
    SAME_KIND = "same kind"
    """Both are kinds of a third word."""
    SAME_CATEGORY = "same category"
    TOGETHER = "together"
    """They have the same neighbours, as words have that are often met together."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One link; `via` is the third word, or the category, that it runs through."""

    link: Link
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """What links a word with the secret, the most telling first; nothing need.

    `sense` and `secret_sense` are the meanings the first link holds for; `shared` are neighbours
    of both. All three, and every `via`, are told only once the secret is known: see `veiled`.
    """

    word: str
    ties: tuple[Tie, ...]
    sense: Sense | None = None
    secret_sense: Sense | None = None
    shared: tuple[str, ...] = ()

    def veiled(self) -> "Why":
        """The same as far as it may be told while the secret is unknown: kinds of links only.

        Of a link by form, which would spell the secret, only that the meanings are alike.
        """
        links = (Link.SIMILAR if tie.link in _SPELLED else tie.link for tie in self.ties)
        return Why(self.word, tuple(Tie(link) for link in dict.fromkeys(links)))


# Links between the commonest senses.
_COMMONEST = {Link.SAME_KIND, Link.SAME_CATEGORY}
_ALIKE = {Kind.SYNONYM, Kind.SIMILAR}
# Links that tell how the secret is spelled.
_SPELLED = {Link.ITSELF, Link.FAMILY, Link.DERIVED}
# From the guess to the secret, and the same from the secret to the guess.
_FORWARD = {
    Kind.ANTONYM: Link.OPPOSITE,
    Kind.SYNONYM: Link.SYNONYM,
    Kind.KIND_OF: Link.KIND_OF,
    Kind.PART_OF: Link.PART_OF,
    Kind.ENTAILS: Link.ENTAILS,
    Kind.IN_TOPIC: Link.TOPIC,
    Kind.DERIVED: Link.DERIVED,
    Kind.SIMILAR: Link.SIMILAR,
}
_BACKWARD = _FORWARD | {
    Kind.KIND_OF: Link.HAS_KIND,
    Kind.PART_OF: Link.HAS_PART,
    Kind.ENTAILS: Link.ENTAILED,
}


def explain(table: WordTable, scores: Scores, row: int) -> Why:
    """All that links the word of that row with the secret of the scores."""
    secret, word = scores.secret, table.words[row]
    if row == secret:
        sense = _meant(table, row, None, set())
        return Why(word, (Tie(Link.ITSELF),), sense, sense)
    there = table.relations.between(row, secret)
    back = table.relations.between(secret, row)
    similarity = table.similarities(row)
    near_row, near_secret = (
        _near(table, x, (row, secret)) for x in (similarity, scores.similarity)
    )
    shared = near_row & near_secret
    ties = dict.fromkeys(_ties(table, row, secret, there, back))
    if len(shared) >= _COMPANY:
        ties[Tie(Link.TOGETHER)] = None
    order = list(Link)
    ranked = sorted(ties, key=lambda tie: order.index(tie.link))
    keys = np.minimum(similarity, scores.similarity) + FAMILIARITY * table.zipf
    return Why(
        word,
        tuple(ranked),
        _meant(table, row, _senses(there, _FORWARD, ranked), near_secret | {secret}),
        _meant(table, secret, _senses(back, _BACKWARD, ranked), near_row | {row}),
        tuple(table.words[at] for at in sorted(shared, key=lambda at: (-keys[at], at))[:SHARED]),
    )


def _ties(
    table: WordTable, row: int, secret: int, there: list[Relation], back: list[Relation]
) -> Iterator[Tie]:
    if table.same_family(row, secret):
        yield Tie(Link.FAMILY)
    links = {_FORWARD[link.kind] for link in there} | {_BACKWARD[link.kind] for link in back}
    for upward in (Kind.KIND_OF, Kind.PART_OF):
        if secret in _above(table, row, upward):
            links.add(_FORWARD[upward])
        if row in _above(table, secret, upward):
            links.add(_BACKWARD[upward])
    if _indirect_opposites(table, row, secret) or _indirect_opposites(table, secret, row):
        links.add(Link.OPPOSITE)
    yield from (Tie(link) for link in links)
    kind = None if links else _common_kind(table, row, secret)
    if kind is not None:
        yield Tie(Link.SAME_KIND, table.words[kind])
    field = int(table.fields[row])
    named = NO_FIELD not in (field, int(table.fields[secret])) and FIELDS[field]
    if named and field == table.fields[secret] and named not in _WIDE_FIELDS:
        yield Tie(Link.SAME_CATEGORY, named)


def _above(table: WordTable, row: int, kind: Kind) -> set[int]:
    """What the word is a kind, or a part, of at one or more removes.

    Beyond the first step only by a word's commonest sense: in another one the chain would jump
    from a meaning to an unrelated one.
    """
    found: set[int] = set()
    edge = {link.target for link in _links(table, row, kind)}
    for _ in range(_STEPS):
        found |= edge
        higher = (link.target for at in edge for link in _links(table, at, kind) if not link.sense)
        edge = set(higher) - found
    return found


def _indirect_opposites(table: WordTable, row: int, other: int) -> bool:
    """Whether the word is like an opposite of the other one, in the very sense that is opposed."""
    for opposite in _links(table, other, Kind.ANTONYM):
        links = table.relations.of(opposite.target)
        opposed = {x.sense for x in links if x.kind is Kind.ANTONYM and x.target == other}
        if any(x.target == row and x.kind in _ALIKE and x.sense in opposed for x in links):
            return True
    return False


def _links(table: WordTable, row: int, kind: Kind) -> list[Relation]:
    return [link for link in table.relations.of(row) if link.kind is kind]


def _common_kind(table: WordTable, row: int, other: int) -> int | None:
    """The narrowest word that both, in their commonest senses, are kinds of; None if too wide."""
    one, two = (
        {link.target for link in _links(table, at, Kind.KIND_OF) if link.sense == 0}
        for at in (row, other)
    )
    widths = {at: len(table.relations.to(at)) for at in one & two if table.listable[at]}
    fit = [at for at, width in widths.items() if width <= _WIDEST]
    return min(fit, key=lambda at: (widths[at], at), default=None)


def _near(table: WordTable, similarity: NDArray[np.float64], avoid: tuple[int, int]) -> set[int]:
    """The rows of the nearest neighbours, familiar or not, without the two words' own families."""
    around = min(_AROUND, len(table) // 50)  # of a small table that would be every word
    return set(nearest_rows(table, similarity, around, avoid, familiarity=0))


def _senses(links: list[Relation], names: dict[Kind, Link], ties: list[Tie]) -> set[int] | None:
    """The numbers of the senses that the most telling tie holds for; None where it tells none."""
    telling = ties[0].link if ties else None
    if telling in _COMMONEST:
        return {0}
    return {link.sense for link in links if names[link.kind] is telling} or None


def _meant(table: WordTable, row: int, numbers: set[int] | None, about: set[int]) -> Sense | None:
    """The sense that is meant: of those of the link, the one whose gloss speaks of it most."""
    senses = dict(enumerate(table.senses[row]))
    left = senses if numbers is None else {at: senses[at] for at in numbers if at in senses}
    best = min(left, key=lambda at: (-_mentions(table, left[at].gloss, about), at), default=None)
    return None if best is None else left[best]


def _mentions(table: WordTable, gloss: str, about: set[int]) -> float:
    """How much of a gloss names those rows; a long gloss names some by chance."""
    named = {table.row(word) for word in re.findall("[a-z]+", gloss.lower())}
    return len(named & about) / math.sqrt(max(1, len(named)))
