"""The terminal chat: a prompt that completes, cards above it, buttons by number."""

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from functools import partial
from typing import Any

from prompt_toolkit import PromptSession
from prompt_toolkit.application import create_app_session, get_app, run_in_terminal
from prompt_toolkit.application.current import get_app_session
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style
from rich.console import Console

from bot.console import words
from bot.console.cards import Cards, Colours
from bot.console.completion import LineCompleter
from bot.console.controls import Field, fields
from bot.console.outcomes import Left, Refused, Turn
from bot.console.session import Session
from bot.local.exchange import Modal

PATIENCE_S, CALM_S = 0.4, 0.7
_LOOK = Style.from_dict(
    {
        "prompt": "bold ansicyan",
        "arrow": "ansibrightblack",
        "placeholder": "ansibrightblack",
        "bottom-toolbar": "noreverse ansibrightblack",
        "bottom-toolbar.strong": "noreverse bold",
        "completion-menu": "noinherit",
        "completion-menu.completion": "bg:ansibrightblack ansiwhite",
        "completion-menu.completion.current": "noreverse bg:ansicyan ansiblack",
        "completion-menu.meta.completion": "bg:ansiblack ansiwhite",
        "completion-menu.meta.completion.current": "bg:ansiblack ansicyan",
    }
)


async def run_chat(
    session: Session,
    *,
    keyboard: Input | None = None,
    screen: Output | None = None,
) -> None:
    """Chat until `:quit` or Ctrl-D. Raises KeyboardInterrupt for Ctrl-C on an empty line.

    `keyboard` and `screen` are the terminal's unless given.
    """
    with create_app_session(keyboard, screen):
        async with _Chat(session).listening() as chat:
            await chat.run()


def terminal_colours() -> Colours:
    """Return the colours the terminal can show, none where NO_COLOR is set."""
    found = Console().color_system
    if os.environ.get("NO_COLOR") or found not in ("standard", "256", "truecolor"):
        return None
    return found  # type: ignore[return-value]  # mypy does not narrow str by membership


class _Chat:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._output = get_app_session().output
        colours = terminal_colours()
        self._cards = Cards(session.desk.reader, session.bot_name, colours)
        self._arrived = asyncio.Event()
        self._prompt: PromptSession[str] = PromptSession(
            completer=LineCompleter(session),
            complete_while_typing=True,
            history=InMemoryHistory(),
            key_bindings=_keys(),
            style=_LOOK,
            bottom_toolbar=self._toolbar,
            # Without colours it would look like something typed.
            placeholder=[("class:placeholder", words.PLACEHOLDER)] if colours else None,
            reserve_space_for_menu=8,
        )

    @asynccontextmanager
    async def listening(self) -> AsyncIterator["_Chat"]:
        """Print what arrives on its own above the prompt, for the length of a block."""
        self._session.on_arrival = self._arrived.set
        task = asyncio.create_task(self._listen())
        try:
            yield self
        finally:
            self._session.on_arrival = None
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def run(self) -> None:
        self._write(self._cards.welcome(self._width))
        with suppress(EOFError):
            while True:
                text = await self._prompt.prompt_async(self._message())
                for line in text.splitlines():
                    if await self._play(self._session.run(line)):
                        return

    async def _play(self, work: Coroutine[Any, Any, Turn | None]) -> bool:
        turn = await self._patiently(work)
        if turn is None:
            return False
        self._show(turn)
        if self._session.desk.modal and not isinstance(turn.outcome, Refused):
            await self._form(self._session.desk.modal)
        return isinstance(turn.outcome, Left)

    async def _patiently(self, work: Coroutine[Any, Any, Turn | None]) -> Turn | None:
        task = asyncio.ensure_future(work)
        try:
            await asyncio.wait({task}, timeout=PATIENCE_S)
            if not task.done():
                self._write(words.thinking(self._session.bot_name))
                await asyncio.wait({task})
                self._write("\r")
                self._output.erase_end_of_line()
        finally:
            task.cancel()
        return await task

    async def _form(self, modal: Modal) -> None:
        values = {f.custom_id: f.value for f in fields(modal)}
        while self._session.desk.modal is not None:
            try:
                for field in fields(modal):
                    values[field.custom_id] = await self._ask(field, values[field.custom_id])
            except (EOFError, KeyboardInterrupt):
                self._session.desk.modal = None
                self._write(f"{words.FORM_CLOSED}\n")
                return
            await self._send_form(values)

    async def _send_form(self, values: dict[str, str]) -> None:
        if turn := await self._patiently(self._session.fill(values)):
            self._show(turn)

    async def _ask(self, field: Field, typed: str) -> str:
        prompt: PromptSession[str] = PromptSession(
            style=_LOOK, bottom_toolbar=words.FORM_HELP, key_bindings=_keys()
        )
        hint: StyleAndTextTuples = [("class:placeholder", field.placeholder)]
        label: StyleAndTextTuples = [("class:prompt", f"  {field.label}"), ("class:arrow", " › ")]
        return await prompt.prompt_async(label, default=typed, placeholder=hint)

    async def _listen(self) -> None:
        while True:
            await self._arrived.wait()
            # A board that several play on changes often: one look at it is enough.
            await asyncio.sleep(CALM_S)
            self._arrived.clear()
            if messages := self._session.arrivals():
                text = self._cards.messages(messages, self._width)
                await run_in_terminal(partial(self._write, text))

    def _show(self, turn: Turn) -> None:
        commands = self._session.desk.commands
        self._write(self._cards.turn(turn, self._width, commands))
        if messages := self._session.arrivals():
            self._write(self._cards.messages(messages, self._width))

    def _write(self, text: str) -> None:
        self._output.write_raw(text)
        self._output.flush()

    @property
    def _width(self) -> int:
        return self._output.get_size().columns

    def _message(self) -> StyleAndTextTuples:
        return [("class:prompt", self._session.desk.person.name), ("class:arrow", " › ")]

    def _toolbar(self) -> StyleAndTextTuples:
        desk = self._session.desk
        where = f" {desk.person.name} · #{desk.channel} · {words.short_day(desk.now())} "
        room = get_app().output.get_size().columns - len(where)
        hint = next((h for h in words.TOOLBAR if len(h) < room), "")
        return [("class:bottom-toolbar.strong", where), ("", hint.rjust(max(0, room - 1)))]


def _keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add("c-c")
    def _(event: KeyPressEvent) -> None:
        if event.current_buffer.text:
            event.current_buffer.reset()
        else:
            event.app.exit(exception=KeyboardInterrupt())

    return keys
