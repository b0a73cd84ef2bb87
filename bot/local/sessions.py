"""Gateway sessions: numbered events, kept for a resume, and the connection they go out on."""

import asyncio
import json
import secrets
from collections import deque
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from bot.local.state import Json

KEPT_EVENTS = 5000
# These end a session for good: a client that resumes it is told to identify again.
FATAL = frozenset({4004, 4007, 4009, 4010, 4011, 4012, 4013, 4014})


class Link:
    """One WebSocket connection with its queue of outgoing frames."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self._request = request
        self.session: Session | None = None
        self.closed_by_us = False
        self._frames: asyncio.Queue[str | int] = asyncio.Queue()

    def send(self, frame: str) -> None:
        """Queue a frame."""
        self._frames.put_nowait(frame)

    def send_op(self, op: int, data: object = None) -> None:
        """Queue a frame that is no event."""
        self.send(json.dumps({"op": op, "d": data, "s": None, "t": None}))

    def close(self, code: int) -> None:
        """Close with a code once all queued frames are out."""
        self.closed_by_us = True
        self._frames.put_nowait(code)

    def reset(self) -> None:
        """Cut the connection without a close frame."""
        self.closed_by_us = True
        if self._request.transport is not None:
            self._request.transport.abort()

    async def write(self) -> None:
        """Send queued frames until a close is asked for or the peer is gone."""
        while True:
            frame = await self._frames.get()
            if isinstance(frame, int):
                await self.socket.close(code=frame)
                return
            try:
                await self.socket.send_str(frame)
            except ConnectionError:
                return

    async def frames(self) -> list[Json] | None:
        """Return the next frame as a list of one, [] if it was no JSON object, None at the end."""
        message = await self.socket.receive()
        if message.type is not WSMsgType.TEXT:
            return None if message.type is not WSMsgType.BINARY else []
        try:
            frame = json.loads(message.data)
        except ValueError:
            return []
        return [frame] if isinstance(frame, dict) else []


@dataclass(slots=True, eq=False)
class Session:
    """A bot's session on one shard; events are kept while it is cut off."""

    shard: tuple[int, int]
    intents: int
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    sequence: int = 0
    link: Link | None = None
    events: deque[tuple[int, str]] = field(default_factory=deque)
    lost_until: int = 0

    def dispatch(self, event: str, data: str) -> None:
        """Number an event (its data already JSON), keep it and send it if connected."""
        self.sequence += 1
        frame = f'{{"op":0,"t":"{event}","s":{self.sequence},"d":{data}}}'
        self.events.append((self.sequence, frame))
        if len(self.events) > KEPT_EVENTS:
            self.forget(self.events[0][0])
        if self.link is not None:
            self.link.send(frame)

    def forget(self, sequence: int) -> None:
        """Drop the events up to one that the client has seen."""
        while self.events and self.events[0][0] <= sequence:
            self.events.popleft()
        self.lost_until = max(self.lost_until, min(sequence, self.sequence))

    def replay(self, link: Link, after: int) -> None:
        """Take a new connection and send it every event after a sequence number."""
        self.link = link
        link.session = self
        for sequence, frame in self.events:
            if sequence > after:
                link.send(frame)

    def sees(self, guild_id: int | None, intent: int) -> bool:
        """Whether an event of a server (or of no server) belongs to this session."""
        index, count = self.shard
        mine = 0 if guild_id is None else (guild_id >> 22) % count
        return mine == index and (self.intents & intent) == intent
