"""What members and admins cannot do with shelves. Errors carry fields; `bot` has the words."""

from collections.abc import Sequence
from dataclasses import dataclass

from recsys.errors import RecsysError
from recsys.nouns import Item, Shelf


@dataclass(eq=False)
class UnknownShelf(RecsysError):
    """The server has no shelf of that name; `known` are those it has."""

    name: str
    known: Sequence[str]


@dataclass(eq=False)
class BadShelfName(RecsysError):
    """A shelf's name is empty or longer than `limit` characters."""

    name: str
    limit: int


@dataclass(eq=False)
class ShelfNameTaken(RecsysError):
    """The server has another shelf of that name."""

    name: str


@dataclass(eq=False)
class UnknownItem(RecsysError):
    """No item of the server's is meant by that text or id; `near` are titles like it."""

    text: str
    near: Sequence[Item] = ()


@dataclass(eq=False)
class AmbiguousTitle(RecsysError):
    """Several items have that title."""

    text: str
    choices: Sequence[Item]


@dataclass(eq=False)
class BadStars(RecsysError):
    """Stars go from 0.5 to 5 in steps of a half."""

    stars: float


@dataclass(eq=False)
class NothingToUndo(RecsysError):
    """The member has changed no opinion that could be taken back."""


@dataclass(eq=False)
class AlreadyThere(RecsysError):
    """What is suggested stands on the shelf, or is suggested, already."""

    item: Item


@dataclass(eq=False)
class NotSuggested(RecsysError):
    """The item waits for no approval: it was approved, declined or never suggested."""

    item: Item


@dataclass(eq=False)
class TooManySuggestions(RecsysError):
    """The member has that many suggestions waiting."""

    limit: int


@dataclass(eq=False)
class BadField(RecsysError):
    """A field of a suggested item is empty, too long or malformed; `fault` says which."""

    column: str
    fault: str


@dataclass(eq=False)
class NotOptedIn(RecsysError):
    """Only members who opted in have twins."""


@dataclass(eq=False)
class NoEncoder(RecsysError):
    """There is no encoder, and only a meaning was asked for."""


@dataclass(eq=False)
class EmptyShelf(RecsysError):
    """There is no item on the shelf."""

    shelf: Shelf
