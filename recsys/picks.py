"""What members get to see of what was learned."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from recsys.nouns import Item, Opinion, Shelf


class Basis(StrEnum):
    """What a list rests on."""

    TASTE = "taste"
    """There are likes."""
    LUKEWARM = "lukewarm"
    """There are no likes, and not all that was rated is disliked."""
    ONLY_LOW = "only_low"
    """All that was rated is disliked: that tells what is known, but not what is liked."""
    NOTHING = "nothing"
    """There are no ratings: what is popular, and unlike each other, comes first."""
    SHARED = "shared"
    """It is for several: what each of them said is theirs to tell."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A rating of a member's, and what it adds to a score: without it the score is that lower."""

    item: Item
    amount: float
    member_id: int


@dataclass(frozen=True, slots=True)
class Pick:
    """A recommended item.

    `because` has the ratings that speak for it most, `shared` the tags it has in common with what
    is liked: of the first of those it is for, and only where their taste is a reason for it, all
    their ratings together. `support` is what speaks for it of these, `against` what does against.
    `cold`: nobody has rated it. `explored`: it is there to learn something new. `compromise`: one
    of those it is for would like most other things better. `wished`: it is what the mood is about.
    """

    item: Item
    score: float
    because: tuple[Reason, ...] = ()
    shared: tuple[str, ...] = ()
    cold: bool = False
    explored: bool = False
    support: float = 0.0
    compromise: bool = False
    against: float = 0.0
    wished: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How well a list suits one of those it is for: 0 as the worst they could get, 1 as the best.

    `share` is the mean over the list of how much of what is left each thing is not below, for that
    member; `ratings` is how many of theirs that rests on, and without any it says nothing.
    """

    member_id: int
    share: float
    ratings: int


@dataclass(frozen=True, slots=True)
class Picks:
    """A list for a member, or one list for several.

    `left` is how many items could be recommended: none where the shelf is empty or all is known.
    `more` is how many of them are neither on it nor were passed over as shown. `on_shelf` is how
    many stand there. `by_meaning` is False where a mood was looked for by its words only; `faint`
    where nothing is nearer to it than to a text about nothing.
    """

    shelf: Shelf
    members: tuple[int, ...]
    picks: tuple[Pick, ...]
    basis: Basis
    left: int
    on_shelf: int
    by_meaning: bool = True
    standings: tuple[Standing, ...] = ()
    more: int = 0
    faint: bool = False


class Side(StrEnum):
    """What counts for a place on a list beside a member's own score."""

    MOOD = "mood"
    """How near it is to what was wished for."""
    TASTE = "taste"
    """The member's score, or that of all together."""
    AVERAGE = "average"
    """The average of all in a group."""
    LEAST = "least"
    """Whom in the group it suits least."""


@dataclass(frozen=True, slots=True)
class Term:
    """What one side adds to an item's place on a list: `most` where nothing is better."""

    side: Side
    amount: float
    most: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that adds up to a score: `base` and the amounts of all ratings, the strongest first.

    `known` is the member's own opinion on the item, if any. `terms` add up to where a list in a
    mood, or for several, puts the item; none for a list by the score alone. `later`: whatever they
    add up to, what is nearer to the mood goes before it.
    """

    item: Item
    score: float
    base: float
    reasons: tuple[Reason, ...]
    shared: tuple[str, ...]
    cold: bool
    known: Opinion | None
    terms: tuple[Term, ...] = ()
    later: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Items with how near each is, the nearest first; by their words where there is no encoder.

    `faint` where they are no nearer than to a text about nothing.
    """

    items: tuple[tuple[Item, float], ...]
    by_meaning: bool = True
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Twin:
    """A member of alike taste, the cosine of both shrunk by what they share, and shared likes."""

    member_id: int
    likeness: float
    shared: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TagTaste:
    """A tag, its share among a member's likes, and among those of all."""

    tag: str
    mine: float
    all: float


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the map where a tag is at home: its middle, and how many items there have it."""

    tag: str
    x: float
    y: float
    items: int


@dataclass(frozen=True, slots=True)
class Portrait:
    """A member's taste: where items lie on the map of a shelf, in [-1, 1]², and what is telling.

    `places` has the place of every item by its id; `tags` are those that set the member apart;
    `regions` are the parts of the map where a tag is at home. With `against_shelf`, since too few
    others like anything to tell of them, `TagTaste.all` is the tag's share of the whole shelf.
    """

    shelf: Shelf
    places: Mapping[int, tuple[float, float]]
    liked: tuple[Item, ...]
    low: tuple[Item, ...]
    tags: tuple[TagTaste, ...]
    regions: tuple[Region, ...] = ()
    against_shelf: bool = False
