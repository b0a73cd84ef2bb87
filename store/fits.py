"""What fits of a shelf's model found and what they were worth, in the database."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, Connection, Integer, bindparam, delete, insert, select

from recsys.nouns import Fit
from store.columns import table_of
from store.importing import LOCK
from store.schema_taste import FitRow
from store.taste_nouns import from_fit, to_fit

KEPT_FITS = 20
"""So many fits of a shelf are kept."""

FITS = table_of(FitRow)
_shelf: BindParameter[Any] = bindparam("of_shelf", type_=Integer)

_PUT = insert(FITS)
_KEPT = select(FITS).where(FITS.c.shelf_id == _shelf).order_by(FITS.c.id.desc()).limit(KEPT_FITS)
_OLD = (
    select(FITS.c.id).where(FITS.c.shelf_id == _shelf).order_by(FITS.c.id.desc())
    .limit(1).offset(KEPT_FITS)
)  # fmt: skip
_DROP = delete(FITS).where(FITS.c.shelf_id == _shelf, FITS.c.id <= bindparam("of_fit"))


def put_fit(connection: Connection, fit: Fit) -> None:
    """Add a fit to those of its shelf, and drop what is older than the latest `KEPT_FITS`.

    Nothing where the shelf is gone: its model may have been in the making when it was deleted.
    """
    here = {"of_shelf": fit.shelf_id}
    if connection.execute(LOCK, here).first() is None:
        return
    connection.execute(_PUT, from_fit(fit))
    old = connection.execute(_OLD, here).scalar()
    if old is not None:
        connection.execute(_DROP, here | {"of_fit": old})


def kept_fits(connection: Connection, shelf_id: int) -> Sequence[Fit]:
    """The fits of a shelf that are kept, the latest first."""
    return [to_fit(row) for row in connection.execute(_KEPT, {"of_shelf": shelf_id})]
