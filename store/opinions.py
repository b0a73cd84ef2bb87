"""What members make of items, and how that changed, in the database."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

import numpy as np
from sqlalchemy import (
    BindParameter,
    Connection,
    Double,
    Integer,
    and_,
    bindparam,
    cast,
    delete,
    extract,
    func,
    select,
    union_all,
)

from recsys.nouns import Fit, Opinion, Recorded, ShelfState, Verdict
from recsys.ports import Change, Rated
from recsys.refusals import NothingToUndo
from store.columns import table_of
from store.conflicts import InsertOnce
from store.engine import Database
from store.fits import FITS, kept_fits, put_fit
from store.importing import LOCK
from store.opinion_changes import DONE, OpinionWork, key_of, same, taken_back
from store.schema_taste import OpinionChangeRow, OpinionRow, ShelfRow, TwinRow
from store.taste_nouns import to_opinion

_shelves, _twins = table_of(ShelfRow), table_of(TwinRow)
_opinions, _changes = table_of(OpinionRow), table_of(OpinionChangeRow)

_NO_STARS = -1
_LIKE, _LOW = Verdict.LIKE.value, Verdict.LOW.value
_shelf: BindParameter[Any] = bindparam("of_shelf", type_=Integer)
_member: BindParameter[Any] = bindparam("of_member")
_item: BindParameter[Any] = bindparam("of_item", type_=Integer)
_shelves_given: BindParameter[Any] = bindparam("of_shelves", expanding=True)

_mine = and_(_opinions.c.shelf_id == _shelf, _opinions.c.member_id == _member)
_MINE = select(_opinions).where(_mine).order_by(_opinions.c.at.desc(), _opinions.c.item_id)
_LAST = (
    select(_changes)
    .where(
        _changes.c.shelf_id == _shelf, _changes.c.member_id == _member, ~_changes.c.undone
    )
    .order_by(_changes.c.change.desc())
    .limit(1)
)  # fmt: skip
_LAST_OF_ITEM = _LAST.where(_changes.c.item_id == _item)
_STATE = select(_shelves.c.id, _shelves.c.epoch, _shelves.c.changes).where(
    _shelves.c.id.in_(_shelves_given)
)
_RATED = select(
    _opinions.c.shelf_id,
    _opinions.c.member_id,
    _opinions.c.item_id,
    _opinions.c.verdict == _LIKE,
    func.coalesce(_opinions.c.halves, _NO_STARS),
    # By the database: to make a datetime of each of a million takes it seconds.
    cast(extract("epoch", _opinions.c.at), Double),
).where(_opinions.c.shelf_id.in_(_shelves_given), _opinions.c.verdict.in_((_LIKE, _LOW)))
_RATED_ROW = np.dtype(
    [
        ("shelf", "i8"), ("member", "i8"), ("item", "i8"), ("like", "?"), ("halves", "i1"),
        ("at", "f8"),
    ]
)  # fmt: skip
_SINCE = (
    select(
        func.max(_changes.c.change).label("change"),
        _changes.c.member_id,
        _changes.c.item_id,
        func.max(_opinions.c.verdict).label("verdict"),  # there is one at most
        func.max(_opinions.c.halves).label("halves"),
    )
    .outerjoin(
        _opinions,
        and_(
            _opinions.c.shelf_id == _changes.c.shelf_id,
            _opinions.c.member_id == _changes.c.member_id,
            _opinions.c.item_id == _changes.c.item_id,
        ),
    )
    .where(_changes.c.shelf_id == _shelf, _changes.c.change > bindparam("after"))
    .group_by(_changes.c.member_id, _changes.c.item_id)
    .order_by(func.max(_changes.c.change))
)
_moments = union_all(
    select(_changes.c.shelf_id, func.max(_changes.c.at).label("at")).group_by(_changes.c.shelf_id),
    select(FITS.c.shelf_id, func.max(FITS.c.at)).group_by(FITS.c.shelf_id),
).subquery()
_USED = (
    select(_moments.c.shelf_id)
    .where(_moments.c.at >= bindparam("since"))
    .group_by(_moments.c.shelf_id)
    .order_by(func.max(_moments.c.at).desc(), _moments.c.shelf_id)
    .limit(bindparam("most"))
)
_OPT_IN = InsertOnce(_twins)
_of_twin = _twins.c.server_id == bindparam("of_server")
_OPT_OUT = delete(_twins).where(_of_twin, _twins.c.member_id == _member)
_OPTED_IN = select(_twins.c.member_id).where(_of_twin)


class SqlOpinions:
    """`recsys.ports.OpinionStore` over an open database. Everything raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def record(self, opinion: Opinion, interaction_id: int | None = None) -> Recorded:
        """Store a member's opinion in place of the one before.

        Nothing changes where that interaction was carried out before. Raises UnknownItem unless
        the item is live or removed, and on that shelf.
        """
        key = key_of(opinion.shelf_id, opinion.member_id, opinion.item_id)
        with self._database.writing() as connection:
            work = OpinionWork(connection, key)
            item = work.item()
            before = work.opinion()
            if same(before, opinion) and not work.repeats(interaction_id):
                return Recorded(item, before, before)
            if not work.note(before, opinion.at, interaction_id, undone=False):
                return Recorded(item, before, before, repeated=True)
            work.put(opinion)
            connection.commit()
        return Recorded(item, before, opinion)

    def undo(
        self,
        shelf_id: int,
        member_id: int,
        item_id: int | None,
        at: datetime,
        interaction_id: int | None = None,
    ) -> Recorded:
        """Bring back what the member's last change (of that item, if given) replaced.

        A change that was undone is not undone again: the one before it is. Raises NothingToUndo.
        """
        key = key_of(shelf_id, member_id, item_id)
        with self._database.writing() as connection:
            done = connection.execute(DONE, {"of_interaction": interaction_id}).scalar()
            if done is not None:
                work = OpinionWork(connection, key | {"of_item": done})
                now = work.opinion()
                return Recorded(work.item(), now, now, repeated=True)
            # Locked before anything is read, so that two at once undo two changes, not one twice.
            connection.execute(LOCK, key)
            last = connection.execute(_LAST if item_id is None else _LAST_OF_ITEM, key).first()
            if last is None:
                raise NothingToUndo
            recorded = taken_back(connection, last, at, interaction_id)
            connection.commit()
        return recorded

    def of_member(self, shelf_id: int, member_id: int) -> Sequence[Opinion]:
        """All opinions of a member on a shelf, the latest first."""
        with self._database.reading() as connection:
            rows = connection.execute(_MINE, key_of(shelf_id, member_id, None)).all()
        return [to_opinion(row) for row in rows]

    def state(self, shelf_ids: Collection[int]) -> Mapping[int, ShelfState]:
        """How far these shelves have come."""
        with self._database.reading() as connection:
            return _state(connection, shelf_ids)

    def rated(self, shelf_ids: Collection[int]) -> tuple[Mapping[int, ShelfState], Rated]:
        """All likes and lows of these shelves, and how far the shelves had come just then."""
        with self._database.reading() as connection:
            state = _state(connection, shelf_ids)
            rows = connection.execute(_RATED, {"of_shelves": [*shelf_ids]})
            table = np.fromiter((tuple(row) for row in rows), _RATED_ROW)
        stars = np.where(table["halves"] == _NO_STARS, np.nan, table["halves"] / np.float32(2))
        shelves, members, items = (table[name].copy() for name in ("shelf", "member", "item"))
        likes = table["like"].copy()
        at = table["at"].copy()
        return state, Rated(shelves, members, items, likes, stars.astype(np.float32), at)

    def changes(self, shelf_id: int, after: int) -> Sequence[Change]:
        """What changed since the change of that number, in order, with what is so now."""
        with self._database.reading() as connection:
            rows = connection.execute(_SINCE, {"of_shelf": shelf_id, "after": after}).all()
        return [
            Change(
                row.change,
                row.member_id,
                row.item_id,
                Verdict(row.verdict) if row.verdict else None,
                None if row.halves is None else row.halves / 2,
            )
            for row in rows
        ]

    def keep_fit(self, fit: Fit) -> None:
        """Store a fit under a number of its own; of each shelf the latest few are kept.

        Nothing where the shelf is gone.
        """
        with self._database.writing() as connection:
            put_fit(connection, fit)
            connection.commit()

    def fits(self, shelf_id: int) -> Sequence[Fit]:
        """The fits of a shelf that are kept, the latest first."""
        with self._database.reading() as connection:
            return kept_fits(connection, shelf_id)

    def used(self, since: datetime, most: int) -> Sequence[int]:
        """The shelves where a member said something, or dials were found, since then.

        At most so many, the latest used first.
        """
        with self._database.reading() as connection:
            values = {"since": since, "most": most}
            return connection.execute(_USED, values).scalars().all()

    def opt_in(self, server_id: int, member_id: int, at: datetime, *, wanted: bool) -> None:
        """Store whether a member wishes to be somebody's twin."""
        with self._database.writing() as connection:
            if wanted:
                row = {"server_id": server_id, "member_id": member_id, "at": at}
                _OPT_IN.run(connection, row)
            else:
                connection.execute(_OPT_OUT, {"of_server": server_id, "of_member": member_id})
            connection.commit()

    def opted_in(self, server_id: int) -> frozenset[int]:
        """The members who do."""
        with self._database.reading() as connection:
            return frozenset(connection.execute(_OPTED_IN, {"of_server": server_id}).scalars())


def _state(connection: Connection, shelf_ids: Collection[int]) -> Mapping[int, ShelfState]:
    rows = connection.execute(_STATE, {"of_shelves": [*shelf_ids]})
    return {row.id: ShelfState(row.epoch, row.changes) for row in rows}
