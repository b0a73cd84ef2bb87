"""The gateway: hello, identify, heartbeats, resume, and the faults one can order on it."""

import asyncio
import contextlib
import json
from collections.abc import Callable, Mapping
from typing import Any

from aiohttp import web

from bot.local import payloads
from bot.local.faults import Faults
from bot.local.sessions import FATAL, Link, Session
from bot.local.state import Json, World

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME = 0, 1, 2, 3, 4, 6
RECONNECT, REQUEST_MEMBERS, INVALID_SESSION, HELLO, ACK = 7, 8, 9, 10, 11
GUILDS, GUILD_MESSAGES, DIRECT_MESSAGES = 1 << 0, 1 << 9, 1 << 12
PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15)


class Gateway:
    """Every session of every bot, and who is connected."""

    def __init__(
        self,
        world: World,
        faults: Faults,
        token: str,
        *,
        heartbeat_s: float = 41.25,
        privileged: int = 0,
        address: Callable[[], str],
    ) -> None:
        self._world = world
        self._faults = faults
        self._token = token
        self._heartbeat_s = heartbeat_s
        self._privileged = privileged
        self._address = address
        self._links: set[Link] = set()
        self._sessions: dict[str, Session] = {}
        self._changed = asyncio.Event()
        self.identified = 0
        self.resumed = 0
        self._ops: Mapping[int, Callable[[Link, Any], None]] = {
            HEARTBEAT: self._heartbeat,
            IDENTIFY: self._identify,
            RESUME: self._resume,
            REQUEST_MEMBERS: self._members,
            PRESENCE: lambda link, data: None,  # noqa: ARG005
            VOICE: lambda link, data: None,  # noqa: ARG005
        }

    # What the rest of the server does with it.

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Serve one WebSocket connection to its end."""
        if self._faults.refused_connections:
            return web.Response(status=self._faults.refused_connections.pop(0))
        socket = web.WebSocketResponse(compress=False, max_msg_size=0, timeout=1.0)
        await socket.prepare(request)
        link = Link(socket, request)
        self._links.add(link)
        link.send_op(HELLO, {"heartbeat_interval": int(self._heartbeat_s * 1000)})
        writer = asyncio.create_task(link.write())
        try:
            await self._read(link)
        finally:
            self._detach(link)
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writer
        return socket

    def dispatch(self, event: str, data: object, *, guild_id: int | None, intent: int = 0) -> None:
        """Send an event to every session that it belongs to; cut-off sessions keep it."""
        takers = [s for s in self._sessions.values() if s.sees(guild_id, intent)]
        if not takers:
            return
        text = json.dumps(data)
        for session in takers:
            session.dispatch(event, text)

    def wanted(self, guild_id: int | None, intent: int) -> bool:
        """Whether any session wants such an event."""
        return any(s.sees(guild_id, intent) for s in self._sessions.values())

    async def wait_ready(self) -> None:
        """Wait until every shard of a bot is connected."""
        while not self.ready:
            self._changed.clear()
            await self._changed.wait()

    @property
    def ready(self) -> bool:
        """Whether every shard of a bot is connected."""
        up = {s.shard for s in self._sessions.values() if s.link is not None}
        return any({(i, count) for i in range(count)} <= up for _, count in up)

    async def stop(self) -> None:
        """Close every connection and forget every session."""
        for link in tuple(self._links):
            link.close(1001)
        self._sessions.clear()
        while self._links:
            self._changed.clear()
            await self._changed.wait()

    # Faults.

    def drop(self, code: int = 4000) -> None:
        """Close every connection with a code; the fatal ones end the sessions too."""
        for link in tuple(self._links):
            if code in FATAL:
                self._end(link.session)
            self._cut(link)
            link.close(code)

    def reset(self) -> None:
        """Cut every connection without a close frame."""
        for link in tuple(self._links):
            self._cut(link)
            link.reset()

    def ask_reconnect(self) -> None:
        """Send op 7: clients should come back and resume."""
        for link in tuple(self._links):
            self._cut(link)
            link.send_op(RECONNECT)

    def invalidate(self, *, resumable: bool) -> None:
        """Send op 9; unless resumable the sessions are gone and clients must identify again."""
        for link in tuple(self._links):
            if not resumable:
                self._end(link.session)
            self._cut(link)
            link.send_op(INVALID_SESSION, resumable)

    # The protocol.

    async def _read(self, link: Link) -> None:
        while (frames := await link.frames()) is not None:
            if not frames:
                link.close(4002)
                continue
            op = frames[0].get("op")
            act = self._ops.get(op) if isinstance(op, int) else None
            if act is None:
                link.close(4001)
            elif link.session is None and op not in (HEARTBEAT, IDENTIFY, RESUME):
                link.close(4003)
            else:
                act(link, frames[0].get("d"))

    def _heartbeat(self, link: Link, sequence: int | None) -> None:
        if link.session is not None and sequence is not None:
            link.session.forget(sequence)
        if not self._faults.heartbeats_unanswered:
            link.send_op(ACK)

    def _identify(self, link: Link, data: Json) -> None:
        if link.session is not None:
            link.close(4005)
        elif data.get("token") != self._token:
            link.close(4004)
        elif data.get("intents", 0) & PRIVILEGED & ~self._privileged:
            link.close(4014)
        else:
            index, count = data.get("shard") or (0, 1)
            self._welcome(link, Session((index, count), data.get("intents", 0)))

    def _welcome(self, link: Link, session: Session) -> None:
        # A bot that identifies again has given its cut-off session up.
        dead = [s for s in self._sessions.values() if s.shard == session.shard and not s.link]
        for old in dead:
            self._end(old)
        self._sessions[session.id] = session
        session.replay(link, 0)
        joined = (g for g in self._world.guilds.values() if g.joined)
        guilds = [g for g in joined if session.sees(g.id, 0)]
        session.dispatch("READY", json.dumps(self._ready(session, [g.id for g in guilds])))
        if session.intents & GUILDS:
            for guild in guilds:
                data = payloads.guild_create(guild, self._world)
                session.dispatch("GUILD_CREATE", json.dumps(data))
        self.identified += 1
        self._changed.set()

    def _ready(self, session: Session, guild_ids: list[int]) -> Json:
        application = {"id": str(self._world.application_id), "flags": 0}
        return {
            "v": 10,
            "user": payloads.bot_user(self._world),
            "guilds": [{"id": str(i), "unavailable": True} for i in guild_ids],
            "private_channels": [],
            "session_id": session.id,
            "resume_gateway_url": self._address(),
            "shard": list(session.shard),
            "application": application,
        }

    def _resume(self, link: Link, data: Json) -> None:
        session = self._sessions.get(str(data.get("session_id")))
        seen = data.get("seq") or 0
        if data.get("token") != self._token:
            link.close(4004)
        elif session is None or seen < session.lost_until:
            self._end(session)
            link.send_op(INVALID_SESSION, data=False)
        elif seen > session.sequence:
            self._end(session)
            link.close(4007)
        else:
            session.replay(link, seen)
            session.dispatch("RESUMED", "{}")
            self.resumed += 1
            self._changed.set()

    def _members(self, link: Link, data: Json) -> None:
        guild = self._world.guilds.get(int(data.get("guild_id") or 0))
        if guild is None or link.session is None:
            return
        wanted = {int(i) for i in data.get("user_ids") or guild.members}
        members = [
            payloads.member(self._world.people[i], guild)
            for i in sorted(wanted & set(guild.members))
        ]
        chunk: Json = {"guild_id": str(guild.id), "members": members}
        chunk |= {"chunk_index": 0, "chunk_count": 1, "nonce": data.get("nonce")}
        link.session.dispatch("GUILD_MEMBERS_CHUNK", json.dumps(chunk))

    # Sessions and connections coming apart.

    def _cut(self, link: Link) -> None:
        if link.session is not None and link.session.link is link:
            link.session.link = None
        self._changed.set()

    def _end(self, session: Session | None) -> None:
        if session is not None:
            self._sessions.pop(session.id, None)

    def _detach(self, link: Link) -> None:
        self._links.discard(link)
        self._cut(link)
        if not link.closed_by_us and link.socket.close_code in (1000, 1001):
            self._end(link.session)
