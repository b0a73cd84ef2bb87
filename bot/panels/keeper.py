"""Keeps every panel's message in step with the game: soon, but never too often."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Iterator
from contextvars import Context
from dataclasses import dataclass
from typing import Any, TypeVar
from weakref import WeakValueDictionary

from bot.hooks import BoardChanged
from bot.panels.public import ChannelClosed, MessageGone, Public, Unshowable
from bot.workers import Workers
from game.panel_desk import PanelDesk
from game.panels import Panel, PanelView
from game.setup import Setup, Style
from game.turn import Turn

_log = logging.getLogger(__name__)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Pace:
    """How long to wait, in seconds.

    `gather_s` between two looks at which panels have changed, `pause_s` between two messages in a
    channel, `retry_s` before the first new try, and at most `longest_s` before a later one.
    `sweep_s` between two looks at all panels there are: nobody hears of a move whose process ended
    at once, or whose answer was lost. None for no such look but the first one.
    """

    gather_s: float = 0.05
    pause_s: float = 2.0
    retry_s: float = 2.0
    longest_s: float = 300.0
    sweep_s: float | None = 60.0

    def retries(self) -> Iterator[float]:
        """The waits before each new try: each twice as long as the last."""
        wait = self.retry_s
        while True:
            yield wait
            wait = min(2 * wait, self.longest_s)


@dataclass(frozen=True, slots=True)
class Opened:
    """A panel, and whether it was put up just now."""

    panel: Panel
    new: bool


@dataclass(frozen=True, slots=True)
class _Heard:
    """Where somebody moved, on which puzzle, and whether that is the day's."""

    server_id: int
    channel_id: int
    puzzle_id: int
    today: bool


