"""The keeper of panels over a real database, before channels whose mishaps are ordered."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import pytest

from bot.hooks import BoardChanged, Move
from bot.panels.keeper import Pace, Panels
from bot.panels.public import ChannelClosed, MessageGone, Unshowable
from bot.workers import Workers
from embedding.words.table import WordTable
from game.model import Board, BoardKey, Entry, Mode
from game.panel_desk import PanelDesk
from game.panels import Panel, PanelView
from game.pool import Pool
from game.puzzles import Puzzles
from game.results import BoardView
from game.scoring import ScoreBook
from game.setup import Setup, Style
from game.turn import Turn
from game.views import Words
from store.engine import Database
from store.panels import SqlPanels
from store.work import SqlGameStore

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
CHANNEL = 800
QUICK = Pace(gather_s=0, pause_s=0, retry_s=0, sweep_s=None)

Mishap = BaseException | Callable[[PanelView], Any]


@dataclass
class Channels:
    """Channels in memory: what each message shows, all that was ever sent, and mishaps to come."""

    showing: dict[int, PanelView] = field(default_factory=dict)
    sent: list[PanelView] = field(default_factory=list)
    mourned: list[ChannelClosed] = field(default_factory=list)
    mishaps: list[Mishap] = field(default_factory=list)
    tried: asyncio.Event = field(default_factory=asyncio.Event)

    async def post(self, view: PanelView) -> int:
        """Show it in a new message."""
        message_id = 1000 + len(self.sent)
        await self._send(view, message_id)
        return message_id

    async def change(self, view: PanelView) -> None:
        """Show it in the panel's message."""
        if view.panel.message_id not in self.showing:
            raise MessageGone
        await self._send(view, view.panel.message_id)

    async def _send(self, view: PanelView, message_id: int) -> None:
        self.tried.set()
        if self.mishaps:
            mishap = self.mishaps.pop(0)
            if isinstance(mishap, BaseException):
                raise mishap
            await mishap(view)
        self.sent.append(view)
        self.showing[message_id] = view

    async def withdraw(self, panel: Panel, message_id: int) -> None:
        """Delete it."""
        del self.showing[message_id]

    async def mourn(self, panel: Panel, closed: ChannelClosed) -> None:
        """Remember it."""
        self.mourned.append(closed)


@dataclass
class House:
    """A desk over a database, and keepers that work there."""

    desk: PanelDesk
    workers: Workers
    channels: Channels = field(default_factory=Channels)
    keepers: list[Panels] = field(default_factory=list)

    def keeper(self, pace: Pace = QUICK) -> Panels:
        """A process's keeper."""
        self.keepers.append(Panels(self.desk, self.workers, self.channels, pace))
        return self.keepers[-1]

    def turn(self, channel: int = CHANNEL) -> Turn:
        """A turn of somebody in a channel."""
        return Turn(900, channel, 1)

    async def open(self, style: Style = Style.TOGETHER, keeper: Panels | None = None) -> Panel:
        """A panel that is posted."""
        return (await (keeper or self.keeper()).open(self.turn(), style)).panel

    def guess(self, panel: Panel, number: int = 0) -> BoardChanged:
        """Store a guess on the panel's board; the change that tells of it."""
        key = BoardKey(panel.puzzle_id, Mode.TOGETHER, panel.channel_id)
        with self.desk.store.working() as work:
            board = work.lock_board(key)
            place = board.entries + 1
            work.add_entry(Entry(board.id, place, 1, f"w{place}", 0.5, 900 - place, NOON, place))
            after = replace(board, entries=place, attempts=place)
            work.save_board(after)
            panels = work.lock_panels(key, panel.channel_id)
            work.note_move(panels, 1, joins=True, solves=False)
            puzzle = work.puzzle(panel.puzzle_id)
            work.commit()
        assert puzzle is not None
        view = BoardView(puzzle.face, Board(key), (), 26, date(2026, 11, 21))
        return BoardChanged(900, panel.channel_id, 1, Move.GUESS, view)

    def stale(self) -> list[Panel]:
        """What is not shown."""
        return list(self.desk.panels.stale())

    async def quiet(self) -> None:
        """Wait until no keeper has anything to do."""
        for keeper in self.keepers:
            while tasks := [t for t in (keeper._start, keeper._ear, *keeper._hands.values()) if t]:
                await asyncio.wait(tasks)


