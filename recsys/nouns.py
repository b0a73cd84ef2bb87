"""What the recommender speaks of: shelves, items, opinions, baskets, fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recsys.features import Described

LOWEST, HIGHEST, STEP = 0.5, 5.0, 0.5
"""The scale of stars."""
LIKED = 4.0
"""A like from so many stars on."""


class ShelfKind(StrEnum):
    """What stands on a shelf, as far as we know."""

    FILMS = "films"
    BOOKS = "books"
    RECIPES = "recipes"
    GAMES = "games"
    OWN = "own"

    @classmethod
    def of(cls, name: str) -> "ShelfKind":
        """The kind of a shelf of that name."""
        return cls(name) if name in set(cls) - {cls.OWN} else cls.OWN


class ItemStatus(StrEnum):
    """Whether an item may be recommended."""

    LIVE = "live"
    SUGGESTED = "suggested"
    """A member wishes it on the shelf, and no admin has approved that yet."""
    REMOVED = "removed"
    """Never recommended any more; what was said about it still tells of taste."""


class Verdict(StrEnum):
    """What a member makes of an item. Whatever it is, the item is not recommended to them."""

    LIKE = "like"
    LOW = "low"
    SEEN = "seen"
    """Known already, and no more said; the model learns nothing from it."""
    DISMISSED = "dismissed"
    """Not for me; the model learns nothing from it."""

    @property
    def rated(self) -> bool:
        """Whether the model learns from it."""
        return self in {Verdict.LIKE, Verdict.LOW}


def verdict_of(stars: float) -> Verdict:
    """A like from 4 stars on, a low rating below."""
    return Verdict.LIKE if stars >= LIKED else Verdict.LOW


@dataclass(frozen=True, slots=True)
class Shelf:
    """A server's items of one kind. `pooled`: it learns with other servers' shelves of its name."""

    server_id: int
    name: str
    kind: ShelfKind
    pooled: bool = False
    id: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """Something to have an opinion on; `external_id` is unique on its shelf, and so is `id`.

    `added` is when it came, in UTC; where that is not known, it is thought to be before all else.
    """

    shelf_id: int
    external_id: str
    title: str
    description: str = ""
    tags: tuple[str, ...] = ()
    year: int | None = None
    url: str | None = None
    image: str | None = None
    status: ItemStatus = ItemStatus.LIVE
    suggested_by: int | None = None
    added: datetime | None = None
    id: int = 0

    @property
    def text(self) -> str:
        """What is encoded."""
        # These bring SciPy, which whoever only names an item need not wait for.
        from recsys.datasets import ItemText

        return ItemText(self.title, self.description, self.tags, self.year).text

    @property
    def described(self) -> "Described":
        """What its features are made of, beside the vector of its text."""
        # As above.
        from recsys.features import Described

        return Described(self.tags, self.year)


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a member makes of an item; `stars` is None where they gave none.

    Imported members have ids below zero, which no member of Discord has.
    """

    shelf_id: int
    member_id: int
    item_id: int
    verdict: Verdict
    stars: float | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Basket:
    """Items used together, such as the ingredients of a dish."""

    external_id: str
    item_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Quality:
    """How well held-out likes were found: means over members, beside what popularity alone finds.

    `gain` is the mean paired difference of NDCG@10, `error` its standard error.
    """

    members: int
    ndcg10: float
    ndcg100: float
    recall20: float
    popular_ndcg10: float
    popular_ndcg100: float
    popular_recall20: float
    gain: float
    error: float


@dataclass(frozen=True, slots=True)
class Tuning:
    """The dials that a fit found, by name, as stored: `recsys.tuned` makes sense of them.

    They hold for models of that version over texts of that encoder (None: there was none).
    """

    model: int
    encoder: str | None
    dials: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Fit:
    """One fit of a shelf's model: its figures and its dials, and nothing that a member said.

    `seconds` is what tuning, measuring and making the model took; `quality` is None where too few
    members like enough to tell, `tuning` where it was not stored or cannot be read. `id` is the
    fit's number, higher than that of any fit before.
    """

    shelf_id: int
    at: datetime
    raters: int
    items: int
    opinions: int
    seconds: float
    quality: Quality | None
    tuning: Tuning | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class ShelfState:
    """How far a shelf's opinions have come.

    `changes` counts the changes of single opinions, which can be caught up with one by one;
    `epoch` whatever else changed: then the model is fitted anew.
    """

    epoch: int
    changes: int


@dataclass(frozen=True, slots=True)
class ShelfFigures:
    """A shelf with what is on it, for an overview."""

    shelf: Shelf
    items: int
    suggested: int
    opinions: int
    members: int
    fit: Fit | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What storing an opinion did: the one before and the one now, None for none.

    `repeated`: that interaction was carried out before, and nothing changed now.
    """

    item: Item
    before: Opinion | None
    now: Opinion | None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What an import did to a shelf's items; `removed` are those that stay so, untouched."""

    added: int = 0
    changed: int = 0
    same: int = 0
    removed: int = 0

    def __add__(self, other: "Written") -> "Written":
        return Written(
            self.added + other.added,
            self.changed + other.changed,
            self.same + other.same,
            self.removed + other.removed,
        )


Ids = Sequence[int]
