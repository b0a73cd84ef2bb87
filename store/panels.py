"""The panels and the races they show, in the database."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import (
    Connection,
    Executable,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    update,
)

from game.model import BoardKey, Mode
from game.panels import Panel, Racer
from game.setup import Style
from store.columns import table_of
from store.conflicts import InsertOnce
from store.engine import Database
from store.nouns import AnyRow
from store.prepared import Prepared
from store.proposals import insiders
from store.schema import BoardRow
from store.schema_server import PanelRow, RacerRow

_panels = table_of(PanelRow)
_racers = table_of(RacerRow)
_boards = table_of(BoardRow)

_this = and_(
    _panels.c.puzzle_id == bindparam("of_puzzle"), _panels.c.channel_id == bindparam("of_channel")
)
_message = bindparam("of_message", type_=_panels.c.message_id.type)
_ALL = select(_panels)
_ONE = _ALL.where(_this)
_STALE = _ALL.where(
    _panels.c.changes > _panels.c.shown, func.coalesce(_panels.c.message_id, 0) >= 0
).order_by(_panels.c.puzzle_id, _panels.c.channel_id)
_STALE_OF = _STALE.where(_panels.c.puzzle_id.in_(bindparam("of_puzzles", expanding=True)))
_OPEN = InsertOnce(_panels)
_POSTED = (
    update(_panels)
    .where(_this, _panels.c.message_id.is_not_distinct_from(_message))
    .values(message_id=bindparam("new_message"), shown=bindparam("new_shown"))
)
_SHOWN = (
    update(_panels)
    .where(_this, _panels.c.message_id == _message, _panels.c.shown <= bindparam("new_shown"))
    .values(shown=bindparam("new_shown"))
)
_HOLD = _ONE.with_for_update()
_RESTYLE = (
    update(_panels)
    .where(
        _this,
        ~exists().where(
            _racers.c.puzzle_id == _panels.c.puzzle_id, _racers.c.channel_id == _panels.c.channel_id
        ),
        ~exists().where(
            _boards.c.puzzle_id == _panels.c.puzzle_id,
            _boards.c.mode == Mode.TOGETHER.value,
            _boards.c.owner_id == _panels.c.channel_id,
            _boards.c.entries > 0,
        ),
    )
    .values(style=bindparam("new_style"), changes=_panels.c.changes + 1)
)
_CLOSE = delete(_panels).where(_this, _panels.c.message_id.is_(None))

# In one order, so that two members who run in the same two races never wait for each other; until
# the end of the transaction, so that places are given one after the other.
_of_puzzle = _ALL.where(_panels.c.puzzle_id == bindparam("of_puzzle"))
_LOCK_SHARED = Prepared(
    _of_puzzle.where(
        _panels.c.channel_id == bindparam("of_channel"), _panels.c.style != Style.RACE.value
    ).with_for_update()
)
_runs = select(_racers.c.channel_id).where(
    _racers.c.puzzle_id == bindparam("of_puzzle"), _racers.c.member_id == bindparam("of_member")
)
_LOCK_RACES = Prepared(
    _of_puzzle.where(
        _panels.c.style == Style.RACE.value,
        or_(_panels.c.channel_id == bindparam("of_channel"), _panels.c.channel_id.in_(_runs)),
    )
    .order_by(_panels.c.channel_id)
    .with_for_update()
)
_CHANGED = update(_panels).where(_this).values(changes=_panels.c.changes + 1)
_JOIN = InsertOnce(_racers)
_race = and_(
    _racers.c.puzzle_id == bindparam("of_puzzle"), _racers.c.channel_id == bindparam("of_channel")
)
# Who runs already when a race is opened, in the order in which they came in.
_RUNNERS = (
    select(_boards.c.owner_id, _boards.c.solved_in)
    .where(
        _boards.c.puzzle_id == bindparam("of_puzzle"),
        _boards.c.mode == Mode.SOLO.value,
        _boards.c.attempts > 0,
    )
    .order_by(_boards.c.finished_at, _boards.c.id)
)
_PLACES = select(func.coalesce(func.max(_racers.c.place), 0)).where(_race)
_FINISH = (
    update(_racers)
    .where(_race, _racers.c.member_id == bindparam("of_member"), _racers.c.place.is_(None))
    .values(place=bindparam("new_place"))
)
_RACERS = (
    select(
        _racers.c.member_id,
        _boards.c.attempts,
        _boards.c.hints,
        _boards.c.best_rank,
        _boards.c.gave_up,
        _racers.c.place,
    )
    .join_from(
        _racers,
        _boards,
        and_(
            _boards.c.puzzle_id == _racers.c.puzzle_id,
            _boards.c.mode == Mode.SOLO.value,
            _boards.c.owner_id == _racers.c.member_id,
        ),
    )
    .where(_race)
    .order_by(
        _racers.c.place.is_(None), _racers.c.place, _boards.c.best_rank.is_(None),
        _boards.c.best_rank, _boards.c.attempts, _racers.c.member_id,
    )
)  # fmt: skip


class SqlPanels:
    """`game.panels.PanelStore` over an open database. Everything raises StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, panel: Panel) -> Panel:
        """Store a new panel, to be shown once; the one that stands where there is one already.

        Whoever plays a race's puzzle on a board of their own by then is in the race.
        """
        row = _key(panel) | {"server_id": panel.server_id, "style": panel.style.value}
        row |= {"message_id": None, "changes": 1, "shown": 0}
        with self._database.writing() as connection:
            if _OPEN.run(connection, row).rowcount == 1:
                # Moves that are under way see no panel yet: they are waited for.
                _line_up(connection, panel, _RUNNERS.with_for_update())
            standing = connection.execute(_ONE, _where(panel)).one()
            connection.commit()
        return _panel(standing)

    def restyle(self, panel: Panel, style: Style) -> Panel:
        """Give a panel another style, unless somebody has played on it; the panel as it is then."""
        with self._database.writing() as connection:
            connection.execute(_HOLD, _where(panel))
            changed = connection.execute(_RESTYLE, _where(panel) | {"new_style": style.value})
            if changed.rowcount == 1:
                _line_up(connection, replace(panel, style=style), _RUNNERS)
            standing = connection.execute(_ONE, _where(panel)).first()
            connection.commit()
        return panel if standing is None else _panel(standing)

    def panel(self, puzzle_id: int, channel_id: int) -> Panel | None:
        """The panel of a puzzle in a channel, or None."""
        values = {"of_puzzle": puzzle_id, "of_channel": channel_id}
        with self._database.reading() as connection:
            row = connection.execute(_ONE, values).first()
        return None if row is None else _panel(row)

    def stale(self, puzzles: Sequence[int] | None = None) -> Sequence[Panel]:
        """The panels, of those puzzles or of all, whose message does not show every change."""
        with self._database.reading() as connection:
            if puzzles is None:
                rows = connection.execute(_STALE)
            else:
                rows = connection.execute(_STALE_OF, {"of_puzzles": list(puzzles)})
            return [_panel(row) for row in rows]

    def posted(self, panel: Panel, message_id: int | None) -> bool:
        """Store another message in place of the panel's; False where it has got another one."""
        values = _where(panel) | {"of_message": panel.message_id}
        shown = panel.shown if message_id is None else panel.changes
        return self._change(_POSTED, values | {"new_message": message_id, "new_shown": shown})

    def shown(self, panel: Panel) -> bool:
        """Store that the panel's message shows all its changes; False where later ones were."""
        values = _where(panel) | {"of_message": panel.message_id}
        return self._change(_SHOWN, values | {"new_shown": panel.changes})

    def close(self, panel: Panel) -> None:
        """Forget a panel that was never posted."""
        self._change(_CLOSE, _where(panel))

    def racers(self, panel: Panel) -> Sequence[Racer]:
        """Everyone in the panel's race: by place, then the nearest first."""
        with self._database.reading() as connection:
            return [Racer(*row) for row in connection.execute(_RACERS, _where(panel))]

    def _change(self, statement: Executable, values: dict[str, object]) -> bool:
        with self._database.writing() as connection:
            changed: bool = connection.execute(statement, values).rowcount == 1
            connection.commit()
        return changed


