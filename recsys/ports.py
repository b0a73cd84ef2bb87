"""What the recommender asks of its storage and of the encoder."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from recsys.nouns import (
    Basket,
    Fit,
    Item,
    ItemStatus,
    Opinion,
    Recorded,
    Shelf,
    ShelfFigures,
    ShelfKind,
    ShelfState,
    Verdict,
    Written,
)

Clock = Callable[[], datetime]
"""Tells the moment, in UTC."""
Progress = Callable[[str, int, int | None], None]
"""Told what is being done, how much of it is done, and of how much (None: not known)."""

Told = Callable[[int, int], object]
"""Told how much is done, and of how much."""


class TextEncoder(Protocol):
    """Turns texts into unit vectors and keeps them: `embedding.service.EmbeddingService`."""

    @property
    def model_id(self) -> str:
        """The id of the model."""

    @property
    def dimension(self) -> int:
        """The size of a vector."""

    def vectors(
        self, texts: Sequence[str], progress: Callable[[int, int], None] | None = None
    ) -> NDArray[np.float32]:
        """One unit row a text, shape (n, d); `progress` is told of those it has to encode."""

    def live(self, text: str) -> NDArray[np.float32]:
        """The unit vector of what a member types, shape (d,); nothing of it is stored."""

    def stored(self, texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
        """The rows of texts that are kept, zeros for others, and which those are."""


@dataclass(frozen=True, slots=True, eq=False)
class Rated:
    """All rated opinions of some shelves as arrays of one length; `likes` tells likes from lows.

    `shelves` says whose member an opinion is of, where several shelves are pooled; `stars` is NaN
    where none were given, `at` when they were, in seconds since 1970.
    """

    shelves: NDArray[np.int64]
    members: NDArray[np.int64]
    items: NDArray[np.int64]
    likes: NDArray[np.bool_]
    stars: NDArray[np.float32]
    at: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Change:
    """A member's opinion on an item changed, and what it is now (None: none)."""

    change: int
    member_id: int
    item_id: int
    verdict: Verdict | None
    stars: float | None = None


class ShelfStore(Protocol):
    """Keeps shelves and the items on them."""

    def shelves(self, server_id: int | None = None) -> Sequence[Shelf]:
        """The shelves of a server, or of all, by server and name."""

    def shelf(self, server_id: int, name: str) -> Shelf | None:
        """The shelf of that name, or None."""

    def shelf_of(self, shelf_id: int) -> Shelf | None:
        """The shelf of that id, or None."""

    def open_shelf(self, server_id: int, name: str, kind: ShelfKind) -> Shelf:
        """The shelf of that name, made if there is none. The server must be stored.

        Raises UnknownShelf where it is deleted again and again meanwhile.
        """

    def set_pooled(self, shelf_id: int, *, pooled: bool) -> bool:
        """Store whether a shelf learns with others of its name; whether that is a change."""

    def rename(self, shelf: Shelf, name: str) -> bool:
        """Give a shelf another name; False where it is gone. Raises ShelfNameTaken."""

    def delete(self, shelf_id: int) -> bool:
        """Delete a shelf with all that belongs to it; False where it is gone already."""

    def pool(self, shelf_id: int) -> Sequence[Shelf]:
        """The other pooled shelves of a pooled shelf's name; none for one that is not pooled."""

    def figures(self, server_id: int | None = None) -> Sequence[ShelfFigures]:
        """The shelves of a server, or of all, with how much is on them."""

    def items(
        self, shelf_id: int, statuses: Collection[ItemStatus] = (ItemStatus.LIVE,)
    ) -> Sequence[Item]:
        """The items of a shelf with one of these statuses, by id."""

    def walk(self, shelf_id: int) -> Iterable[Item]:
        """The live items of a shelf by id, a few at a time: for exports of any size."""

    def page(self, shelf_id: int, after: int = 0) -> Sequence[Item]:
        """The next few live items of a shelf by id, beyond that id; none after the last."""

    def items_of(self, ids: Collection[int]) -> Mapping[int, Item]:
        """The items of these ids that there are, whatever their status."""

    def ids(self, shelf_id: int) -> Mapping[str, int]:
        """The id of every item of a shelf by its external id, whatever its status."""

    def by_external(self, shelf_id: int, external_ids: Collection[str]) -> Mapping[str, Item]:
        """The items of these external ids that there are, whatever their status."""

    def titled(
        self, server_id: int, text: str, shelf_id: int | None = None, limit: int = 25
    ) -> Sequence[Item]:
        """Live items in whose title a word begins with each of a text's, case and accents ignored.

        Those come first whose title is the text, then those that begin with it.
        """

    def suggest(self, item: Item, limit: int) -> Item:
        """Store a suggested item; one that was removed is suggested again, as the same item.

        The same is what has the external id, or the title where a year agrees or is missing.
        Raises AlreadyThere, TooManySuggestions where the member has `limit` of them waiting, or
        UnknownShelf.
        """

    def settle(self, item_id: int, status: ItemStatus, added: datetime | None = None) -> bool:
        """Make a suggested item live or removed; False where it is not suggested any more.

        It was added then, if that is given.
        """

    def remove(self, shelf_id: int, ids: Collection[int]) -> int:
        """Make items removed; how many were not."""

    def staging(self, shelf_id: int | None) -> AbstractContextManager["Staging"]:
        """Items made ready to be imported onto a shelf, or onto one that is yet to be made.

        Nobody waits meanwhile.
        """

    def importing(self, shelf_id: int) -> AbstractContextManager["ImportWork"]:
        """One transaction, that rolls back on exit unless committed. Raises UnknownShelf."""

    def opening(
        self, server_id: int, name: str, kind: ShelfKind
    ) -> AbstractContextManager[tuple[Shelf, "ImportWork"]]:
        """The same for the shelf of that name, made in it if there is none.

        The server must be stored. Raises UnknownShelf as `open_shelf` does.
        """