class Panels:
    """`bot.hooks.Changes` for the panels; all methods belong to the event loop.

    What has to be shown is in the database (`changes` over `shown`), so that nothing is lost where
    this process ends; what is kept here is only who works on it. Several processes may work on one
    panel: each shows the state it finds, and looks again where another one was quicker.
    """

    def __init__(
        self, desk: PanelDesk, workers: Workers, public: Public, pace: Pace | None = None
    ) -> None:
        self._desk = desk
        self._workers = workers
        self._public = public
        self.pace = pace or Pace()
        self._heard: set[_Heard] = set()
        self._refused: dict[tuple[int, int], int] = {}
        self._again: set[tuple[int, int]] = set()
        self._wanted: dict[int, dict[int, None]] = {}
        self._closed: set[int] = set()
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._ear: asyncio.Task[None] | None = None
        self._start: asyncio.Task[None] | None = None
        self._broom: asyncio.Task[None] | None = None
        self._hands: dict[int, asyncio.Task[None]] = {}

    async def changed(self, change: BoardChanged, /) -> None:
        """Show a change of a board on the panels of its puzzle."""
        view = change.view
        today = view.puzzle.day == view.today
        self._heard.add(_Heard(change.server_id, change.channel_id, view.puzzle.id, today))
        if self._ear is None:
            self._ear = _spawn(self._listen())

    async def start(self, ready: Callable[[], Awaitable[None]]) -> None:
        """Begin; once `ready`, bring every panel up to date that an earlier run left behind."""
        self._start = _spawn(self._begin(ready))

    async def _begin(self, ready: Callable[[], Awaitable[None]]) -> None:
        await ready()
        await self._look_around()
        self._broom = _spawn(self._sweep())
        self._start = None

    async def _sweep(self) -> None:
        while self.pace.sweep_s is not None:
            await asyncio.sleep(self.pace.sweep_s)
            await self._look_around()

    async def _look_around(self) -> None:
        for panel in await self._insist(lambda: self._stale(None)):
            self._want(panel)

    async def open(self, turn: Turn, style: Style) -> Opened:
        """The panel of the day's puzzle in the turn's channel, put up if there is none yet.

        One whose message was deleted is put up again. It is not `up` where it will be there a
        little later. Raises ChannelClosed, and what `PanelDesk.open` raises.
        """
        panel = await self._workers.call(self._desk.open, turn, style)
        shown = await self._put_up(panel)
        return Opened(shown, not panel.up or shown.message_id != panel.message_id)

    async def posted(self, setup: Setup, puzzle_id: int, channel_id: int) -> None:
        """Put the server's panel up below the day's post in a channel. Raises nothing."""
        if setup.style is Style.SOLO:
            return
        try:
            opening = self._desk.open_posted
            await self._put_up(await self._workers.call(opening, setup, puzzle_id, channel_id))
        except Exception:  # noqa: BLE001 - the post is out, and stays so
            _log.exception("no panel in channel %s", channel_id)

    async def _put_up(self, panel: Panel) -> Panel:
        self._closed.discard(panel.channel_id)
        if panel.message_id is not None:
            self._again.add((panel.puzzle_id, panel.channel_id))
        try:
            await self._refresh(panel.puzzle_id, panel.channel_id)
        except ChannelClosed:
            self._again.discard((panel.puzzle_id, panel.channel_id))
            await self._workers.call(self._desk.panels.close, panel)
            raise
        except Exception:  # noqa: BLE001 - whatever it was, it is tried again
            _log.warning("panel %s not posted at once", _name(panel), exc_info=True)
            self._want(panel)
        store = self._desk.panels
        return await self._workers.call(store.panel, panel.puzzle_id, panel.channel_id) or panel

    async def stop(self) -> None:
        """Leave off. What is not shown by now is shown by the next run."""
        every = (self._start, self._broom, self._ear, *self._hands.values())
        tasks = [task for task in every if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _stale(self, puzzles: list[int] | None) -> list[Panel]:
        return list(await self._workers.call(self._desk.panels.stale, puzzles))

    async def _moved(self, heard: set[_Heard]) -> list[Panel]:
        """The panels that show moves which were heard of, those among them that these open."""
        stale = await self._stale(sorted({move.puzzle_id for move in heard}))
        known = {(panel.puzzle_id, panel.channel_id) for panel in stale}
        for move in heard:
            if move.today and (move.puzzle_id, move.channel_id) not in known:
                where = (move.server_id, move.puzzle_id, move.channel_id)
                if (panel := await self._workers.call(self._desk.begin, *where)) is not None:
                    stale.append(panel)
        return stale

    async def _listen(self) -> None:
        while self._heard:
            heard, self._heard = self._heard, set()
            for panel in await self._insist(lambda: self._moved(heard)):  # noqa: B023 - awaited
                self._want(panel)
            await asyncio.sleep(self.pace.gather_s)
        self._ear = None

    def _want(self, panel: Panel) -> None:
        channel_id = panel.channel_id
        refused = self._refused.get((panel.puzzle_id, channel_id)) == panel.changes
        if channel_id in self._closed or refused:
            return
        self._wanted.setdefault(channel_id, {})[panel.puzzle_id] = None
        if channel_id not in self._hands:
            self._hands[channel_id] = _spawn(self._keep(channel_id))

    async def _keep(self, channel_id: int) -> None:
        """Refresh what is wanted in a channel, one message after the other, until nothing is."""
        wanted = self._wanted[channel_id]
        while wanted:
            puzzle_id = next(iter(wanted))
            del wanted[puzzle_id]
            try:
                await self._insist(lambda: self._refresh(puzzle_id, channel_id))  # noqa: B023
            except ChannelClosed as closed:
                await self._give_up(puzzle_id, closed)
                break
            except Unshowable as refused:
                _log.error("panel %s/%s: %s", puzzle_id, channel_id, refused.reason)
            await asyncio.sleep(self.pace.pause_s)
        del self._wanted[channel_id], self._hands[channel_id]

    async def _give_up(self, puzzle_id: int, closed: ChannelClosed) -> None:
        """Leave a channel alone, until somebody opens a panel there or the bot starts again."""
        self._closed.add(closed.channel_id)
        store = self._desk.panels
        try:
            panel = await self._workers.call(store.panel, puzzle_id, closed.channel_id)
            if panel is not None:
                await self._public.mourn(panel, closed)
        except Exception:  # noqa: BLE001 - the other panels must not suffer from it
            _log.exception("nobody could be told that channel %s is closed", closed.channel_id)

    async def _refresh(self, puzzle_id: int, channel_id: int) -> None:
        """Let a panel's message show how things stand, unless it does."""
        lock = self._locks.setdefault(channel_id, asyncio.Lock())
        async with lock:
            view = await self._workers.call(self._desk.view, puzzle_id, channel_id)
            if view is None:
                return
            # Somebody wants to see it: then it is looked whether the message is there.
            again = (puzzle_id, channel_id) in self._again
            shown = view.panel.removed or view.panel.changes <= view.panel.shown
            if shown and not again:
                return
            while view is not None and not await self._show(view, again=again):
                # Another process has shown more, and this may have covered it with less.
                view = await self._workers.call(self._desk.view, puzzle_id, channel_id)
            self._again.discard((puzzle_id, channel_id))

    async def _show(self, view: PanelView, *, again: bool) -> bool:
        """Show a state; False where a later one may have been shown meanwhile.

        A message that was deleted is noted as such, and stays away unless it is wanted `again`.
        """
        panel, store = view.panel, self._desk.panels
        try:
            if panel.up:
                try:
                    await self._public.change(view)
                except MessageGone:
                    if not again:
                        return await self._leave(panel)
                else:
                    return await self._workers.call(store.shown, panel)
            message_id = await self._public.post(view)
        except Unshowable:
            self._refused[panel.puzzle_id, panel.channel_id] = panel.changes
            raise
        if await self._workers.call(store.posted, panel, message_id):
            return True
        now = await self._workers.call(store.panel, panel.puzzle_id, panel.channel_id)
        if now is None or now.message_id != message_id:
            await self._public.withdraw(panel, message_id)
        return False

    async def _leave(self, panel: Panel) -> bool:
        _log.info("panel %s was deleted, and stays away", _name(panel))
        return await self._workers.call(self._desk.panels.posted, panel, -(panel.message_id or 0))

    async def _insist(self, work: Callable[[], Awaitable[T]]) -> T:
        """Do it again until it succeeds. Raises ChannelClosed or Unshowable: they would again."""
        for wait in self.pace.retries():
            try:
                return await work()
            except (ChannelClosed, Unshowable):
                raise
            except Exception as error:  # noqa: BLE001 - no error may keep the last state back
                _log.warning("panels: %r, next try in %.0f s", error, wait)
            await asyncio.sleep(wait)
        raise AssertionError


def _name(panel: Panel) -> str:
    return f"{panel.puzzle_id}/{panel.channel_id}"


def _spawn(work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    # In a context of its own: it belongs to no interaction, though one may have set it off.
    return asyncio.get_running_loop().create_task(work, context=Context())
