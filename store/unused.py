"""Drops vectors of texts that no item has any more, and that nothing else needs."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import and_, bindparam, delete, or_, select

from embedding.service import content_hash
from store.columns import table_of
from store.engine import Database
from store.nouns import AnyRow
from store.schema import VectorRow
from store.schema_taste import ItemRow
from store.taste_nouns import to_item

_BATCH = 500
_DIGITS = 16

_items, _vectors = table_of(ItemRow), table_of(VectorRow)
_NEXT_ITEMS = (
    select(_items).where(_items.c.id > bindparam("after")).order_by(_items.c.id).limit(_BATCH)
)
_key = (_vectors.c.model_id, _vectors.c.content_hash)
_NEXT_VECTORS = (
    select(*_key, _vectors.c.created_at)
    .where(
        or_(
            _vectors.c.model_id > bindparam("of_model"),
            and_(
                _vectors.c.model_id == bindparam("of_model"),
                _vectors.c.content_hash > bindparam("after"),
            ),
        )
    )
    .order_by(*_key)
    .limit(_BATCH)
)
_DROP = delete(_vectors).where(
    _vectors.c.model_id == bindparam("of_model"),
    _vectors.c.content_hash.in_(bindparam("of_hashes", expanding=True)),
)


def drop_unused(
    database: Database,
    before: datetime,
    check: Callable[[], object] = lambda: None,
    needed: Iterable[str] = (),
) -> int:
    """Drop the vectors made before a moment whose text is no item's, no tag and not `needed`.

    Returns how many went. Each few go in a transaction of their own; `check` is called between
    them, and may raise. An import that is encoding is not disturbed as long as it began after that
    moment. What is missed after all is encoded again.
    """
    used, number = _used(database, needed), 0
    for rows in _old(database):
        check()
        hashes = np.array([_short(row.content_hash) for row in rows], np.uint64)
        unused = ~np.isin(hashes, used)
        gone: dict[str, list[str]] = {}
        for row, drop in zip(rows, unused, strict=True):
            if drop and row.created_at < before:
                gone.setdefault(row.model_id, []).append(row.content_hash)
        if gone:
            with database.writing() as connection:
                for model_id, dropped in gone.items():
                    values = {"of_model": model_id, "of_hashes": dropped}
                    number += connection.execute(_DROP, values).rowcount
                connection.commit()
    return number


def _used(database: Database, needed: Iterable[str]) -> NDArray[np.uint64]:
    """The beginnings of the hashes of all texts in use, in order: whole ones would be large."""
    found = [_short(content_hash(text)) for text in needed]
    tags: set[str] = set()
    after = 0
    while True:
        with database.reading() as connection:
            rows = connection.execute(_NEXT_ITEMS, {"after": after}).all()
        if not rows:
            return np.unique(np.array(found, np.uint64))
        after = rows[-1].id
        for item in map(to_item, rows):
            texts = (item.text, item.title, *(tag for tag in item.tags if tag not in tags))
            found += [_short(content_hash(text)) for text in texts]
            tags.update(item.tags)


def _old(database: Database) -> Iterator[list[AnyRow]]:
    """The keys of all vectors, a few at a time, none of which is held on to."""
    values = {"of_model": "", "after": ""}
    while True:
        with database.reading() as connection:
            rows = list(connection.execute(_NEXT_VECTORS, values))
        if not rows:
            return
        values = {"of_model": rows[-1].model_id, "after": rows[-1].content_hash}
        yield rows


def _short(digits: str) -> int:
    return int(digits[:_DIGITS], 16)