class Staging(Protocol):
    """Items that were compared with what is stored, and are ready to be written."""

    @property
    def shelf_id(self) -> int | None:
        """The shelf that they were compared with; None where there was none yet."""

    @property
    def epoch(self) -> int | None:
        """The epoch of the shelf when it was compared with."""

    @property
    def written(self) -> Written:
        """How many there are of each kind."""

    def rows(self) -> Iterator[list[dict[str, Any]]]:
        """The rows to be written, some at a time."""

    def add(self, items: Sequence[Item], *, restore: bool = False) -> None:
        """Make items ready, as `ImportWork.put_items` would write them."""


class ImportWork(Protocol):
    """Writes what an import brings, a chunk at a time."""

    def put_items(self, items: Sequence[Item], *, restore: bool = False) -> Written:
        """Add items, or replace those of the same external ids; all become live.

        Those keep when they were added. Removed ones stay so, untouched, unless `restore`.
        """

    def put_staged(self, staged: Staging, progress: Told) -> Written | None:
        """Write what was made ready; None where the shelf has changed since, and nothing was."""

    def ids(self) -> Mapping[str, int]:
        """The id of every item of the shelf by its external id."""

    def put_opinions(self, opinions: Sequence[Opinion]) -> None:
        """Add opinions, or replace those of the same member and item."""

    def put_baskets(self, baskets: Sequence[Basket]) -> None:
        """Add baskets, or replace those of the same external ids."""

    def commit(self) -> None:
        """Make everything done so far last, and count one more epoch of the shelf."""


class OpinionStore(Protocol):
    """Keeps what members make of items."""

    def record(self, opinion: Opinion, interaction_id: int | None = None) -> Recorded:
        """Store a member's opinion in place of the one before.

        Nothing changes where that interaction was carried out before. Raises UnknownItem unless
        the item is live or removed, and on that shelf.
        """

    def undo(
        self, shelf_id: int, member_id: int, item_id: int | None, at: datetime,
        interaction_id: int | None = None,
    ) -> Recorded:  # fmt: skip
        """Bring back what the member's last change (of that item, if given) replaced.

        A change that was undone is not undone again: the one before it is. Raises NothingToUndo.
        """

    def of_member(self, shelf_id: int, member_id: int) -> Sequence[Opinion]:
        """All opinions of a member on a shelf, the latest first."""

    def state(self, shelf_ids: Collection[int]) -> Mapping[int, ShelfState]:
        """How far these shelves have come."""

    def rated(self, shelf_ids: Collection[int]) -> tuple[Mapping[int, ShelfState], Rated]:
        """All likes and lows of these shelves, and how far the shelves had come just then."""

    def changes(self, shelf_id: int, after: int) -> Sequence[Change]:
        """What changed since the change of that number, in order, with what is so now."""

    def keep_fit(self, fit: Fit) -> None:
        """Store a fit under a number of its own; of each shelf the latest few are kept.

        Nothing is stored where the shelf is gone.
        """

    def fits(self, shelf_id: int) -> Sequence[Fit]:
        """The fits of a shelf that are kept, the latest first."""

    def opt_in(self, server_id: int, member_id: int, at: datetime, *, wanted: bool) -> None:
        """Store whether a member wishes to be somebody's twin."""

    def opted_in(self, server_id: int) -> frozenset[int]:
        """The members who do."""


class BasketStore(Protocol):
    """Keeps what is used together."""

    def baskets(self, shelf_id: int) -> Sequence[Basket]:
        """All baskets of a shelf, by external id."""
