"""The use cases of a server's setup: see it, change it, and know when the next post comes."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from game.model import Server
from game.ports import GameStore
from game.posts import Agenda, PostState, PostStore, horizon
from game.preview import PreviewLine, preview
from game.puzzles import Clock, Puzzles
from game.setup import Change, Setup, SetupStore

_LAST_DAYS = timedelta(days=3)
_DONE = frozenset({PostState.SENT.value, PostState.SKIPPED.value})
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:\s*[:.h]\s*(?P<minute>[0-9]{2})?)?\s*(?P<half>[ap])?\.?m?\.?"
)


@dataclass(eq=False)
class BadTime(Exception):
    """The text is no time of day."""

    text: str


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A server's setup as it stands; `next` is the next post, None where none will come.

    `now` is the moment it was looked at.
    """

    setup: Setup
    next: PreviewLine | None
    now: datetime


@dataclass(frozen=True, slots=True)
class SetupDesk:
    """Shows and changes setups. `time_zone` is that of servers which never played."""

    store: GameStore
    setups: SetupStore
    posts: PostStore
    puzzles: Puzzles
    clock: Clock
    time_zone: str

    def look(self, server_id: int) -> Arrangement:
        """How a server is set up, the plain default where it is not; stores nothing."""
        found = self.setups.setup(server_id)
        return self._arrangement(found or Setup(server_id, self.time_zone))

    def change(self, server_id: int, by: int, change: Change) -> Arrangement:
        """Change a setup, which is stored by `by`; its trouble is over, and posting begins anew."""
        self.puzzles.server(server_id)

        def renewed(setup: Setup) -> Setup:
            return replace(change(setup), trouble=None)

        return self._arrangement(self.setups.change(server_id, renewed, by, self.clock()))

    def met(self, server_id: int) -> bool:
        """Whether the server has been seen before: it played, or was set up."""
        with self.store.reading() as reader:
            return reader.server(server_id) is not None

    def _arrangement(self, setup: Setup) -> Arrangement:
        now = self.clock()
        if setup.channel_id is None or setup.trouble is not None:
            return Arrangement(setup, None, now)
        with self.store.reading() as reader:
            server = reader.server(setup.server_id)
        coming = None if server is None else self._next(server, setup, now)
        return Arrangement(setup, coming, now)

    def _next(self, server: Server, setup: Setup, now: datetime) -> PreviewLine | None:
        today = now.astimezone(ZoneInfo(server.time_zone)).date()
        posts = self.posts.posts(server.id, today - _LAST_DAYS)
        last = max((post.day for post in posts if post.day <= horizon(now)), default=None)
        lines = preview(server, Agenda(setup, now, last), posts, now, 1)
        return next((line for line in lines if line.state not in _DONE), None)


def read_time(text: str) -> int:
    """The minute of the day that a text means: 18:30, 18.30, 18h30, 18 or 6:30 pm.

    Raises BadTime.
    """
    match = _TIME.fullmatch(text.strip().casefold())
    if match is None:
        raise BadTime(text)
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if half is not None:
        if not 1 <= hour <= 12:
            raise BadTime(text)
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise BadTime(text)
    return hour * 60 + minute
