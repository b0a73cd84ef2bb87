"""One person at the keyboard: who speaks, where, and what can be pressed there."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.console.commands import ATTACHMENT, Catalogue, catalogue
from bot.console.controls import Controls, Menu, controls, fields
from bot.console.errors import (
    NoOpenForm,
    NoSuchButton,
    NoSuchMenu,
    NothingToPress,
    NothingToSelect,
    UnknownChannel,
)
from bot.console.files import read_file
from bot.console.markdown import Reader
from bot.console.outcomes import Played
from bot.console.parse import Slash
from bot.local.errors import BadField
from bot.local.exchange import Attachment, Choice, Modal, Person, Reply, SentMessage
from bot.local.posting import ATTACHMENT_LIMIT
from bot.local.server import LocalDiscord
from bot.local.widgets import CHANNEL_SELECT, MENTIONABLE_SELECT, ROLE_SELECT, USER_SELECT

Value = str | int | float

Clock = Callable[[], datetime]
Advance = Callable[[date], Awaitable[None]]


@dataclass(slots=True)
class Desk:
    """Speaks as `person` in `channel` (a name) of a running local Discord.

    `now` is the game's clock, aware and in the server's time zone; `advance` moves it to a later
    day and raises ValueError for one it cannot reach. `saved` keeps a file and says where it lies.
    """

    local: LocalDiscord
    person: Person
    channel: str
    now: Clock
    advance: Advance
    saved: Callable[[Attachment], str | None]
    modal: Modal | None = None
    last: tuple[SentMessage, ...] = ()
    _shown: dict[int, None] = field(default_factory=dict)
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
        return Reader(self.local.name_of, self.now, self.now().tzinfo, self.saved)

    def seen(self) -> tuple[SentMessage, ...]:
        """Return what the person sees in the channel, oldest first."""
        return tuple(self.local.messages(self.channel_id, self.person))

    def note(self, messages: Iterable[SentMessage]) -> tuple[SentMessage, ...]:
        """Take these as shown just now: the last shown is the one whose buttons are meant."""
        shown = tuple(messages)
        for message in shown:
            self._shown.pop(message.id, None)
            self._shown[message.id] = None
        return shown

    async def slash(self, asked: Slash) -> Played:
        """Send a slash command, with the files that it names. Raises ConsoleError or LocalError."""
        name, channel = asked.command, self.channel_id
        options = {k: await self._value(name, k, v) for k, v in asked.options.items()}
        reply = await self.local.slash(self.person, name, options, channel_id=channel)
        return self._played(name, reply)

    async def suggest(self, asked: Slash, focused: str) -> list[Choice]:
        """Return an option's suggestions; one that is then typed by name is sent by value."""
        choices = await self.local.complete(
            self.person, asked.command, asked.options, focused, channel_id=self.channel_id
        )
        self._picked |= {(asked.command, focused, c.name): c.value for c in choices}
        return choices

    async def press(self, number: int, back: int = 0) -> Played:
        """Press a button by number, of the message to press that came so many before the last.

        Of a message that has nothing but a menu, choose that option. Raises NothingToPress,
        NoSuchButton or LocalError.
        """
        message, found = self._pressable(back)
        if found.menu_alone:
            return await self._choose(message, found.menus[0], (str(number),))
        button = found.button(number)
        if button is None:
            raise NoSuchButton(number, max(b.number or 0 for b in found.buttons))
        reply = await self.local.click(self.person, message.id, button.custom_id)
        return self._played(button.custom_id, reply)

    async def select(self, number: int, typed: tuple[str, ...]) -> Played:
        """Choose from a menu by number. Raises NothingToSelect, NoSuchMenu or LocalError."""
        message, menu = self._menu(number)
        return await self._choose(message, menu, typed)

    async def _choose(self, message: SentMessage, menu: Menu, typed: tuple[str, ...]) -> Played:
        menu = self._named(menu)
        values = [menu.value(text) for text in typed]
        reply = await self.local.select(self.person, message.id, menu.custom_id, values)
        return self._played(menu.custom_id, reply)

    async def submit(self, values: Mapping[str, str]) -> Played:
        """Send the open form, its texts by custom id. Raises NoOpenForm or LocalError."""
        if self.modal is None:
            raise NoOpenForm
        custom_id = self.modal.custom_id
        known = {f.custom_id: f for f in fields(self.modal)}
        filled = {name: known[name].read(text) for name, text in values.items() if name in known}
        try:
            reply = await self.local.submit(self.person, custom_id, filled)
        except BadField as error:
            labels = {f.custom_id: f.label for f in fields(self.modal)}
            label = labels.get(error.custom_id, error.custom_id)
            raise BadField(label, error.length, error.minimum, error.maximum) from None
        return self._played(custom_id, reply)

    def menus(self) -> tuple[Menu, ...]:
        """Return the menus of the last message that has one."""
        found = next((c.menus for _, c in self._controls() if c.menus), ())
        return tuple(self._named(menu) for menu in found)

    async def _value(self, command: str, name: str, typed: str) -> Value | Attachment:
        known = self.commands.get(command)
        option = known.option(name) if known else None
        if option is None or option.kind != ATTACHMENT or not typed:
            return self._picked.get((command, name, typed), typed)
        filename, content = await asyncio.to_thread(read_file, typed, ATTACHMENT_LIMIT)
        return self.local.upload(filename, content)

    def _played(self, command: str, reply: Reply) -> Played:
        self.modal = reply.modal
        self.last = reply.messages or self.last
        return Played(command, reply)

    def _controls(self) -> list[tuple[SentMessage, Controls]]:
        """Return what can be used here, the message that was shown last at the front."""
        place = {message_id: place for place, message_id in enumerate(self._shown)}
        seen = sorted(self.seen(), key=lambda m: (place.get(m.id, -1), m.id), reverse=True)
        return [(m, controls(m)) for m in seen if m.components]

    def _pressable(self, back: int) -> tuple[SentMessage, Controls]:
        there = [(m, c) for m, c in self._controls() if c.numbered]
        if back >= len(there):
            raise NothingToPress(self.channel)
        return there[back]

    def _named(self, menu: Menu) -> Menu:
        """Return a menu of members, roles or channels with those there are as its options."""
        people = [person.name for person in self.local.people]
        roles = [role.name for role in self.local.roles() if role.name != "@everyone"]
        there = {
            USER_SELECT: people,
            ROLE_SELECT: roles,
            MENTIONABLE_SELECT: people + roles,
            CHANNEL_SELECT: list(self.channels),
        }
        names = there.get(menu.kind, ())
        return replace(menu, options=tuple((n, n) for n in names)) if names else menu

    def _menu(self, number: int) -> tuple[SentMessage, Menu]:
        for message, found in self._controls():
            if not found.menus:
                continue
            if 1 <= number <= len(found.menus):
                return message, found.menus[number - 1]
            raise NoSuchMenu(number, len(found.menus))
        raise NothingToSelect(self.channel)
