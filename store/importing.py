"""One transaction that brings many items, opinions or baskets onto a shelf."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, select, update

from recsys.nouns import Basket, Item, ItemStatus, Opinion, Written
from store.columns import table_of
from store.conflicts import InsertOnce, InsertOrReplace
from store.schema_taste import BasketItemRow, BasketRow, ItemRow, OpinionRow, ShelfRow
from store.taste_nouns import from_item, from_opinion, to_item

_BATCH = 500

_shelves, _items, _opinions = table_of(ShelfRow), table_of(ItemRow), table_of(OpinionRow)
_baskets, _basket_items = table_of(BasketRow), table_of(BasketItemRow)

_PUT_ITEM = InsertOrReplace(_items, "shelf_id", "external_id")
_PUT_OPINION = InsertOrReplace(_opinions)
_ADD_BASKET = InsertOnce(_baskets)
_of_shelf: BindParameter[Any] = bindparam("of_shelf")
_LOCK = select(_shelves.c.id).where(_shelves.c.id == _of_shelf).with_for_update()
FIT_ANEW = update(_shelves).where(_shelves.c.id == _of_shelf).values(epoch=_shelves.c.epoch + 1)
"""Counts one more epoch of a shelf: every model of it is fitted anew."""
_THERE = select(_items).where(
    _items.c.shelf_id == _of_shelf,
    _items.c.external_id.in_(bindparam("of_external", expanding=True)),
)
_IDS = select(_items.c.external_id, _items.c.id).where(_items.c.shelf_id == _of_shelf)
_BASKETS = select(_baskets.c.external_id, _baskets.c.id).where(
    _baskets.c.shelf_id == _of_shelf,
    _baskets.c.external_id.in_(bindparam("of_external", expanding=True)),
)
_EMPTY = delete(_basket_items).where(
    _basket_items.c.basket_id.in_(bindparam("of_baskets", expanding=True))
)


class SqlImportWork:
    """`recsys.ports.ImportWork` on a connection; the shelf is held against others meanwhile.

    SQLite lets nobody else write until it is committed: some seconds for a million rows.
    """

    def __init__(self, connection: Connection, shelf_id: int) -> None:
        self._connection = connection
        self._shelf = {"of_shelf": shelf_id}
        connection.execute(_LOCK, self._shelf)

    def put_items(self, items: Sequence[Item]) -> Written:
        """Add items, or replace those of the same external ids; all become live."""
        written = Written()
        for start in range(0, len(items), _BATCH):
            written += self._put(items[start : start + _BATCH])
        return written

    def ids(self) -> Mapping[str, int]:
        """The id of every item of the shelf by its external id."""
        rows = self._connection.execute(_IDS, self._shelf)
        return {row.external_id: row.id for row in rows}

    def put_opinions(self, opinions: Sequence[Opinion]) -> None:
        """Add opinions, or replace those of the same member and item."""
        if opinions:
            _PUT_OPINION.run(self._connection, [from_opinion(opinion) for opinion in opinions])

    def put_baskets(self, baskets: Sequence[Basket]) -> None:
        """Add baskets, or replace those of the same external ids."""
        for start in range(0, len(baskets), _BATCH):
            self._put_baskets(baskets[start : start + _BATCH])

    def commit(self) -> None:
        """Make everything done so far last, and count one more epoch of the shelf."""
        self._connection.execute(FIT_ANEW, self._shelf)
        self._connection.commit()

    def _put(self, items: Sequence[Item]) -> Written:
        there = {item.external_id: item for item in self._there([i.external_id for i in items])}
        fresh = [_live(item, there.get(item.external_id)) for item in items]
        news = [item for item in fresh if there.get(item.external_id) != item]
        if news:
            _PUT_ITEM.run(self._connection, [from_item(item) for item in news])
        added = sum(item.external_id not in there for item in fresh)
        return Written(added, len(news) - added, len(fresh) - len(news))

    def _there(self, external_ids: list[str]) -> Sequence[Item]:
        values: dict[str, Any] = self._shelf | {"of_external": external_ids}
        return [to_item(row) for row in self._connection.execute(_THERE, values)]

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


def _live(item: Item, there: Item | None) -> Item:
    """An item as it is stored: live, and with the id and the suggester of the one before."""
    kept = (there.id, there.suggested_by) if there else (0, None)
    return replace(item, status=ItemStatus.LIVE, id=kept[0], suggested_by=kept[1])
