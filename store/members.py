"""All that is stored about a member: taking it along, and forgetting it in one transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, update

from game.privacy import Row, Servers
from store import knowers
from store.columns import table_of
from store.conflicts import InsertOnce
from store.drawers import Drawer
from store.engine import Database
from store.game_drawers import GAME_DRAWERS
from store.member_locks import boards_with, panels_with, shelves_with
from store.schema import NoteRow
from store.schema_server import PanelRow
from store.taste_drawers import TASTE_DRAWERS

DRAWERS: tuple[Drawer, ...] = (*GAME_DRAWERS, *TASTE_DRAWERS)
"""Every drawer there is; the one place to add to."""
FORGOTTEN = "forgotten:"
"""How the keys of notes begin that tell which interaction has forgotten somebody."""
REDRAWN = timedelta(days=7)
"""Panels of puzzles this old are drawn again without the member; older ones rest."""

_panels = table_of(PanelRow)
_CLAIM = InsertOnce(table_of(NoteRow))
_CHANGED = (
    update(_panels)
    .where(
        _panels.c.puzzle_id == bindparam("of_puzzle"),
        _panels.c.channel_id == bindparam("of_channel"),
    )
    .values(changes=_panels.c.changes + 1)
)


class SqlMembers:
    """`game.privacy.MemberStore` over an open database. Everything raises StoreError."""

    def __init__(self, database: Database, drawers: Sequence[Drawer] = DRAWERS) -> None:
        self._database = database
        self._drawers = drawers

    def export(self, member_id: int, servers: Servers) -> Mapping[str, Sequence[Row]]:
        """What lies in every drawer, as it is at one moment."""
        with self._database.reading() as connection:
            return {x.name: x.export(connection, member_id, servers) for x in self._drawers}

    def forget(
        self, member_id: int, servers: Servers, now: datetime, interaction_id: int | None = None
    ) -> Mapping[str, int] | None:
        """Empty every drawer at once; None where that very interaction did so before."""
        with self._database.writing() as connection:
            if interaction_id is not None:
                note = {"key": f"{FORGOTTEN}{interaction_id}", "text": now.isoformat()}
                if not _CLAIM.run(connection, note).rowcount:
                    return None
            counts = forget_member(connection, member_id, servers, now, self._drawers)
            connection.commit()
        return counts


def forget_member(
    connection: Connection,
    member_id: int,
    servers: Servers,
    now: datetime,
    drawers: Sequence[Drawer] = DRAWERS,
) -> Mapping[str, int]:
    """Empty every drawer in the caller's transaction; how many rows there were in each.

    Shelves are locked first, as by a purge, then boards and panels, in the order in which guesses
    lock them. Raises ValueError for an id that is no member's.
    """
    if member_id <= 0:
        raise ValueError(member_id)
    connection.execute(shelves_with(member_id, servers)).all()
    connection.execute(boards_with(member_id, servers)).all()
    since = (now - REDRAWN).date()
    for puzzle_id, channel_id in connection.execute(
        panels_with(member_id, servers, since)
    ).all():  # fmt: skip
        connection.execute(_CHANGED, {"of_puzzle": puzzle_id, "of_channel": channel_id})
    knowers.remember(connection, member_id, servers, now)
    return {x.name: x.forget(connection, member_id, servers) for x in drawers}