def lock_panels(connection: Connection, key: BoardKey, channel_id: int) -> Sequence[Panel]:
    """The panels that a move on a board shows on, held until the transaction ends."""
    values = {"of_puzzle": key.puzzle_id, "of_channel": channel_id, "of_member": key.owner_id}
    if key.mode is Mode.TOGETHER:
        values = {"of_puzzle": key.puzzle_id, "of_channel": key.owner_id}
        return [_panel(row) for row in _LOCK_SHARED.all(connection, values)]
    return [_panel(row) for row in _LOCK_RACES.all(connection, values)]


def note_move(
    connection: Connection, panels: Sequence[Panel], member_id: int, *, joins: bool, solves: bool
) -> None:
    """Count one more change of panels that are held, and lead the member through their races."""
    for panel in panels:
        connection.execute(_CHANGED, _where(panel))
        if panel.style is not Style.RACE:
            continue
        if joins:
            _JOIN.run(connection, _key(panel) | {"member_id": member_id, "place": None})
        if solves:
            place = connection.execute(_PLACES, _where(panel)).scalar_one() + 1
            values = _where(panel) | {"of_member": member_id, "new_place": place}
            connection.execute(_FINISH, values)


def _line_up(connection: Connection, panel: Panel, runners: Select[tuple[int, int | None]]) -> None:
    """Let whoever plays already run in a race that begins; who knew the word never does."""
    if panel.style is not Style.RACE:
        return
    knew = insiders(connection, panel.puzzle_id)
    rows = connection.execute(runners, {"of_puzzle": panel.puzzle_id})
    running = [(x.owner_id, x.solved_in is not None) for x in rows if x.owner_id not in knew]
    places = {x: at for at, x in enumerate((x for x, solved in running if solved), 1)}
    entries = [_key(panel) | {"member_id": x, "place": places.get(x)} for x, _ in running]
    if entries:
        _JOIN.run(connection, entries)


def _panel(row: AnyRow) -> Panel:
    return replace(Panel(*row), style=Style(row.style))


def _key(panel: Panel) -> dict[str, object]:
    return {"puzzle_id": panel.puzzle_id, "channel_id": panel.channel_id}


def _where(panel: Panel) -> dict[str, object]:
    return {"of_puzzle": panel.puzzle_id, "of_channel": panel.channel_id}
