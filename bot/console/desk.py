"""One person at the keyboard: who speaks, where, and what can be pressed there."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.console.commands import Catalogue, catalogue
from bot.console.controls import Button, Controls, Menu, controls, fields
from bot.console.errors import (
    NoOpenForm,
    NoSuchButton,
    NoSuchMenu,
    NothingToPress,
    NothingToSelect,
    UnknownChannel,
)
from bot.console.markdown import Reader
from bot.console.outcomes import Played
from bot.console.parse import Slash
from bot.local.errors import BadField
from bot.local.exchange import Choice, Modal, Person, Reply, SentMessage
from bot.local.server import LocalDiscord

Value = str | int | float

Clock = Callable[[], datetime]
Advance = Callable[[date], Awaitable[None]]


@dataclass(slots=True)
class Desk:
    """Speaks as `person` in `channel` (a name) of a running local Discord.

    `now` is the game's clock, aware and in the server's time zone; `advance` moves it to a later
    day and raises ValueError for one it cannot reach.
    """

    local: LocalDiscord
    person: Person
    channel: str
    now: Clock
    advance: Advance
    modal: Modal | None = None
    last: tuple[SentMessage, ...] = ()
    _picked: dict[tuple[str, str, str], Value] = field(default_factory=dict)

    @property
    def commands(self) -> Catalogue:
        """The bot's slash commands by full name."""
        return catalogue(self.local.commands)

    @property
    def channels(self) -> dict[str, int]:
        """The ids of the server's channels by name."""
        return {c.name: c.id for c in self.local.channels()}

    @property
    def channel_id(self) -> int:
        """The id of the current channel. Raises UnknownChannel where it was deleted."""
        channels = self.channels
        if self.channel not in channels:
            raise UnknownChannel(self.channel, tuple(channels))
        return channels[self.channel]

    @property
    def reader(self) -> Reader:
        """What mentions and times are read with."""
        return Reader(self.local.name_of, self.now, self.now().tzinfo)

    def seen(self) -> tuple[SentMessage, ...]:
        """Return what the person sees in the channel, oldest first."""
        return tuple(self.local.messages(self.channel_id, self.person))

    async def slash(self, asked: Slash) -> Played:
        """Send a slash command. Raises LocalError."""
        name = asked.command
        options = {k: self._picked.get((name, k, v), v) for k, v in asked.options.items()}
        reply = await self.local.slash(self.person, name, options, channel_id=self.channel_id)
        return self._played(name, reply)

    async def suggest(self, asked: Slash, focused: str) -> list[Choice]:
        """Return an option's suggestions; one that is then typed by name is sent by value."""
        choices = await self.local.complete(
            self.person, asked.command, asked.options, focused, channel_id=self.channel_id
        )
        self._picked |= {(asked.command, focused, c.name): c.value for c in choices}
        return choices

    async def press(self, number: int) -> Played:
        """Press a button by number. Raises NothingToPress, NoSuchButton or LocalError."""
        message, button = self._button(number)
        reply = await self.local.click(self.person, message.id, button.custom_id)
        return self._played(button.custom_id, reply)

    async def select(self, number: int, typed: tuple[str, ...]) -> Played:
        """Choose from a menu by number. Raises NothingToSelect, NoSuchMenu or LocalError."""
        message, menu = self._menu(number)
        values = [menu.value(text) for text in typed]
        reply = await self.local.select(self.person, message.id, menu.custom_id, values)
        return self._played(menu.custom_id, reply)

    async def submit(self, values: Mapping[str, str]) -> Played:
        """Send the open form, its texts by custom id. Raises NoOpenForm or LocalError."""
        if self.modal is None:
            raise NoOpenForm
        custom_id = self.modal.custom_id
        try:
            reply = await self.local.submit(self.person, custom_id, values)
        except BadField as error:
            labels = {f.custom_id: f.label for f in fields(self.modal)}
            label = labels.get(error.custom_id, error.custom_id)
            raise BadField(label, error.length, error.minimum, error.maximum) from None
        return self._played(custom_id, reply)

    def menus(self) -> tuple[Menu, ...]:
        """Return the menus of the last message that has one."""
        return next((c.menus for _, c in self._controls() if c.menus), ())

    def _played(self, command: str, reply: Reply) -> Played:
        self.modal = reply.modal
        self.last = reply.messages or self.last
        return Played(command, reply)

    def _controls(self) -> list[tuple[SentMessage, Controls]]:
        return [(m, controls(m)) for m in reversed(self.seen()) if m.components]

    def _button(self, number: int) -> tuple[SentMessage, Button]:
        for message, found in self._controls():
            if not any(b.number for b in found.buttons):
                continue
            if button := found.button(number):
                return message, button
            raise NoSuchButton(number, max(b.number or 0 for b in found.buttons))
        raise NothingToPress(self.channel)

    def _menu(self, number: int) -> tuple[SentMessage, Menu]:
        for message, found in self._controls():
            if not found.menus:
                continue
            if 1 <= number <= len(found.menus):
                return message, found.menus[number - 1]
            raise NoSuchMenu(number, len(found.menus))
        raise NothingToSelect(self.channel)