@pytest.fixture
async def house(circle: WordTable, sqlite_database: Database) -> AsyncIterator[House]:
    """A desk over SQLite."""
    store, clock = SqlGameStore(sqlite_database), lambda: NOON
    puzzles = Puzzles(store, circle, clock, Random(1), "UTC", Pool.unrated())
    words = Words(circle, ScoreBook(circle), lambda _: (), Pool.unrated())
    workers = Workers(2)
    opened = House(PanelDesk(store, SqlPanels(sqlite_database), puzzles, words, clock), workers)
    yield opened
    for keeper in opened.keepers:
        await keeper.stop()
    workers.close()


async def test_opened_once(house: House) -> None:
    """A panel is posted when it is opened; opening it again leads to the same message."""
    keeper = house.keeper()
    first = await keeper.open(house.turn(), Style.RACE)
    again = await keeper.open(house.turn(), Style.RELAY)
    assert first.new
    assert not again.new
    assert again.panel == first.panel
    assert list(house.channels.showing) == [first.panel.message_id]
    assert house.stale() == []


async def test_opened_by_many_at_once(house: House) -> None:
    """Eight members who open a panel at the same moment get the one message there is."""
    keeper = house.keeper()
    opened = await asyncio.gather(*(keeper.open(house.turn(), Style.RACE) for _ in range(8)))
    assert {one.panel.message_id for one in opened} == set(house.channels.showing)
    assert len(house.channels.showing) == 1


async def test_daily_post_brings_the_servers_style(house: House) -> None:
    """The panel of a day's post is the setup's; a server that plays alone has none."""
    puzzle_id = house.desk.puzzles.find(house.turn()).puzzle.id
    keeper = house.keeper()
    await keeper.posted(Setup(900, "UTC", CHANNEL), puzzle_id, CHANNEL)
    assert house.channels.sent == []
    await keeper.posted(Setup(900, "UTC", CHANNEL, style=Style.RELAY), puzzle_id, CHANNEL)
    [view] = house.channels.showing.values()
    assert view.panel.style is Style.RELAY


async def test_many_changes_few_edits(house: House) -> None:
    """Changes that come while an edit is under way are shown by one more, which is the last."""
    keeper = house.keeper()
    panel = await house.open(keeper=keeper)

    async def meanwhile(_: PanelView) -> None:
        for number in range(1, 50):
            await keeper.changed(house.guess(panel, number))

    house.channels.mishaps.append(meanwhile)
    await keeper.changed(house.guess(panel))
    await house.quiet()
    assert [view.attempts for view in house.channels.sent[1:]] == [1, 50]
    assert house.stale() == []


@pytest.mark.parametrize("times", [1, 5])
async def test_failed_edits_are_made_up_for(house: House, times: int) -> None:
    """However often an edit fails, it is tried again, and what is shown then is the last state."""
    keeper = house.keeper()
    panel = await house.open(keeper=keeper)
    house.channels.mishaps += [OSError("reset")] * times
    await keeper.changed(house.guess(panel))
    await keeper.changed(house.guess(panel))
    await house.quiet()
    assert house.channels.showing[panel.message_id or 0].attempts == 2
    assert house.stale() == []


async def test_deleted_message_stays_away(house: House) -> None:
    """Moves bring no panel back that somebody has deleted; opening it again does."""
    keeper = house.keeper()
    panel = await house.open(keeper=keeper)
    house.channels.showing.clear()
    for _ in range(2):
        await keeper.changed(house.guess(panel))
        await house.quiet()
    assert (house.channels.showing, house.stale()) == ({}, [])
    opened = await keeper.open(house.turn(), Style.TOGETHER)
    assert opened.new
    assert list(house.channels.showing) == [opened.panel.message_id]
    await keeper.changed(house.guess(panel))
    await house.quiet()
    assert house.channels.showing[opened.panel.message_id or 0].attempts == 3


async def test_deleted_message_that_nobody_missed_comes_back(house: House) -> None:
    """Whoever opens a panel anew, or the day's post, need not wait until a move finds it gone."""
    keeper = house.keeper()
    panel = await house.open(keeper=keeper)
    house.channels.showing.clear()
    opened = await keeper.open(house.turn(), Style.TOGETHER)
    assert (opened.new, list(house.channels.showing)) == (True, [opened.panel.message_id])
    house.channels.showing.clear()
    setup = Setup(900, "UTC", CHANNEL, style=Style.TOGETHER)
    house.channels.mishaps.append(OSError("reset"))
    await keeper.posted(setup, panel.puzzle_id, CHANNEL)
    await house.quiet()
    assert len(house.channels.showing) == 1


