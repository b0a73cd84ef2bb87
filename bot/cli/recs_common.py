"""What the commands share that ask the recommender as a member would."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Annotated

import typer

from bot.cli.members import Member, member_of
from bot.cli.shelf_common import opened
from bot.meant import number_of, spelled, titled
from bot.recommender import Recommenders
from game.turn import Turn
from recsys.nouns import Item, ItemStatus, Shelf
from recsys.refusals import AmbiguousTitle, UnknownItem, UnknownShelf
from recsys.wording import search_key
from store.engine import Database

ItemArgument = Annotated[
    str, typer.Argument(metavar="ITEM", help="Its title, its external id, or '#' and its number.")
]
MaybeShelfOption = Annotated[
    str | None, typer.Option("--shelf", help="The shelf, such as films; the fullest if left out.")
]
AnyShelfOption = Annotated[
    str | None, typer.Option("--shelf", help="The shelf, such as films; any if left out.")
]
NumberOption = Annotated[int, typer.Option("--number", min=1, max=100, help="How many at most.")]
_ANY = (ItemStatus.LIVE,)
_RATEABLE = (ItemStatus.LIVE, ItemStatus.REMOVED)


@dataclass(frozen=True, slots=True)
class Asked:
    """The use cases on a server; `wanted` is the name of a shelf, if one was named."""

    database: Database
    recommenders: Recommenders
    server_id: int
    wanted: str | None

    def turn(self, member: Member | None = None) -> Turn:
        """The member's turn; without one, that of nobody, for what is the same for all."""
        return Turn(self.server_id, 0, 0 if member is None else member.id)

    def member(self, wanted: str | None, *, new: bool = False) -> Member:
        """See `member_of`."""
        return member_of(self.database, self.server_id, wanted, new=new)

    def others(self, me: Member, wanted: Sequence[str], *, new: bool = False) -> list[Member]:
        """Those who join a member, each once. Raises what `member_of` does."""
        named = [
            member_of(self.database, self.server_id, one, new=new, option="--with")
            for one in wanted
        ]
        return [*{one.id: one for one in named if one.id != me.id}.values()]

    def shelf(self) -> Shelf:
        """The shelf that was named, or the fullest one. Raises UnknownShelf."""
        return self.recommenders.library.shelf(self.server_id, self.wanted)

    def shelves(self) -> Sequence[Shelf]:
        """The shelf that was named, or all. Raises UnknownShelf, also where there is none."""
        if self.wanted is not None:
            return [self.shelf()]
        found = self.recommenders.library.store.shelves(self.server_id)
        if not found:
            raise UnknownShelf("", ())
        return found

    def names(self) -> Mapping[int, str]:
        """The names of the server's shelves by their ids."""
        found = self.recommenders.library.store.shelves(self.server_id)
        return {shelf.id: shelf.name for shelf in found}

    def item(self, text: str, *, to_rate: bool = False) -> Item:
        """The item that a text means: an external id, `#` and its number, a title, or its words.

        `to_rate`: words of a title are not enough, and what is gone from the shelf may be meant
        by its id or number. A title that looks like a number goes before it. Raises
        UnknownShelf, UnknownItem or AmbiguousTitle.
        """
        homes = self.shelves()
        home = homes[0] if self.wanted is not None else None
        statuses = _RATEABLE if to_rate else _ANY
        if (number := number_of(text)) is not None:
            like = spelled(self.recommenders, self.server_id, text, home)
            return like or self._numbered(number, text, homes, statuses)
        called = [
            one
            for home in homes
            for one in self.recommenders.library.store.by_external(home.id, [text.strip()]).values()
            if one.status in statuses
        ]
        if not called:
            return titled(self.recommenders, self.server_id, text, home, exactly=to_rate)
        meant = {one.id: one for one in [*called, *self._same_title(text, home)]}
        if len(meant) > 1:
            raise AmbiguousTitle(text, [*meant.values()])
        return called[0]

    def _numbered(
        self, number: int, text: str, homes: Sequence[Shelf], statuses: Sequence[ItemStatus]
    ) -> Item:
        try:
            found = self.recommenders.library.item(self.server_id, number, statuses)
        except UnknownItem:
            raise UnknownItem(text.strip()) from None
        if found.shelf_id not in {home.id for home in homes}:
            raise UnknownItem(text.strip())
        return found

    def _same_title(self, text: str, home: Shelf | None) -> Sequence[Item]:
        """Items of that very title: an external id may be the title of something else."""
        key = search_key(text)
        found = self.recommenders.library.find(self.server_id, text, home) if key else ()
        return [one for one in found if search_key(one.title) == key]


@contextmanager
def asking(database: str | None, server: int | None, shelf: str | None = None) -> Iterator[Asked]:
    """The use cases on the server that is meant. Raises what `opened` and `Opened.server` do."""
    with opened(database) as use:
        yield Asked(use.database, use.parts, use.server(server), shelf)
