"""Items made ready for an import outside any transaction: what is left inside it is the writing."""

import pickle
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from tempfile import TemporaryFile
from typing import IO, Any

from sqlalchemy import BindParameter, Connection, bindparam, select

from recsys.nouns import Item, ItemStatus, Written
from store.columns import table_of
from store.engine import Database
from store.schema_taste import ItemRow, ShelfRow
from store.taste_nouns import from_item

_shelves, _items = table_of(ShelfRow), table_of(ItemRow)
_of_shelf: BindParameter[Any] = bindparam("of_shelf")
KEPT = ("suggested_by", "added_at")
"""What an item keeps when it is replaced."""
_COLUMNS = [x.name for x in _items.c if x.name not in {"id", "shelf_id", *KEPT}]
_STORED = select(*(_items.c[name] for name in _COLUMNS)).where(_items.c.shelf_id == _of_shelf)
_DIGEST = 8
"""Bytes: a change is taken for none once in 10^19 times."""
_EPOCH = select(_shelves.c.epoch).where(_shelves.c.id == _of_shelf)


class Stored:
    """What stands on a shelf: a number for each external id, that differs where any column does."""

    def __init__(self, connection: Connection, shelf_id: int | None) -> None:
        # In one walk: looking rows up by the hundred takes far longer.
        query = _STORED.execution_options(yield_per=2000)
        self._hashes: dict[str, int] = {}
        self._removed: set[str] = set()
        for row in connection.execute(query, {"of_shelf": shelf_id or 0}):
            self._hashes[row.external_id] = _number(tuple(row))
            if row.status == ItemStatus.REMOVED.value:
                self._removed.add(row.external_id)

    def news(
        self, items: Sequence[Item], *, restore: bool = False
    ) -> tuple[list[dict[str, Any]], Written]:
        """The rows that are to be written, as live ones, and what there is of each kind.

        They count as stored from here on.
        """
        wanted = [item for item in items if restore or item.external_id not in self._removed]
        rows = [from_item(item) | {"status": ItemStatus.LIVE.value} for item in wanted]
        added, news = 0, []
        for row in rows:
            before, now = self._hashes.get(row["external_id"]), _hash(row)
            added += before is None
            if before != now:
                news.append(row)
                self._hashes[row["external_id"]] = now
        same, removed = len(rows) - len(news), len(items) - len(wanted)
        return news, Written(added, len(news) - added, same, removed)


class SqlStaging:
    """`recsys.ports.Staging`: the rows to be written lie in a file without a name meanwhile."""

    def __init__(self, connection: Connection, shelf_id: int | None, file: IO[bytes]) -> None:
        self.shelf_id = shelf_id
        self.epoch = epoch_of(connection, shelf_id)
        self.written = Written()
        self._stored = Stored(connection, shelf_id)
        self._file = file

    def add(self, items: Sequence[Item], *, restore: bool = False) -> None:
        """Make items ready, as `ImportWork.put_items` would write them."""
        rows, written = self._stored.news(items, restore=restore)
        self.written += written
        if rows:
            pickle.dump(rows, self._file, pickle.HIGHEST_PROTOCOL)

    def rows(self) -> Iterator[list[dict[str, Any]]]:
        """The rows to be written, as many at a time as were made ready together."""
        end = self._file.tell()
        self._file.seek(0)
        while self._file.tell() < end:
            yield pickle.load(self._file)  # noqa: S301  # it was written above, and has no name


@contextmanager
def staging(database: Database, shelf_id: int | None) -> Iterator[SqlStaging]:
    """Compares with what is on a shelf now (None: on none); nobody waits, and nothing stays."""
    # Beside the database, where there must be room for as much anyway.
    folder = None if database.path is None else database.path.parent
    with TemporaryFile(dir=folder, prefix="warmer-import-") as file:
        with database.reading() as connection:
            staged = SqlStaging(connection, shelf_id, file)
        yield staged


def epoch_of(connection: Connection, shelf_id: int | None) -> int | None:
    """How often a shelf was changed by more than opinions; None where there is none."""
    return connection.execute(_EPOCH, {"of_shelf": shelf_id or 0}).scalar()


def _hash(row: dict[str, Any]) -> int:
    return _number(tuple(row[name] for name in _COLUMNS))


def _number(values: tuple[Any, ...]) -> int:
    # Python's own hash is the same for -1 and -2.
    digest = blake2b(repr(values).encode(), digest_size=_DIGEST)
    return int.from_bytes(digest.digest(), "big")
