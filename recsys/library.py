"""The use cases of shelves: open, look through, suggest, approve, remove, take along."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path

from recsys.exporting import write_items
from recsys.fitting import OpenEncoder
from recsys.importer import Imported, Importer, quiet
from recsys.importing import open_source
from recsys.naming import fronted, keys_of
from recsys.nouns import Item, ItemStatus, Shelf, ShelfFigures, ShelfKind
from recsys.parsing import make_row
from recsys.ports import BasketStore, Clock, ImportWork, Progress, ShelfStore
from recsys.refusals import (
    AmbiguousTitle,
    BadField,
    BadShelfName,
    EmptyShelf,
    NotSuggested,
    UnknownItem,
    UnknownShelf,
)
from recsys.shipped import SHELVES, shelf_file
from recsys.tables import Bad
from recsys.wording import search_key

SHELF_NAME = 32
SUGGESTIONS = 20
"""So many suggestions of a member may wait on a shelf."""
CHOICES = 25
RECIPES, INGREDIENTS = "recipes", "ingredients"
_DATED = re.compile(r"(.+)\((-?[0-9]{1,4})\)\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Library:
    """The shelves of every server. `host` makes a server known that was not there yet."""

    store: ShelfStore
    baskets: BasketStore
    encoder: OpenEncoder
    clock: Clock
    host: Callable[[int], object]

    def shelves(self, server_id: int) -> Sequence[ShelfFigures]:
        """The shelves of a server with how much is on them, the fullest first."""
        found = self.store.figures(server_id)
        return sorted(found, key=lambda one: (-one.items, one.shelf.name))

    def shelf(self, server_id: int, name: str | None = None) -> Shelf:
        """The shelf of that name, or the fullest one. Raises UnknownShelf."""
        if name is not None:
            found = self.store.shelf(server_id, _name(name))
            if found is not None:
                return found
        shelves = [one.shelf for one in self.shelves(server_id)]
        if name is not None or not shelves:
            raise UnknownShelf(name or "", [shelf.name for shelf in shelves])
        return shelves[0]

    def open_shelf(self, server_id: int, name: str) -> Shelf:
        """The shelf of that name, made if there is none. Raises BadShelfName or UnknownShelf."""
        new = self.draft(server_id, name)
        self.host(server_id)
        return self.store.open_shelf(server_id, new.name, new.kind)

    def draft(self, server_id: int, name: str) -> Shelf:
        """What a new shelf of that name would be, its id 0. Raises BadShelfName."""
        plain = _checked_name(name)
        return Shelf(server_id, plain, ShelfKind.of(plain))

    def set_pooled(self, shelf: Shelf, *, pooled: bool) -> bool:
        """Let a shelf learn with those of other servers that have its name and do so, too.

        Whether that is a change.
        """
        return self.store.set_pooled(shelf.id, pooled=pooled)

    def rename(self, shelf: Shelf, name: str) -> Shelf:
        """Give a shelf another name. Raises BadShelfName, ShelfNameTaken or UnknownShelf."""
        plain = _checked_name(name)
        if not self.store.rename(shelf, plain):
            raise UnknownShelf(shelf.name, ())
        return replace(shelf, name=plain)

    def delete(self, shelf: Shelf) -> bool:
        """Delete a shelf with its items, and all that was said about them; whether it was there."""
        return self.store.delete(shelf.id)

    def item(
        self,
        server_id: int,
        item_id: int,
        statuses: Collection[ItemStatus] = (ItemStatus.LIVE,),
    ) -> Item:
        """The item of that id on that server, of one of these statuses. Raises UnknownItem."""
        item = self.store.items_of([item_id]).get(item_id)
        shelf = None if item is None else self.shelf_of(item)
        gone = item is None or item.status not in set(statuses)
        if item is None or gone or shelf is None or shelf.server_id != server_id:
            raise UnknownItem(f"#{item_id}")
        return item

    def shelf_of(self, item: Item) -> Shelf | None:
        """The shelf that an item stands on, or None."""
        return self.store.shelf_of(item.shelf_id)

    def find(
        self, server_id: int, text: str, shelf: Shelf | None = None, limit: int = CHOICES
    ) -> Sequence[Item]:
        """Live items in whose title all words of a text stand, the best matches first."""
        return self.store.titled(server_id, text, shelf.id if shelf else None, limit)

    def named(
        self, server_id: int, text: str, shelf: Shelf | None = None, *, exactly: bool = False
    ) -> Item:
        """The one item that a text means: of that title, or the only one with these words.

        A year in brackets may follow. The whole title comes before a name that is part of it: see
        `recsys.naming`. With `exactly`, words of a title are not enough. Raises AmbiguousTitle or
        UnknownItem.
        """
        found = self.find(server_id, text, shelf) if search_key(text) else []
        exact = _called(text, found)
        meant = exact or self._dated(server_id, text, shelf) or found
        if not meant or (exactly and meant is found and len(found) == 1):
            raise UnknownItem(text, found)
        if len(meant) > 1:
            raise AmbiguousTitle(text, meant)
        return meant[0]

    def items(self, shelf: Shelf) -> Sequence[Item]:
        """All live items of a shelf."""
        return self.store.items(shelf.id)

    def suggest(
        self,
        shelf: Shelf,
        member_id: int,
        title: str,
        *,
        description: str = "",
        tags: str = "",
        year: int | None = None,
    ) -> Item:
        """Wish an item onto a shelf; it waits for an admin.

        Raises BadField, AlreadyThere or TooManySuggestions.
        """
        fields = {"title": title, "description": description, "year": year}
        try:
            item = make_row("", 0, fields | {"tags": tags.split(",")}).item
        except Bad as bad:
            raise BadField(bad.column, bad.fault) from bad
        wished = replace(
            item,
            shelf_id=shelf.id,
            status=ItemStatus.SUGGESTED,
            suggested_by=member_id,
            added=self.clock(),
        )
        return self.store.suggest(wished, SUGGESTIONS)

    def suggestions(self, shelf: Shelf) -> Sequence[Item]:
        """What waits for an admin, the oldest first."""
        return self.store.items(shelf.id, (ItemStatus.SUGGESTED,))

    def approve(self, item_id: int) -> Item:
        """Put a suggested item on its shelf, as a new one. Raises UnknownItem or NotSuggested."""
        return self._settle(item_id, ItemStatus.LIVE, self.clock())

    def decline(self, item_id: int) -> Item:
        """Turn a suggested item down. Raises UnknownItem or NotSuggested."""
        return self._settle(item_id, ItemStatus.REMOVED)

    def remove(self, shelf: Shelf, ids: Sequence[int]) -> int:
        """Take items off a shelf; how many stood there. What was said about them stays."""
        return self.store.remove(shelf.id, ids)

    def export(self, shelf: Shelf, path: Path) -> int:
        """Write the items of a shelf to a CSV or JSON Lines file; how many.

        Importing it brings them back as they are. Raises EmptyShelf or OSError.
        """
        walk = iter(self.store.walk(shelf.id))
        first = next(walk, None)
        if first is None:
            raise EmptyShelf(shelf)
        return write_items(chain([first], walk), path)

    def import_items(
        self, server_id: int, home: str | Shelf, path: Path, *, skip_broken: bool = False,
        dry_run: bool = False, restore: bool = False, encode: bool = True,
        progress: Progress = quiet,
    ) -> Imported:  # fmt: skip
        """Bring a file of items, or a known data set's folder, onto a shelf.

        One given by its name is made if need be, in the transaction that fills it. Without `encode`
        texts are left to the next model, or to `recsys.encoding`. See
        `recsys.importer.Importer.items` for what it raises; also UnknownFolder, BadShelfName, or
        UnknownShelf where the shelf is gone.
        """
        wanted = home if isinstance(home, Shelf) else self.draft(server_id, home)
        return Importer(self.store, self.encoder, self.clock).items(
            open_source(path),
            partial(self.store.shelf, server_id, wanted.name),
            partial(self._filling if isinstance(home, Shelf) else self._making, wanted),
            skip_broken=skip_broken,
            dry_run=dry_run,
            restore=restore,
            encode=encode,
            progress=progress,
        )

    def import_baskets(
        self, shelf: Shelf, path: Path, *, skip_broken: bool = False, dry_run: bool = False,
        progress: Progress = quiet,
    ) -> Imported:  # fmt: skip
        """Bring baskets onto a shelf. See `recsys.importer.Importer.baskets`."""
        return Importer(self.store, self.encoder, self.clock).baskets(
            path, shelf, skip_broken=skip_broken, dry_run=dry_run, progress=progress
        )

    def demo(self, server_id: int, kind: str) -> Shelf:
        """Put one of our own shelves up; with the recipes, a shelf of what goes into them.

        Raises UnknownShelf.
        """
        if kind not in SHELVES:
            raise UnknownShelf(kind, SHELVES)
        self.import_items(server_id, kind, shelf_file(kind))
        if kind == RECIPES:
            self.import_items(server_id, INGREDIENTS, shelf_file(INGREDIENTS))
            self.import_baskets(self.shelf(server_id, INGREDIENTS), shelf_file(RECIPES))
        return self.shelf(server_id, kind)

    @contextmanager
    def _filling(self, shelf: Shelf) -> Iterator[tuple[Shelf, ImportWork]]:
        try:
            with self.store.importing(shelf.id) as work:
                yield shelf, work
        except UnknownShelf:
            known = [one.name for one in self.store.shelves(shelf.server_id)]
            raise UnknownShelf(shelf.name, known) from None

    @contextmanager
    def _making(self, new: Shelf) -> Iterator[tuple[Shelf, ImportWork]]:
        self.host(new.server_id)
        with self.store.opening(new.server_id, new.name, new.kind) as opened:
            yield opened

    def _dated(self, server_id: int, text: str, shelf: Shelf | None) -> Sequence[Item]:
        """The items that a text such as "Heat (1995)" names by title and year."""
        found = _DATED.fullmatch(text)
        if found is None:
            return []
        items = self.find(server_id, found[1], shelf) if search_key(found[1]) else []
        return _called(found[1], [item for item in items if item.year == int(found[2])])

    def _settle(self, item_id: int, status: ItemStatus, added: datetime | None = None) -> Item:
        settled = self.store.settle(item_id, status, added)
        item = self.store.items_of([item_id]).get(item_id)
        if item is None:
            raise UnknownItem(str(item_id))
        if not settled:
            raise NotSuggested(item)
        return item


def _called(text: str, items: Sequence[Item]) -> Sequence[Item]:
    """Those of the items that are called so: by the whole title, or else by a part of it."""
    wanted = {search_key(text), search_key(fronted(text))}
    whole = [item for item in items if search_key(fronted(item.title)) in wanted]
    return whole or [item for item in items if not wanted.isdisjoint(keys_of(item.title))]


def _name(name: str) -> str:
    return " ".join(name.casefold().split())


def _checked_name(name: str) -> str:
    plain = _name(name)
    if not search_key(plain) or len(plain) > SHELF_NAME:
        raise BadShelfName(name, SHELF_NAME)
    return plain
