"""One interaction on its way: when it was acknowledged, what it brought, when it has settled."""

import asyncio
from dataclasses import dataclass, field
from enum import IntEnum

from bot.local.exchange import Kind, Modal, Person, Reply
from bot.local.state import Json, StoredMessage, World

# Quiet must also last this many turns of the event loop. On a starved machine the time alone would
# pass between two steps of a bot in this process that never paused.
IDLE_TURNS = 50


class Answer(IntEnum):
    """The types of an interaction's callback."""

    MESSAGE = 4
    DEFER = 5
    DEFER_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds of the loop's clock.

    `ack` for the acknowledgement, `quiet` after the last answer for more of them, `deferred` for
    the answer after "thinking…", `silent` for the one after a deferred update, which may take as
    long.
    """

    ack: float = 3.0
    quiet: float = 0.03
    deferred: float = 15.0
    silent: float = 15.0


@dataclass(slots=True, eq=False)
class Pending:
    """An interaction that was dispatched to the bot."""

    id: int
    token: str
    type: int
    person: Person
    channel_id: int
    guild_id: int | None
    created: float
    patience: Patience
    kind: Kind = Kind.COMMAND
    source: StoredMessage | None = None
    owners: Json = field(default_factory=dict)
    follow_ups: int = 0
    answer: Answer | None = None
    acknowledged_ms: float | None = None
    original_id: int | None = None
    touched: dict[int, None] = field(default_factory=dict)
    modal: Json | None = None
    choices: list[Json] | None = None
    expired: bool = False
    done: asyncio.Future[None] = field(default_factory=lambda: _loop().create_future())
    _dispatched: float = 0.0
    _timer: asyncio.Handle | None = None

    def start(self) -> None:
        """Start the time to acknowledge."""
        self._dispatched = _loop().time()
        self._timer = _loop().call_later(self.patience.ack, self._expire)

    @property
    def private(self) -> bool:
        """Whether the person alone authorized the bot."""
        return set(self.owners) == {"1"}

    @property
    def late(self) -> bool:
        """Whether the time to acknowledge has run out."""
        waited = _loop().time() - self._dispatched
        return self.expired or (self.answer is None and waited > self.patience.ack)

    def acknowledge(self, answer: Answer, message: StoredMessage | None) -> None:
        """Note the acknowledgement and its message, and wait for what it still lacks."""
        self.answer = answer
        if message is not None and not message.loading:
            self.touched[message.id] = None
        self.acknowledged_ms = (_loop().time() - self._dispatched) * 1000
        if answer is Answer.DEFER:
            self._settle_in(self.patience.deferred)
        elif answer is Answer.DEFER_UPDATE:
            self._settle_in(self.patience.silent)
        else:
            self._settle_in(self.patience.quiet)

    def touch(self, message: StoredMessage) -> None:
        """Note that the bot sent or changed a message in answer."""
        if self.done.done():
            return
        self.touched[message.id] = None
        self._settle_in(self.patience.quiet)

    def settle(self) -> None:
        """Say that nothing more is awaited."""
        if self._timer is not None:
            self._timer.cancel()
        if not self.done.done():
            self.done.set_result(None)

    def reply(self, world: World) -> Reply:
        """Return all that was answered so far."""
        return Reply(
            interaction_id=self.id,
            kind=self.kind,
            person=self.person,
            acknowledged_ms=self.acknowledged_ms,
            deferred=self.answer in (Answer.DEFER, Answer.DEFER_UPDATE),
            messages=tuple(world.messages[i].sent() for i in self.touched if i in world.messages),
            modal=None if self.modal is None else _modal(self.modal),
        )

    def _settle_in(self, seconds: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if seconds <= 0:
            self.settle()
        elif not self.done.done():
            self._timer = _loop().call_later(seconds, self._linger, IDLE_TURNS)

    def _linger(self, turns: int) -> None:
        if turns <= 0:
            self.settle()
        else:
            self._timer = _loop().call_soon(self._linger, turns - 1)

    def _expire(self) -> None:
        self.expired = True
        self.settle()


def _modal(data: Json) -> Modal:
    return Modal(data["custom_id"], data["title"], tuple(data["components"]))


def _loop() -> asyncio.AbstractEventLoop:
    return asyncio.get_running_loop()
