"""Shelves and what stands on them, in the database."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, case, func, literal, select

from recsys.nouns import Fit, Item, ItemStatus, Shelf, ShelfFigures, ShelfKind
from recsys.refusals import UnknownShelf
from recsys.wording import search_key
from store import shelf_changes
from store.columns import table_of
from store.conflicts import InsertOnce
from store.engine import Database
from store.errors import UnknownServer
from store.fresh_ids import new_shelf
from store.importing import IDS, SqlImportWork
from store.nouns import AnyRow
from store.schema import ServerRow
from store.schema_taste import FitRow, ItemRow, OpinionRow, ShelfRow
from store.shelf_changes import BATCH, batches
from store.staging import SqlStaging, staging
from store.taste_nouns import to_fit, to_item, to_shelf

_servers, _shelves, _items = table_of(ServerRow), table_of(ShelfRow), table_of(ItemRow)
_opinions, _fits = table_of(OpinionRow), table_of(FitRow)

_of_shelf = _items.c.shelf_id == bindparam("of_shelf")
_ALL = select(_shelves).order_by(_shelves.c.server_id, _shelves.c.name)
_NAMED = select(_shelves).where(
    _shelves.c.server_id == bindparam("of_server"), _shelves.c.name == bindparam("of_name")
)
_NAMED_HELD = _NAMED.with_for_update()
_ONE = select(_shelves).where(_shelves.c.id == bindparam("of_shelf"))
# Held as a new shelf's reference to it would hold it: a purge waits, or has ended before.
_HOLD = (
    select(_servers.c.id)
    .where(_servers.c.id == bindparam("of_server"))
    .with_for_update(read=True, key_share=True)
)
_OPEN = InsertOnce(_shelves, *_shelves.c.keys())
_TRIES = 5
"""How often a shelf may be made and deleted by others while it is opened."""
_WITH_STATUS = (
    select(_items)
    .where(_of_shelf, _items.c.status.in_(bindparam("of_statuses", expanding=True)))
    .order_by(_items.c.id)
)
_NEXT = (
    select(_items)
    .where(
        _of_shelf, _items.c.status == ItemStatus.LIVE.value, _items.c.id > bindparam("after")
    )
    .order_by(_items.c.id)
    .limit(BATCH)
)  # fmt: skip
_BY_ID = select(_items).where(_items.c.id.in_(bindparam("of_ids", expanding=True)))
_BY_EXTERNAL = select(_items).where(
    _of_shelf, _items.c.external_id.in_(bindparam("of_external", expanding=True))
)
_STATUSES = select(_items.c.shelf_id, _items.c.status, func.count().label("number")).group_by(
    _items.c.shelf_id, _items.c.status
)
_OPINIONS = select(
    _opinions.c.shelf_id,
    func.count().label("number"),
    func.count(_opinions.c.member_id.distinct()).label("members"),
).group_by(_opinions.c.shelf_id)
_LAST_FITS = select(func.max(_fits.c.id)).group_by(_fits.c.shelf_id)
_FITS = select(_fits).where(_fits.c.id.in_(_LAST_FITS))


class SqlShelves:
    """`recsys.ports.ShelfStore` over an open database. Everything raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def shelves(self, server_id: int | None = None) -> Sequence[Shelf]:
        """The shelves of a server, or of all, by server and name."""
        return [to_shelf(row) for row in self._rows(_here(_ALL, server_id))]

    def shelf(self, server_id: int, name: str) -> Shelf | None:
        """The shelf of that name, or None."""
        found = self._rows(_NAMED, of_server=server_id, of_name=name)
        return to_shelf(found[0]) if found else None

    def shelf_of(self, shelf_id: int) -> Shelf | None:
        """The shelf of that id, or None."""
        found = self._rows(_ONE, of_shelf=shelf_id)
        return to_shelf(found[0]) if found else None

    def open_shelf(self, server_id: int, name: str, kind: ShelfKind) -> Shelf:
        """The shelf of that name, made if there is none. Raises UnknownServer or UnknownShelf."""
        with self._database.writing() as connection:
            shelf = _opened(connection, server_id, name, kind)
            connection.commit()
        return shelf

    def set_pooled(self, shelf_id: int, *, pooled: bool) -> bool:
        """Store whether a shelf learns with others of its name; whether that is a change."""
        with self._database.writing() as connection:
            changed = shelf_changes.pool(connection, shelf_id, pooled=pooled)
            connection.commit()
        return changed

    def rename(self, shelf: Shelf, name: str) -> bool:
        """Give a shelf another name; False where it is gone. Raises ShelfNameTaken."""
        with self._database.writing() as connection:
            renamed = shelf_changes.rename(connection, shelf, name)
            connection.commit()
        return renamed

    def delete(self, shelf_id: int) -> bool:
        """Delete a shelf with all that belongs to it; False where it is gone already."""
        with self._database.writing() as connection:
            deleted = shelf_changes.take_down(connection, shelf_id)
            connection.commit()
        return deleted

    def pool(self, shelf_id: int) -> Sequence[Shelf]:
        """The other pooled shelves of a pooled shelf's name; none for one that is not pooled."""
        own = _shelves.alias("own")
        query = (
            _ALL.join(own, own.c.name == _shelves.c.name)
            .where(own.c.id == shelf_id, own.c.pooled, _shelves.c.pooled)
            .where(_shelves.c.id != shelf_id)
        )
        return [to_shelf(row) for row in self._rows(query)]

    def figures(self, server_id: int | None = None) -> Sequence[ShelfFigures]:
        """The shelves of a server, or of all, with how much is on them."""
        with self._database.reading() as connection:
            shelves = [to_shelf(row) for row in connection.execute(_here(_ALL, server_id))]
            statuses = {
                (row.shelf_id, row.status): int(row.number) for row in connection.execute(_STATUSES)
            }
            opinions = {row.shelf_id: row for row in connection.execute(_OPINIONS)}
            fits = {row.shelf_id: to_fit(row) for row in connection.execute(_FITS)}
        return [_figures(shelf, statuses, opinions.get(shelf.id), fits) for shelf in shelves]

    def items(
        self, shelf_id: int, statuses: Collection[ItemStatus] = (ItemStatus.LIVE,)
    ) -> Sequence[Item]:
        """The items of a shelf with one of these statuses, by id."""
        wanted = [status.value for status in statuses]
        return [to_item(r) for r in self._rows(_WITH_STATUS, of_shelf=shelf_id, of_statuses=wanted)]

    def walk(self, shelf_id: int) -> Iterable[Item]:
        """The live items of a shelf by id, a few at a time, all of one moment."""
        with self._database.reading() as connection:
            values = {"of_shelf": shelf_id, "after": 0}
            while rows := connection.execute(_NEXT, values).all():
                yield from map(to_item, rows)
                values["after"] = rows[-1].id

    def page(self, shelf_id: int, after: int = 0) -> Sequence[Item]:
        """The next few live items of a shelf by id, beyond that id; none after the last."""
        return [to_item(row) for row in self._rows(_NEXT, of_shelf=shelf_id, after=after)]

    def items_of(self, ids: Collection[int]) -> Mapping[int, Item]:
        """The items of these ids that there are, whatever their status."""
        with self._database.reading() as connection:
            rows = [
                row
                for batch in batches(ids)
                for row in connection.execute(_BY_ID, {"of_ids": batch})
            ]
        return {row.id: to_item(row) for row in rows}

    def ids(self, shelf_id: int) -> Mapping[str, int]:
        """The id of every item of a shelf by its external id."""
        found = self._rows(IDS, of_shelf=shelf_id)
        return {row.external_id: row.id for row in found}

    def by_external(self, shelf_id: int, external_ids: Collection[str]) -> Mapping[str, Item]:
        """The items of these external ids that there are, whatever their status."""
        with self._database.reading() as connection:
            rows = [
                row
                for batch in batches(external_ids)
                for row in connection.execute(
                    _BY_EXTERNAL, {"of_shelf": shelf_id, "of_external": batch}
                )
            ]
        return {row.external_id: to_item(row) for row in rows}

    def titled(
        self, server_id: int, text: str, shelf_id: int | None = None, limit: int = 25
    ) -> Sequence[Item]:
        """Live items in whose title a word begins with each of a text's, the best first."""
        key = search_key(text)
        title = literal(" ") + _items.c.search
        place = case((_items.c.search == key, 0), (_items.c.search.startswith(key), 1), else_=2)
        query = (
            select(_items)
            .join(_shelves)
            .where(_shelves.c.server_id == server_id, _items.c.status == ItemStatus.LIVE.value)
            .where(*(title.contains(f" {word}") for word in key.split()))
            .order_by(place, func.length(_items.c.search), _items.c.search, _items.c.id)
            .limit(limit)
        )
        if shelf_id is not None:
            query = query.where(_items.c.shelf_id == shelf_id)
        return [to_item(row) for row in self._rows(query)]

    def suggest(self, item: Item, limit: int) -> Item:
        """Store a suggested item; one that was removed is suggested again, as the same item.

        The same is what has the external id, or the title where a year agrees or is missing.
        Raises UnknownShelf, AlreadyThere, or TooManySuggestions where the member has `limit` of
        them waiting.
        """
        with self._database.writing() as connection:
            stored = shelf_changes.suggest(connection, item, limit)
            connection.commit()
        return stored

    def settle(self, item_id: int, status: ItemStatus, added: datetime | None = None) -> bool:
        """Make a suggested item live or removed; False where it is not suggested any more.

        It was added then, if that is given.
        """
        with self._database.writing() as connection:
            settled = shelf_changes.settle(connection, item_id, status, added)
            connection.commit()
        return settled

    def remove(self, shelf_id: int, ids: Collection[int]) -> int:
        """Make items removed; how many were not."""
        with self._database.writing() as connection:
            number = shelf_changes.remove(connection, shelf_id, ids)
            connection.commit()
        return number

    @contextmanager
    def importing(self, shelf_id: int) -> Iterator[SqlImportWork]:
        """One transaction, that rolls back on exit unless committed."""
        with self._database.writing() as connection:
            yield SqlImportWork(connection, shelf_id)

    @contextmanager
    def opening(
        self, server_id: int, name: str, kind: ShelfKind
    ) -> Iterator[tuple[Shelf, SqlImportWork]]:
        """The same for the shelf of that name, made in it if there is none.

        Raises UnknownServer or UnknownShelf.
        """
        with self._database.writing() as connection:
            shelf = _opened(connection, server_id, name, kind, _NAMED_HELD)
            yield shelf, SqlImportWork(connection, shelf.id)

    def staging(self, shelf_id: int | None) -> AbstractContextManager[SqlStaging]:
        """Items made ready to be imported onto a shelf, or onto one that is yet to be made.

        Nobody waits meanwhile.
        """
        return staging(self._database, shelf_id)

    def _rows(self, query: Select[Any], **values: Any) -> Sequence[AnyRow]:  # noqa: ANN401
        with self._database.reading() as connection:
            return connection.execute(query, values).all()


