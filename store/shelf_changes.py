"""Changes to a shelf and to what stands on it, each in a transaction that holds the shelf first.

Whoever writes to a shelf locks its row before any other, imports and ratings too: taken in another
order, two of these locks would wait for each other for ever.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, or_, select, update
from sqlalchemy.exc import IntegrityError

from recsys.nouns import Item, ItemStatus, Shelf
from recsys.refusals import AlreadyThere, ShelfNameTaken, TooManySuggestions, UnknownShelf
from recsys.wording import search_key
from store.columns import UtcDateTime, table_of
from store.conflicts import InsertOnce
from store.fresh_ids import counting_on, note_last
from store.importing import FIT_ANEW, LOCK
from store.schema_taste import ItemRow, ShelfRow
from store.taste_nouns import from_item, to_item

# Below the fewest parameters that any SQLite of the last years takes (999).
BATCH = 500

_shelves, _items = table_of(ShelfRow), table_of(ItemRow)
_of_shelf = _items.c.shelf_id == bindparam("of_shelf")
_ADD = InsertOnce(_items, "id")
_BY_ID = select(_items).where(_items.c.id == bindparam("of_item"))
_ALIKE = select(_items).where(
    _of_shelf,
    or_(
        _items.c.external_id == bindparam("of_external"), _items.c.search == bindparam("of_search")
    ),
)
_WISH_AGAIN = update(_items).where(_items.c.id == bindparam("of_item"))
_WAITING = (
    select(func.count())
    .select_from(_items)
    .where(
        _of_shelf,
        _items.c.status == ItemStatus.SUGGESTED.value,
        _items.c.suggested_by == bindparam("of_member"),
    )
)
_SETTLE = (
    update(_items)
    .where(_items.c.id == bindparam("of_item"), _items.c.status == ItemStatus.SUGGESTED.value)
    .values(
        status=bindparam("new_status"),
        added_at=func.coalesce(bindparam("new_added", type_=UtcDateTime), _items.c.added_at),
    )
)
_REMOVE = (
    update(_items)
    .where(
        _of_shelf,
        _items.c.status != ItemStatus.REMOVED.value,
        _items.c.id.in_(bindparam("of_ids", expanding=True)),
    )
    .values(status=ItemStatus.REMOVED.value)
)
_POOL = (
    update(_shelves)
    .where(_shelves.c.id == bindparam("of_shelf"), _shelves.c.pooled != bindparam("new_pooled"))
    .values(pooled=bindparam("new_pooled"), epoch=_shelves.c.epoch + 1)
)
_SAME_NAME = select(_shelves.c.id).where(
    _shelves.c.server_id == bindparam("of_server"), _shelves.c.name == bindparam("new_name")
)
_RENAME = (
    update(_shelves)
    .where(_shelves.c.id == bindparam("of_shelf"))
    .values(name=bindparam("new_name"), epoch=_shelves.c.epoch + 1)
)
_DELETE = delete(_shelves).where(_shelves.c.id == bindparam("of_shelf"))


def suggest(connection: Connection, item: Item, limit: int) -> Item:
    """Store a suggested item; one that was removed is suggested again, as the same item.

    The same is what has the external id, or the title where a year agrees or is missing. Raises
    UnknownShelf, AlreadyThere, or TooManySuggestions where the member has `limit` of them waiting.
    """
    if not _lock(connection, item.shelf_id):
        raise UnknownShelf("", ())
    there = _same(connection, item)
    if there is not None and there.status is not ItemStatus.REMOVED:
        raise AlreadyThere(there)
    values = {"of_shelf": item.shelf_id, "of_member": item.suggested_by}
    if connection.execute(_WAITING, values).scalar_one() >= limit:
        raise TooManySuggestions(limit)
    if there is None:
        with counting_on(connection, item.shelf_id):
            new = _ADD.run(connection, from_item(item)).scalar_one()
        return _item(connection, new)
    again = replace(
        item,
        external_id=there.external_id,
        description=item.description or there.description,
        tags=item.tags or there.tags,
        year=there.year if item.year is None else item.year,
        url=item.url or there.url,
        image=item.image or there.image,
        added=there.added,
    )
    connection.execute(_WISH_AGAIN.values(**from_item(again)), {"of_item": there.id})
    return _item(connection, there.id)


def settle(
    connection: Connection, item_id: int, status: ItemStatus, added: datetime | None
) -> bool:
    """Make a suggested item live or removed; False where it is not suggested any more.

    It was added then, if that is given.
    """
    found = connection.execute(_BY_ID, {"of_item": item_id}).first()
    if found is None:
        return False
    _lock(connection, found.shelf_id)
    values = {"of_item": item_id, "new_status": status.value, "new_added": added}
    if not connection.execute(_SETTLE, values).rowcount:
        return False
    connection.execute(FIT_ANEW, {"of_shelf": found.shelf_id})
    return True


def remove(connection: Connection, shelf_id: int, ids: Collection[int]) -> int:
    """Make items removed; how many were not."""
    _lock(connection, shelf_id)
    number = sum(
        connection.execute(_REMOVE, {"of_shelf": shelf_id, "of_ids": batch}).rowcount
        for batch in batches(sorted(ids))
    )
    if number:
        connection.execute(FIT_ANEW, {"of_shelf": shelf_id})
    return number


def pool(connection: Connection, shelf_id: int, *, pooled: bool) -> bool:
    """Store whether a shelf learns with others of its name; whether that is a change."""
    values = {"of_shelf": shelf_id, "new_pooled": pooled}
    return bool(connection.execute(_POOL, values).rowcount)


def rename(connection: Connection, shelf: Shelf, name: str) -> bool:
    """Give a shelf another name; False where it is gone. Raises ShelfNameTaken."""
    _lock(connection, shelf.id)
    there = connection.execute(_SAME_NAME, {"of_server": shelf.server_id, "new_name": name})
    if there.scalar() not in {None, shelf.id}:
        raise ShelfNameTaken(name)
    values = {"of_shelf": shelf.id, "new_name": name}
    try:
        return bool(connection.execute(_RENAME, values).rowcount)
    except IntegrityError as error:  # another was given it since
        raise ShelfNameTaken(name) from error


def take_down(connection: Connection, shelf_id: int) -> bool:
    """Delete a shelf with all that belongs to it; False where it is gone already."""
    _lock(connection, shelf_id)
    note_last(connection)
    return bool(connection.execute(_DELETE, {"of_shelf": shelf_id}).rowcount)


def batches(values: Collection[Any]) -> Iterator[list[Any]]:
    """The values, each once, as many at a time as a statement takes."""
    rest = iter(dict.fromkeys(values))
    while batch := list(islice(rest, BATCH)):
        yield batch


def _lock(connection: Connection, shelf_id: int) -> bool:
    """Hold a shelf against others until the transaction ends; False where it is gone."""
    return connection.execute(LOCK, {"of_shelf": shelf_id}).first() is not None


def _item(connection: Connection, item_id: int) -> Item:
    return to_item(connection.execute(_BY_ID, {"of_item": item_id}).one())


def _same(connection: Connection, item: Item) -> Item | None:
    """The item that a wish is for, one that is not removed first."""
    key = search_key(item.title)
    values = {"of_shelf": item.shelf_id, "of_external": item.external_id, "of_search": key}
    found = [to_item(row) for row in connection.execute(_ALIKE, values)]
    same = [
        one
        for one in found
        if one.external_id == item.external_id
        or (key and (one.year == item.year or None in {one.year, item.year}))
    ]
    return min(same, key=lambda one: one.status is ItemStatus.REMOVED, default=None)
