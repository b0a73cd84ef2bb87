"""Empties the outbox: each post is taken, looked for, sent and noted, under a lease."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from bot.app import App
from bot.i18n import Tongue
from bot.schedule.desk import Desk
from bot.schedule.failures import Lost, Unsendable, limited, unsendable
from bot.schedule.guilds import Guilds
from bot.schedule.pace import Pace
from game.dailies import DailyNews
from game.model import PuzzleFace
from game.posts import TROUBLES, Skip, Taken, pause
from game.setup import Setup

_log = logging.getLogger(__name__)

BATCH = 10
"""How many posts are under way at a time: as many leases are held."""
PATIENCE_S = 75.0
"""How long one post may take; well below the lease, which begins anew before it is sent."""
FUTILE = 5
"""After so many failures in a row Discord is left alone until the next time round."""


@dataclass(frozen=True, slots=True)
class Posted:
    """A daily post that is up: in which channel, and the thread below it, if any."""

    setup: Setup
    puzzle: PuzzleFace
    channel_id: int
    thread_id: int | None


OnPosted = Callable[[Posted], Awaitable[None]]
"""Called for each post that is up, at least once: it must not mind being called again."""


class Sender:
    """Sends what waits in the outbox. Any process may send any post: REST needs no shard."""

    def __init__(
        self, app: App, desk: Desk, guilds: Guilds, pace: Pace, on_posted: OnPosted
    ) -> None:
        self._app = app
        self._desk = desk
        self._guilds = guilds
        self._pace = pace
        self._on_posted = on_posted
        self._futile = 0
        self.stopping = False

    async def send_all(self) -> None:
        """Send until nothing waits, Discord fails again and again, or we are stopping.

        Raises StoreError.
        """
        self._futile = 0
        while not self.stopping and self._futile < FUTILE:
            batch = await self._app.workers.call(self._app.posts.take, self._app.clock(), BATCH)
            if not batch:
                return
            await asyncio.gather(*map(self._deliver, batch))
        if self._futile >= FUTILE:
            _log.warning("daily posts: Discord is failing, the rest waits for the next time round")

    async def _deliver(self, taken: Taken) -> None:
        """Bring one post to an end, or put it back. Raises nothing: the others go on."""
        _trace(taken, "taken")
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._carry_out(taken)
            self._futile = 0
        except Lost:
            _log.warning("%s: somebody else has it now", _name(taken))
        except Exception as error:  # noqa: BLE001  # whatever it was, the post is accounted for
            await self._fail(taken, error)

    async def _carry_out(self, taken: Taken) -> None:
        if taken.skip is not None:
            raise Unsendable(taken.skip)
        setup, post = taken.setup, taken.post
        news = await self._app.workers.call(
            self._app.dailies.daily_news, post.server_id, post.day
        )  # fmt: skip
        _trace(taken, "opened")
        speaks = await self._guilds.tongue(setup)
        channel_id, message_id = await self._message(taken, news, speaks)
        thread_id = post.thread_id
        if setup.thread and thread_id is None:
            thread_id = await self._desk.open_thread(channel_id, message_id, news.puzzle, speaks)
            _trace(taken, "threaded")
        await self._announce(Posted(setup, news.puzzle, channel_id, thread_id))
        await self._finish(taken, thread_id)

    async def _message(self, taken: Taken, news: DailyNews, speaks: Tongue) -> tuple[int, int]:
        """The channel and the id of the post's message, which is sent unless it is there."""
        post = taken.post
        if post.message_id is not None and post.channel_id is not None:
            return post.channel_id, post.message_id
        if post.channel_id is not None:  # somebody was about to send it there, or has done so
            await self._pace.turn()
            found = await self._desk.find(post, post.channel_id)
            _trace(taken, "found" if found else "searched")
            if found is not None:
                await self._note(taken, post.channel_id, found)
                return post.channel_id, found
        if not taken.latest:
            raise Unsendable(Skip.LATE)
        return await self._send(taken, news, speaks)

    async def _send(self, taken: Taken, news: DailyNews, speaks: Tongue) -> tuple[int, int]:
        app, channel_id = self._app, taken.setup.channel_id
        assert channel_id is not None  # noqa: S101  # else the post would have been taken as skipped
        await self._pace.turn()
        if not await app.workers.call(app.posts.hold, taken, channel_id, app.clock()):
            raise Lost
        _trace(taken, "held")
        # Where people play on a panel already, the post says how.
        settle = app.panels.settle
        style = await app.workers.call(settle, taken.setup, news.puzzle.id, channel_id)
        setup = replace(taken.setup, style=style)
        message_id = await self._desk.send(taken.post, setup, channel_id, news, speaks)
        _trace(taken, "posted")
        await self._note(taken, channel_id, message_id)
        return channel_id, message_id

    async def _note(self, taken: Taken, channel_id: int, message_id: int) -> None:
        app = self._app
        if not await app.workers.call(app.posts.note_message, taken, channel_id, message_id):
            raise Lost
        _trace(taken, "noted")

    async def _announce(self, posted: Posted) -> None:
        try:
            await self._on_posted(posted)
        except Exception:  # noqa: BLE001  # the post is up, whatever became of what follows it
            _log.exception("what follows the daily post failed")

    async def _finish(self, taken: Taken, thread_id: int | None) -> None:
        app, now = self._app, self._app.clock()
        if not await app.workers.call(app.posts.finish, taken, thread_id, now):
            raise Lost
        _trace(taken, "sent")
        app.metrics.posted((now - taken.post.due_at).total_seconds())
        if taken.setup.trouble is not None:
            await app.workers.call(app.setups.note_trouble, taken.post.server_id, None)

    async def _fail(self, taken: Taken, error: Exception) -> None:
        reason = unsendable(error, left=self._guilds.left(taken.post.server_id))
        try:
            if reason is not None:
                await self._skip(taken, reason, error)
            else:
                await self._put_back(taken, error)
        except Exception:  # noqa: BLE001  # the lease ends by itself, and the post is taken again
            _log.exception("%s: could not be put back", _name(taken))

    async def _put_back(self, taken: Taken, error: Exception) -> None:
        self._futile = FUTILE if limited(error) else self._futile + 1
        wait = pause(taken.post.attempts)
        _log.warning(
            "%s: attempt %d failed, next one in %.0f s: %r",
            _name(taken), taken.post.attempts, wait.total_seconds(), error,
        )  # fmt: skip
        app = self._app
        await app.workers.call(app.posts.put_back, taken, app.clock() + wait)

    async def _skip(self, taken: Taken, reason: Skip, error: Exception) -> None:
        app = self._app
        if not await app.workers.call(app.posts.skip, taken, reason):
            return
        _log.warning("%s: skipped: %s (%r)", _name(taken), reason, error)
        app.metrics.skipped(reason)
        if reason not in TROUBLES:
            return
        # Noted first: whoever notes it is the one who tells.
        if await app.workers.call(app.setups.note_trouble, taken.post.server_id, reason):
            told = await self._guilds.tell(taken.setup, taken.set_by, reason)
            _log.warning("%s: %s", _name(taken), "told" if told else "nobody could be told")


def _name(taken: Taken) -> str:
    return f"daily post of {taken.post.day} for server {taken.post.server_id}"


def _trace(taken: Taken, step: str) -> None:
    """Log how far a post has come; the tests kill the process at each of these steps."""
    _log.info("%s: %s", _name(taken), step)
