"""A few short texts that the bot remembers over restarts."""

from sqlalchemy import bindparam, select

from store.columns import table_of
from store.conflicts import InsertOrReplace
from store.engine import Database
from store.schema import NoteRow

_notes = table_of(NoteRow)
_KEEP = InsertOrReplace(_notes)
_FIND = select(_notes.c.text).where(_notes.c.key == bindparam("of_key"))


class SqlNotebook:
    """Keeps texts by key in an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, key: str) -> str | None:
        """The text kept under that key, or None. Raises StoreError."""
        with self._database.reading() as connection:
            found: str | None = connection.execute(_FIND, {"of_key": key}).scalar()
            return found

    def keep(self, key: str, text: str) -> None:
        """Keep a text under a key in place of what was there. Raises StoreError."""
        with self._database.writing() as connection:
            _KEEP.run(connection, {"key": key, "text": text})
            connection.commit()