async def test_post_and_panel_agree(house: House) -> None:
    """The day's post changes a panel's style, but not where somebody has played on it."""
    keeper = house.keeper()
    panel = await house.open(keeper=keeper)
    setup = Setup(900, "UTC", CHANNEL, style=Style.RELAY)
    assert house.desk.settle(setup, panel.puzzle_id, CHANNEL) is Style.RELAY
    await keeper.posted(setup, panel.puzzle_id, CHANNEL)
    [view] = house.channels.showing.values()
    assert view.panel.style is Style.RELAY
    house.guess(panel)
    setup = replace(setup, style=Style.TOGETHER)
    assert house.desk.settle(setup, panel.puzzle_id, CHANNEL) is Style.RELAY
    await keeper.posted(setup, panel.puzzle_id, CHANNEL)
    [view] = house.channels.showing.values()
    assert view.panel.style is Style.RELAY


async def test_first_move_opens_the_panel(house: House) -> None:
    """In the channel of a server's setup the panel is there before the day's post is."""
    setups = {900: Setup(900, "UTC", CHANNEL, style=Style.RELAY)}
    desk = house.desk = replace(house.desk, setup_of=setups.get)
    keeper, puzzle_id = house.keeper(), desk.puzzles.find(house.turn()).puzzle.id
    for channel in (CHANNEL + 1, CHANNEL):
        await keeper.changed(house.guess(Panel(puzzle_id, channel, 900, Style.RELAY)))
        await house.quiet()
    [view] = house.channels.showing.values()
    assert (view.panel.channel_id, view.panel.style, view.attempts) == (CHANNEL, Style.RELAY, 1)
    await keeper.changed(house.guess(view.panel))
    await house.quiet()
    [view] = house.channels.showing.values()
    assert view.attempts == 2


async def test_first_move_opens_no_panel_of_another_day(house: House) -> None:
    """Who looks up a day gone by shows that to nobody, nor does a server that plays alone."""
    setups = {900: Setup(900, "UTC", CHANNEL, style=Style.RELAY)}
    desk = house.desk = replace(house.desk, setup_of=setups.get)
    keeper, puzzle_id = house.keeper(), desk.puzzles.find(house.turn()).puzzle.id
    change = house.guess(Panel(puzzle_id, CHANNEL, 900, Style.RELAY))
    past = replace(change, view=replace(change.view, today=date(2026, 11, 22)))
    await keeper.changed(past)
    await house.quiet()
    setups[900] = replace(setups[900], style=Style.SOLO)
    await keeper.changed(change)
    await house.quiet()
    assert house.channels.sent == []


async def test_closed_channel_is_left_alone(house: House) -> None:
    """It is told of once, tried no more, and tried again where somebody opens a panel there."""
    keeper = house.keeper()
    panel = await house.open(keeper=keeper)
    house.channels.mishaps.append(ChannelClosed(CHANNEL, forbidden=True))
    for _ in range(3):
        await keeper.changed(house.guess(panel))
        await house.quiet()
    assert [closed.forbidden for closed in house.channels.mourned] == [True]
    assert len(house.channels.sent) == 1
    assert house.stale() != []


async def test_panel_that_could_not_be_opened_is_forgotten(house: House) -> None:
    """Who may not write somewhere opens nothing there, and may try again later."""
    keeper = house.keeper()
    house.channels.mishaps.append(ChannelClosed(CHANNEL, forbidden=True))
    with pytest.raises(ChannelClosed):
        await keeper.open(house.turn(), Style.RACE)
    assert house.stale() == []
    opened = await keeper.open(house.turn(), Style.TOGETHER)
    assert (opened.new, opened.panel.style) == (True, Style.TOGETHER)


async def test_opening_that_fails_for_now_is_made_up_for(house: House) -> None:
    """Where Discord fails for the moment the panel comes a little later."""
    keeper = house.keeper()
    house.channels.mishaps.append(OSError("reset"))
    opened = await keeper.open(house.turn(), Style.RACE)
    assert opened.panel.message_id is None
    await house.quiet()
    assert len(house.channels.showing) == 1
    assert house.stale() == []


