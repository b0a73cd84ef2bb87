"""Comes round every half a minute and lets the database decide what to do."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import datetime

from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.app import App
from bot.busy import Overloaded
from bot.client import WarmerClient
from bot.metrics import Level
from bot.schedule.desk import Desk
from bot.schedule.guilds import Guilds
from bot.schedule.pace import Pace
from bot.schedule.reconcile import Reconciler
from bot.schedule.sender import OnPosted, Posted, Sender
from store.errors import StoreError

_log = logging.getLogger(__name__)

EVERY_S = 30.0
_SILENCE = 2.5
"""After so many intervals without a tick the scheduler's own clock must have been set back."""


class DailyPosts:
    """The daily post's clockwork; all methods belong to the event loop."""

    def __init__(
        self, app: App, reconciler: Reconciler, sender: Sender, every_s: float = EVERY_S
    ) -> None:
        self._app = app
        self._reconciler = reconciler
        self._sender = sender
        self._every_s = every_s
        self._turn = asyncio.Lock()
        self._job: Job | None = None
        self._scheduler: AsyncIOScheduler | None = None
        self._watch: asyncio.TimerHandle | None = None
        self._first: asyncio.Task[None] | None = None
        self._pending = 0
        self.chores: list[Callable[[datetime], Awaitable[None]]] = []
        """What else is done whenever it comes round, after the posts; none of it may raise."""

    @property
    def pending(self) -> int:
        """How many posts waited or were under way when it last came round."""
        return self._pending

    async def tick(self) -> None:
        """Bring the outbox up to date and send what waits there. Raises StoreError."""
        self._arm()
        async with self._turn:
            app, now = self._app, self._app.clock()
            for due in await app.workers.call(self._reconciler.reconcile, now):
                if due.skip is not None:
                    app.metrics.skipped(due.skip)
            await self._sender.send_all()
            tally = await app.workers.call(app.posts.tally)
            self._pending = tally.pending + tally.sending
            app.tick.beat(now)
            for chore in self.chores:
                await chore(now)

    async def start(self) -> None:
        """Come round now, and from now on at every interval."""
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._job = self._scheduler.add_job(
            self._come_round,
            "interval",
            seconds=self._every_s,
            # None, for by default a job that is a second late is dropped.
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )
        self._scheduler.start()
        self._first = asyncio.create_task(self._come_round())

    async def stop(self) -> None:
        """Take nothing new, and wait for what is under way."""
        self._sender.stopping = True
        if self._watch is not None:
            self._watch.cancel()
        if self._scheduler is None:
            return
        self._scheduler.pause()
        async with self._turn:
            # Only now, for it cancels the job that is running.
            self._scheduler.shutdown(wait=False)

    async def _come_round(self) -> None:
        if self._turn.locked():  # a tick takes longer than the interval: the next one sees to it
            return
        try:
            await self.tick()
        except (StoreError, Overloaded) as error:
            _log.warning("daily posts: not this time: %r", error)
        except Exception:  # noqa: BLE001  # the clock must go on
            _log.exception("daily posts: a tick failed")

    def _arm(self) -> None:
        if self._job is None or self._sender.stopping:
            return
        if self._watch is not None:
            self._watch.cancel()
        wait = _SILENCE * self._every_s
        self._watch = asyncio.get_running_loop().call_later(wait, self._wake)

    def _wake(self) -> None:
        """Begin a new row of intervals.

        The scheduler sleeps until a time of day. When that is set back by an hour, it would sleep
        for an hour; the event loop's clock, which this goes by, only ever runs forward.
        """
        if self._job is not None and not self._sender.stopping:
            _log.warning("daily posts: the clock was set back, or a tick takes very long")
            self._job.reschedule("interval", seconds=self._every_s)
            self._arm()


async def _nothing(_: Posted) -> None:
    return


def add_daily_posts(client: WarmerClient, on_posted: OnPosted = _nothing) -> DailyPosts:
    """Let the client post the daily puzzles for as long as it runs."""
    app, guilds = client.app, Guilds(client)
    sender = Sender(app, Desk(client), guilds, Pace(time.monotonic), on_posted)
    service = DailyPosts(app, Reconciler(app.posts), sender)
    client.after_login(service.start)
    client.before_closing(service.stop)
    client.come_round = service.tick
    app.metrics.watch(Level.OUTBOX_PENDING, lambda: service.pending)
    return service
