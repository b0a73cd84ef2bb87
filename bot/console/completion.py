"""Completes commands, options, choices and live suggestions while a line is typed."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator
from itertools import chain

from prompt_toolkit.application import get_app_or_none
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from bot.console import words
from bot.console.commands import ATTACHMENT
from bot.console.cursor import AtCommand, AtMeta, AtOption, at_cursor
from bot.console.parse import Slash
from bot.console.paths import path_completions
from bot.console.session import Session
from bot.local.errors import LocalError


class LineCompleter(Completer):
    """Completes one line of `session`; suggestions are asked for after `pause_s` without a key."""

    def __init__(self, session: Session, pause_s: float = 0.12) -> None:
        self._session = session
        self._pause_s = pause_s

    def get_completions(
        self,
        document: Document,
        complete_event: CompleteEvent,  # noqa: ARG002 - the library passes it
    ) -> Iterable[Completion]:
        """Return what needs no asking."""
        at = self._at(document)
        if isinstance(at, AtMeta):
            return self._metas(at)
        if isinstance(at, AtCommand):
            return self._commands(at)
        return chain(_paths(at, document.text_before_cursor), _options(at))

    async def get_completions_async(
        self, document: Document, complete_event: CompleteEvent
    ) -> AsyncGenerator[Completion, None]:
        """Yield the same, and first the bot's own suggestions for an option that has them."""
        at = self._at(document)
        if isinstance(at, AtOption) and at.option and at.option.autocomplete:
            for suggestion in await self._suggestions(at, document):
                yield suggestion
        for completion in self.get_completions(document, complete_event):
            yield completion

    def _at(self, document: Document) -> AtCommand | AtOption | AtMeta:
        session = self._session
        text = document.text_before_cursor
        return at_cursor(text, session.desk.commands, session.text_command)

    async def _suggestions(self, at: AtOption, document: Document) -> list[Completion]:
        await asyncio.sleep(self._pause_s)
        app = get_app_or_none()
        if at.option is None or (app and app.current_buffer.document != document):
            return []
        try:
            asked = Slash(at.command.name, at.given)
            choices = await self._session.desk.suggest(asked, at.option.name)
        except LocalError:
            return []
        return [Completion(c.name, -len(at.typed)) for c in choices]

    def _commands(self, at: AtCommand) -> Iterator[Completion]:
        for command in self._session.desk.commands.values():
            name = f"/{command.name}"
            if name.startswith(at.typed.casefold()) and at.typed != name:
                text = f"{name} " if command.options else name
                yield Completion(text, -len(at.typed), name, command.description)

    def _metas(self, at: AtMeta) -> Iterator[Completion]:
        if at.rest is None:
            for name, (_, about) in words.METAS.items():
                if name.startswith(at.name):
                    plain = about.replace("`", "")
                    yield Completion(name, -len(at.name), words.usage_of(name), plain)
            return
        for name in self._arguments(at.name):
            if name.casefold().startswith(at.rest.casefold()):
                yield Completion(name, -len(at.rest))

    def _arguments(self, meta: str) -> Iterable[str]:
        desk = self._session.desk
        if meta == "as":
            return [p.name for p in desk.local.people]
        if meta == "select":
            return [label for menu in desk.menus()[:1] for label, _ in menu.options]
        return desk.channels if meta == "channel" else ()


def _paths(at: AtOption, text: str) -> Iterator[Completion]:
    """Where a file goes: at once after its option's name, without that from the first letter on."""
    if at.option is None or at.option.kind != ATTACHMENT or not text.endswith(at.typed):
        return iter(())
    return path_completions(at.typed) if at.typed or at.option not in at.free else iter(())


def _options(at: AtOption) -> Iterator[Completion]:
    for name, _ in at.option.choices if at.option else ():
        if name.casefold().startswith(at.typed.casefold()):
            yield Completion(name, -len(at.typed))
    for option in at.free:
        if option.name.startswith(at.word.casefold()):
            yield Completion(f"{option.name}:", -len(at.word), display_meta=option.description)