async def test_refused_message_waits_for_the_next_change(house: House) -> None:
    """What Discord refuses for what it is, is not sent again and again."""
    keeper = house.keeper()
    panel = await house.open(keeper=keeper)
    house.channels.mishaps.append(Unshowable("too long"))
    await keeper.changed(house.guess(panel))
    await house.quiet()
    assert len(house.channels.sent) == 1
    await keeper.changed(house.guess(panel))
    await house.quiet()
    assert house.channels.showing[panel.message_id or 0].attempts == 2


async def test_refused_message_is_not_swept_up(house: House) -> None:
    """Looking around finds a refused state again, and does not send it again."""
    keeper = house.keeper()
    panel = await house.open(keeper=keeper)
    house.channels.mishaps.append(Unshowable("too long"))
    await keeper.changed(house.guess(panel))
    await house.quiet()
    await keeper._look_around()
    await house.quiet()
    assert len(house.channels.sent) == 1
    assert len(house.stale()) == 1


async def test_next_run_shows_what_the_last_one_did_not(house: House) -> None:
    """A keeper that stops in the middle of its retries leaves the last state to the next one."""
    first = house.keeper(replace(QUICK, retry_s=3600))
    panel = await house.open(keeper=first)
    house.channels.mishaps.append(OSError("reset"))
    house.channels.tried.clear()
    await first.changed(house.guess(panel))
    await house.channels.tried.wait()
    await first.stop()
    house.keepers.remove(first)
    assert [stale.changes for stale in house.stale()] == [2]

    async def ready() -> None:
        pass

    await house.keeper().start(ready)
    await house.quiet()
    assert house.channels.showing[panel.message_id or 0].attempts == 1
    assert house.stale() == []


async def test_moves_that_nobody_told_of_are_found(house: House) -> None:
    """A guess whose process ended before it could tell of it shows at the next look around."""
    keeper = house.keeper(replace(QUICK, sweep_s=0.001))
    panel = await house.open(keeper=keeper)
    shown = asyncio.Event()

    async def seen(_: PanelView) -> None:
        shown.set()

    async def ready() -> None:
        pass

    await keeper.start(ready)
    house.channels.mishaps.append(seen)
    house.guess(panel)
    await shown.wait()


async def test_older_edit_that_comes_last_is_made_good(house: House) -> None:
    """Where another process shows more while an edit is under way, the newer state is put back."""
    one, other = house.keeper(), house.keeper()
    panel = await house.open(keeper=one)

    async def overtaken(_: PanelView) -> None:
        await other.changed(house.guess(panel))
        await asyncio.gather(*(t for t in (other._ear, *other._hands.values()) if t))
        while other._hands or other._ear:
            await asyncio.gather(*(t for t in (other._ear, *other._hands.values()) if t))

    house.channels.mishaps.append(overtaken)
    await one.changed(house.guess(panel))
    await house.quiet()
    assert [view.attempts for view in house.channels.sent[1:]] == [2, 1, 2]
    assert house.channels.showing[panel.message_id or 0].attempts == 2
    assert house.stale() == []


async def test_two_processes_post_one_message(house: House) -> None:
    """Where two put a panel up at once, the message of the one that was late is taken back."""
    one, other = house.keeper(), house.keeper()

    async def overtaken(_: PanelView) -> None:
        await other.open(house.turn(), Style.TOGETHER)

    house.channels.mishaps.append(overtaken)
    opened = await one.open(house.turn(), Style.TOGETHER)
    assert list(house.channels.showing) == [opened.panel.message_id]
    assert house.stale() == []


async def test_channels_do_not_wait_for_each_other(house: House) -> None:
    """While one channel's edit is stuck, another channel's panel is shown."""
    keeper = house.keeper()
    panel = await house.open(keeper=keeper)
    other = (await keeper.open(house.turn(CHANNEL + 1), Style.TOGETHER)).panel
    go_on, passed = asyncio.Event(), asyncio.Event()

    async def stuck(_: PanelView) -> None:
        await go_on.wait()

    async def passing(view: PanelView) -> None:
        assert view.panel.channel_id == other.channel_id
        passed.set()

    house.channels.mishaps += [stuck, passing]
    house.channels.tried.clear()
    await keeper.changed(house.guess(panel))
    await house.channels.tried.wait()
    await keeper.changed(house.guess(other))
    await passed.wait()
    go_on.set()
    await house.quiet()
    assert house.stale() == []
