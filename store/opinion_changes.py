"""One change of one opinion, in a transaction that holds the shelf first."""

from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Integer, and_, bindparam, delete, select, update

from recsys.nouns import Item, ItemStatus, Opinion, Recorded, Verdict
from recsys.refusals import UnknownItem
from store.columns import table_of
from store.conflicts import InsertOnce, InsertOrReplace
from store.importing import LOCK
from store.nouns import AnyRow
from store.schema_taste import ItemRow, OpinionChangeRow, OpinionRow, ShelfRow
from store.taste_nouns import from_opinion, halves, to_item, to_opinion

_shelves, _items = table_of(ShelfRow), table_of(ItemRow)
_opinions, _changes = table_of(OpinionRow), table_of(OpinionChangeRow)

_shelf: BindParameter[Any] = bindparam("of_shelf", type_=Integer)
_member: BindParameter[Any] = bindparam("of_member")
_item: BindParameter[Any] = bindparam("of_item", type_=Integer)

_COUNT = (
    update(_shelves)
    .where(_shelves.c.id == _shelf)
    .values(changes=_shelves.c.changes + 1)
    .returning(_shelves.c.changes)
)
_ITEM = select(_items).where(_items.c.id == _item, _items.c.shelf_id == _shelf)
_this = and_(
    _opinions.c.shelf_id == _shelf, _opinions.c.member_id == _member, _opinions.c.item_id == _item
)
_THIS = select(_opinions).where(_this)
_PUT = InsertOrReplace(_opinions)
_DROP = delete(_opinions).where(_this)
_NOTE = InsertOnce(_changes)
DONE = select(_changes.c.item_id).where(_changes.c.interaction_id == bindparam("of_interaction"))
"""The item of the change that an interaction made."""
_UNDONE = (
    update(_changes)
    .where(_changes.c.shelf_id == _shelf, _changes.c.change == bindparam("of_change"))
    .values(undone=True)
)


class OpinionWork:
    """One member's opinion on one item, in a transaction that holds the shelf."""

    def __init__(self, connection: Connection, key: dict[str, Any]) -> None:
        self._connection = connection
        self._key = key
        connection.execute(LOCK, key)

    def item(self) -> Item:
        """The item. Raises UnknownItem unless it is live or removed, and on that shelf."""
        row = self._connection.execute(_ITEM, self._key).first()
        if row is None or row.status == ItemStatus.SUGGESTED.value:
            raise UnknownItem(str(self._key["of_item"]))
        return to_item(row)

    def opinion(self) -> Opinion | None:
        """What the member makes of it now."""
        row = self._connection.execute(_THIS, self._key).first()
        return None if row is None else to_opinion(row)

    def repeats(self, interaction_id: int | None) -> bool:
        """Whether that interaction made a change before."""
        values = {"of_interaction": interaction_id}
        return self._connection.execute(DONE, values).first() is not None

    def note(
        self, before: Opinion | None, at: datetime, interaction_id: int | None, *, undone: bool
    ) -> bool:
        """Count and store a change; False where that interaction did so before."""
        row = {
            "shelf_id": self._key["of_shelf"],
            "change": self._connection.execute(_COUNT, self._key).scalar_one(),
            "member_id": self._key["of_member"],
            "item_id": self._key["of_item"],
            "verdict": before.verdict.value if before else None,
            "halves": halves(before.stars) if before else None,
            "held_at": before.at if before else None,
            "at": at,
            "undone": undone,
            "interaction_id": interaction_id,
        }
        return _NOTE.run(self._connection, row).rowcount == 1

    def put(self, opinion: Opinion) -> None:
        """Store an opinion in place of the one that there is."""
        _PUT.run(self._connection, from_opinion(opinion))


def taken_back(
    connection: Connection, last: AnyRow, at: datetime, interaction_id: int | None
) -> Recorded:
    """Bring back what a change replaced, which is a change too. Raises UnknownItem."""
    key = key_of(last.shelf_id, last.member_id, last.item_id)
    work = OpinionWork(connection, key)
    item, now = work.item(), work.opinion()
    held = None if last.verdict is None else Opinion(
        last.shelf_id, last.member_id, last.item_id, Verdict(last.verdict),
        None if last.halves is None else last.halves / 2, last.held_at,
    )  # fmt: skip
    if not work.note(now, at, interaction_id, undone=True):
        return Recorded(item, now, now, repeated=True)
    connection.execute(_UNDONE, key | {"of_change": last.change})
    if held is None:
        connection.execute(_DROP, key)
    else:
        work.put(held)
    return Recorded(item, now, held)


def key_of(shelf_id: int, member_id: int, item_id: int | None) -> dict[str, Any]:
    """What statements find an opinion by."""
    return {"of_shelf": shelf_id, "of_member": member_id, "of_item": item_id}


def same(before: Opinion | None, after: Opinion) -> bool:
    """Whether a member said the same before."""
    return before is not None and (before.verdict, before.stars) == (after.verdict, after.stars)
