"""One transaction that brings many items, opinions or baskets onto a shelf."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, select, update

from recsys.nouns import Basket, Item, Opinion, Written
from recsys.ports import Staging, Told
from recsys.refusals import UnknownShelf
from store.columns import table_of
from store.conflicts import InsertOnce, InsertOrReplace
from store.fresh_ids import counting_on
from store.schema_taste import BasketItemRow, BasketRow, ItemRow, OpinionRow, ShelfRow
from store.staging import KEPT, Stored, epoch_of
from store.taste_nouns import from_opinion

_BATCH = 500

_shelves, _items, _opinions = table_of(ShelfRow), table_of(ItemRow), table_of(OpinionRow)
_baskets, _basket_items = table_of(BasketRow), table_of(BasketItemRow)

_PUT_ITEM = InsertOrReplace(_items, "shelf_id", "external_id", kept=KEPT)
_PUT_OPINION = InsertOrReplace(_opinions)
_ADD_BASKET = InsertOnce(_baskets)
_of_shelf: BindParameter[Any] = bindparam("of_shelf")
LOCK = select(_shelves.c.id).where(_shelves.c.id == _of_shelf).with_for_update()
"""Holds a shelf against everybody else who would change it."""
FIT_ANEW = update(_shelves).where(_shelves.c.id == _of_shelf).values(epoch=_shelves.c.epoch + 1)
"""Counts one more epoch of a shelf: every model of it is fitted anew."""
IDS = select(_items.c.external_id, _items.c.id).where(_items.c.shelf_id == _of_shelf)
_ANY = select(_items.c.id).where(_items.c.shelf_id == _of_shelf).limit(1)
_BASKETS = select(_baskets.c.external_id, _baskets.c.id).where(
    _baskets.c.shelf_id == _of_shelf,
    _baskets.c.external_id.in_(bindparam("of_external", expanding=True)),
)
_EMPTY = delete(_basket_items).where(
    _basket_items.c.basket_id.in_(bindparam("of_baskets", expanding=True))
)


class SqlImportWork:
    """`recsys.ports.ImportWork` on a connection; the shelf is held against others meanwhile.

    SQLite lets nobody else write until it is committed: about a second for fifty thousand items
    that were staged before.
    """

    def __init__(self, connection: Connection, shelf_id: int) -> None:
        self._connection = connection
        self._shelf = {"of_shelf": shelf_id}
        self._stored: Stored | None = None
        if connection.execute(LOCK, self._shelf).first() is None:
            raise UnknownShelf("", ())

    def put_items(self, items: Sequence[Item], *, restore: bool = False) -> Written:
        """Add items, or replace those of the same external ids; all become live.

        Those keep when they were added. Removed ones stay so, untouched, unless `restore`.
        """
        if self._stored is None:
            self._stored = Stored(self._connection, self._shelf["of_shelf"])
        rows, written = self._stored.news(items, restore=restore)
        self._put(rows)
        return written

    def put_staged(self, staged: Staging, progress: Told) -> Written | None:
        """Write what was made ready; None where the shelf has changed since, and nothing was.

        `progress` is told of so many rows as are new or changed.
        """
        if not self._is_as_it_was(staged):
            return None
        done, total = 0, staged.written.added + staged.written.changed
        for rows in staged.rows():
            self._put(rows)
            done += len(rows)
            progress(done, total)
        return staged.written

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

    def _is_as_it_was(self, staged: Staging) -> bool:
        shelf_id = self._shelf["of_shelf"]
        if staged.shelf_id is None:  # there was no such shelf, and is only since
            return self._connection.execute(_ANY, self._shelf).first() is None
        return (staged.shelf_id, staged.epoch) == (shelf_id, epoch_of(self._connection, shelf_id))

    def _put(self, rows: Sequence[dict[str, Any]]) -> None:
        shelf_id = self._shelf["of_shelf"]
        with counting_on(self._connection, shelf_id):
            for start in range(0, len(rows), _BATCH):
                here = [row | {"shelf_id": shelf_id} for row in rows[start : start + _BATCH]]
                _PUT_ITEM.run_many(self._connection, here)

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
