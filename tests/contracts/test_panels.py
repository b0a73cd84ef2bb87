"""The contract of panels, on every database."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest

from game.model import BoardKey, Focus, Mode, Puzzle, PuzzleKind, Server
from game.panels import Panel, Racer
from game.setup import Setup, Style
from store.engine import Database
from store.panels import SqlPanels
from store.setups import SqlSetups
from store.work import SqlGameStore

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNE, BEN = 1, 2
CHANNEL = 2**60 + 1


def puzzle_on(database: Database) -> int:
    """The id of a puzzle of server 1, which is stored with it."""
    with SqlGameStore(database).working() as work:
        work.add_server(Server(1, "UTC", 7, date(2026, 11, 1)))
        day = date(2026, 11, 21)
        puzzle = work.add_puzzle(Puzzle(1, PuzzleKind.DAILY, 21, day, "river", "words-1"))
        work.commit()
    assert puzzle is not None
    return puzzle.id


@pytest.fixture
def new(database: Database) -> Panel:
    """A panel that is not stored, of a puzzle that is."""
    return Panel(puzzle_on(database), CHANNEL, 1, Style.TOGETHER)


@pytest.fixture
def panels(database: Database) -> SqlPanels:
    """The store."""
    return SqlPanels(database)


def move(database: Database, panel: Panel, member: int = ANNE, **how: bool) -> list[Panel]:
    """A move of a member in the panel's channel; the panels it showed on."""
    mode = panel.mode
    key = BoardKey(panel.puzzle_id, mode, member if mode is Mode.SOLO else panel.channel_id)
    with SqlGameStore(database).working() as work:
        board = work.lock_board(key)
        work.save_board(replace(board, attempts=board.attempts + 1, best_rank=9))
        found = list(work.lock_panels(key, panel.channel_id))
        work.note_move(found, member, **({"joins": True, "solves": False} | how))
        work.commit()
    return found


def test_one_panel_a_puzzle_and_channel(panels: SqlPanels, new: Panel) -> None:
    """It is opened with one change to show; whoever opens another one gets the first."""
    first = panels.open(new)
    assert first == replace(new, changes=1)
    assert panels.open(replace(new, style=Style.RELAY)) == first
    assert panels.panel(new.puzzle_id, CHANNEL) == first
    assert panels.panel(new.puzzle_id, CHANNEL + 1) is None


def test_moves_make_it_stale_until_shown(panels: SqlPanels, new: Panel, database: Database) -> None:
    """Every move counts one change; what was shown up to then is not stale any more."""
    opened = panels.open(new)
    assert panels.stale() == [opened]
    assert panels.posted(opened, 77)
    assert panels.stale([new.puzzle_id]) == []
    move(database, new)
    move(database, new)
    [stale] = panels.stale([new.puzzle_id, 99])
    assert stale == replace(opened, message_id=77, changes=3, shown=1)
    assert panels.stale([99]) == []
    assert panels.shown(stale)
    assert panels.stale() == []


def test_older_state_shown_late_is_told(panels: SqlPanels, new: Panel, database: Database) -> None:
    """Who shows less than was shown meanwhile, or in another message, learns of it."""
    panels.posted(panels.open(new), 77)
    move(database, new)
    [older] = panels.stale()
    move(database, new)
    [newer] = panels.stale()
    assert panels.shown(newer)
    assert not panels.shown(older)
    assert panels.stale() == []
    assert panels.posted(newer, 78)
    assert not panels.shown(newer)


def test_one_of_two_messages_stays(panels: SqlPanels, new: Panel) -> None:
    """Of two processes that post a panel at once, the second learns that it was late."""
    opened = panels.open(new)
    assert panels.posted(opened, 77)
    assert not panels.posted(opened, 78)
    stored = panels.panel(new.puzzle_id, CHANNEL)
    assert stored is not None
    assert stored.message_id == 77
    assert panels.posted(stored, 79)


def test_only_unposted_panels_are_closed(panels: SqlPanels, new: Panel) -> None:
    """A panel that has no message can be taken back; one that has stays."""
    opened = panels.open(new)
    panels.close(opened)
    assert panels.panel(new.puzzle_id, CHANNEL) is None
    panels.posted(panels.open(new), 77)
    panels.close(opened)
    assert panels.panel(new.puzzle_id, CHANNEL) is not None


def test_race_is_entered_once_and_places_follow(
    panels: SqlPanels, new: Panel, database: Database
) -> None:
    """Racers stand by their place, then by how near they are; solving again changes nothing."""
    race = panels.open(replace(new, style=Style.RACE))
    move(database, race, ANNE)
    move(database, race, BEN)
    move(database, race, BEN, joins=True, solves=True)
    move(database, race, BEN, joins=False, solves=True)
    assert panels.racers(race) == [
        Racer(BEN, 3, 0, 9, gave_up=False, place=1),
        Racer(ANNE, 1, 0, 9, gave_up=False, place=None),
    ]
    assert [panel.changes for panel in panels.stale()] == [5]


def play(database: Database, panel: Panel, member: int, solved: datetime | None = None) -> None:
    """A member's own board of the panel's puzzle, which they solve at that time."""
    with SqlGameStore(database).working() as work:
        board = work.lock_board(BoardKey(panel.puzzle_id, Mode.SOLO, member))
        end = {} if solved is None else {"solved_in": 1, "solver_id": member, "finished_at": solved}
        work.save_board(replace(board, attempts=1, best_rank=9 if solved is None else 0, **end))
        work.commit()


