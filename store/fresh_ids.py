"""Ids that were given out are given out no more, on SQLite too.

SQLite gives the highest id of a table again once its row is deleted. Whoever then still holds
something of what is gone, such as a model, or a button below an old message, would take the new for
the old: a member would rate what they never saw. PostgreSQL counts on by itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Table, delete, func, select

from store.columns import table_of
from store.conflicts import InsertOrReplace
from store.schema import NoteRow
from store.schema_taste import ItemRow, ShelfRow

_shelves, _items, _notes = table_of(ShelfRow), table_of(ItemRow), table_of(NoteRow)
_KEEP = InsertOrReplace(_notes)
_HELD = {
    "external_id": "", "title": "", "search": "", "description": "", "tags": "",
    "status": "removed",
}  # fmt: skip


def note_last(connection: Connection) -> None:
    """Note how far shelves and items are counted, before any of them is deleted."""
    for table in (_shelves, _items):
        _KEEP.run(connection, {"key": _key(table), "text": str(_last(connection, table))})


def new_shelf(connection: Connection) -> dict[str, int]:
    """The id that a new shelf must be given; nothing where the database counts on by itself."""
    if connection.dialect.name != "sqlite":
        return {}
    return {"id": _last(connection, _shelves) + 1}


@contextmanager
def counting_on(connection: Connection, shelf_id: int) -> Iterator[None]:
    """Items that are added to a shelf inside get ids above all that there ever were."""
    last = _last(connection, _items) if connection.dialect.name == "sqlite" else 0
    if last <= _highest(connection, _items):
        yield
        return
    # Stands in for the last one that was deleted while SQLite looks for the highest id.
    connection.execute(_items.insert(), _HELD | {"id": last, "shelf_id": shelf_id})
    yield
    connection.execute(delete(_items).where(_items.c.id == last))


def _last(connection: Connection, table: Table) -> int:
    noted = connection.execute(select(_notes.c.text).where(_notes.c.key == _key(table))).scalar()
    return max(int(noted or 0), _highest(connection, table))


def _highest(connection: Connection, table: Table) -> int:
    return int(connection.execute(select(func.max(table.c.id))).scalar() or 0)


def _key(table: Table) -> str:
    return f"last id: {table.name}"
