"""What a member has a part in, to be locked before they go: nobody changes it meanwhile."""

from typing import Any

from sqlalchemy import Select, and_, or_, select, tuple_

from game.model import Mode
from game.privacy import Servers
from store.columns import table_of
from store.drawers import within
from store.schema_server import PanelRow, RacerRow
from store.schema_taste import OpinionRow, ShelfRow
from store.statements import boards, entries, puzzles, votes

_panels, _racers = table_of(PanelRow), table_of(RacerRow)
_shelves, _opinions = table_of(ShelfRow), table_of(OpinionRow)


def shelves_with(member_id: int, servers: Servers) -> Select[Any]:
    """The shelves that a member said something about, in the order of their locks."""
    held = select(_opinions.c.shelf_id).where(_opinions.c.member_id == member_id)
    query = (
        select(_shelves.c.id)
        .where(_shelves.c.id.in_(held))
        .order_by(_shelves.c.id)
        .with_for_update()
    )
    return within(query, _shelves.c.server_id, servers)


def boards_with(member_id: int, servers: Servers) -> Select[Any]:
    """The boards that a member has a part in, in the order of their locks."""
    part = select(entries.c.board_id).where(entries.c.member_id == member_id)
    query = (
        select(boards.c.id)
        .join(puzzles, puzzles.c.id == boards.c.puzzle_id)
        .where(
            or_(
                boards.c.id.in_(part),
                and_(boards.c.mode == Mode.SOLO.value, boards.c.owner_id == member_id),
            )
        )
        .order_by(boards.c.id)
        .with_for_update(of=boards)
    )
    return within(query, puzzles.c.server_id, servers)


def panels_with(member_id: int, servers: Servers, since: object) -> Select[Any]:
    """The posted panels that show a member, of puzzles since a day, in the order of their locks."""
    words = (
        select(boards.c.puzzle_id, boards.c.owner_id)
        .join(entries, entries.c.board_id == boards.c.id)
        .where(boards.c.mode == Mode.TOGETHER.value, entries.c.member_id == member_id)
    )
    wished = (
        select(boards.c.puzzle_id, boards.c.owner_id)
        .join(votes, votes.c.board_id == boards.c.id)
        .where(boards.c.mode == Mode.TOGETHER.value, votes.c.member_id == member_id)
    )
    runs = select(_racers.c.puzzle_id, _racers.c.channel_id).where(_racers.c.member_id == member_id)
    key = tuple_(_panels.c.puzzle_id, _panels.c.channel_id)
    query = (
        select(_panels.c.puzzle_id, _panels.c.channel_id)
        .join(puzzles, puzzles.c.id == _panels.c.puzzle_id)
        .where(
            _panels.c.message_id.is_not(None),
            puzzles.c.day >= since,
            or_(key.in_(words), key.in_(wished), key.in_(runs)),
        )
        .order_by(_panels.c.puzzle_id, _panels.c.channel_id)
        .with_for_update(of=_panels)
    )
    return within(query, _panels.c.server_id, servers)