def test_race_that_is_opened_late(panels: SqlPanels, new: Panel, database: Database) -> None:
    """Who has guessed before is in the race, by the order in which they came in."""
    play(database, new, ANNE, NOW)
    play(database, new, BEN, NOW - timedelta(hours=1))
    play(database, new, 3)
    race = panels.open(replace(new, style=Style.RACE))
    found = [(racer.member_id, racer.place) for racer in panels.racers(race)]
    assert found == [(BEN, 1), (ANNE, 2), (3, None)]
    move(database, race, 3, joins=False, solves=True)
    assert panels.racers(race)[-1].place == 3


def test_style_changes_until_somebody_has_played(
    panels: SqlPanels, new: Panel, database: Database
) -> None:
    """A panel that nobody has played on can become a race, one with racers stays what it is."""
    opened = panels.open(new)
    play(database, new, ANNE)
    race = panels.restyle(opened, Style.RACE)
    assert race == replace(opened, style=Style.RACE, changes=2)
    assert [racer.member_id for racer in panels.racers(race)] == [ANNE]
    assert panels.restyle(race, Style.RELAY) == race
    other = panels.open(replace(new, channel_id=CHANNEL + 1))
    with SqlGameStore(database).working() as work:
        board = work.lock_board(BoardKey(new.puzzle_id, Mode.TOGETHER, CHANNEL + 1))
        work.save_board(replace(board, entries=1, attempts=1))
        work.commit()
    assert panels.restyle(other, Style.RACE) == other


def test_deleted_panel_is_not_stale(panels: SqlPanels, new: Panel, database: Database) -> None:
    """What happens to a panel whose message was deleted need not be shown."""
    opened = panels.open(new)
    assert panels.posted(opened, 77)
    assert panels.posted(replace(opened, message_id=77), -77)
    move(database, new)
    assert panels.stale() == []
    kept = panels.panel(new.puzzle_id, CHANNEL)
    assert kept is not None
    assert (kept.removed, kept.up, kept.changes) == (True, False, 2)


def test_moves_elsewhere_show_on_the_race_they_run_in(
    panels: SqlPanels, new: Panel, database: Database
) -> None:
    """A racer's move in another channel shows on the race; that of somebody else does not."""
    race = panels.open(replace(new, style=Style.RACE))
    move(database, race, ANNE)
    elsewhere = replace(race, channel_id=CHANNEL + 1)
    assert [panel.channel_id for panel in move(database, elsewhere, ANNE)] == [CHANNEL]
    assert move(database, elsewhere, BEN) == []


def test_boards_show_on_panels_of_their_kind(
    panels: SqlPanels, new: Panel, database: Database
) -> None:
    """A shared board's move is no part of a race, nor one's own board's of a shared panel."""
    panels.open(new)
    assert move(database, replace(new, style=Style.RACE)) == []
    panels.open(replace(new, channel_id=CHANNEL + 1, style=Style.RACE))
    assert move(database, replace(new, channel_id=CHANNEL + 1)) == []


def test_move_that_is_undone_changes_no_panel(
    panels: SqlPanels, new: Panel, database: Database
) -> None:
    """The change is counted in the move's own transaction."""
    opened = panels.open(new)
    key = BoardKey(new.puzzle_id, Mode.TOGETHER, CHANNEL)
    with SqlGameStore(database).working() as work:
        work.note_move(work.lock_panels(key, CHANNEL), ANNE, joins=True, solves=False)
    assert panels.panel(new.puzzle_id, CHANNEL) == opened


def test_places_at_the_same_instant(lasting_database: Database) -> None:
    """Eight racers in two races come in at once: each place is given once in each race."""
    panels = SqlPanels(lasting_database)
    puzzle_id = puzzle_on(lasting_database)
    races = [panels.open(Panel(puzzle_id, CHANNEL + n, 1, Style.RACE)) for n in range(2)]
    for member in range(8):
        for race in races:
            move(lasting_database, race, member)
    start = Barrier(8)

    def solve(member: int) -> Any:
        start.wait()
        return move(lasting_database, races[member % 2], member, joins=False, solves=True)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(solve, range(8)))
    for race in races:
        racers = panels.racers(race)
        assert [racer.place for racer in racers] == list(range(1, 9))
        assert {racer.member_id for racer in racers} == set(range(8))


def test_style_says_where_guesses_go(database: Database) -> None:
    """Where a member has chosen nothing, the server's style does; their own choice is stronger."""
    puzzle_on(database)
    setups, store = SqlSetups(database), SqlGameStore(database)
    seen: list[Mode] = []

    def look(change: Callable[[], Any]) -> None:
        change()
        with store.reading() as reader:
            seen.append(reader.focus(1, ANNE).mode)

    def choose() -> None:
        with store.working() as work:
            work.set_focus(Focus(1, ANNE, Mode.SOLO))
            work.commit()

    look(lambda: None)
    for style in Style:
        look(lambda style=style: setups.set_up(Setup(1, "UTC", 5, style=style), 9, NOW))  # type: ignore[misc]  # mypy sees no default
    assert seen == [Mode.SOLO, Mode.SOLO, Mode.TOGETHER, Mode.SOLO, Mode.TOGETHER]
    look(choose)
    assert seen[-1] is Mode.SOLO
