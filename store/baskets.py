"""What is used together, in the database."""

from collections.abc import Sequence
from itertools import groupby

from sqlalchemy import bindparam, select

from recsys.nouns import Basket
from store.columns import table_of
from store.engine import Database
from store.schema_taste import BasketItemRow, BasketRow

_baskets, _basket_items = table_of(BasketRow), table_of(BasketItemRow)
_ALL = (
    select(_baskets.c.external_id, _basket_items.c.item_id)
    .join(_basket_items)
    .where(_baskets.c.shelf_id == bindparam("of_shelf"))
    .order_by(_baskets.c.external_id, _basket_items.c.item_id)
)


class SqlBaskets:
    """`recsys.ports.BasketStore` over an open database. Everything raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def baskets(self, shelf_id: int) -> Sequence[Basket]:
        """All baskets of a shelf, by external id."""
        with self._database.reading() as connection:
            rows = connection.execute(_ALL, {"of_shelf": shelf_id}).all()
        return [
            Basket(name, tuple(row.item_id for row in held))
            for name, held in groupby(rows, key=lambda row: str(row.external_id))
        ]
