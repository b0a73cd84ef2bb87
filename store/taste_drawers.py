"""The drawers of the recommender: what it stores about members, and what is left when they go.

All that a member made of items goes. An item they suggested stays, for it is the server's.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from game.privacy import Servers
from store.columns import table_of
from store.drawers import Drawer, Rows
from store.member_locks import shelves_with
from store.schema_taste import ItemRow, OpinionChangeRow, OpinionRow, ShelfRow, TwinRow

_shelves, _items, _twins = table_of(ShelfRow), table_of(ItemRow), table_of(TwinRow)
_opinions, _changes = table_of(OpinionRow), table_of(OpinionChangeRow)
# Of another name than the shelves that an export joins.
_homes = _shelves.alias("homes")


@dataclass(frozen=True)
class Opinions(Rows):
    """What a member makes of items. Models learn of its going by the epochs of the shelves."""

    def forget(self, connection: Connection, member_id: int, servers: Servers) -> int:
        """Delete them, and have every model that learned from them fitted anew."""
        # Whoever stores an opinion locks its shelf, too: none comes in between.
        shelves = connection.execute(shelves_with(member_id, servers)).scalars().all()
        anew = update(_shelves).where(_shelves.c.id.in_(shelves))
        connection.execute(anew.values(epoch=_shelves.c.epoch + 1))
        return super().forget(connection, member_id, servers)


def _home(shelf_id: ColumnElement[Any]) -> ColumnElement[Any]:
    return select(_homes.c.server_id).where(_homes.c.id == shelf_id).scalar_subquery()


_item = [_shelves.c.server_id, _shelves.c.name.label("shelf"), _items.c.title.label("item")]

TASTE_DRAWERS: tuple[Drawer, ...] = (
    Opinions(
        "opinions", _opinions.c.member_id, _home(_opinions.c.shelf_id),
        [
            *_item, _items.c.external_id, _opinions.c.verdict,
            (_opinions.c.halves / 2.0).label("stars"), _opinions.c.at,
        ],
        moment=_opinions.c.at, source=_opinions.join(_items).join(_shelves),
    ),
    Rows(
        "opinions_before", _changes.c.member_id, _home(_changes.c.shelf_id),
        [
            *_item, _changes.c.verdict, (_changes.c.halves / 2.0).label("stars"),
            _changes.c.held_at, _changes.c.at, _changes.c.undone, _changes.c.interaction_id,
        ],
        source=_changes.join(_items).join(_shelves),
    ),
    Rows(
        "suggestions", _items.c.suggested_by, _home(_items.c.shelf_id),
        [*_item, _items.c.external_id, _items.c.status], source=_items.join(_shelves),
        delete=False,
    ),
    Rows(
        "twins", _twins.c.member_id, _twins.c.server_id, [_twins.c.server_id, _twins.c.at],
        moment=_twins.c.at,
    ),
)  # fmt: skip
"""In the order in which they are emptied."""