def _opened(
    connection: Connection,
    server_id: int,
    name: str,
    kind: ShelfKind,
    named: Select[Any] = _NAMED,
) -> Shelf:
    """The shelf of that name, which is looked for as `named` does, made if there is none.

    Raises UnknownServer, or UnknownShelf where others delete it as often as it is looked for.
    """
    if connection.execute(_HOLD, {"of_server": server_id}).first() is None:
        raise UnknownServer(server_id)
    new = {
        "server_id": server_id, "name": name, "kind": kind.value, "pooled": False,
        "epoch": 0, "changes": 0,
    }  # fmt: skip
    for _ in range(_TRIES):
        found = connection.execute(named, {"of_server": server_id, "of_name": name}).first()
        # Nothing is made where another got that name since, which may be gone again by now.
        row = found or _OPEN.run(connection, new | new_shelf(connection)).first()
        if row is not None:
            return to_shelf(row)
    raise UnknownShelf(name, ())


def _here(query: Select[Any], server_id: int | None) -> Select[Any]:
    return query if server_id is None else query.where(_shelves.c.server_id == server_id)


def _figures(
    shelf: Shelf,
    statuses: Mapping[tuple[int, str], int],
    opinions: AnyRow | None,
    fits: Mapping[int, Fit],
) -> ShelfFigures:
    return ShelfFigures(
        shelf,
        statuses.get((shelf.id, ItemStatus.LIVE.value), 0),
        statuses.get((shelf.id, ItemStatus.SUGGESTED.value), 0),
        opinions.number if opinions else 0,
        opinions.members if opinions else 0,
        fits.get(shelf.id),
    )
