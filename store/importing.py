"""One transaction that brings many items, opinions or baskets onto a shelf."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, select, update

from recsys.nouns import Basket, Item, ItemStatus, Opinion, Written
from recsys.refusals import UnknownShelf
from store.columns import table_of
from store.conflicts import InsertOnce, InsertOrReplace
from store.fresh_ids import counting_on
from store.schema_taste import BasketItemRow, BasketRow, ItemRow, OpinionRow, ShelfRow
from store.taste_nouns import from_item, from_opinion

_BATCH = 500

_shelves, _items, _opinions = table_of(ShelfRow), table_of(ItemRow), table_of(OpinionRow)
_baskets, _basket_items = table_of(BasketRow), table_of(BasketItemRow)

_KEPT = ("suggested_by", "added_at")
_PUT_ITEM = InsertOrReplace(_items, "shelf_id", "external_id", kept=_KEPT)
_PUT_OPINION = InsertOrReplace(_opinions)
_ADD_BASKET = InsertOnce(_baskets)
_of_shelf: BindParameter[Any] = bindparam("of_shelf")
LOCK = select(_shelves.c.id).where(_shelves.c.id == _of_shelf).with_for_update()
"""Holds a shelf against everybody else who would change it."""
FIT_ANEW = update(_shelves).where(_shelves.c.id == _of_shelf).values(epoch=_shelves.c.epoch + 1)
"""Counts one more epoch of a shelf: every model of it is fitted anew."""
_COLUMNS = [x.name for x in _items.c if x.name not in {"id", "shelf_id", *_KEPT}]
_STORED = select(*(_items.c[name] for name in _COLUMNS)).where(_items.c.shelf_id == _of_shelf)
IDS = select(_items.c.external_id, _items.c.id).where(_items.c.shelf_id == _of_shelf)
_BASKETS = select(_baskets.c.external_id, _baskets.c.id).where(
    _baskets.c.shelf_id == _of_shelf,
    _baskets.c.external_id.in_(bindparam("of_external", expanding=True)),
)
_EMPTY = delete(_basket_items).where(
    _basket_items.c.basket_id.in_(bindparam("of_baskets", expanding=True))
)


class SqlImportWork:
    """`recsys.ports.ImportWork` on a connection; the shelf is held against others meanwhile.

    SQLite lets nobody else write until it is committed: some seconds for a hundred thousand rows.
    A far larger import is better done while the bot rests.
    """

    def __init__(self, connection: Connection, shelf_id: int) -> None:
        self._connection = connection
        self._shelf = {"of_shelf": shelf_id}
        self._stored: dict[str, int] | None = None
        self._removed: set[str] = set()
        if connection.execute(LOCK, self._shelf).first() is None:
            raise UnknownShelf("", ())

    def put_items(self, items: Sequence[Item], *, restore: bool = False) -> Written:
        """Add items, or replace those of the same external ids; all become live.

        Those keep when they were added. Removed ones stay so, untouched, unless `restore`.
        """
        if self._stored is None:
            self._stored = self._hashes()
        wanted = [item for item in items if restore or item.external_id not in self._removed]
        rows = [from_item(item) | {"status": ItemStatus.LIVE.value} for item in wanted]
        news = [row for row in rows if self._stored.get(row["external_id"]) != _hash(row)]
        added = sum(row["external_id"] not in self._stored for row in rows)
        with counting_on(self._connection, self._shelf["of_shelf"]):
            for start in range(0, len(news), _BATCH):
                _PUT_ITEM.run_many(self._connection, news[start : start + _BATCH])
        self._stored |= {row["external_id"]: _hash(row) for row in news}
        same, removed = len(rows) - len(news), len(items) - len(wanted)
        return Written(added, len(news) - added, same, removed)

    def ids(self) -> Mapping[str, int]:
        """The id of every item of the shelf by its external id."""
        rows = self._connection.execute(IDS, self._shelf)
        return {row.external_id: row.id for row in rows}

    def put_opinions(self, opinions: Sequence[Opinion]) -> None:
        """Add opinions, or replace those of the same member and item: the last of two counts."""
        last = {(opinion.member_id, opinion.item_id): opinion for opinion in opinions}
        if last:
            rows = [from_opinion(opinion) for opinion in last.values()]
            _PUT_OPINION.run_many(self._connection, rows)

    def put_baskets(self, baskets: Sequence[Basket]) -> None:
        """Add baskets, or replace those of the same external ids."""
        for start in range(0, len(baskets), _BATCH):
            self._put_baskets(baskets[start : start + _BATCH])

    def commit(self) -> None:
        """Make everything done so far last, and count one more epoch of the shelf."""
        self._connection.execute(FIT_ANEW, self._shelf)
        self._connection.commit()

    def _hashes(self) -> dict[str, int]:
        """What is stored, in one walk: looking rows up by the hundred takes far longer."""
        query = _STORED.execution_options(yield_per=2000)
        found: dict[str, int] = {}
        for row in self._connection.execute(query, self._shelf):
            found[row.external_id] = hash(tuple(row))
            if row.status == ItemStatus.REMOVED.value:
                self._removed.add(row.external_id)
        return found

    def _put_baskets(self, baskets: Sequence[Basket]) -> None:
        shelf_id = self._shelf["of_shelf"]
        names = [basket.external_id for basket in baskets]
        _ADD_BASKET.run(
            self._connection, [{"shelf_id": shelf_id, "external_id": name} for name in names]
        )
        values: dict[str, Any] = self._shelf | {"of_external": names}
        numbers = {row.external_id: row.id for row in self._connection.execute(_BASKETS, values)}
        self._connection.execute(_EMPTY, {"of_baskets": [*numbers.values()]})
        rows = [
            {"basket_id": numbers[basket.external_id], "item_id": item_id}
            for basket in baskets
            for item_id in dict.fromkeys(basket.item_ids)
        ]
        if rows:
            self._connection.execute(_basket_items.insert(), rows)


def _hash(row: dict[str, Any]) -> int:
    """A number that differs where any of the columns does."""
    return hash(tuple(row[name] for name in _COLUMNS))
